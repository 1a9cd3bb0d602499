"""Computes any part of a result without the rest, for live previews.

A result is the picture (`Given`), enlarged by one or several steps (`Tiled`, or `Windowed` for the
best quality), and perhaps reduced to its exact size (`Reduced`). Each is a level that computes any
box of its pixels from the level below. Statistics are measured on the same samples as in the whole
run, so the pixels match it to within a level of 255.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from fdiwn.api.progress import ShouldStop, Steps
from fdiwn.api.tiles import Box, Tile, lines
from fdiwn.backends.contract import Backend, Shape
from fdiwn.enlarge import local_statistics
from fdiwn.enlarge.tile_loop import NORMAL, FrozenPicture, Known, Measured, measure, put_together
from fdiwn.pixels.flat_edges import Edges
from fdiwn.pixels.picture import Pixels
from fdiwn.pixels.planes import ALL_EIGHT, UPRIGHT, Float, Plane
from fdiwn.pixels.resample import reduced_part

TILE = {2: 128, 3: 96, 4: 64}
"""Side of a tile by scale, in input pixels: about 256 come out. Small, so that the first is ready
soon; all windows have one shape, which is compiled once."""
_KEPT_TILES = 96  # per level, about 0.4 MB each
_KEPT_WINDOWS = 24  # for the best quality, 3 MB each


class Level(Protocol):
    """Pixels computed on demand. width, height: in pixels."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    def region(self, box: Box, should_stop: ShouldStop) -> Pixels:
        """(box.height, box.width, bands). Raises Cancelled, EngineError."""
        ...


@dataclass(frozen=True)
class Given:
    """The picture itself, with colours under transparent parts replaced. deep: return 16 bits."""

    pixels: Pixels
    deep: bool

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    def region(self, box: Box, should_stop: ShouldStop) -> Pixels:
        part = self.pixels[box.top : box.bottom, box.left : box.right]
        if self.deep and part.dtype == np.uint8:
            return part.astype(np.uint16) * np.uint16(257)
        return part


def measured(
    source: Level, backend: Backend, planes: list[Plane], known: Known, should_stop: ShouldStop
) -> Measured:
    """The statistics of a level, from `known` if present."""
    if UPRIGHT not in known:
        boxes = NORMAL.boxes(source.width, source.height)
        cut = NORMAL.cut(source.width, source.height)
        in_one_piece = boxes[0].area == source.width * source.height
        pixels = np.concatenate([source.region(box, should_stop) for box in boxes])
        high, wide = boxes[0].height, boxes[0].width
        pile = [Box(0, n * high, wide, (n + 1) * high) for n in range(len(boxes))]
        known[UPRIGHT] = measure(
            backend, pixels, planes, pile, cut, UPRIGHT, in_one_piece, Steps(None, should_stop)
        )
    return known[UPRIGHT]


def tile_window(source: Level, backend: Backend) -> Shape | None:
    """The shape that `Tiled` computes: (1, 3, H, W); None if measuring already computes all."""
    if NORMAL.boxes(source.width, source.height)[0].area == source.width * source.height:
        return None
    side = TILE[backend.scale] + 2 * backend.margin
    return 1, 3, min(source.height, side), min(source.width, side)


class Tiled:
    """A level enlarged with frozen statistics, in tiles of a fixed grid; the last ones are kept.

    columns, rows: the grid's lines, in pixels of ``source``.
    """

    def __init__(
        self, source: Level, backend: Backend, planes: list[Plane], statistics: Measured
    ) -> None:
        self._source, self._backend, self._planes = source, backend, planes
        self._measured, self.scale = statistics, backend.scale
        self.width, self.height = self.scale * source.width, self.scale * source.height
        self._side = TILE[self.scale]
        self.columns, self.rows = lines(source.width, self._side), lines(source.height, self._side)
        self._tiles: OrderedDict[tuple[int, int], Pixels] = OrderedDict()

    def region(self, box: Box, should_stop: ShouldStop) -> Pixels:
        across = _touched(self.columns, box.left, box.right, self.scale)
        down = _touched(self.rows, box.top, box.bottom, self.scale)
        rows = [
            np.concatenate([self._tile(row, column, should_stop) for column in across], axis=1)
            for row in down
        ]
        left, top = self.scale * self.columns[across[0]], self.scale * self.rows[down[0]]
        inside = box.moved(-left, -top)
        return np.concatenate(rows)[inside.top : inside.bottom, inside.left : inside.right]

    def _tile(self, row: int, column: int, should_stop: ShouldStop) -> Pixels:
        key = (row, column)
        if key not in self._tiles:
            self._tiles[key] = self._computed(row, column, should_stop)
            if len(self._tiles) > _KEPT_TILES:
                self._tiles.popitem(last=False)
        self._tiles.move_to_end(key)
        return self._tiles[key]

    def _computed(self, row: int, column: int, should_stop: ShouldStop) -> Pixels:
        inner = Box(
            self.columns[column], self.rows[row], self.columns[column + 1], self.rows[row + 1]
        )
        if self._measured.whole is not None:
            return self._from_whole(inner, should_stop)
        margin = self._backend.margin
        left, right = _window(inner.left, self._source.width, self._side, margin)
        top, bottom = _window(inner.top, self._source.height, self._side, margin)
        window = Box(left, top, right, bottom)
        pixels = self._source.region(window, should_stop)
        frozen = FrozenPicture(
            self._backend, pixels, self._planes, NORMAL, self._measured.statistics, None
        )
        tile = Tile(inner.moved(-left, -top), Box(0, 0, window.width, window.height))
        ((_, block),) = frozen.blocks([tile], Steps(None, should_stop))
        return block

    def _from_whole(self, inner: Box, should_stop: ShouldStop) -> Pixels:
        """Cuts a tile out of the enlargement from measuring a small picture."""
        assert self._measured.whole is not None
        box = inner.scaled(self.scale)
        values = [
            plane[box.top : box.bottom, box.left : box.right] for plane in self._measured.whole
        ]
        return _block(self._source, self._planes, inner, values, self.scale, should_stop)


