"""What the window tells the engine process without waiting for an answer: picklable records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.task import Task


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
