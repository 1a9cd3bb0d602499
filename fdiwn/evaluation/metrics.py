"""PSNR on luma, by the protocol of the super-resolution literature."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Image8 = NDArray[np.uint8]
"""uint8 (H, W, 3) RGB or (H, W, 1) grey."""

# BT.601 in studio range, as MATLAB's rgb2ycbcr: Y = 16 + these times RGB / 255.
_LUMA = np.array([65.481, 128.553, 24.966])


def luma(image: Image8) -> NDArray[np.float64]:
    """Y of an RGB image in 16..235, float64 (H, W), not rounded. Grey is taken as it stands."""
    if image.shape[2] == 1:
        return image[..., 0].astype(np.float64)
    y: NDArray[np.float64] = 16.0 + image.astype(np.float64) @ _LUMA / 255.0
    return y


def psnr_y(result: Image8, truth: Image8, border: int) -> float:
    """PSNR in dB on luma with ``border`` pixels shaved off each side; infinite when equal.

    Raises ValueError where the sizes differ or nothing is left inside the border.
    """
    if result.shape != truth.shape:
        raise ValueError(f"sizes differ: {result.shape} and {truth.shape}")
    difference = luma(result) - luma(truth)
    inner = difference[border : difference.shape[0] - border, border : difference.shape[1] - border]
    if inner.size == 0:
        raise ValueError(f"a border of {border} leaves nothing of {result.shape}")
    mean_square = float(np.mean(inner**2))
    return math.inf if mean_square == 0 else 10 * math.log10(255**2 / mean_square)
