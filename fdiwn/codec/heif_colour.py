"""Adds colours by number (nclx) to a finished AVIF, as libvips writes only a profile."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

from fdiwn.codec.metadata.boxes import boxes

_MATRIX, _LOSSLESS_MATRIX = 6, 0
"""The matrix from RGB to brightness and colour in libheif: that of BT.601, or none."""
_FULL_RANGE = 0x80
_PROPERTY = struct.Struct(">I4s4sHHHB")
_MOST = 1 << 24


def add(path: Path, cicp: tuple[int, int], *, lossless: bool) -> None:
    """Writes primaries and transfer function, numbers of ITU-T H.273, for the main picture.

    lossless: the picture was written so. Raises ValueError, KeyError and struct.error for a file
    with a structure other than libheif's, which stays unchanged; and OSError.
    """
    with path.open("rb") as source:
        (first,) = struct.unpack(">I", source.read(4))
        source.seek(first)
        size, name = struct.unpack(">I4s", source.read(8))
        if name != b"meta" or size > _MOST:
            raise ValueError("no meta box behind the first")
        meta = source.read(size - 8)
        changed = _with_colours(meta, (*cicp, _LOSSLESS_MATRIX if lossless else _MATRIX))
        longer = path.with_name(f"longer{path.suffix}")
        with longer.open("wb") as target:
            source.seek(0)
            target.write(source.read(first))
            target.write(struct.pack(">I4s", len(changed) + 8, b"meta") + changed)
            source.seek(first + size)
            shutil.copyfileobj(source, target, 1 << 20)
    longer.replace(path)


def _with_colours(meta: bytes, numbers: tuple[int, int, int]) -> bytes:
    parts = dict(boxes(meta[4:]))
    if len(_joined(parts)) != len(meta) - 4:
        raise ValueError("a box stands twice")
    (main,) = struct.unpack_from(">H" if not parts[b"pitm"][0] else ">I", parts[b"pitm"], 4)
    properties = dict(boxes(parts[b"iprp"]))
    colours = _stated(properties[b"ipco"], numbers)
    if len(colours) > len(properties[b"ipco"]):
        number = len(list(boxes(colours)))
        properties[b"ipma"] = _associated(properties[b"ipma"], main, number)
    properties[b"ipco"] = colours
    parts[b"iprp"] = _joined(properties)
    further = 4 + len(_joined(parts)) - len(meta)
    parts[b"iloc"] = _moved(parts[b"iloc"], further)
    return meta[:4] + _joined(parts)


def _joined(parts: dict[bytes, bytes]) -> bytes:
    return b"".join(struct.pack(">I4s", len(c) + 8, name) + c for name, c in parts.items())


def _stated(ipco: bytes, numbers: tuple[int, int, int]) -> bytes:
    """Replaces the numbers in the existing box, or appends a box."""
    place = ipco.find(b"colrnclx")
    if place < 0:
        return ipco + _PROPERTY.pack(19, b"colr", b"nclx", *numbers, _FULL_RANGE)
    changed = bytearray(ipco)
    struct.pack_into(">HH", changed, place + 8, *numbers[:2])
    return bytes(changed)


def _associated(ipma: bytes, main: int, number: int) -> bytes:
    """Adds a property to the main picture."""
    version, wide = ipma[0], ipma[3] & 1
    (count,) = struct.unpack_from(">I", ipma, 4)
    head = struct.Struct(">IB" if version else ">HB")
    position = 8
    for _ in range(count):
        item, each = head.unpack_from(ipma, position)
        end = position + head.size + each * (2 if wide else 1)
        if item == main:
            added = struct.pack(">H" if wide else ">B", number)
            return (
                ipma[:position]
                + head.pack(item, each + 1)
                + ipma[position + head.size : end]
                + (added + ipma[end:])
            )
        position = end
    raise ValueError("the main picture has no properties")


def _moved(iloc: bytes, further: int) -> bytes:
    """Shifts all offsets into the file."""
    changed, version = bytearray(iloc), iloc[0]
    offset, length, base, index = iloc[4] >> 4, iloc[4] & 15, iloc[5] >> 4, iloc[5] & 15
    index = index if version else 0
    (count,) = struct.unpack_from(">I" if version == 2 else ">H", iloc, 6)
    position = 10 if version == 2 else 8

    def move(place: int, size: int) -> None:
        number = int.from_bytes(changed[place : place + size], "big") + further
        changed[place : place + size] = number.to_bytes(size, "big")

    for _ in range(count):
        position += 4 if version == 2 else 2
        in_file = True
        if version:
            in_file = not iloc[position + 1] & 15
            position += 2
        position += 2  # data reference index
        based = base > 0 and any(iloc[position : position + base])
        if in_file and based:
            move(position, base)
        (extents,) = struct.unpack_from(">H", iloc, position + base)
        position += base + 2
        for _ in range(extents):
            position += index
            if in_file and not based:
                move(position, offset)
            position += offset + length
    return bytes(changed)
