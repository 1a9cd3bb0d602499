"""An `Order` as JSON and back. What is missing or makes no sense keeps its default."""

from __future__ import annotations

import logging
from dataclasses import asdict, replace
from pathlib import Path
from typing import TypeVar

from app.settings.order import Destination, Order, Where
from fdiwn.api import naming
from fdiwn.api.errors import NamingError
from fdiwn.api.options import AS_IT_IS, SaveOptions, UpscaleOptions
from fdiwn.api.sizing import (
    Factor,
    Frame,
    Paper,
    TargetSize,
    parse_factor,
    parse_frame,
    parse_paper,
)

log = logging.getLogger(__name__)

Options = TypeVar("Options", UpscaleOptions, SaveOptions)

_NOTHING = type(None)
_UPSCALE: dict[str, tuple[type, ...]] = {
    "scale": (int,),
    "model": (str, _NOTHING),
    "device": (str,),
    "tile": (int, _NOTHING),
    "backend": (str,),
    "precision": (str,),
    "statistics": (str,),
    "quality": (str,),
}
_SAVE: dict[str, tuple[type, ...]] = {
    "format": (str, _NOTHING),
    "quality": (int, _NOTHING),
    "lossless": (bool,),
    "progressive": (bool, _NOTHING),
    "depth": (str,),
    "strip": (str,),
    "provenance": (bool,),
    "background": (list, _NOTHING),
    "convert": (str, _NOTHING),
}


def to_json(order: Order) -> dict[str, object]:
    """Nothing but text, numbers, lists and dictionaries."""
    upscale, destination = asdict(order.upscale), order.destination
    folder = destination.folder
    return {
        "upscale": {
            **{name: upscale[name] for name in _UPSCALE},
            "size": _size_text(order.upscale.size),
        },
        "save": {name: asdict(order.save)[name] for name in _SAVE},
        "destination": {
            "where": destination.where.value,
            "folder": str(folder) if folder is not None else None,
            "template": destination.template,
            "overwrite": destination.overwrite,
        },
    }


def from_json(stored: object) -> Order:
    """Each value by itself: a bad one is left out, with a log line."""
    record = stored if isinstance(stored, dict) else {}
    upscale, save = UpscaleOptions(), AS_IT_IS
    part = _part(record, "upscale")
    for name, kinds in _UPSCALE.items():
        upscale = _with(upscale, name, part.get(name, getattr(upscale, name)), kinds)
    try:
        upscale = replace(upscale, size=_size(part.get("size")))
    except ValueError:
        _left_out("size", part.get("size"))
    part = _part(record, "save")
    for name, kinds in _SAVE.items():
        save = _with(save, name, part.get(name, getattr(save, name)), kinds)
    return Order(upscale, save, _destination(_part(record, "destination")))


def _part(record: dict[str, object], name: str) -> dict[str, object]:
    part = record.get(name, {})
    if isinstance(part, dict):
        return part
    _left_out(name, part)
    return {}


def _with(options: Options, name: str, value: object, kinds: tuple[type, ...]) -> Options:
    try:
        if type(value) not in kinds:  # bool is an int to isinstance
            raise ValueError(name)
        if isinstance(value, list):
            value = _colour(value)
        return replace(options, **{name: value})  # type: ignore[arg-type]  # names of Options
    except ValueError:
        _left_out(name, value)
        return options


def _colour(parts: list[object]) -> tuple[int, int, int]:
    if len(parts) != 3 or any(type(part) is not int for part in parts):
        raise ValueError(parts)
    red, green, blue = (int(str(part)) for part in parts)
    return red, green, blue


def _destination(part: dict[str, object]) -> Destination:
    made = Destination()
    for name, value in part.items():
        try:
            if name == "where":
                made = replace(made, where=Where(value))
            elif name == "folder" and (isinstance(value, str) or value is None):
                made = replace(made, folder=Path(value) if value else None)
            elif name == "template" and isinstance(value, str):
                naming.tokens(value)
                made = replace(made, template=value)
            elif name == "overwrite" and isinstance(value, bool):
                made = replace(made, overwrite=value)
            else:
                raise ValueError(name)
        except (ValueError, NamingError):
            _left_out(name, value)
    return made


def _size_text(size: TargetSize | None) -> str | None:
    if isinstance(size, Factor):
        return f"factor {size.label}"
    if isinstance(size, Frame):
        return f"frame {size.width or ''}x{size.height or ''}"
    if isinstance(size, Paper):
        return f"paper {size.text}@{float(size.per_inch):.6f}"
    return None


def _size(text: object) -> TargetSize | None:
    """Raises ValueError."""
    if text is None:
        return None
    kind, _, value = str(text).partition(" ")
    if kind == "factor":
        return parse_factor(value)
    if kind == "frame":
        return parse_frame(value)
    if kind == "paper":
        return parse_paper(value)
    raise ValueError(f"no such kind of size: {kind}")


def _left_out(name: str, value: object) -> None:
    log.warning("The option %s=%r makes no sense and is left out", name, value)
