"""Results on their way into files, one at a time, and the names they get. No Qt."""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from pathlib import Path

from app.queue.job import Job, Problem
from app.queue.job_store import JobStore
from app.queue.order import Where
from fdiwn.naming import marked
from fdiwn.options import AS_IT_IS, SaveOptions
from fdiwn.service.events import Saved
from fdiwn.service.requests import Save


class Saves:
    """The next is asked for when the present one is answered."""

    def __init__(self, store: JobStore) -> None:
        self._store = store
        self._waiting: deque[Save] = deque()
        self.current: Save | None = None

    @property
    def any(self) -> bool:
        return self.current is not None or bool(self._waiting)

    def of(self, job_id: int) -> bool:
        """Whether a result of this job is on its way."""
        pending = (*self._waiting, *([self.current] if self.current else []))
        return any(save.job_id == job_id for save in pending)

    def reads(self, run: Path) -> bool:
        """Whether the result in this folder is on its way."""
        pending = (*self._waiting, *([self.current] if self.current else []))
        return any(save.run == run for save in pending)

    def put(self, job: Job, target: Path, overwrite: bool, options: SaveOptions | None) -> None:
        """Write the result to `target`; options: None for what it was ordered with."""
        if options is None:
            options = job.order.save if job.order is not None else AS_IT_IS
        assert job.result is not None
        self._waiting.append(Save(job.id, job.result.folder, target, overwrite, options))
        self._store.change(job.id, saving=True)

    def put_by_order(self, job: Job) -> bool:
        """Save to where the job's order says; False if it says that the user is asked.

        The original is never replaced, nor is another result of this list: what would be gets a
        number, whatever the order says of older files.
        """
        order, result = job.order, job.result
        if order is None or result is None or order.destination.where is Where.ASK:
            return False
        folder = order.destination.folder
        if order.destination.where is Where.BESIDE or folder is None:
            folder = job.source.parent
        target = folder / result.suggested
        taken = self._taken(job.id)
        if not order.destination.overwrite or target in taken:
            target = free_name(target, taken)
        self.put(job, target, order.destination.overwrite, order.save)
        return True

    def next(self) -> Save | None:
        if self.current is None and self._waiting:
            self.current = self._waiting.popleft()
            return self.current
        return None

    def saved(self, event: Saved) -> None:
        done, self.current = self.current, None
        self._store.change(event.job_id, saving=self.of(event.job_id))
        job = self._store.get(event.job_id)
        # There may be another result by now, which is in no file yet.
        if job and job.result and done and done.run == job.result.folder:
            self._store.change(event.job_id, saved_to=event.target, problem=None)

    def failed(self, job_id: int, problem: Problem, again: bool) -> None:
        """again: it is tried once more, before those that wait."""
        if again and self.current is not None:
            self._waiting.appendleft(self.current)
        self.current = None
        self._store.change(job_id, saving=self.of(job_id), problem=problem)

    def _taken(self, job_id: int) -> set[Path]:
        jobs = self._store.jobs()
        names = {job.source for job in jobs}
        names |= {j.saved_to for j in jobs if j.saved_to is not None and j.id != job_id}
        return names | {save.target for save in (*self._waiting, self.current) if save is not None}


def free_name(target: Path, taken: Container[Path]) -> Path:
    """`target`, or with a number if there is such a file or the name is in `taken`."""
    number, free = 2, target
    while free.exists() or free in taken:
        free = target.with_name(marked(target.stem, f"-{number}", target.suffix))
        number += 1
    return free
