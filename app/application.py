"""Starts Qt, the engine's thread and the window, and ends them in the right order."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.desktop.single_instance import SingleInstance
from app.diagnostics import faults
from app.look import translation
from app.queue.session import session_file
from app.settings import settings
from app.window.edit_task import EditTask
from app.window.hand_over import HandOver
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.api.memory import LIMIT_VARIABLE
from fdiwn.api.names import APP_ID, APP_NAME, VERSION
from fdiwn.service.client import child
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder


def run(files: Iterable[Path], new_instance: bool = False, task: EditTask | None = None) -> int:
    """Show the window with `files` open; returns the exit code when it is closed.

    If a window is already open, it gets the files and this call returns at once, unless
    new_instance. task: the picture of another program that waits for it, in a window of its own.
    """
    QCoreApplication.setApplicationName(APP_NAME)
    QCoreApplication.setApplicationVersion(VERSION)
    QGuiApplication.setDesktopFileName(APP_ID)
    application = QApplication([APP_NAME])
    files = tuple(files)
    instance = SingleInstance()
    alone = new_instance or task is not None
    if not alone and instance.hand_over(files):
        return 0
    collector = Collector(application)
    log_path = faults.log_path()
    faults.start_log(log_path)
    sink = faults.FaultSink(log_path)
    sink.install()
    chosen = settings.load(settings.default_path())
    translation.install(chosen.language, application)
    if not chosen.low_priority:
        os.environ[child.PRIORITY_VARIABLE] = child.NORMAL_PRIORITY
    if chosen.memory_limit:
        os.environ[LIMIT_VARIABLE] = str(chosen.memory_limit * 10**9)
    spare = session_file.sessions(session_file.default_folder())
    engine = EngineThread(EngineProcess(), SessionFolder(spare=spare))
    try:
        window = MainWindow(engine, settings.default_path(), task)
        signals = _Signals(window.close_unasked)
        opener = _FileOpener(window.shell.come_forward, application)
        application.installEventFilter(opener)
        instance.arrived.connect(window.shell.come_forward)
        window.ended.connect(application.quit)
        window.show()
        if window.hand_over is not None:
            window.hand_over.open()
        window.open(files)
        code = application.exec()
        signals.close()
        window.close_unasked()
    finally:
        engine.stop()
        instance.close()
        collector.close()
    return code if window.hand_over is None else _result(window.hand_over)


def _result(hand_over: HandOver) -> int:
    """The exit code for the program that waits, and on stderr what went wrong."""
    problem = hand_over.problem
    if problem is not None and sys.stderr is not None:  # as in a windowed program on Windows
        print(problem.sentence(), file=sys.stderr)
    return hand_over.code


class Collector(QObject):
    """Runs Python's cyclic collector between two events, in the thread of the window.

    Otherwise Python runs it at any allocation, also on the engine's thread or inside a call of Qt.
    It would delete widgets there that Qt still uses, and the program would crash.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_BETWEEN_COLLECTIONS)
        gc.disable()

    def collect(self) -> None:
        """Run what Python itself would have collected by now."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Turn Python's automatic collection on again."""
        self._timer.stop()
        gc.enable()


_BETWEEN_COLLECTIONS = 2000  # milliseconds
_ENDINGS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
"""Ctrl+C, the system's request to end, and the terminal's end, which Windows does not have."""


class _FileOpener(QObject):
    """Opens files that the file manager and the dock of macOS send as events, not as arguments."""

    def __init__(self, open_files: Callable[[Iterable[Path]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_files

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open([Path(event.file())])
            return True
        return False


class _Signals(QObject):
    """Calls `close` on the signals that ask the program to end.

    Python handles signals only between its own instructions, and Qt's loop runs none of those. So
    the signal also writes to a socket that wakes the loop.
    """

    def __init__(self, close: Callable[[], None]) -> None:
        super().__init__()
        self._receiving, self._sending = socket.socketpair()
        self._sending.setblocking(False)
        self._notifier = QSocketNotifier(self._receiving.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._receiving.recv(64))
        signal.set_wakeup_fd(self._sending.fileno(), warn_on_full_buffer=False)
        # A signal that is ignored was ignored on purpose, as by nohup.
        self._numbers = [n for n in _ENDINGS if signal.getsignal(n) is not signal.SIG_IGN]
        for number in self._numbers:
            # Not at once: Python calls this between any two instructions, also inside a widget.
            signal.signal(number, lambda *_: QTimer.singleShot(0, self, close))

    def close(self) -> None:
        signal.set_wakeup_fd(-1)
        for number in self._numbers:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._receiving.close()
        self._sending.close()
