"""Colours under transparency: replaces invisible colours before the network sees them.

Under alpha 0 a file may hide any colour, mostly black or white. The network would mix it into the
visible edge, which causes the dark or light fringes of enlarged cut-outs. So before anything is
measured or cut into tiles, that colour is replaced by the visible colour around it (bleed), and
colour and alpha go through the network separately. Unlike premultiplied colours, nothing must be
divided by the enlarged alpha.

Measured with the bundled x2, x3 and x4 on a picture like that of tests/engine/test_alpha.py, a
disc, lines and hairs of one colour whose true enlargement is known. The halo is the error that a
wrong colour causes on any background, in levels of 255, at the worst pixel and on average:

| | x2 | x3 | x4 |
| --- | --- | --- | --- |
| colour as the file has it | 53.7, 1.06 | 74.7, 1.12 | 63.2, 1.02 |
| premultiplied, enlarged, divided | 29.8, 0.62 | 48.0, 0.73 | 43.6, 0.64 |
| bleed, each by itself | 1.0, 0.00 | 1.0, 0.00 | 1.0, 0.00 |
| the same, of a file kept premultiplied in 8 bits | 2.6, 0.03 | 3.0, 0.04 | 3.7, 0.03 |

Bleed takes 3 seconds on two cores and 260 MB for a picture of 24 megapixels.
"""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from fdiwn.api.tiles import Box
from fdiwn.pixels.filters import add_enlarged, block_means, largest_around, least_around
from fdiwn.pixels.picture import Pixels

_SURE = 1 / 8
"""The alpha, of 1, above which a pixel's own colour is used. Below it the colour is mixed with its
surroundings: many programs store colours premultiplied in 8 bits, and at an alpha of one level
those can only be 0 or 255."""
_ROWS = 128  # of a stripe; even
_NEVER_ZERO = np.float32(1e-9)

Level = NDArray[np.float32]
"""(h, w, C): the colours of one level of the pyramid, then each pixel's certainty, 0..1."""


def bled(pixels: Pixels) -> Pixels:
    """Replaces the colour of transparent pixels (H, W, C) by the visible colour around them.

    Fills all transparent parts, however far from visible ones: each coarser step of a pyramid
    reaches twice as far. Alpha, and the colour where alpha is an eighth or more, are unchanged.
    Returns ``pixels`` itself if there is nothing to do: without alpha, with a constant alpha, or
    with none so small. Needs a copy and a third of the picture's size as float32.
    """
    if pixels.shape[2] not in (2, 4):
        return pixels
    least, most = int(pixels[..., -1].min()), int(pixels[..., -1].max())
    if least == most or least >= _SURE * np.iinfo(pixels.dtype).max:
        return pixels
    levels: list[Pixels] = [pixels]
    while max(levels[-1].shape[:2]) > 1:
        levels.append(_halved(levels[-1]))
    levels[0] = pixels.copy()
    for coarse, fine in itertools.pairwise(reversed(levels)):
        _fill(fine, coarse)
    return levels[0]


def keep_extremes(values: NDArray[np.float32], alpha: Pixels, box: Box, scale: int) -> None:
    """Sets enlarged alpha to exactly 0 or full where the surrounding source has no other value.

    values: (box.height, box.width, 1) in 0..255, changed in place; box: their position in the
    enlargement, cut along pixels of the source; alpha: the source's, (H, W). So the network's
    changes end one source pixel from an edge.
    """
    top, left = box.top // scale, box.left // scale
    first_row, first_column = max(0, top - 1), max(0, left - 1)
    part = alpha[first_row : box.bottom // scale + 1, first_column : box.right // scale + 1]
    inner = np.s_[top - first_row :, left - first_column :]
    empty = largest_around(part)[inner] == 0
    full = least_around(part)[inner] == np.iinfo(alpha.dtype).max
    for where, value in ((empty, 0), (full, 255)):
        large = where.repeat(scale, 0).repeat(scale, 1)
        values[large[: box.height, : box.width]] = value


def _as_level(pixels: Pixels) -> Level:
    """Converts a stripe of the picture, or of a level of floats, to a level."""
    if pixels.dtype == np.float32:
        return pixels
    level = pixels.astype(np.float32)
    level[..., -1] *= np.float32(1 / (_SURE * np.iinfo(pixels.dtype).max))
    np.minimum(level[..., -1], 1, out=level[..., -1])
    return level


def _halved(fine: Pixels) -> Level:
    """The mean colour of each 2 x 2 pixels, weighted by certainty."""
    height, width, bands = fine.shape
    coarse = np.empty(((height + 1) // 2, (width + 1) // 2, bands), np.float32)
    for top in range(0, height, _ROWS):
        level = _as_level(fine[top : top + _ROWS])
        weighted: Pixels = level * level[..., -1:]
        weighted[..., -1] = level[..., -1]
        odd_row, odd_column = level.shape[0] % 2, width % 2
        if odd_row or odd_column:  # padded with certainty 0
            weighted = np.pad(weighted, ((0, odd_row), (0, odd_column), (0, 0)))
        part = coarse[top // 2 : (top + _ROWS) // 2]
        part[:] = block_means(weighted, 2)
        part[..., :-1] /= np.maximum(part[..., -1:], _NEVER_ZERO)
        part[..., -1] = np.minimum(4 * part[..., -1], 1)
    return coarse


def _fill(fine: Pixels, coarse: Level) -> None:
    """Fills uncertain colours from the coarser level, by linear interpolation."""
    height, width = fine.shape[:2]
    for top in range(0, height, _ROWS):
        part = fine[top : top + _ROWS]
        level = _as_level(part)
        unsure = level[..., -1] < 1
        if not unsure.any():
            continue
        first, last = max(0, top // 2 - 1), (top + len(part) + 1) // 2 + 1
        around = coarse[first:last]
        doubled = np.zeros((2 * len(around), 2 * around.shape[1], around.shape[2]), np.float32)
        add_enlarged(doubled, around, 2)
        fill = doubled[top - 2 * first :][: len(part), :width, :-1][unsure]
        share = level[..., -1:][unsure]
        colour = fill + share * (level[..., :-1][unsure] - fill)
        part[unsure, :-1] = colour if part.dtype == np.float32 else np.rint(colour)
