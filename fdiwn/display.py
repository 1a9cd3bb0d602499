"""Pixels for the screen: 8-bit sRGB in raw files that the window maps (`DisplayImage`)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import pyvips

from fdiwn.alpha import bled
from fdiwn.display_image import SMALLEST_LEVEL, DisplayImage, Level
from fdiwn.picture import Metadata, Picture, Pixels

ROWS = 512
"""Rows per stripe; even, so that halving a stripe is halving the picture."""
MARGIN = 3
"""Source rows around a stripe that the bicubic kernel may read, and one to spare."""
PROFILE = "icc-profile-data"


def write_display(pixels: Pixels, metadata: Metadata, path: Path) -> DisplayImage:
    """Write (H, W, 1..4) pixels, uint8 or uint16, in all levels, in the colours of `metadata`."""
    height, width, bands = pixels.shape
    stripes = (pixels[top : top + ROWS] for top in range(0, height, ROWS))
    return _write(stripes, DisplayImage(path, width, height, bands in {2, 4}), metadata)


def write_bicubic(picture: Picture, size: tuple[int, int], path: Path) -> DisplayImage:
    """Write the bicubic enlargement of `picture`, to (width, height): no network.

    Transparency is treated as the network's is, so that what differs is the enlargement.
    """
    image = DisplayImage(path, *size, picture.has_alpha)
    return _write(_bicubic_stripes(bled(picture.pixels), size), image, picture.metadata)


def write_thumbnail(pixels: Pixels, metadata: Metadata, path: Path) -> DisplayImage:
    """Write a reduction of at most SMALLEST_LEVEL pixels on its longer side."""
    height, width = pixels.shape[:2]
    factor = min(1.0, SMALLEST_LEVEL / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = _reduced(pixels, size)
    return write_display(small, metadata, path)


def _bicubic_stripes(pixels: Pixels, size: tuple[int, int]) -> Iterator[Pixels]:
    """Each stripe is warped to its own place, so that any factor is exact at any stripe."""
    height = pixels.shape[0]
    across, down = size[0] / pixels.shape[1], size[1] / height
    for top in range(0, size[1], ROWS):
        bottom = min(size[1], top + ROWS)
        first = max(0, int(top / down) - MARGIN)
        last = min(height, math.ceil(bottom / down) + MARGIN)
        # From a pixel of the stripe to the pixel of the block that it looks at, centre on centre.
        back = np.array(
            [
                [1 / across, 0, 0.5 / across - 0.5],
                [0, 1 / down, (top + 0.5) / down - 0.5 - first],
            ]
        )
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        block = np.ascontiguousarray(pixels[first:last])
        stripe = cv2.warpAffine(
            block, back, (size[0], bottom - top), flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
        yield stripe.reshape(bottom - top, size[0], pixels.shape[2])


def _write(stripes: Iterator[Pixels], image: DisplayImage, metadata: Metadata) -> DisplayImage:
    profile = metadata.blobs.get(PROFILE)
    with image.path.open("wb") as file:
        file.truncate(image.total_bytes())
        for stripe in stripes:
            file.write(_to_screen(stripe, profile, image.has_alpha).tobytes())
    levels = image.levels()
    for large, small in itertools.pairwise(levels):
        _halve(image, large, small)
    return image


def _halve(image: DisplayImage, large: Level, small: Level) -> None:
    source, target = _mapped(image, large, "r"), _mapped(image, small, "r+")
    for top in range(0, large.height, ROWS):
        stripe = source[top : top + ROWS]
        rows = (stripe.shape[0] + 1) // 2
        target[top // 2 : top // 2 + rows] = _reduced(stripe, (small.width, rows))
    target.flush()


def _mapped(image: DisplayImage, level: Level, mode: Literal["r", "r+"]) -> np.memmap[Any, Any]:
    shape = (level.height, level.width, image.bytes_per_pixel)
    return np.memmap(image.path, np.uint8, mode, level.offset, shape)


def _resized(pixels: Pixels, size: tuple[int, int], how: int) -> Pixels:
    """To (width, height). OpenCV drops the last axis of grey pictures; it is put back."""
    large = cv2.resize(np.ascontiguousarray(pixels), size, interpolation=how)
    return large.reshape(size[1], size[0], pixels.shape[2])


def _reduced(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """To (width, height); colours count by their alpha, so that hidden ones leave no fringe."""
    if pixels.shape[2] not in {2, 4}:
        return _resized(pixels, size, cv2.INTER_AREA)
    weighted = pixels.astype(np.float32)
    weighted[..., :-1] *= weighted[..., -1:]
    small = _resized(weighted, size, cv2.INTER_AREA)
    small[..., :-1] /= np.maximum(small[..., -1:], np.float32(1e-9))
    return np.rint(small).astype(pixels.dtype)


def _to_screen(pixels: Pixels, profile: bytes | None, has_alpha: bool) -> Pixels:
    """(h, w, 1..4) of any depth to (h, w, 3 or 4) uint8 in sRGB."""
    colour, alpha = (pixels[..., :-1], pixels[..., -1:]) if has_alpha else (pixels, None)
    if profile is not None:
        colour = _through_profile(colour, profile)
    colour = _to_8_bit(colour)
    if colour.shape[2] == 1:
        colour = np.repeat(colour, 3, axis=2)
    return colour if alpha is None else np.concatenate([colour, _to_8_bit(alpha)], axis=2)


def _to_8_bit(pixels: Pixels) -> Pixels:
    if pixels.dtype == np.uint8:
        return pixels
    return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)


def _through_profile(colour: Pixels, profile: bytes) -> Pixels:
    deep, grey = colour.dtype == np.uint16, colour.shape[2] == 1
    names = {(False, False): "srgb", (True, False): "rgb16", (False, True): "b-w"}
    interpretation = names.get((deep, grey), "grey16")
    image = pyvips.Image.new_from_array(np.ascontiguousarray(colour))
    image = image.copy(interpretation=interpretation)
    image.set_type(pyvips.GValue.blob_type, PROFILE, profile)
    try:
        screen = image.icc_transform(
            "srgb", embedded=True, intent="relative", black_point_compensation=True
        )
        return np.asarray(screen.numpy()).reshape(colour.shape[0], colour.shape[1], -1)
    except pyvips.Error:
        return colour  # a profile that cannot be read: shown as is, like most viewers do
