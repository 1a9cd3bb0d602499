"""Callables for progress and stopping, and a counter of passes. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable

from fdiwn.api.errors import Cancelled

Progress = Callable[[int, int], None]
"""Called with (done, total) tiles, or parts of the work if a picture takes several steps, on the
computing thread."""


ShouldStop = Callable[[], bool]
"""Called between two tiles; True stops the work with `fdiwn.api.errors.Cancelled`."""


def never() -> bool:
    """A `ShouldStop` that never stops."""
    return False


class Steps:
    """Counts passes of the network, and checks whether to stop."""

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
