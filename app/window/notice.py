"""A calm strip above the picture for what the user should know; it waits to be dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.look import theme

MOST_LINES = 4


class Notice(QFrame):
    """Shows the last few texts that were not dismissed, each once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAccessibleName(self.tr("Message"))
        close = QToolButton()
        close.setIcon(theme.icon("cancel", "muted"))
        close.setAccessibleName(self.tr("Dismiss the message"))
        close.setToolTip(self.tr("Dismiss"))
        close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, theme.UNIT, theme.UNIT)
        layout.setSpacing(2 * theme.UNIT)
        layout.addWidget(self.text, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str) -> None:
        lines = [line for line in self.text.text().splitlines() if line != text]
        self.text.setText("\n".join([*lines, *text.splitlines()][-MOST_LINES:]))
        self.show()

    def dismiss(self) -> None:
        self.text.clear()
        self.hide()
