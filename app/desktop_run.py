"""What the desktop learns of work that takes long: how far it is, that the computer must stay
awake, and its end, if the user looks elsewhere then."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from fdiwn.names import APP_NAME

LONG = 10.0
"""Seconds. Shorter work needs no notification: nobody has gone away meanwhile."""


class Progress(Protocol):
    def show(self, fraction: float | None, left: int) -> None: ...


class Guard(Protocol):
    def hold(self, reason: str) -> None: ...
    def release(self) -> None: ...


class DesktopRun:
    """One run after another; between two of them it says nothing.

    unattended: whether the user looks elsewhere and wants to be told.
    """

    def __init__(
        self,
        taskbar: Progress,
        sleep: Guard,
        tell: Callable[[str, str], None],
        unattended: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._taskbar, self._sleep = taskbar, sleep
        self._tell, self._unattended = tell, unattended
        self._clock = clock
        self._began: float | None = None

    @property
    def under_way(self) -> bool:
        return self._began is not None

    def show(self, fraction: float, left: int, awake: str | None) -> None:
        """How far it is, and how many pictures are left. The first time begins the run.

        awake: why the computer must not sleep now, None where it may.
        """
        if self._began is None:
            self._began = self._clock()
        if awake is None:
            self._sleep.release()
        else:
            self._sleep.hold(awake)
        self._taskbar.show(fraction, left)

    def end(self, words: str) -> None:
        """The run is over; ``words`` say how it went."""
        if self._began is None:
            return
        seconds = self._clock() - self._began
        self.close()
        if seconds >= LONG and self._unattended():
            self._tell(APP_NAME, words)

    def close(self) -> None:
        """Let the computer sleep again, whatever still runs."""
        if self._began is not None:
            self._taskbar.show(None, 0)
            self._sleep.release()
            self._began = None
