"""Requests other renderings of a picture from the engine, and deletes their files."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.compare.plan import Wanted
from app.queue.job import Problem
from fdiwn.api.display_image import DisplayImage
from fdiwn.service.client.events import Cancelled, Event, Failed, Progress, Rendered
from fdiwn.service.client.orders import Cancel, Forget, Task
from fdiwn.service.client.requests import Render, Rival

log = logging.getLogger(__name__)

KEPT = 2
"""How many unused renderings to keep. Each is as large as the result."""


class Renderings(QObject):
    """Requests renderings one at a time, and deletes those no longer wanted."""

    request = Signal(object)
    """A `fdiwn.service.client.engine_process.Request` for the engine."""
    changed = Signal()
    """Another rendering is ready."""
    failed = Signal(object)
    """A `Problem`. A failed rendering is retried only after it was dropped and wanted again."""
    progress = Signal(int, int)
    """Progress of another model's enlargement: done and total tiles."""

    def __init__(self, job_folder: Callable[[int], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job_folder = job_folder
        self._numbers = itertools.count(1)
        self.ready: dict[Wanted, DisplayImage] = {}
        self._wants: tuple[Wanted, ...] = ()
        self._failed: set[Wanted] = set()
        self._under_way: tuple[Wanted, Path] | None = None
        self._stopping = False

    @property
    def making(self) -> Wanted | None:
        """The rendering in progress, None if it is not wanted any more."""
        wanted = self._under_way[0] if self._under_way else None
        return wanted if wanted in self._wants else None

    def want(self, wants: Sequence[Wanted], job_id: int) -> None:
        """Request these, and keep the last few others of this job. The rest must not be in use."""
        self._wants = tuple(wants)
        self._failed &= set(wants)
        others = [wanted for wanted in self.ready if wanted not in wants]
        kept = [wanted for wanted in others if wanted.job_id == job_id][-KEPT:]
        for wanted in others:
            if wanted not in kept:
                self._forget(wanted, self.ready.pop(wanted).path.parent)
        if self._under_way is not None and self.making is None and not self._stopping:
            self._stopping = True
            wanted = self._under_way[0]
            self.request.emit(Cancel(wanted.job_id, _task(wanted)))
        self._next()

    def on_event(self, event: Event) -> None:
        """Handle the engine's events; events of other owners are ignored."""
        if isinstance(event, Progress) and event.task is Task.RIVAL and self.making is not None:
            self.progress.emit(event.done, event.total)
        if not isinstance(event, Rendered | Failed | Cancelled) or self._under_way is None:
            return
        wanted, folder = self._under_way
        if (event.job_id, event.task) != (wanted.job_id, _task(wanted)):
            return
        self._under_way, self._stopping = None, False
        if isinstance(event, Rendered):
            if wanted in self._wants:
                self.ready[wanted] = event.display
                self.changed.emit()
            else:
                self._forget(wanted, folder)
        elif isinstance(event, Failed):
            log.error("%s: %s\n%s", event.what, event.why, event.details)
            if wanted in self._wants:
                self._failed.add(wanted)
                self.failed.emit(Problem.of(event))
        self._next()

    def _next(self) -> None:
        if self._under_way is not None:
            return
        for wanted in self._wants:
            if wanted not in self.ready and wanted not in self._failed:
                folder = self._job_folder(wanted.job_id) / "views" / str(next(self._numbers))
                self._under_way = (wanted, folder)
                self.request.emit(_request(wanted, folder))
                return

    def _forget(self, wanted: Wanted, folder: Path) -> None:
        self.request.emit(Forget(wanted.job_id, folder))


def _task(wanted: Wanted) -> Task:
    return Task.RIVAL if wanted.method is None else Task.RENDER


def _request(wanted: Wanted, folder: Path) -> Render | Rival:
    if wanted.method is None:
        assert wanted.options is not None
        return Rival(wanted.job_id, wanted.source, wanted.options, folder, screen=wanted.screen)
    run = wanted.result.parent if wanted.result is not None else None
    return Render(
        wanted.job_id,
        wanted.source,
        wanted.method,
        wanted.size,
        run,
        folder,
        wanted.screen,
        wanted.crop,
    )
