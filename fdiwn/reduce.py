"""What a cascade gave too much, taken away: to the exact size, and to the depth of the file."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from fdiwn.backends.contract import never
from fdiwn.canvas import open_canvas
from fdiwn.options import ShouldStop
from fdiwn.picture import Pixels, StoredPicture
from fdiwn.planes import Float, to_depth
from fdiwn.resample import LANCZOS3, Planar, reduced, weights
from fdiwn.tiling import Box

_SEEN = 0.5  # of 255: the alpha from which a colour is worth dividing for


def reduce_picture(
    pixels: Pixels, target: StoredPicture, should_stop: ShouldStop = never
) -> StoredPicture:
    """Reduces (H, W, bands), uint8 or uint16, into the raw file of ``target`` with Lanczos.

    In the picture's own values, as the network works, and rounded once, to the depth of
    ``target``. Colours count by their alpha, so that what is transparent leaves no halo. Raises
    OutputError (disk full) or Cancelled; the file is then gone.
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
    """One box of what `reduce_picture` makes, (box.height, box.width, bands), from as little of the
    source as it takes: ``region`` gives a box of it. source, size: (width, height)."""
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
    """The colours of (bands, h, w) as they look on black."""
    return planar[:-1] * (planar[-1:] / np.float32(255))


def _weighted(pixels: Pixels) -> Planar:
    """The bands, and where there is alpha the colours on black after them."""
    planar = levels(pixels)
    if len(planar) in (1, 3):
        return planar
    return np.concatenate([planar, by_alpha(planar)])


def _unweighted(stripe: Float, bands: int) -> Float:
    """(h, w, bands) again. Where nothing can be seen a colour stays as it is: programs that
    ignore alpha blend it in."""
    if bands in (1, 3):
        return stripe
    plain, alpha, on_black = np.split(stripe, (bands - 1, bands), axis=2)
    seen = alpha > _SEEN
    colour = np.where(seen, on_black * 255 / np.where(seen, alpha, 1), plain)
    return np.concatenate([colour, alpha], axis=2).astype(np.float32)
