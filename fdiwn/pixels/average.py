"""Corrects local average colours of an enlargement to those of the picture.

The network alone is slightly off: where it sharpens contrasts to black or white, the excess is cut
off and the surroundings become darker or lighter. On pieces of photographs the average moved by up
to 0.46 of 255 in float32; with this correction by up to 0.07. PSNR rises by some thousandths of a
dB.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fdiwn.pixels.filters import Grid, add_enlarged, block_means, box_blurred, rows_at_once
from fdiwn.pixels.flat_edges import Edges, keep_flat
from fdiwn.pixels.planes import Batch

REACH = 4
"""Input pixels around a pixel over which the average is kept; well within a tile's margin."""


def keep_average(window: Batch, output: Batch, edges: Sequence[Edges] = ()) -> Batch:
    """``output`` clamped to 0..255, with the local averages of ``window``.

    window (N, 3, H, W), output (N, 3, sH, sW). The difference of the reduced output from the
    window, smoothed over 2 * REACH + 1 pixels, is added. Before that flat edges are kept flat, in
    ``output`` itself; edges: by window, none for windows inside a picture. Returns a new array.
    """
    if edges:
        keep_flat(window, output, edges)
    kept = np.empty_like(output)
    scale = output.shape[2] // window.shape[2]
    for given, made, clamped in zip(window, output, kept, strict=True):
        for source, plane, result in zip(given, made, clamped, strict=True):
            difference = source - _clamped_means(plane, result, scale)
            add_enlarged(result, box_blurred(difference, 2 * REACH + 1), scale)
    return kept


def _clamped_means(plane: Grid, result: Grid, scale: int) -> Grid:
    """Clamps ``plane`` to 0..255 into ``result``; returns its means, 1 / scale as large.

    Both block by block, while the clamped values are in the cache.
    """
    rows = max(1, rows_at_once(plane) // scale) * scale
    means = np.empty((plane.shape[0] // scale, plane.shape[1] // scale), np.float32)
    for top in range(0, len(plane), rows):
        block = result[top : top + rows]
        np.clip(plane[top : top + rows], 0, 255, out=block)
        means[top // scale : (top + rows) // scale] = block_means(block, scale)
    return means
