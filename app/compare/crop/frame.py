"""The rectangle over the picture, drawn, moved and resized with mouse or keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.compare.crop import shape
from app.compare.crop.keys import keeps_escape
from app.compare.crop.shape import HANDLES, Handle, Size
from app.compare.view import CompareView
from app.look import theme
from app.look.translation import tr
from app.look.words import pixels
from fdiwn.api.cropping import Crop

REACH = 10.0
"""Pixels of the widget around a handle that belong to it."""
HANDLE = 9.0
FAST = 10
"""Source pixels of one key press with Ctrl."""
SHADE = QColor(0, 0, 0, 150)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class _Drag:
    """handle: None for all of the rectangle, (0, 0) to draw a new one. at: where it began."""

    handle: Handle | None
    at: QPointF
    place: Size
    crop: Crop


class CropFrame(QWidget):
    """Covers the view, which must show all of the source, one output pixel for one of its own."""

    changed = Signal()
    done = Signal()
    cancelled = Signal()

    def __init__(self, view: CompareView) -> None:
        super().__init__(view)
        self._view = view
        self._picture: Size = (1, 1)
        self._ratio: float | None = None
        self._drag: _Drag | None = None
        self.crop = Crop(1, 1)
        self.setAccessibleName(tr("Part to enlarge"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.lower()  # the navigator stays within reach
        self.hide()
        view.changed.connect(self.update)
        view.installEventFilter(self)

    def begin(self, picture: Size, crop: Crop) -> None:
        """Show this part of a picture of so many pixels."""
        self._picture, self._drag = picture, None
        self.setGeometry(self._view.rect())
        self.show()
        self._take(crop)

    def set_ratio(self, ratio: float | None) -> None:
        """Keep to a ratio from now on, and give it to the rectangle."""
        self._ratio = ratio
        if ratio is not None and not shape.has_ratio(self.crop, ratio):
            self._take(shape.shaped(self.crop, ratio, self._picture))

    def reset(self) -> None:
        """Choose all of the picture."""
        self._take(shape.whole(self._picture))

    def _take(self, crop: Crop) -> None:
        self.crop = crop
        left, top = crop.left, crop.top
        where = tr("{0} pixels, {1} from the left, {2} from the top.")
        keys = tr("Arrow keys move it, with Shift they resize it.")
        self.setAccessibleDescription(f"{where.format(pixels(*crop.size), left, top)} {keys}")
        self.update()
        self.changed.emit()

    # Where it lies

    def shown(self) -> QRectF:
        """The rectangle, in the widget's pixels."""
        crop = self.crop
        start = self.in_widget(crop.left, crop.top)
        return QRectF(start, self.in_widget(crop.left + crop.width, crop.top + crop.height))

    def in_widget(self, x: float, y: float) -> QPointF:
        """Where a place of the picture is, in the widget's pixels."""
        port, ratio = self._view.viewport, self.devicePixelRatioF()
        left, top = port.origin()
        return QPointF((left + x * port.zoom) / ratio, (top + y * port.zoom) / ratio)

    def _place(self, point: QPointF) -> Size:
        """The corner of source pixels that is nearest to a point of the widget."""
        x, y = self._view.viewport.to_picture(*self._view.in_pane(point))
        return round(x), round(y)

    def _handles(self) -> list[tuple[Handle, QPointF]]:
        shown = self.shown()
        middle, half = shown.center(), QPointF(shown.width() / 2, shown.height() / 2)
        return [
            (handle, middle + QPointF(handle[0] * half.x(), handle[1] * half.y()))
            for handle in HANDLES
        ]

    def _handle_at(self, point: QPointF) -> Handle | None:
        """What the mouse takes here: a handle; (0, 0): a new rectangle; None: all of it."""
        near = [
            ((point - at).manhattanLength(), handle)
            for handle, at in self._handles()
            if max(abs(point.x() - at.x()), abs(point.y() - at.y())) <= REACH
        ]
        if near:
            return min(near)[1]
        # All of the picture cannot be moved, so that a part can be drawn at once.
        movable = self.crop.size != self._picture
        return None if movable and self.shown().contains(point) else (0, 0)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown()
        start = self.in_widget(0, 0)
        picture = QRectF(start, self.in_widget(*self._picture))
        with QPainter(self) as painter:
            for part in _around(shown, picture):
                painter.fillRect(part, SHADE)
            if self._drag is not None:
                painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
                for third in (1 / 3, 2 / 3):
                    x, y = (
                        shown.left() + third * shown.width(),
                        shown.top() + third * shown.height(),
                    )
                    painter.drawLine(QPointF(x, shown.top()), QPointF(x, shown.bottom()))
                    painter.drawLine(QPointF(shown.left(), y), QPointF(shown.right(), y))
            # Black around white: it can be seen on every picture.
            for colour, width in (("#000000", 3), ("#ffffff", 1)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRect(shown)
            inside = theme.colours().accent if self.hasFocus() else "#ffffff"
            painter.setPen(QPen(QColor("#000000"), 1))
            painter.setBrush(QColor(inside))
            for _, at in self._handles():
                box = QRectF(0, 0, HANDLE, HANDLE)
                box.moveCenter(at)
                painter.drawRect(box)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()  # the middle one moves the picture
            return
        at = event.position()
        self._drag = _Drag(self._handle_at(at), at, self._place(at), self.crop)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag, at = self._drag, event.position()
        if drag is None:
            self.setCursor(_cursor(self._handle_at(at)))
            event.ignore()
            return
        (x, y), (from_x, from_y) = self._place(at), drag.place
        if drag.handle is None:
            self._take(shape.moved(drag.crop, x - from_x, y - from_y, self._picture))
        elif drag.handle != (0, 0):
            self._take(shape.resized(drag.crop, drag.handle, (x, y), self._ratio, self._picture))
        elif (at - drag.at).manhattanLength() >= QApplication.startDragDistance():
            self._take(shape.spanned(drag.place, (x, y), self._ratio, self._picture))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            event.ignore()
        self._drag = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    # Keyboard

    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = Qt.Key(event.key()), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif key is Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _STEPS:
            length = FAST if keys & Qt.KeyboardModifier.ControlModifier else 1
            across, down = (length * step for step in _STEPS[key])
            if keys & Qt.KeyboardModifier.ShiftModifier:
                self._take(shape.grown(self.crop, across, down, self._ratio, self._picture))
            else:
                self._take(shape.moved(self.crop, across, down, self._picture))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return False


def _around(inner: QRectF, outer: QRectF) -> list[QRect]:
    """What is inside `outer` and outside `inner`, as rectangles of whole pixels."""
    i, o = inner.toRect(), outer.toRect()
    return [
        QRect(o.left(), o.top(), o.width(), i.top() - o.top()),
        QRect(o.left(), i.bottom() + 1, o.width(), o.bottom() - i.bottom()),
        QRect(o.left(), i.top(), i.left() - o.left(), i.height()),
        QRect(i.right() + 1, i.top(), o.right() - i.right(), i.height()),
    ]


def _cursor(handle: Handle | None) -> Qt.CursorShape:
    shapes = Qt.CursorShape
    if handle is None:
        return shapes.SizeAllCursor
    across, down = handle
    if across and down:
        return shapes.SizeFDiagCursor if across == down else shapes.SizeBDiagCursor
    if across:
        return shapes.SizeHorCursor
    return shapes.SizeVerCursor if down else shapes.CrossCursor
