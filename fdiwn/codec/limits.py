"""Refuses what is too large, from what a file's header claims and before anything is decoded."""

from __future__ import annotations

from pathlib import Path

import psutil

from fdiwn.api.limits import Limits
from fdiwn.codec.kind import cannot_read


def refuse_too_large(
    path: Path, width: int, height: int, bytes_per_pixel: int, limits: Limits
) -> None:
    """Raise InputError for a picture beyond the limits.

    bytes_per_pixel: what decoding takes at its peak, with all copies.
    """
    if width * height > limits.pixels:
        raise cannot_read(
            path,
            f"it has {width:,} x {height:,} pixels, and the limit is {limits.pixels:,}",
            "Cut it into parts first; the command fdiwn can raise the limit, with --max-pixels.",
        )
    needed = width * height * bytes_per_pixel
    allowed = psutil.virtual_memory().available if limits.memory is None else limits.memory
    if needed > allowed:
        raise cannot_read(
            path,
            f"its {width:,} x {height:,} pixels take {_in_gb(needed)} GB of memory to decode, and "
            f"{_in_gb(allowed)} are {'free' if limits.memory is None else 'allowed'}",
            "Close other programs, cut the picture into parts, or raise the limit with "
            "--max-memory.",
        ) from (MemoryError(needed) if limits.memory is None else None)  # what is free may change


def _in_gb(size: int) -> str:
    return f"{size / 1e9:.2g}" if size < 1e9 else f"{size / 1e9:,.1f}"
