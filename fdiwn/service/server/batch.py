"""Batches in the engine process: finding unfinished ones, planning, running.

Runs are `fdiwn.batch.run.run`, as in the command line. The loop's thread coordinates, so that
pictures are opened, saved and previewed during a batch.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from fdiwn.batch.journal import open_journal, unfinished
from fdiwn.batch.records.events import Advanced, Event
from fdiwn.batch.records.items import Items
from fdiwn.batch.records.plan import FOLDER
from fdiwn.batch.run import run
from fdiwn.service.client.batch_requests import FindUnfinished, PlanBatch, RunBatch
from fdiwn.service.client.events import (
    BatchEnded,
    BatchEntries,
    BatchPlanned,
    BatchTold,
    UnfinishedFound,
)
from fdiwn.service.server.work import Desk

CHUNK = 500
"""Entries of a plan per message: few enough that the window does not pause."""
RHYTHM = 0.05
"""Seconds between two messages of a run; hundreds of small pictures are done in a second."""


def find_unfinished(work: FindUnfinished, desk: Desk) -> None:
    desk.send(UnfinishedFound(work.job_id, work.output, unfinished(work.output)))


def plan_batch(work: PlanBatch, desk: Desk) -> None:
    items = _known(work.options.output)
    plan = desk.engine.survey(
        work.options, items, work.speed, desk.reporter(work), desk.should_stop
    )
    for first in range(0, len(plan.entries), CHUNK):
        desk.check_stop()
        desk.send(BatchEntries(work.job_id, plan.entries[first : first + CHUNK]))
    desk.send(BatchPlanned(work.job_id, replace(plan, entries=())))


def run_batch(work: RunBatch, desk: Desk) -> None:
    teller = _Teller(work.job_id, desk)
    with open_journal(work.plan.options.output) as journal:
        journal.recover()
        executor = desk.engine.executor(work.plan.options.upscale)
        try:
            summary = run(
                work.plan,
                executor=executor,
                journal=journal,
                on_event=teller.tell,
                should_stop=teller.should_stop,
                should_pause=lambda: desk.batch_paused,
            )
        finally:
            executor.close()
            teller.flush()
    desk.send(BatchEnded(work.job_id, summary.stopped, summary.seconds))


def _known(output: Path) -> Items:
    """The journal's items, after repairing what an earlier run left."""
    if not (output / FOLDER).exists():
        return {}
    with open_journal(output) as journal:
        journal.recover()
        return journal.items()


class _Teller:
    """Sends a run's events, several at once."""

    def __init__(self, job_id: int, desk: Desk) -> None:
        self._job_id, self._desk = job_id, desk
        self._kept: list[Event] = []
        self._sent = 0.0

    def tell(self, event: Event) -> None:
        last = self._kept[-1] if self._kept else None
        if isinstance(event, Advanced) and isinstance(last, Advanced) and last.key == event.key:
            self._kept.pop()  # only the latest counts
        self._kept.append(event)
        if time.monotonic() - self._sent > RHYTHM:
            self.flush()

    def should_stop(self) -> bool:
        """Polled between two events, and while nothing happens."""
        if time.monotonic() - self._sent > RHYTHM:
            self.flush()
        return self._desk.should_stop()

    def flush(self) -> None:
        if self._kept:
            self._desk.send(BatchTold(self._job_id, tuple(self._kept)))
        self._kept, self._sent = [], time.monotonic()
