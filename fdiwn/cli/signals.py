"""Turns Ctrl+C and termination signals into a stop request that the work polls."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_CTRL_C = tuple(getattr(signal, name) for name in ("SIGINT", "SIGBREAK") if hasattr(signal, name))
_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Sent at a shutdown, when a service is stopped, or a terminal closed; may be sent twice."""


class StopSwitch:
    """A `ShouldStop`. The first signal requests a stop; a second Ctrl+C ends the program at
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
        """Handles the signals; the main thread only."""
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
    """Without an armed switch, makes termination signals act as Ctrl+C, so that the work cleans up.
    The main thread only."""
    heard = False

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal heard
        if not heard:  # do not interrupt cleaning up
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
    """Leaves out signals that nohup ignores."""
    ends = [number for number in _ENDS if signal.getsignal(number) is not signal.SIG_IGN]
    return [*_CTRL_C, *ends]
