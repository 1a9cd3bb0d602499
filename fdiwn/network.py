"""FDIWN in the form in which it is trained.

Follows "Feature Distillation Interaction Weighting Network for Lightweight Image
Super-Resolution" (AAAI 2022, arXiv 2112.08655); block names are the paper's.

Tensor contract: float32 ``(N, 3, H, W)`` RGB in 0..255 goes in, ``(N, 3, sH, sW)`` in the same
range comes out, not clamped. Every convolution has stride 1 and zero padding, so H and W are free.

Every block looks at the whole image: attention gates and combination coefficients depend on
each channel's mean and variance over H x W. All blocks ask for those two numbers through one
callable, ``statistics(x) -> (mean, variance)``, so that they can be measured on the picture
once and then be given to every tile (see ``fdiwn.statistics``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

Statistics = Callable[[Tensor], tuple[Tensor, Tensor]]
"""Maps (N, C, H, W) to mean and population variance, each (N, C, 1, 1) or (1, C, 1, 1)."""

LEAKY_SLOPE = 0.05
ATTENTION_GROUPS = 6
NORM_EPS = 1e-5  # of the group normalisation inside the shuffle attention
STD_FLOOR = 1e-10  # of a variance: the slope of the root at 0 is infinite
RGB_MEAN = (0.4488 * 255, 0.4371 * 255, 0.4040 * 255)  # DIV2K, where Sub_mean starts


def live_statistics(x: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and population variance of each channel of the image at hand, in float32 or better."""
    if x.dtype in (torch.bfloat16, torch.float16):
        x = x.float()
    mean = x.mean((2, 3), keepdim=True)  # both passes are faster than torch.var_mean on a CPU
    return mean, (x - mean).square().mean((2, 3), keepdim=True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    """Output channel ``groups*k + j`` is input channel ``j*C/groups + k``."""
    n, c, h, w = x.shape
    return x.view(n, groups, c // groups, h, w).transpose(1, 2).reshape(n, c, h, w)


@dataclass(frozen=True)
class FDIWNConfig:
    """What tells one FDIWN from another. `for_scale` gives the published ones.

    width_wirw: hidden channels of WIRW. width_expand: of the WCRW 12->24. width_fuse: of the
    WCRW 48->24 inside SCF. n_tail: channels between trunk and pixel shuffle. n_fswg: 3 for
    FDIWN, 2 for FDIWN-M. mean_removed_skip: whether the skip to the output reads the image
    after Sub_mean (x4) or the raw one (x2, x3).
    """

    scale: int
    width_wirw: int = 48
    width_expand: int = 48
    width_fuse: int = 96
    n_tail: int = 64
    n_fswg: int = 3
    mean_removed_skip: bool = False
    n_channels: int = 24

    def __post_init__(self) -> None:
        if self.scale not in (2, 3, 4):
            raise ValueError(f"FDIWN exists for scales 2, 3 and 4, not {self.scale}")
        if self.n_fswg not in (2, 3):
            raise ValueError(f"FDIWN has 3 FSWGs and FDIWN-M has 2, not {self.n_fswg}")
        if self.n_channels % (2 * ATTENTION_GROUPS):
            raise ValueError(f"n_channels must be a multiple of {2 * ATTENTION_GROUPS}")

    @classmethod
    def for_scale(cls, scale: int, variant: str = "FDIWN") -> FDIWNConfig:
        """The published configuration of ``variant`` ("FDIWN" or "FDIWN-M") at x2, x3 or x4."""
        if variant not in ("FDIWN", "FDIWN-M"):
            raise ValueError(f"variant is FDIWN or FDIWN-M, not {variant!r}")
        n_fswg = 3 if variant == "FDIWN" else 2
        if scale == 4:
            return cls(4, 60, 54, 108, n_tail=32, n_fswg=n_fswg, mean_removed_skip=True)
        return cls(scale, n_fswg=n_fswg)


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

    In each group the first h channels get channel attention, ``x * sigmoid(w*mean + b)``, the
    last h spatial attention, ``x * sigmoid(w*norm(x) + b)`` with per-channel normalisation. All
    groups share their parameters. Both are ``x * sigmoid(gain*x + shift)`` with one gain and
    shift per channel of the image; a shuffle of the channels in 2 groups follows.
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
    change the number of channels. Both paths carry one learnt scalar.
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


def wirw(c: int, width: int) -> WideResidual:
    """Wide identical residual weighting: c -> c channels."""
    return WideResidual(c, width, c // 2, c, conv_path=False)


def wcrw(c_in: int, width: int, c_out: int) -> WideResidual:
    """Wide convolutional residual weighting: c_in -> c_out channels."""
    return WideResidual(c_in, width, min(c_in, c_out), c_out, conv_path=True)


class SCF(nn.Module):
    """Self-calibration fusion of WDIB's two streams ``a`` and ``b``."""

    def __init__(self, c: int, width: int) -> None:
        super().__init__()
        self.scale_a = nn.Parameter(torch.ones(1))
        self.scale_b = nn.Parameter(torch.ones(1))
        self.wcrw = wcrw(2 * c, width, c)
        self.calibrate = nn.Conv2d(2 * c, c, 1, bias=False)

    def forward(self, a: Tensor, b: Tensor, statistics: Statistics) -> Tensor:
        z = torch.cat((self.scale_a * a, self.scale_b * b), 1)
        fused: Tensor = self.wcrw(z, statistics) + torch.sigmoid(self.calibrate(z)) * b
        return fused


class WDIB(nn.Module):
    """Wide-residual distillation interaction block: two streams that weight each other."""

    def __init__(self, config: FDIWNConfig) -> None:
        super().__init__()
        c, half = config.n_channels, config.n_channels // 2
        self.wirw1 = wirw(c, config.width_wirw)
        self.wirw2 = wirw(c, config.width_wirw)
        self.wirw3 = wirw(c, config.width_wirw)
        self.wirw4 = wirw(c, config.width_wirw)
        self.wcrw1 = wcrw(half, config.width_expand, c)
        self.wcrw2 = wcrw(half, config.width_expand, c)
        self.coefficient_a1 = CombinationCoefficient(c)
        self.coefficient_b1 = CombinationCoefficient(c)
        self.coefficient_a2 = CombinationCoefficient(c)
        self.coefficient_b2 = CombinationCoefficient(c)
        self.distill1 = nn.Conv2d(half, c, 3, padding=1, bias=False)
        self.distill2 = nn.Conv2d(half, c, 3, padding=1, bias=False)
        self.scf = SCF(c, config.width_fuse)
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

        a3 = self.wirw3(a2 * torch.sigmoid(self.distill2(a_d)), statistics)
        b3 = self.wirw4(b2 * torch.sigmoid(self.distill1(b_d)), statistics)
        out: Tensor = self.attention(self.scf(a3, b3, statistics) + x, statistics)
        return out


class FSWG(nn.Module):
    """Feature shuffle weighted group: three WDIBs, fused by shuffled group convolutions."""

    def __init__(self, config: FDIWNConfig) -> None:
        super().__init__()
        c = config.n_channels
        self.wdib1, self.wdib2, self.wdib3 = WDIB(config), WDIB(config), WDIB(config)
        self.conv = nn.Conv2d(c, c, 3, padding=1, bias=False)
        self.fuse1 = nn.Conv2d(2 * c, c, 3, padding=1, groups=4, bias=False)
        self.fuse2 = nn.Conv2d(2 * c, c, 3, padding=1, groups=4, bias=False)
        self.wirw = wirw(c, config.width_wirw)
        self.x_scale = nn.Parameter(torch.full((1,), 0.5))
        self.res_scale = nn.Parameter(torch.full((1,), 0.5))

    def forward(self, x: Tensor, statistics: Statistics) -> Tensor:
        o1 = self.wdib1(x, statistics)
        o2 = self.wdib2(o1, statistics)
        o3 = self.wdib3(o2 + self.conv(o1), statistics)
        p = self.fuse1(channel_shuffle(torch.cat((o1, o2), 1), 4))
        q = self.fuse2(channel_shuffle(torch.cat((p, o3), 1), 4))
        out: Tensor = self.x_scale * (q + o3) + self.res_scale * self.wirw(x, statistics)
        return out


class FDIWN(nn.Module):
    """The network. The two FSWGs behind the first are used twice each (FDIWN-M: one, twice)."""

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
        """The FSWGs in the order of their use behind the first: L1 L2 L3 L2 L3, or L1 L2 L2."""
        first, *others = [m for m in self.fswgs if isinstance(m, FSWG)]
        return [first, *others, *others]

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
