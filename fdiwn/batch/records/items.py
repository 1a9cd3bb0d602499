"""Records of the journal's content. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fdiwn.batch.records.plan import BatchOptions


class Stage(Enum):
    """The stage of a picture. READY: complete and hashed, perhaps under its final name already."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Item:
    """The journal's record of a target.

    target, wished: relative to the output folder. source: absolute. content, settings, model:
    hashes. sure: the run that made it ended normally.
    """

    target: str
    wished: str
    source: str
    bytes: int
    mtime_ns: int
    content: str
    settings: str
    model: str
    stage: Stage
    result_bytes: int
    result_mtime_ns: int
    result_sha256: str
    error: str
    sure: bool


Items = dict[str, Item]
"""By target."""


@dataclass(frozen=True)
class Unfinished:
    """An unfinished batch. in_use: another run is using it; the other fields are then unset.
    options: None if this version cannot read them."""

    done: int = 0
    failed: int = 0
    left: int = 0
    began: float = 0.0
    in_use: bool = False
    options: BatchOptions | None = None
