"""The window's requests to the engine process: plain, picklable records.

A request names a job by number. Every request except those of `fdiwn.service.client.orders` is
answered by exactly one closing event of `fdiwn.service.client.events` for the same (job_id, task):
its own kind, `Failed` or `Cancelled`. Imports nothing heavy: the window's process loads these
without torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fdiwn.api.cropping import Crop
from fdiwn.api.options import AS_IT_IS, PLAIN_READING, Reading, SaveOptions, UpscaleOptions
from fdiwn.service.client.batch_requests import FindUnfinished, PlanBatch, RunBatch
from fdiwn.service.client.orders import Order, Task

SOURCE = "source"
"""The subfolder of a job's scratch folder with its original, which can be deleted separately."""
THUMBNAIL = "thumbnail"
MIDDLE = 512
"""Side in output pixels of the preview for a picture whose visible part is unknown."""
Quad = tuple[int, int, int, int]
"""Left, top, right, bottom; right and bottom are exclusive."""


class Method(Enum):
    """How `Render` resizes a picture for the view. FILE: not at all. RESULT: an enlargement again,
    for another screen. The others enlarge without a network."""

    BICUBIC = "bicubic"
    LANCZOS = "lanczos"
    NEAREST = "nearest"
    FILE = "file"
    RESULT = "result"


@dataclass(frozen=True)
class Open:
    """Decode `source` for the screen; `full` also keeps it at full size, not only as a thumbnail.

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
        """The name of this work in messages."""
        return self.source.name


@dataclass(frozen=True)
class Enlarge:
    job_id: int
    source: Path
    options: UpscaleOptions
    scratch: Path
    reading: Reading = PLAIN_READING
    screen: Path | None = None
    task = Task.ENLARGE

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Save:
    """Write the job's enlargement in the folder `run` to `target`."""

    job_id: int
    run: Path
    target: Path
    overwrite: bool
    save: SaveOptions = AS_IT_IS
    task = Task.SAVE

    @property
    def subject(self) -> str:
        return self.target.name


@dataclass(frozen=True)
class Fetch:
    """Download the model `name` into the user's models."""

    job_id: int
    name: str
    task = Task.FETCH

    @property
    def subject(self) -> str:
        return self.name


@dataclass(frozen=True)
class ImportModel:
    """Import the user's checkpoint file into the user's models."""

    job_id: int
    source: Path
    task = Task.IMPORT

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Render:
    """Resize `source` to `size`, (width, height), by `method`, for the compare view.

    run: the folder of the enlargement, for `Method.RESULT`. folder: a new one, for the pixels.
    crop: the part of the source that is resized or shown.
    """

    job_id: int
    source: Path
    method: Method
    size: tuple[int, int]
    run: Path | None
    folder: Path
    screen: Path | None = None
    crop: Crop | None = None
    task = Task.RENDER

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Rival:
    """Enlarge `source` with another model, for the compare view only, into `folder`."""

    job_id: int
    source: Path
    options: UpscaleOptions
    folder: Path
    reading: Reading = PLAIN_READING
    screen: Path | None = None
    task = Task.RIVAL

    @property
    def subject(self) -> str:
        return self.source.name


@dataclass(frozen=True)
class Probe:
    """List this computer's devices and precisions; loads the libraries if needed."""

    job_id: int
    task = Task.PROBE

    @property
    def subject(self) -> str:
        return "This computer"


@dataclass(frozen=True)
class SelfTest:
    """Check models, back ends and files, in a subfolder of `scratch`."""

    job_id: int
    scratch: Path
    task = Task.SELF_TEST

    @property
    def subject(self) -> str:
        return "This computer"


@dataclass(frozen=True)
class Export:
    """Write the enlargement in `run` to `target`, a temporary file for another program.

    As `Save`, but the result does not count as saved: `target` is deleted with the window.
    """

    job_id: int
    run: Path
    target: Path
    save: SaveOptions = AS_IT_IS
    task = Task.EXPORT

    @property
    def subject(self) -> str:
        return self.target.name


Rendition = Method | UpscaleOptions
"""What a preview can show: an enlargement without a network, or by the options of a run."""


@dataclass(frozen=True)
class Layer:
    """One rendition of the tiles of a preview. have: boxes of tiles not to compute."""

    what: Rendition
    have: frozenset[Quad] = frozenset()


@dataclass(frozen=True)
class Preview:
    """Compute a part of a result for the screen, tile by tile, before anything else.

    job_id: a unique number for each request, of no job. options: decide size and tiles. region:
    left, top, right, bottom in output pixels; None for a square of side `MIDDLE` in the middle.
    layers: computed box by box, in this order; without any, the result of `options`. scratch: a
    folder for tiles; the reader of each deletes it. A newer request replaces an older one, which is
    answered by `Cancelled` within a tile.
    """

    job_id: int
    source: Path
    options: UpscaleOptions
    scratch: Path
    region: Quad | None = None
    layers: tuple[Layer, ...] = ()
    reading: Reading = PLAIN_READING
    screen: Path | None = None
    task = Task.PREVIEW

    @property
    def subject(self) -> str:
        return self.source.name


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
)
Request = Work | Order
