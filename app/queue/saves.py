"""Results that are being saved, one at a time, under names that are free. No Qt."""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from pathlib import Path

from app.queue.job import Job, Problem
from app.queue.job_store import JobStore
from app.queue.save_options import folder_for, options_for, suggested
from fdiwn.api.errors import NamingError
from fdiwn.api.naming import marked
from fdiwn.api.options import SaveOptions
from fdiwn.service.client.events import Saved
from fdiwn.service.client.requests import Save


class Saves:
    """Saves one result after another."""

    def __init__(self, store: JobStore) -> None:
        self._store = store
        # With what was wanted of the file; its format may not be able to do all of that.
        self._waiting: deque[tuple[Save, SaveOptions]] = deque()
        self._current: tuple[Save, SaveOptions] | None = None

    @property
    def current(self) -> Save | None:
        return self._current[0] if self._current is not None else None

    @property
    def any(self) -> bool:
        return self._current is not None or bool(self._waiting)

    def of(self, job_id: int) -> bool:
        """Whether a result of this job is on its way."""
        return any(save.job_id == job_id for save in self._pending())

    def reads(self, run: Path) -> bool:
        """Whether the result in this folder is on its way."""
        return any(save.run == run for save in self._pending())

    def put(self, job: Job, target: Path, overwrite: bool) -> None:
        """Write the result to `target` as it is wanted now."""
        assert job.result is not None
        wanted = self._store.wanted(job).save
        options = options_for(job, wanted, target)
        save = Save(job.id, job.result.folder, target, overwrite, options)
        self._waiting.append((save, wanted))
        self._store.change(job.id, saving=True)

    def put_by_order(self, job: Job) -> bool:
        """Save to where it is wanted by itself; False if the user is asked or there is no name.

        The original is never replaced, nor is another result of this list: what would be gets a
        number, whatever is wanted of older files.
        """
        order = self._store.wanted(job)
        folder = folder_for(job, order.destination)
        if job.result is None or folder is None:
            return False
        try:
            target = folder / suggested(job, order)
        except NamingError as error:
            self._store.change(job.id, problem=Problem.of(error))
            return False
        taken = self._taken(job.id)
        if not order.destination.overwrite or target in taken:
            target = free_name(target, taken)
        self.put(job, target, order.destination.overwrite)
        return True

    def next(self) -> Save | None:
        if self._current is None and self._waiting:
            self._current = self._waiting.popleft()
            return self._current[0]
        return None

    def saved(self, event: Saved) -> None:
        assert self._current is not None
        (done, wanted), self._current = self._current, None
        self._store.change(event.job_id, saving=self.of(event.job_id))
        job = self._store.get(event.job_id)
        # There may be another result by now, which is in no file yet.
        if job and job.result and done.run == job.result.folder:
            where = {"saved_to": event.target, "saved_with": wanted, "left_out": event.notes}
            self._store.change(event.job_id, problem=None, **where)

    def failed(self, job_id: int, problem: Problem, again: bool) -> None:
        """again: it is tried once more, before those that wait."""
        if again and self._current is not None:
            self._waiting.appendleft(self._current)
        self._current = None
        self._store.change(job_id, saving=self.of(job_id), problem=problem)

    def _taken(self, job_id: int) -> set[Path]:
        jobs = self._store.jobs()
        names = {job.source for job in jobs}
        names |= {j.saved_to for j in jobs if j.saved_to is not None and j.id != job_id}
        return names | {save.target for save in self._pending()}

    def _pending(self) -> list[Save]:
        current = [self._current] if self._current is not None else []
        return [save for save, _ in (*self._waiting, *current)]


def free_name(target: Path, taken: Container[Path]) -> Path:
    """`target`, or with a number if there is such a file or the name is in `taken`."""
    number, free = 2, target
    while free.exists() or free in taken:
        free = target.with_name(marked(target.stem, f"-{number}", target.suffix))
        number += 1
    return free
