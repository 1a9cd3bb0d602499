"""The picture in the middle of the window: original, or bicubic against FDIWN with a split."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app import theme
from app.display_pixels import DisplayPixels
from app.preview_pixels import PreviewPixels
from app.split_handle import SplitHandle
from app.viewport import Viewport

NOTCH = 120
"""What Qt calls one click of a wheel, in eighths of a degree."""
ZOOM_STEP = 2**0.25
KEY_PAN = 64
LABEL_MARGIN = 12
Side = DisplayPixels | PreviewPixels


class CompareView(QWidget):
    """Shows one or two `DisplayPixels` through one viewport. Owns neither.

    Drag pans, the wheel zooms at the cursor, the handle moves the split. `changed` tells that the
    viewport did.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = Viewport()
        self._left: DisplayPixels | None = None
        self._right: Side | None = None
        self._labels = ("", "")
        self._message = ""
        self._grabbed: QPointF | None = None
        self.split = SplitHandle(self)
        self.split.valueChanged.connect(self._place_split)
        self.split.hide()
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(self.tr("Drag to move, wheel to zoom, arrow keys to move"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    def show_nothing(self, message: str = "") -> None:
        """Show `message` in place of a picture."""
        self._message = message
        self._show(None, None, ("", ""))

    def show_one(
        self, pixels: DisplayPixels, size: tuple[int, int], label: str, keep: bool
    ) -> None:
        """Show one picture as if it had `size` output pixels. keep: the place, not the whole."""
        self._show(pixels, None, (label, ""))
        self._set_picture(size, keep)

    def show_two(
        self, left: DisplayPixels, right: Side, labels: tuple[str, str], keep: bool
    ) -> None:
        """Show two pictures of one size with the split between them."""
        self._show(left, right, labels)
        self._set_picture((right.image.width, right.image.height), keep)

    @property
    def has_picture(self) -> bool:
        return self._left is not None

    def _show(
        self, left: DisplayPixels | None, right: Side | None, labels: tuple[str, str]
    ) -> None:
        self._left, self._right, self._labels = left, right, labels
        self.split.setVisible(right is not None)
        self._place_split()
        self._update_cursor()
        self.update()

    def _set_picture(self, size: tuple[int, int], keep: bool) -> None:
        if keep:
            self._look(self.viewport.with_picture(*size))
        else:
            view_size = (self.viewport.view_width, self.viewport.view_height)
            self._look(Viewport(*size, *view_size).fitted())

    # Zoom and place: every change goes through `_look`

    def fit(self) -> None:
        self._look(self.viewport.fitted())

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom in device pixels per output pixel, around a point of the widget or its middle."""
        x, y = self._device(at or QPointF(self.width() / 2, self.height() / 2))
        self._look(self.viewport.zoomed(zoom, x, y))

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        self.zoom_to(self.viewport.zoom * ZOOM_STEP**steps, at)

    def pan(self, dx: float, dy: float) -> None:
        """By pixels of the widget."""
        ratio = self.devicePixelRatioF()
        self._look(self.viewport.panned(dx * ratio, dy * ratio))

    def _look(self, viewport: Viewport) -> None:
        if viewport != self.viewport:
            self.viewport = viewport
            self._update_cursor()
            self.update()
            self.changed.emit()

    def _device(self, point: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return point.x() * ratio, point.y() * ratio

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colours().surround))
        if self._left is None:
            painter.setPen(QColor(theme.colours().on_surround))
            area = self.rect().adjusted(*[3 * theme.UNIT] * 2, *[-3 * theme.UNIT] * 2)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, flags, self._message)
            return
        split = round(self._split_x() * ratio)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        # At a fractional ratio the widget may begin within a device pixel; pixels must not.
        start = painter.deviceTransform()
        painter.translate(round(start.dx()) - start.dx(), round(start.dy()) - start.dy())
        whole = QRect(0, 0, self.viewport.view_width, self.viewport.view_height)
        if self._right is None:
            self._paint_side(painter, self._left, whole)
        else:
            self._paint_side(painter, self._left, QRect(0, 0, split, whole.height()))
            right = QRect(split, 0, whole.width() - split, whole.height())
            self._paint_side(painter, self._right, right)
        painter.restore()
        self._paint_labels(painter)
        if self.hasFocus():
            painter.setPen(QColor(theme.colours().focus))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_side(self, painter: QPainter, pixels: Side, side: QRect) -> None:
        painter.setClipRect(side)
        if pixels.image.has_alpha:
            left, top = self.viewport.origin()
            zoom = self.viewport.zoom
            size = QSize(round(self.viewport.width * zoom), round(self.viewport.height * zoom))
            theme.paint_checkers(painter, QRect(QPoint(left, top), size).intersected(side))
        pixels.paint(painter, self.viewport)

    def _paint_labels(self, painter: QPainter) -> None:
        left, right = self._labels
        split = round(self._split_x()) if self._right is not None else self.width()
        for text, side in (
            (left, QRect(0, 0, split, self.height())),
            (right, QRect(split, 0, self.width() - split, self.height())),
        ):
            if not text:
                continue
            box = painter.fontMetrics().boundingRect(text).adjusted(-8, -4, 8, 4)
            box.moveTop(LABEL_MARGIN)
            if side.left() == 0:
                box.moveLeft(LABEL_MARGIN)
            else:
                box.moveRight(self.width() - LABEL_MARGIN)
            painter.setClipRect(side)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 170))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor("#ffffff"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setClipping(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ratio = self.devicePixelRatioF()
        self._look(self.viewport.resized(round(self.width() * ratio), round(self.height() * ratio)))
        self._place_split()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.has_picture and event.angleDelta().y():
            self.zoom_by(event.angleDelta().y() / NOTCH, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed = event.position()
            self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self._update_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.viewport.fits:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {
            keys.Key_Left: (KEY_PAN, 0),
            keys.Key_Right: (-KEY_PAN, 0),
            keys.Key_Up: (0, KEY_PAN),
            keys.Key_Down: (0, -KEY_PAN),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.pan(*step)
        elif event.key() in (keys.Key_Plus, keys.Key_Equal):
            self.zoom_by(1)
        elif event.key() == keys.Key_Minus:
            self.zoom_by(-1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(960, 640)

    def _split_x(self) -> float:
        return self.split.value() / self.split.maximum() * self.width()

    def _place_split(self) -> None:
        x = round(self._split_x() - self.split.width() / 2)
        self.split.setGeometry(x, 0, self.split.width(), self.height())
        self.update()

    def _update_cursor(self) -> None:
        view = self.viewport
        larger = view.width * view.zoom > view.view_width
        larger = larger or view.height * view.zoom > view.view_height
        shapes = Qt.CursorShape
        if self._left is None or not larger:
            self.setCursor(shapes.ArrowCursor)
        else:
            held = self._grabbed is not None
            self.setCursor(shapes.ClosedHandCursor if held else shapes.OpenHandCursor)
