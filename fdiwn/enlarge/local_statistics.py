"""The best quality: statistics of local windows, blended without seams.

Statistics of the surroundings instead of the whole picture give slightly better results
(tests/benchmarks/statistics_study.py: with the eight flips and rotations 0.12 dB on photographs,
where those alone give 0.09). The windows overlap by half and are blended with a raised cosine.
Their grid depends on the picture's size only, so the result does not depend on tiles or memory.
"""

from __future__ import annotations

import math

import numpy as np

from fdiwn.api.progress import Steps
from fdiwn.api.tiles import Box
from fdiwn.backends.contract import NO_CUT, Backend, check_tile
from fdiwn.pixels.average import keep_average
from fdiwn.pixels.flat_edges import Edges
from fdiwn.pixels.picture import Pixels
from fdiwn.pixels.planes import Batch, Float, Orientation, Plane

SIDE = 128
"""Of a window, in input pixels."""
_STRIDE = 64  # at most, from one window to the next


def starts(length: int) -> list[int]:
    """The starts of the windows along one side of a picture."""
    count = math.ceil(max(0, length - SIDE) / _STRIDE) + 1
    if count == 1:
        return [0]
    return [n * (length - SIDE) // (count - 1) for n in range(count)]


def fades(length: int, scale: int) -> list[Float]:
    """The weight of each window along one side, in output pixels. They sum to 1 at every pixel."""
    size = scale * min(length, SIDE)
    bell = np.square(np.sin(np.pi * (np.arange(size) + 0.5) / size))
    total = np.zeros(scale * length)
    for start in starts(length):
        total[scale * start : scale * start + size] += bell
    return [
        (bell / total[scale * start : scale * start + size]).astype(np.float32)
        for start in starts(length)
    ]


class Rows:
    """Blends the windows of one plane from top to bottom; returns rows as they are completed."""

    def __init__(
        self,
        backend: Backend,
        pixels: Pixels,
        plane: Plane,
        orientations: tuple[Orientation, ...],
        steps: Steps,
    ) -> None:
        self._backend, self._pixels, self._plane = backend, pixels, plane
        self._orientations, self._steps = orientations, steps
        height, width = pixels.shape[:2]
        self._across, self._down = fades(width, backend.scale), fades(height, backend.scale)
        bands = len(plane.bands)
        self._sum = np.zeros((len(self._down[0]), backend.scale * width, bands), np.float32)

    def add(self, number: int) -> Float:
        """Adds a row of windows; returns the output rows that no later window changes."""
        scale, (height, width) = self._backend.scale, self._pixels.shape[:2]
        tops, lefts = starts(height), starts(width)
        side_y, side_x = min(height, SIDE), min(width, SIDE)
        top = tops[number]
        for left, fade in zip(lefts, self._across, strict=True):
            box = Box(left, top, left + side_x, top + side_y)
            batch = self._plane.batch(self._pixels, [box])
            edges = Edges.of(box, width, height)
            values = self._plane.array(
                window(self._backend, batch, box, edges, self._orientations, self._steps)
            )
            weights = np.outer(self._down[number], fade)[..., None]
            self._sum[:, scale * left : scale * (left + side_x)] += weights * values
        after = tops[number + 1] if number + 1 < len(tops) else height
        ready = scale * (after - top)
        rows = self._sum[:ready].copy()
        self._sum[:-ready] = self._sum[ready:]
        self._sum[-ready:] = 0
        return rows


def window(
    backend: Backend,
    batch: Batch,
    box: Box,
    edges: Edges,
    orientations: tuple[Orientation, ...],
    steps: Steps,
) -> Float:
    """One window (1, 3, H, W) with its own statistics, averaged over the orientations.

    box: its position in the picture, for messages; edges: which of its sides are the picture's.
    Returns (3, sH, sW) in 0..255.
    """
    scale, count = backend.scale, np.float32(len(orientations))
    total = np.zeros((3, scale * box.height, scale * box.width), np.float32)
    for orientation in orientations:
        steps.check()
        output, _ = backend.measure(orientation.apply(batch), NO_CUT, steps.should_stop)
        upright = orientation.undo(output)
        check_tile(batch, upright, f"The window at {box.left}, {box.top}")
        total += keep_average(batch, upright, [edges])[0] / count
        steps.advance(1)  # all windows are of one size
    return total
