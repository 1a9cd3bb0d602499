"""Keeps a window where it can be seen and moved."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SEEN = 100
"""Pixels of a window, each way, that must be on some screen."""


def keep_on_screen(window: QWidget) -> None:
    """Bring `window` to the first screen if it lies off all of them, and let it fit there.

    Screens go between two starts: a laptop leaves its dock, a projector its cable.
    """
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = window.geometry()
    for screen in screens:
        part = screen.intersected(place)
        # The upper edge is what a window is moved by.
        if part.width() >= SEEN and part.height() >= SEEN and screen.top() <= place.top():
            return
    first = screens[0]
    place.setSize(place.size().boundedTo(first.size()))
    place.moveCenter(first.center())
    window.setGeometry(place)
