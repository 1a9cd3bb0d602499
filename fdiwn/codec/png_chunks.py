"""PNG's chunks of colour: read before the pixels, and put into a finished file."""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

_START = 8  # bytes of the signature
_BEHIND = 8 + 13 + 12  # the signature and IHDR
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


def add(path: Path, chunks: Iterable[tuple[bytes, bytes]]) -> None:
    """Put chunks behind the header of a PNG file, where those of colour belong. Raises OSError."""
    longer = path.with_name(f"longer{path.suffix}")
    with path.open("rb") as source, longer.open("wb") as target:
        target.write(source.read(_BEHIND))
        for name, content in chunks:
            check = struct.pack(">I", zlib.crc32(name + content))
            target.write(struct.pack(">I", len(content)) + name + content + check)
        shutil.copyfileobj(source, target, 1 << 20)
    longer.replace(path)
