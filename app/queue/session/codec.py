"""Encodes records as JSON and back, by the names of their classes and fields.

Only the classes that a kept queue is made of are known. Fields that another version of the program
had are passed over; ones that it lacked get their defaults, or the record cannot be read.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

from app.queue.job import JobState, Problem
from app.settings.order import Order, Run
from fdiwn.service.client.events import Finished

RECORD, ENUM, PATH, FRACTION = "$record", "$enum", "$path", "$fraction"  # no field is called so


@dataclass(frozen=True)
class KeptJob:
    """The part of a job that is written to disk. folder: where its pixels are.

    bits: 16 where an earlier version did not say, so that no result is reduced to 8.
    """

    source: Path
    folder: Path
    state: JobState
    size: tuple[int, int] | None = None
    run: Run | None = None
    own_order: Order | None = None
    result: Finished | None = None
    problem: Problem | None = None
    unreadable: bool = False
    bands: int = 3
    bits: int = 16


def encode(value: object) -> object:
    """To what `json` takes. Raises TypeError for what no kept record has."""
    if isinstance(value, Enum):
        return {ENUM: type(value).__name__, "value": value.value}
    if is_dataclass(value):
        parts = {field.name: encode(getattr(value, field.name)) for field in fields(value)}
        return {RECORD: type(value).__name__, **parts}
    if isinstance(value, Path):
        return {PATH: str(value)}
    if isinstance(value, Fraction):
        return {FRACTION: str(value)}
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} is not kept")


def decode(value: object) -> object:
    """What `encode` was given. Raises ValueError for what makes no sense."""
    if isinstance(value, list):
        return tuple(decode(part) for part in value)
    if not isinstance(value, dict):
        return value
    try:
        if PATH in value:
            return Path(value[PATH])
        if FRACTION in value:
            return Fraction(value[FRACTION])
        kind = _kinds()[value[ENUM] if ENUM in value else value[RECORD]]
        if ENUM in value:
            return kind(value["value"])
        names = {field.name for field in fields(kind)}
        return kind(**{name: decode(part) for name, part in value.items() if name in names})
    except (KeyError, TypeError, ArithmeticError) as error:
        raise ValueError(f"not a kept record: {error}") from error


@cache
def _kinds() -> dict[str, type]:
    """`KeptJob` and all records and enums in it, by name."""
    found: dict[str, type] = {}
    left: list[object] = [KeptJob]
    while left:
        hint = left.pop()
        left += get_args(hint)
        if not isinstance(hint, type) or hint.__name__ in found:
            continue
        if is_dataclass(hint) or issubclass(hint, Enum):
            found[hint.__name__] = hint
            left += get_type_hints(hint).values() if is_dataclass(hint) else []
    return found
