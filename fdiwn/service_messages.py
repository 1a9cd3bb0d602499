"""What the window and the engine process say to each other: plain, picklable records.

A request names a job by number. Every request but `Cancel`, `Forget` and `Shutdown` is answered by
exactly one closing event for the same (job_id, task): its own kind, `Failed` or `Cancelled`.
Imports nothing heavy: the window's process reads these without torch or numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fdiwn.options import UpscaleOptions

SMALLEST_LEVEL = 256
SOURCE = "source"
"""The part of a job's scratch folder with its original; it may be forgotten by itself."""
THUMBNAIL = "thumbnail"


class Task(Enum):
    """What a request asks for; one job has at most one of each under way."""

    OPEN = "open"
    ENLARGE = "enlarge"
    SAVE = "save"
    FETCH = "fetch"
    IMPORT = "import"


@dataclass(frozen=True)
class Level:
    """One size of a `DisplayImage`: where it starts in the file (bytes), and its pixels."""

    offset: int
    width: int
    height: int


@dataclass(frozen=True)
class DisplayImage:
    """Pixels for the screen in a raw file: 8-bit sRGB, RGB or (has_alpha) RGBA, rows unpadded.

    The full size comes first; then each level is half the one before, rounded up, down to
    `SMALLEST_LEVEL` pixels on the longer side.
    """

    path: Path
    width: int
    height: int
    has_alpha: bool

    @property
    def bytes_per_pixel(self) -> int:
        return 4 if self.has_alpha else 3

    def levels(self) -> tuple[Level, ...]:
        found = [Level(0, self.width, self.height)]
        while max(found[-1].width, found[-1].height) > SMALLEST_LEVEL:
            last = found[-1]
            end = last.offset + last.width * last.height * self.bytes_per_pixel
            found.append(Level(end, (last.width + 1) // 2, (last.height + 1) // 2))
        return tuple(found)

    def total_bytes(self) -> int:
        last = self.levels()[-1]
        return last.offset + last.width * last.height * self.bytes_per_pixel


# Requests


@dataclass(frozen=True)
class Open:
    """Decode `source` for the screen; `full` also keeps it at its full size, not as a thumbnail."""

    job_id: int
    source: Path
    scratch: Path
    full: bool = True
    task = Task.OPEN


@dataclass(frozen=True)
class Enlarge:
    job_id: int
    source: Path
    options: UpscaleOptions
    scratch: Path
    task = Task.ENLARGE


@dataclass(frozen=True)
class Save:
    """Write the job's last enlargement, left in `scratch`, to `target`."""

    job_id: int
    scratch: Path
    target: Path
    overwrite: bool
    task = Task.SAVE


@dataclass(frozen=True)
class Fetch:
    """Download the model called `name` into the user's own models."""

    job_id: int
    name: str
    task = Task.FETCH


@dataclass(frozen=True)
class ImportModel:
    """Take a checkpoint file the user has into the user's own models."""

    job_id: int
    source: Path
    task = Task.IMPORT


@dataclass(frozen=True)
class Cancel:
    """Stop the job's `task`, between two tiles or blocks; nothing happens if it has ended."""

    job_id: int
    task: Task


@dataclass(frozen=True)
class Forget:
    """Remove what the job left in `scratch`."""

    job_id: int
    scratch: Path


@dataclass(frozen=True)
class Shutdown:
    """Stop what is running and end the process."""


Work = Open | Enlarge | Save | Fetch | ImportModel
Request = Work | Cancel | Forget | Shutdown

# Events


@dataclass(frozen=True)
class Ready:
    """The process is up and listens."""

    pid: int


@dataclass(frozen=True)
class Opened:
    """`display` is the picture at its own size, or (not `full`) a reduction for a thumbnail."""

    job_id: int
    width: int
    height: int
    bands: int
    notes: tuple[str, ...]
    display: DisplayImage
    full: bool
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
    """The enlargement is in the job's scratch folder, with two views of it for the screen.

    notes: what had to be tried before it worked. suggested: the file name the command line would
    give it. bicubic: the source at the same size.
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
    suggested: str
    enlarged: DisplayImage
    bicubic: DisplayImage
    task = Task.ENLARGE


@dataclass(frozen=True)
class Saved:
    job_id: int
    target: Path
    task = Task.SAVE


@dataclass(frozen=True)
class ModelReady:
    """A model was fetched or imported and can be used."""

    job_id: int
    task: Task
    path: Path


@dataclass(frozen=True)
class Failed:
    """what, why, todo as in `fdiwn.errors`; details: for the log, may be empty."""

    job_id: int
    task: Task
    what: str
    why: str
    todo: str
    details: str = ""


@dataclass(frozen=True)
class Cancelled:
    job_id: int
    task: Task


Closing = Opened | Finished | Saved | ModelReady | Failed | Cancelled
Event = Ready | Progress | Closing
