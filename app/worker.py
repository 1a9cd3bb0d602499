"""The thread that communicates with the engine process and scans folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from app.queue.scan import scan
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.requests import Request
from fdiwn.service.client.scratch import SessionFolder

POLL_MILLISECONDS = 15


class Worker(QObject):
    """Lives on the engine's thread; called through queued signals only."""

    reported = Signal(object)
    """A `fdiwn.service.client.engine_process.Event`."""
    scanned = Signal(object)
    """A `app.queue.scan.Scan`."""

    def __init__(self, engine: EngineProcess) -> None:
        super().__init__()
        self._engine = engine
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MILLISECONDS)
        self._timer.timeout.connect(self.poll)

    @Slot(object)
    def send(self, request: Request) -> None:
        for event in self._engine.send(request):
            self.reported.emit(event)
        self._timer.start()

    @Slot(object)
    def scan(self, paths: Iterable[Path]) -> None:
        self.scanned.emit(scan(paths))

    @Slot()
    def poll(self) -> None:
        for event in self._engine.events():
            self.reported.emit(event)
        if not self._engine.busy:
            self._timer.stop()

    @Slot(float)
    def stop(self, patience: float) -> None:
        self._timer.stop()
        self._engine.shutdown(patience)
        QThread.currentThread().quit()


class EngineThread(QObject):
    """The engine's thread: starts the worker, and waits for its end."""

    _send = Signal(object)
    _scan = Signal(object)
    _stop = Signal(float)

    def __init__(self, engine: EngineProcess, session: SessionFolder) -> None:
        super().__init__()
        self.session = session
        self.worker = Worker(engine)
        self._thread = QThread()
        self._thread.setObjectName("engine")
        self.worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._send.connect(self.worker.send, queued)
        self._scan.connect(self.worker.scan, queued)
        self._stop.connect(self.worker.stop, queued)
        self._thread.start()

    @Slot(object)
    def send(self, request: Request) -> None:
        self._send.emit(request)

    def scan(self, paths: Iterable[Path]) -> None:
        """Find the pictures in files and folders; `Worker.scanned` reports them."""
        self._scan.emit(tuple(paths))

    def stop(self, patience: float = 3.0) -> None:
        """Stop the engine and the thread, and remove the session's files. May be called twice."""
        if self._thread.isRunning():
            self._stop.emit(patience)
            self._thread.wait()
        self.session.close()
