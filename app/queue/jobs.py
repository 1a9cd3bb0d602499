"""The job queue, which alone changes the jobs' state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.queue.edits import Edits
from app.queue.job import Job, JobState
from app.queue.job_store import JobStore
from app.queue.next_requests import NextRequests
from app.queue.openings import Openings
from app.queue.progress import QueueProgress
from app.queue.reports import Crashes, Reports
from app.queue.results import EnlargedAgain, Replaced
from app.queue.runs import Runs
from app.queue.save_options import to_be_saved
from app.queue.saves import Saves
from app.settings.order import Order
from fdiwn.api.cropping import Crop
from fdiwn.service.client.events import Event
from fdiwn.service.client.orders import Forget, Task

KEPT = (
    "state", "size", "bands", "bits", "run", "own_order", "crop", "result", "problem",
    "unreadable",
)  # fmt: skip
"""The fields that a job keeps from an earlier session."""


class JobQueue(QObject):
    """Owns all jobs. Requests one opening, one enlargement and one saving at a time.

    Each part has one task and changes the records in the shared store; nothing else has access.
    """

    request = Signal(object)
    """A `fdiwn.service.client.engine_process.Request` for the engine."""
    changed = Signal(int)
    """A listed job has a new record."""
    relisted = Signal()
    """Jobs were added, removed or reordered."""
    removed = Signal(int)
    updated = Signal()
    """Emitted once after each command or event, when all records are up to date."""
    progressed = Signal(object)
    """A `QueueProgress`, or None if nothing runs or waits."""
    saved = Signal(int)
    failed = Signal(int)
    restored = Signal(list)
    """Jobs that undo has restored to the list."""

    def __init__(self, scratch: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        send = self.request.emit
        self._store = JobStore(scratch, self._tell)
        self._openings = Openings(self._store, send)
        self._runs = Runs(self._store, send)
        self._saves = Saves(self._store)
        self._crashes = Crashes()
        self._replaced = Replaced(self._store, self._saves, send)
        own = (self._crashes, self._replaced)
        parts = (self._store, self._openings, self._runs, self._saves, *own)
        self._reports = Reports(*parts, self.saved.emit, self.failed.emit)
        self._next = NextRequests(self._openings, self._runs, self._saves, self._crashes, send)
        self._leaving: set[int] = set()  # dropped, but the engine is still busy with them
        self.edits = Edits(self, self._store, self._take_off, self._edited, self.restored.emit)
        self.edits.history.indexChanged.connect(self._clear_shelf)

    # Queries of the views

    def job(self, job_id: int) -> Job | None:
        return self._store.listed(job_id)

    def jobs(self) -> list[Job]:
        return self._store.jobs()

    def order(self) -> list[int]:
        """The ids in list order."""
        return self._store.order()

    def folder(self, job_id: int) -> Path:
        """The folder of the job's pixels."""
        return self._store.folder(job_id)

    @property
    def working(self) -> bool:
        """Whether an enlargement runs or waits, paused or not."""
        return self._runs.working

    @property
    def paused(self) -> bool:
        return self._runs.paused

    @property
    def saving(self) -> bool:
        return self._saves.any

    def progress(self) -> QueueProgress | None:
        return self._runs.progress()

    def wanted(self, job: Job) -> Order:
        """A job's current order: its own, or the general one."""
        return self._store.wanted(job)

    def to_be_saved(self) -> list[Job]:
        """Jobs whose result is not saved with the current options."""
        return [job for job in self._store.jobs() if to_be_saved(job, self._store.wanted(job))]

    # Commands

    def follow(self, order: Order) -> None:
        """Set the order of jobs without their own."""
        self._store.general = order

    def add(self, sources: Iterable[Path]) -> list[int]:
        """Add pictures to the list and return their jobs; none is added twice.

        The first is opened before all others, for the view.
        """
        there = {job.source: job.id for job in self._store.jobs()}
        ids = []
        for source in sources:
            if source not in there:
                there[source] = self._store.add(source).id
            ids.append(there[source])
        if ids:
            self.relisted.emit()
            self.show(ids[0])
        return ids

    def restore(self, found: Iterable[tuple[Job, Path | None]]) -> list[int]:
        """Add jobs of an earlier session, with the folders of their pixels if there are any.

        Jobs that were waiting wait again, and the queue is paused.
        """
        ids = []
        for job, folder in found:
            new = self._store.add(job.source, folder)
            self._store.change(new.id, **{name: getattr(job, name) for name in KEPT})
            ids.append(new.id)
        jobs = map(self._store.get, ids)
        self._runs.wait_held(j.id for j in jobs if j and j.state is JobState.WAITING)
        self._edited(relisted=True)
        return ids

    def show(self, job_id: int) -> None:
        """Load this job's original at full size, for the view."""
        if self._store.listed(job_id) is not None:
            self._openings.show(job_id)
            self._settle()

    def see(self, job_ids: Sequence[int]) -> None:
        """Open these visible rows before the others."""
        self._openings.see(job_ids)
        self._settle()

    def start(self, job_ids: Iterable[int], order: Order) -> None:
        """Enlarge these jobs in list order; a job's own order overrides `order`, which also becomes
        the general one.

        Undo restores unsaved results.
        """
        self.follow(order)
        listed = [self._store.get(job_id) for job_id in self._store.in_order(job_ids)]
        jobs = [job for job in listed if job and not job.active and not job.unreadable]
        self._begin_again(jobs)
        for job in jobs:
            self._runs.wait(job, self._store.wanted(job).run)
        self._runs.resume()
        self._settle()

    def retry(self, job_ids: Iterable[int]) -> None:
        """Retry what failed in these jobs: opening, enlarging as before, or saving."""
        listed = [self._store.get(job_id) for job_id in self._store.in_order(job_ids)]
        jobs = [job for job in listed if job and job.retriable]
        self._begin_again(job for job in jobs if job.state is JobState.FAILED)
        for job in jobs:
            if job.unreadable:
                self._store.change(job.id, state=JobState.OPENING, unreadable=False, problem=None)
            elif job.state is JobState.FAILED and job.run is not None:
                self._runs.wait(job, self._store.wanted(job).run if job.own_order else job.run)
            elif job.state is JobState.DONE and self._saves.put_by_order(job):
                self._store.change(job.id, problem=None)
        self._settle()

    def cancel(self, job_ids: Iterable[int]) -> None:
        """Stop these: a running one between two tiles, waiting ones at once."""
        self._cancel(job_ids)
        self._settle()

    def cancel_all(self) -> None:
        self.cancel(self._store.order())

    def pause(self) -> None:
        """Finish the tiles in progress, then pause. Opening, saving and previews continue."""
        self._runs.pause()
        self._settle()

    def resume(self) -> None:
        self._runs.resume()
        self._settle()

    def save(self, job_id: int, target: Path, overwrite: bool) -> None:
        """Save the job's result with its current options."""
        job = self._store.listed(job_id)
        if job is not None and job.result is not None:
            self._saves.put(job, target, overwrite)
            self._settle()

    def set_order(self, job_ids: Iterable[int], order: Order | None) -> None:
        """Give jobs their own order; None lets them follow the options panel again."""
        self.edits.set_order(job_ids, order)

    def set_crop(self, job_id: int, crop: Crop | None) -> None:
        """Enlarge only this part of a picture from now on; None: all of it."""
        self.edits.set_crop(job_id, crop)

    def remove(self, job_ids: Iterable[int]) -> None:
        """Remove jobs from the list; see `Edits.remove`."""
        self.edits.remove(job_ids)

    def expect(self, seconds: Callable[[Job], float | None]) -> None:
        """Give the seconds that a run takes by earlier ones, None if unknown."""
        self._runs.expected = seconds

    def set_screen(self, screen: Path | None) -> None:
        """Make new pictures for another screen, and reload the originals in view."""
        self._openings.screen = self._runs.screen = screen
        self._settle()

    def _begin_again(self, jobs: Iterable[Job]) -> None:
        """Add an undo step for unsaved results of these jobs, which will be replaced."""
        # Also for one that is being saved: that may fail.
        again = [job for job in jobs if job.result and not job.saved_to and not job.unreadable]
        if again:
            step = EnlargedAgain(self._store, again, self._cancel, self._replaced)
            self.edits.enlarge_again(step, (job.id for job in again))

    # Reports of the engine

    def on_event(self, event: Event) -> None:
        """Handle the engine's events; events of other owners are ignored."""
        if self._reports.take(event):
            self._settle()

    # The next requests to the engine

    def _settle(self) -> None:
        """Send the next requests to the engine, and notify the views."""
        if self._runs.paused and not self._runs.working:
            self._runs.resume()
        for job_id in [i for i in self._leaving if not self._busy(i)]:
            self._leaving.discard(job_id)
            self._drop(job_id)
        self._replaced.clear(self.edits.history.held_results)
        self._next.begin()
        self.progressed.emit(self._runs.progress())
        self.updated.emit()

    def _tell(self, job: Job) -> None:
        self._runs.job_changed(job)
        self.changed.emit(job.id)

    def _cancel(self, job_ids: Iterable[int]) -> None:
        # Waiting jobs before the running one, or one of them would start.
        for job_id in reversed(self._store.in_order(job_ids)):
            self._crashes.clear(job_id, Task.ENLARGE)
            self._runs.cancel(job_id)

    # The list

    def _edited(self, relisted: bool) -> None:
        if relisted:
            self.relisted.emit()
        self._settle()

    def _take_off(self, job_ids: list[int]) -> None:
        self._cancel(job_ids)
        for job_id in job_ids:
            self._openings.hide(job_id)
            self._crashes.clear(job_id, Task.OPEN)
        self._store.shelve(job_ids)
        for job_id in job_ids:
            self.removed.emit(job_id)
        self._edited(relisted=True)

    def _clear_shelf(self) -> None:
        """Drop the jobs that undo cannot restore any more."""
        for job_id in self._store.shelved() - self.edits.history.held() - self._leaving:
            if self._busy(job_id):
                self._leaving.add(job_id)
            else:
                self._drop(job_id)
        self._replaced.clear(self.edits.history.held_results)

    def _busy(self, job_id: int) -> bool:
        return job_id in (self._runs.current, self._openings.current) or self._saves.of(job_id)

    def _drop(self, job_id: int) -> None:
        self._store.drop(job_id)
        self.request.emit(Forget(job_id, self._store.folder(job_id)))
