"""Names of work, and messages to the engine process that need no answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fdiwn.api.options import UpscaleOptions


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
class Pause:
    """Hold enlargements between two tiles (`on`), or let them go on; none of the tiles is lost.

    Whatever is done between tiles is done meanwhile, and `Cancel` is heard. A new process works.
    """

    on: bool


@dataclass(frozen=True)
class PauseBatch:
    """Begin no further picture of a batch (`on`), or go on. Those under way are finished."""

    on: bool


@dataclass(frozen=True)
class Forget:
    """Remove what the job left in `scratch`."""

    job_id: int
    scratch: Path


@dataclass(frozen=True)
class Shutdown:
    """Stop what is running and end the process."""


Order = Warm | Cancel | Pause | PauseBatch | Forget | Shutdown
