"""Area means, linear enlargement, blurs, mixtures, maximum and minimum around a pixel, by OpenCV.

All functions take (H, W) or (H, W, C) arrays. Positions are pixel centres: enlarged by n, pixel i
lies at (i + 0.5) / n - 0.5 of the source, and edges are repeated.
"""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from fdiwn.pixels.picture import Pixels

_BLOCK = 1 << 17
"""Values processed at a time: they fit into the processor's cache."""
_AROUND = np.ones((3, 3), np.uint8)

Grid = NDArray[np.float32]


def rows_at_once(values: NDArray[Any]) -> int:
    """The number of rows of an array of at least one dimension in about a block, at least 1."""
    return max(1, _BLOCK // max(1, math.prod(values.shape[1:])))


def block_means(values: Grid, n: int) -> Grid:
    """Reduces (nH, nW) or (nH, nW, C) to (H, W) or (H, W, C): the mean of each n x n."""
    size = (values.shape[1] // n, values.shape[0] // n)
    return _resized(values, size, cv2.INTER_AREA)


def add_enlarged(target: Grid, small: Grid, n: int) -> None:
    """Adds ``small``, linearly interpolated to n times its size, to ``target`` in place.

    small: (H, W) or (H, W, C); target: (nH, nW) or (nH, nW, C).
    """
    rows = max(1, rows_at_once(target) // n)
    for top in range(0, len(small), rows):
        bottom = min(len(small), top + rows)
        low, high = max(0, top - 1), min(len(small), bottom + 1)
        # One more row on both sides; at the picture's edges a row is its own neighbour.
        around = small[low:high]
        size = (n * small.shape[1], n * len(around))
        large = _resized(around, size, cv2.INTER_LINEAR)
        target[n * top : n * bottom] += large[n * (top - low) : n * (bottom - low)]


def channel_means(images: Grid) -> NDArray[np.float64]:
    """The mean of each channel of (N, C, H, W), twice as fast as by NumPy."""
    means: NDArray[np.float64] = np.mean([[cv2.mean(p)[0] for p in image] for image in images], 0)
    return means


def interleaved(values: Grid, factor: float, dtype: np.dtype[Any]) -> Pixels:
    """(H, W, C), of which each channel is usually a view of its own plane, times ``factor``.

    Clamped and rounded, halves to even, to uint8 or uint16 pixels with adjacent channels.
    """
    kind = cv2.CV_8U if dtype == np.uint8 else cv2.CV_16U
    planes = [
        cv2.multiply(values[..., n], factor, dtype=kind)  # type: ignore[call-overload]
        for n in range(values.shape[2])
    ]
    return np.asarray(cv2.merge(planes)).reshape(values.shape)


def box_blurred(values: Grid, side: int) -> Grid:
    """The mean of the ``side`` x ``side`` pixels around each of (H, W); side is odd.

    Beyond the edges the picture is mirrored, the edge pixel included.
    """
    return np.asarray(cv2.blur(values, (side, side), borderType=cv2.BORDER_REFLECT), np.float32)


def largest_around(values: Pixels) -> Pixels:
    """The largest of the 3 x 3 around each pixel of (H, W), inside the picture."""
    largest: Pixels = cv2.dilate(values, _AROUND)
    return largest


def least_around(values: Pixels) -> Pixels:
    """The least of the 3 x 3 around each pixel of (H, W), inside the picture."""
    least: Pixels = cv2.erode(values, _AROUND)
    return least


def area_reduced(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """(H, W, C) to ``size``, (width, height), neither side larger than before.

    Each pixel of the result is the mean of the area that it covers, including fractions of pixels;
    integers are rounded. The type stays: uint8, uint16 or float32.
    """
    return _resized(pixels, size, cv2.INTER_AREA)


def mixed(one: Pixels, other: Pixels, share: float) -> Pixels:
    """``share`` (0 to 1) of ``one``, the rest of ``other``; (H, W, C), uint8 or uint16. Rounded."""
    made = np.asarray(cv2.addWeighted(one, share, other, 1 - share, 0))
    return made.reshape(one.shape)


def unsharp(pixels: Pixels, radius: float, reach: int, part: float) -> Pixels:
    """An unsharp mask of (H, W, C), uint8 or uint16: adds ``part`` of the difference from the blur.

    radius: the Gaussian's standard deviation, reach: where it is cut off, in pixels; at the borders
    pixels are repeated. Clamped and rounded.
    """
    values, side = pixels.astype(np.float32), 2 * reach + 1
    blurred = cv2.GaussianBlur(values, (side, side), radius, borderType=cv2.BORDER_REPLICATE)
    kind = cv2.CV_8U if pixels.dtype == np.uint8 else cv2.CV_16U
    blurred = blurred.reshape(values.shape)
    made = np.asarray(cv2.addWeighted(values, 1 + part, blurred, -part, 0, dtype=kind))
    return made.reshape(pixels.shape)


def _resized(values: NDArray[Any], size: tuple[int, int], how: int) -> NDArray[Any]:
    """Calls `cv2.resize`, which drops the third dimension of one channel."""
    resized = np.asarray(cv2.resize(values, size, interpolation=how))
    return resized.reshape(*resized.shape[:2], *values.shape[2:])
