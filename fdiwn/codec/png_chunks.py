"""PNG's chunks of colour, which stand before the pixels."""

from __future__ import annotations

import struct
import zlib
from typing import BinaryIO

_START = 8  # bytes of the signature
_MOST = 1 << 20  # bytes of a chunk that is read


def chunks_before_pixels(file: BinaryIO, wanted: frozenset[bytes]) -> dict[bytes, bytes]:
    """The first chunk of each wanted name before IDAT, by name. Damaged ones are passed over."""
    found: dict[bytes, bytes] = {}
    position = _START
    while True:
        file.seek(position)
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IDAT":
            return found
        length, name = struct.unpack(">I4s", head)
        if name in wanted and name not in found and length <= _MOST:
            content, check = file.read(length), file.read(4)
            if check == struct.pack(">I", zlib.crc32(name + content)):
                found[name] = content
        position += length + 12
