"""Reduces and enlarges pixels in stripes, for pictures of any size.

Each pixel of the result is a weighted mean under a kernel, which is stretched by the factor when
reducing; edges are repeated. Used instead of libvips, whose positions are exact to 1/64 of a pixel
only. Needs memory for one stripe of the result and the few rows of the source under it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fdiwn.api.errors import Cancelled
from fdiwn.api.progress import ShouldStop, never
from fdiwn.api.tiles import Box
from fdiwn.pixels.picture import Pixels, StoredPicture
from fdiwn.pixels.planes import Float, to_depth
from fdiwn.pixels.raw_file import open_canvas

SIDE = 16
"""The approximate rows of a stripe."""
_COLUMNS = 32  # of the result in one matrix product: wide ones are mostly zeros
_PRODUCT = 1 << 19
"""Multiplications in one matrix product. Above about a million NumPy's library splits one among
threads that wait actively for each other: ten times slower on a busy computer."""

Planar = NDArray[np.float32]
"""(C, H, W): the values that are summed."""
Prepare = Callable[[Pixels], Planar]
"""Converts (h, w, bands) pixels of a file to the floats that are averaged."""


@dataclass(frozen=True)
class Kernel:
    """Weights by distance in pixels, zero from ``radius`` on."""

    radius: float
    weight: Callable[[NDArray[np.float64]], NDArray[np.float64]]


def _lanczos3(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(np.abs(x) < 3, np.sinc(x) * np.sinc(x / 3), 0)


def cubic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Keys' bicubic kernel, a = -0.5, at distances ``x`` in pixels; zero from 2 on."""
    x = np.abs(x)
    near = 1.5 * x**3 - 2.5 * x**2 + 1
    far = -0.5 * x**3 + 2.5 * x**2 - 4 * x + 2
    return np.where(x <= 1, near, np.where(x <= 2, far, 0))


LANCZOS3 = Kernel(3, _lanczos3)
CUBIC = Kernel(2, cubic)


