"""EXIF: set right after a picture was turned, and carried through TIFF files.

An EXIF blob is ``Exif\\0\\0`` followed by a small TIFF file: a first directory (make, model, date),
below it the EXIF, GPS and interoperability directories, and a second one with a thumbnail. TIFF
pictures hold the same directories among their own; libvips neither reads nor writes them there.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

PREFIX = b"Exif\0\0"
MM_PER_INCH = 25.4
_ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 274, 282, 283, 296
_IPTC = 33723
_EXIF = 34665
_EXIF_SIZE = {256: 40962, 257: 40963}  # width and height, in TIFF and in its EXIF directory
_SIZE = frozenset(_EXIF_SIZE)
_POINTERS = frozenset({_EXIF, 34853, 40965})  # to the EXIF, GPS and interoperability directories
_TEXTS = frozenset({270, 271, 272, 305, 306, 315, 316, 18246, 18249, 33432, *range(40091, 40096)})
_RESOLUTION = frozenset({_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT})
_SHORT, _LONG, _RATIONAL, _UNDEFINED, _LONG8 = 3, 4, 5, 7, 16
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_WORDS = {3: 2, 4: 4, 5: 4, 8: 2, 9: 4, 10: 4, 11: 4, 12: 8, 13: 4}  # bytes that swap together
_MAX_DIRECTORY = 1 << 24  # bytes, without what is below it
_MAX_ENTRIES = 1000

_Bytes = bytes | bytearray | mmap.mmap


class MetadataError(ValueError):
    """The directories are damaged. Never leaves the codec: the picture is read without them."""


@dataclass(frozen=True)
class _Layout:
    order: str  # of struct: < or >
    big: bool  # BigTIFF
    first: int  # offset of the first directory

    @property
    def count(self) -> struct.Struct:
        return struct.Struct(self.order + ("Q" if self.big else "H"))

    @property
    def record(self) -> struct.Struct:
        """tag, type, count, value or its offset"""
        return struct.Struct(self.order + ("HHQ8s" if self.big else "HHI4s"))

    @property
    def offset(self) -> struct.Struct:
        return struct.Struct(self.order + ("Q" if self.big else "I"))


@dataclass(frozen=True)
class _Entry:
    kind: int
    data: bytes  # little-endian
    below: Mapping[int, _Entry] | None = None


_Directory = Mapping[int, _Entry]


def upright(blob: bytes) -> bytes:
    """The blob with orientation 1 and without its thumbnail, otherwise byte for byte the same.

    Raises MetadataError.
    """
    data = bytearray(_tiff_part(blob))
    try:
        layout = _layout(data)
        (count,) = layout.count.unpack_from(data, layout.first)
        position = layout.first + layout.count.size
        for _ in range(min(count, _MAX_ENTRIES)):
            tag, kind, _, _ = layout.record.unpack_from(data, position)
            if tag == _ORIENTATION and kind == _SHORT:
                struct.pack_into(layout.order + "H", data, position + 8, 1)
            position += layout.record.size
        layout.offset.pack_into(data, position, 0)
    except struct.error as exc:
        raise MetadataError(str(exc)) from exc
    return PREFIX + bytes(data)


def density(blob: bytes) -> tuple[float, float] | None:
    """Horizontal and vertical pixels per millimetre, None if not there. Raises MetadataError."""
    data = _tiff_part(blob)
    layout = _layout(data)
    directory = _read(data, layout.first, layout, _RESOLUTION)
    values = []
    for tag in (_X_RESOLUTION, _Y_RESOLUTION):
        entry = directory.get(tag)
        if entry is None or entry.kind != _RATIONAL or len(entry.data) < 8:
            return None
        numerator, denominator = struct.unpack_from("<II", entry.data)
        if not numerator or not denominator:
            return None
        values.append(numerator / denominator)
    unit = directory.get(_RESOLUTION_UNIT)
    centimetres = unit is not None and unit.data[:2] == b"\3\0"
    per_mm = 10.0 if centimetres else MM_PER_INCH
    return values[0] / per_mm, values[1] / per_mm


def read_tiff(path: Path) -> dict[str, bytes]:
    """The EXIF and IPTC of a TIFF picture by libvips field name. Raises MetadataError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        layout = _layout(data)
        wanted = _TEXTS | _RESOLUTION | _POINTERS | {_IPTC}
        found = dict(_read(data, layout.first, layout, wanted))
    blobs = {}
    if iptc := found.pop(_IPTC, None):
        blobs["iptc-data"] = iptc.data
    if set(found) - _RESOLUTION:
        blobs["exif-data"] = _blob(found)
    return blobs


def add_to_tiff(path: Path, blobs: Mapping[str, bytes]) -> None:
    """Put EXIF and IPTC, by libvips field name, into a finished little-endian TIFF, at its end.

    Raises MetadataError.
    """
    directory: dict[int, _Entry] = {}
    if exif := blobs.get("exif-data"):
        data = _tiff_part(exif)
        source = _layout(data)
        directory |= _read(data, source.first, source, _TEXTS | _POINTERS)
    if iptc := blobs.get("iptc-data"):
        directory[_IPTC] = _Entry(_UNDEFINED, iptc)
    with path.open("r+b") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as target:
            layout = _layout(target)
            kept = _records(target, layout)
            directory = _with_size(directory, _read(target, layout.first, layout, _SIZE))
        if layout.order != "<":
            raise MetadataError("libvips wrote a big-endian TIFF")
        _append_directory(file, layout, {t: e for t, e in directory.items() if t not in kept}, kept)


