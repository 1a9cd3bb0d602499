"""Counting the passes of the network, and being told to stop."""

from __future__ import annotations

from collections.abc import Callable

from fdiwn.backends.contract import never
from fdiwn.errors import Cancelled
from fdiwn.options import Progress, ShouldStop


class Steps:
    """Counts passes of the network and asks whether to stop."""

    def __init__(
        self, on_progress: Progress | None = None, should_stop: ShouldStop = never, total: int = 0
    ) -> None:
        self._report: Callable[[int, int], object] = on_progress or (lambda done, total: None)
        self.should_stop, self._done, self._total = should_stop, 0, total
        self._report(0, total)

    def check(self) -> None:
        if self.should_stop():
            raise Cancelled

    def advance(self) -> None:
        self._done += 1
        self._report(self._done, self._total)

    def finish(self) -> None:
        self._done = self._total
        self._report(self._done, self._total)
