"""Records the network's feature maps while it enlarges a piece of a picture.

Uses the training form, whose modules are the paper's. The network is not changed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.api.tiles import Box
from fdiwn.network.network import FDIWN, FSWG
from fdiwn.network.units import (
    CombinationCoefficient,
    PlainResidual,
    ShuffleAttention,
    WideResidual,
)
from fdiwn.pixels.planes import Batch

Maps = NDArray[np.float32]
"""(C, h, w)."""


@dataclass(frozen=True)
class Stage:
    """The output of one part of the network. picture: its three channels are a picture, 0..255."""

    label: str
    maps: Maps
    picture: bool = False


@dataclass(frozen=True)
class Gains:
    """The channel weights of one use of an FSWG.

    Both by the name of the part, in order of use, one number per channel. coefficients: CCL, in
    0.5..1. attention: the mean of the gate over all pixels, in 0..1, in the order before the
    channel shuffle: in each group of channels the first half is channel attention, equal for all
    pixels, and the second half spatial.
    """

    label: str
    coefficients: dict[str, Maps] = field(default_factory=dict)
    attention: dict[str, Maps] = field(default_factory=dict)


@dataclass(frozen=True)
class Features:
    """All that `watch` recorded, in order."""

    stages: list[Stage]
    gains: list[Gains]


def middle(width: int, height: int, side: int) -> Box:
    """The middle of a picture, at most ``side`` pixels wide and high."""
    across, down = min(width, side), min(height, side)
    left, top = (width - across) // 2, (height - down) // 2
    return Box(left, top, left + across, top + down)


def watch(network: FDIWN, piece: Batch) -> Features:
    """Enlarges ``piece`` (1, 3, H, W) in 0..255, with its own statistics, and records.

    Units of a WDIB are recorded for the first WDIB of each FSWG, at its first use; everything else
    at every use.
    """
    watcher = _Watcher(network)
    with ExitStack() as hooks, torch.inference_mode():
        for hook in watcher.hooks():
            hooks.callback(hook.remove)
        output = network(torch.from_numpy(piece))
    stages = [Stage("Input", piece[0], picture=True), *watcher.stages]
    return Features([*stages, Stage("Output", _numbers(output[0]), picture=True)], watcher.gains)


class _Watcher:
    """Records the modules' outputs while its hooks are registered."""

    def __init__(self, network: FDIWN) -> None:
        self._network = network
        self._groups = [module for module in network.fswgs if isinstance(module, FSWG)]
        self._uses = [0] * len(self._groups)
        self.stages: list[Stage] = []
        self.gains: list[Gains] = []

    def hooks(self) -> list[Any]:
        network = self._network
        hung = [
            network.head.register_forward_hook(self._stage("Head")),
            network.conv1.register_forward_hook(self._stage("Tail: conv1, of all FSWGs' sum")),
            network.up1.register_forward_hook(self._shuffled("Tail: UP1, what the trunk adds")),
            network.up2.register_forward_hook(self._shuffled("Tail: UP2, the skip's part")),
        ]
        for number, group in enumerate(self._groups):
            hung.append(group.register_forward_pre_hook(self._begin(number)))
            hung += self._inside(number, group)
            hung.append(group.register_forward_hook(self._end(number)))
        return hung

    def _inside(self, number: int, group: FSWG) -> list[Any]:
        hung = []
        for name, module in group.named_modules():
            label = part_name(name)
            if isinstance(module, CombinationCoefficient):
                hung.append(module.register_forward_hook(self._coefficients(label)))
            elif isinstance(module, ShuffleAttention):
                hung.append(module.register_forward_hook(self._attention(label)))
        first = group.wdibs()[0]
        for name, module in first.named_children():
            if isinstance(module, WideResidual | PlainResidual) or name == "scf":
                label = f"L{number + 1}, {part_name(f'wdib1.{name}')}"
                hung.append(module.register_forward_hook(self._stage(label, only_first_of=number)))
        return hung

    def _begin(self, number: int) -> Callable[..., None]:
        def hook(module: nn.Module, inputs: object) -> None:
            self._uses[number] += 1
            self.gains.append(Gains(self._use(number)))

        return hook

    def _use(self, number: int) -> str:
        again = ", again" if self._uses[number] > 1 else ""
        return f"L{number + 1}{again}"

    def _end(self, number: int) -> Callable[..., None]:
        def hook(module: nn.Module, inputs: object, output: Tensor) -> None:
            self.stages.append(Stage(f"FSWG {self._use(number)}", _numbers(output[0])))

        return hook

    def _stage(self, label: str, only_first_of: int | None = None) -> Callable[..., None]:
        def hook(module: nn.Module, inputs: object, output: Tensor) -> None:
            if only_first_of is None or self._uses[only_first_of] == 1:
                self.stages.append(Stage(label, _numbers(output[0])))

        return hook

    def _shuffled(self, label: str) -> Callable[..., None]:
        def hook(module: nn.Module, inputs: object, output: Tensor) -> None:
            shuffled = functional.pixel_shuffle(output, self._network.scale)
            self.stages.append(Stage(label, _numbers(shuffled[0])))

        return hook

    def _coefficients(self, label: str) -> Callable[..., None]:
        def hook(module: nn.Module, inputs: object, output: Tensor) -> None:
            self.gains[-1].coefficients[label] = _numbers(output[0])

        return hook

    def _attention(self, label: str) -> Callable[..., None]:
        def hook(module: ShuffleAttention, inputs: tuple[Any, ...], output: Tensor) -> None:
            x, statistics = inputs
            gain, shift = module.gain_and_shift(*statistics(x))
            gate = torch.sigmoid(gain * x + shift).mean((2, 3), keepdim=True)
            self.gains[-1].attention[label] = _numbers(gate[0])

        return hook


def part_name(module: str) -> str:
    """The paper's name of a module inside an FSWG; attention modules have their owner's name."""
    words = []
    for part in module.split("."):
        if part.startswith("coefficient_"):
            words.append(f"CCL {part[-2:].upper()}")
        elif part != "attention":
            words.append(part.upper())
    return " ".join(words) if len(words) > 1 or "WDIB" in words[0] else f"FSWG {words[0]}"


def _numbers(tensor: Tensor) -> Maps:
    numbers: Maps = tensor.float().numpy().copy()
    return numbers
