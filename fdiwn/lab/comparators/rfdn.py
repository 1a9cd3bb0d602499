"""RFDN: residual feature distillation.

After Liu, Tang, Wu, "Residual Feature Distillation Network for Lightweight Image Super-Resolution"
(AIM workshop at ECCV 2020, arXiv 2009.11551): 48 channels, six blocks. Its attention is the ESA of
Liu et al., "Residual Feature Aggregation Network for Image Super-Resolution" (CVPR 2020).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, conv, wide_maximum

WIDTH, BLOCKS = 48, 6
SLOPE = 0.05


class RFDN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped."""

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.head = conv(3, WIDTH)
        self.blocks = nn.ModuleList(_Block() for _ in range(BLOCKS))
        self.fuse = conv(BLOCKS * WIDTH, WIDTH, 1)
        self.after = conv(WIDTH, WIDTH)
        self.tail = nn.Sequential(conv(WIDTH, 3 * scale**2), nn.PixelShuffle(scale))

    def forward(self, x: Tensor) -> Tensor:
        h = first = self.head(x * (1 / WHITE))
        outputs = []
        for block in self.blocks:
            h = block(h)
            outputs.append(h)
        fused = functional.leaky_relu(self.fuse(torch.cat(outputs, 1)), SLOPE)
        out: Tensor = WHITE * self.tail(self.after(fused) + first)
        return out


class _Block(nn.Module):
    """RFDB: three times a 1x1 distils half of the channels beside a shallow residual block."""

    def __init__(self) -> None:
        super().__init__()
        half = WIDTH // 2
        self.distil = nn.ModuleList(conv(WIDTH, half, 1) for _ in range(3))
        self.refine = nn.ModuleList(conv(WIDTH, WIDTH) for _ in range(3))
        self.last = conv(WIDTH, half)
        self.fuse = conv(4 * half, WIDTH, 1)
        self.attention = ESA(WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        kept, h = [], x
        for distil, refine in zip(self.distil, self.refine, strict=True):
            kept.append(functional.leaky_relu(distil(h), SLOPE))
            h = functional.leaky_relu(refine(h) + h, SLOPE)
        kept.append(functional.leaky_relu(self.last(h), SLOPE))
        out: Tensor = x + self.attention(self.fuse(torch.cat(kept, 1)))
        return out


class ESA(nn.Module):
    """Enhanced spatial attention: a gate from a coarse view of the surroundings.

    The view has a sixth of the size: a step of 2, then a maximum of 7x7 at every third place.
    """

    def __init__(self, c: int) -> None:
        super().__init__()
        few = c // 4
        self.reduce, self.expand = conv(c, few, 1), conv(few, c, 1)
        self.skip = conv(few, few, 1)
        self.step = nn.Conv2d(few, few, 3, stride=2)
        self.coarse = nn.ModuleList(conv(few, few) for _ in range(3))

    def forward(self, x: Tensor) -> Tensor:
        reduced = self.reduce(x)
        h = wide_maximum(self.step(reduced))
        first, second, third = self.coarse
        h = third(functional.relu(second(functional.relu(first(h)))))
        h = functional.interpolate(h, x.shape[-2:], mode="bilinear", align_corners=False)
        return x * torch.sigmoid(self.expand(h + self.skip(reduced)))
