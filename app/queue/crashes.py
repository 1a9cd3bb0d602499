"""Whose fault it is when the engine process dies, found out by trying once more, alone."""

from __future__ import annotations

from fdiwn.service.client.orders import Task

MOST = 2
"""Deaths in a row after which a work has failed."""

Key = tuple[int, Task]


class Crashes:
    """Several works can be under way when the process dies, and one of them is to blame.

    Each is tried once more, by itself (`careful`): what is innocent gets through and is cleared,
    and what kills the process again has failed. So nothing fails for another's fault, and no file
    can keep the queue busy for ever.
    """

    def __init__(self) -> None:
        self._deaths: dict[Key, int] = {}

    @property
    def careful(self) -> bool:
        """Whether only one thing may be under way at a time."""
        return bool(self._deaths)

    def suspects(self, task: Task) -> list[int]:
        return [job_id for job_id, suspected in self._deaths if suspected is task]

    def blame(self, job_id: int, task: Task) -> bool:
        """The process died over this; returns whether to try once more."""
        deaths = self._deaths.get((job_id, task), 0) + 1
        if deaths >= MOST:
            self.clear(job_id, task)
            return False
        self._deaths[job_id, task] = deaths
        return True

    def clear(self, job_id: int, task: Task) -> None:
        """It was answered, or is not wanted any more."""
        self._deaths.pop((job_id, task), None)
