"""Opens a picture with libvips, and refuses too large ones before decoding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyvips

from fdiwn.api.memory import free_memory
from fdiwn.api.options import Limits
from fdiwn.codec.kind import cannot_read
from fdiwn.codec.vips import vips_name

_SAMPLE_BYTES = {"uchar": 1, "char": 1, "ushort": 2, "short": 2, "uint": 4, "int": 4, "float": 4}
LYING = range(5, 9)
"""Orientations that swap width and height."""
_COPIES = 3  # the decoder's own, the pixels, and the turned pixels


@dataclass(frozen=True)
class Opened:
    """A pyvips image with its metadata, whose pixels may not be decoded yet.

    orientation: 1..8 as in EXIF, if its container states it; also 1 if decoding has turned the
    picture. None if the container states none, so that EXIF or XMP decide. undone: the orientation
    that decoding has undone, if other facts of the file, such as its density, are still for the
    stored picture; None if that is ``orientation``. others: how many bands at the end of the image
    are neither colour nor alpha. premultiplied: its colours are multiplied by alpha. bits: of a
    sample, if the image has them in the upper bits of 16. notes: for the user.
    """

    image: Any
    orientation: int | None = None
    premultiplied: bool = False
    bits: int | None = None
    notes: list[str] = field(default_factory=list)
    undone: int | None = None
    others: int = 0


def open_with_vips(
    path: Path,
    loader: str,
    limits: Limits,
    options: Mapping[str, int] | None = None,
    *,
    fail_on: str = "error",
    data: bytes | None = None,
) -> Any:
    """An image with only its header decoded. data: used instead of the file.

    fail_on: the severity at which decoding fails; never if the limits accept damage. Raises
    pyvips.Error, and InputError beyond the limits.
    """
    load = getattr(pyvips.Image, loader if data is None else f"{loader}_buffer")
    source = vips_name(path) if data is None else data
    if limits.damaged:
        fail_on = "none"
    image = load(source, access="sequential", fail_on=fail_on, revalidate=True, **(options or {}))
    sample = _SAMPLE_BYTES.get(image.format, 8)
    refuse_too_large(path, image.width, image.height, image.bands * sample * _COPIES, limits)
    return image


def refuse_too_large(
    path: Path, width: int, height: int, bytes_per_pixel: int, limits: Limits
) -> None:
    """Raise InputError for a picture beyond the limits.

    bytes_per_pixel: of decoding at its peak, with all copies.
    """
    if width * height > limits.pixels:
        raise cannot_read(
            path,
            f"it has {width:,} x {height:,} pixels, and the limit is {limits.pixels:,}",
            "Cut it into parts first; the command fdiwn can raise the limit, with --max-pixels.",
        )
    needed = width * height * bytes_per_pixel
    allowed = free_memory() if limits.memory is None else limits.memory
    if needed > allowed:
        raise cannot_read(
            path,
            f"its {width:,} x {height:,} pixels take {_in_gb(needed)} GB of memory to decode, and "
            f"{_in_gb(allowed)} are {'free' if limits.memory is None else 'allowed'}",
            "Close other programs, cut the picture into parts, or raise the limit with "
            "--max-memory.",
        ) from (MemoryError(needed) if limits.memory is None else None)  # free memory may change


def _in_gb(size: int) -> str:
    return f"{size / 1e9:.2g}" if size < 1e9 else f"{size / 1e9:,.1f}"
