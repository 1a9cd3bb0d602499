"""Undo and redo of what the user does to the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

STEPS = 50
"""How many changes can be undone; results of removed rows stay on disk as long."""


class ListChange(QUndoCommand):
    """holds: jobs that undo or redo may need, also while they are not listed.

    topic: steps in a row about the same are one step; None for a step by itself.
    """

    def __init__(
        self,
        text: str,
        do: Callable[[], None],
        undo: Callable[[], None],
        holds: Iterable[int],
        topic: object = None,
    ) -> None:
        super().__init__(text)
        self._do, self._undo = do, undo
        self.holds = frozenset(holds)
        self._topic = topic

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
        steps = (self.command(number) for number in range(self.count()))
        return {i for step in steps if isinstance(step, ListChange) for i in step.holds}
