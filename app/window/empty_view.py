"""The drop area that the window shows while the list is empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, row


class EmptyView(QWidget):
    """The drop area. The window accepts drops everywhere else, too."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        title = QLabel(tr("Drop photographs here or open them"))
        title.setObjectName("headline")
        hint = QLabel(
            tr(
                "Files, whole folders, or a picture pasted from another program.\n"
                "JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.\n"
                "You compare first; nothing is saved until you say so, and nothing is sent."
            )
        )
        hint.setObjectName("on_surround")
        hint.setWordWrap(True)
        self.open = button(tr("Open…"), do=self.open_wanted)
        self.sample = button(tr("Try the sample picture"), do=self.sample_wanted)
        buttons = row(None, self.open, self.sample, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[6 * theme.UNIT] * 4)
        layout.addStretch()
        for label in (self._picture, title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
            layout.addSpacing(theme.UNIT)
        layout.addSpacing(theme.UNIT)
        layout.addLayout(buttons)
        layout.addStretch()
        self._draw_picture()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:  # another theme
            self._draw_picture()
        super().changeEvent(event)

    def _draw_picture(self) -> None:
        self._picture.setPixmap(theme.icon("open", "on_surround").pixmap(64, 64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.colours().surround))
        margin = 3.0 * theme.UNIT
        pen = QPen(QColor(theme.colours().faint_on_surround), 1.5, Qt.PenStyle.DashLine)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(margin, margin, -margin, -margin), 12, 12
        )
