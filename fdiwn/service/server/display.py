"""Converts pixels for the screen: 8 bits, its colours, raw files that the window maps.

The file is a `DisplayImage`. It is written in stripes to save memory.
"""

from __future__ import annotations

import functools
import itertools
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyvips

from fdiwn.api.display_image import SMALLEST_LEVEL, DisplayImage, Level
from fdiwn.api.tiles import Box
from fdiwn.codec.icc import describes
from fdiwn.codec.vips import vips_name
from fdiwn.pixels.alpha import bled
from fdiwn.pixels.filters import area_reduced
from fdiwn.pixels.picture import Metadata, Picture, Pixels
from fdiwn.pixels.resample import CUBIC, LANCZOS3, repeated, resized

log = logging.getLogger(__name__)

ROWS = 512
"""Most rows per stripe."""
STRIPE_PIXELS = 1 << 22
"""About the most pixels per stripe."""
PROFILE = "icc-profile-data"
KERNELS = {"bicubic": CUBIC, "lanczos": LANCZOS3}

Check = Callable[[], None]
"""Called between two stripes; raises to stop the work."""


def go_on() -> None:
    """A `Check` that never stops."""


def write_display(
    pixels: Pixels,
    metadata: Metadata,
    path: Path,
    screen: Path | None = None,
    check: Check = go_on,
) -> DisplayImage:
    """Write (H, W, 1..4) pixels, uint8 or uint16, in all levels, in the colours of `metadata`.

    screen: the ICC file of the screen, None for sRGB.
    """
    height, width, bands = pixels.shape
    rows = stripe_rows(width)
    stripes = (pixels[top : top + rows] for top in range(0, height, rows))
    image = DisplayImage(path, width, height, bands in {2, 4}, screen)
    return _write(stripes, image, metadata, check)


def write_bicubic(
    picture: Picture,
    size: tuple[int, int],
    path: Path,
    screen: Path | None = None,
    check: Check = go_on,
) -> DisplayImage:
    """Write the bicubic enlargement of `picture`, to (width, height), the default comparison."""
    return write_interpolated(picture, size, "bicubic", path, screen, check)


def write_interpolated(
    picture: Picture,
    size: tuple[int, int],
    method: str,
    path: Path,
    screen: Path | None = None,
    check: Check = go_on,
) -> DisplayImage:
    """Write `picture` resized to (width, height) without a network.

    method: one of KERNELS, or "nearest". Transparency is handled as for the network, so that only
    the enlargement differs.
    """
    image = DisplayImage(path, *size, picture.has_alpha, screen)
    pixels = plain_source(picture, method)
    stripes = _enlarged(pixels, size, method, Box(0, 0, *size))
    return _write(stripes, image, picture.metadata, check)


def write_interpolated_part(
    pixels: Pixels,
    metadata: Metadata,
    size: tuple[int, int],
    method: str,
    part: Box,
    path: Path,
    screen: Path | None = None,
) -> DisplayImage:
    """Write one box of what `write_interpolated` writes.

    pixels: from `plain_source`. size: (width, height) of the whole enlargement.
    """
    image = DisplayImage(path, part.width, part.height, pixels.shape[2] in {2, 4}, screen)
    return _write(_enlarged(pixels, size, method, part), image, metadata, go_on)


def plain_source(picture: Picture, method: str) -> Pixels:
    """The pixels that `method` enlarges: hidden colours replaced, unless it only repeats them."""
    return picture.pixels if method == "nearest" else bled(picture.pixels)


def _enlarged(pixels: Pixels, size: tuple[int, int], method: str, part: Box) -> Iterator[Pixels]:
    rows = stripe_rows(part.width)
    if method == "nearest":
        return repeated(pixels, size, rows, part)
    return resized(pixels, size, KERNELS[method], rows, part)


