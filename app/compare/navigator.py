"""The whole picture in small over a corner of the view, with a frame around what is in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.compare.paint import paint_pane
from app.compare.side import Side
from app.compare.view import CompareView
from app.compare.viewport import Viewport
from app.look import theme
from app.look.translation import tr

SIDE = 160
"""Most pixels of the widget on the longer side, with its frame."""
SHARE, SHARE_OF_PANE = 4, 3
"""At most this part of the width and height of the view and of a pane."""
FRAME = 1


class Navigator(QWidget):
    """Visible while only a part of the picture is in view. A click or drag moves the view there."""

    def __init__(self, view: CompareView) -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName(tr("Navigator"))
        self.setToolTip(tr("Click or drag to move the view"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.changed.connect(self.follow)
        view.installEventFilter(self)
        self.hide()

    def follow(self) -> None:
        """Show what the view shows now."""
        port, side = self._view.viewport, self._view.overview
        left, top, right, bottom = port.visible()
        part = right - left < port.width - 1 or bottom - top < port.height - 1
        self.setVisible(side is not None and part)
        if side is not None and part:
            self._place(side)
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._view.overview
        if side is None:
            return
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colours().border))
            inner = self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME)
            painter.fillRect(inner, QColor(theme.colours().surround))
            ratio = self.devicePixelRatioF()
            painter.save()
            painter.scale(1 / ratio, 1 / ratio)
            pane = QRect(0, 0, round(inner.width() * ratio), round(inner.height() * ratio))
            painter.translate(FRAME * ratio, FRAME * ratio)
            paint_pane(painter, side, self._small(pane), pane, pane)
            painter.restore()
            self._paint_frame(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or the view would fit the picture

    def frame(self) -> QRectF:
        """What is in view, in the widget's pixels."""
        port = self._view.viewport
        left, top, right, bottom = port.visible()
        across, down = self._pixels_per_picture(port)
        shown = QRectF(left * across, top * down, (right - left) * across, (bottom - top) * down)
        return shown.translated(FRAME, FRAME)

    def _paint_frame(self, painter: QPainter) -> None:
        # Black around white: it can be seen on every picture.
        shown = self.frame()
        for colour, width in (("#000000", 3), ("#ffffff", 1)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(shown.adjusted(0, 0, -1, -1))

    def _go(self, point: QPointF) -> None:
        across, down = self._pixels_per_picture(self._view.viewport)
        self._view.centre_on((point.x() - FRAME) / across, (point.y() - FRAME) / down)

    def _pixels_per_picture(self, port: Viewport) -> tuple[float, float]:
        return (
            (self.width() - 2 * FRAME) / port.width,
            (self.height() - 2 * FRAME) / port.height,
        )

    def _small(self, pane: QRect) -> Viewport:
        port = self._view.viewport
        return Viewport(port.width, port.height, pane.width(), pane.height()).fitted()

    def _place(self, side: Side) -> None:
        """In the lower right corner, which no label uses; small in a small view."""
        view, port = self._view, self._view.viewport
        pane = QSizeF(port.view_width, port.view_height) / view.devicePixelRatioF()
        most_wide = min(SIDE, view.width() // SHARE, int(pane.width()) // SHARE_OF_PANE)
        most_high = min(SIDE, view.height() // SHARE, int(pane.height()) // SHARE_OF_PANE)
        scale = min(most_wide / port.width, most_high / port.height)
        width = max(24, round(port.width * scale)) + 2 * FRAME
        height = max(24, round(port.height * scale)) + 2 * FRAME
        margin = 2 * theme.UNIT
        self.setGeometry(
            view.width() - width - margin, view.height() - height - margin, width, height
        )
