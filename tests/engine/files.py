"""Picture files built byte by byte, with what common writers do not write."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

Chunk = tuple[bytes, bytes]
SHORT, LONG, RATIONAL = 3, 4, 5


def chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def png(path: Path, pixels: Any, chunks: Iterable[Chunk] = ()) -> Path:
    """(H, W) grey or (H, W, 3) in 8 or 16 bits, with chunks before the pixels."""
    height, width = pixels.shape[:2]
    kind = 0 if pixels.ndim == 2 else 2
    bits = 8 * pixels.dtype.itemsize
    rows = b"".join(b"\0" + row.astype(f">u{bits // 8}").tobytes() for row in pixels)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(chunk(*each) for each in chunks)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return path


def chunks_of(path: Path) -> dict[bytes, bytes]:
    content, position, found = path.read_bytes(), 8, dict[bytes, bytes]()
    while position < len(content):
        (length,) = struct.unpack_from(">I", content, position)
        name = content[position + 4 : position + 8]
        assert zlib.crc32(content[position + 4 : position + 8 + length]) == int.from_bytes(
            content[position + 8 + length : position + 12 + length], "big"
        )
        found.setdefault(name, content[position + 8 : position + 8 + length])
        position += 12 + length
    return found


def exif(
    orientation: int | None = None, below: dict[int, Any] | None = None, index: bytes = b""
) -> bytes:
    """EXIF data, with its prefix. below: shorts of the EXIF directory by tag. index: of
    interoperability, R03 for Adobe RGB."""
    first = [] if orientation is None else [(274, SHORT, 1, struct.pack("<HH", orientation, 0))]
    entries = [(tag, SHORT, 1, struct.pack("<HH", v, 0)) for tag, v in (below or {}).items()]
    start = 8 + 2 + 12 * (len(first) + 1) + 4
    if index:
        behind = start + 2 + 12 * (len(entries) + 1) + 4
        entries.append((40965, LONG, 1, struct.pack("<I", behind)))
    first.append((34665, LONG, 1, struct.pack("<I", start)))
    data = b"II*\0\x08\0\0\0" + _directory(first) + _directory(entries)
    if index:
        data += _directory([(1, 2, len(index) + 1, (index + b"\0").ljust(4, b"\0"))])
    return b"Exif\0\0" + data


def _directory(entries: list[tuple[int, int, int, bytes]]) -> bytes:
    rows = (struct.pack("<HHI4s", *entry) for entry in sorted(entries))
    return struct.pack("<H", len(entries)) + b"".join(rows) + bytes(4)


def xmp(orientation: int) -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
        f'tiff:Orientation="{orientation}"/></rdf:RDF></x:xmpmeta>'
    ).encode()


def packed(levels: Any, bits: int) -> bytes:
    """Rows of (H, W) samples packed in so many bits, each row beginning with a whole byte."""
    shifts = np.arange(bits - 1, -1, -1)
    each = (levels[..., None].astype(np.uint32) >> shifts) & 1
    rows = each.reshape(levels.shape[0], -1).astype(np.uint8)
    return np.packbits(rows, axis=1).tobytes()


def tiff(path: Path, data: bytes, size: tuple[int, int], tags: Mapping[int, Sequence[int]]) -> Path:
    """One uncompressed strip. tags: numbers by tag; width, height and place are filled in."""
    width, height = size
    every: dict[int, Sequence[int]] = {
        256: [width], 257: [height], 259: [1], 273: [8], 278: [height], 279: [len(data)], **tags,
    }  # fmt: skip
    behind = 8 + len(data) + len(data) % 2
    end = behind + 2 + 12 * len(every) + 4
    rows, more = b"", b""
    for tag, values in sorted(every.items()):
        kind = LONG if tag in (273, 279) else SHORT
        if tag in (318, 319):
            kind = RATIONAL
            content = b"".join(struct.pack("<II", value, 100_000) for value in values)
        else:
            content = struct.pack(f"<{len(values)}{'I' if kind == LONG else 'H'}", *values)
        field = content.ljust(4, b"\0")
        if len(content) > 4:
            field = struct.pack("<I", end + len(more))
            more += content
        rows += struct.pack("<HHI4s", tag, kind, len(values), field)
    head = b"II*\0" + struct.pack("<I", behind) + data + bytes(len(data) % 2)
    path.write_bytes(head + struct.pack("<H", len(every)) + rows + bytes(4) + more)
    return path
