"""EXIF data: corrected for turned and enlarged pictures, also inside TIFF files.

An EXIF blob is ``Exif\\0\\0`` followed by a small TIFF file: a first directory (make, model, date),
which contains the EXIF, GPS and interoperability directories, and a second one with a thumbnail.
TIFF pictures have the same directories among their own; libvips does not read or write them there.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from fractions import Fraction

from fdiwn.codec.metadata.container import CENTIMETRE, INCH, MM, NONE, MetadataError, Resolution
from fdiwn.codec.metadata.exif_directories import (
    ASCII,
    EXIF,
    GPS,
    INTEROPERABILITY,
    IPTC,
    LONG,
    RATIONAL,
    SHORT,
    Directory,
    Entry,
    exif_data,
    read_directory,
    read_layout,
)

__all__ = [
    "PREFIX",
    "MetadataError",
    "ResultFacts",
    "for_result",
    "orientation",
    "resolution",
    "upright",
]

PREFIX = b"Exif\0\0"
WIDTH, HEIGHT, _EXIF_WIDTH, _EXIF_HEIGHT = 256, 257, 40962, 40963
ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 274, 282, 283, 296
_PROCESSING_SOFTWARE, _SOFTWARE = 11, 305
_MAKER_NOTE, _COLOUR_SPACE, _GAMMA = 37500, 40961, 42240
RESOLUTION = frozenset({_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT})
_ABOUT_PIXELS = frozenset({
    254, 255, *range(258, 263), 263, 264, 265, 266, 273, *range(277, 282), 284, *range(288, 294),
    297, 301, *range(317, 326), 330, *range(332, 344), 347, *range(512, 522), 529, 530, 532,
    559, 700, 33421, 33422, 34377, 34675, 37724,
})  # fmt: skip
"""Tags of the first directory that describe how this file stores its pixels, or that are handled
separately: strips, tiles, tables, XMP, the profile, layers."""
GEO = frozenset({33550, 33922, 34264, 34735, 34736, 34737, 42112, 42113})
"""GeoTIFF: the pixels' place on a map; wrong once enlarged."""
_WORDS = frozenset({270, 37510, *range(40091, 40096)})  # description, comment, captions of Windows
_DNG = range(50706, 51200)  # of raw files
_UPRIGHT = Entry(SHORT, b"\1\0")
_SAME_DENSITY = 1e-4
_NOTHING = Entry(LONG, b"")


@dataclass(frozen=True)
class ResultFacts:
    """The EXIF facts of a result.

    resolution: None if unknown. provenance: may be empty. space: the colour space that the picture
    was converted to, None if it kept its own.
    """

    width: int
    height: int
    resolution: Resolution | None
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
            if tag == ORIENTATION and kind in (SHORT, LONG):
                form = "H" if kind == SHORT else "I"
                struct.pack_into(layout.order + form, data, position + 8, 1)
            position += layout.record.size
        layout.offset.pack_into(data, position, 0)
    except struct.error as exc:
        raise MetadataError(str(exc)) from exc
    return PREFIX + bytes(data)


def orientation(blob: bytes) -> int | None:
    """From the first directory; None if missing or damaged."""
    data = _tiff_part(blob)
    try:
        layout = read_layout(data)
        entry = read_directory(data, layout.first, layout, ORIENTATION.__eq__).get(ORIENTATION)
    except MetadataError:
        return None
    return int.from_bytes(entry.data[:4], "little") if entry else None


def resolution(blob: bytes) -> Resolution | None:
    """From the first directory, None if missing. Raises MetadataError."""
    data = _tiff_part(blob)
    layout = read_layout(data)
    return resolution_in(read_directory(data, layout.first, layout, RESOLUTION.__contains__))


def resolution_in(directory: Directory) -> Resolution | None:
    """From a first directory, None if missing."""
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
    units = {b"\1\0": NONE, b"\3\0": CENTIMETRE}
    return Resolution(values[0], values[1], units.get(unit.data[:2], INCH) if unit else INCH)


def has_maker_note(blob: bytes) -> bool:
    """Raises MetadataError."""
    return _MAKER_NOTE in (_directory(blob).get(EXIF, _NOTHING).below or {})


def says_in_words(blob: bytes) -> bool:
    """Whether there are captions or comments. Raises MetadataError."""
    directory = _directory(blob)
    return bool(_WORDS & {*directory, *(directory.get(EXIF, _NOTHING).below or {})})


