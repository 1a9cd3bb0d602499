"""Photoshop's block of resources in JPEG, TIFF and PSD: captions, clipping paths, links."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fdiwn.codec.metadata import iptc
from fdiwn.codec.metadata.container import INCH, Found, MetadataError, Resolution

HEADER = b"Photoshop 3.0\0"
_SIGNATURES = (b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR")
_RESOLUTION, IPTC, _ICC, _EXIF, _EXIF_3, _XMP, _DIGEST = 1005, 1028, 1039, 1058, 1059, 1060, 1061
_PATHS, _CLIPPING = range(2000, 2998), 2999
_ABOUT_PIXELS = frozenset({
    1006, 1007, 1024, 1026, 1032, 1033, 1036, _ICC, 1045, 1050, 1053, _EXIF, _EXIF_3, _XMP, 1065,
    1067, 1069, 1072, 1073, 1077, 1080, 4000, 4001, 4002, 4003,
})  # fmt: skip
"""Resources that describe the file's layers, hold a thumbnail, or are handled separately."""
_MOST = 10_000


@dataclass(frozen=True)
class Resource:
    """signature, number, and the raw name with its length and padding."""

    signature: bytes
    number: int
    name: bytes
    content: bytes

    def packed(self) -> bytes:
        head = self.signature + struct.pack(">H", self.number) + self.name
        padding = b"\0" * (len(self.content) % 2)
        return head + struct.pack(">I", len(self.content)) + self.content + padding


def resources(block: bytes) -> list[Resource]:
    """The resources of a block with or without its header; bare captions are a single one.

    Stops at damaged data.
    """
    block = block.removeprefix(HEADER)
    if block[:1] == b"\x1c":
        return [_captions(block)]
    found, position = list[Resource](), 0
    while block[position : position + 4] in _SIGNATURES and len(found) < _MOST:
        if position + 12 > len(block):
            break
        (number,) = struct.unpack_from(">H", block, position + 4)
        length = 1 + block[position + 6]
        start = position + 6 + length + length % 2
        size = int.from_bytes(block[start : start + 4], "big")
        content = block[start + 4 : start + 4 + size]
        if len(content) < size:
            break
        name = block[position + 6 : start]
        found.append(Resource(block[position : position + 4], number, name, content))
        position = start + 4 + size + size % 2
    return found


def block_of(found: Sequence[Resource]) -> bytes:
    """Empty if there are none."""
    return HEADER + b"".join(one.packed() for one in found) if found else b""


def has_paths(block: bytes) -> bool:
    """Whether there is a clipping path or another path."""
    return any(one.number in _PATHS for one in resources(block))


def for_result(
    block: bytes, density: tuple[float, float] | None, *, without_location: bool
) -> bytes:
    """The block for a result: without descriptions of its file, and with this density.

    density: pixels per millimetre. Raises ValueError for unreadable captions, if places must be
    removed from them.
    """
    kept = []
    for one in resources(block):
        if one.number in _ABOUT_PIXELS or (without_location and one.number == _DIGEST):
            continue
        if one.number == _RESOLUTION:
            kept += _with_density(one, density)
        elif one.number == IPTC and without_location:
            kept.append(_captions(iptc.without_location(one.content)))
        else:
            kept.append(one)
    return block_of(kept)


def with_captions(block: bytes, records: bytes) -> bytes:
    """The block with its captions replaced."""
    rest = [one for one in resources(block) if one.number != IPTC]
    return block_of([_captions(records), *rest])


def without_captions(block: bytes) -> bytes:
    return block_of([one for one in resources(block) if one.number != IPTC])


def without_paths(block: bytes) -> bytes:
    """Paths are valid for the picture as stored in the file, before turning."""
    kept = [n for n in resources(block) if n.number not in _PATHS and n.number != _CLIPPING]
    return block_of(kept)


def read_psd(path: Path) -> Found:
    """Reads the metadata of a PSD. Raises MetadataError and OSError."""
    with path.open("rb") as file:
        file.seek(26)
        file.seek(int.from_bytes(file.read(4), "big"), 1)
        block = file.read(int.from_bytes(file.read(4), "big"))
    if block and block[:4] not in _SIGNATURES:
        raise MetadataError("no resources")
    found = {one.number: one.content for one in resources(block)}
    resolution = None
    if len(content := found.get(_RESOLUTION, b"")) >= 16:
        across, down = (fixed / 65536 for fixed in struct.unpack_from(">I4xI", content))
        resolution = Resolution(across, down, INCH) if across and down else None
    return Found(
        exif=found.get(_EXIF, b""),
        xmp=found.get(_XMP, b""),
        icc=found.get(_ICC, b""),
        photoshop=HEADER + block if block else b"",
        resolution=resolution,
    )


def _captions(records: bytes) -> Resource:
    return Resource(b"8BIM", IPTC, b"\0\0", records)


def _with_density(said: Resource, density: tuple[float, float] | None) -> list[Resource]:
    """Pixels per inch in units of 1 / 65,536; stored so whatever unit is displayed."""
    if density is None or len(said.content) < 16:
        return []
    content = bytearray(said.content)
    for place, per_mm in zip((0, 8), density, strict=True):
        fixed = min(round(per_mm * 25.4 * 65536), 2**32 - 1)
        before = struct.unpack_from(">I", content, place)[0]
        if abs(fixed - before) > 1e-4 * before:
            struct.pack_into(">I", content, place, fixed)
    return [replace(said, content=bytes(content))]
