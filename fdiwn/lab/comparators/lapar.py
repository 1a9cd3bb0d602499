"""LAPAR-A: a filter for every pixel of the bicubic enlargement, assembled from a dictionary.

After Li, Zhou, Qi, Jiang, Lu, Jia, "LAPAR: Linearly-Assembled Pixel-Adaptive Regression Network for
Single Image Super-Resolution and Beyond" (NeurIPS 2020, arXiv 2105.10422): 32 channels, four local
fusion blocks, 72 filters of 5x5. All convolutions have weight normalisation.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, Centre, LocalFusion, Scale
from fdiwn.lab.comparators.luma import Bicubic, padded
from fdiwn.network.units import WNConv2d

WIDTH, BLOCKS = 32, 4
SIDE = 5
"""Of a filter."""
_SIZES, _DIRECTIONS, _WIDER = (0.4, 0.8, 1.6), 8, (2.0, 4.0)
_ELONGATION = 2.0


class LAPAR(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped.

    The paper's dictionary has Gaussians and differences of Gaussians, but it does not list them.
    Here: 24 Gaussians, of three sizes in eight directions, twice as long as wide; and for each the
    difference to those with twice and four times its variance.
    """

    dictionary: Tensor

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic, self.centre = Bicubic(scale), Centre()
        filters = _dictionary()
        self.register_buffer("dictionary", filters.T[:, :, None, None].clone(), persistent=False)
        self.head = WNConv2d(3, WIDTH, 3)
        self.body = nn.Sequential(*(LocalFusion(WIDTH, WIDTH) for _ in range(BLOCKS)))
        self.enlarge = WNConv2d(WIDTH, WIDTH * scale**2, 3)
        self.near = nn.Sequential(WNConv2d(WIDTH, WIDTH, 3), Scale(0.5))
        self.far = nn.Sequential(WNConv2d(WIDTH, WIDTH, 5), Scale(0.5))
        self.fuse = WNConv2d(WIDTH, WIDTH, 3)
        self.coefficients = WNConv2d(WIDTH, len(filters), 3)

    def forward(self, x: Tensor) -> Tensor:
        h = self.body(functional.relu(self.head(self.centre(x))))
        h = functional.pixel_shuffle(functional.relu(self.enlarge(h)), self.scale)
        h = functional.relu(self.fuse(self.near(h) + self.far(h)))
        filters = functional.conv2d(self.coefficients(h), self.dictionary)  # one for each pixel
        return WHITE * _filtered(self.bicubic(x) * (1 / WHITE), filters)


def _filtered(image: Tensor, filters: Tensor) -> Tensor:
    """(N, 3, H, W) filtered at each pixel by its own filter, (N, 25, H, W)."""
    h, w = image.shape[-2:]
    around = padded(image, SIDE // 2)
    out = torch.zeros_like(image)
    for place in range(SIDE**2):
        top, left = divmod(place, SIDE)
        out = out + filters[:, place : place + 1] * around[..., top : top + h, left : left + w]
    return out


def _dictionary() -> Tensor:
    """(72, 25): the Gaussians, which sum to 1, then the differences, which sum to 0."""
    gaussians, differences = [], []
    for size in _SIZES:
        for direction in range(_DIRECTIONS):
            angle = direction * math.pi / _DIRECTIONS
            gaussian = _gaussian(size**2, angle)
            gaussians.append(gaussian)
            differences += [gaussian - _gaussian(size**2 * wider, angle) for wider in _WIDER]
    return torch.stack(gaussians + differences)


def _gaussian(variance: float, angle: float) -> Tensor:
    """(25,), normalised. variance: geometric mean of those along and across the angle."""
    place = torch.arange(SIDE) - SIDE // 2.0
    y, x = torch.meshgrid(place, place, indexing="ij")
    along = math.cos(angle) * x + math.sin(angle) * y
    across = math.cos(angle) * y - math.sin(angle) * x
    exponent = along**2 / (variance * _ELONGATION) + across**2 * _ELONGATION / variance
    weights = torch.exp(-exponent / 2).flatten()
    return weights / weights.sum()
