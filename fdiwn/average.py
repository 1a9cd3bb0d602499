"""An enlargement keeps the average colour of the picture, everywhere.

The network alone does not quite: where it sharpens contrasts up to black or white, what goes
beyond is cut off and the surroundings become darker or lighter.
On pieces of photographs the average moved by up to 0.46 of 255 in float32; with what is done here
by up to 0.07. PSNR rises by some thousandths of a dB.
"""

from __future__ import annotations

import cv2
import numpy as np

from fdiwn.backends.contract import Batch

REACH = 4
"""Input pixels around a pixel over which the average is kept; well within a tile's margin."""


def keep_average(window: Batch, output: Batch) -> Batch:
    """``output`` clamped to 0..255, with the local averages of ``window``.

    window (N, 3, H, W), output (N, 3, sH, sW). Reduced to the window's size the output differs
    from it; this difference, smoothed over 2 * REACH + 1 pixels, is added. Returns a new array.
    """
    kept = np.clip(output, 0, 255)
    small, large = window.shape[:1:-1], output.shape[:1:-1]
    side = 2 * REACH + 1
    for given, made in zip(window, kept, strict=True):
        for source, plane in zip(given, made, strict=True):
            difference = source - cv2.resize(plane, small, interpolation=cv2.INTER_AREA)
            smooth = cv2.blur(difference, (side, side), borderType=cv2.BORDER_REFLECT)
            np.add(plane, cv2.resize(smooth, large, interpolation=cv2.INTER_LINEAR), out=plane)
    return kept
