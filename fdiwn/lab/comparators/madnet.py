"""MADNet: multi-scale residual modules with attention, densely connected.

After Lan, Sun, Liu, Lu, Pang, Luo, "MADNet: A Fast and Lightweight Network for Single-Image Super
Resolution" (IEEE Transactions on Cybernetics 51, 2021; early access 2020).

The article is not freely available, nor is there code by its authors. The parts are those that its
abstract names; their form and all widths are chosen here, so that parameters and multiply-adds
agree with the published ones.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, ChannelAttention, conv
from fdiwn.lab.comparators.luma import Bicubic

WIDTH, BLOCKS = 64, 6
BRANCH = 30
"""Channels of each of a module's three scales."""
SLOPE = 0.05


class MADNet(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped."""

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic = Bicubic(scale)
        self.head = conv(3, WIDTH)
        self.merges = nn.ModuleList(conv(n * WIDTH, WIDTH, 1) for n in range(2, BLOCKS + 1))
        self.blocks = nn.ModuleList(_DualPath() for _ in range(BLOCKS))
        self.tail = nn.Sequential(conv(BLOCKS * WIDTH, 3 * scale**2), nn.PixelShuffle(scale))

    def forward(self, x: Tensor) -> Tensor:
        first = self.head(x * (1 / WHITE))
        outputs = [self.blocks[0](first, first)]
        for merge, block in zip(self.merges, list(self.blocks)[1:], strict=True):
            dense = functional.leaky_relu(merge(torch.cat((first, *outputs), 1)), SLOPE)
            outputs.append(block(dense, first))
        out: Tensor = self.bicubic(x) + WHITE * self.tail(torch.cat(outputs, 1))
        return out


class _DualPath(nn.Module):
    """DRPB: two modules; one residual path from their input, one from the network's features of
    the low resolution."""

    def __init__(self) -> None:
        super().__init__()
        self.one, self.two = _MultiScale(), _MultiScale()

    def forward(self, x: Tensor, first: Tensor) -> Tensor:
        out: Tensor = self.two(self.one(x)) + x + first
        return out


class _MultiScale(nn.Module):
    """RMAM: 3x3 convolutions at three distances, weighted by channel attention, and fused."""

    def __init__(self) -> None:
        super().__init__()
        self.branches = nn.ModuleList(
            nn.Conv2d(WIDTH, BRANCH, 3, padding=distance, dilation=distance)
            for distance in (1, 2, 3)
        )
        self.attention = ChannelAttention(3 * BRANCH, BRANCH)
        self.fuse = conv(3 * BRANCH, WIDTH, 1)

    def forward(self, x: Tensor) -> Tensor:
        scales = torch.cat([branch(x) for branch in self.branches], 1)
        out: Tensor = x + self.fuse(self.attention(functional.leaky_relu(scales, SLOPE)))
        return out
