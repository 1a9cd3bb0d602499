"""FDIWN in its training form.

Follows "Feature Distillation Interaction Weighting Network for Lightweight Image
Super-Resolution" (AAAI 2022, arXiv 2112.08655); block names are the paper's.

Tensor contract: input float32 ``(N, 3, H, W)`` RGB in 0..255, output ``(N, 3, sH, sW)`` in the same
range, not clamped. Every convolution has stride 1 and zero padding, so H and W are free.

The blocks are here, their parts in `fdiwn.network.units`. `fdiwn.network.config` defines which
parts are present, and how wide they are.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.network.config import FDIWNConfig
from fdiwn.network.units import (
    CombinationCoefficient,
    ShuffleAttention,
    Statistics,
    channel_shuffle,
    live_statistics,
    wcrw,
    wirw,
)

__all__ = ["FDIWN", "FSWG", "SCF", "WDIB", "FDIWNConfig", "PlainFusion"]

LEAKY_SLOPE = 0.05
RGB_MEAN = (0.4488 * 255, 0.4371 * 255, 0.4040 * 255)  # DIV2K, the initial value of Sub_mean


class SCF(nn.Module):
    """Self-calibration fusion of WDIB's two streams ``a`` and ``b``."""

    def __init__(self, config: FDIWNConfig) -> None:
        super().__init__()
        c = config.n_channels
        self.scale_a = nn.Parameter(torch.ones(1))
        self.scale_b = nn.Parameter(torch.ones(1))
        self.wcrw = wcrw(config, 2 * c, config.width_fuse)
        self.calibrate = nn.Conv2d(2 * c, c, 1, bias=False)

    def forward(self, a: Tensor, b: Tensor, statistics: Statistics) -> Tensor:
        z = torch.cat((self.scale_a * a, self.scale_b * b), 1)
        fused: Tensor = self.wcrw(z, statistics) + torch.sigmoid(self.calibrate(z)) * b
        return fused


class PlainFusion(nn.Module):
    """Replaces SCF if that is left out: a 1x1 convolution of both streams."""

    def __init__(self, config: FDIWNConfig) -> None:
        super().__init__()
        self.conv = nn.Conv2d(2 * config.n_channels, config.n_channels, 1)

    def forward(self, a: Tensor, b: Tensor, statistics: Statistics) -> Tensor:
        fused: Tensor = self.conv(torch.cat((a, b), 1))
        return fused


class WDIB(nn.Module):
    """Wide-residual distillation interaction block: two streams that weight each other."""

    def __init__(self, config: FDIWNConfig) -> None:
        super().__init__()
        c, half = config.n_channels, config.n_channels // 2
        self.channels = c
        self.wirw1 = wirw(config)
        self.wirw2 = wirw(config)
        self.wirw3 = wirw(config)
        self.wirw4 = wirw(config)
        self.wcrw1 = wcrw(config, half, config.width_expand)
        self.wcrw2 = wcrw(config, half, config.width_expand)
        self.coefficient_a1 = CombinationCoefficient(c)
        self.coefficient_b1 = CombinationCoefficient(c)
        self.coefficient_a2 = CombinationCoefficient(c)
        self.coefficient_b2 = CombinationCoefficient(c)
        self.distill1: nn.Conv2d | None = None
        self.distill2: nn.Conv2d | None = None
        if config.parts.distillation:
            self.distill1 = nn.Conv2d(half, c, 3, padding=1, bias=False)
            self.distill2 = nn.Conv2d(half, c, 3, padding=1, bias=False)
        self.scf = SCF(config) if config.parts.scf else PlainFusion(config)
        self.attention = ShuffleAttention(c)

    def forward(self, x: Tensor, statistics: Statistics) -> Tensor:
        # The letters are those of the paper's figure: stream A, stream B, d = distilled,
        # r = remaining half of the channels.
        a_d, a_r = functional.leaky_relu(self.wirw1(x, statistics), LEAKY_SLOPE).chunk(2, 1)
        a = self.wcrw1(a_r, statistics)
        b1 = self.coefficient_a1(a, statistics) * a + x
        a1 = self.coefficient_b1(x, statistics) * x + a

        b_d, b_r = functional.leaky_relu(self.wirw2(b1, statistics), LEAKY_SLOPE).chunk(2, 1)
        b = self.wcrw2(b_r, statistics)
        b2 = self.coefficient_a2(a1, statistics) * a1 + b
        a2 = self.coefficient_b2(b, statistics) * b + a1

        if self.distill1 is not None and self.distill2 is not None:
            a2 = a2 * torch.sigmoid(self.distill2(a_d))
            b2 = b2 * torch.sigmoid(self.distill1(b_d))
        a3, b3 = self.wirw3(a2, statistics), self.wirw4(b2, statistics)
        out: Tensor = self.attention(self.scf(a3, b3, statistics) + x, statistics)
        return out


