"""The widget that shows one picture, or compares two or four in six modes."""

from __future__ import annotations

from collections.abc import Sequence

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
from app.compare.paint import LOUPE_SIDE, Scene, paint_in_pixels
from app.compare.pane_buttons import PaneButtons
from app.compare.panes import Pane, area_in_view, layout, pane_at
from app.compare.side import FACTORS, LOUPE_ZOOMS, Mode, Side
from app.compare.split_handle import SplitHandle
from app.compare.viewport import Viewport
from app.compare.words import loupe_rect, paint_message, paint_words
from app.look import theme
from app.look.translation import tr

ZOOM_STEP = 2**0.25


class CompareView(QWidget):
    """Shows one, two or four `Side`s through one viewport, shared by all panes. Owns none.

    `changed`: the viewport has changed. Call `updated` when the pixels of a side change.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = Viewport()
        self.panes: tuple[Pane, ...] = ()
        self.overview: Side | None = None
        """All of the picture, for the navigator; no preview, of which only parts exist."""
        self.mode = Mode.SPLIT
        self.factor = FACTORS[2]
        self.loupe_zoom = LOUPE_ZOOMS[1]
        self.largest_difference: int | None = None
        """The largest difference painted last, if differences are shown."""
        self._message = ""
        self._held = False
        self._loupe: QPointF | None = None
        self._hand = compare_input.Hand(self)
        self.split = SplitHandle(self)
        self.split.valueChanged.connect(self._place_overlays)
        self.split.hide()
        self.pane_buttons = PaneButtons(self)
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
        self.panes, self.overview = (), None
        self._rearrange()

    def show_panes(
        self,
        panes: Sequence[Pane],
        size: tuple[int, int],
        keep: bool,
        overview: Side | None = None,
    ) -> None:
        """Show one, two or four pictures as if they had `size` output pixels.

        Of several, the first is the left side and the last the right side. keep: keep the position.
        overview: by default the last one.
        """
        self.panes, self.overview = tuple(panes), overview or panes[-1].side
        self._rearrange()
        if keep:
            self._look(self.viewport.with_picture(*size))
        else:
            view_size = (self.viewport.view_width, self.viewport.view_height)
            self._look(Viewport(*size, *view_size).fitted())

    def updated(self, area: QRectF) -> None:
        """Repaint: a side has new pixels in `area` of the picture (output pixels)."""
        if self.mode in (Mode.DIFFERENCE, Mode.LOUPE):
            self.update()
            return
        for pane in self._areas():
            self.update(area_in_view(self.viewport, area, self.devicePixelRatioF(), pane))

    @property
    def left(self) -> Side | None:
        return self.panes[0].side if self.panes else None

    @property
    def right(self) -> Side | None:
        return self.panes[-1].side if self.compares else None

    @property
    def labels(self) -> tuple[str, str]:
        """Of the left and the right side."""
        left = self.panes[0].label if self.panes else ""
        return left, self.panes[-1].label if self.compares else ""

    @property
    def has_picture(self) -> bool:
        return bool(self.panes)

    @property
    def compares(self) -> bool:
        return len(self.panes) > 1

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

    def _rearrange(self) -> None:
        """Adapt the panes and overlays to the mode."""
        self.split.setVisible(self.compares and self.mode is Mode.SPLIT and not self._held)
        self.setMouseTracking(self.mode is Mode.LOUPE)
        self._fit_panes()
        self._place_overlays()
        self._hand.show()
        self.update()

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
        pane = pane_at(x, y, self._areas())
        return x - pane.left(), y - pane.top()

    def _look(self, viewport: Viewport) -> None:
        if viewport != self.viewport:
            self.viewport = viewport
            self._hand.show()
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

    def _areas(self) -> list[QRect]:
        """The panes, in device pixels."""
        return layout(self.mode, len(self.panes), self._device_size())

    def _fit_panes(self) -> None:
        pane = self._areas()[0]
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
        if self.mode is Mode.LOUPE and self.has_picture:
            frame = theme.UNIT
            area = loupe_rect(self._scene(), self.devicePixelRatioF())
            self.update(area.adjusted(-frame, -frame, frame, frame))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colours().surround))
            if not self.has_picture:
                paint_message(painter, self.rect(), self._message)
                return
            ratio, scene = self.devicePixelRatioF(), self._scene()
            self.largest_difference = paint_in_pixels(painter, scene, ratio)
            paint_words(painter, scene, self.labels, ratio, self.largest_difference)
            if self.hasFocus():
                painter.setPen(QColor(theme.colours().focus))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _scene(self) -> Scene:
        ratio, at = self.devicePixelRatioF(), self.loupe_at
        return Scene(
            sides=tuple(pane.side for pane in self.panes),
            mode=self.mode,
            held=self._held,
            view=self.viewport,
            size=self._device_size(),
            split=round(self.split.at * ratio),
            factor=self.factor,
            loupe=QPoint(int(at.x() * ratio), int(at.y() * ratio)),
            loupe_zoom=self.loupe_zoom,
            loupe_side=round(LOUPE_SIDE * ratio),
        )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_panes()
        self._place_overlays()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._rearrange()
        return compare_input.on_gesture(self, event) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        compare_input.on_wheel(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release()

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

    def _place_overlays(self) -> None:
        self.split.place()
        labels = () if self._held else [pane.label for pane in self.panes]
        self.pane_buttons.place(self._areas(), labels, self.devicePixelRatioF())
        self.update()
