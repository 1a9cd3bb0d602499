"""Converts pixels to and from the network's arrays, in all orientations."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fdiwn.api.tiles import Box
from fdiwn.pixels.filters import interleaved
from fdiwn.pixels.picture import Pixels

Batch = NDArray[np.float32]
"""(N, 3, H, W), RGB, 0..255, C-contiguous."""


Float = NDArray[np.float32]


def part_of(values: Float, box: Box) -> Float:
    """The box of (..., H, W): a view."""
    return values[..., box.top : box.bottom, box.left : box.right]


@dataclass(frozen=True)
class Plane:
    """The bands of a picture that go through the network in one pass.

    A grey or alpha band is copied to three for the network; their mean is the result.
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


def planes_of(pixels: Pixels) -> list[Plane]:
    """Grey or colour goes through the network apart from alpha; a constant alpha does not."""
    bands = pixels.shape[2]
    colour = Plane(tuple(range(3 if bands >= 3 else 1)))
    if bands in (1, 3) or bool((pixels[..., -1] == pixels[0, 0, -1]).all()):
        return [colour]
    return [colour, Plane((bands - 1,))]


def to_depth(values: Float, dtype: np.dtype[np.generic]) -> Pixels:
    """Float 0..255 (h, w, bands) to uint8 or uint16: clamped and rounded to the nearest level."""
    return interleaved(values, 1.0 if dtype == np.uint8 else 257.0, dtype)


@dataclass(frozen=True)
class Orientation:
    """Flips, then optionally swaps rows and columns."""

    flip_rows: bool = False
    flip_columns: bool = False
    transpose: bool = False

    def apply(self, images: Float) -> Float:
        """Turns (N, 3, H, W): to (N, 3, W, H) if transposed. C-contiguous."""
        turned = images[:, :, :: self._step(self.flip_rows), :: self._step(self.flip_columns)]
        return np.ascontiguousarray(turned.swapaxes(2, 3) if self.transpose else turned)

    def undo(self, images: Float) -> Float:
        """Inverts `apply`, for images of any size. May return a view."""
        back = images.swapaxes(2, 3) if self.transpose else images
        return back[:, :, :: self._step(self.flip_rows), :: self._step(self.flip_columns)]

    @staticmethod
    def _step(flip: bool) -> int:
        return -1 if flip else 1


UPRIGHT = (Orientation(),)
ALL_EIGHT = tuple(
    Orientation(rows, columns, transpose)
    for transpose, rows, columns in itertools.product((False, True), repeat=3)
)
