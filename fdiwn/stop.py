"""Ctrl+C as a question the work asks between two steps."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class StopSwitch:
    """A `ShouldStop`. The first Ctrl+C asks the work to stop; a second ends the program at once."""

    def __init__(self) -> None:
        self._pressed = False

    def __call__(self) -> bool:
        return self._pressed

    def _press(self, number: int, frame: FrameType | None) -> None:
        if self._pressed:
            raise KeyboardInterrupt
        self._pressed = True

    @contextmanager
    def armed(self) -> Iterator[None]:
        """Listens to Ctrl+C; the main thread only."""
        before = signal.signal(signal.SIGINT, self._press)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
