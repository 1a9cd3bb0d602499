"""How a picture is cut into tiles. Integers only."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

MARGIN = 24
"""Input pixels that a tile reads beyond what it contributes. With frozen statistics the network is
local: 24 pixels bring a tile within 0.2 of 255 of the whole picture."""


@dataclass(frozen=True)
class Box:
    """A rectangle of pixels; right and bottom lie outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def moved(self, dx: int, dy: int) -> Box:
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def scaled(self, scale: int) -> Box:
        return Box(*(scale * v for v in (self.left, self.top, self.right, self.bottom)))


@dataclass(frozen=True)
class Tile:
    """One tile, in input pixels: it reads ``window`` and contributes ``inner``."""

    inner: Box
    window: Box

    @property
    def inner_in_window(self) -> Box:
        """``inner`` seen from the window's corner."""
        return self.inner.moved(-self.window.left, -self.window.top)


def split_evenly(length: int, at_most: int) -> list[tuple[int, int]]:
    """Cuts ``length`` into the fewest parts of ``at_most``; the parts differ by one at most."""
    count = math.ceil(length / at_most)
    edges = [length * i // count for i in range(count + 1)]
    return list(itertools.pairwise(edges))


def _windows(length: int, at_most: int, margin: int) -> list[tuple[int, int, int, int]]:
    """(start, stop, window start, window stop) of each part; all windows are equally long.

    At the picture's edge the window moves inwards instead of shrinking, so that one fixed shape
    serves all tiles and the network pads with zeros just where it does for the whole picture.
    """
    parts = split_evenly(length, at_most)
    size = min(length, max(stop - start for start, stop in parts) + 2 * margin)
    return [
        (start, stop, low, low + size)
        for start, stop in parts
        for low in [max(0, min(start - margin, length - size))]
    ]


def plan_tiles(width: int, height: int, tile: int, margin: int = MARGIN) -> list[list[Tile]]:
    """Rows of tiles that cover a picture without overlap, none larger than ``tile`` inside.

    Raises ValueError for sizes that are not positive.
    """
    if min(width, height, tile) < 1 or margin < 0:
        raise ValueError(f"cannot cut {width} x {height} into tiles of {tile}, margin {margin}")
    return [
        [
            Tile(Box(left, top, right, bottom), Box(w_left, w_top, w_right, w_bottom))
            for left, right, w_left, w_right in _windows(width, tile, margin)
        ]
        for top, bottom, w_top, w_bottom in _windows(height, tile, margin)
    ]
