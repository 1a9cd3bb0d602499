"""Reads and writes metadata in the chunks of PNG files, including those after the pixels."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from fdiwn.codec.metadata.container import (
    METRE,
    NONE,
    Found,
    MetadataError,
    Piece,
    Resolution,
    Text,
    put_together,
)

_START = 8
_XMP = b"XML:com.adobe.xmp"
_RAW_PROFILE = "Raw profile type "
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_OF_THE_FILE = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi", b"bKGD", b"hIST", b"sPLT", b"tIME", b"acTL",
    b"fcTL", b"fdAT", b"oFFs", b"vpAg", b"iDOT", b"dSIG", b"sTER", b"sCAL", b"pCAL",
})  # fmt: skip
"""Chunks that describe how this file stores its pixels, or that libvips reads."""
_MOST = 1 << 24  # bytes read, and bytes unpacked
_MOST_COLOUR = 1 << 20  # bytes of a colour chunk
_KEYWORD = re.compile(r"[ -~\xa1-\xff]{1,79}")
_NO_CREDENTIALS = "Its content credentials (C2PA) hold for the original only and were left out"


@dataclass
class _Chunks:
    exif: bytes = b""
    texts: list[tuple[str, bytes, str]] = field(default_factory=list)  # keyword, text, its encoding
    resolution: Resolution | None = None
    others: set[str] = field(default_factory=set)
    room: int = _MOST


def read(path: Path) -> Found:
    """Ignores damaged chunks. Raises OSError."""
    found = _Chunks()
    with path.open("rb") as file:
        for name, start, length in _chunks(file):
            _take(found, file, name, start, length)
    profiles: dict[str, bytes] = {}
    texts: list[Text] = []
    for keyword, content, coding in found.texts:
        if keyword == _XMP.decode():
            profiles["xmp"] = content  # the standard chunk overrides a raw profile
        elif keyword.startswith(_RAW_PROFILE):
            kind, profile = _raw_profile(keyword, content)
            profiles.setdefault(kind, profile)
        else:
            texts.append((keyword, content.decode(coding, "replace")))
    notes = [_NO_CREDENTIALS] if "caBX" in found.others else []
    if names := ", ".join(sorted(found.others - {"caBX"})):
        notes.append(f"Chunks of other programs, or damaged ones ({names}), were left out")
    return Found(
        exif=found.exif or profiles.get("exif", b""),
        xmp=profiles.get("xmp", b""),
        photoshop=profiles.get("iptc", b""),
        icc=profiles.get("icc", b""),
        texts=tuple(texts),
        resolution=found.resolution,
        notes=tuple(notes),
    )


def chunks_before_pixels(file: BinaryIO, wanted: frozenset[bytes]) -> dict[bytes, bytes]:
    """The first chunk of each wanted name before IDAT, by name. Ignores damaged ones."""
    found: dict[bytes, bytes] = {}
    for name, start, length in _chunks(file):
        if name == b"IDAT":
            break
        if name in wanted and name not in found and length <= _MOST_COLOUR:
            file.seek(start)
            content, check = file.read(length), file.read(4)
            if check == struct.pack(">I", zlib.crc32(name + content)):
                found[name] = content
    return found


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Name, position and length of each chunk's content, as far as they are readable."""
    position = _START
    while True:
        file.seek(position)
        head = file.read(8)
        if len(head) < 8:
            return
        length, name = struct.unpack(">I4s", head)
        yield name, position + 8, length
        position += length + 12


def _take(found: _Chunks, file: BinaryIO, name: bytes, start: int, length: int) -> None:
    if name in _OF_THE_FILE or not name.isalpha():
        return
    if length > found.room:
        found.others.add(name.decode("latin-1"))
        return
    file.seek(start)
    content = file.read(length)
    found.room -= length
    if name == b"eXIf":
        found.exif = content
    elif name == b"pHYs" and length == 9:
        across, down, unit = struct.unpack(">IIB", content)
        if across and down:
            found.resolution = Resolution(across, down, METRE if unit == 1 else NONE)
    elif name in _TEXTS:
        try:
            found.texts.append(_text(name, content, found.room))
            found.room -= len(found.texts[-1][1])
        except (ValueError, zlib.error):
            found.others.add(name.decode())  # damaged, or larger than any text should be
    else:
        found.others.add(name.decode())


def _text(name: bytes, content: bytes, room: int) -> tuple[str, bytes, str]:
    keyword, _, rest = content.partition(b"\0")
    coding = "latin-1"
    if name == b"zTXt":
        rest = _unpacked(rest[1:], room)
    elif name == b"iTXt":
        packed, coding = rest[:1] == b"\1", "utf-8"
        _, _, rest = rest[2:].split(b"\0", 2)
        rest = _unpacked(rest, room) if packed else rest
    return keyword.decode("latin-1"), rest, coding


def _unpacked(content: bytes, room: int) -> bytes:
    inflate = zlib.decompressobj()
    plain = inflate.decompress(content, max(room, 1))
    if inflate.unconsumed_tail:
        raise MetadataError("too large")
    return plain


def _raw_profile(keyword: str, content: bytes) -> tuple[str, bytes]:
    """Decodes a profile that ImageMagick and others store as hexadecimal text: its kind, and its
    bytes."""
    kind = keyword.removeprefix(_RAW_PROFILE).strip().lower()
    words = content.split(None, 2)  # the kind, the length, the digits
    try:
        profile = bytes.fromhex("".join(words[2].decode("ascii").split()))[: int(words[1])]
    except (IndexError, ValueError):
        return "", b""
    if kind == "app1":
        space = b"http://ns.adobe.com/xap/1.0/\0"
        return (
            ("xmp", profile.removeprefix(space))
            if profile.startswith(b"http")
            else ("exif", profile)
        )
    return {"icm": "icc", "8bim": "iptc"}.get(kind, kind), profile


def write(
    source: Path, target: Path, found: Found, colours: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    """Writes a PNG of libvips with these metadata before its pixels. Raises MetadataError, OSError.

    colours: chunks that define its colours, placed after the header as required.
    """
    kept: list[Piece] = [range(_START)]
    pixels = 0
    with source.open("rb") as file:
        for name, start, length in _chunks(file):
            if name == b"IDAT":
                pixels = start - 8
                break
            if name not in (b"pHYs", b"eXIf", *_TEXTS):
                kept.append(range(start - 8, start + length + 4))
            if name == b"IHDR":
                kept += [_chunk(*one) for one in colours]
    if not pixels:
        raise MetadataError("no pixels")
    size = source.stat().st_size
    put_together(source, target, [*kept, *_written(found), range(pixels, size)])


def _written(found: Found) -> Iterator[bytes]:
    if found.resolution:
        across, down = (
            min(max(round(v), 1), 0x7FFFFFFF)
            for v in (found.resolution.across, found.resolution.down)
        )
        yield _chunk(b"pHYs", struct.pack(">IIB", across, down, found.resolution.unit == METRE))
    if found.exif:
        yield _chunk(b"eXIf", found.exif)
    if found.xmp:
        yield _chunk(b"iTXt", _XMP + bytes(5) + found.xmp)
    for keyword, text in found.texts:
        if not _KEYWORD.fullmatch(keyword):
            continue
        key, plain = keyword.encode("latin-1"), text.replace("\0", "")
        try:
            yield _chunk(b"tEXt", key + b"\0" + plain.encode("latin-1"))
        except UnicodeEncodeError:
            yield _chunk(b"iTXt", key + bytes(5) + plain.encode("utf-8", "replace"))


def _chunk(name: bytes, content: bytes) -> bytes:
    sum_ = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", sum_)
