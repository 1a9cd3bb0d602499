"""Handles Ctrl+C and the signals that end a program: the work asks between two steps."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_CTRL_C = tuple(getattr(signal, name) for name in ("SIGINT", "SIGBREAK") if hasattr(signal, name))
_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""At a shutdown, when a service is stopped, when a terminal is closed. They may come twice."""


class StopSwitch:
    """A `ShouldStop`. The first signal asks the work to stop; a second Ctrl+C ends the program at
    once."""

    def __init__(self) -> None:
        self._pressed = False

    def __call__(self) -> bool:
        return self._pressed

    def _press(self, number: int, frame: FrameType | None) -> None:
        if self._pressed and number in _CTRL_C:
            raise KeyboardInterrupt
        self._pressed = True

    @contextmanager
    def armed(self) -> Iterator[None]:
        """Listens; the main thread only."""
        before = {number: signal.getsignal(number) for number in _listened()}
        for number in before:
            signal.signal(number, self._press)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Where no switch is armed, whatever ends the program does it as Ctrl+C does, so that what is
    under way cleans up. The main thread only."""
    heard = False

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal heard
        if not heard:  # cleaning up is not disturbed
            heard = True
            raise KeyboardInterrupt

    before = {number: signal.getsignal(number) for number in _listened() if number in _ENDS}
    for number in before:
        signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _listened() -> list[int]:
    """What nohup has made deaf stays so."""
    ends = [number for number in _ENDS if signal.getsignal(number) is not signal.SIG_IGN]
    return [*_CTRL_C, *ends]
