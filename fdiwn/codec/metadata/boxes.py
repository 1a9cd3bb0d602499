"""ISO boxes of AVIF, HEIC and JPEG 2000: parsing, metadata, facts of the main picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fdiwn.codec.metadata.container import COMMENT, Found, MetadataError, Text

_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF = b"JpgTiffExif->JP2"
_IPTC = bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38")
_GEO = bytes.fromhex("b14bf8bd083d4b43a5ae8cd7d5a6ce03")
_CREDENTIALS = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_MOST = 1 << 26  # bytes read of a box
_MOST_FACTS = 1 << 24  # the same when looking for facts
_TURNS = frozenset({b"irot", b"imir"})
_MOST_BOXES = 10_000

_NO_GAIN_MAP = "Its gain map, which makes it brighter on HDR screens, was left out"
_NO_DEPTH = "Its depth map was left out"
_NO_FILM = "The film of the motion photo was left out"
_NO_CREDENTIALS = "Its content credentials (C2PA) hold for the original only and were left out"
_NO_GEO = "Its reference to places on a map (GeoJP2) was left out"


@dataclass(frozen=True)
class _Box:
    kind: bytes
    content: range


def read_jpeg_2000(path: Path) -> Found:
    """Raises MetadataError and OSError."""
    exif, packet, iptc, texts, notes = b"", b"", b"", list[Text](), list[str]()
    with path.open("rb") as file:
        for box in _boxes(file, 0, path.stat().st_size):
            content = _read(file, box) if box.kind in (b"uuid", b"xml ") else b""
            if box.kind == b"uuid" and content[:16] == _XMP:
                packet = content[16:]
            elif box.kind == b"uuid" and content[:16] == _EXIF:
                exif = content[16:]
            elif box.kind == b"uuid" and content[:16] == _IPTC:
                iptc = content[16:]
            elif box.kind == b"uuid" and content[:16] == _GEO:
                notes.append(_NO_GEO)
            elif box.kind == b"xml ":
                texts.append((COMMENT, content.decode("utf-8", "replace")))
    return Found(exif=exif, xmp=packet, photoshop=iptc, texts=tuple(texts), notes=tuple(notes))


def notes_on_heif(path: Path) -> tuple[str, ...]:
    """Notes on other contents than the main picture of an AVIF or HEIC file. Raises MetadataError,
    OSError."""
    notes = []
    with path.open("rb") as file:
        for box in _boxes(file, 0, path.stat().st_size):
            if box.kind == b"meta":
                meta = _read(file, box)
                if b"hdrgainmap" in meta.lower() or b"tmap" in meta:
                    notes.append(_NO_GAIN_MAP)
                if b"auxid:2\0" in meta or b"auxiliary:depth" in meta or b"aux:depth" in meta:
                    notes.append(_NO_DEPTH)
            elif box.kind == b"mpvd":
                notes.append(_NO_FILM)
            elif box.kind == b"uuid" and _read(file, box)[:16] == _CREDENTIALS:
                notes.append(_NO_CREDENTIALS)
    return tuple(notes)


def place_exif(path: Path, exif: bytes) -> None:
    """Writes EXIF data, without a prefix, into a finished AVIF that has an item for them.

    The item then points to a new box at the file's end. Raises MetadataError and OSError.
    """
    with path.open("r+b") as file:
        end = path.stat().st_size
        meta = next((box for box in _boxes(file, 0, end) if box.kind == b"meta"), None)
        if meta is None:
            raise MetadataError("no meta box")
        inside = {box.kind: box for box in _boxes(file, meta.content.start + 4, meta.content.stop)}
        if not {b"iinf", b"iloc"} <= set(inside):
            raise MetadataError("no items")
        item = _exif_item(_read(file, inside[b"iinf"]))
        place, base = _location(_read(file, inside[b"iloc"]), item)
        content = bytes(4) + exif  # after the length of the data before the TIFF header
        if end + 8 + len(content) >= 1 << 32:
            raise MetadataError("no room below 4 GB")
        file.seek(end)
        file.write(struct.pack(">I4s", len(content) + 8, b"mdat") + content)
        file.seek(inside[b"iloc"].content.start + place)
        file.write(struct.pack(">II", end + 8 - base, len(content)))


def _exif_item(infos: bytes) -> int:
    """The number of the EXIF item."""
    at = infos.find(b"Exif")
    if at < 8 or infos[at - 12 : at - 8] != b"infe" or infos[at - 8] != 2:
        raise MetadataError("no item for EXIF data")
    return int.from_bytes(infos[at - 4 : at - 2], "big")


def _location(locations: bytes, wanted: int) -> tuple[int, int]:
    """The position of an item's offset and length in the box, and the base of the offset. Supports
    libheif's form: four bytes each, one extent."""
    version, sizes, base = locations[0], locations[4], locations[5] >> 4
    if version > 1 or sizes != 0x44 or base not in (0, 4) or locations[5] & 15:
        raise MetadataError("item locations of another form")
    (count,) = struct.unpack_from(">H", locations, 6)
    position = 8
    for _ in range(count):
        (item,) = struct.unpack_from(">H", locations, position)
        position += 2 + 2 * version + 2
        (extents,) = struct.unpack_from(">H", locations, position + base)
        if item == wanted:
            if extents != 1:
                raise MetadataError("item locations of another form")
            return position + base + 2, int.from_bytes(locations[position : position + base], "big")
        position += base + 2 + 8 * extents
    raise MetadataError("no place for EXIF data")


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[_Box]:
    position = start
    for _ in range(_MOST_BOXES):
        file.seek(position)
        head = file.read(16)
        if position + 8 > end or len(head) < 8:
            return
        length, kind = struct.unpack_from(">I4s", head)
        inside = position + 8
        if length == 1 and len(head) == 16:
            length, inside = int.from_bytes(head[8:], "big"), position + 16
        stop = position + length if length else end
        if stop < inside:
            raise MetadataError("a box is shorter than its head")
        yield _Box(kind, range(inside, min(stop, end)))
        position = stop


