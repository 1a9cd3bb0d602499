"""Stores the queue's job records and their order in the list. No Qt.

A removed job stays in the store, shelved, until it is dropped, so that undo can restore it.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from app.queue.job import Job, JobState
from app.settings.order import Order
from fdiwn.api.options import UpscaleOptions


class JobStore:
    """scratch: holds a folder for each job's pixels. on_change: called with each new record."""

    def __init__(self, scratch: Path, on_change: Callable[[Job], None]) -> None:
        self._scratch, self._on_change = scratch, on_change
        self._jobs: dict[int, Job] = {}
        self._order: list[int] = []
        self._rows: dict[int, int] = {}
        self._folders: dict[int, Path] = {}
        self._numbers = itertools.count(1)
        self.counts: Counter[JobState] = Counter()
        """Listed jobs by state."""
        self.general = Order(UpscaleOptions())
        """The order of jobs without their own."""

    def wanted(self, job: Job) -> Order:
        """A job's current order."""
        return job.order(self.general)

    def get(self, job_id: int) -> Job | None:
        """The job, listed or shelved."""
        return self._jobs.get(job_id)

    def listed(self, job_id: int) -> Job | None:
        return self._jobs[job_id] if job_id in self._rows else None

    def jobs(self) -> list[Job]:
        return [self._jobs[job_id] for job_id in self._order]

    def order(self) -> list[int]:
        return list(self._order)

    def row(self, job_id: int) -> int:
        """Raises KeyError for jobs that are not listed."""
        return self._rows[job_id]

    def in_order(self, job_ids: Iterable[int]) -> list[int]:
        """The listed ones of these, each once, in list order."""
        return sorted({i for i in job_ids if i in self._rows}, key=self._rows.__getitem__)

    def shelved(self) -> set[int]:
        return self._jobs.keys() - self._rows.keys()

    def folder(self, job_id: int) -> Path:
        return self._folders.get(job_id, self._scratch / f"job-{job_id}")

    def add(self, source: Path, folder: Path | None = None) -> Job:
        """Append a new job. folder: where an earlier session kept its pixels."""
        job = Job(next(self._numbers), source)
        self._jobs[job.id] = job
        self._rows[job.id] = len(self._order)
        self._order.append(job.id)
        self.counts[job.state] += 1
        if folder is not None:
            self._folders[job.id] = folder
        return job

    def change(self, job_id: int, **fields: object) -> None:
        """Replace fields of a job, listed or shelved; ignored if it was dropped."""
        job = self._jobs.get(job_id)
        if job is None:
            return
        self._jobs[job_id] = new = replace(job, **fields)  # type: ignore[arg-type]  # names of Job
        if job_id in self._rows:
            self.counts[job.state] -= 1
            self.counts[new.state] += 1
            self._on_change(new)

    def shelve(self, job_ids: Iterable[int]) -> None:
        gone = set(job_ids) & self._rows.keys()
        for job_id in gone:
            self.counts[self._jobs[job_id].state] -= 1
        self._list([i for i in self._order if i not in gone])

    def put_back(self, places: Sequence[tuple[int, int]]) -> None:
        """places: (row, id) of shelved jobs, sorted by row; rows count in the restored list."""
        order = list(self._order)
        for row, job_id in places:
            order.insert(row, job_id)
            self.counts[self._jobs[job_id].state] += 1
        self._list(order)

    def arrange(self, job_ids: Sequence[int]) -> None:
        """Sort the list in this order; jobs that are not named stay at the end."""
        named = [i for i in job_ids if i in self._rows]
        known = set(named)
        self._list(named + [i for i in self._order if i not in known])

    def drop(self, job_id: int) -> None:
        """Forget a shelved job."""
        assert job_id not in self._rows
        del self._jobs[job_id]

    def _list(self, order: list[int]) -> None:
        self._order = order
        self._rows = {job_id: row for row, job_id in enumerate(order)}
