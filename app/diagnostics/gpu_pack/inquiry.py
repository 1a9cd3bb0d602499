"""Asks the engine about the GPU pack, and starts the process that changes it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.look.translation import tr
from app.queue.job import Problem
from fdiwn.api.gpu_pack import Action, PackReport
from fdiwn.service.client.child import run_without_pack
from fdiwn.service.client.engine_process import ChildTarget, EngineProcess
from fdiwn.service.client.events import Cancelled, Event, Failed, PackTold, Progress
from fdiwn.service.client.orders import Cancel, Task
from fdiwn.service.client.requests import ChangePack, LookAtPack

RHYTHM = 50  # milliseconds


class PackInquiry(QObject):
    """The engine says how it stands. A process of its own installs, tests and removes, so that
    pictures are enlarged meanwhile; it is there only for as long as that takes."""

    request = Signal(object)
    """For the engine."""
    told = Signal(object)
    """A `PackReport`."""
    progress = Signal(object, object)
    """Bytes so far, bytes in all; they may be more than Qt's own int holds."""
    failed = Signal(object)
    """A `Problem`; also "stopped"."""

    def __init__(
        self, parent: QObject | None = None, target: ChildTarget = run_without_pack
    ) -> None:
        super().__init__(parent)
        self._engine = EngineProcess(target)
        self._numbers = itertools.count(1)
        self._current: int | None = None
        self._used = ""  # the pack that the engine computes with
        self._timer = QTimer(self)
        self._timer.setInterval(RHYTHM)
        self._timer.timeout.connect(self._listen)

    @property
    def busy(self) -> bool:
        """Whether the pack is being changed."""
        return self._current is not None

    def look(self) -> None:
        """Ask the engine, unless the pack is being changed."""
        if not self.busy:
            self.request.emit(LookAtPack(next(self._numbers)))

    def change(self, action: Action, files: tuple[Path, ...] = ()) -> None:
        if not self.busy:
            self._current = next(self._numbers)
            self._take(self._engine.send(ChangePack(self._current, action, files)))
            self._timer.start()

    def stop(self) -> None:
        if self._current is not None:
            self._take(self._engine.send(Cancel(self._current, Task.PACK)))

    def on_event(self, event: Event) -> None:
        """Take in what the engine said; events of other owners are passed over."""
        if isinstance(event, PackTold):
            self._used = event.report.id if event.report.active else ""
            if not self.busy:
                self.told.emit(event.report)
        elif isinstance(event, Failed) and event.task is Task.PACK and not self.busy:
            self.failed.emit(Problem.of(event))

    def close(self) -> None:
        """Ends what is under way; it goes on from there the next time."""
        self._timer.stop()
        self._current = None
        self._engine.shutdown(1.0)

    def _listen(self) -> None:
        self._take(self._engine.events())

    def _take(self, events: Iterable[Event]) -> None:
        for event in events:
            if isinstance(event, Progress):
                self.progress.emit(event.done, event.total)
            elif isinstance(event, PackTold):
                self.close()
                self.told.emit(self._as_used(event.report))
            elif isinstance(event, Failed):
                self.close()
                self.failed.emit(Problem.of(event))
            elif isinstance(event, Cancelled):
                self.close()
                self.failed.emit(Problem(tr("Stopped. What was downloaded is kept")))

    def _as_used(self, report: PackReport) -> PackReport:
        """As it stands in the engine, which computes and whom that process does not know."""
        return replace(report, active=bool(report.id) and report.id == self._used)
