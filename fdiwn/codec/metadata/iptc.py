"""IPTC captions: JPEG keeps them inside Photoshop's resource block, TIFF keeps them bare.

The codec uses the JPEG form, which libvips reads and writes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HEADER = b"Photoshop 3.0\0"
_SIGNATURE = b"8BIM"
_IPTC_RESOURCE = 0x0404
_MARKER = 0x1C  # before each record
_LOCATION = {(2, 26), (2, 27), (2, 90), (2, 92), (2, 95), (2, 100), (2, 101)}
"""Record numbers: content location code and name, city, sublocation, province, country."""


def bare(block: bytes) -> bytes | None:
    """The IPTC records inside a Photoshop block, None if there are none."""
    if not block.startswith(_HEADER):
        return block
    position = len(_HEADER)
    while block[position : position + 4] == _SIGNATURE and position + 12 <= len(block):
        (resource,) = struct.unpack_from(">H", block, position + 4)
        name = 1 + block[position + 6]  # a length and that many letters, padded to an even size
        position += 6 + name + name % 2
        size = int.from_bytes(block[position : position + 4], "big")
        start = position + 4
        if resource == _IPTC_RESOURCE:
            return block[start : start + size]
        position = start + size + size % 2
    return None


def without_location(records: bytes) -> bytes:
    """IPTC records without those that tell where the picture was taken.

    Raises ValueError for unreadable records, so that none is missed.
    """
    return b"".join(raw for dataset, _, raw in split(records) if dataset not in _LOCATION)


def split(records: bytes) -> Iterator[tuple[tuple[int, int], bytes, bytes]]:
    """Number, content and bytes of each record. Raises ValueError."""
    position = 0
    while position < len(records) and records[position] == _MARKER:
        if position + 5 > len(records):
            raise ValueError("records end early")
        (size,) = struct.unpack_from(">H", records, position + 3)
        start = position + 5
        if size & 0x8000:  # an extended record: this many bytes hold its size
            digits = size & 0x7FFF
            size = int.from_bytes(records[start : start + digits], "big")
            start += digits
        if start + size > len(records):
            raise ValueError("a record is longer than what is there")
        dataset = records[position + 1], records[position + 2]
        yield dataset, records[start : start + size], records[position : start + size]
        position = start + size
    if records[position:].strip(b"\0"):
        raise ValueError("something else stands between the records")
