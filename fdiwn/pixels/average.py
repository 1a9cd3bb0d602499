"""Corrects local average colours of an enlargement to those of the picture.

The network alone is slightly off: where it sharpens contrasts to black or white, the excess is cut
off and the surroundings become darker or lighter. On pieces of photographs the average moved by up
to 0.46 of 255 in float32; with this correction by up to 0.07. PSNR rises by some thousandths of a
dB.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fdiwn.api.tiles import Box
from fdiwn.pixels.filters import Grid, add_enlarged, block_means, box_blurred, rows_at_once
from fdiwn.pixels.flat_edges import Edges, keep_flat
from fdiwn.pixels.planes import Batch, part_of

REACH = 4
"""Input pixels around a pixel over which the average is kept; well within a tile's margin."""


def keep_average(
    window: Batch, output: Batch, edges: Sequence[Edges] = (), inner: Box | None = None
) -> Batch:
    """``output`` clamped to 0..255, with the local averages of ``window``.

    window (N, 3, H, W), output (N, 3, sH, sW). The difference of the reduced output from the
    window, smoothed over 2 * REACH + 1 pixels, is added. Before that flat edges are kept flat;
    edges: by window, none for windows inside a picture. inner: only this box of the window is
    needed, in input pixels.

    Works in place, as new arrays of this size cost more than the arithmetic. Returns ``output``, or
    the inner box of it; the rest of it is then undefined.
    """
    if edges:
        keep_flat(window, output, edges)
    height, width = window.shape[2:]
    scale = output.shape[2] // height
    inner = inner or Box(0, 0, width, height)
    # Interpolation reads one pixel more than the smoothing.
    around = inner.grown(REACH + 1, width, height)
    for given, made in zip(window, output, strict=True):
        sources, planes = part_of(given, around), part_of(made, around.scaled(scale))
        for source, plane in zip(sources, planes, strict=True):
            difference = source - _clamped_means(plane, scale)
            add_enlarged(plane, box_blurred(difference, 2 * REACH + 1), scale)
    return part_of(output, inner.scaled(scale))


def _clamped_means(plane: Grid, scale: int) -> Grid:
    """Clamps ``plane`` to 0..255 in place; returns its means, 1 / scale as large.

    Both block by block, while the clamped values are in the cache.
    """
    rows = max(1, rows_at_once(plane) // scale) * scale
    means = np.empty((plane.shape[0] // scale, plane.shape[1] // scale), np.float32)
    for top in range(0, len(plane), rows):
        block = plane[top : top + rows]
        np.clip(block, 0, 255, out=block)
        means[top // scale : (top + rows) // scale] = block_means(block, scale)
    return means
