"""The queue's run, told to the desktop.

A run lasts from the first picture that is enlarged to the moment when none is left.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from app.desktop_run import DesktopRun
from app.queue.job import JobState
from app.queue.jobs import JobQueue
from app.words import pictures


class RunWatch(QObject):
    """Watches the queue and never changes it."""

    def __init__(self, queue: JobQueue, desktop: DesktopRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue, self._desktop = queue, desktop
        self._ids: set[int] = set()
        queue.updated.connect(self._look)  # once for all rows, not for each

    def close(self) -> None:
        """Let the computer sleep again, whatever still runs."""
        self._desktop.close()

    def _look(self) -> None:
        jobs = {job.id: job for job in self._queue.jobs()}
        active = [job for job in jobs.values() if job.active]
        if not self._desktop.under_way:
            self._ids = set()
        self._ids = {job_id for job_id in self._ids if job_id in jobs} | {j.id for j in active}
        if active:
            total = len(self._ids)
            done = total - len(active) + sum(job.fraction for job in active)
            awake = None if self._queue.paused else tr("Enlarging pictures")
            self._desktop.show(min(1.0, done / total), len(active), awake)
        elif self._desktop.under_way:
            self._desktop.end(_summary([jobs[job_id].state for job_id in self._ids]))


def _summary(states: list[JobState]) -> str:
    done, failed = states.count(JobState.DONE), states.count(JobState.FAILED)
    parts = [tr("Enlarged: {0}.").format(pictures(done))] if done else []
    if failed:
        parts.append(tr("Failed: {0}.").format(pictures(failed)))
    return " ".join(parts) or tr("The run has ended.")


def tr(text: str) -> str:
    return QCoreApplication.translate("run_watch", text)
