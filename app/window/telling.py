"""Tells what happens to pictures and models: in the notice, or for a while in the status line."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from app.look.translation import tr
from app.queue.job import Problem
from app.queue.jobs import JobQueue
from app.queue.view import QueueView
from app.window.messages import Notice, StatusLine


class Tells(Protocol):
    """Whoever has messages for the user."""

    @property
    def told(self) -> SignalInstance: ...


class Telling(QObject):
    """Decides which message is shown where, and whether it stays."""

    def __init__(
        self,
        queue: JobQueue,
        rail: QueueView,
        notice: Notice,
        status: StatusLine,
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._queue, self._rail, self._notice, self._status = queue, rail, notice, status
        queue.saved.connect(self._saved)
        queue.failed.connect(self._failed)

    def listen(self, *parts: Tells) -> None:
        """Show the messages of these in the notice."""
        for part in parts:
            part.told.connect(self._notice.say)

    def problem(self, problem: Problem) -> None:
        self._notice.ask(problem.sentence())

    def _saved(self, job_id: int) -> None:
        job = self._queue.job(job_id)
        if job is not None and job.saved_to is not None:
            words = [tr("Saved {0}").format(job.saved_to), *job.left_out]
            self._status.mention("  ·  ".join(words))

    def _failed(self, job_id: int) -> None:
        job = self._queue.job(job_id)
        if job is None or job.problem is None:
            return
        # A picture in view that cannot be opened shows its own message.
        if job.size is not None or job_id != self._rail.current:
            self.problem(job.problem)
