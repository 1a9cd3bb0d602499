"""Events of a running batch, as small records that are sent through a pipe. Imports nothing heavy.

A run sends `Began`, then for each picture `Started`, `Advanced` and one `Finished`, with
`Retrying`, `Paused` and `Resumed` between them, and finally `Ended`. `fdiwn.batch.records.count`
counts them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """A picture's outcome. PASSED_OVER: not a picture. NOT_REACHED: the run was stopped."""

    DONE = "done"
    DONE_BEFORE = "done before"
    FAILED = "failed"
    SKIPPED = "skipped"
    PASSED_OVER = "passed over"
    NOT_REACHED = "not reached"


@dataclass(frozen=True)
class Record:
    """A line of the report.

    key: of the plan's entry; the path of a file passed over. source, target: paths; target is empty
    without a result. reason: why it is not done. work: pixels that the network read. seconds: of
    decoding, enlarging and encoding together. attempts: how often it was started.
    """

    key: str
    source: str
    state: State
    target: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    result: tuple[int, int] | None = None
    result_bytes: int = 0
    sha256: str = ""
    model: str = ""
    device: str = ""
    seconds: float = 0.0
    attempts: int = 0
    work: int = 0


@dataclass(frozen=True)
class Began:
    """files, work: to make; work in pixels that the network reads."""

    files: int
    work: int


@dataclass(frozen=True)
class Started:
    """The network starts on a decoded picture."""

    key: str


@dataclass(frozen=True)
class Advanced:
    """Progress of a picture in parts."""

    key: str
    done: int
    total: int


@dataclass(frozen=True)
class Retrying:
    """A picture failed temporarily, and is retried after this many seconds."""

    key: str
    reason: str
    seconds: float
    attempt: int


@dataclass(frozen=True)
class Paused:
    """No new picture is started. on_request: by the user; otherwise the disk is full."""

    reason: str
    on_request: bool = False


@dataclass(frozen=True)
class Resumed:
    """The run continues."""


@dataclass(frozen=True)
class Finished:
    """A picture is finished, whatever its outcome."""

    record: Record


@dataclass(frozen=True)
class Ended:
    """The run has ended. stopped: before all was done."""

    stopped: bool


Event = Began | Started | Advanced | Retrying | Paused | Resumed | Finished | Ended