def write_thumbnail(
    pixels: Pixels, metadata: Metadata, path: Path, screen: Path | None = None
) -> DisplayImage:
    """Write a reduction of at most SMALLEST_LEVEL pixels on its longer side."""
    height, width = pixels.shape[:2]
    factor = min(1.0, SMALLEST_LEVEL / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = _reduced(pixels, size)
    return write_display(small, metadata, path, screen)


def stripe_rows(width: int) -> int:
    """Rows per stripe; even, so that halving a stripe halves the picture."""
    return max(2, min(ROWS, STRIPE_PIXELS // width) & ~1)


def _write(
    stripes: Iterator[Pixels], image: DisplayImage, metadata: Metadata, check: Check
) -> DisplayImage:
    profile = metadata.blobs.get(PROFILE)
    with image.path.open("wb") as file:
        file.truncate(image.total_bytes())
        for stripe in stripes:
            check()
            file.write(_to_screen(stripe, profile, image).tobytes())
    levels = image.levels()
    for large, small in itertools.pairwise(levels):
        _halve(image, large, small, check)
    return image


def _halve(image: DisplayImage, large: Level, small: Level, check: Check) -> None:
    source, target = _mapped(image, large, "r"), _mapped(image, small, "r+")
    most = stripe_rows(large.width)
    for top in range(0, large.height, most):
        check()
        stripe = source[top : top + most]
        rows = (stripe.shape[0] + 1) // 2
        target[top // 2 : top // 2 + rows] = _reduced(stripe, (small.width, rows))
    target.flush()


def _mapped(image: DisplayImage, level: Level, mode: Literal["r", "r+"]) -> np.memmap[Any, Any]:
    shape = (level.height, level.width, image.bytes_per_pixel)
    return np.memmap(image.path, np.uint8, mode, level.offset, shape)


def _reduced(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """Resizes to (width, height); colours are weighted by alpha, so that hidden ones leave no
    fringe."""
    if pixels.shape[2] not in {2, 4}:
        return area_reduced(pixels, size)
    weighted = pixels.astype(np.float32)
    weighted[..., :-1] *= weighted[..., -1:]
    small = area_reduced(weighted, size)
    small[..., :-1] /= np.maximum(small[..., -1:], np.float32(1e-9))
    return np.rint(small).astype(pixels.dtype)


def _to_screen(pixels: Pixels, profile: bytes | None, image: DisplayImage) -> Pixels:
    """(h, w, 1..4) of any depth to (h, w, 3 or 4) uint8 in the screen's colours."""
    colour, alpha = (pixels[..., :-1], pixels[..., -1:]) if image.has_alpha else (pixels, None)
    if profile is not None or _usable(image.screen) is not None:
        colour = _through_profile(colour, profile, _usable(image.screen))
    colour = _to_8_bit(colour)
    if colour.shape[2] == 1:
        colour = np.repeat(colour, 3, axis=2)
    return colour if alpha is None else np.concatenate([colour, _to_8_bit(alpha)], axis=2)


def _to_8_bit(pixels: Pixels) -> Pixels:
    if pixels.dtype == np.uint8:
        return pixels
    return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)


@functools.cache
def _usable(screen: Path | None) -> Path | None:
    """The profile of a screen, or None for sRGB."""
    if screen is None:
        return None
    try:
        sound = describes(screen.read_bytes(), "RGB")
    except OSError as error:
        log.warning("The screen's profile %s cannot be read, sRGB instead: %s", screen, error)
        return None
    if not sound:
        log.warning("The screen's profile %s is damaged or not RGB, sRGB instead", screen)
    return screen if sound else None


def _through_profile(colour: Pixels, profile: bytes | None, screen: Path | None) -> Pixels:
    """From `profile` (None: sRGB) to the screen's; (h, w, 1 or 3) to (h, w, 3) uint8."""
    if profile is None and colour.shape[2] == 1:
        colour = np.repeat(colour, 3, axis=2)
    deep, grey = colour.dtype == np.uint16, colour.shape[2] == 1
    names = {(False, False): "srgb", (True, False): "rgb16", (False, True): "b-w"}
    interpretation = names.get((deep, grey), "grey16")
    image = pyvips.Image.new_from_array(np.ascontiguousarray(colour))
    image = image.copy(interpretation=interpretation)
    if profile is not None:
        image.set_type(pyvips.GValue.blob_type, PROFILE, profile)
    try:
        shown = image.icc_transform(
            "srgb" if screen is None else vips_name(screen),
            embedded=True,
            input_profile="srgb",
            intent="relative",
            black_point_compensation=True,
            depth=8,
        )
        return np.asarray(shown.numpy()).reshape(colour.shape[0], colour.shape[1], -1)
    except pyvips.Error:
        # An unreadable profile: assume sRGB, like most viewers.
        if profile is None or screen is None:
            return colour
        return _through_profile(colour, None, screen)
