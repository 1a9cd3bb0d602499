"""Enlargements of the queue: the running one, the next one, and pausing. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from app.queue.job import Job, JobState, Problem
from app.queue.job_store import JobStore
from app.queue.pace import Pace
from app.queue.progress import Meter, QueueProgress
from app.settings.order import Run
from fdiwn.service.client.events import Finished, Progress
from fdiwn.service.client.orders import Cancel, Pause, Task
from fdiwn.service.client.requests import Enlarge, Request


class Runs:
    """Runs one enlargement at a time, in the order of the list."""

    def __init__(self, store: JobStore, send: Callable[[Request], None]) -> None:
        self._store, self._send = store, send
        self._meter = Meter(store)
        self._paused_at: float | None = None
        self.current: int | None = None
        self.screen: Path | None = None
        """The screen profile for results."""
        self.expected: Callable[[Job], float | None] = lambda job: None
        """The seconds that a run takes, by earlier ones."""

    @property
    def working(self) -> bool:
        """Whether one runs or waits, paused or not."""
        return self.current is not None or self._store.counts[JobState.WAITING] > 0

    @property
    def paused(self) -> bool:
        return self._paused_at is not None

    def progress(self) -> QueueProgress | None:
        if not self.working:
            self._meter.end()
            return None
        running = self._store.get(self.current) if self.current is not None else None
        now = time.monotonic() if self._paused_at is None else self._paused_at
        return self._meter.measure(running, now, self.paused)

    def job_changed(self, job: Job) -> None:
        if job.id != self.current:  # for the running job only its tiles change
            self._meter.changed()

    def wait(self, job: Job, run: Run) -> None:
        self._store.change(
            job.id, state=JobState.WAITING, run=run, problem=None, again=False, stopping=False
        )
        self._meter.start([job.id])

    def wait_held(self, job_ids: Iterable[int]) -> None:
        """Queue waiting jobs of an earlier session: the queue is paused until the user resumes
        it."""
        waiting = list(job_ids)
        self._meter.start(waiting)
        if waiting and self.current is None:
            self._paused_at = time.monotonic()

    def cancel(self, job_id: int) -> None:
        """Stop it between two tiles, or remove it from the waiting ones."""
        job = self._store.get(job_id)
        if job is None:
            return
        if job.state is JobState.WAITING:
            state = JobState.READY if job.size is not None else JobState.OPENING
            self._store.change(job_id, state=JobState.DONE if job.result else state, again=False)
        elif job.state is JobState.RUNNING and not job.stopping:
            self._store.change(job_id, stopping=True)
            self._send(Cancel(job_id, Task.ENLARGE))

    def pause(self) -> None:
        if self.working and not self.paused:
            self._paused_at = time.monotonic()
            self._send(Pause(True))

    def resume(self) -> None:
        if self._paused_at is None:
            return
        lasted = time.monotonic() - self._paused_at
        self._paused_at = None
        job = self._store.get(self.current) if self.current is not None else None
        if job is not None:
            self._store.change(job.id, pace=job.pace.shifted(lasted))
        self._send(Pause(False))

    def next(self, suspects: Sequence[int]) -> Enlarge | None:
        """The next job to enlarge, if none is running; suspects: retried before the others."""
        if self.current is not None or self.paused or not self._store.counts[JobState.WAITING]:
            return None
        first = [job for i in suspects if (job := self._store.listed(i)) is not None]
        for job in (*first, *self._store.jobs()):
            if job.state is JobState.WAITING and job.run is not None:
                self.current = job.id
                fields = {"stopping": False, "done": 0, "total": 0}
                pace = Pace.start(time.monotonic(), self.expected(job))
                self._store.change(job.id, state=JobState.RUNNING, pace=pace, **fields)
                folder, run = self._store.folder(job.id), job.run
                return Enlarge(job.id, job.source, run.upscale, folder, run.reading, self.screen)
        return None

    def progressed(self, event: Progress) -> None:
        job = self._store.get(event.job_id)
        if job is not None and job.id == self.current:
            pace = job.pace.next(event.done, time.monotonic())
            self._store.change(job.id, done=event.done, total=event.total, pace=pace)

    def finished(self, event: Finished) -> None:
        job = self._store.get(event.job_id)
        if job is not None:
            self._meter.finished(job)
        fresh = {"saved_to": None, "saved_with": None, "problem": None, "again": False}
        self._end(event.job_id, JobState.DONE, result=event, **fresh)

    def cancelled(self, job_id: int) -> None:
        job = self._store.get(job_id)
        done = job is not None and job.result is not None
        self._end(job_id, JobState.DONE if done else JobState.CANCELLED, again=False)

    def failed(self, job_id: int, problem: Problem, again: bool) -> None:
        """again: it waits for a retry."""
        state = JobState.WAITING if again else JobState.FAILED
        self._end(job_id, state, problem=problem, again=again)

    def _end(self, job_id: int, state: JobState, **fields: object) -> None:
        self.current = None
        self._meter.changed()
        self._store.change(job_id, state=state, stopping=False, **fields)
