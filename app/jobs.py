"""The queue of the window: the only owner of its jobs."""

from __future__ import annotations

import itertools
import logging
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.job import Job, JobState, Problem
from fdiwn.options import UpscaleOptions
from fdiwn.service_events import (
    Cancelled,
    Event,
    Failed,
    Finished,
    Opened,
    Progress,
    Saved,
)
from fdiwn.service_requests import (
    SOURCE,
    Cancel,
    Enlarge,
    Forget,
    Open,
    Save,
    Task,
)

log = logging.getLogger(__name__)

KEPT_ORIGINALS = 4
"""How many decoded originals stay on disk for the view; the rest is decoded again if shown."""


class JobQueue(QObject):
    """Owns all jobs. Asks the engine for one opening, one enlargement and one saving at a time."""

    request = Signal(object)
    """A `fdiwn.service.Request` for the engine."""
    added = Signal(int)
    changed = Signal(int)
    removed = Signal(int)
    saved = Signal(int)
    failed = Signal(int)

    def __init__(self, scratch: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scratch = scratch
        self._jobs: dict[int, Job] = {}
        self._numbers = itertools.count(1)
        self._opening: int | None = None
        self._running: int | None = None
        self._shown: deque[int] = deque()  # jobs whose original is wanted, the latest last
        self._saves: deque[Save] = deque()  # the first is under way
        self._leaving: set[int] = set()  # removed, but the engine still works on them

    # What the views ask

    def job(self, job_id: int) -> Job | None:
        return self._jobs.get(job_id)

    def jobs(self) -> list[Job]:
        return list(self._jobs.values())

    @property
    def working(self) -> bool:
        """Whether an enlargement is under way or waiting."""
        return self._running is not None or any(job.active for job in self._jobs.values())

    @property
    def saving(self) -> bool:
        return bool(self._saves)

    # What the commands tell

    def add(self, sources: Iterable[Path]) -> list[int]:
        """Put pictures into the list and return their jobs; none is added twice.

        The first is opened before all others, and for the view.
        """
        there = {job.source: job.id for job in self._jobs.values()}
        ids = []
        for source in sources:
            job_id = there.get(source)
            if job_id is None:
                job_id = there[source] = next(self._numbers)
                self._jobs[job_id] = Job(job_id, source)
                self.added.emit(job_id)
            ids.append(job_id)
        if ids:
            self.show(ids[0])
        return ids

    def show(self, job_id: int) -> None:
        """The view wants this job's original at full size."""
        if job_id not in self._jobs:
            return
        if job_id in self._shown:
            self._shown.remove(job_id)
        self._shown.append(job_id)
        self._drop_old_originals()
        self._open_next()

    def start(self, job_ids: Iterable[int], options: UpscaleOptions) -> None:
        """Enlarge these jobs, in the order of the list."""
        for job_id in job_ids:
            job = self._jobs.get(job_id)
            if job is not None and job.size is not None and not job.active:
                self._change(job_id, state=JobState.WAITING, options=options, problem=None)
        self._run_next()

    def cancel(self, job_id: int) -> None:
        job = self._jobs.get(job_id)
        if job is None:
            return
        if job.state is JobState.WAITING:
            self._change(job_id, state=JobState.DONE if job.result else JobState.READY)
        elif job.state is JobState.RUNNING and not job.stopping:
            self._change(job_id, stopping=True)
            self.request.emit(Cancel(job_id, Task.ENLARGE))

    def cancel_all(self) -> None:
        for job in reversed(self.jobs()):  # the waiting before the running, or one would start
            self.cancel(job.id)

    def save(self, job_id: int, target: Path, overwrite: bool) -> None:
        job = self._jobs.get(job_id)
        if job is None or job.result is None:
            return
        self._saves.append(Save(job_id, self._folder(job_id), target, overwrite))
        self._change(job_id, saving=True)
        if len(self._saves) == 1:
            self.request.emit(self._saves[0])

    def remove(self, job_id: int) -> None:
        """Take a job off the list. Its source and what was saved stay; its result goes."""
        job = self._jobs.get(job_id)
        if job is None:
            return
        self.cancel(job_id)
        del self._jobs[job_id]
        if job_id in self._shown:
            self._shown.remove(job_id)
        if job_id in (self._running, self._opening) or any(s.job_id == job_id for s in self._saves):
            self._leaving.add(job_id)
        else:
            self.request.emit(Forget(job_id, self._folder(job_id)))
        self.removed.emit(job_id)

    # What the engine reports

    def on_event(self, event: Event) -> None:
        """Take in what the engine said; events of other owners are passed over."""
        if isinstance(event, Progress):
            if event.task is Task.ENLARGE:
                self._change(event.job_id, done=event.done, total=event.total)
        elif isinstance(event, Opened):
            self._opened(event)
        elif isinstance(event, Finished):
            self._finished(event)
        elif isinstance(event, Saved):
            self._change(event.job_id, saving=False, saved_to=event.target)
            self._save_ended(event.job_id)
            if event.job_id in self._jobs:
                self.saved.emit(event.job_id)
        elif isinstance(event, Failed):
            self._failed(event)
        elif isinstance(event, Cancelled) and event.task is Task.ENLARGE:
            job = self._jobs.get(event.job_id)
            state = JobState.DONE if job and job.result else JobState.CANCELLED
            self._change(event.job_id, state=state)
            self._run_ended(event.job_id)

    def _opened(self, event: Opened) -> None:
        job = self._jobs.get(event.job_id)
        if job is not None:
            self._change(
                job.id,
                size=(event.width, event.height),
                bands=event.bands,
                bits=event.bits,
                notes=event.notes,
                state=JobState.READY if job.state is JobState.OPENING else job.state,
                thumbnail=job.thumbnail or event.display,
                original=event.display if event.full and job.id in self._shown else job.original,
            )
        self._open_ended(event.job_id)

    def _finished(self, event: Finished) -> None:
        self._change(event.job_id, state=JobState.DONE, result=event, saved_to=None)
        self._run_ended(event.job_id)

    def _failed(self, event: Failed) -> None:
        log.error("%s: %s\n%s", event.what, event.why, event.details)
        if event.task not in (Task.OPEN, Task.ENLARGE, Task.SAVE):
            return
        problem = Problem(event.what, event.why, event.todo)
        if event.task is Task.SAVE:
            self._change(event.job_id, saving=False, problem=problem)
            self._save_ended(event.job_id)
        elif event.task is Task.ENLARGE:
            self._change(event.job_id, state=JobState.FAILED, problem=problem)
            self._run_ended(event.job_id)
        else:
            self._change(event.job_id, state=JobState.FAILED, problem=problem)
            if event.job_id in self._shown:
                self._shown.remove(event.job_id)
            self._open_ended(event.job_id)
        if event.job_id in self._jobs:
            self.failed.emit(event.job_id)

    # One of each at a time

    def _open_next(self) -> None:
        if self._opening is not None:
            return
        for job_id in reversed(self._shown):
            job = self._jobs[job_id]
            if job.original is None and not (job.state is JobState.FAILED and job.size is None):
                self._open(job, full=True)
                return
        for job in self._jobs.values():
            if job.state is JobState.OPENING:
                self._open(job, full=False)
                return

    def _open(self, job: Job, full: bool) -> None:
        self._opening = job.id
        self.request.emit(Open(job.id, job.source, self._folder(job.id), full))

    def _open_ended(self, job_id: int) -> None:
        self._opening = None
        self._part_with(job_id)
        self._open_next()

    def _run_next(self) -> None:
        if self._running is not None:
            return
        for job in self._jobs.values():
            if job.state is JobState.WAITING and job.options is not None:
                self._running = job.id
                self._change(
                    job.id,
                    state=JobState.RUNNING,
                    stopping=False,
                    done=0,
                    total=0,
                    started=time.monotonic(),
                )
                folder = self._folder(job.id)
                self.request.emit(Enlarge(job.id, job.source, job.options, folder))
                return

    def _run_ended(self, job_id: int) -> None:
        self._running = None
        self._part_with(job_id)
        self._run_next()
        self._change(job_id)  # what depends on whether anything runs

    def _save_ended(self, job_id: int) -> None:
        self._saves.popleft()
        if self._saves:
            self.request.emit(self._saves[0])
        self._part_with(job_id)

    def _part_with(self, job_id: int) -> None:
        busy = job_id in (self._running, self._opening)
        if job_id in self._leaving and not busy and all(s.job_id != job_id for s in self._saves):
            self._leaving.discard(job_id)
            self.request.emit(Forget(job_id, self._folder(job_id)))

    def _drop_old_originals(self) -> None:
        while len(self._shown) > KEPT_ORIGINALS:
            job_id = self._shown.popleft()
            self._change(job_id, original=None)
            self.request.emit(Forget(job_id, self._folder(job_id) / SOURCE))

    def _folder(self, job_id: int) -> Path:
        return self._scratch / f"job-{job_id}"

    def _change(self, job_id: int, **fields: object) -> None:
        job = self._jobs.get(job_id)
        if job is not None:
            self._jobs[job_id] = replace(job, **fields)  # type: ignore[arg-type]  # names of Job
            self.changed.emit(job_id)
