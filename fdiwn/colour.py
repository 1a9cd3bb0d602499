"""Colour spaces by name, and the way into them through a picture's own profile."""

from __future__ import annotations

import functools
import io
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from PIL import ImageCms

from fdiwn.codec.vips import ICC, blob, vips_name

Primaries = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
IN_WORDS = {"srgb": "sRGB", "p3": "Display P3", "adobe": "a space compatible with Adobe RGB (1998)"}
_D50 = (0.9642, 1.0, 0.8249)
_WHITE = (0.3127, 0.3290)  # D65, x and y
_RED, _GREEN, _BLUE = (0.64, 0.33), (0.21, 0.71), (0.15, 0.06)
_RED_709, _GREEN_709 = (0.64, 0.33), (0.30, 0.60)
_RGB = (b"r", b"g", b"b")
_GAMMA = 0x0233  # 563/256 as the fixed-point number that ICC curves have
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


@functools.cache
def profile_of(space: str) -> bytes:
    """The ICC profile of srgb, p3 or adobe."""
    if space == "adobe":
        return _adobe_compatible()
    return bytes(pyvips.Operation.call("profile_load", space))


def converted(image: Any, space: str) -> Any:
    """An RGB or CMYK image in the named space, in its own depth, with that profile.

    Goes through the embedded profile, or sRGB for RGB without one and a general one for CMYK.
    Alpha goes along untouched. Lazy. Raises pyvips.Error for a profile that cannot be used.
    """
    target = profile_of(space)
    if blob(image, ICC) == target:
        return image
    alpha = image[image.bands - 1] if image.hasalpha() else None
    colour = image if alpha is None else image.extract_band(0, n=image.bands - 1)
    with _as_file(target) as path:
        result = colour.icc_transform(
            path,
            embedded=True,
            input_profile="cmyk" if image.interpretation == "cmyk" else "srgb",
            intent="relative",
            black_point_compensation=True,
            depth=16 if image.format == "ushort" else 8,
        )
    return result if alpha is None else result.bandjoin(alpha)


def from_lab(image: Any, space: str) -> Any:
    """A Lab image, or one of the spaces like it, in the named space with that profile.

    16 bits if the image has them, else 8. Lazy.
    """
    with _as_file(profile_of(space)) as path:
        return image.colourspace("lab").icc_export(
            output_profile=path,
            intent="relative",
            black_point_compensation=True,
            depth=16 if image.format in ("short", "ushort") else 8,
        )


@contextmanager
def _as_file(profile: bytes) -> Iterator[str | bytes]:
    """libvips takes profiles by file only; it reads them at once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profile.icc"
        path.write_bytes(profile)
        yield vips_name(path)


def describes(profile: bytes, space: str) -> bool:
    """Whether a profile is sound and one of ``GRAY``, ``RGB`` or ``CMYK``."""
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except OSError:  # which ImageCms raises for whatever it cannot open
        return False
    return opened.profile.xcolor_space.strip() == space


def rgb_like_grey(profile: bytes) -> bytes:
    """An RGB profile in which three equal values look as one of a grey profile does.

    Empty for one that is no plain curve, or damaged.
    """
    curve = _curve(profile, b"kTRC")
    primaries = (_RED_709, _GREEN_709, _BLUE)
    return _matrix_profile("RGB for a grey profile", primaries, curve) if curve else b""


def grey_like_rgb(profile: bytes) -> bytes:
    """A grey profile in which a value looks as three equal ones of an RGB profile do.

    Empty for one that is no matrix with plain curves, or damaged.
    """
    curve = _curve(profile, b"gTRC")
    return _assembled("Grey for an RGB profile", b"GRAY", [(b"kTRC", curve)]) if curve else b""


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


def _adobe_compatible() -> bytes:
    """With the published primaries, white and gamma of Adobe RGB (1998)."""
    curve = struct.pack(">4s4xIH", b"curv", 1, _GAMMA)
    return _matrix_profile("Compatible with Adobe RGB (1998)", (_RED, _GREEN, _BLUE), curve)


def _matrix_profile(name: str, primaries: Primaries, curve: bytes) -> bytes:
    """An ICC profile, version 2, of primaries with the white D65 and one curve for all."""
    matrix = _to_d50() @ _rgb_to_xyz(primaries)
    colours = [(band + b"XYZ", _xyz(column)) for band, column in zip(_RGB, matrix.T, strict=True)]
    return _assembled(name, b"RGB ", colours + [(band + b"TRC", curve) for band in _RGB])


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


def _rgb_to_xyz(primaries: Primaries) -> Any:
    """The matrix of the primaries, scaled so that equal parts give the white."""
    columns = np.array([_upward(*place) for place in primaries]).T
    return columns * np.linalg.solve(columns, np.array(_upward(*_WHITE)))


def _to_d50() -> Any:
    """Bradford's adaptation from the white to D50, in which profiles connect."""
    ratio = (_BRADFORD @ np.array(_D50)) / (_BRADFORD @ np.array(_upward(*_WHITE)))
    return np.linalg.inv(_BRADFORD) @ np.diag(ratio) @ _BRADFORD


def _upward(x: float, y: float) -> tuple[float, float, float]:
    """XYZ with Y = 1."""
    return x / y, 1.0, (1 - x - y) / y


def _xyz(values: Any) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *(round(float(value) * 65536) for value in values))


def _description(text: str) -> bytes:
    """In ASCII; the Unicode and Macintosh parts are empty."""
    return struct.pack(">4s4xI", b"desc", len(text) + 1) + text.encode() + bytes(1 + 8 + 2 + 1 + 67)
