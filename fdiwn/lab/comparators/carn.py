"""CARN and CARN-M: residual blocks whose outputs are collected at two levels.

After Ahn, Kang, Sohn, "Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual
Network" (ECCV 2018, arXiv 1803.08664). CARN-M has the paper's group convolutions (four groups), and
uses one residual block three times in each cascading block.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import Centre, conv, enlarger

WIDTH, GROUPS = 64, 4


class CARN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped.

    mobile: CARN-M. The paper's networks serve all scales and have a tail for each; this has only
    the tail of its scale.
    """

    def __init__(self, scale: int, mobile: bool = False) -> None:
        super().__init__()
        self.scale = scale
        self.centre = Centre()
        self.head = conv(3, WIDTH)
        self.blocks = nn.ModuleList(_Cascading(mobile) for _ in range(3))
        self.merges = _merges()
        self.enlarge = enlarger(WIDTH, scale, GROUPS if mobile else 1, activation=True)
        self.tail = conv(WIDTH, 3)

    def forward(self, x: Tensor) -> Tensor:
        h = _cascade(self.blocks, self.merges, self.head(self.centre(x)))
        return self.centre.back(self.tail(self.enlarge(h)))


class _Cascading(nn.Module):
    def __init__(self, mobile: bool) -> None:
        super().__init__()
        units = [_MobileUnit()] * 3 if mobile else [_Unit() for _ in range(3)]
        self.units = nn.ModuleList(units)
        self.merges = _merges()

    def forward(self, x: Tensor) -> Tensor:
        return _cascade(self.units, self.merges, x)


class _Unit(nn.Module):
    """3x3, ReLU, 3x3, added to the input, ReLU."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = conv(WIDTH, WIDTH), conv(WIDTH, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(x + self.conv2(functional.relu(self.conv1(x))))


class _MobileUnit(nn.Module):
    """The same with group convolutions, and a 1x1 before the sum."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = conv(WIDTH, WIDTH, groups=GROUPS)
        self.conv2 = conv(WIDTH, WIDTH, groups=GROUPS)
        self.mix = conv(WIDTH, WIDTH, 1)

    def forward(self, x: Tensor) -> Tensor:
        body = functional.relu(self.conv2(functional.relu(self.conv1(x))))
        return functional.relu(x + self.mix(body))


def _merges() -> nn.ModuleList:
    """1x1 convolutions of two, three and four collected outputs."""
    return nn.ModuleList(conv(n * WIDTH, WIDTH, 1) for n in (2, 3, 4))


def _cascade(blocks: Iterable[nn.Module], merges: Iterable[nn.Module], x: Tensor) -> Tensor:
    """Each block's output joins all before it, and a merge of all is the next block's input."""
    collected = h = x
    for block, merge in zip(blocks, merges, strict=True):
        collected = torch.cat((collected, block(h)), 1)
        h = functional.relu(merge(collected))
    return h
