"""FDIWN in the form in which it enlarges pictures: folded, with its statistics as an argument.

Equal to the training form within 1e-3 of 255, but with far fewer operations:

- weight normalisation, residual scalars and Add_mean are multiplied into the convolutions;
- the channel shuffle behind an attention gate permutes the kernels of the convolution before it;
- the group convolutions behind a shuffle are written dense, which runs faster on CPUs;
- every attention gate is ``x * sigmoid(gain * x + shift)``, every combination coefficient one
  factor per channel. These numbers are all that the network wants to know of the whole image.
  They are one vector, the *gates*: measured once on a picture, then given to every tile.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.gates import GateSource, GivenGates, MeasuredGates, Pair
from fdiwn.network import (
    ATTENTION_GROUPS,
    FDIWN,
    FSWG,
    LEAKY_SLOPE,
    NORM_EPS,
    STD_FLOOR,
    WDIB,
    CombinationCoefficient,
    ShuffleAttention,
    WideResidual,
    channel_shuffle,
)


def _shuffled(channels: int, groups: int) -> Tensor:
    """``_shuffled(c, g)[k]`` is the input channel that a shuffle puts at output channel k."""
    return torch.arange(channels).view(groups, -1).t().reshape(-1)


def _conv(weight: Tensor, bias: Tensor | None) -> nn.Conv2d:
    """A plain "same" convolution with fixed parameters."""
    c_out, c_in, kernel, _ = weight.shape
    conv = nn.Conv2d(c_in, c_out, kernel, padding=kernel // 2, bias=bias is not None)
    conv.weight.data = weight.detach().clone()
    if bias is not None and conv.bias is not None:
        conv.bias.data = bias.detach().clone()
    return conv


class FoldedAttention(nn.Module):
    """A shuffle attention whose input is shuffled already and carries a factor.

    The input is ``factor * shuffle(x)`` for the training form's x; so is the output. Per channel,
    with mean m and variance v of the input: ``g = slope / sqrt(v + eps * factor^2)``, the gate on
    the input is ``sigmoid(g * input + offset + (weight / factor - g) * m)``. The factor's sign
    and inverse are multiplied into slope and weight; a silent branch (factor 0) stays silent.
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
        """For the mean and variance of the folded input, all (1, C, 1, 1)."""
        gain = self.slope * (variance + self.eps).rsqrt()
        return gain, self.offset + (self.weight - gain) * mean

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        gain, shift = gates.attention(self, x)
        return x * torch.sigmoid(gain * x + shift)


class FoldedCoefficients(nn.Module):
    """Two CCLs, whose eight small convolutions become two with blocks along the diagonal."""

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
        """Both images' coefficients (1, 2C, 1, 1) from both images' statistics, side by side."""
        given = torch.cat((mean, variance.clamp_min(STD_FLOOR).sqrt()), 1)
        excited = functional.relu(self.excite(functional.relu(self.squeeze(given))))
        upper, lower = torch.sigmoid(excited).chunk(2, 1)
        return (upper + lower) * 0.5


def _side_by_side(convs: list[nn.Conv2d]) -> nn.Conv2d:
    """1x1 convolutions, each of its own part of the channels, as one."""
    weight: Tensor = torch.block_diag(*(c.weight[:, :, 0, 0] for c in convs))  # type: ignore[no-untyped-call]
    biases = [conv.bias for conv in convs if conv.bias is not None]
    return _conv(weight[:, :, None, None], torch.cat(biases))


class FoldedWideResidual(nn.Module):
    """WIRW or WCRW times ``factor``; its input channels carry ``input_scale``."""

    def __init__(self, block: WideResidual, factor: float, input_scale: Tensor | None) -> None:
        super().__init__()
        c_out, res = block.extract.weight_v.shape[0], factor * float(block.res_scale)
        scale = 1.0 if input_scale is None else input_scale.view(1, -1, 1, 1)
        order = _shuffled(c_out, 2)
        self.expand = _conv(block.expand.weight() * scale, block.expand.bias)
        self.reduce = _conv(block.reduce.weight(), block.reduce.bias)
        assert block.extract.bias is not None
        self.extract = _conv(res * block.extract.weight()[order], res * block.extract.bias[order])
        self.attention = FoldedAttention(block.attention, c_out, res)
        self.x_scale = factor * float(block.x_scale)
        self.conv: nn.Conv2d | None = None
        if block.conv is not None:
            assert block.conv.bias is not None
            self.conv = _conv(
                self.x_scale * block.conv.weight * scale, self.x_scale * block.conv.bias
            )

    def residual(self, x: Tensor, gates: GateSource) -> Tensor:
        """What is added to the identity path."""
        body = self.extract(self.reduce(functional.relu(self.expand(x))))
        attended: Tensor = self.attention(body, gates)
        return attended

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        identity = self.x_scale * x if self.conv is None else self.conv(x)
        return self.residual(x, gates) + identity


