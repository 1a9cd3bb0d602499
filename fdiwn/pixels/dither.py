"""Dithers 16 bits to 8 without bands: rounds each pixel by a blue noise pattern.

Rounding to the nearest of 256 levels turns a slow gradient, such as a clear sky, into bands. Here a
pixel between two levels gets the upper one as often as it is near to it, and neighbours differ as
much as possible, so that the eye sees the level between and no pattern. Exact levels are
unchanged: white, black, and 8 bits stored as 16. All bands share the pattern, so grey stays grey. A
lossy encoder smooths most of it out again, unless its quality is near 100.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

SIDE = 64
"""Of the pattern, which is repeated over the picture."""
_SEED = 1
_FIRST = SIDE * SIDE // 10  # points placed by swapping, before the rest is ranked
_SIGMA = 1.5  # pixels, the radius in which points repel each other
_MOST = np.iinfo(np.int64).max
_FIXED = 1 << 30  # integer sums are exact: the pattern is the same on every computer


def dithered(image: pyvips.Image) -> pyvips.Image:
    """Converts a ushort image of 1..4 bands to uchar; alpha is rounded to the nearest level.

    Lazy; each pixel depends on its own value and position only. The interpretation becomes b-w or
    srgb. Keeps metadata. No level is off by 1 or more, and the mean is kept.
    """
    bands = image.bands
    space = "b-w" if bands <= 2 else "srgb"
    colour = image.extract_band(0, n=bands - 1) if bands in (2, 4) else image
    across, down = -(-image.width // SIDE), -(-image.height // SIDE)
    noise: Any = pyvips.Image.new_from_array(thresholds())
    noise = noise.replicate(across, down).crop(0, 0, image.width, image.height)
    eight = (colour / 257 + noise).floor()
    if bands in (2, 4):
        eight = eight.bandjoin((image[bands - 1] / 257).rint())
    return eight.cast("uchar").copy(interpretation=space)


@functools.cache
def thresholds() -> NDArray[np.float32]:
    """(SIDE, SIDE): the numbers (n + 1/2) / SIDE^2, each once, in the order of blue noise."""
    return ((_ranks() + 0.5) / SIDE**2).astype(np.float32)


def _ranks() -> NDArray[np.int64]:
    """The order in which points fill a torus, each into the largest gap.

    Void and cluster (Ulichney, 1993): random points are moved from the tightest cluster to the
    largest void until they are evenly spread; removing them one by one gives the ranks below,
    adding further ones those above.
    """
    random = np.random.default_rng(_SEED)
    points = np.zeros(SIDE * SIDE, bool)
    points[random.permutation(SIDE * SIDE)[:_FIRST]] = True
    field = _Field(points)
    while (cluster := field.tightest()) != field.move(cluster):
        pass
    ranks = np.empty(SIDE * SIDE, np.int64)
    even = _Field(field.points.copy())
    for rank in reversed(range(_FIRST)):
        ranks[even.remove(even.tightest())] = rank
    for rank in range(_FIRST, SIDE * SIDE):
        ranks[field.add(field.emptiest())] = rank
    return ranks.reshape(SIDE, SIDE)


class _Field:
    """Points on a torus, and the density of points around every place."""

    def __init__(self, points: NDArray[np.bool_]) -> None:
        self.points = points
        steps = np.minimum(np.arange(SIDE), SIDE - np.arange(SIDE))
        one = np.exp(-(steps**2) / (2 * _SIGMA**2))
        bell = np.rint(np.outer(one, one) * _FIXED).astype(np.int64)
        self._twice = np.tile(bell, (2, 2))  # contains the bell around each place as a view
        self._crowd = np.zeros((SIDE, SIDE), np.int64)
        for place in np.flatnonzero(points):
            self._crowd += self._bell(int(place))

    def tightest(self) -> int:
        return int(np.where(self.points, self._crowd.ravel(), -1).argmax())

    def emptiest(self) -> int:
        return int(np.where(self.points, _MOST, self._crowd.ravel()).argmin())

    def add(self, place: int) -> int:
        self.points[place] = True
        self._crowd += self._bell(place)
        return place

    def remove(self, place: int) -> int:
        self.points[place] = False
        self._crowd -= self._bell(place)
        return place

    def move(self, place: int) -> int:
        """Moves a point to the largest void; returns its place."""
        self.remove(place)
        return self.add(self.emptiest())

    def _bell(self, place: int) -> NDArray[np.int64]:
        y, x = divmod(place, SIDE)
        return self._twice[SIDE - y : 2 * SIDE - y, SIDE - x : 2 * SIDE - x]
