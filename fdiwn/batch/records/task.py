"""Tasks of a batch, their outcomes, and the interface of what does them. Imports nothing heavy.

The records can be pickled: the work may be done in this process, or on another computer that sees
the same files.
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
    """One picture to make: ``staged`` is written, never the entry's target.

    staged: where the complete result is left, in a hidden folder of its own beside the target. The
    folder is made and emptied by whoever does the work, and removed by the coordinator, who alone
    gives results their final names. So a task may be done twice, also at once, without harm.
    """

    entry: Entry
    staged: Path
    upscale: UpscaleOptions
    save: SaveOptions


@dataclass(frozen=True)
class Made:
    """A complete result at ``Task.staged``.

    content, source_bytes, source_mtime_ns: of the source as it was read; content and sha256, of the
    result, are hashes, hexadecimal. bytes: of the result.
    seconds of the result: of decoding, enlarging and encoding, without waiting in between.
    """

    content: str
    source_bytes: int
    source_mtime_ns: int
    sha256: str
    bytes: int
    result: UpscaleResult


@dataclass(frozen=True)
class Failure:
    """Why there is none. Nothing unfinished was left.

    passing: trying again may help. no_room: the disk is full. stopped: somebody asked to stop.
    """

    reason: str
    passing: bool = False
    no_room: bool = False
    stopped: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a task."""

    key: str
    made: Made | None = None
    failure: Failure | None = None


@dataclass(frozen=True)
class Beginning:
    """The network begins with a picture."""

    key: str


@dataclass(frozen=True)
class Part:
    """Parts of a picture are done."""

    key: str
    done: int
    total: int


Update = Beginning | Part | Outcome


class Executor(Protocol):
    """Does tasks, several at a time, in any order; used by the coordinator's thread alone."""

    def wants(self) -> int:
        """How many more tasks it would take now. Above 0 when it has none."""

    def submit(self, task: Task) -> None:
        """Takes a task; for each, one `Outcome` comes."""

    def take(self, seconds: float) -> Update | None:
        """The next thing that happened; None if nothing does for so long."""

    def stop(self) -> None:
        """Asks to drop what is under way, within a tile; the outcomes say that it was stopped."""

    def close(self) -> None:
        """Ends; nothing is under way any more."""
