"""Passes the engine's events to the parts of the queue, and handles its crashes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from app.look.translation import tr
from app.queue.job import Job, Problem
from app.queue.job_store import JobStore
from app.queue.openings import Openings
from app.queue.results import Replaced
from app.queue.runs import Runs
from app.queue.saves import Saves
from fdiwn.service.client.events import Cancelled, Event, Failed, Finished, Opened, Progress, Saved
from fdiwn.service.client.orders import Task

log = logging.getLogger(__name__)

Report = Progress | Opened | Finished | Saved | Failed | Cancelled
MOST_CRASHES = 2
"""Consecutive crashes on the same work after which it counts as failed."""


class Reports:
    """Part of `app.queue.jobs.JobQueue`. saved, failed: called with listed jobs."""

    def __init__(
        self,
        store: JobStore,
        openings: Openings,
        runs: Runs,
        saves: Saves,
        crashes: Crashes,
        replaced: Replaced,
        saved: Callable[[int], None],
        failed: Callable[[int], None],
    ) -> None:
        self._store, self._openings, self._runs, self._saves = store, openings, runs, saves
        self._crashes, self._replaced = crashes, replaced
        self._tell_saved, self._tell_failed = saved, failed

    def take(self, event: Event) -> bool:
        """Handle an event; returns whether it answers a request of the queue. Others are
        ignored."""
        if not isinstance(event, Report) or event.job_id != self._under_way(event.task):
            return False
        match event:
            case Progress():
                self._runs.progressed(event)
            case Opened():
                self._crashes.clear(event.job_id, Task.OPEN)
                self._openings.opened(event)
            case Finished():
                self._finished(event)
            case Saved():
                self._crashes.clear(event.job_id, Task.SAVE)
                self._saves.saved(event)
                if self._store.listed(event.job_id) is not None:
                    self._tell_saved(event.job_id)
            case Failed():
                self._failed(event)
            case Cancelled(task=Task.ENLARGE):
                self._runs.cancelled(event.job_id)
        return True

    def _under_way(self, task: Task) -> int | None:
        """The job with a running request of this kind."""
        if task is Task.SAVE:
            return self._saves.current.job_id if self._saves.current is not None else None
        return {Task.OPEN: self._openings.current, Task.ENLARGE: self._runs.current}.get(task)

    def _finished(self, event: Finished) -> None:
        self._crashes.clear(event.job_id, Task.ENLARGE)
        before = self._store.get(event.job_id)
        if before is not None and before.stopping and before.result is not None:
            # It was stopped a moment too late: the earlier result stays.
            self._replaced.note(replace(before, result=event))
            self._runs.cancelled(event.job_id)
            return
        if before is not None:
            self._replaced.note(before)
        self._runs.finished(event)
        done = self._store.listed(event.job_id)
        if done is not None and before is not None and not before.stopping:
            self._save_by_itself(done)

    def _save_by_itself(self, done: Job) -> None:
        self._saves.put_by_order(done)
        now = self._store.listed(done.id)
        if now is not None and now.problem is not None:
            self._tell_failed(done.id)

    def _failed(self, event: Failed) -> None:
        log.error("%s: %s\n%s", event.what, event.why, event.details)
        job_id, task = event.job_id, event.task
        job = self._store.listed(job_id)
        stopping = job is not None and task is Task.ENLARGE and job.stopping
        wanted = event.crashed and job is not None and not stopping
        again = wanted and self._crashes.note_crash(job_id, task)
        if not again:
            self._crashes.clear(job_id, task)
        todo = tr("Retrying") if again else event.todo
        problem = Problem(event.what, event.why, todo)
        if task is Task.SAVE:
            self._saves.failed(job_id, problem, again)
        elif task is Task.OPEN and again:
            self._openings.current = None
        elif task is Task.OPEN:
            self._openings.failed(job_id, problem)
            if job_id != self._runs.current:  # nothing is left to retry
                self._crashes.clear(job_id, Task.ENLARGE)
        elif event.crashed and stopping:
            self._runs.cancelled(job_id)
        else:
            self._runs.failed(job_id, problem, again)
        job = self._store.listed(job_id)
        if job is not None and job.problem is problem:
            self._tell_failed(job_id)


class Crashes:
    """Finds out which work crashes the engine process, by retrying each once, alone.

    Several requests can be running when the process dies. While any is suspected (`careful`) only
    one runs at a time: one that is answered is cleared, one that crashes the process again has
    failed. So one bad file neither makes others fail nor blocks the queue for ever.
    """

    def __init__(self) -> None:
        self._crashes: dict[tuple[int, Task], int] = {}

    @property
    def careful(self) -> bool:
        """Whether only one request may run at a time."""
        return bool(self._crashes)

    def suspects(self, task: Task) -> list[int]:
        return [job_id for job_id, suspected in self._crashes if suspected is task]

    def note_crash(self, job_id: int, task: Task) -> bool:
        """Record a crash during this work; returns whether to retry it once."""
        crashes = self._crashes.get((job_id, task), 0) + 1
        if crashes >= MOST_CRASHES:
            self.clear(job_id, task)
            return False
        self._crashes[job_id, task] = crashes
        return True

    def clear(self, job_id: int, task: Task) -> None:
        """The work was answered, or is no longer wanted."""
        self._crashes.pop((job_id, task), None)
