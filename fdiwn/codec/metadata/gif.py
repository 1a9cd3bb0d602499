"""Reads XMP and comments of GIF files."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path

from fdiwn.codec.metadata.container import COMMENT, Found

_XMP = b"!\xff\x0bXMP DataXMP"
_XMP_END = b"\x01\xff\xfe\xfd"  # followed by numbers that lead a block reader out of it
_COMMENT = b"!\xfe"
_MOST = 1 << 24  # bytes
_MOST_BLOCKS = 100_000


def read(path: Path) -> Found:
    """Reads those before the first picture. Raises OSError and ValueError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        packet, comments = b"", list[bytes]()
        for start in _extensions(data):
            if data[start : start + len(_XMP)] == _XMP:
                begin = start + len(_XMP)
                end = data.find(_XMP_END, begin, begin + _MOST)
                packet = data[begin:end] if end > 0 else b""
            elif data[start : start + 2] == _COMMENT:
                comments.append(b"".join(_blocks(data, start + 2)))
    texts = tuple((COMMENT, comment.decode("utf-8", "replace")) for comment in comments)
    return Found(xmp=packet, texts=texts)


def _extensions(data: mmap.mmap) -> Iterator[int]:
    """The start of each."""
    position = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    while data[position : position + 1] == b"!":
        yield position
        position += 2
        position += sum(len(block) + 1 for block in _blocks(data, position)) + 1


def _blocks(data: mmap.mmap, position: int) -> Iterator[bytes]:
    """Each begins with its length; one of length zero ends them."""
    for _ in range(_MOST_BLOCKS):
        length = data[position] if position < len(data) else 0
        if not length:
            return
        yield data[position + 1 : position + 1 + length]
        position += length + 1
