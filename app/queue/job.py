"""The record of one picture in the queue. Only `JobQueue` replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.queue.pace import UNMEASURED, Pace
from app.settings.order import Order, Run
from fdiwn.api.cropping import Crop
from fdiwn.api.display_image import DisplayImage
from fdiwn.api.errors import FdiwnError
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.service.client.events import Failed, Finished, LayerFailed


class JobState(Enum):
    """OPENING: not opened yet; visible pictures are opened first."""

    OPENING = "opening"
    READY = "ready"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Problem:
    """What happened, why, and what to do; as in `fdiwn.api.errors`."""

    what: str
    why: str = ""
    todo: str = ""

    @classmethod
    def of(cls, cause: FdiwnError | Failed | LayerFailed) -> Problem:
        return cls(cause.what, cause.why, cause.todo)

    def sentence(self) -> str:
        what, why, todo = (part.rstrip(".") for part in (self.what, self.why, self.todo))
        text = f"{what}: {why}." if why else f"{what}."
        return f"{text} {todo}." if todo else text


@dataclass(frozen=True)
class Job:
    """One picture in the list. Immutable: the queue replaces it, views only read it.

    size, bands, bits: of the source; size is None until it is opened. done, total: tiles. original:
    the source at full size, None unless the view needs it. run: the waiting, running or last one.
    own_order: overrides the options panel. crop: the part to enlarge, None for all of it.
    unreadable: the source could not be opened. again: this run is the one retry after a crash.
    saved_to: where the present result was saved; saved_with: the file options at that time;
    left_out: parts of the picture that the file could not hold.
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
    run: Run | None = None
    own_order: Order | None = None
    crop: Crop | None = None
    done: int = 0
    total: int = 0
    pace: Pace = UNMEASURED
    stopping: bool = False
    unreadable: bool = False
    again: bool = False
    result: Finished | None = None
    saving: bool = False
    saved_to: Path | None = None
    saved_with: SaveOptions | None = None
    left_out: tuple[str, ...] = ()
    problem: Problem | None = None

    @property
    def options(self) -> UpscaleOptions | None:
        """The options of the waiting, running or last run."""
        return self.run.upscale if self.run is not None else None

    @property
    def startable(self) -> bool:
        """Not enlarged, waiting or running, and not known to be unreadable."""
        states = (JobState.OPENING, JobState.READY, JobState.CANCELLED, JobState.FAILED)
        return not self.unreadable and self.state in states

    @property
    def active(self) -> bool:
        return self.state in (JobState.WAITING, JobState.RUNNING)

    @property
    def retriable(self) -> bool:
        """Whether something failed that can be retried."""
        failed = self.state is JobState.FAILED
        return failed or (self.state is JobState.DONE and self.problem is not None and self.unsaved)

    @property
    def unsaved(self) -> bool:
        """Whether there is a result that is neither saved nor being saved."""
        return self.result is not None and self.saved_to is None and not self.saving

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0

    def fraction_at(self, now: float) -> float:
        """The same, with what was probably done since the last report."""
        if not self.total or self.state is not JobState.RUNNING:
            return self.fraction
        return min(1.0, (self.done + self.pace.under_way(self.total, now)) / self.total)

    @property
    def newly_cropped(self) -> bool:
        """Whether a part is chosen that was not enlarged yet."""
        return self.crop is not None and (
            self.result is None or self.result.options.crop != self.crop
        )

    def made_otherwise(self, run: Run) -> bool:
        """Whether there is a result, and with `run` it would be another."""
        if self.result is None:
            return False
        finer = run.reading.deep and self.result.bits == 8
        return finer or self.result.options != run.upscale

    def stale(self, run: Run) -> bool:
        """The same, and it is not being made again."""
        return not self.active and self.made_otherwise(run)

    def output_size(self, options: UpscaleOptions | None) -> tuple[int, int] | None:
        """The result's size with `options`, None while the source's size is unknown."""
        if self.size is None or options is None:
            return None
        return Order(options).result_size(*self.size)

    def order(self, general: Order) -> Order:
        """How it is enlarged and saved from now on: by its own order or the general one."""
        return (self.own_order or general).cropped(self.crop)

    @property
    def enlarged_size(self) -> tuple[int, int] | None:
        """The size of what is to be enlarged, None while the source's size is unknown."""
        return self.crop.size if self.crop is not None else self.size

    def seconds_left(self, now: float) -> float | None:
        """A smoothed estimate from the tiles so far; None before the second."""
        if self.state is not JobState.RUNNING:
            return None
        return self.pace.seconds_left(self.total, now)
