"""Messages in the window: the notice above the picture, and the status bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QWidget,
)

from app.look import theme
from app.look.translation import tr
from app.look.widgets import label, row
from app.look.words import duration, megapixels, pixels
from app.queue.job import Job

MOST_LINES = 4


class Notice(QFrame):
    """A strip with the last few messages, each once, until the user dismisses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.text = label(name=tr("Message"))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(theme.icon("cancel", "muted"))
        close.setAccessibleName(tr("Dismiss the message"))
        close.setToolTip(tr("Dismiss"))
        close.clicked.connect(self.dismiss)
        layout = row((self.text, 1), parent=self, spacing=2 * theme.UNIT)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, theme.UNIT, theme.UNIT)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str) -> None:
        lines = [line for line in self.text.text().splitlines() if line != text]
        self.text.setText("\n".join([*lines, *text.splitlines()][-MOST_LINES:]))
        self.show()

    def dismiss(self) -> None:
        self.text.clear()
        self.hide()


class StatusLine(QStatusBar):
    """The status bar: how the picture in view was made. `app.compare.bar` is on its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.UNIT, 0, theme.UNIT, 0)
        self.facts = QLabel()
        self.facts.setAccessibleName(tr("About the picture"))
        # Long texts must not widen the window.
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self.facts, 1)

    def show_job(self, job: Job | None) -> None:
        if job is None or job.size is None:
            self._tell("")
            return
        if job.result is None:
            parts = [pixels(*job.size), *job.notes]
        else:
            result = job.result
            size = (result.width, result.height)
            parts = [
                f"{result.device}, {result.precision}",
                result.model,
                f"{pixels(*size)} ({megapixels(*size)})",
                duration(result.seconds),
                *result.notes,
            ]
        self._tell("  ·  ".join(parts))

    def place_bar(self, bar: QWidget) -> None:
        """Put the bar of the picture on the right, after facts and preview hint."""
        self.insertPermanentWidget(2, bar)

    def mention(self, text: str) -> None:
        """Show `text` for a while."""
        self.showMessage(text, 10_000)

    def _tell(self, text: str) -> None:
        self.facts.setText(text)
        self.facts.setToolTip(text)
