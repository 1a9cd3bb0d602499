"""Replaced results, and the undo step that restores them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from app.queue.job import Job, JobState
from app.queue.job_store import JobStore
from app.queue.saves import Saves
from fdiwn.service.client.orders import Forget

HELD = ("result", "saved_to", "saved_with", "left_out")
"""The fields of a job that belong to its result."""
Held = dict[str, Any]


class Replaced:
    """Folders of replaced results; each is removed when no undo step needs it."""

    def __init__(self, store: JobStore, saves: Saves, send: Callable[[Forget], None]) -> None:
        self._store, self._saves, self._send = store, saves, send
        self._folders: dict[Path, int] = {}

    def note(self, job: Job) -> None:
        """Record that the job's present result will be replaced."""
        if job.result is not None:
            self._folders[job.result.folder] = job.id

    def clear(self, held: Callable[[], Collection[Path]]) -> None:
        """Request removal of the folders that no job, saving or undo step (`held`) needs."""
        if not self._folders:
            return
        kept = held()
        for folder, job_id in list(self._folders.items()):
            job = self._store.get(job_id)
            if job is not None and job.result is not None and job.result.folder == folder:
                continue  # it was restored
            if folder in kept or self._saves.reads(folder):
                continue
            del self._folders[folder]
            if job is not None:  # else its whole folder was removed
                self._send(Forget(job_id, folder))


class EnlargedAgain:
    """An undo step that restores unsaved results of jobs that were started again.

    Undo also stops jobs still running; redo starts nothing, but restores the newer results.
    """

    def __init__(
        self,
        store: JobStore,
        jobs: Iterable[Job],
        stop: Callable[[list[int]], None],
        replaced: Replaced,
    ) -> None:
        self._store, self._stop, self._replaced = store, stop, replaced
        self._other: dict[int, Held] = {job.id: _held(job) for job in jobs}
        self._begun = False

    @property
    def folders(self) -> set[Path]:
        """The folders of the results that this step would restore."""
        results = (held["result"] for held in self._other.values())
        return {result.folder for result in results if result is not None}

    def undo(self) -> None:
        self._stop(list(self._other))
        self._exchange()

    def redo(self) -> None:
        if self._begun:
            self._stop(list(self._other))
            self._exchange()
        self._begun = True

    def _exchange(self) -> None:
        for job_id, held in self._other.items():
            job = self._store.get(job_id)
            if job is None or held["result"] is None:
                continue
            self._replaced.note(job)
            self._other[job_id] = _held(job)
            state = job.state if job.active else JobState.DONE
            self._store.change(job_id, state=state, problem=None, **held)


def _held(job: Job) -> Held:
    return {name: getattr(job, name) for name in HELD}
