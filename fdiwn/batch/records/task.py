"""Tasks of a batch, their outcomes, and the executor interface. Imports nothing heavy.

The records can be pickled: tasks may run in this process, or on another computer that sees the same
files.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.api.results import UpscaleResult
from fdiwn.batch.records.plan import Entry


@dataclass(frozen=True)
class Task:
    """One picture to make: writes ``staged``, never the entry's target.

    staged: the path for the complete result, in its own hidden folder beside the target. The
    executor creates and empties the folder; the coordinator, which alone renames results to their
    final names, removes it. So running a task twice, even at once, is harmless.
    """

    entry: Entry
    staged: Path
    upscale: UpscaleOptions
    save: SaveOptions


@dataclass(frozen=True)
class Made:
    """A complete result at ``Task.staged``.

    content, source_bytes, source_mtime_ns: of the source when it was read; content and sha256, of
    the result, are hashes, hexadecimal. bytes: of the result. seconds of the result: of decoding,
    enlarging and encoding, without waiting.
    """

    content: str
    source_bytes: int
    source_mtime_ns: int
    sha256: str
    bytes: int
    result: UpscaleResult


@dataclass(frozen=True)
class Failure:
    """Why there is no result. No unfinished files are left.

    passing: a retry may help. no_room: the disk is full. stopped: by the user.
    """

    reason: str
    passing: bool = False
    no_room: bool = False
    stopped: bool = False


@dataclass(frozen=True)
class Outcome:
    """The outcome of a task."""

    key: str
    made: Made | None = None
    failure: Failure | None = None


@dataclass(frozen=True)
class Beginning:
    """The network starts on a picture."""

    key: str


@dataclass(frozen=True)
class Part:
    """Progress of a picture."""

    key: str
    done: int
    total: int


Update = Beginning | Part | Outcome


class Executor(Protocol):
    """Runs tasks, several at a time, in any order; used by the coordinator's thread only."""

    def wants(self) -> int:
        """How many more tasks it accepts now. Positive if it has none."""

    def submit(self, task: Task) -> None:
        """Submits a task; each gives one `Outcome`."""

    def take(self, seconds: float) -> Update | None:
        """The next update; None if there is none within this time."""

    def stop(self) -> None:
        """Requests to stop running tasks, within a tile; their outcomes say so."""

    def close(self) -> None:
        """Shuts down; no task is running afterwards."""
