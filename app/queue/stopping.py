"""Asks before a picture is stopped that has been worked on for long, as it would begin anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from app.look.question import ask
from app.look.translation import tr
from app.look.words import duration
from app.queue.job import JobState
from app.queue.jobs import JobQueue

LONG = 60.0
"""Seconds of work that nobody wants to lose by a click."""


def ask_before_stop(
    queue: JobQueue, window: QWidget, job_ids: Iterable[int], do: Callable[[], None]
) -> None:
    """Do it, which stops these jobs; ask first if one of them is under way for long. The work
    goes on meanwhile."""
    jobs = (queue.job(job_id) for job_id in job_ids)
    job = next((job for job in jobs if job and job.state is JobState.RUNNING), None)
    lasted = time.monotonic() - job.started if job is not None else 0.0
    if job is None or job.stopping or lasted < LONG:
        do()
        return
    text = tr("{0} has been worked on for {1}, and would begin anew. Stop it?")
    ask(window, text.format(job.source.name, duration(lasted)), tr("Stop"), do, tr("Go On"))
