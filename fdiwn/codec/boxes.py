"""The boxes of AVIF, HEIC and JPEG 2000 files; and what those of HEIF say of the main picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_MOST = 1 << 24  # bytes of a box that is read
_MOST_BOXES = 10_000  # of a file
_TURNS = frozenset({b"irot", b"imir"})


@dataclass(frozen=True)
class HeifFacts:
    """Of the main picture. turned: decoding turns it as the file says. premultiplied: its colours
    are, by its alpha. nclx: primaries and transfer function, numbers of ITU-T H.273; None if it
    has none."""

    turned: bool = False
    premultiplied: bool = False
    nclx: tuple[int, int] | None = None


def heif_facts(path: Path) -> HeifFacts:
    """From the boxes before the pixels; of damaged ones nothing. Raises OSError."""
    with path.open("rb") as file:
        meta = box_of_file(file, b"meta")
    try:
        return _facts(meta[4:])
    except (struct.error, IndexError):
        return HeifFacts()


def box_of_file(file: BinaryIO, wanted: bytes, most: int = _MOST) -> bytes:
    """The content of the first box of this name in a file, no more than ``most`` bytes of it; empty
    if there is none."""
    position = 0
    for _ in range(_MOST_BOXES):
        file.seek(position)
        head = file.read(16)
        if len(head) < 8:
            return b""
        size, name = struct.unpack_from(">I4s", head)
        start = 8
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack_from(">Q", head, 8)
            start = 16
        if name == wanted:
            file.seek(position + start)
            return file.read(min(size - start, most) if size > start else most)
        if size < start:  # 0: it goes on to the end of the file
            return b""
        position += size
    return b""


def boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each box in another."""
    position = 0
    while position + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, position)
        if size == 0:
            size = len(content) - position
        if size < 8:
            return
        yield name, content[position + 8 : position + size]
        position += size


def _facts(meta: bytes) -> HeifFacts:
    parts: dict[bytes, bytes] = {}
    for name, content in boxes(meta):
        parts.setdefault(name, content)
    if b"pitm" not in parts or b"iprp" not in parts:
        return HeifFacts()
    main = _number(parts[b"pitm"], 4, 4 if parts[b"pitm"][0] else 2)
    properties = _properties(parts[b"iprp"], main)
    nclx = None
    for name, content in properties:
        if name == b"colr" and content[:4] == b"nclx":
            nclx = struct.unpack_from(">HH", content, 4)
            break
    turned = any(name in _TURNS for name, _ in properties)
    return HeifFacts(turned, _is_premultiplied(parts.get(b"iref", b""), main), nclx)


def _properties(iprp: bytes, item: int) -> list[tuple[bytes, bytes]]:
    """Name and content of those that belong to an item."""
    known: list[tuple[bytes, bytes]] = []
    chosen: list[int] = []
    for name, content in boxes(iprp):
        if name == b"ipco":
            known = list(boxes(content))
        elif name == b"ipma":
            chosen += _associated(content, item)
    return [known[index - 1] for index in chosen if 0 < index <= len(known)]


def _associated(ipma: bytes, item: int) -> list[int]:
    """The numbers, from 1, of the properties of an item."""
    version, wide = ipma[0], ipma[3] & 1
    (count,) = struct.unpack_from(">I", ipma, 4)
    position, size = 8, 4 if version else 2
    for _ in range(count):
        here, each = _number(ipma, position, size), ipma[position + size]
        position += size + 1
        step = 2 if wide else 1
        mask = 0x7FFF if wide else 0x7F
        if here == item:
            return [_number(ipma, position + i * step, step) & mask for i in range(each)]
        position += each * step
    return []


def _is_premultiplied(iref: bytes, item: int) -> bool:
    if not iref:
        return False
    size = 4 if iref[0] else 2
    return any(
        name == b"prem" and _number(content, 0, size) == item for name, content in boxes(iref[4:])
    )


def _number(content: bytes, start: int, size: int) -> int:
    if len(content) < start + size:
        raise IndexError(start)
    return int.from_bytes(content[start : start + size], "big")
