"""s-LWSR: a chain of residual blocks whose second half is fed from an information pool.

After Li, Liu, Wang, Qi, Shi, "s-LWSR: Super Lightweight Super-Resolution Network" (IEEE
Transactions on Image Processing 29, 2020, arXiv 1909.10774), with 32 channels and 26 blocks.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from fdiwn.lab.comparators.blocks import Centre, ResidualBlock, conv, enlarger

WIDTH, STAGES = 32, 4


class SLWSR(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped.

    Four stages of three blocks go in, two blocks are the middle, four stages come out. The pool is
    a 1x1 of the features from the way in. Each stage on the way out gets half of the pool and half
    of the opposite stage. Every block has its ReLU: the paper removes some of them in a variant.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.centre = Centre()
        self.head = conv(3, WIDTH)
        self.way_in = nn.ModuleList(_blocks(3) for _ in range(STAGES))
        self.middle = _blocks(2)
        self.pool = conv((STAGES + 2) * WIDTH, WIDTH, 1, bias=False)
        self.joins = nn.ModuleList(conv(2 * WIDTH, WIDTH, 1) for _ in range(STAGES))
        self.way_out = nn.ModuleList(nn.Sequential(*_blocks(3)) for _ in range(STAGES))
        self.tail = nn.Sequential(enlarger(WIDTH, scale), conv(WIDTH, 3))

    def forward(self, x: Tensor) -> Tensor:
        first = h = self.head(self.centre(x))
        starts, ends = [], []
        for stage in self.way_in:
            outputs = _outputs(stage, h)
            starts.append(outputs[0])
            ends.append(outputs[-1])
            h = outputs[0] + outputs[-1]
        middle = _outputs(self.middle, h)
        h = middle[-1]
        pool = self.pool(torch.cat((first, *starts[1:], *middle), 1))
        for join, stage, end in zip(self.joins, self.way_out, reversed(ends), strict=True):
            h = stage(join(torch.cat((h, 0.5 * end + 0.5 * pool), 1)))
        return self.centre.back(self.tail(h + first))


def _blocks(count: int) -> nn.ModuleList:
    return nn.ModuleList(ResidualBlock(WIDTH) for _ in range(count))


def _outputs(stage: nn.Module, h: Tensor) -> list[Tensor]:
    """Of each block of a stage."""
    outputs = []
    for block in stage.children():
        h = block(h)
        outputs.append(h)
    return outputs
