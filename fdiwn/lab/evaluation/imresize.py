"""Bicubic resizing like MATLAB's ``imresize``, the usual way to make low resolution.

Method: MathWorks' documentation of imresize (bicubic kernel after Keys, 1981, with a = -0.5,
stretched by the factor when reducing, weights normalised). Edges are repeated, as in the MATLAB
releases that made the benchmarks; newer ones mirror them.
"""

from __future__ import annotations

import math
from fractions import Fraction

import torch
from torch import Tensor

from fdiwn.pixels.resample import cubic


def _taps(n_in: int, n_out: int, scale: float) -> tuple[Tensor, Tensor]:
    """The input positions (n_out, K) of each output position, and their weights (n_out, K)."""
    shrink = min(scale, 1.0)
    width = 4.0 / shrink
    centre = (torch.arange(n_out, dtype=torch.float64) + 0.5) / scale - 0.5
    left = torch.floor(centre - width / 2)
    positions = left[:, None] + torch.arange(math.ceil(width) + 2, dtype=torch.float64)
    weights = torch.from_numpy(shrink * cubic((shrink * (centre[:, None] - positions)).numpy()))
    weights = weights / weights.sum(1, keepdim=True)
    used = (weights != 0).any(0)
    return positions[:, used].long().clamp(0, n_in - 1), weights[:, used]


def _resize_rows(x: Tensor, n_out: int, scale: float) -> Tensor:
    """Resizes along dim -2."""
    index, weights = _taps(x.shape[-2], n_out, scale)
    index, weights = index.to(x.device), weights.to(x.device, x.dtype)
    out = x.new_zeros(*x.shape[:-2], n_out, x.shape[-1])
    for k in range(index.shape[1]):
        out += weights[:, k, None] * x.index_select(-2, index[:, k])
    return out


def _target_size(image: Tensor, scale: Fraction) -> tuple[int, int]:
    h, w = image.shape[-2:]
    return math.ceil(h * scale), math.ceil(w * scale)


def imresize(image: Tensor, scale: Fraction) -> Tensor:
    """Resizes a float image (..., H, W) of any range; H and W times ``scale`` are rounded up."""
    h, w = _target_size(image, scale)
    tall = _resize_rows(image, h, float(scale))
    return _resize_rows(tall.transpose(-1, -2), w, float(scale)).transpose(-1, -2)


def round_to_8bit(image: Tensor) -> Tensor:
    """Float 0..255 to uint8: clamped, rounded half up as MATLAB rounds."""
    return image.clamp(0, 255).add(0.5).floor().to(torch.uint8)


def imresize_8bit(image: Tensor, scale: Fraction) -> Tensor:
    """MATLAB's result for a uint8 image (..., H, W): rounded to 8 bits after rows and columns.

    Reproduces the published low resolution files of Set5 and Set14 bit by bit.
    """
    h, w = _target_size(image, scale)
    tall = round_to_8bit(_resize_rows(image.double(), h, float(scale)))
    wide = _resize_rows(tall.double().transpose(-1, -2), w, float(scale))
    return round_to_8bit(wide).transpose(-1, -2)
