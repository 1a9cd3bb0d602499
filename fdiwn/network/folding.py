"""FDIWN in its inference form: folded, with its statistics as an argument.

Equal to the training form within 1e-3 of 255, but with far fewer operations:

- weight normalisation, residual scalars and Add_mean are multiplied into the convolutions;
- the channel shuffle behind an attention gate permutes the kernels of the convolution before it;
- the group convolutions behind a shuffle are written dense, which runs faster on CPUs;
- every attention gate is ``x * sigmoid(gain * x + shift)``, every combination coefficient one
  factor per channel. These numbers are all that the network uses of the whole image.
  They are one vector, the *gates*: measured once on a picture, then given to every tile.
"""

from __future__ import annotations

import copy
from typing import overload

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.api.tiles import MARGIN
from fdiwn.network.folded import (
    FoldedAttention,
    FoldedCoefficients,
    GateSource,
    GivenGates,
    MeasuredGates,
    dense_behind_shuffle,
    folded_unit,
    plain_conv,
    unscaled,
)
from fdiwn.network.network import FDIWN, FSWG, LEAKY_SLOPE, SCF, WDIB, PlainFusion
from fdiwn.network.other import TRACING, FoldedOther, Network, OtherNetwork
from fdiwn.network.units import channel_shuffle


class FoldedSCF(nn.Module):
    """See `fdiwn.network.network.SCF`; its scalars are multiplied into what follows them."""

    def __init__(self, block: SCF) -> None:
        super().__init__()
        c = block.calibrate.weight.shape[0]
        scales = torch.cat((block.scale_a.expand(c), block.scale_b.expand(c))).detach()
        self.fuse = folded_unit(block.wcrw, 1.0, scales)
        self.calibrate = plain_conv(block.calibrate.weight * scales.view(1, -1, 1, 1), None)

    def forward(self, a: Tensor, b: Tensor, gates: GateSource) -> Tensor:
        z = torch.cat((a, b), 1)
        fused: Tensor = self.fuse(z, gates) + torch.sigmoid(self.calibrate(z)) * b
        return fused


class FoldedPlainFusion(nn.Module):
    """See `fdiwn.network.network.PlainFusion`."""

    def __init__(self, block: PlainFusion) -> None:
        super().__init__()
        self.conv = block.conv

    def forward(self, a: Tensor, b: Tensor, gates: GateSource) -> Tensor:
        fused: Tensor = self.conv(torch.cat((a, b), 1))
        return fused


class FoldedWDIB(nn.Module):
    """See `fdiwn.network.network.WDIB`; the letters are the same."""

    def __init__(self, block: WDIB) -> None:
        super().__init__()
        self.wirw1, self.wirw2 = unscaled(block.wirw1), unscaled(block.wirw2)
        self.wirw3, self.wirw4 = unscaled(block.wirw3), unscaled(block.wirw4)
        self.wcrw1, self.wcrw2 = unscaled(block.wcrw1), unscaled(block.wcrw2)
        self.coefficients1 = FoldedCoefficients(block.coefficient_a1, block.coefficient_b1)
        self.coefficients2 = FoldedCoefficients(block.coefficient_a2, block.coefficient_b2)
        self.distill1, self.distill2 = block.distill1, block.distill2
        self.scf: nn.Module
        if isinstance(block.scf, SCF):
            self.scf = FoldedSCF(block.scf)
        else:
            self.scf = FoldedPlainFusion(block.scf)
        self.attention = FoldedAttention(block.attention, block.channels, 1.0)

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        a_d, a_r = functional.leaky_relu(self.wirw1(x, gates), LEAKY_SLOPE).chunk(2, 1)
        a = self.wcrw1(a_r, gates)
        of_a, of_x = gates.coefficients(self.coefficients1, a, x)
        b1, a1 = of_a * a + x, of_x * x + a

        b_d, b_r = functional.leaky_relu(self.wirw2(b1, gates), LEAKY_SLOPE).chunk(2, 1)
        b = self.wcrw2(b_r, gates)
        of_a1, of_b = gates.coefficients(self.coefficients2, a1, b)
        b2, a2 = of_a1 * a1 + b, of_b * b + a1

        if self.distill1 is not None and self.distill2 is not None:
            a2 = a2 * torch.sigmoid(self.distill2(a_d))
            b2 = b2 * torch.sigmoid(self.distill1(b_d))
        a3, b3 = self.wirw3(a2, gates), self.wirw4(b2, gates)
        fused = self.scf(a3, b3, gates) + x
        # The shuffle cannot be folded into a convolution here: x and b3 keep their own order.
        out: Tensor = self.attention(channel_shuffle(fused, 2), gates)
        return out


