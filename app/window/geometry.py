"""Saves and restores where a window is, and keeps it on a screen."""

from __future__ import annotations

import binascii
import logging
from base64 import b64decode, b64encode

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

SEEN = 100
"""Pixels of a window, each way, that must be on some screen."""


def geometry_text(window: QWidget) -> str:
    """Place and size as text, for the settings."""
    return b64encode(window.saveGeometry().data()).decode("ascii")


def restore_geometry(window: QWidget, text: str) -> None:
    """Put `window` where it was when `geometry_text` gave `text`; empty: where it would be."""
    if text:
        try:
            window.restoreGeometry(b64decode(text, validate=True))
        except binascii.Error:
            log.warning("The window's place makes no sense and is left out")
    keep_on_screen(window)


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