def _plain(block: WideResidual) -> FoldedWideResidual:
    return FoldedWideResidual(block, 1.0, None)


class FoldedWDIB(nn.Module):
    """See `fdiwn.network.WDIB`; the letters are the same."""

    def __init__(self, block: WDIB) -> None:
        super().__init__()
        c = block.scf.calibrate.weight.shape[0]
        self.wirw1, self.wirw2 = _plain(block.wirw1), _plain(block.wirw2)
        self.wirw3, self.wirw4 = _plain(block.wirw3), _plain(block.wirw4)
        self.wcrw1, self.wcrw2 = _plain(block.wcrw1), _plain(block.wcrw2)
        self.coefficients1 = FoldedCoefficients(block.coefficient_a1, block.coefficient_b1)
        self.coefficients2 = FoldedCoefficients(block.coefficient_a2, block.coefficient_b2)
        self.distill1, self.distill2 = block.distill1, block.distill2
        scales = torch.cat((block.scf.scale_a.expand(c), block.scf.scale_b.expand(c))).detach()
        self.fuse = FoldedWideResidual(block.scf.wcrw, 1.0, scales)
        self.calibrate = _conv(block.scf.calibrate.weight * scales.view(1, -1, 1, 1), None)
        self.attention = FoldedAttention(block.attention, c, 1.0)

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        a_d, a_r = functional.leaky_relu(self.wirw1(x, gates), LEAKY_SLOPE).chunk(2, 1)
        a = self.wcrw1(a_r, gates)
        of_a, of_x = gates.coefficients(self.coefficients1, a, x)
        b1, a1 = of_a * a + x, of_x * x + a

        b_d, b_r = functional.leaky_relu(self.wirw2(b1, gates), LEAKY_SLOPE).chunk(2, 1)
        b = self.wcrw2(b_r, gates)
        of_a1, of_b = gates.coefficients(self.coefficients2, a1, b)
        b2, a2 = of_a1 * a1 + b, of_b * b + a1

        a3 = self.wirw3(a2 * torch.sigmoid(self.distill2(a_d)), gates)
        b3 = self.wirw4(b2 * torch.sigmoid(self.distill1(b_d)), gates)
        z = torch.cat((a3, b3), 1)
        fused = self.fuse(z, gates) + torch.sigmoid(self.calibrate(z)) * b3 + x
        # Here the shuffle cannot hide in a convolution: x and b3 come in their own order.
        out: Tensor = self.attention(channel_shuffle(fused, 2), gates)
        return out


