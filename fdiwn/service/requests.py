"""What the window asks of the engine process: plain, picklable records.

A request names a job by number. Every request but `Warm`, `Cancel`, `Pause`, `PauseBatch`,
`Forget` and `Shutdown` is answered by exactly one closing event of `fdiwn.service.events` for the
same (job_id, task): its own kind, `Failed` or `Cancelled`. Imports nothing heavy: the window's
process reads these without torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fdiwn.batch.plan import BatchOptions, Plan
from fdiwn.gpu_pack.report import Action
from fdiwn.naming import DEFAULT
from fdiwn.options import AS_IT_IS, SaveOptions, UpscaleOptions

SOURCE = "source"
"""The part of a job's scratch folder with its original; it may be forgotten by itself."""
THUMBNAIL = "thumbnail"
MIDDLE = 512
"""Output pixels a side that a preview shows of a picture whose place is not known yet."""
Quad = tuple[int, int, int, int]
"""Left, top, right, bottom; right and bottom lie outside."""


class Task(Enum):
    """What a request asks for; one job has at most one of each under way."""

    OPEN = "open"
    ENLARGE = "enlarge"
    SAVE = "save"
    FETCH = "fetch"
    IMPORT = "import"
    RENDER = "render"
    RIVAL = "rival"
    PROBE = "probe"
    SELF_TEST = "self-test"
    EXPORT = "export"
    PREVIEW = "preview"
    UNFINISHED = "unfinished"
    PLAN = "plan"
    BATCH = "batch"
    PACK = "gpu-pack"


class Method(Enum):
    """How `Render` brings a picture to the view. FILE: at its own size. RESULT: the job's last
    enlargement once more, for another screen. The others are enlargements without a network."""

    BICUBIC = "bicubic"
    LANCZOS = "lanczos"
    NEAREST = "nearest"
    FILE = "file"
    RESULT = "result"


@dataclass(frozen=True)
class Open:
    """Decode `source` for the screen; `full` also keeps it at its full size, not as a thumbnail.

    screen: as in `DisplayImage`, here and below.
    """

    job_id: int
    source: Path
    scratch: Path
    full: bool = True
    screen: Path | None = None
    task = Task.OPEN

    @property
    def subject(self) -> str:
        """What a message about this work calls it."""
        return self.source.name


@dataclass(frozen=True)
class Enlarge:
    """save: how the result will be written, as far as that decides how it is read.

    template: of the name that is suggested for the result, see `fdiwn.naming`.
    """

    job_id: int
    source: Path
    options: UpscaleOptions
    scratch: Path
    save: SaveOptions = AS_IT_IS
    screen: Path | None = None
    template: str = DEFAULT
    task = Task.ENLARGE

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Save:
    """Write the job's last enlargement, left in `scratch`, to `target`."""

    job_id: int
    scratch: Path
    target: Path
    overwrite: bool
    save: SaveOptions = AS_IT_IS
    task = Task.SAVE

    @property
    def subject(self) -> str:
        return self.target.name


@dataclass(frozen=True)
class Fetch:
    """Download the model called `name` into the user's own models."""

    job_id: int
    name: str
    task = Task.FETCH

    @property
    def subject(self) -> str:
        return self.name


@dataclass(frozen=True)
class ImportModel:
    """Take a checkpoint file the user has into the user's own models."""

    job_id: int
    source: Path
    task = Task.IMPORT

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Render:
    """Bring `source` to `size`, (width, height), by `method`, for the compare view.

    scratch: the job's folder. folder: a new one, for the pixels.
    """

    job_id: int
    source: Path
    method: Method
    size: tuple[int, int]
    scratch: Path
    folder: Path
    screen: Path | None = None
    task = Task.RENDER

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Rival:
    """Enlarge `source` by another model, for the compare view only; it goes into `folder`."""

    job_id: int
    source: Path
    options: UpscaleOptions
    folder: Path
    save: SaveOptions = AS_IT_IS
    screen: Path | None = None
    task = Task.RIVAL

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Probe:
    """What of this computer can compute, and how; loads the libraries if they are not yet."""

    job_id: int
    task = Task.PROBE

    @property
    def subject(self) -> str:
        return "This computer"


@dataclass(frozen=True)
class SelfTest:
    """Check models, back ends and files, in a folder of its own inside `scratch`."""

    job_id: int
    scratch: Path
    task = Task.SELF_TEST

    @property
    def subject(self) -> str:
        return "This computer"


@dataclass(frozen=True)
class Export:
    """Write the job's last enlargement to `target`, a temporary file for another program.

    As `Save`, but the result does not count as saved: `target` goes when the window does.
    """

    job_id: int
    scratch: Path
    target: Path
    save: SaveOptions = AS_IT_IS
    task = Task.EXPORT

    @property
    def subject(self) -> str:
        return self.target.name


@dataclass(frozen=True)
class Preview:
    """Compute a part of a result for the screen, tile by tile, before anything else.

    job_id: a number of its own for each request, of no job. region: left, top, right, bottom in
    output pixels; None for the middle, as much as `MIDDLE`. have: boxes of tiles that need not
    be computed. scratch: a folder for tiles; whoever reads one removes it. A newer request takes
    the place of an older one, which is answered by `Cancelled` within a tile.
    """

    job_id: int
    source: Path
    options: UpscaleOptions
    scratch: Path
    region: Quad | None = None
    have: frozenset[Quad] = frozenset()
    save: SaveOptions = AS_IT_IS
    screen: Path | None = None
    task = Task.PREVIEW

    @property
    def subject(self) -> str:
        return self.source.name


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


@dataclass(frozen=True)
class LookAtPack:
    """How it stands with the GPU pack; nothing is changed."""

    job_id: int
    task = Task.PACK

    @property
    def subject(self) -> str:
        return "The GPU pack"


@dataclass(frozen=True)
class ChangePack:
    """Install the GPU pack, by a download or from `files`, test it or remove it."""

    job_id: int
    action: Action
    files: tuple[Path, ...] = ()
    task = Task.PACK

    @property
    def subject(self) -> str:
        return "The GPU pack"


@dataclass(frozen=True)
class PauseBatch:
    """Begin no further picture of a batch (`on`), or go on. Those under way are finished."""

    on: bool


@dataclass(frozen=True)
class Warm:
    """Load, beside other work, what a preview with these options will need. Never answered."""

    options: UpscaleOptions


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


@dataclass(frozen=True)
class Pause:
    """Hold enlargements between two tiles (`on`), or let them go on; none of the tiles is lost.

    Whatever is done between tiles is done meanwhile, and `Cancel` is heard. A new process works.
    """

    on: bool


Work = (
    Open
    | Enlarge
    | Save
    | Fetch
    | ImportModel
    | Render
    | Rival
    | Probe
    | SelfTest
    | Export
    | Preview
    | FindUnfinished
    | PlanBatch
    | RunBatch
    | LookAtPack
    | ChangePack
)
Request = Work | Warm | Cancel | Pause | PauseBatch | Forget | Shutdown
