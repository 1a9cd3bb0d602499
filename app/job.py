"""The record of one picture in the list. Plain values; `app.jobs.JobQueue` alone replaces them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fdiwn.display_image import DisplayImage
from fdiwn.options import UpscaleOptions
from fdiwn.service_events import Finished


class JobState(Enum):
    OPENING = "opening"
    READY = "ready"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Problem:
    """What happened, why, and what to do; as in `fdiwn.errors`."""

    what: str
    why: str = ""
    todo: str = ""

    def sentence(self) -> str:
        what, why, todo = (part.rstrip(".") for part in (self.what, self.why, self.todo))
        text = f"{what}: {why}." if why else f"{what}."
        return f"{text} {todo}." if todo else text


@dataclass(frozen=True)
class Job:
    """One picture in the list. A value: the queue replaces it, views only read it.

    size, bands, bits: of the source, size None until it was opened. done, total: tiles. started:
    `time.monotonic`. original: the source at full size, None unless the view wants it. options: of
    the run that is under way or was the last. saved_to: where the present result was saved.
    """

    id: int
    source: Path
    state: JobState = JobState.OPENING
    size: tuple[int, int] | None = None
    bands: int = 3
    bits: int = 8
    notes: tuple[str, ...] = ()
    thumbnail: DisplayImage | None = None
    original: DisplayImage | None = None
    options: UpscaleOptions | None = None
    done: int = 0
    total: int = 0
    started: float = 0.0
    stopping: bool = False
    result: Finished | None = None
    saving: bool = False
    saved_to: Path | None = None
    problem: Problem | None = None

    @property
    def startable(self) -> bool:
        """Opened, and neither enlarged nor about to be."""
        states = (JobState.READY, JobState.CANCELLED, JobState.FAILED)
        return self.size is not None and self.state in states

    @property
    def active(self) -> bool:
        return self.state in (JobState.WAITING, JobState.RUNNING)

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0

    def seconds_left(self, now: float) -> float | None:
        """An estimate from the tiles so far; None before the first."""
        if self.state is not JobState.RUNNING or self.done == 0:
            return None
        return (now - self.started) / self.done * (self.total - self.done)
