"""The best quality: statistics of local windows, joined without seams.

With the statistics of its surroundings instead of the whole picture's a place gains a little
(tests/benchmarks/statistics_study.py: with the eight flips and rotations 0.12 dB on photographs,
where those alone gain 0.09). The windows overlap by half and fade into one another as a raised
cosine. The outer ones reach as far beyond the picture as it is continued there. Their grid hangs on
the picture's size alone, so the result does not depend on tiles or memory.
"""

from __future__ import annotations

import math

import numpy as np

from fdiwn.average import keep_average
from fdiwn.backends.contract import Backend, Cut
from fdiwn.orientation import Orientation
from fdiwn.picture import Pixels
from fdiwn.planes import Float, Plane, part_of
from fdiwn.steps import Steps
from fdiwn.tile_check import check_tile
from fdiwn.tiling import Box

SIDE = 128
"""Of a window, in input pixels."""
_STRIDE = 64  # at most, from one window to the next


def starts(length: int, edge: int) -> list[int]:
    """Where the windows begin along one side of a picture, which is continued by ``edge``."""
    covered = length + 2 * edge
    count = math.ceil(max(0, covered - SIDE) / _STRIDE) + 1
    if count == 1:
        return [-edge]
    return [n * (covered - SIDE) // (count - 1) - edge for n in range(count)]


def side_of(length: int, edge: int) -> int:
    """Of the windows along one side of a picture, in input pixels."""
    return min(length + 2 * edge, SIDE)


def fades(length: int, scale: int, edge: int) -> list[Float]:
    """The weight of each window along one side, in output pixels. At every pixel they sum to 1.

    Of a window that reaches beyond the picture only the part that lies in it.
    """
    size = scale * side_of(length, edge)
    bell = np.square(np.sin(np.pi * (np.arange(size) + 0.5) / size))
    total = np.zeros(scale * (length + 2 * edge))
    places = [scale * (start + edge) for start in starts(length, edge)]
    for place in places:
        total[place : place + size] += bell
    first, last = scale * edge, scale * (edge + length)
    return [
        (bell / total[place : place + size])[max(0, first - place) : last - place].astype(
            np.float32
        )
        for place in places
    ]


class Rows:
    """Windows of one plane, added up from top to bottom; rows that are complete come out."""

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
        scale, edge = backend.scale, backend.edge
        self._across, self._down = fades(width, scale, edge), fades(height, scale, edge)
        rows = scale * min(height, side_of(height, edge))
        self._sum = np.zeros((rows, scale * width, len(plane.bands)), np.float32)

    def add(self, number: int) -> Float:
        """Adds a row of windows; returns the output rows that no later one will touch."""
        (height, width), edge = self._pixels.shape[:2], self._backend.edge
        scale, tops = self._backend.scale, starts(height, edge)
        side_x, side_y = side_of(width, edge), side_of(height, edge)
        for left, fade in zip(starts(width, edge), self._across, strict=True):
            box = Box(left, tops[number], left + side_x, tops[number] + side_y)
            inside = box.within(width, height)
            values = self._plane.array(
                window(
                    self._backend, self._pixels, self._plane, box, self._orientations, self._steps
                )
            )
            weights = np.outer(self._down[number], fade)[..., None]
            across = slice(scale * inside.left, scale * inside.right)
            self._sum[: len(values), across] += weights * values
        after = max(0, tops[number + 1]) if number + 1 < len(tops) else height
        ready = scale * (after - max(0, tops[number]))
        rows = self._sum[:ready].copy()
        waiting = len(self._sum) - ready
        self._sum[:waiting] = self._sum[ready:]
        self._sum[waiting:] = 0
        return rows


def window(
    backend: Backend,
    pixels: Pixels,
    plane: Plane,
    box: Box,
    orientations: tuple[Orientation, ...],
    steps: Steps,
) -> Float:
    """A plane of one window with its own statistics, averaged over the orientations.

    box: may reach beyond the pixels (H, W, C), which are continued there; what lies in them is
    returned, (3, sh, sw) in 0..255.
    """
    scale, count = backend.scale, np.float32(len(orientations))
    inside = box.within(pixels.shape[1], pixels.shape[0])
    given, batch = plane.batch(pixels, [box]), plane.batch(pixels, [inside])
    cut = _beyond_both(box, inside)
    total = np.zeros((3, scale * inside.height, scale * inside.width), np.float32)
    for orientation in orientations:
        steps.check()
        turned = cut[::-1] if orientation.transpose else cut
        output, _ = backend.measure(orientation.apply(given), turned, steps.should_stop)
        upright = part_of(orientation.undo(output), box, inside, scale)
        check_tile(batch, upright, f"The window at {inside.left}, {inside.top}")
        total += keep_average(batch, upright)[0] / count
        steps.advance()
    return total


def _beyond_both(box: Box, inside: Box) -> Cut:
    """What does not count in the statistics of a window that spans the picture: one that is all of
    it is measured as every whole picture is."""
    above, left = inside.top - box.top, inside.left - box.left
    below, right = box.bottom - inside.bottom, box.right - inside.right
    return (above if above == below else 0), (left if left == right else 0)
