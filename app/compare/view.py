"""The widget that shows one picture, or compares two in five modes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.compare import input as compare_input
from app.compare.paint import LOUPE_SIDE, Scene, area_in_view, paint_scene, panes
from app.compare.side import FACTORS, LOUPE_ZOOMS, Mode, Side
from app.compare.split_handle import SplitHandle
from app.compare.viewport import Viewport
from app.compare.words import loupe_rect, paint_message, paint_words
from app.look import theme
from app.look.translation import tr

ZOOM_STEP = 2**0.25


class CompareView(QWidget):
    """Shows one or two `Side`s through one viewport, shared by all panes. Owns neither.

    `changed`: the viewport has changed. Call `right_updated` when the right side's pixels change.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = Viewport()
        self.left: Side | None = None
        self.right: Side | None = None
        self.overview: Side | None = None
        """All of the picture, for the navigator; no preview, of which only parts exist."""
        self.labels = ("", "")
        self.mode = Mode.SPLIT
        self.factor = FACTORS[2]
        self.loupe_zoom = LOUPE_ZOOMS[1]
        self.largest_difference: int | None = None
        """The largest difference painted last, if differences are shown."""
        self._message = ""
        self._held = False
        self._grabbed: QPointF | None = None
        self._loupe: QPointF | None = None
        self.split = SplitHandle(self)
        self.split.valueChanged.connect(self._place_split)
        self.split.hide()
        self.setAccessibleName(tr("Picture"))
        self.setAccessibleDescription(
            tr("Drag or arrow keys to move, wheel to zoom, hold the space bar to see the left side")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        compare_input.grab_pinch(self)

    # What is shown

    def show_nothing(self, message: str = "") -> None:
        """Show `message` in place of a picture."""
        self._message = message
        self._show(None, None, ("", ""))

    def show_one(self, side: Side, size: tuple[int, int], label: str, keep: bool) -> None:
        """Show one picture as if it had `size` output pixels. keep: keep the position."""
        self._show(side, None, (label, ""))
        self._set_picture(size, keep)

    def show_two(
        self,
        left: Side,
        right: Side,
        labels: tuple[str, str],
        keep: bool,
        size: tuple[int, int] | None = None,
        overview: Side | None = None,
    ) -> None:
        """Compare two pictures as if they had `size` output pixels, by default the right one's
        size. overview: by default the right one."""
        self._show(left, right, labels, overview)
        self._set_picture(size or (right.width, right.height), keep)

    def right_updated(self, area: QRectF | None = None) -> None:
        """Repaint: the right side has new pixels in `area` of the picture (output pixels)."""
        if area is None or self.mode not in (Mode.SPLIT, Mode.FLICKER):
            self.update()
            return
        self.update(area_in_view(self.viewport, area, self.devicePixelRatioF()))

    @property
    def has_picture(self) -> bool:
        return self.left is not None

    @property
    def compares(self) -> bool:
        return self.right is not None

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self._rearrange()

    def set_factor(self, factor: int) -> None:
        """The amplification of differences; one of FACTORS."""
        self.factor = factor
        self.update()

    def set_loupe_zoom(self, zoom: int) -> None:
        self.loupe_zoom = zoom
        self.update()

    def hold_left(self, held: bool) -> None:
        """Show the left side alone, until released."""
        if held != self._held:
            self._held = held
            self._rearrange()

    def _show(
        self,
        left: Side | None,
        right: Side | None,
        labels: tuple[str, str],
        overview: Side | None = None,
    ) -> None:
        self.left, self.right, self.labels = left, right, labels
        self.overview = overview or right or left
        self._rearrange()

    def _rearrange(self) -> None:
        """Adapt the panes and overlays to the mode."""
        self.split.setVisible(self.compares and self.mode is Mode.SPLIT and not self._held)
        self.setMouseTracking(self.mode is Mode.LOUPE)
        self._fit_panes()
        self._place_split()
        self._update_cursor()
        self.update()

    def _set_picture(self, size: tuple[int, int], keep: bool) -> None:
        if keep:
            self._look(self.viewport.with_picture(*size))
        else:
            view_size = (self.viewport.view_width, self.viewport.view_height)
            self._look(Viewport(*size, *view_size).fitted())

    # Zoom and position: every change goes through `_look`

    def fit(self) -> None:
        self._look(self.viewport.fitted())

    def fill(self) -> None:
        self._look(self.viewport.filled())

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom to device pixels per output pixel, around a point of the widget or its middle."""
        if at is None:
            x, y = self.viewport.view_width / 2, self.viewport.view_height / 2
        else:
            x, y = self.in_pane(at)
        self._look(self.viewport.zoomed(zoom, x, y))

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        self.zoom_to(self.viewport.zoom * ZOOM_STEP**steps, at)

    def pan(self, dx: float, dy: float) -> None:
        """Move by pixels of the widget."""
        ratio = self.devicePixelRatioF()
        self._look(self.viewport.panned(dx * ratio, dy * ratio))

    def centre_on(self, x: float, y: float) -> None:
        """Move this point of the picture, in output pixels, to the middle of the view."""
        port = self.viewport
        across, down = (port.centre_x - x) * port.zoom, (port.centre_y - y) * port.zoom
        self._look(port.panned(across, down))

    def in_pane(self, point: QPointF) -> tuple[float, float]:
        """Convert a point of the widget to device pixels of its pane."""
        ratio = self.devicePixelRatioF()
        x, y = point.x() * ratio, point.y() * ratio
        inside = [pane for pane in self._panes() if x >= pane.left()]
        return x - (inside[-1].left() if inside else 0), y

    def _look(self, viewport: Viewport) -> None:
        if viewport != self.viewport:
            self.viewport = viewport
            self._update_cursor()
            self.update()
            self.changed.emit()

    @property
    def device_pixels(self) -> int:
        """How many of the screen's pixels the view has."""
        size = self._device_size()
        return size.width() * size.height()

    def _device_size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def _panes(self) -> list[QRect]:
        return panes(self.mode, self.compares, self._device_size())

    def _fit_panes(self) -> None:
        pane = self._panes()[0]
        self._look(self.viewport.resized(pane.width(), pane.height()))

    # Loupe

    @property
    def loupe_at(self) -> QPointF:
        """The point of the widget under the loupe."""
        return self._loupe or QPointF(self.width() / 2, self.height() / 2)

    def move_loupe(self, point: QPointF) -> None:
        """Move the loupe to a point of the widget, or the nearest possible one."""
        self._update_loupe()
        x = min(max(point.x(), 0.0), self.width() - 1.0)
        self._loupe = QPointF(x, min(max(point.y(), 0.0), self.height() - 1.0))
        self._update_loupe()

    def _update_loupe(self) -> None:
        if self.mode is Mode.LOUPE and self.left is not None:
            frame = theme.UNIT
            area = loupe_rect(self._scene(self.left), self.devicePixelRatioF())
            self.update(area.adjusted(-frame, -frame, frame, frame))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colours().surround))
        if self.left is None:
            paint_message(painter, self.rect(), self._message)
            return
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        # With a fractional ratio the widget may begin inside a device pixel; pixels must not.
        start = painter.deviceTransform()
        painter.translate(round(start.dx()) - start.dx(), round(start.dy()) - start.dy())
        scene = self._scene(self.left)
        self.largest_difference = paint_scene(painter, scene)
        painter.restore()
        paint_words(painter, scene, self.labels, ratio, self.largest_difference)
        if self.hasFocus():
            painter.setPen(QColor(theme.colours().focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _scene(self, left: Side) -> Scene:
        ratio, at = self.devicePixelRatioF(), self.loupe_at
        return Scene(
            left=left,
            right=self.right,
            mode=self.mode,
            held=self._held,
            view=self.viewport,
            size=self._device_size(),
            split=round(self._split_x() * ratio),
            factor=self.factor,
            loupe=QPoint(int(at.x() * ratio), int(at.y() * ratio)),
            loupe_zoom=self.loupe_zoom,
            loupe_side=round(LOUPE_SIDE * ratio),
        )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_panes()
        self._place_split()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._rearrange()
        return compare_input.on_gesture(self, event) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        compare_input.on_wheel(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed = event.position()
            self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_loupe(event.position())
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self._update_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        compare_input.toggle_fit(self, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not compare_input.on_key(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.hold_left(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hold_left(False)
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(960, 640)

    def _split_x(self) -> float:
        return self.split.value() / self.split.maximum() * self.width()

    def _place_split(self) -> None:
        x = round(self._split_x() - self.split.width() / 2)
        self.split.setGeometry(x, 0, self.split.width(), self.height())
        self.update()

    def _update_cursor(self) -> None:
        self.setCursor(compare_input.cursor(self, grabbed=self._grabbed is not None))
