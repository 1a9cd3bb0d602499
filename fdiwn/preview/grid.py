"""The tiles of a live preview, in whole numbers. Imports nothing heavy."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from fdiwn.tiling import Box


@dataclass(frozen=True)
class Grid:
    """A result's size, and the lines between its tiles from edge to edge; all in its pixels."""

    width: int
    height: int
    columns: tuple[int, ...]
    rows: tuple[int, ...]

    def boxes(self, region: Box) -> list[Box]:
        """The tiles that lie in ``region``, those nearest to its middle first."""
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
        """A square of ``side`` in the middle, or as much as there is."""
        left, top = max(0, (self.width - side) // 2), max(0, (self.height - side) // 2)
        return Box(left, top, min(self.width, left + side), min(self.height, top + side))


def lines(length: int, side: int) -> tuple[int, ...]:
    """Where a length is cut into tiles of ``side``, from 0 to ``length``; one cut in its middle."""
    first = length // 2 % side or side
    return (0, *range(first, length, side), length)
