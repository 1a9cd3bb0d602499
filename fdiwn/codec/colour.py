"""Named colour spaces, and conversion into them through a picture's own profile."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyvips

from fdiwn.codec.icc import D65, Primaries, power_curve, rgb_profile
from fdiwn.codec.vips import ICC, blob, vips_name

IN_WORDS = {"srgb": "sRGB", "p3": "Display P3", "adobe": "a space compatible with Adobe RGB (1998)"}
_ADOBE: Primaries = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
ADOBE_GAMMA = 563 / 256


@functools.cache
def profile_of(space: str) -> bytes:
    """The ICC profile of srgb, p3 or adobe."""
    if space == "adobe":
        return _adobe_compatible()
    return bytes(pyvips.Operation.call("profile_load", space))


def converted(image: Any, space: str) -> Any:
    """Converts an RGB or CMYK image to the named space, in its own depth, with that profile.

    Converts from the embedded profile; without one, from sRGB or a general CMYK profile. Keeps
    alpha unchanged. Lazy. Raises pyvips.Error for an unusable profile.
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
    """Converts a Lab image, or one in a similar space, to the named space with that profile.

    The result has 16 bits if the image has, else 8. Lazy.
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
    """libvips takes profiles as files only; it reads them at once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profile.icc"
        path.write_bytes(profile)
        yield vips_name(path)


def _adobe_compatible() -> bytes:
    """With the published primaries, white and gamma of Adobe RGB (1998)."""
    return rgb_profile("Compatible with Adobe RGB (1998)", _ADOBE, D65, (power_curve(ADOBE_GAMMA),))
