"""EXIF: set right after a picture was turned and enlarged, and carried through TIFF files.

An EXIF blob is ``Exif\\0\\0`` followed by a small TIFF file: a first directory (make, model, date),
below it the EXIF, GPS and interoperability directories, and a second one with a thumbnail. TIFF
pictures hold the same directories among their own; libvips neither reads nor writes them there.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from fdiwn.metadata.exif_directories import (
    ASCII,
    EXIF,
    GPS,
    INTEROPERABILITY,
    IPTC,
    LONG,
    RATIONAL,
    SHORT,
    UNDEFINED,
    Directory,
    Entry,
    Layout,
    MetadataError,
    appended,
    exif_data,
    read_directory,
    read_layout,
    read_records,
)

__all__ = [
    "PREFIX",
    "MetadataError",
    "add_to_tiff",
    "density",
    "for_result",
    "orientation",
    "read_tiff",
    "upright",
]

PREFIX = b"Exif\0\0"
MM_PER_INCH = 25.4
_WIDTH, _HEIGHT, _EXIF_WIDTH, _EXIF_HEIGHT = 256, 257, 40962, 40963
_ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 274, 282, 283, 296
_PROCESSING_SOFTWARE, _SOFTWARE = 11, 305
_MAKER_NOTE, _COLOUR_SPACE, _GAMMA = 37500, 40961, 42240
_RESOLUTION = frozenset({_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT})
_ABOUT_PIXELS = frozenset({
    254, 255, *range(258, 263), 263, 264, 265, 266, 273, *range(277, 282), 284, *range(288, 294),
    297, 301, *range(317, 326), 330, *range(332, 344), 347, *range(512, 522), 529, 530, 532,
    559, 700, 33421, 33422, 34377, 34675, 37724,
})  # fmt: skip
"""Tags of the first directory that tell how this one file holds its pixels, or hold something that
has a way of its own: strips, tiles, tables, XMP, the profile, layers."""
_PLACED = frozenset({33550, 33922, 34264})  # GeoTIFF: where pixels lie; wrong once enlarged
_DNG = range(50706, 51200)  # of raw files
_UPRIGHT = Entry(SHORT, b"\1\0")
_SAME_DENSITY = 1e-4


@dataclass(frozen=True)
class ResultFacts:
    """What EXIF says of a result.

    density: pixels per millimetre. provenance: may be empty. space: the colour space that the
    picture was converted to, None if it kept its own.
    """

    width: int
    height: int
    density: tuple[float, float]
    provenance: str = ""
    space: str | None = None


def upright(blob: bytes) -> bytes:
    """The blob with orientation 1 and without its thumbnail, otherwise byte for byte the same.

    Raises MetadataError.
    """
    data = bytearray(_tiff_part(blob))
    try:
        layout = read_layout(data)
        (count,) = layout.count.unpack_from(data, layout.first)
        position = layout.first + layout.count.size
        for _ in range(min(count, 1000)):
            tag, kind, _, _ = layout.record.unpack_from(data, position)
            if tag == _ORIENTATION and kind in (SHORT, LONG):
                form = "H" if kind == SHORT else "I"
                struct.pack_into(layout.order + form, data, position + 8, 1)
            position += layout.record.size
        layout.offset.pack_into(data, position, 0)
    except struct.error as exc:
        raise MetadataError(str(exc)) from exc
    return PREFIX + bytes(data)


def orientation(blob: bytes) -> int | None:
    """As the first directory has it; None where it is not said, or damaged."""
    data = _tiff_part(blob)
    try:
        layout = read_layout(data)
        entry = read_directory(data, layout.first, layout, _ORIENTATION.__eq__).get(_ORIENTATION)
    except MetadataError:
        return None
    return int.from_bytes(entry.data[:4], "little") if entry else None


def density(blob: bytes) -> tuple[float, float] | None:
    """Horizontal and vertical pixels per millimetre, None if not there. Raises MetadataError."""
    data = _tiff_part(blob)
    layout = read_layout(data)
    return _density(read_directory(data, layout.first, layout, _RESOLUTION.__contains__))


def _density(directory: Directory) -> tuple[float, float] | None:
    values = []
    for tag in (_X_RESOLUTION, _Y_RESOLUTION):
        entry = directory.get(tag)
        if entry is None or entry.kind != RATIONAL or len(entry.data) < 8:
            return None
        numerator, denominator = struct.unpack_from("<II", entry.data)
        if not numerator or not denominator:
            return None
        values.append(numerator / denominator)
    unit = directory.get(_RESOLUTION_UNIT)
    centimetres = unit is not None and unit.data[:2] == b"\3\0"
    per_mm = 10.0 if centimetres else MM_PER_INCH
    return values[0] / per_mm, values[1] / per_mm


def for_result(
    blob: bytes, facts: ResultFacts, *, without_gps: bool = False, without_maker_note: bool = False
) -> bytes:
    """The EXIF data, without a prefix, of a result: ``blob`` may be empty.

    Orientation, size, density and provenance are set; thumbnails and what described the pixels of
    the source are gone, bytes and all. The rest is kept, in the byte order that it had; a maker
    note stays at its place where it can and is otherwise brought to its new one. Raises
    MetadataError.
    """
    directory: dict[int, Entry] = {}
    order = "<"
    if data := _tiff_part(blob):
        layout = read_layout(data)
        order = layout.order
        directory = read_directory(data, layout.first, layout, _describes)
    if without_gps:
        directory.pop(GPS, None)
    directory = _with_facts(directory, facts)
    if without_maker_note and EXIF in directory:
        below = dict(directory[EXIF].below or {})
        below.pop(_MAKER_NOTE, None)
        directory[EXIF] = Entry(LONG, b"", below)
    return exif_data(directory, order)


def _describes(tag: int) -> bool:
    """Whether a tag of the first directory still says something true of an enlarged picture."""
    return tag not in _ABOUT_PIXELS and tag not in _PLACED and tag not in _DNG and tag != IPTC


def _with_facts(directory: Directory, facts: ResultFacts) -> dict[int, Entry]:
    changed = dict(directory)
    width, height = (Entry(LONG, struct.pack("<I", side)) for side in (facts.width, facts.height))
    if _ORIENTATION in changed:
        changed[_ORIENTATION] = _UPRIGHT
    for tag, side in ((_WIDTH, width), (_HEIGHT, height)):
        if tag in changed:
            changed[tag] = side
    if EXIF in changed:
        below = {**(changed[EXIF].below or {}), _EXIF_WIDTH: width, _EXIF_HEIGHT: height}
        if facts.space is not None:
            known = b"\1\0" if facts.space == "srgb" else b"\xff\xff"
            below[_COLOUR_SPACE] = Entry(SHORT, known)
            below.pop(INTEROPERABILITY, None)  # it says sRGB or Adobe RGB
            below.pop(_GAMMA, None)
        changed[EXIF] = Entry(LONG, b"", below)
    if not _same(_density(changed), facts.density):
        changed[_X_RESOLUTION], changed[_Y_RESOLUTION] = map(_per_inch, facts.density)
        changed[_RESOLUTION_UNIT] = Entry(SHORT, b"\2\0")
    if facts.provenance:
        note = Entry(ASCII, facts.provenance.encode("ascii", "replace") + b"\0")
        changed[_PROCESSING_SOFTWARE] = note
        changed.setdefault(_SOFTWARE, note)
    return changed


def _same(one: tuple[float, float] | None, other: tuple[float, float]) -> bool:
    return one is not None and all(
        abs(a - b) <= _SAME_DENSITY * b for a, b in zip(one, other, strict=True)
    )


def _per_inch(per_mm: float) -> Entry:
    value = Fraction(per_mm * MM_PER_INCH).limit_denominator(10_000)
    return Entry(RATIONAL, struct.pack("<II", min(value.numerator, 2**32 - 1), value.denominator))


def read_tiff(path: Path) -> dict[str, bytes]:
    """The EXIF and IPTC of a TIFF picture by libvips field name. Raises MetadataError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        layout = read_layout(data)
        found = read_directory(
            data, layout.first, layout, lambda tag: _describes(tag) or tag == IPTC
        )
    blobs = {}
    if iptc := found.pop(IPTC, None):
        blobs["iptc-data"] = iptc.data
    for tag in (_WIDTH, _HEIGHT):
        found.pop(tag, None)
    if set(found) - _RESOLUTION - {_ORIENTATION}:
        blobs["exif-data"] = PREFIX + exif_data(found, "<")
    return blobs


