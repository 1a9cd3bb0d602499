"""The protocols of benchmarks: whole pictures or quadrants, and how grey ones are scored.

``whole``: the picture as it is, as users have it enlarged. ``quadrants``: as the paper's authors
measured. Four overlapping quarters, each enlarged as a picture of its own, with statistics of its
own, then put together without a transition. The published figures are those of quadrants, and
mostly some hundredths of a dB above those of whole pictures.

A grey picture is scored as it is, as most papers do. FDIWN's figures for Set14 come out only with
its one grey picture, bridge.png, scored as the luma of a copy in RGB, of which white is 235 and
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
"""What a grey picture is scored as."""
OVERLAP = 10
"""Pixels of low resolution by which a quarter reaches beyond the middle."""

Enlarge = Callable[[Pixels], Pixels]
"""(H, W, C) to (sH, sW, C)."""


def parts(protocol: str, width: int, height: int) -> list[tuple[Box, Box]]:
    """What is enlarged by itself, and what of it is kept; in pixels of low resolution."""
    if protocol == WHOLE:
        everything = Box(0, 0, width, height)
        return [(everything, everything)]
    return [
        (Box(left[0], top[0], left[1], top[1]), Box(left[2], top[2], left[3], top[3]))
        for top in _halves(height)
        for left in _halves(width)
    ]


def _halves(length: int) -> Iterator[tuple[int, int, int, int]]:
    """First and end of what is enlarged, first and end of what is kept; twice.

    Both parts are as long as the first half with its overlap, so that in an odd length the second
    reaches a pixel less far back. A side of one pixel is not halved.
    """
    middle = length // 2
    reach = min(length, middle + OVERLAP)
    if middle:
        yield 0, reach, 0, middle
    yield length - reach, length, middle, length


def enlarge_by(protocol: str, pixels: Pixels, scale: int, enlarge: Enlarge) -> Pixels:
    """``pixels`` (H, W, C) enlarged part by part, (sH, sW, C)."""
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
