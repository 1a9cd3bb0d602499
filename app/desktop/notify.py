"""Desktop notifications, for example when a long run has ended."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QProcess
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from fdiwn.api.names import APP_ID, APP_NAME

MILLISECONDS = 10_000
ON_THE_BUS = (
    "call", "--session", "--timeout=5",
    "--dest=org.freedesktop.Notifications",
    "--object-path=/org/freedesktop/Notifications",
    "--method=org.freedesktop.Notifications.Notify",
)  # fmt: skip


class Notifier(QObject):
    """Shows notifications: over D-Bus on Linux, with a tray icon elsewhere.

    The D-Bus service takes an unsigned number, which `app.desktop.bus` cannot send. `gdbus` can,
    and as a separate program it does not block.
    """

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None
        self._process: QProcess | None = None

    def tell(self, title: str, text: str) -> None:
        if sys.platform.startswith(("win", "darwin")):
            self._tell_by_tray(title, text)
        else:
            self._tell_by_bus(title, text)

    def close(self) -> None:
        """Remove the tray icon, and stop pending calls."""
        if self._process is not None:
            self._process.finished.disconnect()
            self._process.errorOccurred.disconnect()
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None
        if self._tray is not None:
            self._tray.hide()

    def _tell_by_bus(self, title: str, text: str) -> None:
        process = self._process = QProcess(self)

        def failed() -> None:
            self._process = None
            self._tell_by_tray(title, text)

        def finished(code: int) -> None:
            if code != 0:
                failed()
            self._process = None

        def error(kind: QProcess.ProcessError) -> None:
            if kind == QProcess.ProcessError.FailedToStart:
                failed()

        process.finished.connect(finished)
        process.errorOccurred.connect(error)
        hints = f"{{'desktop-entry': <{_quoted(APP_ID)}>}}"
        words = [_quoted(part) for part in (APP_NAME, APP_ID, title, text)]
        arguments = [
            words[0], "uint32 0", *words[1:], "@as []", hints, f"int32 {MILLISECONDS}"
        ]  # fmt: skip
        process.start("gdbus", [*ON_THE_BUS, *arguments])

    def _tell_by_tray(self, title: str, text: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.setToolTip(APP_NAME)
        self._tray.show()
        self._tray.showMessage(title, text, self._icon, MILLISECONDS)


def _quoted(text: str) -> str:
    """Quote a string for `gdbus`, which uses JSON's escapes."""
    return json.dumps(text, ensure_ascii=False)
