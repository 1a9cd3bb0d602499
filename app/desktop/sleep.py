"""Keeps the computer awake while it works. The screen may turn off."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, QProcess
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from app.desktop import bus as system_bus
from app.desktop.bus import Method
from fdiwn.api.names import APP_NAME

LOGIN = Method(
    "org.freedesktop.login1",
    "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
    "Inhibit",
)
SCREEN_SAVER = Method(
    "org.freedesktop.ScreenSaver",
    "/org/freedesktop/ScreenSaver",
    "org.freedesktop.ScreenSaver",
    "Inhibit",
)
OWN_CONNECTION = "sleep"
ES_CONTINUOUS, ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001


class SleepGuard(QObject):
    """Prevents sleep from `hold` to `release`; each may be called twice.

    Does nothing on systems that cannot prevent sleep.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = False
        self._lock: object = None  # releases the lock
        self._caffeinate: QProcess | None = None

    @property
    def held(self) -> bool:
        """Whether the computer should stay awake now."""
        return self._held

    def hold(self, reason: str) -> None:
        """reason: shown to the user by desktops that list what prevents sleep."""
        if self._held:
            return
        self._held = True
        if sys.platform == "win32":
            _set_execution_state(ES_CONTINUOUS | ES_SYSTEM_REQUIRED)
        elif sys.platform == "darwin":
            self._caffeinate = QProcess(self)
            self._caffeinate.start("caffeinate", ["-i", "-w", str(os.getpid())])
        else:
            self._hold_by_login(reason)

    def release(self) -> None:
        if not self._held:
            return
        self._held = False
        if sys.platform == "win32":
            _set_execution_state(ES_CONTINUOUS)
        elif self._caffeinate is not None:
            self._caffeinate.kill()
            self._caffeinate.waitForFinished(1000)
            self._caffeinate = None
        if isinstance(self._lock, str):
            QDBusConnection.disconnectFromBus(self._lock)
        self._lock = None  # a file descriptor: closing it releases the lock

    def _hold_by_login(self, reason: str) -> None:
        def answered(reply: QDBusMessage | None) -> None:
            if not self._held:
                return  # released meanwhile; the lock goes with the reply
            if reply is None:
                self._hold_by_screen_saver(reason)
            else:
                self._lock = reply.arguments()[0]

        what = ["sleep:idle", APP_NAME, reason, "block"]
        system_bus.call(system_bus.system_bus(), LOGIN, what, answered, self)

    def _hold_by_screen_saver(self, reason: str) -> None:
        # This lock lasts as long as its connection, so it needs its own.
        bus = system_bus.connect_alone(OWN_CONNECTION)
        self._lock = OWN_CONNECTION
        system_bus.call(bus, SCREEN_SAVER, [APP_NAME, reason], lambda _: None, self)


def _set_execution_state(state: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(state)
