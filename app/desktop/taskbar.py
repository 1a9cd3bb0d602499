"""Progress on the window's task bar button, on systems that support it."""

from __future__ import annotations

import logging
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.desktop import bus as system_bus
from fdiwn.api.names import APP_ID

log = logging.getLogger(__name__)

UNITY_PATH = "/com/canonical/unity/launcherentry/1"
UNITY_INTERFACE = "com.canonical.Unity.LauncherEntry"
STEP = 0.005
"""Smaller changes of progress are not sent."""


class TaskbarProgress:
    """Linux: docks that support Unity's launcher entry. Windows: the button itself. macOS: the dock
    badge shows the pictures left."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._shown: float | None = None
        self._left = 0

    def show(self, fraction: float | None, left: int) -> None:
        """fraction: 0 to 1, None if nothing runs. left: pictures still to do."""
        same = fraction is None if self._shown is None else (
            fraction is not None and abs(fraction - self._shown) < STEP
        )  # fmt: skip
        if same and left == self._left:
            return
        self._shown, self._left = fraction, left
        if sys.platform == "win32":
            _show_on_windows(int(self._window.winId()), fraction)
        elif sys.platform == "darwin":
            QGuiApplication.setBadgeNumber(left)
        else:
            system_bus.emit(
                system_bus.session_bus(), UNITY_PATH, UNITY_INTERFACE, "Update",
                [
                    f"application://{APP_ID}.desktop",
                    {"progress": fraction or 0.0, "progress-visible": fraction is not None},
                ],
            )  # fmt: skip


if sys.platform == "win32":
    import ctypes
    from functools import cache

    TASKBAR_LIST = "{56FDF344-FD6D-11D0-958A-006097C9A090}"
    TASKBAR_LIST_3 = "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
    IN_PROCESS = 1
    HR_INIT, SET_VALUE, SET_STATE = 3, 9, 10  # indices in the table of ITaskbarList3
    NO_PROGRESS, NORMAL = 0, 2

    @cache
    def _taskbar() -> ctypes.c_void_p | None:
        """The system's ITaskbarList3, None if it has none."""
        made = ctypes.c_void_p()
        ids = [(ctypes.c_byte * 16)() for _ in range(2)]
        ole = ctypes.windll.ole32
        for text, place in zip((TASKBAR_LIST, TASKBAR_LIST_3), ids, strict=True):
            ole.CLSIDFromString(ctypes.c_wchar_p(text), ctypes.byref(place))
        failed = ole.CoCreateInstance(
            ctypes.byref(ids[0]), None, IN_PROCESS, ctypes.byref(ids[1]), ctypes.byref(made)
        )
        if failed or _call(made, HR_INIT):
            log.info("The task bar shows no progress: error %x", failed & 0xFFFFFFFF)
            return None
        return made

    def _call(thing: ctypes.c_void_p, place: int, *arguments: object) -> int:
        table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        kinds = [ctypes.c_void_p, *(type(argument) for argument in arguments)]
        method = ctypes.WINFUNCTYPE(ctypes.c_long, *kinds)(table[place])
        return int(method(thing, *arguments))

    def _show_on_windows(handle: int, fraction: float | None) -> None:
        bar, window = _taskbar(), ctypes.c_void_p(handle)
        if bar is None:
            return
        _call(bar, SET_STATE, window, ctypes.c_int(NO_PROGRESS if fraction is None else NORMAL))
        if fraction is not None:
            done = ctypes.c_ulonglong(round(fraction * 1000))
            _call(bar, SET_VALUE, window, done, ctypes.c_ulonglong(1000))
