"""Saves and restores a window's position, and keeps it on a screen."""

from __future__ import annotations

import binascii
import logging
from base64 import b64decode, b64encode
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

TITLE = 40
"""Pixels for the title bar, whose height is not known before the window is shown."""


def geometry_text(window: QWidget) -> str:
    """Position and size as text, for the settings."""
    return b64encode(window.saveGeometry().data()).decode("ascii")


def restore_geometry(window: QWidget, text: str) -> None:
    """Restore `window` from the `text` of `geometry_text`, or give it its own size if there is
    none, at most that of the screen."""
    if text:
        try:
            if window.restoreGeometry(b64decode(text, validate=True)):
                keep_on_screen(window)
                return
        except binascii.Error:
            pass
        log.warning("The window's place makes no sense and is left out")
    window.resize(window.sizeHint().boundedTo(_room(_screens()[0]).size()))


def keep_on_screen(window: QWidget) -> None:
    """Move `window` to where all of it can be seen, and shrink it as needed.

    Screens disappear or get smaller between two starts: a laptop leaves its dock, a projector is
    unplugged. A maximized window is fitted by the system.
    """
    if not (window.isMaximized() or window.isFullScreen()):
        place = window.geometry()
        fitted = on_screen(place, _screens())
        if fitted != place:
            window.setGeometry(fitted)


def on_screen(place: QRect, screens: Sequence[QRect]) -> QRect:
    """The nearest place to `place`, without its title bar, that is on the `screens`.

    A window may lie across screens. Otherwise it goes to the screen that shows most of it, or to
    the first.
    """
    seen = QRegion()
    for screen in screens:
        seen = seen.united(screen)
    if QRegion(place).subtracted(seen).isEmpty():
        return place
    parts = [screen.intersected(place) for screen in screens]
    areas = [part.width() * part.height() if part.isValid() else 0 for part in parts]
    room = _room(screens[areas.index(max(areas))])
    fitted = QRect(place.topLeft(), place.size().boundedTo(room.size()))
    if not max(areas):
        fitted.moveCenter(room.center())
    fitted.moveLeft(min(max(fitted.left(), room.left()), room.right() + 1 - fitted.width()))
    fitted.moveTop(min(max(fitted.top(), room.top()), room.bottom() + 1 - fitted.height()))
    return fitted


def least_size(wanted: QSize) -> QSize:
    """`wanted`, or less on a small or much magnified screen."""
    for screen in _screens():
        wanted = wanted.boundedTo(_room(screen).size())
    return wanted


def _screens() -> list[QRect]:
    """What can be used of each screen, the main one first."""
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]


def _room(screen: QRect) -> QRect:
    """What a window can have of it below its title bar."""
    return screen.adjusted(0, TITLE, 0, 0)
