"""What the desktop learns of a run: its progress, that the computer must stay awake, its end.

A run lasts from the first picture that is enlarged to the moment when none is left.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from app.queue.job import JobState
from app.queue.jobs import JobQueue
from app.words import pictures
from fdiwn.names import APP_NAME

LONG = 10.0
"""Seconds. A shorter run needs no notification: nobody has gone away meanwhile."""


class Progress(Protocol):
    def show(self, fraction: float | None, left: int) -> None: ...


class Guard(Protocol):
    def hold(self, reason: str) -> None: ...
    def release(self) -> None: ...


class RunWatch(QObject):
    """Watches the queue and never changes it.

    unattended: whether the user looks elsewhere and wants to be told.
    """

    def __init__(
        self,
        queue: JobQueue,
        taskbar: Progress,
        sleep: Guard,
        tell: Callable[[str, str], None],
        unattended: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue, self._taskbar, self._sleep = queue, taskbar, sleep
        self._tell, self._unattended = tell, unattended
        self._clock = time.monotonic
        self._began: float | None = None
        self._ids: set[int] = set()
        queue.updated.connect(self._look)  # once for all rows, not for each

    def close(self) -> None:
        """Let the computer sleep again, whatever still runs."""
        self._taskbar.show(None, 0)
        self._sleep.release()
        self._began = None

    def _look(self) -> None:
        jobs = {job.id: job for job in self._queue.jobs()}
        active = [job for job in jobs.values() if job.active]
        if active and self._began is None:
            self._began = self._clock()
            self._ids = set()
        if self._began is None:
            return
        self._ids = {job_id for job_id in self._ids if job_id in jobs} | {j.id for j in active}
        if active:
            if self._queue.paused:
                self._sleep.release()
            else:
                self._sleep.hold(tr("Enlarging pictures"))
            total = max(1, len(self._ids))
            done = total - len(active) + sum(job.fraction for job in active)
            self._taskbar.show(min(1.0, done / total), len(active))
            return
        seconds = self._clock() - self._began
        self.close()
        if seconds >= LONG and self._unattended():
            states = [jobs[job_id].state for job_id in self._ids]
            self._tell(APP_NAME, _summary(states))


def _summary(states: list[JobState]) -> str:
    done, failed = states.count(JobState.DONE), states.count(JobState.FAILED)
    parts = [tr("Enlarged: {0}.").format(pictures(done))] if done else []
    if failed:
        parts.append(tr("Failed: {0}.").format(pictures(failed)))
    return " ".join(parts) or tr("The run has ended.")


def tr(text: str) -> str:
    return QCoreApplication.translate("run_watch", text)
