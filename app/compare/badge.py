"""A small panel over the picture: what it shows is not what the options say, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, column, label, row

MOST_WIDTH = 480
MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Badge(QFrame):
    """At the bottom of its parent, in the middle. Visible while it offers anything.

    beside: what it does not cover, in the lower right corner.
    """

    zoom_wanted = Signal()
    preview_wanted = Signal()
    result_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget, beside: QWidget) -> None:
        super().__init__(parent)
        self._beside = beside
        self.setObjectName("badge")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.text = label(name=tr("About the result"))
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom = button(
            tr("Zoom In to Preview"), tr("Show the middle at 100 %"), self.zoom_wanted
        )
        self.preview = button(
            tr("Preview New Settings"),
            tr("Show what the present settings would make of the picture"),
            self.preview_wanted,
        )
        self.result = button(
            tr("Show Result"),
            tr("Show what was made with the earlier settings"),
            self.result_wanted,
        )
        self.again = button(
            tr("Upscale Again"), tr("Upscale with the present settings"), self.again_wanted
        )
        self._buttons = (self.zoom, self.preview, self.result, self.again)
        for made in self._buttons:
            made.setAutoDefault(False)
        buttons = row(None, *self._buttons, None)
        column(self.text, buttons, parent=self, margin=theme.UNIT)
        for other in (parent, beside):
            other.installEventFilter(self)
        self.hide()

    def offer(
        self, text: str = "", *, zoom: bool = False, preview: bool = False, result: bool = False,
        again: bool = False,
    ) -> None:  # fmt: skip
        """Show this text and these buttons; nothing hides it."""
        self.text.setText(text)
        self.text.setVisible(bool(text))
        wanted = (zoom, preview, result, again)
        for made, shown in zip(self._buttons, wanted, strict=True):
            made.setVisible(shown)
        self.setVisible(bool(text) or any(wanted))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or it would move the picture

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _place(self) -> None:
        view = self.parentWidget()
        assert view is not None
        least = self.minimumSizeHint().width()
        width = least
        if not self.text.isHidden():
            words = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4 * theme.UNIT
            width = max(least, min(words, MOST_WIDTH, view.width() - 4 * theme.UNIT))
        layout = self.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
        self.resize(width, max(height, self.minimumSizeHint().height()))
        x = (view.width() - width) // 2
        if not self._beside.isHidden():
            x = max(theme.UNIT, min(x, self._beside.x() - width - theme.UNIT))
        self.move(x, view.height() - self.height() - 2 * theme.UNIT)
