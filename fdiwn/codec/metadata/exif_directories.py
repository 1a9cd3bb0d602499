"""Reads and writes the directories of EXIF data and TIFF files as records."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fdiwn.codec.metadata.container import MetadataError
from fdiwn.codec.metadata.maker_note import moved

EXIF, GPS, INTEROPERABILITY = 34665, 34853, 40965
POINTERS = frozenset({EXIF, GPS, INTEROPERABILITY})
"""Tags whose value is another directory."""
IPTC = 33723
SHORT, LONG, RATIONAL, UNDEFINED, LONG8 = 3, 4, 5, 7, 16
ASCII = 2
_MAKER_NOTE = 37500
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_WORDS = {3: 2, 4: 4, 5: 4, 8: 2, 9: 4, 10: 4, 11: 4, 12: 8, 13: 4}  # bytes swapped together
_MAX_DIRECTORY = 1 << 24  # bytes, without subdirectories
_MAX_ENTRIES = 1000
_MAX_START = 1 << 16  # bytes; the size limit of EXIF data in JPEG

Bytes = bytes | bytearray | mmap.mmap


@dataclass(frozen=True)
class Layout:
    order: str  # for struct: < or >
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
class Entry:
    """kind: the TIFF type. data: little-endian. below: a pointer's directory. place: where the data
    was read, from the start of the EXIF data or the file."""

    kind: int
    data: bytes
    below: Mapping[int, Entry] | None = None
    place: int = 0


Directory = Mapping[int, Entry]


def read_layout(data: Bytes) -> Layout:
    """Reads the header of EXIF data or a TIFF file. Raises MetadataError."""
    order = {b"II": "<", b"MM": ">"}.get(bytes(data[:2]))
    if order is None or len(data) < 16:
        raise MetadataError("no TIFF header")
    (version,) = struct.unpack_from(order + "H", data, 2)
    if version not in (42, 43):
        raise MetadataError("no TIFF header")
    big = version == 43
    (first,) = struct.unpack_from(order + ("Q" if big else "I"), data, 8 if big else 4)
    return Layout(order, big, first)


def read_records(data: Bytes, layout: Layout) -> dict[int, bytes]:
    """The raw records of the first directory, by tag. Raises MetadataError."""
    try:
        (count,) = layout.count.unpack_from(data, layout.first)
        start = layout.first + layout.count.size
        size = layout.record.size
        places = (start + i * size for i in range(count))
        records = [bytes(data[place : place + size]) for place in places]
    except struct.error as exc:
        raise MetadataError(str(exc)) from exc
    return {int.from_bytes(record[:2], "little"): record for record in records}


def read_directory(
    data: Bytes, start: int, layout: Layout, wanted: Callable[[int], bool], depth: int = 0
) -> dict[int, Entry]:
    """Reads the directory at ``start``; only wanted tags, without damaged ones.

    Each tag counts once, and the total size is limited: entries that share data, and directories
    that contain themselves, would grow without end. Raises MetadataError.
    """
    directory: dict[int, Entry] = {}
    room = _MAX_DIRECTORY
    try:
        (count,) = layout.count.unpack_from(data, start)
        for i in range(min(count, _MAX_ENTRIES)):
            position = start + layout.count.size + i * layout.record.size
            tag, kind, number, value = layout.record.unpack_from(data, position)
            if tag in directory or not wanted(tag):
                continue
            if tag not in POINTERS:
                if entry := _read_entry(data, layout, (tag, kind, number, value), room):
                    directory[tag] = entry
                    room -= len(entry.data)
            elif depth < 2:
                wide = "Q" if kind == LONG8 else "I"
                (place,) = struct.unpack_from(layout.order + wide, value)
                below = read_directory(data, place, layout, lambda _: True, depth + 1)
                directory[tag] = Entry(LONG, b"", below)
    except (struct.error, OverflowError, IndexError) as exc:
        raise MetadataError(str(exc)) from exc
    return directory


def _read_entry(
    data: Bytes, layout: Layout, record: tuple[int, int, int, bytes], room: int
) -> Entry | None:
    tag, kind, number, value = record
    length = _SIZES.get(kind, 0) * number
    if not 0 < length <= room:
        return None
    at = layout.offset.unpack(value)[0]
    raw = value[:length] if length <= layout.offset.size else bytes(data[at : at + length])
    if len(raw) != length:
        return None
    swap = layout.order == ">" and tag != IPTC
    return Entry(kind, _swapped(raw, kind) if swap else raw, place=at)


def _swapped(raw: bytes, kind: int) -> bytes:
    width = _WORDS.get(kind, 1)
    swapped = bytearray(len(raw))
    for i in range(width):
        swapped[i::width] = raw[width - 1 - i :: width]
    return bytes(swapped)


def exif_data(directory: Directory, order: str) -> bytes:
    """EXIF data without a prefix: a small TIFF file. A maker note keeps its position if
    possible."""
    held = range(0)
    if EXIF in directory and (note := (directory[EXIF].below or {}).get(_MAKER_NOTE)):
        held = range(note.place, note.place + len(note.data))
    if held.stop > _MAX_START or held.start < 8:
        held = range(0)
    room = _Room(8, held)
    writer = _Writer(Layout(order, big=False, first=8), room)
    first = writer.directory(directory, {})
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", first)
    return head + writer.joined(8)


def appended(directory: Directory, start: int, layout: Layout, kept: Mapping[int, bytes]) -> bytes:
    """A directory with its subdirectories, for position ``start``. kept: raw records to include."""
    writer = _Writer(layout, _Room(start, range(0)))
    writer.directory(directory, kept)
    return writer.joined(start)


class _Room:
    """Allocates positions in order, around one reserved range."""

    def __init__(self, start: int, held: range) -> None:
        self.held = held
        self._low, self._high = start, max(start, held.stop)

    def take(self, size: int) -> int:
        low = self._low + self._low % 2
        if low + size <= self.held.start:
            self._low = low + size
            return low
        high = self._high + self._high % 2
        self._high = high + size
        return high


class _Writer:
    def __init__(self, layout: Layout, room: _Room) -> None:
        self._layout, self._room = layout, room
        self._blocks: dict[int, bytes] = {}

    def directory(self, directory: Directory, kept: Mapping[int, bytes]) -> int:
        """Writes a directory with its values and subdirectories; returns its position."""
        layout, records = self._layout, dict(kept)
        entries = len(directory) + len(kept)
        place = self._room.take(
            layout.count.size + entries * layout.record.size + layout.offset.size
        )
        for tag, entry in sorted(directory.items()):
            kind, number, value = entry.kind, len(entry.data) // _SIZES[entry.kind], entry.data
            if entry.below is not None:
                kind, number = (LONG8 if layout.big else LONG), 1
                value = layout.offset.pack(self.directory(entry.below, {}))
            elif len(value) > layout.offset.size:
                value = layout.offset.pack(self._value(tag, entry))
            elif layout.order == ">":
                value = _swapped(value, kind)
            records[tag] = layout.record.pack(tag, kind, number, value)
        table = b"".join(record for _, record in sorted(records.items()))
        self._blocks[place] = layout.count.pack(len(records)) + table + layout.offset.pack(0)
        return place

    def _value(self, tag: int, entry: Entry) -> int:
        data = _swapped(entry.data, entry.kind) if self._layout.order == ">" else entry.data
        if tag != _MAKER_NOTE:
            place = self._room.take(len(data))
        else:
            held = self._room.held
            place = held.start if held else self._room.take(len(data))
            data = moved(data, entry.place, place)
        self._blocks[place] = data
        return place

    def joined(self, start: int) -> bytes:
        joined = bytearray(max(place + len(block) for place, block in self._blocks.items()) - start)
        for place, block in self._blocks.items():
            joined[place - start : place - start + len(block)] = block
        return bytes(joined)
