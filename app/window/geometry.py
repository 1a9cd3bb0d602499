"""Saves and restores a window's position, and keeps it on a screen."""

from __future__ import annotations

import binascii
import logging
from base64 import b64decode, b64encode

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

SEEN = 100
"""Pixels of a window, in each direction, that must be on some screen."""


def geometry_text(window: QWidget) -> str:
    """Position and size as text, for the settings."""
    return b64encode(window.saveGeometry().data()).decode("ascii")


def restore_geometry(window: QWidget, text: str) -> None:
    """Restore `window` from the `text` of `geometry_text`; empty: the default position."""
    if text:
        try:
            window.restoreGeometry(b64decode(text, validate=True))
        except binascii.Error:
            log.warning("The window's place makes no sense and is left out")
    keep_on_screen(window)


def keep_on_screen(window: QWidget) -> None:
    """Move `window` to the first screen if it is off all of them, and shrink it to fit.

    Screens disappear between two starts: a laptop leaves its dock, a projector is unplugged.
    """
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = window.geometry()
    for screen in screens:
        part = screen.intersected(place)
        # The user needs the upper edge to move the window.
        if part.width() >= SEEN and part.height() >= SEEN and screen.top() <= place.top():
            return
    first = screens[0]
    place.setSize(place.size().boundedTo(first.size()))
    place.moveCenter(first.center())
    window.setGeometry(place)
