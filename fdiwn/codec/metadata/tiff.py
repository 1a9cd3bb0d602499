"""TIFF's first directory, which holds EXIF, XMP and Photoshop's block beside the picture's tags.

libvips does not read or write EXIF there, and truncates captions.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from fdiwn.codec.metadata import exif, photoshop
from fdiwn.codec.metadata.container import Found, MetadataError
from fdiwn.codec.metadata.exif_directories import (
    IPTC,
    SHORT,
    UNDEFINED,
    Directory,
    Entry,
    Layout,
    appended,
    exif_data,
    read_directory,
    read_layout,
    read_records,
)

_XMP, _PHOTOSHOP, _LAYERS = 700, 34377, 37724
_EXTRA = 338
_BESIDE = frozenset({IPTC, _XMP, _PHOTOSHOP})
_NO_GEO = "Its reference to places on a map (GeoTIFF) was left out"
_NO_LAYERS = "Its layers were left out"


def read(path: Path, main: int | None = None) -> Found:
    """Reads a TIFF picture, or a TIFF-based camera raw file.

    main: the position of the picture's directory, if it is not the first one; values that it lacks
    come from the first one. Raises MetadataError, OSError.
    """
    tags: set[int] = set()

    def wanted(tag: int) -> bool:
        tags.add(tag)
        return exif.describes(tag) or tag in _BESIDE

    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        layout = read_layout(data)
        found = read_directory(data, layout.first, layout, wanted)
        if main is not None and main != layout.first:
            for tag in exif.RESOLUTION:
                found.pop(tag, None)
            found |= read_directory(data, main, layout, wanted)
    beside = {tag: found.pop(tag).data for tag in _BESIDE & set(found)}
    block = beside.get(_PHOTOSHOP, b"")
    if records := beside.get(IPTC):
        block = photoshop.with_captions(block, records)
    for tag in (exif.WIDTH, exif.HEIGHT):
        found.pop(tag, None)
    says = set(found) - exif.RESOLUTION - {exif.ORIENTATION}
    return Found(
        exif=exif.PREFIX + exif_data(found, "<") if says else b"",
        xmp=beside.get(_XMP, b""),
        photoshop=block,
        resolution=exif.resolution_in(found),
        notes=tuple(_notes(tags)),
    )


def _notes(tags: set[int]) -> Iterator[str]:
    if tags & exif.GEO:
        yield _NO_GEO
    if _LAYERS in tags:
        yield _NO_LAYERS


def add(path: Path, found: Found, extra: Sequence[int] = ()) -> None:
    """Writes EXIF, captions and resolution into a finished little-endian TIFF, at its end.

    extra: the kinds of its samples after those of colour, if libvips does not know them. Keeps
    everything else. Raises MetadataError and OSError.
    """
    directory: dict[int, Entry] = {}
    if data := found.exif:
        source = read_layout(data)
        directory |= read_directory(data, source.first, source, lambda _: True)
    if found.resolution:
        directory |= exif.resolution_entries(found.resolution)
    for one in photoshop.resources(found.photoshop):
        if one.number == photoshop.IPTC:
            directory[IPTC] = Entry(UNDEFINED, one.content)
    if block := photoshop.without_captions(found.photoshop):
        directory[_PHOTOSHOP] = Entry(UNDEFINED, block.removeprefix(photoshop.HEADER))
    with path.open("r+b") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as target:
            layout = read_layout(target)
            records = read_records(target, layout)
        if layout.order != "<":
            raise MetadataError("libvips wrote a big-endian TIFF")
        if extra:
            directory[_EXTRA] = Entry(SHORT, struct.pack(f"<{len(extra)}H", *extra))
        ours = exif.RESOLUTION | ({_EXTRA} if extra else set())
        kept = {tag: record for tag, record in records.items() if tag not in ours}
        _append_directory(file, layout, {t: e for t, e in directory.items() if t not in kept}, kept)


def _append_directory(
    file: BinaryIO, layout: Layout, directory: Directory, kept: Mapping[int, bytes]
) -> None:
    """Write a new first directory after the pixels and point the header at it."""
    start = file.seek(0, 2)
    if start % 2:
        start += file.write(b"\0")
    new = appended(directory, start, layout, kept)
    if not layout.big and start + len(new) >= 1 << 32:
        raise MetadataError("no room below 4 GB")
    file.write(new)
    file.seek(8 if layout.big else 4)
    file.write(layout.offset.pack(start))
