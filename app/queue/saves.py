"""Saves results one at a time, under free names. No Qt."""

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
        # With the ordered options; the format may not support all of them.
        self._waiting: deque[tuple[Save, SaveOptions]] = deque()
        self._current: tuple[Save, SaveOptions] | None = None

    @property
    def current(self) -> Save | None:
        return self._current[0] if self._current is not None else None

    @property
    def any(self) -> bool:
        return self._current is not None or bool(self._waiting)

    def of(self, job_id: int) -> bool:
        """Whether a result of this job is being saved."""
        return any(save.job_id == job_id for save in self._pending())

    def reads(self, run: Path) -> bool:
        """Whether the result in this folder is being saved."""
        return any(save.run == run for save in self._pending())

    def put(self, job: Job, target: Path, overwrite: bool) -> None:
        """Save the result to `target` with the current options."""
        assert job.result is not None
        wanted = self._store.wanted(job).save
        options = options_for(job, wanted, target)
        save = Save(job.id, job.result.folder, target, overwrite, options)
        self._waiting.append((save, wanted))
        self._store.change(job.id, saving=True)

    def put_by_order(self, job: Job) -> bool:
        """Save automatically; False if the user must be asked or there is no name.

        The original and other results of this list are never replaced: the name gets a number, even
        if older files may be overwritten.
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
        # The job may have a newer result by now, which is not saved yet.
        if job and job.result and done.run == job.result.folder:
            where = {"saved_to": event.target, "saved_with": wanted, "left_out": event.notes}
            self._store.change(event.job_id, problem=None, **where)

    def failed(self, job_id: int, problem: Problem, again: bool) -> None:
        """again: it is retried once, before the waiting ones."""
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
    """`target`, with a number if that file exists or the name is in `taken`."""
    number, free = 2, target
    while free.exists() or free in taken:
        free = target.with_name(marked(target.stem, f"-{number}", target.suffix))
        number += 1
    return free
