"""Shows long runs on the desktop: progress, no sleep, a notification at the end."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from app.look.translation import tr
from app.look.words import pictures
from app.queue.job import JobState
from app.queue.jobs import JobQueue
from app.settings.settings import Settings
from fdiwn.api.names import APP_NAME

LONG = 10.0
"""Seconds. Shorter runs get no notification: the user is probably still there."""


class Progress(Protocol):
    def show(self, fraction: float | None, left: int) -> None: ...


class Guard(Protocol):
    def hold(self, reason: str) -> None: ...
    def release(self) -> None: ...


class DesktopRun:
    """Shows one run at a time on the desktop.

    unattended: whether the user is elsewhere and wants to be notified.
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
        """Show the progress, and how many pictures are left. The first call begins the run.

        awake: why the computer must not sleep now, None if it may.
        """
        if self._began is None:
            self._began = self._clock()
        if awake is None:
            self._sleep.release()
        else:
            self._sleep.hold(awake)
        self._taskbar.show(fraction, left)

    def end(self, words: str) -> None:
        """End the run; ``words`` describe the outcome."""
        if self._began is None:
            return
        seconds = self._clock() - self._began
        self.close()
        if seconds >= LONG and self._unattended():
            self._tell(APP_NAME, words)

    def close(self) -> None:
        """Let the computer sleep again, even if a run continues."""
        if self._began is not None:
            self._taskbar.show(None, 0)
            self._sleep.release()
            self._began = None


def is_unattended(settings: Settings) -> bool:
    """Whether the user is elsewhere and wants to be notified at the end of a run."""
    state = QGuiApplication.applicationState()
    return settings.notify and state != Qt.ApplicationState.ApplicationActive


class RunWatch(QObject):
    """Reports the runs of the queue to a `DesktopRun`."""

    def __init__(self, queue: JobQueue, desktop: DesktopRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue, self._desktop = queue, desktop
        self._ids: set[int] = set()
        queue.updated.connect(self._look)  # once for all rows, not for each

    def close(self) -> None:
        """Let the computer sleep again, even if a run continues."""
        self._desktop.close()

    def _look(self) -> None:
        active = [job.id for job in self._queue.jobs() if job.active]
        progress = self._queue.progress()
        if active and progress is not None:
            self._ids.update(active)
            awake = None if progress.paused else tr("Enlarging pictures")
            self._desktop.show(progress.fraction, len(active), awake)
        elif self._desktop.under_way:
            jobs = [job for job_id in self._ids if (job := self._queue.job(job_id)) is not None]
            self._ids.clear()
            self._desktop.end(_summary([job.state for job in jobs]))


def _summary(states: list[JobState]) -> str:
    done, failed = states.count(JobState.DONE), states.count(JobState.FAILED)
    parts = [tr("Enlarged: {0}.").format(pictures(done))] if done else []
    if failed:
        parts.append(tr("Failed: {0}.").format(pictures(failed)))
    return " ".join(parts) or tr("The run has ended.")
