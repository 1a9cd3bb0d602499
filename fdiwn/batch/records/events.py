"""Events of a running batch, as small records that go through a pipe. Imports nothing heavy.

A run says `Began`, then of each picture `Started`, `Advanced` and one `Finished`, with `Retrying`,
`Paused` and `Resumed` between them, and at last `Ended`. `fdiwn.batch.records.count` counts them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How it went for a picture. PASSED_OVER: it was none. NOT_REACHED: the run was stopped."""

    DONE = "done"
    DONE_BEFORE = "done before"
    FAILED = "failed"
    SKIPPED = "skipped"
    PASSED_OVER = "passed over"
    NOT_REACHED = "not reached"


@dataclass(frozen=True)
class Record:
    """A line of the report.

    key: of the plan's entry; the path of what was passed over. source, target: paths; target is
    empty where there is no result. reason: why it is not done. work: pixels that the network read.
    seconds: of decoding, enlarging and encoding together. attempts: how often it was begun.
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
    """files, work: what is to be made; the pixels are those that the network reads."""

    files: int
    work: int


@dataclass(frozen=True)
class Started:
    """A picture's network begins; it has been decoded."""

    key: str


@dataclass(frozen=True)
class Advanced:
    """So many of its parts are done."""

    key: str
    done: int
    total: int


@dataclass(frozen=True)
class Retrying:
    """A picture failed for a passing reason, and is tried again after so many seconds."""

    key: str
    reason: str
    seconds: float
    attempt: int


@dataclass(frozen=True)
class Paused:
    """Nothing new is begun. on_request: the user wants it so; else the disk has no room."""

    reason: str
    on_request: bool = False


@dataclass(frozen=True)
class Resumed:
    """It goes on."""


@dataclass(frozen=True)
class Finished:
    """A picture is done, in one way or another."""

    record: Record


@dataclass(frozen=True)
class Ended:
    """The run is over. stopped: before everything was done."""

    stopped: bool


Event = Began | Started | Advanced | Retrying | Paused | Resumed | Finished | Ended