def cuts(length: int) -> list[int]:
    """Cuts a length into equal parts of about SIDE, from 0 to ``length``."""
    count = max(1, round(length / SIDE))
    return [number * length // count for number in range(count + 1)]


def weights(
    source: int, result: int, kernel: Kernel, first: int, last: int
) -> tuple[int, NDArray[np.float32]]:
    """For the result's positions first..last: the first source position that they read, and their
    weights (last - first, positions). source, result: lengths in pixels."""
    factor = source / result
    stretch = max(1.0, factor)
    centres = (np.arange(first, last) + 0.5) * factor - 0.5
    reach = kernel.radius * stretch
    low = math.floor(centres[0] - reach)
    positions = np.arange(low, math.ceil(centres[-1] + reach) + 1)
    found = kernel.weight((positions - centres[:, None]) / stretch)
    found /= found.sum(1, keepdims=True)
    before, after = max(0, -low), max(0, int(positions[-1]) + 1 - source)
    inside = found[:, before : len(positions) - after].copy()
    inside[:, 0] += found[:, :before].sum(1)
    inside[:, -1] += found[:, len(positions) - after :].sum(1)
    return low + before, inside.astype(np.float32)


def reduced(
    pixels: Pixels,
    size: tuple[int, int],
    kernel: Kernel,
    prepare: Prepare,
    should_stop: ShouldStop = never,
) -> Iterator[tuple[int, Float]]:
    """Reduces (H, W, bands) to ``size``, (width, height), neither side larger than before.

    Yields the stripes from top to bottom: the first row of each, and (rows, width, C) floats from
    ``prepare``. Raises Cancelled once ``should_stop`` says so.
    """
    width, height = size
    blocks = [
        weights(pixels.shape[1], width, kernel, left, min(width, left + _COLUMNS))
        for left in range(0, width, _COLUMNS)
    ]
    for top, bottom in itertools.pairwise(cuts(height)):
        if should_stop():
            raise Cancelled
        low, down = weights(pixels.shape[0], height, kernel, top, bottom)
        flat = _flattened(pixels[low : low + down.shape[1]], down, prepare)
        parts = [flat[..., left : left + w.shape[1]] @ w.T for left, w in blocks]
        yield top, np.concatenate(parts, axis=2).transpose(1, 2, 0)


def _flattened(rows: Pixels, down: NDArray[np.float32], prepare: Prepare) -> Planar:
    """The rows reduced to a stripe, (C, rows, W), with the source's columns."""
    columns = max(64, _PRODUCT // down.size // 64 * 64)
    starts = range(0, rows.shape[1], columns)
    # Made contiguous: a product with interleaved bands takes six times as long.
    parts = [down @ np.ascontiguousarray(prepare(rows[:, x : x + columns])) for x in starts]
    return np.concatenate(parts, axis=2)


def resized(
    pixels: Pixels, size: tuple[int, int], kernel: Kernel, rows: int, part: Box | None = None
) -> Iterator[Pixels]:
    """Resizes (H, W, bands) to ``size``, (width, height), usually larger.

    Yields stripes of ``rows`` rows (the last may have fewer) from top to bottom, in the depth of
    ``pixels`` and rounded once. Bands are independent. part: only this box of the result; it reads
    no more of ``pixels`` than it needs.
    """
    width, height = size
    box = part or Box(0, 0, width, height)
    blocks = [
        weights(pixels.shape[1], width, kernel, left, min(box.right, left + _COLUMNS))
        for left in range(box.left, box.right, _COLUMNS)
    ]
    first, last = blocks[0][0], max(left + w.shape[1] for left, w in blocks)
    pixels, blocks = pixels[:, first:last], [(left - first, w) for left, w in blocks]
    most = np.iinfo(pixels.dtype).max
    for top in range(box.top, box.bottom, rows):
        low, down = weights(pixels.shape[0], height, kernel, top, min(box.bottom, top + rows))
        planar = pixels[low : low + down.shape[1]].transpose(2, 0, 1).astype(np.float32)
        parts = [planar[..., left : left + w.shape[1]] @ w.T for left, w in blocks]
        wide = np.concatenate(parts, axis=2).transpose(1, 2, 0)
        stripe = down @ np.ascontiguousarray(wide).reshape(down.shape[1], -1)
        stripe += np.float32(0.5)  # rounds, as the conversion truncates
        np.clip(stripe, 0, most, out=stripe)
        yield stripe.astype(pixels.dtype).reshape(-1, box.width, pixels.shape[2])


def repeated(
    pixels: Pixels, size: tuple[int, int], rows: int, part: Box | None = None
) -> Iterator[Pixels]:
    """As `resized`, but each pixel of the result is the nearest one of (H, W, bands)."""
    box = part or Box(0, 0, *size)
    columns = _nearest(pixels.shape[1], size[0])[box.left : box.right]
    lines = _nearest(pixels.shape[0], size[1])[: box.bottom]
    for top in range(box.top, box.bottom, rows):
        stripe = lines[top : top + rows]
        few = pixels[stripe[0] : stripe[-1] + 1][:, columns]
        yield few[stripe - stripe[0]]


def _nearest(source: int, result: int) -> NDArray[np.int64]:
    """In integers, so that rounding is exact."""
    return (2 * np.arange(result, dtype=np.int64) + 1) * source // (2 * result)


_SEEN = 0.5  # of 255: the smallest alpha by which colours are divided


def reduce_picture(
    pixels: Pixels, target: StoredPicture, should_stop: ShouldStop = never
) -> StoredPicture:
    """Reduces (H, W, bands), uint8 or uint16, into the raw file of ``target`` with Lanczos.

    Works on the picture's own values, like the network, and rounds once, to the depth of
    ``target``. Colours are weighted by alpha, so that transparent parts leave no halo. Raises
    OutputError (disk full) or Cancelled; the file is then deleted.
    """
    depth = np.dtype(target.dtype)
    size = (target.width, target.height)
    with open_canvas(target) as canvas:
        for top, stripe in reduced(pixels, size, LANCZOS3, _weighted, should_stop):
            box = Box(0, top, target.width, top + len(stripe))
            canvas.place(box, to_depth(_unweighted(stripe, target.bands), depth))
    return target


def reduced_part(
    region: Callable[[Box], Pixels],
    source: tuple[int, int],
    size: tuple[int, int],
    box: Box,
    depth: np.dtype[np.generic],
) -> Pixels:
    """One box of the result of `reduce_picture`, (box.height, box.width, bands), from the least of
    the source: ``region`` returns a box of it. source, size: (width, height)."""
    left, across = weights(source[0], size[0], LANCZOS3, box.left, box.right)
    top, down = weights(source[1], size[1], LANCZOS3, box.top, box.bottom)
    pixels = region(Box(left, top, left + across.shape[1], top + down.shape[1]))
    part = np.asarray(down @ _weighted(pixels) @ across.T, np.float32)
    return to_depth(_unweighted(part.transpose(1, 2, 0), pixels.shape[2]), depth)


def levels(pixels: Pixels) -> Planar:
    """(h, w, bands) of a file as (bands, h, w) floats in 0..255."""
    planar = pixels.transpose(2, 0, 1).astype(np.float32)
    return planar if pixels.dtype == np.uint8 else planar / np.float32(257)


def by_alpha(planar: Planar) -> Planar:
    """The colours of (bands, h, w) on black."""
    return planar[:-1] * (planar[-1:] / np.float32(255))


def _weighted(pixels: Pixels) -> Planar:
    """The bands; with alpha also the colours on black after them."""
    planar = levels(pixels)
    if len(planar) in (1, 3):
        return planar
    return np.concatenate([planar, by_alpha(planar)])


def _unweighted(stripe: Float, bands: int) -> Float:
    """(h, w, bands) again. Invisible colours are kept: programs that ignore alpha show them."""
    if bands in (1, 3):
        return stripe
    plain, alpha, on_black = np.split(stripe, (bands - 1, bands), axis=2)
    seen = alpha > _SEEN
    colour = np.where(seen, on_black * 255 / np.where(seen, alpha, 1), plain)
    return np.concatenate([colour, alpha], axis=2).astype(np.float32)
