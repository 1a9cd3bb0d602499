"""What a failure that the engine reports means for the job it is about."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.job import Problem
from app.job_store import JobStore
from app.queue_crashes import Crashes
from app.queue_openings import Openings
from app.queue_runs import Runs
from app.queue_saves import Saves
from fdiwn.service_events import Failed
from fdiwn.service_requests import Task

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parts:
    """Of `app.jobs.JobQueue`, which lends them for one event."""

    store: JobStore
    openings: Openings
    runs: Runs
    saves: Saves
    crashes: Crashes


def take_failure(event: Failed, parts: Parts) -> bool:
    """Let the job fail, or try once more after a crash. Returns whether its record says why."""
    log.error("%s: %s\n%s", event.what, event.why, event.details)
    job_id, task, crashes = event.job_id, event.task, parts.crashes
    job = parts.store.listed(job_id)
    stopping = job is not None and task is Task.ENLARGE and job.stopping
    wanted = event.crashed and job is not None and not stopping
    again = wanted and crashes.blame(job_id, task)
    if not again:
        crashes.clear(job_id, task)
    todo = tr("It is tried once more, by itself") if again else event.todo
    problem = Problem(event.what, event.why, todo)
    if task is Task.SAVE:
        parts.saves.failed(job_id, problem, again)
    elif task is Task.OPEN and again:
        parts.openings.current = None
    elif task is Task.OPEN:
        parts.openings.failed(job_id, problem)
        if job_id != parts.runs.current:  # nothing is left to try
            crashes.clear(job_id, Task.ENLARGE)
    elif event.crashed and stopping:
        parts.runs.cancelled(job_id)
    else:
        parts.runs.failed(job_id, problem, again)
    job = parts.store.listed(job_id)
    return job is not None and job.problem is problem


def tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)
