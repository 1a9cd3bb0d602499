"""Crops for comparison: the part of each picture where the methods differ most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from fdiwn.api.tiles import Box
from fdiwn.lab.evaluation.datasets import Pair
from fdiwn.lab.evaluation.lab import scored
from fdiwn.lab.evaluation.layouts import Benchmark
from fdiwn.lab.evaluation.metrics import Image8, luma
from fdiwn.pixels.filters import area_reduced

SIDE = 96
"""Side of a crop, in pixels of high resolution; less if the picture is smaller."""
MOST = 16
"""The number of pictures shown."""
_THUMBNAIL = 192  # pixels, the longer side
_MARK = (255, 64, 64)


@dataclass(frozen=True)
class View:
    """One method's crop. psnr, ssim: of the crop; whole_psnr, whole_ssim: of the picture."""

    method: str
    image: Image8
    psnr: float
    ssim: float
    whole_psnr: float
    whole_ssim: float


@dataclass(frozen=True)
class Crop:
    """One picture's crops. difference: the root mean square of the methods' luma spread in the
    crop, in levels of 255. thumbnail: the whole picture, reduced, with the crop marked."""

    dataset: str
    picture: str
    box: Box
    difference: float
    truth: Image8
    thumbnail: Image8
    views: tuple[View, ...]


class Crops:
    """Collects crops while pictures are measured, and keeps those with the largest differences,
    MOST of them."""

    def __init__(self, grey: str) -> None:
        self._grey = grey
        self._found: list[Crop] = []

    def add(self, benchmark: Benchmark, pair: Pair, images: Mapping[str, Image8]) -> None:
        """Adds a picture and its enlargements by method."""
        scale = benchmark.scale
        box, difference = most_different(images.values(), scale)
        views = []
        for method, image in images.items():
            part = _cut(image, box)
            views.append(
                View(
                    method,
                    part,
                    *scored(part, _cut(pair.hr, box), 0, self._grey),
                    *scored(image, pair.hr, scale, self._grey),
                )
            )
        self._found.append(
            Crop(
                benchmark.name,
                pair.name,
                box,
                difference,
                _cut(pair.hr, box),
                _thumbnail(pair.hr, box),
                tuple(views),
            )
        )
        if len(self._found) > MOST:
            self._found.remove(min(self._found, key=lambda crop: crop.difference))

    def kept(self) -> list[Crop]:
        """In the order in which they were added."""
        return list(self._found)


def most_different(images: Iterable[Image8], border: int) -> tuple[Box, float]:
    """The place, inside the border, where the lumas of equal-sized images differ most, and by how
    much.

    The square with the largest sum of (largest - smallest)^2; of equal ones the topmost, then the
    leftmost.
    """
    lumas = np.stack([luma(image) for image in images])
    spread = np.square(lumas.max(0) - lumas.min(0))
    inner = spread[border : spread.shape[0] - border, border : spread.shape[1] - border]
    height, width = (min(SIDE, side) for side in inner.shape)
    total = np.zeros((inner.shape[0] + 1, inner.shape[1] + 1))
    total[1:, 1:] = inner.cumsum(0, np.float64).cumsum(1)
    sums = total[height:, width:] - total[:-height, width:] - total[height:, :-width]
    sums = sums + total[:-height, :-width]
    top, left = np.unravel_index(int(np.argmax(sums)), sums.shape)
    y, x = int(top) + border, int(left) + border
    mean = max(0.0, float(sums[top, left])) / (height * width)
    return Box(x, y, x + width, y + height), mean**0.5


def _cut(image: Image8, box: Box) -> Image8:
    return np.ascontiguousarray(image[box.top : box.bottom, box.left : box.right])


def _thumbnail(image: Image8, box: Box) -> Image8:
    height, width = image.shape[:2]
    factor = min(1.0, _THUMBNAIL / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    made = Image.fromarray(np.broadcast_to(area_reduced(image, size), (size[1], size[0], 3)).copy())
    first = (round(box.left * factor), round(box.top * factor))
    last = (round(box.right * factor) - 1, round(box.bottom * factor) - 1)
    ImageDraw.Draw(made).rectangle((first, last), outline=_MARK)
    return np.asarray(made)
