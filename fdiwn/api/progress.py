"""Callables for progress and stopping, and a counter of passes. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable

from fdiwn.api.errors import Cancelled

Progress = Callable[[int, int], None]
"""Called with (done, total) parts of the work, on the computing thread. What a part is depends on
the work: pixels that the network reads, or a thousandth if a picture takes several steps."""


ShouldStop = Callable[[], bool]
"""Called between two tiles; True stops the work with `fdiwn.api.errors.Cancelled`."""


def never() -> bool:
    """A `ShouldStop` that never stops."""
    return False


class Steps:
    """Counts parts of the work, and checks whether to stop.

    total: all parts. Passes of different size count by their pixels: measuring reads far fewer than
    a tile.
    """

    def __init__(
        self, on_progress: Progress | None = None, should_stop: ShouldStop = never, total: int = 0
    ) -> None:
        self._report: Callable[[int, int], object] = on_progress or (lambda done, total: None)
        self.should_stop, self._done, self._total = should_stop, 0, total
        self._report(0, total)

    def check(self) -> None:
        if self.should_stop():
            raise Cancelled

    def advance(self, parts: int) -> None:
        self._done += parts
        self._report(self._done, self._total)
