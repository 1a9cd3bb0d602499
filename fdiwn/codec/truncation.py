"""Detects truncated files: those without an end mark, or filled up with zeros.

Decoders detect neither: libjpeg decodes zeros as picture data, WebP has no checksum, and a file
that only lacks its end mark decodes without a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_JPEG_END, _PNG_END = b"\xff\xd9", b"IEND\xaeB`\x82"
_GIF_END = b"\0;"  # the end of the last block, and of the file
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # JPEG markers without a length
_SCAN, _END = 0xDA, 0xD9
_TAILS = {"png": 1 << 16, "gif": 1 << 10}  # bytes at the end of a file that contain its end mark
_FILLED = 64
"""Consecutive zero bytes with which WebP's compressed data never ends."""
_NO_END = "The end mark of the file is missing, but the picture is complete"


@dataclass(frozen=True)
class Ending:
    """note: for the user, if the picture can be decoded completely. data: to decode instead of the
    file. broken: why it cannot be complete; empty if it may be."""

    note: str = ""
    data: bytes | None = None
    broken: str = ""


SOUND = Ending()


def ending(path: Path, kind: str) -> Ending:
    """Checks a file of ``kind``, see `fdiwn.codec.kind`. Raises OSError."""
    if kind == "jpeg":
        data = path.read_bytes()
        if _ends_as_jpeg(data):
            return SOUND
        # Zeros may have been filled in for missing data: without them the decoder notices that.
        return Ending(_NO_END, data.rstrip(b"\0") + _JPEG_END)
    if kind == "png":
        return SOUND if _PNG_END in _last_bytes(path, kind) else Ending(_NO_END)
    if kind == "gif":
        if _GIF_END in _last_bytes(path, kind):
            return SOUND
        return Ending(_NO_END, path.read_bytes().rstrip(b"\0") + _GIF_END)
    if kind == "webp":
        return _webp_ending(path.read_bytes())
    return SOUND


def _last_bytes(path: Path, kind: str) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAILS[kind]))
        return file.read()


def _ends_as_jpeg(data: bytes) -> bool:
    """Whether the end mark follows its segments and scans; more data may follow."""
    place = 2
    while (found := _NEXT_MARKER.search(data, place)) is not None:
        place, marker = found.end(), found[0][1]
        if marker == _END:
            return True
        if marker not in _ALONE:
            place += int.from_bytes(data[place : place + 2], "big")
    return False


def _webp_ending(data: bytes) -> Ending:
    """Checks the pixels, which are in one chunk: lossy or lossless."""
    place, size = 12, len(data)
    while place + 8 <= size:
        name, length = (
            data[place : place + 4],
            int.from_bytes(data[place + 4 : place + 8], "little"),
        )
        content = data[place + 8 : place + 8 + length]
        if name in (b"VP8 ", b"VP8L"):
            if len(content) > 2 * _FILLED and not any(content[-_FILLED:]):
                zeros = length - len(content.rstrip(b"\0"))
                return Ending(broken=f"its last {100 * zeros // length} % are zeros")
            return SOUND
        place += 8 + length + length % 2
    return SOUND
