"""Starts Qt, the engine's thread and the window, and ends them in the right order."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import faults, session_file, settings, theme
from app.window import MainWindow
from app.worker import EngineThread
from fdiwn.names import APP_ID, APP_NAME, VERSION
from fdiwn.service import EngineProcess
from fdiwn.service_scratch import SessionFolder


def run(files: Iterable[Path]) -> int:
    """Show the window with `files` open; returns the exit code when it is closed."""
    QCoreApplication.setApplicationName(APP_NAME)
    QCoreApplication.setApplicationVersion(VERSION)
    QGuiApplication.setDesktopFileName(APP_ID)
    application = QApplication([APP_NAME])
    log_path = faults.log_path()
    faults.start_log(log_path)
    sink = faults.FaultSink(log_path)
    sink.install()
    theme.apply(application)
    spare = session_file.sessions(session_file.default_folder())
    engine = EngineThread(EngineProcess(), SessionFolder(spare=spare))
    try:
        window = MainWindow(engine, settings.default_path())
        signals = _Signals(window)
        window.ended.connect(application.quit)
        window.show()
        window.open(files)
        code = application.exec()
        signals.close()
        window.close_unasked()
    finally:
        engine.stop()
    return code


class _Signals(QObject):
    """Closes the window on Ctrl+C and on the system's request to end.

    Python hears signals only between its own instructions, of which Qt's loop runs none; so the
    signal also writes to a socket that wakes the loop.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._receiving, self._sending = socket.socketpair()
        self._sending.setblocking(False)
        self._notifier = QSocketNotifier(self._receiving.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._receiving.recv(64))
        signal.set_wakeup_fd(self._sending.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._end(window))

    def _end(self, window: MainWindow) -> None:
        window.queue_control.keep_all()
        window.close_unasked()

    def close(self) -> None:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._receiving.close()
        self._sending.close()
