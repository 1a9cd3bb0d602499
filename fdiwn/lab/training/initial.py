"""New networks for training: as bicubic interpolation, or with another network's trunk."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from fdiwn.lab.comparators.registry import comparator
from fdiwn.lab.training.recipe import OURS, Recipe
from fdiwn.network.network import FDIWN, RGB_MEAN
from fdiwn.network.other import Network, OtherNetwork
from fdiwn.pixels.resample import cubic


def new_network(recipe: Recipe) -> Network:
    """The network of the recipe, untrained: FDIWN as bicubic interpolation, another one as its
    module starts it, from torch's random numbers."""
    if recipe.variant not in OURS:
        body = comparator(recipe.variant).build(recipe.scale)
        return OtherNetwork(recipe.variant, recipe.scale, body)
    network = FDIWN(recipe.config())
    start_from_bicubic(network)
    return network


def start_from_bicubic(network: FDIWN) -> None:
    """Makes a new network output the bicubic enlargement, so that only the residual is learnt.

    The skip path is two 3x3 convolutions. The first copies each colour at its 9 neighbours, the
    second mixes them into any 5x5 filter, including the bicubic one. The trunk starts with zero
    output.
    """
    scale = network.scale
    copies = torch.zeros_like(network.conv2.weight)
    mixes = torch.zeros_like(network.up2.weight)
    taps = _bicubic_taps(scale)
    for colour in range(3):
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                copies[9 * colour + 3 * (dy + 1) + dx + 1, colour, dy + 1, dx + 1] = 1
    for phase in range(scale * scale):
        py, px = divmod(phase, scale)
        for oy in range(-2, 3):
            for ox in range(-2, 3):
                weight = taps[py, oy + 2] * taps[px, ox + 2]
                ty, tx = max(-1, min(1, oy)), max(-1, min(1, ox))
                for colour in range(3):
                    channel = 9 * colour + 3 * (ty + 1) + tx + 1
                    mixes[colour * scale**2 + phase, channel, oy - ty + 1, ox - tx + 1] += weight
    with torch.no_grad():
        network.conv2.weight[:27] = copies[:27]
        network.up2.weight.copy_(mixes)
        for conv in (network.conv2, network.up2, network.up1):
            assert conv.bias is not None
            conv.bias.zero_()
        if not network.config.mean_removed_skip:  # Add_mean adds a mean that was never subtracted
            assert network.up2.bias is not None
            network.up2.bias.copy_(-torch.tensor(RGB_MEAN).repeat_interleave(scale**2))
        network.up1.weight.zero_()


def _bicubic_taps(scale: int) -> Tensor:
    """(scale, 5): the weights of the input pixels at -2..2 in each of the output's phases."""
    phases = (torch.arange(scale, dtype=torch.float64) + 0.5) / scale - 0.5
    return torch.from_numpy(cubic((phases[:, None] - torch.arange(-2, 3)).double().numpy()))


def warm_start(network: nn.Module, source: Mapping[str, Tensor]) -> list[str]:
    """Copies matching weights from ``source`` (a state dict); returns the names that did not match.

    The hidden width of WIRW and WCRW depends on the scale. Hidden channels are interchangeable, so
    the strongest ones are kept if there are too many, and missing ones start without effect. The
    tail is copied only from the same scale.
    """
    state = network.state_dict()
    left_out = []
    for name, own in state.items():
        theirs = source.get(name)
        if theirs is not None and theirs.shape == own.shape:
            own.copy_(theirs)
        elif theirs is None or (".expand." not in name and ".reduce." not in name):
            left_out.append(name)
    for name, module in network.named_modules():
        if f"{name}.expand.weight_v" in source and f"{name}.expand.weight_v" in state:
            _take_hidden(module, name, source)
    return left_out


def _take_hidden(block: nn.Module, name: str, source: Mapping[str, Tensor]) -> None:
    """Copies the 1x1 pair expand/reduce of one wide body, dropping or adding hidden channels."""
    expand_v, expand_g, expand_b, reduce_v, reduce_g, reduce_b = (
        source[f"{name}.{layer}.{part}"]
        for layer in ("expand", "reduce")
        for part in ("weight_v", "weight_g", "bias")
    )
    reduce_w = reduce_v * reduce_g / reduce_v.flatten(1).norm(dim=1).view(-1, 1, 1, 1)
    own = block.state_dict()
    width = own["expand.weight_v"].shape[0]
    strength = expand_g.flatten() * reduce_w.flatten(1).norm(dim=0)
    kept = strength.argsort(descending=True)[:width].sort().values
    n = len(kept)
    with torch.no_grad():
        own["expand.weight_v"][:n] = expand_v[kept]
        own["expand.weight_g"][:n] = expand_g[kept]
        own["expand.bias"][:n] = expand_b[kept]
        own["reduce.weight_v"][:, n:] = 0
        own["reduce.weight_v"][:, :n] = reduce_w[:, kept]
        norm = own["reduce.weight_v"].flatten(1).norm(dim=1).view(-1, 1, 1, 1)
        own["reduce.weight_g"].copy_(norm)
        own["reduce.bias"].copy_(reduce_b)
