"""FDIWN in the form in which a CPU trains it fastest: the same parameters, cheaper operations.

The published form (`fdiwn.network.network`) keeps falling out of one memory layout, calls small
convolutions where a matrix product is faster, and walks over each activation once for every
arithmetic sign. Here activations are (N, H, W, C), so that sums, products and their gradients all
have one layout, and what lies between two convolutions is one function, which `torch.compile` can
make one loop. Values and gradients are those of the published form but for rounding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from fdiwn.lab.training.kernels import Block, Coefficient, Gate, Group, Weights, Wide
from fdiwn.network.network import FDIWN, FSWG, LEAKY_SLOPE
from fdiwn.network.units import NORM_EPS, STD_FLOOR


class Between(NamedTuple):
    """What is computed between convolutions, each as a function: as written, or compiled."""

    weigh: Callable[[Tensor, Tensor, Wide], Tensor]
    weigh_leaky: Callable[[Tensor, Tensor, Wide], Tensor]
    add: Callable[[Tensor, Tensor, Wide], Tensor]
    combine: Callable[[Tensor, Tensor, Coefficient], Tensor]
    distil: Callable[[Tensor, Tensor], Tensor]
    calibrate: Callable[[Tensor, Tensor, Tensor, Tensor, Tensor, Wide], Tensor]
    shuffle_gate: Callable[[Tensor, Gate], Tensor]


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


def _distil(x: Tensor, distilled: Tensor) -> Tensor:
    return x * torch.sigmoid(distilled)


def _calibrate(
    x: Tensor, identity: Tensor, calibration: Tensor, b: Tensor, block: Tensor, wide: Wide
) -> Tensor:
    """SCF's sum and the block's input: all that meets behind the fusing WCRW."""
    fused = wide.scale * _gated(x, wide.gate) + identity
    return (fused + torch.sigmoid(calibration) * b + block).to(x.dtype)


def _shuffle_gate(x: Tensor, gate: Gate) -> Tensor:
    """A gate, then the channel shuffle in 2 groups."""
    n, h, w, c = x.shape
    gated = _gated(x, gate).to(x.dtype)
    return gated.view(n, h, w, 2, c // 2).transpose(3, 4).reshape(n, h, w, c)


AS_WRITTEN = Between(_weigh, _weigh_leaky, _add, _combine, _distil, _calibrate, _shuffle_gate)


def compiled() -> Between:
    """Each function as one loop or two, by `torch.compile`; needs a C++ compiler when first used.

    Small pieces on purpose: of a whole WDIB the compiler makes slower code than none.
    """
    return Between(*(torch.compile(f, dynamic=False, fullgraph=True) for f in AS_WRITTEN))


# ------------------------------------------------------------------------------ the way through


def _conv3(x: Tensor, kernel: Tensor, bias: Tensor | None = None) -> Tensor:
    """A "same" 3x3 convolution of (N, H, W, C)."""
    return functional.conv2d(x.permute(0, 3, 1, 2), kernel, bias, padding=1).permute(0, 2, 3, 1)


def _body(x: Tensor, wide: Wide) -> Tensor:
    hidden = functional.linear(x, wide.expand, wide.expand_bias).relu_()
    narrow = functional.linear(hidden, wide.reduce, wide.reduce_bias)
    return _conv3(narrow, wide.extract, wide.extract_bias)


def _wdib(x: Tensor, w: Block, f: Between) -> Tensor:
    """Names as in `fdiwn.network.network.WDIB`."""
    half = x.shape[-1]
    a_dr = f.weigh_leaky(_body(x, w.wirw1), x, w.wirw1)
    a_split = _conv3(a_dr, *w.split1)
    a = f.add(_body(a_dr, w.wcrw1), a_split[..., :half], w.wcrw1)
    b1 = f.combine(a, x, w.a1)
    a1 = f.combine(x, a, w.b1)
    b_dr = f.weigh_leaky(_body(b1, w.wirw2), b1, w.wirw2)
    b_split = _conv3(b_dr, *w.split2)
    b = f.add(_body(b_dr, w.wcrw2), b_split[..., :half], w.wcrw2)
    b2 = f.distil(f.combine(a1, b, w.a2), b_split[..., half:])
    a2 = f.distil(f.combine(b, a1, w.b2), a_split[..., half:])
    a3 = f.weigh(_body(a2, w.wirw3), a2, w.wirw3)
    b3 = f.weigh(_body(b2, w.wirw4), b2, w.wirw4)
    s = w.fusion
    z = torch.cat((s.scale_a * a3, s.scale_b * b3), -1).to(x.dtype)
    calibration = functional.linear(z, s.calibrate)
    identity = _conv3(z, s.kernel, s.bias)
    fused = f.calibrate(_body(z, s.wide), identity, calibration, b3, x, s.wide)
    return f.shuffle_gate(fused, w.gate)


def _fswg(x: Tensor, w: Group, f: Between) -> Tensor:
    o1 = _wdib(x, w.blocks[0], f)
    o2 = _wdib(o1, w.blocks[1], f)
    o3 = _wdib(o2 + _conv3(o1, w.conv), w.blocks[2], f)
    p = _conv3(torch.cat((o1, o2), -1), w.fuse1)
    q = _conv3(torch.cat((p, o3), -1), w.fuse2)
    residual = f.weigh(_body(x, w.wirw), x, w.wirw)
    return w.x_scale * (q + o3) + w.res_scale * residual


def forward(
    network: FDIWN, weights: Weights, x: Tensor, between: Between = AS_WRITTEN, bf16: bool = False
) -> Tensor:
    """What ``network(x)`` gives: (N, 3, H, W), 0..255, to (N, 3, sH, sW).

    weights: of `prepare`. bf16: the trunk computes in bfloat16, all else and the statistics in
    float32.
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