class FoldedFSWG(nn.Module):
    """See `fdiwn.network.network.FSWG`.

    trunk: the type for computing, if it is not that of x. The last sum keeps the type of x, so that
    values passed between groups are never rounded.
    """

    def __init__(self, group: FSWG) -> None:
        super().__init__()
        self.trunk: torch.dtype | None = None
        self.wdibs = nn.ModuleList(FoldedWDIB(block) for block in group.wdibs())
        self.x_scale = float(group.x_scale)
        self.conv = group.conv
        self.fuse1 = dense_behind_shuffle(group.fuse1, 1.0) if group.fuse1 else None
        self.fuse2 = dense_behind_shuffle(group.fuse2, self.x_scale) if group.fuse2 else None
        self.res_scale = float(group.res_scale)
        self.wirw = folded_unit(group.wirw, self.res_scale, None) if group.wirw else None

    def forward(self, x: Tensor, gates: GateSource) -> Tensor:
        narrow = x if self.trunk is None else x.to(self.trunk)
        q, o = self._blocks(narrow, gates)
        residual = None if self.wirw is None else self.wirw.residual(narrow, gates)
        if self.trunk is not None:
            o = o.float()
            q = None if q is None else q.float()
            residual = None if residual is None else residual.float()
        out = self.x_scale * o if q is None else q + self.x_scale * o
        if residual is None or self.wirw is None:
            return out + self.res_scale * x
        return out + (residual + self.wirw.x_scale * x)

    def _blocks(self, x: Tensor, gates: GateSource) -> tuple[Tensor | None, Tensor]:
        """The interaction's contribution, times ``x_scale``, if there is one; the last WDIB's
        output."""
        if self.conv is None or self.fuse1 is None or self.fuse2 is None:
            for block in self.wdibs:
                x = block(x, gates)
            return None, x
        wdib1, wdib2, wdib3 = self.wdibs
        o1 = wdib1(x, gates)
        o2 = wdib2(o1, gates)
        o3 = wdib3(o2 + self.conv(o1), gates)
        p = self.fuse1(torch.cat((o1, o2), 1))
        return self.fuse2(torch.cat((p, o3), 1)), o3


class FoldedFDIWN(nn.Module):
    """The inference form of one `FDIWN`. Same tensor contract, no gradients.

    Head, skip and tail carry whole levels, which 16 bits would round: a bfloat16 has steps of 1
    from 128 on. So only the FSWGs, nearly all of the work, may compute in 16 bits: `with_trunk`.
    """

    def __init__(self, network: FDIWN) -> None:
        super().__init__()
        self.scale, self.margin = network.scale, MARGIN
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
        """UP1 and UP2 concatenated, with Add_mean after the pixel shuffle multiplied in."""
        weight = torch.cat((network.up1.weight, network.up2.weight), 1)
        assert network.up1.bias is not None
        assert network.up2.bias is not None
        assert network.add_mean.bias is not None
        bias = network.up1.bias + network.up2.bias
        phases = network.scale**2
        colours = network.add_mean.weight[:, :, 0, 0]
        mixed = torch.einsum("ij,jp...->ip...", colours, weight.view(3, phases, *weight.shape[1:]))
        mixed_bias = colours @ bias.view(3, phases) + network.add_mean.bias[:, None]
        return plain_conv(mixed.reshape(weight.shape), mixed_bias.reshape(-1))

    def with_trunk(self, trunk: torch.dtype) -> FoldedFDIWN:
        """A copy for `forward` only whose FSWGs compute in ``trunk``, of 16 bits."""
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
        for group in (self.first, *self.others, *self.others) if len(self.others) else ():
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
        """Treats the batch as one image; returns (output, gates), see `forward`,
        `fdiwn.network.folded`."""
        gates = MeasuredGates(cut)
        output = self._run(x, gates)
        return output, gates.packed()

    def measure_each(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Treats every image of the batch (N, 3, H, W) separately; the gates are (N, K, 1, 1)."""
        gates = MeasuredGates(together=False)
        output = self._run(x, gates)
        return output, gates.packed()


Folded = FoldedFDIWN | FoldedOther


def count_gates(network: Folded) -> int:
    """K of the gates (1, K, 1, 1)."""
    with TRACING, torch.no_grad():
        return int(network.measure(torch.zeros(1, 3, 16, 16))[1].shape[1])


@overload
def fold(network: FDIWN) -> FoldedFDIWN: ...
@overload
def fold(network: OtherNetwork) -> FoldedOther: ...
def fold(network: Network) -> Folded:
    """The inference form of ``network``, which is not changed."""
    with torch.no_grad():
        if isinstance(network, OtherNetwork):
            return FoldedOther(network)
        return FoldedFDIWN(copy.deepcopy(network))
