"""LapSRN: a Laplacian pyramid, each level doubling the size.

After Lai, Huang, Ahuja, Yang, "Deep Laplacian Pyramid Networks for Fast and Accurate Super-
Resolution" (CVPR 2017, arXiv 1704.03915), with the ten convolutions a level of its x2 and x4
networks. The output is the last level's.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, conv
from fdiwn.lab.comparators.luma import Bicubic, Luma

WIDTH, DEPTH = 64, 10
SLOPE = 0.2
_BILINEAR = (0.25, 0.75, 0.75, 0.25)


class LapSRN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped. Luma only.

    x3 is no power of two: as in the paper it is the x4 network, whose luma is reduced to three
    quarters, bicubically.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic, self.luma = Bicubic(scale), Luma()
        self.head = conv(1, WIDTH)
        self.levels = nn.ModuleList(_Level() for _ in range(1 if scale == 2 else 2))

    def forward(self, x: Tensor) -> Tensor:
        image = self.luma(x) * (1 / WHITE)
        features = functional.leaky_relu(self.head(image), SLOPE)
        for level in self.levels:
            features, image = level(features, image)
        enlarged = self.bicubic(x)
        if self.scale == 3:
            size = enlarged.shape[-2:]
            image = functional.interpolate(image, size, mode="bicubic", antialias=True)
        out: Tensor = enlarged + (WHITE * image - self.luma(enlarged))
        return out


class _Level(nn.Module):
    """Features and image, (N, 64, h, w) and (N, 1, h, w), to both at twice the size."""

    def __init__(self) -> None:
        super().__init__()
        self.convs = nn.ModuleList(conv(WIDTH, WIDTH) for _ in range(DEPTH))
        self.enlarge = nn.ConvTranspose2d(WIDTH, WIDTH, 4, 2, 1)
        self.residual = conv(WIDTH, 1)
        self.enlarge_image = nn.ConvTranspose2d(1, 1, 4, 2, 1, bias=False)
        taps = torch.tensor(_BILINEAR)
        with torch.no_grad():
            self.enlarge_image.weight.copy_(torch.outer(taps, taps))

    def forward(self, features: Tensor, image: Tensor) -> tuple[Tensor, Tensor]:
        for layer in self.convs:
            features = functional.leaky_relu(layer(features), SLOPE)
        features = functional.leaky_relu(self.enlarge(features), SLOPE)
        return features, self.enlarge_image(image) + self.residual(features)
