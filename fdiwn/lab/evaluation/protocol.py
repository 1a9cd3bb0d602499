"""Benchmark protocols: whole pictures or quadrants, and how grey pictures are scored.

``whole``: the unchanged picture, as users enlarge it. ``quadrants``: the paper's measurement. Four
overlapping quarters, each enlarged as a separate picture with its own statistics, then joined
without blending. The published figures are for quadrants, and mostly some hundredths of a dB above
those of whole pictures.

A grey picture is scored as it is, as in most papers. FDIWN's figures for Set14 are only reproduced
with its one grey picture, bridge.png, scored as the luma of a copy in RGB, whose white is 235 and
black 16: 1.3 dB more for this picture, 0.09 dB for the mean. MODELS.md has all the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from fdiwn.api.tiles import Box
from fdiwn.pixels.picture import Pixels

WHOLE, QUADRANTS = "whole", "quadrants"
PROTOCOLS = (WHOLE, QUADRANTS)
AS_GREY, AS_RGB = "grey", "rgb"
GREYS = (AS_GREY, AS_RGB)
"""How grey pictures are scored."""
OVERLAP = 10
"""Pixels of low resolution by which a quarter extends beyond the middle."""

Enlarge = Callable[[Pixels], Pixels]
"""(H, W, C) to (sH, sW, C)."""


def parts(protocol: str, width: int, height: int) -> list[tuple[Box, Box]]:
    """The boxes to enlarge separately, and the parts to keep; in pixels of low resolution."""
    if protocol == WHOLE:
        everything = Box(0, 0, width, height)
        return [(everything, everything)]
    return [
        (Box(left[0], top[0], left[1], top[1]), Box(left[2], top[2], left[3], top[3]))
        for top in _halves(height)
        for left in _halves(width)
    ]


def _halves(length: int) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of the part to enlarge, start and end of the part to keep; twice.

    Both parts are as long as the first half with its overlap, so that for an odd length the second
    starts a pixel later. A side of one pixel is not halved.
    """
    middle = length // 2
    reach = min(length, middle + OVERLAP)
    if middle:
        yield 0, reach, 0, middle
    yield length - reach, length, middle, length


def enlarge_by(protocol: str, pixels: Pixels, scale: int, enlarge: Enlarge) -> Pixels:
    """Enlarges ``pixels`` (H, W, C) part by part, (sH, sW, C)."""
    height, width, bands = pixels.shape
    result = np.empty((scale * height, scale * width, bands), pixels.dtype)
    for given, kept in parts(protocol, width, height):
        part = enlarge(np.ascontiguousarray(pixels[given.top : given.bottom, _columns(given)]))
        inner, place = kept.moved(-given.left, -given.top).scaled(scale), kept.scaled(scale)
        result[place.top : place.bottom, _columns(place)] = part[
            inner.top : inner.bottom, _columns(inner)
        ]
    return result


def _columns(box: Box) -> slice:
    return slice(box.left, box.right)
