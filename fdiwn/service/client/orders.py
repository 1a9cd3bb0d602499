"""Kinds of tasks, and messages to the engine process that need no answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fdiwn.api.options import UpscaleOptions


class Task(Enum):
    """The task of a request; a job can have one of each running."""

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
    """Preload, during other work, what a preview with these options will need. Never answered."""

    options: UpscaleOptions


@dataclass(frozen=True)
class Cancel:
    """Stop the job's `task`, between two tiles or blocks; ignored if it has ended."""

    job_id: int
    task: Task


@dataclass(frozen=True)
class Pause:
    """Pause enlargements between two tiles (`on`), or continue them; no tiles are lost.

    Work between tiles continues, and so does `Cancel`. A new process is not paused.
    """

    on: bool


@dataclass(frozen=True)
class PauseBatch:
    """Start no further picture of a batch (`on`), or continue. Running ones are finished."""

    on: bool


@dataclass(frozen=True)
class Forget:
    """Delete the job's files in `scratch`."""

    job_id: int
    scratch: Path


@dataclass(frozen=True)
class Shutdown:
    """Stop the running work and end the process."""


Order = Warm | Cancel | Pause | PauseBatch | Forget | Shutdown
