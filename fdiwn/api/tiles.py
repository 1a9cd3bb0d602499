"""Tile geometry in whole numbers, for runs and live previews. Imports nothing heavy."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

MARGIN = 24
"""Input pixels that a tile reads around its own area. With frozen statistics the network is local:
with 24 pixels a tile is within 0.2 of 255 of the whole picture."""
MOST_MARGIN = 64
"""Of other networks: one that looks further gets this margin, with a note in results."""
_STEP = 16
"""Automatic window sides are multiples, so that pictures of similar size share compiled graphs."""
_PASS_COST = 2_000
"""The overhead of a pass, in pixels."""


@dataclass(frozen=True)
class Box:
    """A rectangle of pixels; right and bottom are exclusive."""

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

    @property
    def area(self) -> int:
        return self.width * self.height

    def moved(self, dx: int, dy: int) -> Box:
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def scaled(self, scale: int) -> Box:
        return Box(*(scale * v for v in (self.left, self.top, self.right, self.bottom)))

    def grown(self, by: int, width: int, height: int) -> Box:
        """Larger by ``by`` on each side, but inside a picture of this size."""
        return Box(
            max(0, self.left - by),
            max(0, self.top - by),
            min(width, self.right + by),
            min(height, self.bottom + by),
        )


@dataclass(frozen=True)
class Tile:
    """One tile, in input pixels: it reads ``window`` and contributes ``inner``."""

    inner: Box
    window: Box

    @property
    def inner_in_window(self) -> Box:
        """``inner`` relative to the window's corner."""
        return self.inner.moved(-self.window.left, -self.window.top)


def plan_tiles(width: int, height: int, tile: int, margin: int = MARGIN) -> list[Tile]:
    """The fewest tiles, row by row, whose windows are at most ``tile + 2 * margin`` a side.

    All windows are equal, so that one compiled shape is enough. They lie inside the picture:
    nothing is computed twice at its edge, and the network pads with zeros exactly where it does for
    the whole picture. Raises ValueError for sizes that are not positive.
    """
    if min(width, height, tile) < 1 or margin < 0:
        raise ValueError(f"cannot cut {width} x {height} into tiles of {tile}, margin {margin}")
    counts = [max(1, math.ceil((length - 2 * margin) / tile)) for length in (width, height)]
    sizes = [_window(length, n, margin) for length, n in zip((width, height), counts, strict=True)]
    return _grid((width, height), (counts[0], counts[1]), (sizes[0], sizes[1]))


def plan_by_area(width: int, height: int, area: int, margin: int = MARGIN) -> list[Tile]:
    """The cheapest tiles, see `plan_tiles`, whose windows have at most ``area`` pixels.

    If no window is that small, the smallest sensible ones are used. Raises ValueError for sizes
    that are not positive.
    """
    if min(width, height, area) < 1 or margin < 0:
        raise ValueError(f"cannot cut {width} x {height} into windows of {area} pixels")
    columns, rows = (_choices(length, margin) for length in (width, height))
    pairs = [(across, down) for across in columns for down in rows]
    fitting = [(a, d) for a, d in pairs if a[1] * d[1] <= area] or [(columns[-1], rows[-1])]
    across, down = min(fitting, key=lambda p: p[0][0] * p[1][0] * (p[0][1] * p[1][1] + _PASS_COST))
    return _grid((width, height), (across[0], down[0]), (across[1], down[1]))


def _window(length: int, count: int, margin: int) -> int:
    """Side of ``count`` equal windows that cover ``length`` and overlap by two margins."""
    return math.ceil((length + 2 * margin * (count - 1)) / count)


def _choices(length: int, margin: int) -> list[tuple[int, int]]:
    """(count, side of the windows) for each reasonable count."""
    most = max(1, length // (2 * margin + _STEP))
    sides = [(n, math.ceil(_window(length, n, margin) / _STEP) * _STEP) for n in range(1, most + 1)]
    return [(n, min(length, side)) for n, side in sides]


def _cuts(length: int, count: int, window: int) -> list[tuple[int, int, int]]:
    """(start, stop, start of the window) of each part; cuts are in the middle of an overlap."""
    if count == 1:
        return [(0, length, 0)]
    lows = [i * (length - window) // (count - 1) for i in range(count)]
    middles = [(low + window + after) // 2 for low, after in itertools.pairwise(lows)]
    return list(zip([0, *middles], [*middles, length], lows, strict=True))


def _grid(picture: tuple[int, int], counts: tuple[int, int], window: tuple[int, int]) -> list[Tile]:
    columns, rows = (_cuts(*each) for each in zip(picture, counts, window, strict=True))
    return [
        Tile(Box(left, top, right, bottom), Box(x, y, x + window[0], y + window[1]))
        for top, bottom, y in rows
        for left, right, x in columns
    ]


@dataclass(frozen=True)
class Grid:
    """A result's size, and the lines between its tiles including the edges; in result pixels."""

    width: int
    height: int
    columns: tuple[int, ...]
    rows: tuple[int, ...]

    def boxes(self, region: Box) -> list[Box]:
        """The tiles that overlap ``region``, those nearest to its middle first."""
        found = [
            Box(left, top, right, bottom)
            for top, bottom in itertools.pairwise(self.rows)
            for left, right in itertools.pairwise(self.columns)
            if left < region.right and region.left < right
            if top < region.bottom and region.top < bottom
        ]
        across, down = region.left + region.right, region.top + region.bottom

        def away(box: Box) -> int:
            return (box.left + box.right - across) ** 2 + (box.top + box.bottom - down) ** 2

        return sorted(found, key=away)

    def middle(self, side: int) -> Box:
        """A square of ``side`` in the middle, or less if the result is smaller."""
        left, top = max(0, (self.width - side) // 2), max(0, (self.height - side) // 2)
        return Box(left, top, min(self.width, left + side), min(self.height, top + side))


def lines(length: int, side: int) -> tuple[int, ...]:
    """Cuts a length into tiles of ``side``, from 0 to ``length``, with one cut in its middle."""
    first = length // 2 % side or side
    return (0, *range(first, length, side), length)
