"""A camera's raw file drawn by script: the smallest DNG that a developer takes."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np

SHORT, LONG, ASCII, BYTE, RATIONAL, SRATIONAL = 3, 4, 2, 1, 5, 10
_D65_TO_CAMERA = (3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570)


def write_dng(path: Path, colours: Any, neutral: tuple[float, float, float], turn: int = 1) -> None:
    """Linear colours (H, W, 3), 0..1, as a camera with sRGB's primaries and this neutral sees them.

    turn: EXIF's orientation 1..8. Even sides; the filter is red, green over green, blue.
    """
    height, width = colours.shape[:2]
    seen = colours * np.array(neutral)
    mosaic = np.empty((height, width))
    for y, x, band in ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 2)):
        mosaic[y::2, x::2] = seen[y::2, x::2, band]
    pixels = np.rint(mosaic * 65535).astype("<u2").tobytes()
    matrix = [part for v in _D65_TO_CAMERA for part in (round(v * 10000), 10000)]
    entries: dict[int, tuple[int, list[int] | bytes]] = {
        254: (LONG, [0]),
        256: (LONG, [width]),
        257: (LONG, [height]),
        258: (SHORT, [16]),
        259: (SHORT, [1]),
        262: (SHORT, [32803]),
        271: (ASCII, b"Maker\0"),
        272: (ASCII, b"A camera of some name\0"),
        273: (LONG, [8]),
        274: (SHORT, [turn]),
        277: (SHORT, [1]),
        278: (LONG, [height]),
        279: (LONG, [len(pixels)]),
        33421: (SHORT, [2, 2]),
        33422: (BYTE, b"\0\1\1\2"),
        50706: (BYTE, b"\1\4\0\0"),
        50708: (ASCII, b"A camera of some name\0"),
        50714: (LONG, [0]),
        50717: (LONG, [65535]),
        50721: (SRATIONAL, matrix),
        50728: (RATIONAL, [part for v in neutral for part in (round(v * 10000), 10000)]),
        50778: (SHORT, [21]),
    }
    path.write_bytes(b"II*\0" + struct.pack("<I", 8 + len(pixels)) + pixels)
    with path.open("ab") as file:
        file.write(_directory(entries, 8 + len(pixels)))


def _directory(entries: dict[int, tuple[int, list[int] | bytes]], start: int) -> bytes:
    letters = {SHORT: "H", LONG: "I", RATIONAL: "I", SRATIONAL: "i"}
    table, body = struct.pack("<H", len(entries)), b""
    behind = start + 2 + 12 * len(entries) + 4
    for tag, (kind, values) in entries.items():
        if isinstance(values, bytes):
            data, count = values, len(values)
        else:
            data = struct.pack(f"<{len(values)}{letters[kind]}", *values)
            count = len(values) // (2 if kind in (RATIONAL, SRATIONAL) else 1)
        if len(data) > 4:
            place, body = behind + len(body), body + data + bytes(len(data) % 2)
            data = struct.pack("<I", place)
        table += struct.pack("<HHI4s", tag, kind, count, data)
    return table + bytes(4) + body
