"""Events from the engine process to the window; see `fdiwn.service.client.requests`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.display_image import DisplayImage
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.reports import Check, Device
from fdiwn.batch.records import events as batch_events
from fdiwn.batch.records.items import Unfinished
from fdiwn.batch.records.plan import Entry, Plan
from fdiwn.service.client.orders import Task
from fdiwn.service.client.requests import Quad


@dataclass(frozen=True)
class Ready:
    """The process is up and listens."""

    pid: int


@dataclass(frozen=True)
class Opened:
    """`display` is the picture at its own size, or (not `full`) a reduction for a thumbnail.

    bits: of each sample in the file, 8 or 16.
    """

    job_id: int
    width: int
    height: int
    bands: int
    notes: tuple[str, ...]
    display: DisplayImage
    full: bool
    bits: int = 8
    task = Task.OPEN


@dataclass(frozen=True)
class Progress:
    """Tiles of an enlargement, or bytes of a download."""

    job_id: int
    task: Task
    done: int
    total: int


@dataclass(frozen=True)
class Finished:
    """The enlargement is in a folder of its own, with two views of it for the screen.

    notes: what had to be tried before it worked. fidelity_psnr (dB), fidelity_max_difference (of
    255): see `fdiwn.enlarge.fidelity`. bicubic: the source at the same size. kind: what file the
    source is, see `fdiwn.codec.kind`, None where that is not known; source_size: its width and
    height. bits: of each sample of the result, 8 or 16.
    """

    job_id: int
    options: UpscaleOptions
    width: int
    height: int
    model: str
    device: str
    precision: str
    seconds: float
    notes: tuple[str, ...]
    fidelity_psnr: float
    fidelity_max_difference: float
    enlarged: DisplayImage
    bicubic: DisplayImage
    kind: str | None = None
    source_size: tuple[int, int] | None = None
    bits: int = 16
    task = Task.ENLARGE

    @property
    def folder(self) -> Path:
        """Where all of this run is, and nothing else."""
        return self.enlarged.path.parent


@dataclass(frozen=True)
class Saved:
    """notes: what of the picture the file could not hold."""

    job_id: int
    target: Path
    notes: tuple[str, ...] = ()
    task = Task.SAVE


@dataclass(frozen=True)
class Exported:
    """notes: what of the picture the file could not hold."""

    job_id: int
    target: Path
    notes: tuple[str, ...] = ()
    task = Task.EXPORT


@dataclass(frozen=True)
class ModelReady:
    """A model was fetched or imported and can be used."""

    job_id: int
    task: Task
    path: Path


@dataclass(frozen=True)
class LogLine:
    """A line for the window's log; the client puts it there, and nobody else sees it."""

    level: int
    name: str
    text: str


@dataclass(frozen=True)
class Rendered:
    """A picture for the compare view is ready, in the folder that was named for it."""

    job_id: int
    task: Task
    display: DisplayImage


@dataclass(frozen=True)
class DeviceReport:
    """devices: those the engine knows, present or not, in the order of preference."""

    job_id: int
    devices: tuple[Device, ...]
    task = Task.PROBE


@dataclass(frozen=True)
class Checked:
    """One line of a self-test that goes on."""

    job_id: int
    check: Check
    task = Task.SELF_TEST


@dataclass(frozen=True)
class SelfTested:
    """The self-test is over, and each line was reported; whether none of them failed."""

    job_id: int
    passed: bool
    task = Task.SELF_TEST


@dataclass(frozen=True)
class PreviewTile:
    """A piece of the result: where it lies in it, in output pixels, and its pixels."""

    job_id: int
    box: Quad
    display: DisplayImage
    task = Task.PREVIEW


@dataclass(frozen=True)
class PreviewDone:
    """All of the region was reported, in pieces of a grid that is the same for these options.

    width, height: of the result. columns, rows: the grid's lines from edge to edge, in output
    pixels. device, precision: where the network ran. notes: what had to be tried before.
    """

    job_id: int
    width: int
    height: int
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    device: str
    precision: str
    notes: tuple[str, ...] = ()
    task = Task.PREVIEW


@dataclass(frozen=True)
class UnfinishedFound:
    """found: None where nothing was left to do in `output`."""

    job_id: int
    output: Path
    found: Unfinished | None
    task = Task.UNFINISHED


@dataclass(frozen=True)
class BatchEntries:
    """Some of a plan's entries; all of them together are in the plan's order."""

    job_id: int
    entries: tuple[Entry, ...]
    task = Task.PLAN


@dataclass(frozen=True)
class BatchPlanned:
    """plan: without its entries, which came before."""

    job_id: int
    plan: Plan
    task = Task.PLAN


@dataclass(frozen=True)
class BatchTold:
    """What a running batch told since the last time."""

    job_id: int
    events: tuple[batch_events.Event, ...]
    task = Task.BATCH


@dataclass(frozen=True)
class BatchEnded:
    """stopped: before all was done. seconds: of this run."""

    job_id: int
    stopped: bool
    seconds: float
    task = Task.BATCH


@dataclass(frozen=True)
class Failed:
    """what, why, todo as in `fdiwn.api.errors`; details: for the log, may be empty.

    crashed: the process ended before it answered; what was asked may be innocent of it.
    """

    job_id: int
    task: Task
    what: str
    why: str
    todo: str
    details: str = ""
    crashed: bool = False


@dataclass(frozen=True)
class Cancelled:
    job_id: int
    task: Task


Closing = (
    Opened
    | Finished
    | Saved
    | Exported
    | ModelReady
    | Rendered
    | DeviceReport
    | SelfTested
    | PreviewDone
    | UnfinishedFound
    | BatchPlanned
    | BatchEnded
    | Failed
    | Cancelled
)
Event = Ready | Progress | Checked | PreviewTile | BatchEntries | BatchTold | LogLine | Closing
