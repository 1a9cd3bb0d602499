"""A network other than FDIWN, as training, files and back ends see it."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from fdiwn.api.tiles import MARGIN


class OtherNetwork(nn.Module):
    """A network of `fdiwn.lab.comparators.registry`, with its name and scale.

    body: has the tensor contract of `fdiwn.network.network`.
    """

    def __init__(self, name: str, scale: int, body: nn.Module) -> None:
        super().__init__()
        self.name, self.scale, self.body = name, scale, body

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.body(x)
        return out


class FoldedOther(nn.Module):
    """The inference form of an `OtherNetwork`, with the methods of
    `fdiwn.network.folding.FoldedFDIWN`."""

    def __init__(self, network: OtherNetwork) -> None:
        super().__init__()
        self.scale, self.body = network.scale, copy.deepcopy(network.body)
        self.margin = MARGIN
        self.eval().requires_grad_(requires_grad=False)

    def with_trunk(self, trunk: torch.dtype) -> FoldedOther:
        return self

    def forward(self, x: Tensor, gates: Tensor) -> Tensor:
        out: Tensor = self.body(x)
        return out

    def measure(self, x: Tensor, cut: tuple[int, int] = (0, 0)) -> tuple[Tensor, Tensor]:
        return self.body(x), x.new_zeros(1, 1, 1, 1)

    def measure_each(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.body(x), x.new_zeros(len(x), 1, 1, 1)
