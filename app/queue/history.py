"""Undo and redo of what the user does to the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

STEPS = 50
"""How many changes can be undone; removed and replaced results stay on disk as long."""


class ListChange(QUndoCommand):
    """holds: jobs that undo or redo may need, also while they are not listed. results: the folders
    of results that it may bring back.

    topic: steps in a row about the same are one step; None for a step by itself.
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
        """The jobs that some step may still bring back."""
        return {job_id for step in self._steps() for job_id in step.holds}

    def held_results(self) -> set[Path]:
        """The folders of the results that some step may still bring back."""
        return {folder for step in self._steps() for folder in step.results()}

    def _steps(self) -> list[ListChange]:
        steps = (self.command(number) for number in range(self.count()))
        return [step for step in steps if isinstance(step, ListChange)]
