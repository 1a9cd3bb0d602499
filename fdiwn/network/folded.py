"""Gates of a folded network: measured on an image, or given."""

from __future__ import annotations

from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.network.config import ATTENTION_GROUPS
from fdiwn.network.units import (
    NORM_EPS,
    STD_FLOOR,
    CombinationCoefficient,
    PlainResidual,
    ShuffleAttention,
    Unit,
    WideResidual,
)

Pair = tuple[Tensor, Tensor]


class GateSource(Protocol):
    """The source of the gates: measured on the current image, or read from the vector."""

    def attention(self, gate: FoldedAttention, x: Tensor) -> Pair: ...
    def coefficients(self, ccls: FoldedCoefficients, a: Tensor, b: Tensor) -> Pair: ...


class PoolSource(Protocol):
    """The source of each channel's mean, or mean and variance, over the picture, for networks other
    than FDIWN."""

    def mean(self, x: Tensor, channels: int) -> Tensor: ...
    def statistics(self, x: Tensor, channels: int) -> Pair: ...


class GivenGates:
    """Reads the vector (1, K, 1, 1) in the order of use."""

    def __init__(self, gates: Tensor) -> None:
        self._gates, self._at = gates, 0

    def _take(self, count: int) -> Tensor:
        self._at += count
        return self._gates[:, self._at - count : self._at]

    def attention(self, gate: FoldedAttention, x: Tensor) -> Pair:
        return self._take(gate.channels), self._take(gate.channels)

    def coefficients(self, ccls: FoldedCoefficients, a: Tensor, b: Tensor) -> Pair:
        return self._take(ccls.channels), self._take(ccls.channels)

    def mean(self, x: Tensor, channels: int) -> Tensor:
        return self._take(channels)

    def statistics(self, x: Tensor, channels: int) -> Pair:
        return self._take(channels), self._take(channels)


class MeasuredGates:
    """Measures every gate on the current batch and records it.

    cut: rows above and below, and columns left and right, to exclude from the statistics: near a
    sample's edge the features are affected by the zero padding, which the picture does not have
    there. together: the batch is one image, in samples; otherwise each image has its own gates.
    """

    def __init__(self, cut: tuple[int, int] = (0, 0), together: bool = True) -> None:
        self._parts: list[Tensor] = []
        self._over = (0, 2, 3) if together else (2, 3)
        self._crop = (-cut[1], -cut[1], -cut[0], -cut[0])

    def _cropped(self, x: Tensor) -> Tensor:
        return functional.pad(x, self._crop) if any(self._crop) else x

    def _statistics(self, x: Tensor) -> Pair:
        x = self._cropped(x)
        mean = x.mean(self._over, keepdim=True)
        return mean, (x - mean).square().mean(self._over, keepdim=True)

    def attention(self, gate: FoldedAttention, x: Tensor) -> Pair:
        both = torch.cat(gate.gain_and_shift(*self._statistics(x)), 1)
        self._parts.append(both)
        # Split again, or OpenVINO would compute them anew for every pixel that they gate.
        gain, shift = both.chunk(2, 1)
        return gain, shift

    def coefficients(self, ccls: FoldedCoefficients, a: Tensor, b: Tensor) -> Pair:
        means, variances = zip(*(self._statistics(x) for x in (a, b)), strict=True)
        both = ccls(torch.cat(means, 1), torch.cat(variances, 1))
        self._parts.append(both)
        of_a, of_b = both.chunk(2, 1)
        return of_a, of_b

    def mean(self, x: Tensor, channels: int) -> Tensor:
        self._parts.append(self._cropped(x).mean(self._over, keepdim=True))
        return self._parts[-1]

    def statistics(self, x: Tensor, channels: int) -> Pair:
        both = self._statistics(x)
        self._parts.extend(both)
        return both

    def packed(self) -> Tensor:
        """The vectors (1, K, 1, 1), or (N, K, 1, 1) of N images."""
        return torch.cat(self._parts, 1)


def _shuffled(channels: int, groups: int) -> Tensor:
    """``_shuffled(c, g)[k]`` is the input channel that a shuffle puts at output channel k."""
    return torch.arange(channels).view(groups, -1).t().reshape(-1)


