"""The window's requests to the engine process about whole folders; see
`fdiwn.service.client.requests`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fdiwn.batch.records.plan import BatchOptions, Plan
from fdiwn.service.client.orders import Task


@dataclass(frozen=True)
class FindUnfinished:
    """Check whether there is an unfinished batch in `output`, an absolute folder."""

    job_id: int
    output: Path
    task = Task.UNFINISHED

    @property
    def subject(self) -> str:
        return self.output.name


@dataclass(frozen=True)
class PlanBatch:
    """Plan a batch: scan folders and decide about each picture; nothing is written.

    Its entries are sent in `BatchEntries`, before the closing event. speed: pixels that the network
    reads per second, None if unknown.
    """

    job_id: int
    options: BatchOptions
    speed: float | None = None
    task = Task.PLAN

    @property
    def subject(self) -> str:
        return self.options.output.name


@dataclass(frozen=True)
class RunBatch:
    """Run `plan`, which may have been changed since it was made. `Cancel` stops it within a tile;
    the answer is still `BatchEnded`."""

    job_id: int
    plan: Plan
    task = Task.BATCH

    @property
    def subject(self) -> str:
        return self.plan.options.output.name
