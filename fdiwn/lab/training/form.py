"""FDIWN in the fastest form for training on a CPU: same parameters, cheaper operations.

The published form (`fdiwn.network.network`) keeps changing the memory layout, calls small
convolutions where a matrix product is faster, and reads each activation once for every arithmetic
operation. Here activations are (N, H, W, C), so that sums, products and their gradients have one
layout, and the operations between two convolutions are one function, which `torch.compile` can turn
into a few loops. Values and gradients equal those of the published form except for rounding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from fdiwn.lab.training.convolutions import body, conv3
from fdiwn.lab.training.kernels import Block, Coefficient, Gate, Group, Weights, Wide
from fdiwn.network.network import FDIWN, FSWG, LEAKY_SLOPE
from fdiwn.network.units import NORM_EPS, STD_FLOOR


class Between(NamedTuple):
    """The functions between convolutions: as written, or compiled."""

    weigh: Callable[[Tensor, Tensor, Wide], Tensor]
    weigh_leaky: Callable[[Tensor, Tensor, Wide], Tensor]
    interact: Callable[
        [Tensor, Tensor, Tensor, Wide, Coefficient, Coefficient], tuple[Tensor, Tensor]
    ]
    distil: Callable[
        [Tensor, Tensor, Tensor, Tensor, Tensor, Wide, Coefficient, Coefficient],
        tuple[Tensor, Tensor],
    ]
    join: Callable[
        [Tensor, Tensor, Tensor, Tensor, Wide, Wide, Tensor, Tensor], tuple[Tensor, Tensor]
    ]
    finish: Callable[[Tensor, Tensor, Tensor, Tensor, Tensor, Wide, Gate], Tensor]


def _statistics(x: Tensor) -> tuple[Tensor, Tensor]:
    """(N, 1, 1, C) mean and population variance, in float32 or better."""
    x = x.float() if x.dtype == torch.bfloat16 else x
    mean = x.mean((1, 2), keepdim=True)
    return mean, (x - mean).square().mean((1, 2), keepdim=True)


def _gated(x: Tensor, gate: Gate) -> Tensor:
    mean, variance = _statistics(x)
    gain = gate.slope * (variance + NORM_EPS).rsqrt()
    shift = gate.bias + (gate.pull - gain) * mean
    return x * torch.sigmoid(gain * x + shift)


def _weigh(x: Tensor, identity: Tensor, wide: Wide) -> Tensor:
    assert wide.identity_scale is not None
    return (wide.scale * _gated(x, wide.gate) + wide.identity_scale * identity).to(x.dtype)


def _weigh_leaky(x: Tensor, identity: Tensor, wide: Wide) -> Tensor:
    return functional.leaky_relu(_weigh(x, identity, wide), LEAKY_SLOPE)


def _add(x: Tensor, identity: Tensor, wide: Wide) -> Tensor:
    """WCRW's sum; the identity path's scalar is part of its convolution."""
    return (wide.scale * _gated(x, wide.gate) + identity).to(x.dtype)


def _combine(x: Tensor, other: Tensor, ccl: Coefficient) -> Tensor:
    mean, variance = _statistics(x)
    std = variance.clamp_min(STD_FLOOR).sqrt()

    def branch(value: Tensor, squeeze: Tensor, b1: Tensor, excite: Tensor, b2: Tensor) -> Tensor:
        hidden = functional.relu(functional.linear(value[:, 0, 0], squeeze, b1))
        return torch.sigmoid(functional.relu(functional.linear(hidden, excite, b2)))

    coefficient = (branch(mean, *ccl[:4]) + branch(std, *ccl[4:])) / 2
    return (coefficient[:, None, None].to(x.dtype) * x + other).to(x.dtype)


def _interact(
    x: Tensor, identity: Tensor, other: Tensor, wide: Wide, a: Coefficient, b: Coefficient
) -> tuple[Tensor, Tensor]:
    """The first exchange between the streams: theirs, then ours."""
    ours = _add(x, identity, wide)
    return _combine(ours, other, a), _combine(other, ours, b)


def _distil(
    x: Tensor,
    identity: Tensor,
    other: Tensor,
    distilled: Tensor,
    others: Tensor,
    wide: Wide,
    a: Coefficient,
    b: Coefficient,
) -> tuple[Tensor, Tensor]:
    """The second exchange, each stream gated by the other's distilled channels: ours, theirs."""
    ours = _add(x, identity, wide)
    return (
        _combine(other, ours, a) * torch.sigmoid(distilled),
        _combine(ours, other, b) * torch.sigmoid(others),
    )


