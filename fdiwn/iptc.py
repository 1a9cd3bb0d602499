"""IPTC captions: JPEG keeps them inside Photoshop's resource block, TIFF keeps them bare.

The codec carries the JPEG form, which libvips reads and writes.
"""

from __future__ import annotations

import struct

_HEADER = b"Photoshop 3.0\0"
_SIGNATURE = b"8BIM"
_IPTC_RESOURCE = 0x0404


def bare(block: bytes) -> bytes | None:
    """The IPTC records inside a Photoshop block, None if there are none."""
    if not block.startswith(_HEADER):
        return block
    position = len(_HEADER)
    while block[position : position + 4] == _SIGNATURE and position + 12 <= len(block):
        (resource,) = struct.unpack_from(">H", block, position + 4)
        name = 1 + block[position + 6]  # a length and that many letters, even together
        position += 6 + name + name % 2
        size = int.from_bytes(block[position : position + 4], "big")
        start = position + 4
        if resource == _IPTC_RESOURCE:
            return block[start : start + size]
        position = start + size + size % 2
    return None


def in_block(records: bytes) -> bytes:
    """IPTC records in a Photoshop block of their own."""
    if records.startswith(_HEADER):
        return records
    head = _SIGNATURE + struct.pack(">HHI", _IPTC_RESOURCE, 0, len(records))
    return _HEADER + head + records + b"\0" * (len(records) % 2)
