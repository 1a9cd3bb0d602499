"""Estimates a result's file size, disk space and time. Light, pure arithmetic.

The bytes per pixel are means over results of photographs, enlarged four times and saved by this
program; single pictures need between half and twice as much.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from pathlib import Path

from fdiwn.api.formats import FORMAT_NAMES, ONLY_READ_NAMES, RAW_ENDINGS, SUFFIXES, reason_against
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.api.sizing import SizePlan, work

ENCODED = 1.2
"""Space that a result takes while it is encoded, relative to its raw size."""
QUALITY = {"JPEG": 95, "WebP": 95, "AVIF": 90}
"""A format's quality, if none is chosen."""

_PLAIN = {("PNG", 8): 1.15, ("PNG", 16): 4.9, ("TIFF", 8): 1.25, ("TIFF", 16): 4.9}
_LOSSLESS = {"WebP": 0.65, "AVIF": 0.95}
_BY_QUALITY: dict[str, tuple[tuple[int, float], ...]] = {
    "JPEG": ((1, 0.02), (50, 0.065), (75, 0.09), (85, 0.12), (95, 0.27), (100, 0.62)),
    "WebP": ((1, 0.01), (50, 0.036), (75, 0.05), (85, 0.08), (95, 0.16), (100, 0.24)),
    "AVIF": ((1, 0.005), (50, 0.032), (75, 0.07), (90, 0.12), (100, 0.7)),
}
_PER_BAND = 3  # the figures above are for three bands
_DISPLAYS = 2  # the result and its bicubic for the window, 8 bits each
_WITH_LEVELS = 4 / 3  # each also reduced to a half, a quarter, and so on


def likely_suffix(
    source: Path, size: tuple[int, int], save: SaveOptions, kind: str | None = None
) -> tuple[str, str]:
    """The result's ending, and why it is not that of its picture.

    size: of the result. kind: of the picture's file, from `fdiwn.codec.kind`; without it the name
    decides. Same rule as `fdiwn.codec.target`, which reads the file and is decisive.
    """
    named = FORMAT_NAMES.get(source.suffix.lower(), "").lower()
    if kind is None:
        only_read = ONLY_READ_NAMES.get(source.suffix.lower(), "").lower()
        kind = "raw" if source.suffix.lower() in RAW_ENDINGS else named or only_read
    wanted = save.format or kind
    if wanted == "raw":
        return SUFFIXES["tiff"], ""
    if wanted not in SUFFIXES:
        return SUFFIXES["png"], ""
    suffix = source.suffix if wanted == named else SUFFIXES[wanted]
    if save.format is None:
        name = FORMAT_NAMES[suffix.lower()]
        if against := reason_against(name, size, save.depth, save.lossless):
            return SUFFIXES["png"], against
    return suffix, ""


def file_bytes(
    name: str, size: tuple[int, int], save: SaveOptions, bands: int = 3, bits: int = 8
) -> int:
    """The approximate size of a result's file, in bytes.

    name: of the format, as in FORMAT_NAMES. size: width and height in pixels. bits: of the source.
    """
    deep = save.depth == "16" or (save.depth == "auto" and bits == 16)
    if (name, 8) in _PLAIN:
        each = _PLAIN[name, 16 if deep else 8]
    elif save.lossless and name in _LOSSLESS:
        each = _LOSSLESS[name]
    else:
        each = _between(_BY_QUALITY[name], save.quality or QUALITY[name])
    return round(size[0] * size[1] * each * bands / _PER_BAND)


def scratch_bytes(size: tuple[int, int], plan: SizePlan, bands: int, itemsize: int) -> int:
    """The peak disk space of an enlargement, in bytes.

    Two consecutive files, or the result while it is encoded. size: of the source, width and height.
    itemsize: bytes of a sample, 1 or 2.
    """
    result = plan.width * plan.height * bands * itemsize
    if plan.exact and len(plan.steps) == 1:
        return int(result * ENCODED)
    between = [] if itemsize == 2 else [size[0] * size[1] * bands * 2]
    for number in range(1, len(plan.steps) + (0 if plan.exact else 1)):
        product = math.prod(plan.steps[:number])
        between.append(size[0] * product * size[1] * product * bands * 2)
    moments = [a + b for a, b in itertools.pairwise([*between, result])]
    return max(*moments, int(result * ENCODED))


def kept_bytes(plan: SizePlan, bands: int, itemsize: int) -> int:
    """Bytes of a result in the window's scratch folder, until it is removed from the list."""
    pixels = plan.width * plan.height
    shown = 4 if bands in (2, 4) else 3
    return int(pixels * (bands * itemsize + _DISPLAYS * shown * _WITH_LEVELS))


def pixels_read(size: tuple[int, int], steps: Sequence[int]) -> int:
    """Pixels that the network reads for a picture of this width and height, over all steps."""
    return size[0] * size[1] * sum(work(steps))


def speed_key(options: UpscaleOptions, model: str) -> str:
    """The key of a measured speed: the options, and the model used."""
    return "/".join((options.device, options.backend, options.precision, options.quality, model))


def _between(points: Sequence[tuple[int, float]], quality: int) -> float:
    for (low, at_low), (high, at_high) in itertools.pairwise(points):
        if quality <= high:
            return at_low + (at_high - at_low) * (quality - low) / (high - low)
    return points[-1][1]
