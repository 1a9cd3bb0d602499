"""Reads PGM and PPM with more than 8 bits, as text or binary. Pillow reduces their colours to 8."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from fdiwn.api.options import Limits
from fdiwn.codec.decode_errors import damaged
from fdiwn.codec.open_image import refuse_too_large
from fdiwn.pixels.picture import Pixels

_HEAD = re.compile(rb"P([2356])" + rb"(?:\s|#[^\r\n]*[\r\n])+(\d{1,9})" * 3 + rb"\s")
_MOST_HEAD = 1 << 16
_BYTES_PER_PIXEL = 40  # numbers temporarily take eight bytes each


def is_deep(path: Path) -> bool:
    """Whether `read` should read this: a PGM or PPM whose white is above 255. Raises OSError."""
    head = _head(path)
    return head is not None and 255 < int(head[4]) <= 65535


def read(path: Path, limits: Limits) -> Pixels:
    """(H, W, 1 or 3) uint16, with white at 65535. If the limits accept damage, missing pixels are
    black. Raises InputError, and OSError."""
    head = _head(path)
    assert head is not None, "is_deep comes first"
    kind, width, height, white = (int(part) for part in head.groups())
    bands = 3 if kind in (3, 6) else 1
    refuse_too_large(path, width, height, _BYTES_PER_PIXEL, limits)
    count = width * height * bands
    content = path.read_bytes()[head.end() :]
    try:
        levels = (
            np.frombuffer(content[: 2 * count], ">u2", min(len(content) // 2, count))
            if kind in (5, 6)
            else np.array(re.sub(rb"#[^\r\n]*", b"", content).split()[:count], dtype=np.uint32)
        )
    except (ValueError, OverflowError) as exc:
        raise damaged(path, str(exc), whole=True) from exc
    if not count or (len(levels) < count and not limits.damaged):
        raise damaged(path, "it ends too early", whole=not count)
    levels = np.minimum(levels, white).astype(np.uint32)
    levels = np.pad(levels, (0, count - len(levels)))
    full: Pixels = ((levels * 65535 + white // 2) // white).astype(np.uint16)
    return full.reshape(height, width, bands)


def _head(path: Path) -> re.Match[bytes] | None:
    with path.open("rb") as file:
        return _HEAD.match(file.read(_MOST_HEAD))
