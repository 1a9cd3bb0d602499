"""Progress and stopping: the callables, and a counter of passes. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable

from fdiwn.api.errors import Cancelled

Progress = Callable[[int, int], None]
"""Called with (done, total) tiles, or parts of the work where several steps make a picture, from
the thread that computes."""


ShouldStop = Callable[[], bool]
"""Asked between two tiles; True ends the work with `fdiwn.api.errors.Cancelled`."""


def never() -> bool:
    """A `ShouldStop` that lets the work run to its end."""
    return False


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
