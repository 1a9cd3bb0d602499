"""EXIF data into finished JPEG, PNG, WebP and AVIF files, byte for byte as they are.

libvips takes EXIF apart and writes it anew, and with it moves maker notes whose offsets count from
its start. So it is given a placeholder, of which it makes a little more than the room that is
needed, and the data go into that room afterwards.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from pathlib import Path

_MARK = b"room for EXIF data, held by FDIWN"
_USER_COMMENT, _EXIF, _LONG, _UNDEFINED = 37510, 34665, 4, 7
_MOST_BEFORE = 1000  # bytes of entries that libvips adds before the comment


def placeholder(size: int) -> bytes:
    """An EXIF blob that will hold at least ``size`` bytes once libvips has written it."""
    comment = _MARK + bytes(max(0, size - len(_MARK)))
    first = struct.pack("<HHHIII", 1, _EXIF, _LONG, 1, 26, 0)
    below = struct.pack("<HHHIII", 1, _USER_COMMENT, _UNDEFINED, len(comment), 44, 0)
    return b"Exif\0\0II*\0\x08\0\0\0" + first + below + comment


def fill(path: Path, exif: bytes) -> bool:
    """Put EXIF data, without a prefix, where the placeholder is; False if it is not there."""
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as data:
        mark = data.find(_MARK)
        start = data.rfind(b"II*\0", max(0, mark - _MOST_BEFORE), max(0, mark))
        size = max(len(exif), len(_MARK))
        if start < 0 or mark + size > len(data):
            return False
        end = mark + size
        data[start:end] = exif + bytes(end - start - len(exif))
        if data[start - 4 : start] == b"eXIf":  # PNG: a sum of name and content follows
            (length,) = struct.unpack_from(">I", data, start - 8)
            end = start + length
            struct.pack_into(">I", data, end, zlib.crc32(data[start - 4 : end]))
        data.flush()
    return True
