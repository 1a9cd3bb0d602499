"""FDIWN's weights for `fdiwn.lab.training.form`, recomputed in every step.

Weight normalisation, channel shuffles after a convolution, scalars before one and the halves of a
distillation are merged into the kernels. All is differentiable, so that gradients reach the
network's own parameters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.network.config import ATTENTION_GROUPS
from fdiwn.network.network import FDIWN, FSWG, SCF, WDIB
from fdiwn.network.units import CombinationCoefficient, ShuffleAttention, WideResidual

T = TypeVar("T")


class Gate(NamedTuple):
    """A shuffle attention, one value per channel: ``x * sigmoid(gain * x + shift)``.

    gain is ``slope / std``; shift is ``bias + pull * mean - gain * mean``.
    """

    slope: Tensor
    pull: Tensor
    bias: Tensor


class Wide(NamedTuple):
    """Body of a WIRW or WCRW: kernels of its convolutions, its gate, its learnt scalars."""

    expand: Tensor  # (width, C)
    expand_bias: Tensor
    reduce: Tensor  # (narrow, width)
    reduce_bias: Tensor
    extract: Tensor  # (C, narrow, 3, 3)
    extract_bias: Tensor
    gate: Gate
    scale: Tensor
    identity_scale: Tensor | None  # in a WCRW it is part of the identity path's convolution


class Coefficient(NamedTuple):
    """CCL: the two branches' matrices and biases."""

    mean_squeeze: Tensor
    mean_squeeze_bias: Tensor
    mean_excite: Tensor
    mean_excite_bias: Tensor
    std_squeeze: Tensor
    std_squeeze_bias: Tensor
    std_excite: Tensor
    std_excite_bias: Tensor


class Split(NamedTuple):
    """One 3x3 convolution of all channels of a stream: WCRW's identity path, then the distilled."""

    kernel: Tensor  # (2C, C, 3, 3)
    bias: Tensor


class Fusion(NamedTuple):
    """SCF: its scalars, its WCRW, that one's identity convolution, and the calibration."""

    scale_a: Tensor
    scale_b: Tensor
    wide: Wide
    kernel: Tensor
    bias: Tensor
    calibrate: Tensor


class Block(NamedTuple):
    """WDIB."""

    wirw1: Wide
    wirw2: Wide
    wirw3: Wide
    wirw4: Wide
    wcrw1: Wide
    wcrw2: Wide
    split1: Split
    split2: Split
    a1: Coefficient
    b1: Coefficient
    a2: Coefficient
    b2: Coefficient
    fusion: Fusion
    gate: Gate


class Group(NamedTuple):
    """FSWG; the group convolutions are written dense, which is faster."""

    blocks: tuple[Block, ...]
    conv: Tensor
    fuse1: Tensor
    fuse2: Tensor
    wirw: Wide
    x_scale: Tensor
    res_scale: Tensor


class Weights(NamedTuple):
    """All weights that `forward` needs. Ends: (kernel, bias) of a convolution, or only one."""

    groups: tuple[Group, ...]
    sub_mean: tuple[Tensor, Tensor]
    head: tuple[Tensor, Tensor]
    conv1: Tensor
    up1: tuple[Tensor, Tensor]
    conv2: tuple[Tensor, Tensor]
    up2: tuple[Tensor, Tensor]
    add_mean: tuple[Tensor, Tensor]


def has_form(network: FDIWN) -> bool:
    """Whether `prepare` supports this network: all but some of the ablations."""
    config = network.config
    parts = config.parts
    return (
        config.n_wdib == 3
        and parts.units != "plain"
        and all((parts.interaction, parts.wirw, parts.distillation, parts.scf))
    )


def prepare(network: FDIWN) -> Weights:
    """The weights for `forward`, differentiable with respect to the network's own.

    Raises ValueError for a network that `has_form` rejects.
    """
    if not has_form(network):
        raise ValueError("this ablation has no form for fast training")
    return Weights(
        tuple(_group(g) for g in network.fswgs if isinstance(g, FSWG)),
        _ends(network.sub_mean),
        _ends(network.head),
        network.conv1.weight,
        _ends(network.up1),
        _ends(network.conv2),
        _ends(network.up2),
        _ends(network.add_mean),
    )


def detached(weights: T) -> tuple[T, list[Tensor], list[Tensor]]:
    """A copy with a separate graph, its tensors, and those they were copied from.

    So gradients of several shards are added before one pass back through `prepare`.
    """
    leaves: list[Tensor] = []
    sources: list[Tensor] = []

    def copy(value: object) -> object:
        if value is None:
            return None
        if isinstance(value, Tensor):
            leaf = value.detach().requires_grad_(True)
            leaves.append(leaf)
            sources.append(value)
            return leaf
        assert isinstance(value, tuple)  # Weights and all in it are tuples of tuples and tensors
        kind: Callable[..., object] = getattr(value, "_make", tuple)
        return kind([copy(part) for part in value])

    return copy(weights), leaves, sources  # type: ignore[return-value]  # of the same type


def _ends(conv: nn.Conv2d) -> tuple[Tensor, Tensor]:
    assert conv.bias is not None
    return conv.weight, conv.bias