class FSWG(nn.Module):
    """Feature shuffle weighted group: three WDIBs, fused by shuffled group convolutions."""

    def __init__(self, config: FDIWNConfig) -> None:
        super().__init__()
        c = config.n_channels
        for n in range(1, config.n_wdib + 1):
            self.add_module(f"wdib{n}", WDIB(config))
        self.conv: nn.Conv2d | None = None
        self.fuse1: nn.Conv2d | None = None
        self.fuse2: nn.Conv2d | None = None
        if config.parts.interaction:
            self.conv = nn.Conv2d(c, c, 3, padding=1, bias=False)
            self.fuse1 = nn.Conv2d(2 * c, c, 3, padding=1, groups=4, bias=False)
            self.fuse2 = nn.Conv2d(2 * c, c, 3, padding=1, groups=4, bias=False)
        self.wirw = wirw(config) if config.parts.wirw else None
        self.x_scale = nn.Parameter(torch.full((1,), 0.5))
        self.res_scale = nn.Parameter(torch.full((1,), 0.5))

    def wdibs(self) -> list[WDIB]:
        """In order of use."""
        return [module for module in self.children() if isinstance(module, WDIB)]

    def forward(self, x: Tensor, statistics: Statistics) -> Tensor:
        residual = x if self.wirw is None else self.wirw(x, statistics)
        out: Tensor = self.x_scale * self._blocks(x, statistics) + self.res_scale * residual
        return out

    def _blocks(self, x: Tensor, statistics: Statistics) -> Tensor:
        if self.conv is None or self.fuse1 is None or self.fuse2 is None:
            for block in self.wdibs():
                x = block(x, statistics)
            return x
        wdib1, wdib2, wdib3 = self.wdibs()
        o1 = wdib1(x, statistics)
        o2 = wdib2(o1, statistics)
        o3: Tensor = wdib3(o2 + self.conv(o1), statistics)
        p = self.fuse1(channel_shuffle(torch.cat((o1, o2), 1), 4))
        q: Tensor = self.fuse2(channel_shuffle(torch.cat((p, o3), 1), 4))
        return q + o3


class FDIWN(nn.Module):
    """The network. The two FSWGs after the first are used twice each (FDIWN-M: one, twice)."""

    def __init__(self, config: FDIWNConfig) -> None:
        super().__init__()
        self.config = config
        c, tail, out = config.n_channels, config.n_tail, 3 * config.scale**2
        self.sub_mean = nn.Conv2d(3, 3, 1)
        self.add_mean = nn.Conv2d(3, 3, 1)
        self.head = nn.Conv2d(3, c, 3, padding=1)
        self.fswgs = nn.ModuleList(FSWG(config) for _ in range(config.n_fswg))
        self.conv1 = nn.Conv2d(c, tail, 3, padding=1, bias=False)
        self.up1 = nn.Conv2d(tail, out, 3, padding=1)
        self.conv2 = nn.Conv2d(3, tail, 3, padding=1)
        self.up2 = nn.Conv2d(tail, out, 3, padding=1)
        self._start_as_mean_shift(self.sub_mean, -1.0)
        self._start_as_mean_shift(self.add_mean, 1.0)

    @staticmethod
    def _start_as_mean_shift(conv: nn.Conv2d, sign: float) -> None:
        assert conv.bias is not None  # for the type checker: made with a bias just above
        with torch.no_grad():
            conv.weight.copy_(torch.eye(3).view(3, 3, 1, 1))
            conv.bias.copy_(sign * torch.tensor(RGB_MEAN))

    @property
    def scale(self) -> int:
        return self.config.scale

    def trunk(self) -> list[FSWG]:
        """The FSWGs in order of use after the first: L1 L2 L3 L2 L3, or L1 L2 L2.

        A single one is used once: then the counts of the paper's ablations match.
        """
        first, *others = [m for m in self.fswgs if isinstance(m, FSWG)]
        return [first, *others, *others] if others else []

    def forward(self, x: Tensor, statistics: Statistics = live_statistics) -> Tensor:
        if x.ndim != 4 or x.shape[1] != 3:
            raise ValueError(f"FDIWN takes (N, 3, H, W), not {tuple(x.shape)}")
        shifted = self.sub_mean(x)
        d = total = u = self.fswgs[0](self.head(shifted), statistics)
        for group in self.trunk():
            u = group(d, statistics)
            total = total + u
            d = d + u
        skip = shifted if self.config.mean_removed_skip else x
        up = self.up1(self.conv1(total)) + self.up2(self.conv2(skip))
        out: Tensor = self.add_mean(functional.pixel_shuffle(up, self.scale))
        return out
