"""Parts that several comparison networks share.

Inside the networks white is 1, as in most of the papers; their inputs and outputs are in 0..255.
Every convolution keeps the size, unless it says otherwise.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.network.network import RGB_MEAN
from fdiwn.network.units import STD_FLOOR, WNConv2d, live_statistics

WHITE = 255.0


def conv(c_in: int, c_out: int, kernel: int = 3, groups: int = 1, bias: bool = True) -> nn.Conv2d:
    """A "same" convolution with zero padding."""
    return nn.Conv2d(c_in, c_out, kernel, padding=kernel // 2, groups=groups, bias=bias)


class Centre(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to 0..1 without the mean of DIV2K; `back` is the inverse."""

    mean: Tensor

    def __init__(self) -> None:
        super().__init__()
        mean = torch.tensor(RGB_MEAN).view(1, 3, 1, 1) / WHITE
        self.register_buffer("mean", mean, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return x * (1 / WHITE) - self.mean

    def back(self, y: Tensor) -> Tensor:
        return (y + self.mean) * WHITE


class Pooled(nn.Module):
    """Mean and population variance of each channel over the whole picture, (N, C, 1, 1) each.

    The only way in which these networks look at the whole picture: whoever enlarges in tiles gives
    every tile the picture's values here.
    """

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return live_statistics(x)


class ChannelAttention(nn.Module):
    """Weights the channels by gates from their means; if ``contrast``, from mean plus deviation."""

    def __init__(self, c: int, hidden: int, contrast: bool = False) -> None:
        super().__init__()
        self.contrast = contrast
        self.pooled = Pooled()
        self.squeeze, self.excite = conv(c, hidden, 1), conv(hidden, c, 1)

    def forward(self, x: Tensor) -> Tensor:
        mean, variance = self.pooled(x)
        if self.contrast:
            mean = mean + variance.clamp_min(STD_FLOOR).sqrt()
        gate = torch.sigmoid(self.excite(functional.relu(self.squeeze(mean))))
        return x * gate


class Scale(nn.Module):
    """One learnt factor for all channels."""

    def __init__(self, start: float = 1.0) -> None:
        super().__init__()
        self.factor = nn.Parameter(torch.tensor([start]))

    def forward(self, x: Tensor) -> Tensor:
        return self.factor * x


class ResidualBlock(nn.Module):
    """3x3, ReLU, 3x3, added to the input."""

    def __init__(self, c: int) -> None:
        super().__init__()
        self.conv1, self.conv2 = conv(c, c), conv(c, c)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = x + self.conv2(functional.relu(self.conv1(x)))
        return out


class AdaptiveUnit(nn.Module):
    """AWRU: adaptive weighted residual unit. Two 3x3, ``width`` channels between them, and learnt
    factors of both paths."""

    def __init__(self, c: int, width: int) -> None:
        super().__init__()
        self.expand, self.reduce = WNConv2d(c, width, 3), WNConv2d(width, c, 3)
        self.res_scale, self.x_scale = Scale(), Scale()

    def forward(self, x: Tensor) -> Tensor:
        body = self.reduce(functional.relu(self.expand(x)))
        out: Tensor = self.res_scale(body) + self.x_scale(x)
        return out


class LocalFusion(nn.Module):
    """LFB: four AWRUs in a row, and a 3x3 that fuses the outputs of all four."""

    def __init__(self, c: int, width: int) -> None:
        super().__init__()
        self.units = nn.ModuleList(AdaptiveUnit(c, width) for _ in range(4))
        self.fuse = WNConv2d(4 * c, c, 3)
        self.res_scale, self.x_scale = Scale(), Scale()

    def forward(self, x: Tensor) -> Tensor:
        outputs, last = [], x
        for unit in self.units:
            last = unit(last)
            outputs.append(last)
        out: Tensor = self.res_scale(self.fuse(torch.cat(outputs, 1))) + self.x_scale(x)
        return out


def enlarger(c: int, scale: int, groups: int = 1, activation: bool = False) -> nn.Sequential:
    """Sub-pixel convolutions from C channels to C channels of the enlarged size; x4 in two steps.

    activation: a ReLU after each convolution.
    """
    layers: list[nn.Module] = []
    for factor in (2, 2) if scale == 4 else (scale,):
        layers.append(conv(c, c * factor**2, groups=groups))
        if activation:
            layers.append(nn.ReLU())
        layers.append(nn.PixelShuffle(factor))
    return nn.Sequential(*layers)


def wide_maximum(x: Tensor) -> Tensor:
    """The maximum of 7x7 places at every third one; smaller pictures are taken whole."""
    h, w = x.shape[-2:]
    return functional.max_pool2d(x, (min(7, h), min(7, w)), 3)