def _join(
    a: Tensor,
    a_identity: Tensor,
    b: Tensor,
    b_identity: Tensor,
    wide_a: Wide,
    wide_b: Wide,
    scale_a: Tensor,
    scale_b: Tensor,
) -> tuple[Tensor, Tensor]:
    """The last unit of both streams, concatenated; and the second stream alone."""
    a3, b3 = _weigh(a, a_identity, wide_a), _weigh(b, b_identity, wide_b)
    return torch.cat((scale_a * a3, scale_b * b3), -1).to(a.dtype), b3


def _finish(
    x: Tensor,
    identity: Tensor,
    calibration: Tensor,
    b: Tensor,
    block: Tensor,
    wide: Wide,
    gate: Gate,
) -> Tensor:
    """SCF's sum and the block's input, then a gate and the channel shuffle in 2 groups."""
    fused = wide.scale * _gated(x, wide.gate) + identity
    total = (fused + torch.sigmoid(calibration) * b + block).to(x.dtype)
    n, h, w, c = total.shape
    gated = _gated(total, gate).to(x.dtype)
    return gated.view(n, h, w, 2, c // 2).transpose(3, 4).reshape(n, h, w, c)


AS_WRITTEN = Between(_weigh, _weigh_leaky, _interact, _distil, _join, _finish)


def compiled() -> Between:
    """Each function compiled to a few loops, by `torch.compile`; needs a C++ compiler on first use.

    Not a whole WDIB at once: the compiler's code for that is slower than none.
    """
    return Between._make(torch.compile(f, dynamic=False, fullgraph=True) for f in AS_WRITTEN)


# ------------------------------------------------------------------------------ the forward pass


def _wdib(x: Tensor, w: Block, f: Between) -> Tensor:
    """Names as in `fdiwn.network.network.WDIB`."""
    a_dr = f.weigh_leaky(body(x, w.wirw1), x, w.wirw1)
    a_identity, a_distilled = conv3(a_dr, *w.split1).chunk(2, -1)
    b1, a1 = f.interact(body(a_dr, w.wcrw1), a_identity, x, w.wcrw1, w.a1, w.b1)
    b_dr = f.weigh_leaky(body(b1, w.wirw2), b1, w.wirw2)
    b_identity, b_distilled = conv3(b_dr, *w.split2).chunk(2, -1)
    b2, a2 = f.distil(
        body(b_dr, w.wcrw2), b_identity, a1, b_distilled, a_distilled, w.wcrw2, w.a2, w.b2
    )
    s = w.fusion
    z, b3 = f.join(
        body(a2, w.wirw3),
        a2,
        body(b2, w.wirw4),
        b2,
        w.wirw3,
        w.wirw4,
        s.scale_a,
        s.scale_b,
    )
    calibration = functional.linear(z, s.calibrate)
    identity = conv3(z, s.kernel, s.bias)
    return f.finish(body(z, s.wide), identity, calibration, b3, x, s.wide, w.gate)


def _fswg(x: Tensor, w: Group, f: Between) -> Tensor:
    o1 = _wdib(x, w.blocks[0], f)
    o2 = _wdib(o1, w.blocks[1], f)
    o3 = _wdib(o2 + conv3(o1, w.conv), w.blocks[2], f)
    p = conv3(torch.cat((o1, o2), -1), w.fuse1)
    q = conv3(torch.cat((p, o3), -1), w.fuse2)
    residual = f.weigh(body(x, w.wirw), x, w.wirw)
    return w.x_scale * (q + o3) + w.res_scale * residual


def forward(
    network: FDIWN, weights: Weights, x: Tensor, between: Between = AS_WRITTEN, bf16: bool = False
) -> Tensor:
    """Equals ``network(x)``: (N, 3, H, W), 0..255, to (N, 3, sH, sW).

    weights: from `prepare`. bf16: the trunk computes in bfloat16, everything else and the
    statistics in float32.
    """
    shifted = functional.conv2d(x, *weights.sub_mean)
    first = functional.conv2d(shifted, *weights.head, padding=1).permute(0, 2, 3, 1).contiguous()
    groups = dict(zip(network.fswgs, weights.groups, strict=True))

    def group(module: FSWG, u: Tensor) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            half = u.to(torch.bfloat16) if bf16 else u
            out = _fswg(half, groups[module], between)
            return out.float() if bf16 else out

    d = total = group(network.fswgs[0], first)  # type: ignore[arg-type]  # all are FSWGs
    for module in network.trunk():
        u = group(module, d)
        total, d = total + u, d + u
    conv = functional.conv2d
    skip = shifted if network.config.mean_removed_skip else x
    up = conv(conv(total.permute(0, 3, 1, 2), weights.conv1, padding=1), *weights.up1, padding=1)
    up = up + conv(conv(skip, *weights.conv2, padding=1), *weights.up2, padding=1)
    return conv(functional.pixel_shuffle(up, network.scale), *weights.add_mean)
