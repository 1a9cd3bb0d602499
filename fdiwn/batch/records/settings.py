"""The options of a batch as text, to be read back and compared. Light and pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from fractions import Fraction
from pathlib import Path
from typing import Any

from fdiwn.api.options import Limits, SaveOptions, UpscaleOptions
from fdiwn.api.sizing import Factor, Frame, Paper, TargetSize
from fdiwn.batch.records.plan import BatchOptions

_PLAIN = (
    "recursive",
    "template",
    "on_conflict",
    "resume",
    "min_pixels",
    "max_pixels",
    "retries",
    "keep_dates",
)


def settings_hash(upscale: UpscaleOptions, save: SaveOptions) -> str:
    """What decides about the bytes of a result, but for the picture and the models: hexadecimal.

    The limits do not: they refuse a picture or leave it as it is. The models have hashes of their
    own.
    """
    how = _upscale(upscale)
    del how["limits"], how["model"]
    text = json.dumps([how, asdict(save)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def to_text(options: BatchOptions) -> str:
    """JSON that `from_text` reads."""
    stored = {
        "folders": [str(folder) for folder in options.folders],
        "output": str(options.output),
        "include": options.include,
        "exclude": options.exclude,
        "upscale": _upscale(options.upscale),
        "save": asdict(options.save),
    }
    return json.dumps(stored | {name: getattr(options, name) for name in _PLAIN})


def from_text(text: str) -> BatchOptions | None:
    """None for what another version has written and this one does not know."""
    try:
        stored = json.loads(text)
        upscale, save = dict(stored["upscale"]), dict(stored["save"])
        upscale["limits"] = Limits(**upscale["limits"])
        upscale["size"] = _size_from(upscale["size"])
        if save["background"] is not None:
            save["background"] = tuple(save["background"])
        return BatchOptions(
            folders=tuple(Path(folder) for folder in stored["folders"]),
            output=Path(stored["output"]),
            include=tuple(stored["include"]),
            exclude=tuple(stored["exclude"]),
            upscale=UpscaleOptions(**upscale),
            save=SaveOptions(**save),
            **{name: stored[name] for name in _PLAIN if name in stored},  # else of an older version
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _upscale(options: UpscaleOptions) -> dict[str, Any]:
    plain = {field.name: getattr(options, field.name) for field in fields(options)}
    return plain | {"limits": asdict(options.limits), "size": _size(options.size)}


def _size(size: TargetSize | None) -> dict[str, Any] | None:
    if size is None:
        return None
    return {"kind": type(size).__name__} | {
        name: str(value) if isinstance(value, Fraction) else value
        for name, value in vars(size).items()
    }


def _size_from(stored: Mapping[str, Any] | None) -> TargetSize | None:
    if stored is None:
        return None
    if stored["kind"] == "Factor":
        return Factor(Fraction(stored["value"]))
    if stored["kind"] == "Frame":
        return Frame(stored["width"], stored["height"])
    width, height, per_inch = (Fraction(stored[name]) for name in ("width", "height", "per_inch"))
    return Paper(width, height, per_inch, stored["text"])
