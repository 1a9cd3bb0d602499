"""Mouse wheel, keys and gestures of the compare view."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from app.compare.side import Mode
from app.compare.viewport import Viewport

NOTCH = 120
"""One click of a wheel in Qt's unit, eighths of a degree."""
KEY_PAN = 64
KEY_LOUPE = 8
FAR = 1e9
"""Farther than any picture: the viewport stops at the edge."""


class Navigable(Protocol):
    """The part of `app.compare.view.CompareView` that input uses."""

    viewport: Viewport
    mode: Mode

    @property
    def has_picture(self) -> bool: ...
    @property
    def compares(self) -> bool: ...
    @property
    def loupe_at(self) -> QPointF: ...
    def height(self) -> int: ...
    def mapFromGlobal(self, point: QPointF, /) -> QPointF: ...
    def focusNextChild(self) -> bool: ...
    def setCursor(self, shape: Qt.CursorShape, /) -> None: ...
    def grabGesture(self, kind: Qt.GestureType, /) -> None: ...
    def fit(self) -> None: ...
    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None: ...
    def zoom_by(self, steps: float, at: QPointF | None = None) -> None: ...
    def pan(self, dx: float, dy: float) -> None: ...
    def hold_left(self, held: bool) -> None: ...
    def move_loupe(self, point: QPointF) -> None: ...


def grab_pinch(view: Navigable) -> None:
    """Request pinch gestures on a touch screen; macOS reports its own unasked."""
    if sys.platform != "darwin":
        view.grabGesture(Qt.GestureType.PinchGesture)


def on_wheel(view: Navigable, event: QWheelEvent) -> None:
    """A wheel zooms, two fingers on a touch pad move; Ctrl: both zoom, Shift: both move."""
    event.accept()
    delta, keys = event.angleDelta(), event.modifiers()
    if not view.has_picture or delta.isNull():
        return
    touched = event.phase() is not Qt.ScrollPhase.NoScrollPhase
    if keys & Qt.KeyboardModifier.ControlModifier:
        touched = False
    elif keys & Qt.KeyboardModifier.ShiftModifier and not touched:
        sideways = delta.x() or delta.y()
        view.pan(sideways / NOTCH * KEY_PAN, 0)
        return
    if touched:
        moved = event.pixelDelta()
        moved = delta * (KEY_PAN / NOTCH) if moved.isNull() else moved
        view.pan(moved.x(), moved.y())
    elif delta.y():
        view.zoom_by(delta.y() / NOTCH, event.position())


def on_key(view: Navigable, event: QKeyEvent) -> bool:
    """Handle a key; returns whether it did something."""
    key = event.key()
    if key == Qt.Key.Key_Space:
        if not event.isAutoRepeat():
            view.hold_left(True)
        return True
    step = _steps(view).get(Qt.Key(key))
    if step is not None:
        if key in _ARROWS and view.mode is Mode.LOUPE and view.compares:
            _move_loupe(view, step[0] / KEY_PAN, step[1] / KEY_PAN)
        else:
            view.pan(*step)
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        view.zoom_by(1)
    elif key == Qt.Key.Key_Minus:
        view.zoom_by(-1)
    elif key == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        view.focusNextChild()  # Tab alone is for the panels
    else:
        return False
    return True


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def _steps(view: Navigable) -> dict[Qt.Key, tuple[float, float]]:
    """How far each key moves the picture, in pixels of the widget."""
    page = 0.9 * view.height()
    return {
        Qt.Key.Key_Left: (KEY_PAN, 0),
        Qt.Key.Key_Right: (-KEY_PAN, 0),
        Qt.Key.Key_Up: (0, KEY_PAN),
        Qt.Key.Key_Down: (0, -KEY_PAN),
        Qt.Key.Key_PageUp: (0, page),
        Qt.Key.Key_PageDown: (0, -page),
        Qt.Key.Key_Home: (FAR, FAR),
        Qt.Key.Key_End: (-FAR, -FAR),
    }


def _move_loupe(view: Navigable, right: float, down: float) -> None:
    """Move the loupe, opposite to the picture; at the edge the picture moves instead."""
    at = view.loupe_at
    wanted = at - QPointF(right, down) * KEY_LOUPE
    view.move_loupe(wanted)
    rest = view.loupe_at - wanted
    if not rest.isNull():
        view.pan(rest.x(), rest.y())


def on_gesture(view: Navigable, event: QEvent) -> bool:
    """Handle `event`; returns whether it was a pinch or a double tap of two fingers."""
    if not view.has_picture:
        return False
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            view.zoom_to(view.viewport.zoom * (1 + event.value()), event.position())
            return True
        if event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
            toggle_fit(view, event.position())
            return True
    elif isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            on_pinch(view, pinch)
            event.accept(pinch)
            return True
    return False


def on_pinch(view: Navigable, pinch: QPinchGesture) -> None:
    """Handle two fingers on a touch screen: the picture stays under them."""
    at = view.mapFromGlobal(pinch.lastCenterPoint())
    view.zoom_to(view.viewport.zoom * pinch.scaleFactor(), at)
    moved = pinch.centerPoint() - pinch.lastCenterPoint()
    view.pan(moved.x(), moved.y())


def toggle_fit(view: Navigable, at: QPointF) -> None:
    """Toggle between the whole picture and 100 % at a point."""
    if view.viewport.fits:
        view.zoom_to(1.0, at)
    else:
        view.fit()


class Hand:
    """The mouse that moves the picture, and its cursor."""

    def __init__(self, view: Navigable) -> None:
        self._view = view
        self._grabbed: QPointF | None = None

    def press(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed = event.position()
            self.show()

    def move(self, event: QMouseEvent) -> None:
        self._view.move_loupe(event.position())
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self._view.pan(moved.x(), moved.y())

    def release(self) -> None:
        self._grabbed = None
        self.show()

    def show(self) -> None:
        """Show what the mouse does here."""
        self._view.setCursor(_cursor(self._view, grabbed=self._grabbed is not None))


def _cursor(view: Navigable, grabbed: bool) -> Qt.CursorShape:
    """grabbed: the picture is being moved."""
    shapes, port = Qt.CursorShape, view.viewport
    larger = port.width * port.zoom > port.view_width
    larger = larger or port.height * port.zoom > port.view_height
    if view.compares and view.mode is Mode.LOUPE:
        return shapes.CrossCursor
    if not view.has_picture or not larger:
        return shapes.ArrowCursor
    return shapes.ClosedHandCursor if grabbed else shapes.OpenHandCursor
