"""PSNR and SSIM on luma, by the protocol of the super-resolution literature."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Image8 = NDArray[np.uint8]
"""uint8 (H, W, 3) RGB or (H, W, 1) grey."""
Luma = NDArray[np.float64]
"""(H, W)."""

# BT.601 in studio range, as MATLAB's rgb2ycbcr: Y = 16 + these times RGB / 255.
_LUMA = np.array([65.481, 128.553, 24.966])
WINDOW = 11
"""Side of SSIM's window, in pixels."""
_SIGMA = 1.5
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def luma(image: Image8) -> Luma:
    """Y of an RGB image in 16..235, float64 (H, W), not rounded. Grey is used unchanged."""
    if image.shape[2] == 1:
        return image[..., 0].astype(np.float64)
    y: Luma = 16.0 + image.astype(np.float64) @ _LUMA / 255.0
    return y


def psnr_y(result: Image8, truth: Image8, border: int) -> float:
    """PSNR in dB on luma without ``border`` pixels on each side; infinite for equal images.

    Raises ValueError if the sizes differ or nothing is left inside the border.
    """
    ours, theirs = _inner(result, truth, border)
    mean_square = float(np.mean((ours - theirs) ** 2))
    return math.inf if mean_square == 0 else 10 * math.log10(255**2 / mean_square)


def ssim_y(result: Image8, truth: Image8, border: int) -> float:
    """SSIM on luma without ``border`` pixels on each side, 1 for equal images.

    After Wang et al., "Image quality assessment: from error visibility to structural similarity"
    (2004): a Gaussian window of 11x11 pixels, sigma 1.5, K = (0.01, 0.03), levels to 255, averaged
    over the places where the whole window lies inside. Raises ValueError if the sizes differ or the
    window does not fit.
    """
    ours, theirs = _inner(result, truth, border)
    if min(ours.shape) < WINDOW:
        raise ValueError(f"a window of {WINDOW} does not fit into {ours.shape}")
    return float(np.mean(_similarity(ours, theirs)))


def _inner(result: Image8, truth: Image8, border: int) -> tuple[Luma, Luma]:
    """Both lumas inside the border."""
    if result.shape != truth.shape:
        raise ValueError(f"sizes differ: {result.shape} and {truth.shape}")
    height, width = truth.shape[:2]
    if min(height, width) <= 2 * border:
        raise ValueError(f"a border of {border} leaves nothing of {result.shape}")
    rows, columns = slice(border, height - border), slice(border, width - border)
    return luma(result[rows, columns]), luma(truth[rows, columns])


def _similarity(ours: Luma, theirs: Luma) -> Luma:
    """SSIM's map, WINDOW - 1 smaller than the lumas."""
    mean_a, mean_b = _means(ours), _means(theirs)
    spread_a = _means(ours * ours) - mean_a * mean_a
    spread_b = _means(theirs * theirs) - mean_b * mean_b
    common = _means(ours * theirs) - mean_a * mean_b
    above = (2 * mean_a * mean_b + _C1) * (2 * common + _C2)
    below = (mean_a**2 + mean_b**2 + _C1) * (spread_a + spread_b + _C2)
    similarity: Luma = above / below
    return similarity


def _means(values: Luma) -> Luma:
    """Means under the window, wherever it lies completely inside."""
    return _across(_across(values).T).T


def _across(values: Luma) -> Luma:
    """Weighted means of WINDOW rows, each starting one row later."""
    distance = np.arange(WINDOW) - WINDOW // 2
    weights = np.exp(-(distance**2) / (2 * _SIGMA**2))
    weights /= weights.sum()
    count = len(values) - WINDOW + 1
    means = np.zeros((count, values.shape[1]))
    for first, weight in enumerate(weights):
        means += weight * values[first : first + count]
    return means