def add_to_tiff(path: Path, exif: bytes, iptc: bytes) -> None:
    """Put EXIF data and IPTC records into a finished little-endian TIFF, at its end.

    What libvips wrote itself stays. Either may be empty. Raises MetadataError.
    """
    directory: dict[int, Entry] = {}
    if data := _tiff_part(exif):
        source = read_layout(data)
        directory |= read_directory(data, source.first, source, lambda _: True)
    if iptc:
        directory[IPTC] = Entry(UNDEFINED, iptc)
    with path.open("r+b") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as target:
            layout = read_layout(target)
            kept = read_records(target, layout)
        if layout.order != "<":
            raise MetadataError("libvips wrote a big-endian TIFF")
        _append_directory(file, layout, {t: e for t, e in directory.items() if t not in kept}, kept)


def _append_directory(
    file: BinaryIO, layout: Layout, directory: Directory, kept: Mapping[int, bytes]
) -> None:
    """Write a new first directory behind the pixels and let the header point to it."""
    start = file.seek(0, 2)
    if start % 2:
        start += file.write(b"\0")
    new = appended(directory, start, layout, kept)
    if not layout.big and start + len(new) >= 1 << 32:
        raise MetadataError("no room below 4 GB")
    file.write(new)
    file.seek(8 if layout.big else 4)
    file.write(layout.offset.pack(start))


def _tiff_part(blob: bytes) -> bytes:
    return blob.removeprefix(PREFIX)
