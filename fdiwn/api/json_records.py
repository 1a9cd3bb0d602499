"""Converts records to JSON and back, checked against their fields' types. Imports nothing heavy."""

from __future__ import annotations

import logging
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

log = logging.getLogger(__name__)

T = TypeVar("T")


def to_plain(record: object) -> Any:
    """Text, numbers, lists and dictionaries, for `json`. Raises TypeError for anything else."""
    return msgspec.to_builtins(record, enc_hook=_text)


def from_plain(plain: object, kind: type[T]) -> T:
    """The inverse of `to_plain`; returns a ``kind``. Unknown fields are ignored.

    Raises ValueError for missing values, wrong types, and values that the record refuses.
    """
    try:
        return msgspec.convert(plain, kind, dec_hook=_from_text)
    except (msgspec.ValidationError, ArithmeticError, RecursionError) as error:
        raise ValueError(str(error)) from error


def with_sense(plain: object, default: T) -> T:
    """``default``, a dataclass, with every valid value of ``plain``, each checked by itself.

    Invalid values are skipped, with a log line.
    """
    made, stored = default, plain if isinstance(plain, dict) else {}
    hints = get_type_hints(type(default))
    for name in (field.name for field in fields(default)):  # type: ignore[arg-type]  # a dataclass
        if name not in stored:
            continue
        value, present = stored[name], getattr(made, name)
        try:
            if is_dataclass(present) and isinstance(value, dict):
                read: object = with_sense(value, present)
            else:
                read = from_plain(value, hints[name])
            made = replace(made, **{name: read})  # type: ignore[type-var]  # a dataclass
        except ValueError:
            log.warning("%s=%r makes no sense and is left out", name, value)
    return made


def _text(value: object) -> str:
    if isinstance(value, Path | Fraction):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not kept")


def _from_text(kind: type[Any], value: object) -> object:
    if issubclass(kind, Path | Fraction) and isinstance(value, str):
        return kind(value)
    raise ValueError(f"{value!r} is no {kind.__name__}")
