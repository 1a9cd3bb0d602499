"""What the window asks of the engine process about whole folders; see
`fdiwn.service.client.requests`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fdiwn.batch.records.plan import BatchOptions, Plan
from fdiwn.service.client.orders import Task


@dataclass(frozen=True)
class FindUnfinished:
    """Look whether a batch was left unfinished in `output`, an absolute folder."""

    job_id: int
    output: Path
    task = Task.UNFINISHED

    @property
    def subject(self) -> str:
        return self.output.name


@dataclass(frozen=True)
class PlanBatch:
    """Look through folders, and say of each picture what would be done; nothing is written.

    Its entries come in `BatchEntries`, before the closing event. speed: pixels that the network
    reads a second, None where nothing is known.
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
    """Carry out `plan`, which may have been changed since it was made. `Cancel` stops it within a
    tile; it is answered by `BatchEnded` all the same."""

    job_id: int
    plan: Plan
    task = Task.BATCH

    @property
    def subject(self) -> str:
        return self.plan.options.output.name
