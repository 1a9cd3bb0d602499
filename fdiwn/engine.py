"""The loop over tiles: an array of pixels in, rows of the enlargement out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fdiwn.backends.contract import Backend, Batch
from fdiwn.errors import Cancelled
from fdiwn.options import Progress, ShouldStop
from fdiwn.picture import Pixels
from fdiwn.statistics import PictureStatistics, sample_boxes
from fdiwn.tiling import MARGIN, Box, Tile, plan_tiles

Float = NDArray[np.float32]

AUTO_TILE = 384
"""Side of a tile in input pixels: margins cost a quarter, a pass needs about 1 GB."""


def never() -> bool:
    """A `ShouldStop` that lets the work run to its end."""
    return False


@dataclass(frozen=True)
class Plane:
    """What goes through the network in one pass: the bands of a picture that belong together.

    A grey or alpha band is given to the network as three equal ones; their mean comes back.
    """

    bands: tuple[int, ...]

    def batch(self, pixels: Pixels, boxes: list[Box]) -> Batch:
        """The boxes, all of one size, as float32 (N, 3, H, W) in 0..255."""
        factor = np.float32(1 if pixels.dtype == np.uint8 else 1 / 257)
        batch = np.empty((len(boxes), 3, boxes[0].height, boxes[0].width), np.float32)
        for image, box in zip(batch, boxes, strict=True):
            cut = pixels[box.top : box.bottom, box.left : box.right, list(self.bands)]
            image[:] = cut.transpose(2, 0, 1)
        return batch if factor == 1 else batch * factor

    def array(self, image: Float) -> Float:
        """One enlarged image (3, H, W) as (H, W, bands)."""
        if len(self.bands) == 1:
            image = image.mean(0, keepdims=True)
        return image.transpose(1, 2, 0)


def planes_of(bands: int) -> list[Plane]:
    """Grey and colour go through the network apart from alpha."""
    colour = Plane(tuple(range(3 if bands >= 3 else 1)))
    return [colour, Plane((bands - 1,))] if bands in (2, 4) else [colour]


def to_depth(values: Float, dtype: np.dtype[np.generic]) -> Pixels:
    """Float 0..255 to uint8 or uint16: clamped and rounded to the nearest level."""
    top, factor = (255, 1.0) if dtype == np.uint8 else (65535, 257.0)
    levels: Pixels = np.clip(np.rint(values * np.float32(factor)), 0, top).astype(dtype)
    return levels


@dataclass(frozen=True)
class TileEngine:
    """Enlarges a plane of a picture box by box with one back end."""

    backend: Backend

    @property
    def scale(self) -> int:
        return self.backend.scale

    def measure(self, pixels: Pixels, plane: Plane) -> tuple[PictureStatistics, Float | None]:
        """A plane's frozen statistics; its enlargement too, where it was measured whole."""
        boxes = sample_boxes(pixels.shape[1], pixels.shape[0])
        output, gates = self.backend.measure(plane.batch(pixels, boxes))
        whole = boxes == [Box(0, 0, pixels.shape[1], pixels.shape[0])]
        return PictureStatistics(gates), plane.array(output[0]) if whole else None

    def enlarge_tile(
        self, pixels: Pixels, plane: Plane, statistics: PictureStatistics, tile: Tile
    ) -> Float:
        """The tile's inner box enlarged: (s*height, s*width, bands), 0..255, not rounded."""
        output = self.backend.run(plane.batch(pixels, [tile.window]), statistics.gates)[0]
        inner = tile.inner_in_window.scaled(self.scale)
        return plane.array(output[:, inner.top : inner.bottom, inner.left : inner.right])


def _constant(pixels: Pixels, plane: Plane) -> bool:
    """Whether the plane is one alpha level throughout, as in opaque pictures."""
    if len(plane.bands) == 3:
        return False
    band = pixels[..., plane.bands[0]]
    return plane.bands[0] > 0 and bool((band == band.flat[0]).all())


def enlarge_rows(
    engine: TileEngine,
    pixels: Pixels,
    tile: int | None,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> Iterator[Pixels]:
    """Enlarges (H, W, C) and yields the result from top to bottom, in strips (rows, sW, C).

    ``tile`` None: one pass where the picture was measured whole, else AUTO_TILE. Raises
    `Cancelled` between two tiles once ``should_stop`` says so.
    """
    height, width, bands = pixels.shape
    rows = plan_tiles(width, height, tile or AUTO_TILE, MARGIN)
    planes = [p for p in planes_of(bands) if not _constant(pixels, p)]
    step = _Steps(on_progress, should_stop, len(planes) * (1 + sum(map(len, rows))))
    step.start()
    measured = []
    for plane in planes:
        step.check()
        measured.append((plane, *engine.measure(pixels, plane)))
        step.advance()
    if tile is None and all(whole is not None for _, _, whole in measured):
        strip = _blank(pixels, height, width, engine.scale)
        for plane, _, whole in measured:
            assert whole is not None
            strip[..., list(plane.bands)] = to_depth(whole, pixels.dtype)
        step.finish()
        yield strip
        return
    for row in rows:
        box = row[0].inner
        strip = _blank(pixels[box.top : box.bottom], box.height, width, engine.scale)
        for plane, statistics, _ in measured:
            for part in row:
                step.check()
                values = engine.enlarge_tile(pixels, plane, statistics, part)
                inner = part.inner.scaled(engine.scale)
                strip[:, inner.left : inner.right, list(plane.bands)] = to_depth(
                    values, pixels.dtype
                )
                step.advance()
        yield strip


def _blank(pixels: Pixels, height: int, width: int, scale: int) -> Pixels:
    """A strip of the result; what no plane will fill (a constant alpha) is right already."""
    shape = (scale * height, scale * width, pixels.shape[2])
    return np.broadcast_to(pixels[:1, :1], shape).copy()


class _Steps:
    """Counts tiles and asks whether to stop."""

    def __init__(self, on_progress: Progress | None, should_stop: ShouldStop, total: int) -> None:
        self._report: Callable[[int, int], object] = on_progress or (lambda done, total: None)
        self._should_stop, self._done, self._total = should_stop, 0, total

    def start(self) -> None:
        self._report(0, self._total)

    def check(self) -> None:
        if self._should_stop():
            raise Cancelled

    def advance(self) -> None:
        self._done += 1
        self._report(self._done, self._total)

    def finish(self) -> None:
        self._report(self._total, self._total)
