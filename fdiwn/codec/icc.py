"""Creates and reads ICC profiles, from primaries, a white point and a curve."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import ImageCms

Place = tuple[float, float]
"""x and y of CIE 1931."""
Primaries = tuple[Place, Place, Place]

D65: Place = (0.3127, 0.3290)
BT709: Primaries = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_D50 = (0.9642, 1.0, 0.8249)
_RGB = (b"r", b"g", b"b")
_SAMPLES = 1024  # of a curve that is not a power
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


def power_curve(gamma: float) -> bytes:
    """The tag of a curve ``value ** gamma``; gamma between 1/256 and 256, kept to a 256th."""
    if gamma == 1:
        return struct.pack(">4s4xI", b"curv", 0)
    return struct.pack(">4s4xIH", b"curv", 1, round(gamma * 256))


def sampled_curve(light: Callable[[Any], Any]) -> bytes:
    """A curve tag. light: maps an array of values 0..1 to light 0..1."""
    return curve_of(light(np.linspace(0, 1, _SAMPLES)))


def curve_of(samples: Any) -> bytes:
    """A curve tag from samples of light 0..1, at even steps of the value."""
    levels = np.rint(np.clip(samples, 0, 1) * 65535).astype(">u2")
    return struct.pack(">4s4xI", b"curv", len(levels)) + bytes(levels.tobytes())


def rgb_profile(name: str, primaries: Primaries, white: Place, curves: tuple[bytes, ...]) -> bytes:
    """An ICC profile, version 2. curves: one tag for all, or one each for red, green and blue.

    Raises ValueError for degenerate primaries.
    """
    try:
        with np.errstate(all="ignore"):
            matrix = _to_d50(white) @ _rgb_to_xyz(primaries, white)
    except (np.linalg.LinAlgError, ZeroDivisionError) as exc:
        raise ValueError("the primaries span no colours") from exc
    if not (np.isfinite(matrix).all() and np.abs(matrix).max() < 16):
        raise ValueError("the primaries span no colours")
    colours = [(band + b"XYZ", _xyz(column)) for band, column in zip(_RGB, matrix.T, strict=True)]
    each = curves if len(curves) == 3 else curves * 3
    shape = [(band + b"TRC", curve) for band, curve in zip(_RGB, each, strict=True)]
    return _assembled(name, b"RGB ", colours + shape)


def grey_profile(name: str, curve: bytes) -> bytes:
    """An ICC profile, version 2, of one band."""
    return _assembled(name, b"GRAY", [(b"kTRC", curve)])


def describes(profile: bytes, space: str) -> bool:
    """Whether a profile is valid and of kind ``GRAY``, ``RGB`` or ``CMYK``."""
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except OSError:  # ImageCms raises it for whatever it cannot open
        return False
    return opened.profile.xcolor_space.strip() == space


def rgb_like_grey(profile: bytes) -> bytes:
    """An RGB profile in which equal values look like grey in the given grey profile.

    Empty if that has no plain curve, or is damaged.
    """
    curve = _curve(profile, b"kTRC")
    return rgb_profile("RGB for a grey profile", BT709, D65, (curve,)) if curve else b""


def grey_like_rgb(profile: bytes) -> bytes:
    """A grey profile in which values look like equal RGB values in the given profile.

    Empty if that is not a matrix with plain curves, or is damaged.
    """
    curve = _curve(profile, b"gTRC")
    return grey_profile("Grey for an RGB profile", curve) if curve else b""


def transfer_of(profile: bytes) -> int:
    """The transfer function of a profile as a number of ITU-T H.273; 0 if it has none."""
    try:
        named = _tag(profile, b"cicp") or b""
    except struct.error:
        return 0
    return named[9] if len(named) >= 12 and named[:4] == b"cicp" else 0


def _curve(profile: bytes, name: bytes) -> bytes:
    try:
        curve = _tag(profile, name) or b""
    except struct.error:
        return b""
    return curve if curve[:4] in (b"curv", b"para") else b""


def _tag(profile: bytes, wanted: bytes) -> bytes | None:
    (count,) = struct.unpack_from(">I", profile, 128)
    for i in range(min(count, 100)):
        name, start, size = struct.unpack_from(">4sII", profile, 132 + 12 * i)
        if name == wanted:
            return profile[start : start + size]
    return None


def _assembled(name: str, space: bytes, described: list[tuple[bytes, bytes]]) -> bytes:
    tags = [
        (b"desc", _description(name)),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", _xyz(_D50)),
        *described,
    ]
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for tag, data in tags:
        table += struct.pack(">4sII", tag, start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H4s4s4x4x4x8xI3i4x44x",
        start + len(body), b"\0\0\0\0", 0x02100000, b"mntr", space, b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, *(round(v * 65536) for v in _D50),
    )  # fmt: skip
    return head + table + body


def _rgb_to_xyz(primaries: Primaries, white: Place) -> Any:
    """The matrix of the primaries, scaled so that equal parts give white."""
    columns = np.array([(x, y, 1 - x - y) for x, y in primaries]).T
    return columns * np.linalg.solve(columns, np.array(_upward(*white)))


def _to_d50(white: Place) -> Any:
    """Bradford's adaptation from the white point to D50, which profiles use."""
    ratio = (_BRADFORD @ np.array(_D50)) / (_BRADFORD @ np.array(_upward(*white)))
    return np.linalg.inv(_BRADFORD) @ np.diag(ratio) @ _BRADFORD


def _upward(x: float, y: float) -> tuple[float, float, float]:
    """XYZ with Y = 1."""
    return x / y, 1.0, (1 - x - y) / y


def _xyz(values: Any) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *(round(float(value) * 65536) for value in values))


def _description(text: str) -> bytes:
    """An ASCII description; its Unicode and Macintosh parts are empty."""
    return struct.pack(">4s4xI", b"desc", len(text) + 1) + text.encode() + bytes(1 + 8 + 2 + 1 + 67)