def _dense_behind_shuffle(conv: nn.Conv2d, factor: float) -> nn.Conv2d:
    """A group convolution behind a shuffle in as many groups, as one dense one without it."""
    c_out, per_group = conv.weight.shape[:2]
    c_in = per_group * conv.groups
    weight = conv.weight.new_zeros(c_out, c_in, *conv.weight.shape[2:])
    order = _shuffled(c_in, conv.groups)
    for group in range(conv.groups):
        rows = slice(group * c_out // conv.groups, (group + 1) * c_out // conv.groups)
        columns = order[group * per_group : (group + 1) * per_group]
        weight[rows, columns] = factor * conv.weight[rows]
    return _conv(weight, None)


class FoldedFSWG(nn.Module):
    """See `fdiwn.network.FSWG`.

    trunk: the type that it computes in, where that is not the type of x. The last sum is in the
    type of x all the same: what passes from group to group is then never rounded.
    """

    def __init__(self, group: FSWG) -> None:
        super().__init__()
        self.trunk: torch.dtype | None = None
        self.wdib1, self.wdib2 = FoldedWDIB(group.wdib1), FoldedWDIB(group.wdib2)
        self.wdib3 = FoldedWDIB(group.wdib3)
        self.x_scale = float(group.x_scale)
        self.conv = group.conv
        self.fuse1 = _dense_behind_shuffle(group.fuse1, 1.0)
        self.fuse2 = _dense_behind_shuffle(group.fuse2, self.x_scale)
        self.wirw = FoldedWideResidual(group.wirw, float(group.res_scale), None)

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        narrow = x if self.trunk is None else x.to(self.trunk)
        o1 = self.wdib1(narrow, gates)
        o2 = self.wdib2(o1, gates)
        o3 = self.wdib3(o2 + self.conv(o1), gates)
        p = self.fuse1(torch.cat((o1, o2), 1))
        q = self.fuse2(torch.cat((p, o3), 1))
        residual = self.wirw.residual(narrow, gates)
        if self.trunk is not None:
            q, o3, residual = q.float(), o3.float(), residual.float()
        out: Tensor = q + self.x_scale * o3 + (residual + self.wirw.x_scale * x)
        return out


class FoldedFDIWN(nn.Module):
    """The inference form of one `FDIWN`. Same tensor contract, no gradients.

    Head, skip and tail carry whole levels, which 16 bits would round: a bfloat16 has steps of 1
    from 128 on. So only the FSWGs, nearly all of the work, may compute in 16 bits: `with_trunk`.
    """

    def __init__(self, network: FDIWN) -> None:
        super().__init__()
        self.scale = network.scale
        self.trunk: torch.dtype | None = None
        self.mean_removed_skip = network.config.mean_removed_skip
        self.sub_mean, self.head = network.sub_mean, network.head
        groups = [FoldedFSWG(group) for group in network.fswgs if isinstance(group, FSWG)]
        self.first, self.others = groups[0], nn.ModuleList(groups[1:])
        self.conv1, self.conv2 = network.conv1, network.conv2
        self.up = self._up(network)
        self.eval().requires_grad_(requires_grad=False)

    @staticmethod
    def _up(network: FDIWN) -> nn.Conv2d:
        """UP1 and UP2 side by side, with Add_mean behind the pixel shuffle multiplied in."""
        weight = torch.cat((network.up1.weight, network.up2.weight), 1)
        assert network.up1.bias is not None
        assert network.up2.bias is not None
        assert network.add_mean.bias is not None
        bias = network.up1.bias + network.up2.bias
        phases = network.scale**2
        colours = network.add_mean.weight[:, :, 0, 0]
        mixed = torch.einsum("ij,jp...->ip...", colours, weight.view(3, phases, *weight.shape[1:]))
        mixed_bias = colours @ bias.view(3, phases) + network.add_mean.bias[:, None]
        return _conv(mixed.reshape(weight.shape), mixed_bias.reshape(-1))

    def with_trunk(self, trunk: torch.dtype) -> FoldedFDIWN:
        """A copy for `forward` alone whose FSWGs compute in ``trunk``, of 16 bits."""
        form = copy.deepcopy(self)
        for group in (form.first, *form.others):
            assert isinstance(group, FoldedFSWG)
            group.to(trunk)
            group.trunk = trunk
        form.trunk = trunk
        return form

    def _run(self, x: Tensor, gates: GateSource) -> Tensor:
        shifted = self.sub_mean(x)
        d = total = self.first(self.head(shifted), gates)
        for group in (self.first, *self.others, *self.others):
            u = group(d, gates)
            total = total + u
            d = d + u
        skip = shifted if self.mean_removed_skip else x
        up = self.up(torch.cat((self.conv1(total), self.conv2(skip)), 1))
        return functional.pixel_shuffle(up, self.scale)

    def forward(self, x: Tensor, gates: Tensor) -> Tensor:
        """x (N, 3, H, W) and gates (1, K, 1, 1) to (N, 3, sH, sW)."""
        return self._run(x, GivenGates(gates if self.trunk is None else gates.to(self.trunk)))

    def measure(self, x: Tensor, cut: tuple[int, int] = (0, 0)) -> tuple[Tensor, Tensor]:
        """Takes the batch as one image; returns (output, gates), see `forward`, `fdiwn.gates`."""
        gates = MeasuredGates(cut)
        output = self._run(x, gates)
        return output, gates.packed()


def fold(network: FDIWN) -> FoldedFDIWN:
    """The inference form of ``network``, which is left as it is."""
    with torch.no_grad():
        return FoldedFDIWN(copy.deepcopy(network))