def _last(kernel: Tensor) -> Tensor:
    """A 3x3 kernel in the layout of the activations."""
    return kernel.contiguous(memory_format=torch.channels_last)


def _shuffled(channels: int, groups: int) -> Tensor:
    """The channel order of a channel shuffle."""
    return torch.arange(channels).view(groups, channels // groups).t().reshape(-1)


def _gate(attention: ShuffleAttention, channels: int, order: Tensor | None = None) -> Gate:
    h = channels // (2 * ATTENTION_GROUPS)
    zero = attention.norm_weight.new_zeros(h)

    def spread(channel: Tensor, spatial: Tensor) -> Tensor:
        value = torch.cat((channel.flatten(), spatial.flatten())).repeat(ATTENTION_GROUPS)
        return value if order is None else value[order]

    spatial = attention.spatial_weight.flatten()
    return Gate(
        spread(zero, spatial * attention.norm_weight),
        spread(attention.channel_weight, zero),
        spread(
            attention.channel_bias,
            attention.spatial_bias.flatten() + spatial * attention.norm_bias,
        ),
    )


def _wide(unit: nn.Module | None, second_half: bool = False) -> Wide:
    """second_half: the unit gets all channels of a stream and reads only the second half."""
    assert isinstance(unit, WideResidual)
    expand, reduce, extract = unit.expand, unit.reduce, unit.extract
    channels = extract.weight_v.shape[0]
    order = _shuffled(channels, 2)
    kernel = expand.weight().flatten(1)
    if second_half:
        kernel = functional.pad(kernel, (kernel.shape[1], 0))
    biases = (expand.bias, reduce.bias, extract.bias)
    assert biases[0] is not None
    assert biases[1] is not None
    assert biases[2] is not None
    return Wide(
        kernel,
        biases[0],
        reduce.weight().flatten(1),
        biases[1],
        _last(extract.weight()[order]),
        biases[2][order],
        _gate(unit.attention, channels, order),
        unit.res_scale,
        unit.x_scale if unit.conv is None else None,
    )


def _split(unit: nn.Module, distil: nn.Conv2d | None) -> Split:
    assert isinstance(unit, WideResidual)
    assert unit.conv is not None
    assert distil is not None
    kernel, bias = _ends(unit.conv)
    half = kernel.shape[1]
    identity = functional.pad(unit.x_scale * kernel, (0, 0, 0, 0, half, 0))
    distilled = functional.pad(distil.weight, (0, 0, 0, 0, 0, half))
    return Split(
        _last(torch.cat((identity, distilled))),
        functional.pad(unit.x_scale * bias, (0, len(bias))),
    )


def _coefficient(ccl: CombinationCoefficient) -> Coefficient:
    tensors: list[Tensor] = []
    for conv in (ccl.mean_squeeze, ccl.mean_excite, ccl.std_squeeze, ccl.std_excite):
        kernel, bias = _ends(conv)
        tensors += [kernel.flatten(1), bias]
    return Coefficient(*tensors)


def _fusion(scf: nn.Module) -> Fusion:
    assert isinstance(scf, SCF)
    assert isinstance(scf.wcrw, WideResidual)
    assert scf.wcrw.conv is not None
    kernel, bias = _ends(scf.wcrw.conv)
    scale = scf.wcrw.x_scale
    return Fusion(
        scf.scale_a,
        scf.scale_b,
        _wide(scf.wcrw),
        _last(scale * kernel),
        scale * bias,
        scf.calibrate.weight.flatten(1),
    )


def _block(wdib: WDIB) -> Block:
    return Block(
        _wide(wdib.wirw1),
        _wide(wdib.wirw2),
        _wide(wdib.wirw3),
        _wide(wdib.wirw4),
        _wide(wdib.wcrw1, second_half=True),
        _wide(wdib.wcrw2, second_half=True),
        _split(wdib.wcrw1, wdib.distill2),
        _split(wdib.wcrw2, wdib.distill1),
        _coefficient(wdib.coefficient_a1),
        _coefficient(wdib.coefficient_b1),
        _coefficient(wdib.coefficient_a2),
        _coefficient(wdib.coefficient_b2),
        _fusion(wdib.scf),
        _gate(wdib.attention, wdib.channels),
    )


def _dense(conv: nn.Conv2d | None) -> Tensor:
    """The kernel of a group convolution after a shuffle, as a dense one without either."""
    assert conv is not None
    inside = conv.weight.shape[1]
    groups = conv.groups
    blocks = [
        functional.pad(part, (0, 0, 0, 0, n * inside, (groups - 1 - n) * inside))
        for n, part in enumerate(conv.weight.chunk(groups))
    ]
    back = torch.argsort(_shuffled(inside * groups, groups))
    return _last(torch.cat(blocks)[:, back])


def _group(fswg: FSWG) -> Group:
    assert fswg.conv is not None
    return Group(
        tuple(_block(block) for block in fswg.wdibs()),
        _last(fswg.conv.weight),
        _dense(fswg.fuse1),
        _dense(fswg.fuse2),
        _wide(fswg.wirw),
        fswg.x_scale,
        fswg.res_scale,
    )
