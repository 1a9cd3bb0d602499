"""How a picture lies in its file: one source of truth, the container before EXIF before XMP."""

from __future__ import annotations

import numpy as np

from fdiwn.codec.metadata import exif, xmp
from fdiwn.codec.metadata.found import Found
from fdiwn.codec.opened import LYING, Opened
from fdiwn.pixels.picture import Pixels

KNOWN = range(1, 9)


def orientation_of(opened: Opened, found: Found) -> int:
    """1..8 as EXIF numbers them. found: what the file has beside its pixels."""
    stated = (opened.orientation, exif.orientation(found.exif), xmp.orientation(found.xmp))
    return next((number for number in stated if number is not None and number in KNOWN), 1)


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turned and mirrored as an orientation 1..8 asks."""
    if orientation in LYING:
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)
