"""IMDN: information multi-distillation, with attention by contrast.

After Hui, Gao, Yang, Wang, "Lightweight Image Super-Resolution with Information Multi-distillation
Network" (ACM Multimedia 2019, arXiv 1909.11856).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, ChannelAttention, conv

WIDTH, KEPT, BLOCKS = 64, 16, 6
SLOPE = 0.05


class IMDN(nn.Module):
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
    """IMDB: after each of three convolutions a quarter of the channels is kept."""

    def __init__(self) -> None:
        super().__init__()
        rest = WIDTH - KEPT
        self.convs = nn.ModuleList((conv(WIDTH, WIDTH), conv(rest, WIDTH), conv(rest, WIDTH)))
        self.last = conv(rest, KEPT)
        self.attention = ChannelAttention(WIDTH, WIDTH // 16, contrast=True)
        self.fuse = conv(WIDTH, WIDTH, 1)

    def forward(self, x: Tensor) -> Tensor:
        kept, rest = [], x
        for layer in self.convs:
            h = functional.leaky_relu(layer(rest), SLOPE)
            kept.append(h[:, :KEPT])
            rest = h[:, KEPT:]
        joined = torch.cat((*kept, self.last(rest)), 1)
        out: Tensor = x + self.fuse(self.attention(joined))
        return out