class Windowed:
    """A level enlarged in the best quality, see `fdiwn.enlarge.local_statistics`, from the
    overlapping windows."""

    def __init__(self, source: Level, backend: Backend, planes: list[Plane]) -> None:
        self._source, self._backend, self._planes = source, backend, planes
        self.scale = backend.scale
        self.width, self.height = self.scale * source.width, self.scale * source.height
        side = TILE[self.scale]
        self.columns, self.rows = lines(source.width, side), lines(source.height, side)
        self._fades = (
            local_statistics.fades(source.width, self.scale),
            local_statistics.fades(source.height, self.scale),
        )
        self._values: OrderedDict[tuple[int, int], list[Float]] = OrderedDict()

    def region(self, box: Box, should_stop: ShouldStop) -> Pixels:
        scale = self.scale
        inner = Box(
            box.left // scale, box.top // scale, -(-box.right // scale), -(-box.bottom // scale)
        )
        whole = inner.scaled(scale)
        sums = [
            np.zeros((whole.height, whole.width, len(plane.bands)), np.float32)
            for plane in self._planes
        ]
        for row, top in enumerate(local_statistics.starts(self._source.height)):
            for column, left in enumerate(local_statistics.starts(self._source.width)):
                window = self._box(left, top)
                if _overlap(window, inner):
                    self._add(sums, whole, (row, column), window, should_stop)
        block = _block(self._source, self._planes, inner, sums, scale, should_stop)
        part = box.moved(-whole.left, -whole.top)
        return block[part.top : part.bottom, part.left : part.right]

    def _box(self, left: int, top: int) -> Box:
        right = left + min(self._source.width, local_statistics.SIDE)
        return Box(left, top, right, top + min(self._source.height, local_statistics.SIDE))

    def _add(
        self,
        sums: list[Float],
        whole: Box,
        number: tuple[int, int],
        window: Box,
        should_stop: ShouldStop,
    ) -> None:
        """Adds a window's contribution to the box ``whole`` of the enlargement."""
        placed = window.scaled(self.scale)
        shared = Box(
            max(whole.left, placed.left),
            max(whole.top, placed.top),
            min(whole.right, placed.right),
            min(whole.bottom, placed.bottom),
        )
        there, here = (shared.moved(-b.left, -b.top) for b in (placed, whole))
        across, down = self._fades[0][number[1]], self._fades[1][number[0]]
        weights = np.outer(down[there.top : there.bottom], across[there.left : there.right])
        for total, values in zip(sums, self._of(number, window, should_stop), strict=True):
            part = values[there.top : there.bottom, there.left : there.right]
            total[here.top : here.bottom, here.left : here.right] += weights[..., None] * part

    def _of(self, number: tuple[int, int], window: Box, should_stop: ShouldStop) -> list[Float]:
        """A window's enlargement, by plane (h, w, bands)."""
        if number not in self._values:
            pixels = self._source.region(window, should_stop)
            own = Box(0, 0, window.width, window.height)
            edges = Edges.of(window, self._source.width, self._source.height)
            steps = Steps(None, should_stop)
            self._values[number] = [
                plane.array(
                    local_statistics.window(
                        self._backend, plane.batch(pixels, [own]), window, edges, ALL_EIGHT, steps
                    )
                )
                for plane in self._planes
            ]
            if len(self._values) > _KEPT_WINDOWS:
                self._values.popitem(last=False)
        self._values.move_to_end(number)
        return self._values[number]


@dataclass(frozen=True)
class Reduced:
    """A level reduced to its exact size, as by `fdiwn.pixels.resample`, in the file's depth."""

    source: Level
    width: int
    height: int
    depth: np.dtype[np.generic]

    def region(self, box: Box, should_stop: ShouldStop) -> Pixels:
        return reduced_part(
            lambda part: self.source.region(part, should_stop),
            (self.source.width, self.source.height),
            (self.width, self.height),
            box,
            self.depth,
        )


def _window(start: int, length: int, side: int, margin: int) -> tuple[int, int]:
    """The range that the tile at ``start`` reads, kept inside the picture."""
    wide = min(length, side + 2 * margin)
    low = max(0, min(start - margin, length - wide))
    return low, low + wide


def _touched(cuts: tuple[int, ...], first: int, last: int, scale: int) -> range:
    """The parts between the cuts that overlap first..last, enlarged."""
    low = bisect_right(cuts, first // scale) - 1
    return range(low, bisect_right(cuts, (last - 1) // scale))


def _overlap(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def _block(
    source: Level,
    planes: list[Plane],
    inner: Box,
    values: list[Float],
    scale: int,
    should_stop: ShouldStop,
) -> Pixels:
    """`put_together`, with only one pixel of the source around ``inner``."""
    around = Box(
        max(0, inner.left - 1),
        max(0, inner.top - 1),
        min(source.width, inner.right + 1),
        min(source.height, inner.bottom + 1),
    )
    pixels = source.region(around, should_stop)
    box = inner.moved(-around.left, -around.top).scaled(scale)
    return put_together(pixels, planes, box, values, scale)