def _read(file: BinaryIO, box: _Box, most: int = _MOST) -> bytes:
    file.seek(box.content.start)
    return file.read(min(len(box.content), most))


@dataclass(frozen=True)
class HeifFacts:
    """Facts of the main picture. turned: decoding turns it as the file says. premultiplied: its
    colours are multiplied by alpha. nclx: primaries and transfer function, numbers of ITU-T H.273;
    None if missing."""

    turned: bool = False
    premultiplied: bool = False
    nclx: tuple[int, int] | None = None


def heif_facts(path: Path) -> HeifFacts:
    """Reads the boxes before the pixels; damaged ones give no facts. Raises OSError."""
    with path.open("rb") as file:
        meta = box_of_file(file, b"meta")
    try:
        return _facts(meta[4:])
    except (struct.error, IndexError):
        return HeifFacts()


def box_of_file(file: BinaryIO, wanted: bytes, most: int = _MOST_FACTS) -> bytes:
    """The content of the first box of this name in a file, at most ``most`` bytes; empty if there
    is none."""
    try:
        found = next((box for box in _boxes(file, 0, file.seek(0, 2)) if box.kind == wanted), None)
    except MetadataError:
        return b""
    return _read(file, found, most) if found else b""


def boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each box inside another."""
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
    """Name and content of an item's properties."""
    known: list[tuple[bytes, bytes]] = []
    chosen: list[int] = []
    for name, content in boxes(iprp):
        if name == b"ipco":
            known = list(boxes(content))
        elif name == b"ipma":
            chosen += _associated(content, item)
    return [known[index - 1] for index in chosen if 0 < index <= len(known)]


def _associated(ipma: bytes, item: int) -> list[int]:
    """The numbers, from 1, of an item's properties."""
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
