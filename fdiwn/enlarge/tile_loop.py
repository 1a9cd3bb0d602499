"""The loop over tiles: takes an array of pixels, yields blocks of the enlargement."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, MutableMapping
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from fdiwn.api.progress import Progress, ShouldStop, Steps, never
from fdiwn.api.tiles import MARGIN, Box, Tile, plan_by_area, plan_tiles
from fdiwn.backends.contract import NO_CUT, Backend, Cut, Gates, Pass, Prepares, check_tile
from fdiwn.backends.hardware import CPU_AREA
from fdiwn.enlarge import local_statistics
from fdiwn.enlarge.statistics import PictureStatistics, sample_boxes, sample_cut
from fdiwn.pixels.alpha import bled, keep_extremes
from fdiwn.pixels.average import keep_average
from fdiwn.pixels.flat_edges import WHOLE, Edges
from fdiwn.pixels.picture import Pixels
from fdiwn.pixels.planes import UPRIGHT, Batch, Float, Orientation, Plane, planes_of, to_depth

Blocks = Generator[tuple[Box, Pixels], None, None]
"""Parts of an enlargement: the box in its pixels, and the pixels (h, w, C)."""


@dataclass(frozen=True)
class Manner:
    """How a picture is cut and measured.

    tile: side without margins, or None: windows of at most ``area`` pixels, and a picture that is
    measured whole in one pass is not computed again. whole: measure even a large picture whole.
    orientations: the result is their average. windows: use statistics of local windows, see
    `fdiwn.enlarge.local_statistics`; then of the others only the orientations matter.
    """

    tile: int | None = None
    area: int = CPU_AREA
    whole: bool = False
    orientations: tuple[Orientation, ...] = UPRIGHT
    windows: bool = False

    def tiles(self, width: int, height: int, margin: int = MARGIN) -> list[Tile]:
        """margin: of the back end."""
        if self.tile is not None:
            return plan_tiles(width, height, self.tile, margin)
        return plan_by_area(width, height, self.area, margin)

    def boxes(self, width: int, height: int) -> list[Box]:
        """The boxes in which statistics are measured."""
        return [Box(0, 0, width, height)] if self.whole else sample_boxes(width, height)

    def cut(self, width: int, height: int) -> Cut:
        """The edges of the boxes that are not counted."""
        return NO_CUT if self.whole else sample_cut(width, height)


NORMAL = Manner()


@dataclass(frozen=True)
class Measured:
    """The results of measuring. whole: as in `FrozenPicture`."""

    statistics: PictureStatistics
    whole: list[Float] | None

    @property
    def nbytes(self) -> int:
        """Approximate memory; the statistics are negligible."""
        return sum(values.nbytes for values in self.whole or ())


Known = MutableMapping[tuple[Orientation, ...], Measured]
"""Earlier measurements of one picture, at one place, with one model; by the orientations."""


@dataclass(frozen=True)
class FrozenPicture:
    """A picture with its statistics: its tiles can be enlarged separately, without seams.

    whole: by plane the enlargement (sH, sW, bands), if the picture was measured in one piece.
    """

    backend: Backend
    pixels: Pixels
    planes: list[Plane]
    manner: Manner
    statistics: PictureStatistics
    whole: list[Float] | None

    def blocks(self, tiles: list[Tile], steps: Steps) -> Blocks:
        """For each tile its box in the enlargement, and its pixels, all bands."""
        outputs = self.backend.run(self._passes(tiles), steps.should_stop)
        with closing(outputs):
            for tile in tiles:
                values = [self._average(tile, plane, outputs, steps) for plane in self.planes]
                box = tile.inner.scaled(self.backend.scale)
                yield box, put_together(self.pixels, self.planes, box, values, self.backend.scale)

    def whole_block(self) -> tuple[Box, Pixels]:
        """The enlargement from measuring."""
        assert self.whole is not None
        height, width = self.whole[0].shape[:2]
        box = Box(0, 0, width, height)
        return box, put_together(self.pixels, self.planes, box, self.whole, self.backend.scale)

    def _passes(self, tiles: list[Tile]) -> Iterator[Pass]:
        for tile in tiles:
            for plane, gates in zip(self.planes, self.statistics.gates, strict=True):
                window = plane.batch(self.pixels, [tile.window])
                for orientation, given in zip(self.manner.orientations, gates, strict=True):
                    yield orientation.apply(window), given

    def _average(self, tile: Tile, plane: Plane, outputs: Iterator[Batch], steps: Steps) -> Float:
        """The plane's inner box averaged over all orientations: (s*height, s*width, bands),
        0..255."""
        window = plane.batch(self.pixels, [tile.window])
        where = f"The tile at {tile.inner.left}, {tile.inner.top}"
        height, width = self.pixels.shape[:2]
        edges = [Edges.of(tile.window, width, height)]
        orientations = self.manner.orientations
        alone = len(self.planes) == len(orientations) == 1
        total: Float | None = None
        for orientation in orientations:
            output = next(outputs)
            check_tile(window, output, where)
            upright = orientation.undo(output)
            kept = keep_average(window, upright, edges, tile.inner_in_window)[0]
            if not alone:  # a copy, as the next output overwrites this one
                kept = kept / np.float32(len(orientations))
            total = kept if total is None else total + kept
            steps.advance(tile.window.area)
        assert total is not None
        return plane.array(total)


def put_together(
    pixels: Pixels, planes: list[Plane], box: Box, values: list[Float], scale: int
) -> Pixels:
    """Combines the planes of ``box`` in the enlargement of ``pixels`` to pixels (h, w, C).

    values: by plane (h, w, bands) in 0..255. A constant alpha, which no plane has, is copied from
    ``pixels``, as are places where enlarged alpha must be exactly 0 or full.
    """
    if len(planes[0].bands) == pixels.shape[2]:
        return to_depth(values[0], pixels.dtype)
    if len(planes) == 2:
        keep_extremes(values[1], pixels[..., -1], box, scale)
    block = np.broadcast_to(pixels[:1, :1], (box.height, box.width, pixels.shape[2])).copy()
    for plane, plane_values in zip(planes, values, strict=True):
        block[..., list(plane.bands)] = to_depth(plane_values, pixels.dtype)
    return block


def freeze(
    backend: Backend, pixels: Pixels, manner: Manner, steps: Steps, known: Known | None = None
) -> FrozenPicture:
    """Measures (H, W, C) pixels, uint8 or uint16, after replacing colours under transparent parts.

    known: reused and completed, so that nothing is measured twice.
    """
    pixels = bled(pixels)
    height, width = pixels.shape[:2]
    planes = planes_of(pixels)
    if known is not None and not manner.whole and manner.orientations in known:
        measured = known[manner.orientations]
        passes = len(planes) * len(manner.orientations)
        steps.advance(passes * _area(manner.boxes(width, height)))
    else:
        boxes, cut = manner.boxes(width, height), manner.cut(width, height)
        in_one_piece = boxes[0].area == width * height
        measured = measure(
            backend, pixels, planes, boxes, cut, manner.orientations, in_one_piece, steps
        )
        if known is not None and not manner.whole:
            known[manner.orientations] = measured
    return FrozenPicture(backend, pixels, planes, manner, measured.statistics, measured.whole)


def measure(
    backend: Backend,
    pixels: Pixels,
    planes: list[Plane],
    boxes: list[Box],
    cut: Cut,
    orientations: tuple[Orientation, ...],
    in_one_piece: bool,
    steps: Steps,
) -> Measured:
    """Measures the boxes, all of one size, as one image. ``pixels`` must not hide colours."""
    all_gates: list[tuple[Gates, ...]] = []
    whole: list[Float] = []
    for plane in planes:
        samples = plane.batch(pixels, boxes)
        gates: list[Gates] = []
        total: Float | None = None
        for orientation in orientations:
            steps.check()
            turned = cut[::-1] if orientation.transpose else cut
            output, measured = backend.measure(
                orientation.apply(samples), turned, steps.should_stop
            )
            check_tile(samples, output, "The picture's sample")
            gates.append(measured)
            if in_one_piece:
                edges = [WHOLE] * len(samples)
                kept = keep_average(samples, orientation.undo(output), edges)[0]
                total = kept if total is None else total + kept
            steps.advance(_area(boxes))
        all_gates.append(tuple(gates))
        if total is not None:
            whole.append(plane.array(total / np.float32(len(orientations))))
    return Measured(PictureStatistics(tuple(all_gates)), whole if in_one_piece else None)


def enlarge(
    backend: Backend,
    pixels: Pixels,
    manner: Manner = NORMAL,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
    known: Known | None = None,
) -> Blocks:
    """Enlarges (H, W, C) and yields blocks, row by row: their boxes and pixels.

    known: see `freeze`. Raises `Cancelled` once ``should_stop`` says so, and the errors of the back
    end.
    """
    if manner.windows:
        yield from _by_windows(backend, pixels, manner.orientations, on_progress, should_stop)
        return
    height, width = pixels.shape[:2]
    tiles = manner.tiles(width, height, backend.margin)
    boxes = manner.boxes(width, height)
    once = manner.tile is None and boxes[0].area == width * height
    passes = len(planes_of(pixels)) * len(manner.orientations)
    read = _area(boxes) + (0 if once else _area(tile.window for tile in tiles))
    steps = Steps(on_progress, should_stop, passes * read)
    if not once and isinstance(backend, Prepares):
        window = tiles[0].window
        backend.prepare((1, 3, window.height, window.width))
    frozen = freeze(backend, pixels, manner, steps, known)
    if once:
        yield frozen.whole_block()
    else:
        yield from frozen.blocks(tiles, steps)


def _area(boxes: Iterable[Box]) -> int:
    return sum(box.area for box in boxes)


def _by_windows(
    backend: Backend,
    pixels: Pixels,
    orientations: tuple[Orientation, ...],
    on_progress: Progress | None,
    should_stop: ShouldStop,
) -> Blocks:
    """Yields strips of full width, from top to bottom."""
    pixels = bled(pixels)
    height, width = pixels.shape[:2]
    planes, rows = planes_of(pixels), local_statistics.starts(height)
    passes = len(rows) * len(local_statistics.starts(width)) * len(planes) * len(orientations)
    steps = Steps(on_progress, should_stop, passes)
    each = [local_statistics.Rows(backend, pixels, plane, orientations, steps) for plane in planes]
    top = 0
    for number in range(len(rows)):
        values = [plane_rows.add(number) for plane_rows in each]
        box = Box(0, top, backend.scale * width, top + len(values[0]))
        yield box, put_together(pixels, planes, box, values, backend.scale)
        top = box.bottom


def enlarged(backend: Backend, pixels: Pixels, manner: Manner = NORMAL) -> Pixels:
    """The whole enlargement of a picture in memory, (sH, sW, C)."""
    height, width, bands = pixels.shape
    result = np.empty((backend.scale * height, backend.scale * width, bands), pixels.dtype)
    for box, block in enlarge(backend, pixels, manner):
        result[box.top : box.bottom, box.left : box.right] = block
    return result
