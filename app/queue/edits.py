"""Changes of the list by the user, with undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.look.translation import tr
from app.look.words import pictures
from app.queue.job import JobState
from app.queue.job_store import JobStore
from app.queue.results import EnlargedAgain
from app.settings.order import Order
from fdiwn.api.cropping import Crop


class Edits:
    """Part of `JobQueue`. take_off: stops and shelves jobs. changed: called after each change, with
    whether the rows changed. restored: called with jobs that are listed again."""

    def __init__(
        self,
        parent: QObject,
        store: JobStore,
        take_off: Callable[[list[int]], None],
        changed: Callable[[bool], None],
        restored: Callable[[list[int]], None],
    ) -> None:
        self._store, self._take_off, self._changed = store, take_off, changed
        self._restored = restored
        self.history = History(parent)

    def remove(self, job_ids: Iterable[int]) -> None:
        """Remove jobs from the list. Their sources and saved results stay.

        Undo restores them with their results, but does not restart stopped ones.
        """
        ids = self._store.in_order(job_ids)
        if ids:
            self._remove(ids, tr("Remove {0}").format(pictures(len(ids))))

    def clear_finished(self) -> None:
        """Remove all jobs whose result is saved."""
        ids = self.finished()
        if ids:
            self._remove(ids, tr("Clear {0}").format(pictures(len(ids))))

    def finished(self) -> list[int]:
        jobs = self._store.jobs()
        return [j.id for j in jobs if j.state is JobState.DONE and j.saved_to and not j.saving]

    def move(self, job_ids: Iterable[int], row: int) -> None:
        """Move jobs, in their present order, before the job that is at `row` now."""
        before = self._store.order()
        ids = self._store.in_order(job_ids)
        moved = set(ids)
        head = [i for i in before[:row] if i not in moved]
        after = head + ids + [i for i in before[row:] if i not in moved]
        if after != before:
            text = tr("Move {0}").format(pictures(len(ids)))
            self._push(text, lambda: self._arrange(after), lambda: self._arrange(before))

    def move_by(self, job_ids: Iterable[int], rows: int) -> None:
        """Move jobs down by `rows`, or up if it is negative; they end up side by side."""
        ids = self._store.in_order(job_ids)
        if not ids:
            return
        if rows < 0:
            self.move(ids, max(0, self._store.row(ids[0]) + rows))
        else:
            self.move(ids, self._store.row(ids[-1]) + 1 + rows)

    def set_order(self, job_ids: Iterable[int], order: Order | None) -> None:
        """Give jobs their own order, or None to follow the options panel again."""
        ids = self._store.in_order(job_ids)
        before = {i: job.own_order for i in ids if (job := self._store.get(i)) is not None}
        after: dict[int, Order | None] = dict.fromkeys(ids, order)
        if after != before:
            text = tr("Options of {0}").format(pictures(len(ids)))
            topic = ("order", *ids) if order is not None else None
            self._push(text, lambda: self._give(after), lambda: self._give(before), topic=topic)

    def set_crop(self, job_id: int, crop: Crop | None) -> None:
        """Enlarge only this part of a picture; None: all of it."""
        job = self._store.listed(job_id)
        if job is None or job.crop == crop:
            return
        before = job.crop
        text = tr("Crop of {0}").format(job.source.name)
        self._push(text, lambda: self._crop(job_id, crop), lambda: self._crop(job_id, before))

    def enlarge_again(self, step: EnlargedAgain, job_ids: Iterable[int]) -> None:
        """Make replacing unsaved results a step that undo can reverse."""
        ids = self._store.in_order(job_ids)
        text = tr("Enlarge {0} again").format(pictures(len(ids)))

        def undo() -> None:
            step.undo()
            self._changed(False)

        def redo() -> None:
            step.redo()
            self._changed(False)

        self.history.push(ListChange(text, redo, undo, ids, results=lambda: step.folders))

    def _remove(self, ids: list[int], text: str) -> None:
        places = [(self._store.row(job_id), job_id) for job_id in ids]

        def put_back() -> None:
            self._store.put_back(places)
            self._changed(True)
            self._restored(ids)

        self._push(text, lambda: self._take_off(ids), put_back, ids)

    def _arrange(self, order: list[int]) -> None:
        self._store.arrange(order)
        self._changed(True)

    def _give(self, orders: dict[int, Order | None]) -> None:
        for job_id, order in orders.items():
            self._store.change(job_id, own_order=order)
        self._changed(False)

    def _crop(self, job_id: int, crop: Crop | None) -> None:
        self._store.change(job_id, crop=crop)
        self._changed(False)

    def _push(
        self,
        text: str,
        do: Callable[[], None],
        undo: Callable[[], None],
        holds: Iterable[int] = (),
        topic: object = None,
    ) -> None:
        self.history.push(ListChange(text, do, undo, holds, topic))


STEPS = 50
"""How many changes can be undone; removed and replaced results stay on disk as long."""


class ListChange(QUndoCommand):
    """holds: jobs that undo or redo may need, also unlisted ones. results: the folders of results
    that it may restore.

    topic: consecutive steps with the same topic are merged; None for a separate step.
    """

    def __init__(
        self,
        text: str,
        do: Callable[[], None],
        undo: Callable[[], None],
        holds: Iterable[int],
        topic: object = None,
        results: Callable[[], set[Path]] = set,
    ) -> None:
        super().__init__(text)
        self._do, self._undo = do, undo
        self.holds = frozenset(holds)
        self._topic = topic
        self.results = results

    def id(self) -> int:
        return -1 if self._topic is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ListChange) or other._topic != self._topic:
            return False
        self._do = other._do
        return True

    def redo(self) -> None:
        self._do()

    def undo(self) -> None:
        self._undo()


class History(QUndoStack):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setUndoLimit(STEPS)

    def held(self) -> set[int]:
        """The jobs that some step may still restore."""
        return {job_id for step in self._steps() for job_id in step.holds}

    def held_results(self) -> set[Path]:
        """The folders of results that some step may still restore."""
        return {folder for step in self._steps() for folder in step.results()}

    def _steps(self) -> list[ListChange]:
        steps = (self.command(number) for number in range(self.count()))
        return [step for step in steps if isinstance(step, ListChange)]
