"""Image statistics of a picture: measured once, then frozen for all of its tiles.

FDIWN uses each channel's mean and variance over the whole image in every block. Tiles that measured
their own would get different gains, with seams that no overlap can hide. So a picture is measured
once, and every tile gets the same gates (see `fdiwn.network.folding`). A small picture is measured
whole. Of a large one a fixed, well-spread sample is measured as one batch: the gates then differ
slightly from the whole picture's (0.01 dB), but are the same for every tile, every device and
previews.
"""

from __future__ import annotations

from dataclasses import dataclass

from fdiwn.api.tiles import Box
from fdiwn.backends.contract import NO_CUT, Cut, Gates

WHOLE_LIMIT = 512 * 512
"""Larger pictures are measured by samples."""
SAMPLES = 16
SAMPLE_SIDE = 48
SAMPLE_CUT = 8
"""Pixels at a sample's edge that are not counted. These three were chosen by
tests/benchmarks/statistics_study.py: on photographs 0.005 dB below the whole picture's statistics
on average; 16 samples of 64 without a cut cost twice as much and lose 0.013."""
# Steps of the two-dimensional golden-ratio sequence (Roberts, 2018): 1/g and 1/g^2 with
# g^3 = g + 1. Spreads any number of points evenly, without a random generator.
_STEP_X, _STEP_Y = 0.7548776662466927, 0.5698402909980532


@dataclass(frozen=True)
class PictureStatistics:
    """The network's statistics of the whole picture.

    gates: by plane (colour, then alpha if it varies), then by orientation, for
    `FoldedFDIWN.forward`.
    """

    gates: tuple[tuple[Gates, ...], ...]


def sample_cut(width: int, height: int) -> Cut:
    """The edges of `sample_boxes` that are not counted, as they lie inside the picture."""
    if width * height <= WHOLE_LIMIT:
        return NO_CUT
    rows, columns = (SAMPLE_CUT if side > SAMPLE_SIDE else 0 for side in (height, width))
    return rows, columns


def sample_boxes(width: int, height: int) -> list[Box]:
    """The measured boxes: all of a small picture, else SAMPLES well-spread squares."""
    if width * height <= WHOLE_LIMIT:
        return [Box(0, 0, width, height)]
    side_x, side_y = min(SAMPLE_SIDE, width), min(SAMPLE_SIDE, height)
    boxes = []
    for n in range(SAMPLES):
        left = round((0.5 + n * _STEP_X) % 1 * (width - side_x))
        top = round((0.5 + n * _STEP_Y) % 1 * (height - side_y))
        boxes.append(Box(left, top, left + side_x, top + side_y))
    return boxes
