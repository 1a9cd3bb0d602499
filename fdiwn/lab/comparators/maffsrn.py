"""MAFFSRN: multi-attention blocks, fused in groups.

After Muqeet, Hwang, Yang, Kang, Kim, Bae, "Multi-Attention Based Ultra Lightweight Image Super-
Resolution" (AIM workshop at ECCV 2020, arXiv 2008.12912): 32 channels, four groups of four blocks.
Head, fusions and tail have weight normalisation.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, Scale, conv, wide_maximum
from fdiwn.lab.comparators.luma import Bicubic
from fdiwn.network.units import WNConv2d, channel_shuffle

WIDTH, GROUPS, BLOCKS = 32, 4, 4
SLOPE = 0.05


class MAFFSRN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped."""

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        out = 3 * scale**2
        self.bicubic = Bicubic(scale)
        self.head = WNConv2d(3, WIDTH, 3)
        self.body = nn.Sequential(*(_Group() for _ in range(GROUPS)))
        self.tail3 = nn.Sequential(WNConv2d(WIDTH, out, 3), Scale(0.5))
        self.tail5 = nn.Sequential(WNConv2d(WIDTH, out, 5), Scale(0.5))

    def forward(self, x: Tensor) -> Tensor:
        h = self.body(self.head(x * (1 / WHITE)))
        added = functional.pixel_shuffle(self.tail3(h) + self.tail5(h), self.scale)
        out: Tensor = self.bicubic(x) + WHITE * added
        return out


class _Group(nn.Module):
    """FFG: four blocks in a row, their outputs fused one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(_Block() for _ in range(BLOCKS))
        self.fusions = nn.ModuleList(WNConv2d(2 * WIDTH, WIDTH, 1) for _ in range(BLOCKS - 1))
        self.res_scale, self.x_scale = Scale(), Scale()

    def forward(self, x: Tensor) -> Tensor:
        first, second, third, fourth = self.blocks
        outputs = [first(x)]
        outputs.append(second(outputs[-1]) + outputs[-1])
        outputs.append(third(outputs[-1]) + outputs[-1])
        outputs.append(fourth(outputs[-1]))
        fused = outputs[0]
        for fusion, output in zip(self.fusions, outputs[1:], strict=True):
            fused = fusion(channel_shuffle(torch.cat((fused, output), 1), 2))
        out: Tensor = self.res_scale(fused) + self.x_scale(x)
        return out


class _Block(nn.Module):
    """MAB: two 3x3, then two gates, one from a coarse view, one from the neighbourhood."""

    def __init__(self) -> None:
        super().__init__()
        few = WIDTH // 4
        self.conv1, self.conv2 = conv(WIDTH, WIDTH), conv(WIDTH, WIDTH)
        self.reduce, self.expand = conv(WIDTH, few, 1), conv(few, WIDTH, 1)
        self.step = nn.Conv2d(few, few, 3, stride=2, padding=1)
        self.near = conv(few, few)
        self.far = nn.Conv2d(few, few, 3, padding=2, dilation=2)
        self.mix, self.spread = conv(WIDTH, WIDTH, 1), conv(WIDTH, WIDTH, 5, groups=WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        h = self.conv2(functional.leaky_relu(self.conv1(x), SLOPE))
        reduced = self.reduce(h)
        coarse = wide_maximum(self.step(reduced))
        near = functional.leaky_relu(self.near(coarse), SLOPE)
        view = near + functional.leaky_relu(self.far(coarse), SLOPE)
        view = functional.interpolate(view, x.shape[-2:], mode="nearest")
        gate = torch.sigmoid(self.expand(view + reduced))
        out: Tensor = gate * h * torch.sigmoid(self.spread(self.mix(h)))
        return out
