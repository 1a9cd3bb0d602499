"""The parts of FDIWN: attention, combination coefficients, WIRW and WCRW.

Every unit uses the whole image: attention gates and combination coefficients depend on each
channel's mean and variance over H x W. All get those two numbers from one callable, ``statistics(x)
-> (mean, variance)``, so that they can be measured once per picture and then be given to every tile
(see `fdiwn.enlarge.statistics`). Every convolution has stride 1 and zero padding.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.network.config import ATTENTION_GROUPS, FDIWNConfig

Statistics = Callable[[Tensor], tuple[Tensor, Tensor]]
"""Maps (N, C, H, W) to mean and population variance, each (N, C, 1, 1) or (1, C, 1, 1)."""

NORM_EPS = 1e-5  # of the group normalisation inside the shuffle attention
STD_FLOOR = 1e-10  # of a variance: the slope of the root at 0 is infinite


def live_statistics(x: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and population variance of each channel of the image, in float32 or better."""
    if x.dtype in (torch.bfloat16, torch.float16):
        x = x.float()
    mean = x.mean((2, 3), keepdim=True)  # two passes are faster than torch.var_mean on a CPU
    return mean, (x - mean).square().mean((2, 3), keepdim=True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    """Output channel ``groups*k + j`` is input channel ``j*C/groups + k``."""
    n, c, h, w = x.shape
    return x.view(n, groups, c // groups, h, w).transpose(1, 2).reshape(n, c, h, w)


class WNConv2d(nn.Module):
    """A "same" convolution with weight normalisation over dim 0: ``weight = g * v / |v|``."""

    def __init__(self, c_in: int, c_out: int, kernel: int) -> None:
        super().__init__()
        plain = nn.Conv2d(c_in, c_out, kernel)
        self.padding = kernel // 2
        self.bias = plain.bias
        self.weight_v = plain.weight
        self.weight_g = nn.Parameter(self._norm(plain.weight.detach()))

    @staticmethod
    def _norm(v: Tensor) -> Tensor:
        norm: Tensor = v.flatten(1).norm(dim=1).view(-1, 1, 1, 1)
        return norm

    def weight(self) -> Tensor:
        """The effective kernel (c_out, c_in, k, k)."""
        return self.weight_v * (self.weight_g / self._norm(self.weight_v))

    def forward(self, x: Tensor) -> Tensor:
        return functional.conv2d(x, self.weight(), self.bias, padding=self.padding)


class ShuffleAttention(nn.Module):
    """Shuffle attention over ``c`` channels in 6 groups of 2h channels.

    In each group the first h channels get channel attention, ``x * sigmoid(w*mean + b)``, the last
    h spatial attention, ``x * sigmoid(w*norm(x) + b)`` with per-channel normalisation. All groups
    share their parameters. Both are ``x * sigmoid(gain*x + shift)`` with one gain and shift per
    channel of the image; a shuffle of the channels in 2 groups follows.
    """

    def __init__(self, c: int) -> None:
        super().__init__()
        h = c // (2 * ATTENTION_GROUPS)
        self.channel_weight = nn.Parameter(torch.zeros(1, h, 1, 1))
        self.channel_bias = nn.Parameter(torch.ones(1, h, 1, 1))
        self.spatial_weight = nn.Parameter(torch.zeros(1, h, 1, 1))
        self.spatial_bias = nn.Parameter(torch.ones(1, h, 1, 1))
        self.norm_weight = nn.Parameter(torch.ones(h))
        self.norm_bias = nn.Parameter(torch.zeros(h))

    def gain_and_shift(self, mean: Tensor, variance: Tensor) -> tuple[Tensor, Tensor]:
        """The gate's (gain, shift), each (N, C, 1, 1), for an image's mean and variance."""
        n, c = mean.shape[:2]
        grouped = (n, ATTENTION_GROUPS, 2, c // (2 * ATTENTION_GROUPS))
        mean_channel, mean_spatial = mean.view(grouped).unbind(2)
        inverse_std = (variance.view(grouped)[:, :, 1] + NORM_EPS).rsqrt()
        w_c, b_c, w_s, b_s = (
            p.view(1, 1, -1)
            for p in (
                self.channel_weight,
                self.channel_bias,
                self.spatial_weight,
                self.spatial_bias,
            )
        )
        gain_spatial = w_s * self.norm_weight * inverse_std
        shift_spatial = b_s + w_s * self.norm_bias - gain_spatial * mean_spatial
        shift_channel = b_c + w_c * mean_channel
        gain = torch.stack((torch.zeros_like(gain_spatial), gain_spatial), 2)
        shift = torch.stack((shift_channel, shift_spatial), 2)
        return gain.view(n, c, 1, 1), shift.view(n, c, 1, 1)

    def forward(self, x: Tensor, statistics: Statistics) -> Tensor:
        gain, shift = self.gain_and_shift(*statistics(x))
        return channel_shuffle(x * torch.sigmoid(gain * x + shift), 2)


class CombinationCoefficient(nn.Module):
    """CCL: one coefficient per channel, in 0.5..1, from each channel's mean and deviation."""

    def __init__(self, c: int) -> None:
        super().__init__()
        self.mean_squeeze = nn.Conv2d(c, c // 8, 1)
        self.mean_excite = nn.Conv2d(c // 8, c, 1)
        self.std_squeeze = nn.Conv2d(c, c // 8, 1)
        self.std_excite = nn.Conv2d(c // 8, c, 1)

    def of(self, mean: Tensor, variance: Tensor) -> Tensor:
        """The coefficients (N, C, 1, 1) for an image's mean and variance."""
        std = variance.clamp_min(STD_FLOOR).sqrt()
        upper = functional.relu(self.mean_excite(functional.relu(self.mean_squeeze(mean))))
        lower = functional.relu(self.std_excite(functional.relu(self.std_squeeze(std))))
        return (torch.sigmoid(upper) + torch.sigmoid(lower)) / 2

    def forward(self, x: Tensor, statistics: Statistics) -> Tensor:
        return self.of(*statistics(x))


class WideResidual(nn.Module):
    """The wide body that WIRW and WCRW share: 1x1 wide, ReLU, 1x1 narrow, 3x3, attention.

    The identity path is the input itself (WIRW) or its 3x3 convolution (WCRW), so that WCRW may
    change the number of channels. Both paths are scaled by one learnt scalar.
    """

    def __init__(self, c_in: int, width: int, narrow: int, c_out: int, conv_path: bool) -> None:
        super().__init__()
        self.expand = WNConv2d(c_in, width, 1)
        self.reduce = WNConv2d(width, narrow, 1)
        self.extract = WNConv2d(narrow, c_out, 3)
        self.attention = ShuffleAttention(c_out)
        self.conv = nn.Conv2d(c_in, c_out, 3, padding=1) if conv_path else None
        self.res_scale = nn.Parameter(torch.ones(1))
        self.x_scale = nn.Parameter(torch.ones(1))

    def forward(self, x: Tensor, statistics: Statistics) -> Tensor:
        body = self.extract(self.reduce(functional.relu(self.expand(x))))
        identity = x if self.conv is None else self.conv(x)
        attended: Tensor = self.attention(body, statistics)
        return self.res_scale * attended + self.x_scale * identity


class PlainResidual(nn.Module):
    """Replaces WIRW and WCRW if ``units`` is "plain": an ordinary residual block.

    3x3, ReLU, 3x3, added to the input; if the number of channels changes, to its 3x3 convolution.
    No weight normalisation, attention or scalars. The paper does not say how wide its baseline's
    blocks are inside: the larger of both sides gives the 152,000 parameters.
    """

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__()
        hidden = max(c_in, c_out)
        self.conv1 = nn.Conv2d(c_in, hidden, 3, padding=1)
        self.conv2 = nn.Conv2d(hidden, c_out, 3, padding=1)
        self.conv = nn.Conv2d(c_in, c_out, 3, padding=1) if c_in != c_out else None

    def forward(self, x: Tensor, statistics: Statistics) -> Tensor:
        identity = x if self.conv is None else self.conv(x)
        out: Tensor = self.conv2(functional.relu(self.conv1(x))) + identity
        return out


Unit = WideResidual | PlainResidual


def wirw(config: FDIWNConfig) -> Unit:
    """Wide identical residual weighting: C -> C channels."""
    c = config.n_channels
    if config.parts.units == "plain":
        return PlainResidual(c, c)
    return WideResidual(c, _width(config, c, config.width_wirw), c // 2, c, conv_path=False)


def wcrw(config: FDIWNConfig, c_in: int, width: int) -> Unit:
    """Wide convolutional residual weighting: c_in -> C channels."""
    c = config.n_channels
    if config.parts.units == "plain":
        return PlainResidual(c_in, c)
    return WideResidual(c_in, _width(config, c_in, width), min(c_in, c), c, conv_path=True)


def _width(config: FDIWNConfig, c_in: int, wide: int) -> int:
    return wide if config.parts.units == "wide" else c_in