def _directory(blob: bytes) -> dict[int, Entry]:
    data = _tiff_part(blob)
    layout = read_layout(data)
    return read_directory(data, layout.first, layout, lambda _: True)


def for_result(
    blob: bytes, facts: ResultFacts, *, without_gps: bool = False, without_maker_note: bool = False
) -> bytes:
    """The EXIF data of a result, without a prefix: input and output may be empty.

    Sets orientation, size, resolution and provenance; removes thumbnails and descriptions of the
    source's pixels entirely. The rest is kept, in its byte order; a maker note keeps its position
    if possible, and is otherwise adapted to its new one. Raises MetadataError.
    """
    directory: dict[int, Entry] = {}
    order = "<"
    if data := _tiff_part(blob):
        layout = read_layout(data)
        order = layout.order
        directory = read_directory(data, layout.first, layout, describes)
    if without_gps:
        directory = _without_gps(directory)
    directory = _with_facts(directory, facts)
    if without_maker_note and EXIF in directory:
        below = dict(directory[EXIF].below or {})
        below.pop(_MAKER_NOTE, None)
        directory[EXIF] = Entry(LONG, b"", below)
    return exif_data(directory, order) if directory else b""


def _without_gps(directory: Directory) -> dict[int, Entry]:
    """Removes GPS data at any depth."""
    return {
        tag: replace(entry, below=_without_gps(entry.below)) if entry.below else entry
        for tag, entry in directory.items()
        if tag != GPS
    }


def describes(tag: int) -> bool:
    """Whether a tag of the first directory still holds for an enlarged picture."""
    return tag not in _ABOUT_PIXELS and tag not in GEO and tag not in _DNG and tag != IPTC


def _with_facts(directory: Directory, facts: ResultFacts) -> dict[int, Entry]:
    changed = dict(directory)
    width, height = (Entry(LONG, struct.pack("<I", side)) for side in (facts.width, facts.height))
    if ORIENTATION in changed:
        changed[ORIENTATION] = _UPRIGHT
    for tag, side in ((WIDTH, width), (HEIGHT, height)):
        if tag in changed:
            changed[tag] = side
    if EXIF in changed:
        below = {**(changed[EXIF].below or {}), _EXIF_WIDTH: width, _EXIF_HEIGHT: height}
        if facts.space is not None:
            known = b"\1\0" if facts.space == "srgb" else b"\xff\xff"
            below[_COLOUR_SPACE] = Entry(SHORT, known)
            below.pop(INTEROPERABILITY, None)  # it specifies sRGB or Adobe RGB
            below.pop(_GAMMA, None)
        changed[EXIF] = Entry(LONG, b"", below)
    if facts.resolution is None:
        for tag in RESOLUTION:
            changed.pop(tag, None)
    elif not _same(resolution_in(changed), facts.resolution):
        changed |= resolution_entries(facts.resolution)
    if facts.provenance:
        note = Entry(ASCII, facts.provenance.encode("ascii", "replace") + b"\0")
        changed[_PROCESSING_SOFTWARE] = note
        changed.setdefault(_SOFTWARE, note)
    return changed


def _same(one: Resolution | None, other: Resolution) -> bool:
    return one is not None and all(
        abs(a - b) <= _SAME_DENSITY * b for a, b in zip(_scaled(one), _scaled(other), strict=True)
    )


def _scaled(said: Resolution) -> tuple[float, float, float]:
    """Pixels per millimetre, and whether it is only the shape of a pixel."""
    mm = MM[said.unit]
    return said.across / mm, said.down / mm, float(said.unit == NONE)


def resolution_entries(said: Resolution) -> dict[int, Entry]:
    """The three resolution entries, in pixels per inch or without a unit."""
    factor = 1.0 if said.unit == NONE else MM[INCH] / MM[said.unit]
    unit = b"\1\0" if said.unit == NONE else b"\2\0"
    return {
        _X_RESOLUTION: _rational(said.across * factor),
        _Y_RESOLUTION: _rational(said.down * factor),
        _RESOLUTION_UNIT: Entry(SHORT, unit),
    }


def _rational(value: float) -> Entry:
    nearest = Fraction(value).limit_denominator(10_000)
    numerator = min(nearest.numerator, 2**32 - 1)
    return Entry(RATIONAL, struct.pack("<II", numerator, nearest.denominator))


def _tiff_part(blob: bytes) -> bytes:
    return blob.removeprefix(PREFIX)
