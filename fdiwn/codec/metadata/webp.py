"""Reads and writes metadata in the chunks of WebP files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from fdiwn.codec.metadata.container import Found, MetadataError, Piece, put_together

_ICC, _ALPHA, _EXIF, _XMP = 0x20, 0x10, 0x08, 0x04  # flags of VP8X
_MOST = 1 << 26  # bytes read of a chunk
_EXIF_HEAD = b"Exif\0\0"
"""Optional in WebP's rules. Adobe's toolkit ignores XMP without it; nobody else is affected."""
_PIXELS = (b"ALPH", b"VP8 ", b"VP8L")
_OF_THE_FILE = (*_PIXELS, b"VP8X", b"ICCP", b"ANIM", b"ANMF")


def read(path: Path) -> Found:
    """Raises OSError."""
    exif, packet, lossless, others = b"", b"", False, set[str]()
    with path.open("rb") as file:
        for name, place in _chunks(path):
            if name in (b"EXIF", b"XMP ") and len(place) <= _MOST:
                file.seek(place.start)
                content = file.read(len(place))
                exif, packet = (content, packet) if name == b"EXIF" else (exif, content)
            elif name == b"VP8L":
                lossless = True
            elif name not in _OF_THE_FILE:
                others.add(name.decode("latin-1").strip())
    names = ", ".join(sorted(others))
    notes = (f"What other programs keep in it ({names}) was left out",) if names else ()
    return Found(exif=exif, xmp=packet, lossless=lossless, notes=notes)


def _chunks(path: Path) -> Iterator[tuple[bytes, range]]:
    """Name and position of each chunk's content, as far as they are readable."""
    with path.open("rb") as file:
        end = int.from_bytes(file.read(12)[4:8], "little") + 8
        position = 12
        while position + 8 <= end:
            file.seek(position)
            head = file.read(8)
            if len(head) < 8:
                return
            name, length = struct.unpack("<4sI", head)
            yield name, range(position + 8, position + 8 + length)
            position += 8 + length + length % 2


def write(source: Path, target: Path, found: Found, size: tuple[int, int]) -> None:
    """Writes a WebP of libvips with these metadata after its pixels. size: width and height in
    pixels.

    Raises MetadataError and OSError.
    """
    flags, kept = 0, list[Piece]()
    for name, place in _chunks(source):
        if name == b"VP8X":
            flags |= _byte(source, place.start) & (_ICC | _ALPHA)
        elif name in (b"ICCP", *_PIXELS):
            kept += [struct.pack("<4sI", name, len(place)), place, b"\0" * (len(place) % 2)]
            if name == b"VP8L":
                flags |= _ALPHA if _byte(source, place.start + 4) & 0x10 else 0  # after the sizes
    exif = _EXIF_HEAD + found.exif if found.exif else b""
    for name, flag, content in ((b"EXIF", _EXIF, exif), (b"XMP ", _XMP, found.xmp)):
        if content:
            flags |= flag
            padding = b"\0" * (len(content) % 2)
            kept.append(struct.pack("<4sI", name, len(content)) + content + padding)
    if flags:
        width, height = ((side - 1).to_bytes(3, "little") for side in size)
        kept.insert(0, struct.pack("<4sIB3x", b"VP8X", 10, flags) + width + height)
    length = 4 + sum(map(len, kept))
    if length >= 1 << 32:
        raise MetadataError("too large for WebP")
    put_together(source, target, [struct.pack("<4sI4s", b"RIFF", length, b"WEBP"), *kept])


def _byte(path: Path, place: int) -> int:
    with path.open("rb") as file:
        file.seek(place)
        return file.read(1)[0]
