"""Chooses the format of a result by default: its picture's, if that can hold it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pyvips

from fdiwn.api.cropping import Crop
from fdiwn.api.errors import InputError
from fdiwn.api.formats import FORMAT_NAMES, SUFFIXES, reason_against
from fdiwn.api.options import SaveOptions
from fdiwn.codec import read
from fdiwn.codec.kind import RAW, picture_kind
from fdiwn.codec.read import LOADERS

Size = tuple[int, int]
_NAMES = {"png": "PNG", "jpeg": "JPEG", "tiff": "TIFF", "webp": "WebP", "avif": "AVIF"}


@dataclass(frozen=True)
class DefaultFormat:
    """suffix: with its dot. note: why it is not the picture's own format; empty if it is."""

    suffix: str
    note: str = ""


@dataclass(frozen=True)
class Look:
    """Facts from a file's header. kind: from `picture_kind`, None if unreadable. size: width and
    height of the upright picture, None if unknown."""

    kind: str | None = None
    size: Size | None = None

    def cropped(self, crop: Crop | None) -> Look:
        """The same of a part, which may not be inside the picture: reading it reports that."""
        return self if crop is None else replace(self, size=crop.size)


def look(source: Path) -> Look:
    """Reads only the header."""
    try:
        kind = picture_kind(source)
    except InputError:
        return Look()
    return Look(kind, _size(source, kind) if kind in LOADERS else None)


def default_format(
    source: Path, seen: Look, result_size: Callable[[int, int], Size], save: SaveOptions
) -> DefaultFormat:
    """The format for the result of a picture file, from its header only.

    result_size: maps the picture's width and height to the result's. An unreadable file gets the
    ending that its name suggests; reading it will report the error.
    """
    if save.format is not None:
        return DefaultFormat(_suffix(source, save.format))
    if seen.kind is None:
        known = source.suffix.lower() in FORMAT_NAMES
        return DefaultFormat(source.suffix if known else SUFFIXES["png"])
    if seen.kind == RAW:
        return DefaultFormat(SUFFIXES["tiff"], "Written as TIFF: camera raw is only read")
    if seen.kind not in SUFFIXES:
        return DefaultFormat(SUFFIXES["png"], "Written as PNG: its own format is only read")
    if seen.size:
        name, result = _NAMES[seen.kind], result_size(*seen.size)
        if against := reason_against(name, result, save.depth, save.lossless):
            return DefaultFormat(SUFFIXES["png"], f"Written as PNG: {against}")
    return DefaultFormat(_suffix(source, seen.kind))


def _suffix(source: Path, kind: str) -> str:
    """The source's own spelling, if it has this format."""
    own = FORMAT_NAMES.get(source.suffix.lower(), "").lower() == kind
    return source.suffix if own else SUFFIXES[kind]


def upright_size(source: Path) -> Size | None:
    """Width and height of the upright picture, from its header; None if unknown."""
    return look(source).size


def _size(source: Path, kind: str) -> Size | None:
    """Width and height of the upright picture in a file; None if it is unreadable."""
    try:
        return read.upright_size(source, kind)
    except (pyvips.Error, InputError, OSError):
        return None