def _with_size(directory: _Directory, sizes: _Directory) -> dict[int, _Entry]:
    """The directory with the picture's own width and height in the EXIF below it."""
    below = dict(directory[_EXIF].below or {}) if _EXIF in directory else {}
    for theirs, ours in _EXIF_SIZE.items():
        if ours in below and theirs in sizes:
            below[ours] = sizes[theirs]
    return {**directory, **({_EXIF: _Entry(_LONG, b"", below)} if below else {})}


def _append_directory(
    file: BinaryIO, layout: _Layout, directory: _Directory, kept: Mapping[int, bytes]
) -> None:
    """Write a new first directory behind the pixels and let the header point to it."""
    start = file.seek(0, 2)
    if start % 2:
        start += file.write(b"\0")
    new = _serialise(directory, start, layout, kept)
    if not layout.big and start + len(new) >= 1 << 32:
        raise MetadataError("no room below 4 GB")
    file.write(new)
    file.seek(8 if layout.big else 4)
    file.write(layout.offset.pack(start))


def _tiff_part(blob: bytes) -> bytes:
    return blob.removeprefix(PREFIX)


def _layout(data: _Bytes) -> _Layout:
    order = {b"II": "<", b"MM": ">"}.get(bytes(data[:2]))
    if order is None or len(data) < 16:
        raise MetadataError("no TIFF header")
    (version,) = struct.unpack_from(order + "H", data, 2)
    if version not in (42, 43):
        raise MetadataError("no TIFF header")
    big = version == 43
    (first,) = struct.unpack_from(order + ("Q" if big else "I"), data, 8 if big else 4)
    return _Layout(order, big, first)


def _records(data: _Bytes, layout: _Layout) -> dict[int, bytes]:
    """The records of the first directory as they are, by tag."""
    try:
        (count,) = layout.count.unpack_from(data, layout.first)
        start = layout.first + layout.count.size
        size = layout.record.size
        places = (start + i * size for i in range(count))
        records = [bytes(data[place : place + size]) for place in places]
    except struct.error as exc:
        raise MetadataError(str(exc)) from exc
    return {int.from_bytes(record[:2], "little"): record for record in records}


def _read(
    data: _Bytes, start: int, layout: _Layout, wanted: frozenset[int] | None, depth: int = 0
) -> dict[int, _Entry]:
    """The directory at ``start``; of its tags only the wanted ones, damaged ones left out.

    Each tag counts once and all together up to a limit: entries that share their data, and
    directories that hold themselves, would grow without end.
    """
    directory: dict[int, _Entry] = {}
    inline = layout.offset.size
    room = _MAX_DIRECTORY
    try:
        (count,) = layout.count.unpack_from(data, start)
        for i in range(min(count, _MAX_ENTRIES)):
            position = start + layout.count.size + i * layout.record.size
            tag, kind, number, value = layout.record.unpack_from(data, position)
            if tag in directory or (wanted is not None and tag not in wanted):
                continue
            if tag in _POINTERS:
                wide = "Q" if kind == _LONG8 else "I"
                (place,) = struct.unpack_from(layout.order + wide, value)
                if depth < 2:
                    directory[tag] = _Entry(_LONG, b"", _read(data, place, layout, None, depth + 1))
                continue
            length = _SIZES.get(kind, 0) * number
            if not 0 < length <= room:
                continue
            room -= length
            at = layout.offset.unpack(value)[0]
            raw = value[:length] if length <= inline else bytes(data[at : at + length])
            if len(raw) == length:
                swap = layout.order == ">" and tag != _IPTC
                directory[tag] = _Entry(kind, _swapped(raw, kind) if swap else raw)
    except struct.error as exc:
        raise MetadataError(str(exc)) from exc
    return directory


def _swapped(raw: bytes, kind: int) -> bytes:
    width = _WORDS.get(kind, 1)
    swapped = bytearray(len(raw))
    for i in range(width):
        swapped[i::width] = raw[width - 1 - i :: width]
    return bytes(swapped)


def _blob(directory: _Directory) -> bytes:
    layout = _Layout("<", big=False, first=8)
    return PREFIX + b"II*\0\x08\0\0\0" + _serialise(directory, 8, layout, {})


def _serialise(
    directory: _Directory, start: int, layout: _Layout, kept: Mapping[int, bytes]
) -> bytes:
    """A directory with everything below it, to stand at ``start``. kept: finished records."""
    records = dict(kept)
    inline = layout.offset.size
    fixed = layout.count.size + (len(directory) + len(kept)) * layout.record.size + inline
    body = bytearray()
    for tag, entry in directory.items():
        body += b"\0" * (len(body) % 2)
        position = start + fixed + len(body)
        kind, number, value = entry.kind, len(entry.data) // _SIZES[entry.kind], entry.data
        if entry.below is not None:
            body += _serialise(entry.below, position, layout, {})
            kind, number = (_LONG8 if layout.big else _LONG), 1
            value = layout.offset.pack(position)
        elif len(value) > inline:
            body += value
            value = layout.offset.pack(position)
        records[tag] = layout.record.pack(tag, kind, number, value)
    table = b"".join(record for _, record in sorted(records.items()))
    return layout.count.pack(len(records)) + table + layout.offset.pack(0) + bytes(body)
