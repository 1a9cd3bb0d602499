"""Which requests the engine gets next: one opening, one enlargement and one saving at a time."""

from __future__ import annotations

from collections.abc import Callable

from app.queue.openings import Openings
from app.queue.reports import Crashes
from app.queue.runs import Runs
from app.queue.saves import Saves
from fdiwn.service.client.orders import Task


class NextRequests:
    """Part of `JobQueue`. send: gets each request."""

    def __init__(
        self,
        openings: Openings,
        runs: Runs,
        saves: Saves,
        crashes: Crashes,
        send: Callable[[object], None],
    ) -> None:
        self._openings, self._runs, self._saves = openings, runs, saves
        self._crashes, self._send = crashes, send

    def begin(self) -> None:
        """Begin what may begin now."""
        openings, runs, saves = self._openings, self._runs, self._saves
        if self._may_begin(openings.current, runs.current) and (save := saves.next()):
            self._send(save)
        if openings.current is None and self._may_begin(saves.current, runs.current):
            suspects = self._crashes.suspects(Task.OPEN)
            if wanted := openings.next(not runs.working, suspects):
                self._send(wanted)
        suspects = self._crashes.suspects(Task.ENLARGE)
        if self._may_begin(saves.current, openings.current) and (run := runs.next(suspects)):
            self._send(run)

    def _may_begin(self, *others: object) -> bool:
        """While a crash is investigated, only one request may run at a time."""
        return not self._crashes.careful or all(other is None for other in others)
