"""Area means, linear enlargement, box blur, maximum and minimum around a pixel.

All of it takes (H, W) or (H, W, C) arrays. Positions are those of pixel centres, as everywhere:
enlarged by n, pixel i lies at (i + 0.5) / n - 0.5 of the source, and edges are repeated.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fdiwn.pixels.picture import Pixels

_BLOCK = 1 << 17
"""About so many values are worked on at a time: they stay in the processor's cache."""

Grid = NDArray[np.float32]


def rows_at_once(values: NDArray[Any]) -> int:
    """How many rows of an array of at least one dimension are about a block, at least 1."""
    return max(1, _BLOCK // max(1, math.prod(values.shape[1:])))


def block_means(values: Grid, n: int) -> Grid:
    """(nH, nW) or (nH, nW, C) to (H, W) or (H, W, C): the mean of each n x n."""
    sums = values[::n] + values[1::n] if n > 1 else values.copy()
    for row in range(2, n):
        sums += values[row::n]
    means = sums[:, ::n] + sums[:, 1::n] if n > 1 else sums
    for column in range(2, n):
        means += sums[:, column::n]
    means *= np.float32(1 / n**2)
    return means


def add_enlarged(target: Grid, small: Grid, n: int) -> None:
    """Adds to ``target``, in place, what is linearly interpolated of ``small``, n times as large.

    small: (H, W) or (H, W, C); target: (nH, nW) or (nH, nW, C).
    """
    rows = max(1, rows_at_once(target) // n)
    for top in range(0, len(small), rows):
        bottom = min(len(small), top + rows)
        low, high = max(0, top - 1), min(len(small), bottom + 1)
        # One row more on both sides; at the picture's edges a row is its own neighbour.
        around = np.arange(top - 1, bottom + 1).clip(low, high - 1)
        wide = _wider(small[around], n)
        steps = np.diff(wide, axis=0)
        inner, part = wide[1:-1], target[top * n : bottom * n]
        added = np.empty_like(inner)
        for phase in range(n):
            offset = np.float32((phase + 0.5) / n - 0.5)
            if offset:
                np.multiply(steps[:-1] if offset < 0 else steps[1:], offset, out=added)
                added += inner
            part[phase::n] += added if offset else inner


def _wider(small: Grid, n: int) -> Grid:
    """Each row linearly interpolated to n times as many columns."""
    wide = np.empty((small.shape[0], small.shape[1] * n, *small.shape[2:]), np.float32)
    steps = np.zeros((small.shape[0], small.shape[1] + 1, *small.shape[2:]), np.float32)
    np.subtract(small[:, 1:], small[:, :-1], out=steps[:, 1:-1])
    for phase in range(n):
        offset = np.float32((phase + 0.5) / n - 0.5)
        part = steps[:, :-1] if offset < 0 else steps[:, 1:]
        wide[:, phase::n] = part * offset + small if offset else small
    return wide


def box_blurred(values: Grid, side: int) -> Grid:
    """The mean of the ``side`` x ``side`` pixels around each of (H, W); side is odd.

    Beyond the edges the picture is mirrored, the edge pixel included.
    """
    padded = np.pad(values, side // 2, mode="symmetric")
    sums = _sums(_sums(padded, side).T, side).T
    return sums * np.float32(1 / side**2)


def _sums(values: Grid, count: int) -> Grid:
    """Sums of ``count`` rows, each beginning one row later: of 1, 2, 4, ... rows, put together.

    Not by differences of a sum that runs on, whose rounding would grow with the picture.
    """
    result: Grid | None = None
    length, done, doubled = len(values) - count + 1, 0, values
    size = 1
    while size <= count:
        if count & size:
            part = doubled[done : done + length]
            # In the order of `values`, which may be turned: mixed orders take longer.
            result = part.copy("K") if result is None else np.add(result, part, out=result)
            done += size
        if 2 * size <= count:
            doubled = doubled[:-size] + doubled[size:]
        size *= 2
    assert result is not None  # count is at least 1
    return result


def largest_around(values: Pixels) -> Pixels:
    """The largest of the 3 x 3 around each pixel of (H, W), of those that exist."""
    return _around(values, np.maximum)


def least_around(values: Pixels) -> Pixels:
    """The least of the 3 x 3 around each pixel of (H, W), of those that exist."""
    return _around(values, np.minimum)


def _around(values: Pixels, choose: np.ufunc) -> Pixels:
    tall = values.copy()
    choose(tall[1:], values[:-1], out=tall[1:])
    choose(tall[:-1], values[1:], out=tall[:-1])
    result = tall.copy()
    choose(result[:, 1:], tall[:, :-1], out=result[:, 1:])
    choose(result[:, :-1], tall[:, 1:], out=result[:, :-1])
    return result


def area_reduced(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """(H, W, C) to ``size``, (width, height), neither side larger than before.

    Each pixel of the result is the mean of the area that it covers, parts of pixels counted as
    such; whole numbers are rounded. The type stays: uint8, uint16 or float32.
    """
    width, height = size
    if (2 * height, 2 * width) == pixels.shape[:2] and pixels.dtype != np.float32:
        return _halved(pixels)
    result = np.empty((height, width, pixels.shape[2]), pixels.dtype)
    lines, line_shares = _coverage(pixels.shape[0], height)
    columns, column_shares = _coverage(pixels.shape[1], width)
    rows = rows_at_once(pixels)
    for top in range(0, height, rows):
        part = slice(top, top + rows)
        low = np.zeros((len(lines[part]), *pixels.shape[1:]), np.float32)
        for tap in range(lines.shape[1]):
            low += pixels[lines[part, tap]] * line_shares[part, tap, None, None]
        small = np.zeros((len(low), width, pixels.shape[2]), np.float32)
        for tap in range(columns.shape[1]):
            small += low.take(columns[:, tap], axis=1) * column_shares[:, tap, None]
        result[part] = small if pixels.dtype == np.float32 else np.rint(small)
    return result


def _halved(pixels: Pixels) -> Pixels:
    """The means of 2 x 2 whole numbers, halves rounded up."""
    result = np.empty((pixels.shape[0] // 2, pixels.shape[1] // 2, pixels.shape[2]), pixels.dtype)
    sums_type = np.uint16 if pixels.dtype == np.uint8 else np.uint32
    rows = rows_at_once(pixels)
    for top in range(0, len(result), rows):
        part = pixels[2 * top : 2 * (top + rows)]
        tall = np.add(part[::2], part[1::2], dtype=sums_type)
        sums = tall[:, ::2] + tall[:, 1::2]
        sums += sums_type(2)
        sums >>= sums_type(2)
        result[top : top + rows] = sums
    return result


def _coverage(source: int, result: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """For each position of the result the source's that it covers, and their shares of it.

    Both (result, taps). In whole numbers up to the shares: one position is ``source`` units of
    ``1 / result`` long, one of the source ``result`` units.
    """
    begin = np.arange(result, dtype=np.int64)[:, None] * source
    end = begin + source
    first = begin // result
    taps = int((-(-end // result) - first).max())
    positions = first + np.arange(taps)
    covered = np.minimum(end, (positions + 1) * result) - np.maximum(begin, positions * result)
    shares = np.maximum(covered, 0) / source
    return positions.clip(max=source - 1), shares.astype(np.float32)
