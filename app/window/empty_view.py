"""The drop area that the window shows while the list is empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, row

MARGIN = 4 * theme.UNIT
LOW = 340
"""Pixels of height below which the words need the room of the drawing."""


class EmptyView(QWidget):
    """The drop area. The window accepts drops everywhere else, too. It makes no window larger: in a
    narrow one the buttons stand below each other."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._picture = QLabel()
        title = QLabel(tr("Drop photographs here or open them"))
        title.setObjectName("headline")
        title.setWordWrap(True)
        hint = QLabel(
            tr(
                "Files, whole folders, or a picture pasted from another program.\n"
                "JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.\n"
                "You compare first; nothing is saved until you say so, and nothing is sent."
            )
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.open = button(tr("Open…"), do=self.open_wanted)
        self.sample = button(tr("Try the sample picture"), do=self.sample_wanted)
        self._buttons = row(self.open, self.sample)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[MARGIN] * 4)
        layout.addStretch()
        for label in (self._picture, title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
            layout.addSpacing(theme.UNIT)
        layout.addSpacing(theme.UNIT)
        layout.addLayout(row(None, self._buttons, None))
        layout.addStretch()
        self._draw_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.open.sizeHint().width() + self.sample.sizeHint().width() + theme.UNIT
        ways = QBoxLayout.Direction
        fits = beside <= self.width() - 2 * MARGIN
        self._buttons.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._picture.setVisible(self.height() >= LOW)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:  # another theme
            self._draw_picture()
        super().changeEvent(event)

    def _draw_picture(self) -> None:
        self._picture.setPixmap(theme.icon("open", "muted").pixmap(64, 64))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(theme.colours().window))
            margin = 3.0 * theme.UNIT
            pen = QPen(QColor(theme.colours().faint), 1.5, Qt.PenStyle.DashLine)
            pen.setDashPattern([5, 5])
            painter.setPen(pen)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(margin, margin, -margin, -margin), 12, 12
            )