def plain_conv(weight: Tensor, bias: Tensor | None) -> nn.Conv2d:
    """A plain "same" convolution with fixed parameters."""
    c_out, c_in, kernel, _ = weight.shape
    conv = nn.Conv2d(c_in, c_out, kernel, padding=kernel // 2, bias=bias is not None)
    conv.weight.data = weight.detach().clone()
    if bias is not None and conv.bias is not None:
        conv.bias.data = bias.detach().clone()
    return conv


class FoldedAttention(nn.Module):
    """A shuffle attention whose input is already shuffled and scaled by a factor.

    The input is ``factor * shuffle(x)`` for the training form's x; so is the output. Per channel,
    with mean m and variance v of the input: ``g = slope / sqrt(v + eps * factor^2)``, the gate on
    the input is ``sigmoid(g * input + offset + (weight / factor - g) * m)``. The factor's sign and
    inverse are multiplied into slope and weight; a zero branch (factor 0) stays zero.
    """

    def __init__(self, attention: ShuffleAttention, channels: int, factor: float) -> None:
        super().__init__()
        self.channels = channels
        inverse = 1.0 / factor if factor else 0.0
        self.eps = NORM_EPS * factor**2 if factor else NORM_EPS
        h = channels // (2 * ATTENTION_GROUPS)
        slope = (attention.spatial_weight.view(h) * attention.norm_weight).detach()
        silent = torch.zeros_like(slope)
        tilt = (attention.spatial_weight.view(h) * attention.norm_bias).detach()
        self.slope = self._vector(silent, slope * ((factor > 0) - (factor < 0)))
        self.weight = self._vector(attention.channel_weight.detach().view(h) * inverse, silent)
        self.offset = self._vector(
            attention.channel_bias.detach().view(h), attention.spatial_bias.detach().view(h) + tilt
        )

    def _vector(self, channel_half: Tensor, spatial_half: Tensor) -> nn.Parameter:
        """(1, C, 1, 1) in shuffled order, from the values that all groups share."""
        group = torch.cat((channel_half, spatial_half))
        values = group.repeat(ATTENTION_GROUPS)[_shuffled(self.channels, 2)]
        return nn.Parameter(values.view(1, -1, 1, 1), requires_grad=False)

    def gain_and_shift(self, mean: Tensor, variance: Tensor) -> Pair:
        """(gain, shift) for the mean and variance of the folded input, all (1, C, 1, 1)."""
        gain = self.slope * (variance + self.eps).rsqrt()
        return gain, self.offset + (self.weight - gain) * mean

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        gain, shift = gates.attention(self, x)
        return x * torch.sigmoid(gain * x + shift)


class FoldedCoefficients(nn.Module):
    """Two CCLs, whose eight small convolutions become two with block-diagonal kernels."""

    def __init__(self, first: CombinationCoefficient, second: CombinationCoefficient) -> None:
        super().__init__()
        self.channels = first.mean_squeeze.in_channels
        pair = (first, second)
        self.squeeze = _side_by_side(
            [ccl.mean_squeeze for ccl in pair] + [ccl.std_squeeze for ccl in pair]
        )
        self.excite = _side_by_side(
            [ccl.mean_excite for ccl in pair] + [ccl.std_excite for ccl in pair]
        )

    def forward(self, mean: Tensor, variance: Tensor) -> Tensor:
        """Both images' coefficients (1, 2C, 1, 1) from both images' statistics, concatenated."""
        given = torch.cat((mean, variance.clamp_min(STD_FLOOR).sqrt()), 1)
        excited = functional.relu(self.excite(functional.relu(self.squeeze(given))))
        upper, lower = torch.sigmoid(excited).chunk(2, 1)
        return (upper + lower) * 0.5


def _side_by_side(convs: list[nn.Conv2d]) -> nn.Conv2d:
    """1x1 convolutions of separate channel groups, as one."""
    weight: Tensor = torch.block_diag(*(c.weight[:, :, 0, 0] for c in convs))  # type: ignore[no-untyped-call]
    biases = [conv.bias for conv in convs if conv.bias is not None]
    return plain_conv(weight[:, :, None, None], torch.cat(biases))


class FoldedWideResidual(nn.Module):
    """WIRW or WCRW times ``factor``; its input channels are scaled by ``input_scale``."""

    def __init__(self, block: WideResidual, factor: float, input_scale: Tensor | None) -> None:
        super().__init__()
        c_out, res = block.extract.weight_v.shape[0], factor * float(block.res_scale)
        scale = 1.0 if input_scale is None else input_scale.view(1, -1, 1, 1)
        order = _shuffled(c_out, 2)
        self.expand = plain_conv(block.expand.weight() * scale, block.expand.bias)
        self.reduce = plain_conv(block.reduce.weight(), block.reduce.bias)
        assert block.extract.bias is not None
        self.extract = plain_conv(
            res * block.extract.weight()[order], res * block.extract.bias[order]
        )
        self.attention = FoldedAttention(block.attention, c_out, res)
        self.x_scale = factor * float(block.x_scale)
        self.conv: nn.Conv2d | None = None
        if block.conv is not None:
            assert block.conv.bias is not None
            self.conv = plain_conv(
                self.x_scale * block.conv.weight * scale, self.x_scale * block.conv.bias
            )

    def residual(self, x: Tensor, gates: GateSource) -> Tensor:
        """The term added to the identity path."""
        body = self.extract(self.reduce(functional.relu(self.expand(x))))
        attended: Tensor = self.attention(body, gates)
        return attended

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        identity = self.x_scale * x if self.conv is None else self.conv(x)
        return self.residual(x, gates) + identity


class FoldedPlainResidual(nn.Module):
    """`fdiwn.network.units.PlainResidual` times ``factor``; its input channels are scaled by
    ``input_scale``."""

    def __init__(self, block: PlainResidual, factor: float, input_scale: Tensor | None) -> None:
        super().__init__()
        scale = 1.0 if input_scale is None else input_scale.view(1, -1, 1, 1)
        assert block.conv2.bias is not None
        self.conv1 = plain_conv(block.conv1.weight * scale, block.conv1.bias)
        self.conv2 = plain_conv(factor * block.conv2.weight, factor * block.conv2.bias)
        self.x_scale = factor
        self.conv: nn.Conv2d | None = None
        if block.conv is not None:
            assert block.conv.bias is not None
            self.conv = plain_conv(factor * block.conv.weight * scale, factor * block.conv.bias)

    def residual(self, x: Tensor, gates: GateSource) -> Tensor:
        """The term added to the identity path."""
        body: Tensor = self.conv2(functional.relu(self.conv1(x)))
        return body

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        identity = self.x_scale * x if self.conv is None else self.conv(x)
        return self.residual(x, gates) + identity


FoldedUnit = FoldedWideResidual | FoldedPlainResidual


def folded_unit(block: Unit, factor: float, input_scale: Tensor | None) -> FoldedUnit:
    """WIRW, WCRW or a plain block times ``factor``; its input channels are scaled by
    ``input_scale``."""
    if isinstance(block, WideResidual):
        return FoldedWideResidual(block, factor, input_scale)
    return FoldedPlainResidual(block, factor, input_scale)


def unscaled(block: Unit) -> FoldedUnit:
    return folded_unit(block, 1.0, None)


def dense_behind_shuffle(conv: nn.Conv2d, factor: float) -> nn.Conv2d:
    """A group convolution after a shuffle into as many groups, as a dense one without the
    shuffle."""
    c_out, per_group = conv.weight.shape[:2]
    c_in = per_group * conv.groups
    weight = conv.weight.new_zeros(c_out, c_in, *conv.weight.shape[2:])
    order = _shuffled(c_in, conv.groups)
    for group in range(conv.groups):
        rows = slice(group * c_out // conv.groups, (group + 1) * c_out // conv.groups)
        columns = order[group * per_group : (group + 1) * per_group]
        weight[rows, columns] = factor * conv.weight[rows]
    return plain_conv(weight, None)
