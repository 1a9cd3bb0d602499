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
from fdiwn.service.client.requests import Quad, Rendition


@dataclass(frozen=True)
class Ready:
    """The process is ready for requests."""

    pid: int


@dataclass(frozen=True)
class Opened:
    """`display` is the picture at its own size, or (not `full`) reduced for a thumbnail.

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
    """Progress in tiles of an enlargement, or bytes of a download."""

    job_id: int
    task: Task
    done: int
    total: int


@dataclass(frozen=True)
class Finished:
    """The enlargement is in its own folder, with two views of it for the screen.

    notes: failed attempts. fidelity_psnr (dB), fidelity_max_difference (of 255): see
    `fdiwn.enlarge.fidelity`. bicubic: the source at the same size. kind: of the source file, see
    `fdiwn.codec.kind`, None if unknown; source_size: its width and height. bits: of each sample of
    the result, 8 or 16.
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
        """The folder that contains this run, and nothing else."""
        return self.enlarged.path.parent


@dataclass(frozen=True)
class Saved:
    """notes: on parts of the picture that the file could not hold."""

    job_id: int
    target: Path
    notes: tuple[str, ...] = ()
    task = Task.SAVE


@dataclass(frozen=True)
class Exported:
    """notes: on parts of the picture that the file could not hold."""

    job_id: int
    target: Path
    notes: tuple[str, ...] = ()
    task = Task.EXPORT


@dataclass(frozen=True)
class ModelReady:
    """A model was downloaded or imported and is usable."""

    job_id: int
    task: Task
    path: Path


@dataclass(frozen=True)
class LogLine:
    """A line for the window's log; handled by the client only."""

    level: int
    name: str
    text: str


@dataclass(frozen=True)
class Rendered:
    """A picture for the compare view is ready, in the requested folder."""

    job_id: int
    task: Task
    display: DisplayImage


@dataclass(frozen=True)
class DeviceReport:
    """devices: all that the engine supports, present or not, in order of preference."""

    job_id: int
    devices: tuple[Device, ...]
    task = Task.PROBE


@dataclass(frozen=True)
class Checked:
    """One line of a running self-test."""

    job_id: int
    check: Check
    task = Task.SELF_TEST


@dataclass(frozen=True)
class SelfTested:
    """The self-test has ended, and all lines were sent; whether none of them failed."""

    job_id: int
    passed: bool
    task = Task.SELF_TEST


@dataclass(frozen=True)
class PreviewPreparing:
    """The preview waits for what is built at the first start on a computer only."""

    job_id: int
    task = Task.PREVIEW


@dataclass(frozen=True)
class LayerFailed:
    """A layer of a preview failed, and the others go on. what, why, todo: as in `Failed`."""

    job_id: int
    layer: Rendition
    what: str
    why: str
    todo: str
    task = Task.PREVIEW


@dataclass(frozen=True)
class PreviewTile:
    """A tile of one layer: what it shows, its box in output pixels, and its pixels."""

    job_id: int
    what: Rendition
    box: Quad
    display: DisplayImage
    task = Task.PREVIEW


@dataclass(frozen=True)
class PreviewDone:
    """The whole region was sent, in tiles of a grid that is fixed for these options.

    width, height: of the result. columns, rows: the grid's lines including the edges, in output
    pixels. device, precision: where the network ran. notes: failed attempts.
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
    """found: None if there is no unfinished batch in `output`."""

    job_id: int
    output: Path
    found: Unfinished | None
    task = Task.UNFINISHED


@dataclass(frozen=True)
class BatchEntries:
    """Some of a plan's entries; all of them are sent in the plan's order."""

    job_id: int
    entries: tuple[Entry, ...]
    task = Task.PLAN


@dataclass(frozen=True)
class BatchPlanned:
    """plan: without its entries, which were sent before."""

    job_id: int
    plan: Plan
    task = Task.PLAN


@dataclass(frozen=True)
class BatchTold:
    """Events of a running batch since the last message."""

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

    crashed: the process died before it answered; the request may not be the cause.
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
Event = (
    Ready
    | Progress
    | Checked
    | PreviewPreparing
    | PreviewTile
    | LayerFailed
    | BatchEntries
    | BatchTold
    | LogLine
    | Closing
)
