"""Counts a network's parameters and multiply-adds, for a result of 1280x720.

Only convolutions with weights of the network are counted, as in the papers: neither operations
between them nor fixed filters, such as a bicubic enlargement. The network is run on PyTorch's
device "meta", which knows sizes and computes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from fdiwn.network.units import WNConv2d

RESULT = (1280, 720)
"""Width and height of the result for which multiply-adds are usually stated."""
_CONVOLUTIONS = (torch.conv2d, torch.conv_transpose2d)


class Counter(TorchFunctionMode):
    """Intercepts every convolution within it. PyTorch's own counter takes a minute for FDIWN.

    multiply_adds: of all convolutions; groups count their real cost. at_output: the same, but each
    transposed convolution as if it were computed at every pixel of its output, which is how the
    comparison tables count them. fixed: weights that are not counted.
    """

    def __init__(self, fixed: tuple[Tensor, ...] = ()) -> None:
        super().__init__()
        self.multiply_adds: int = 0
        self.at_output: int = 0
        self._fixed = fixed

    def __torch_function__(
        self, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> object:
        out = func(*args, **(kwargs or {}))
        if func in _CONVOLUTIONS and not any(args[1] is each for each in self._fixed):
            given, weight = args[:2]
            # weight: (c_out, c_in / groups, k, k), transposed (c_in, c_out / groups, k, k)
            transposed, each = func is torch.conv_transpose2d, int(weight[0].numel())
            self.multiply_adds += int((given if transposed else out).numel()) * each
            pixels = out.shape[0] * out[0, 0].numel()
            self.at_output += (pixels * weight.shape[0] if transposed else out.numel()) * each
        return out


@dataclass(frozen=True)
class Count:
    """parameters: trained ones. The rest in 1e9 multiply-adds. executed: what the network computes.
    at_output: with transposed convolutions as if computed at every pixel of their output.
    normalised: of these, convolutions with weight normalisation."""

    parameters: int
    executed: float
    at_output: float
    normalised: float


def parameters(network: nn.Module) -> int:
    """The number of trained parameters."""
    return sum(parameter.numel() for parameter in network.parameters())


def count(network: nn.Module, scale: int) -> Count:
    """Of a network with the tensor contract of `fdiwn.network.network`. Its weights are lost.

    The input has whole pixels: 426 x 240 at x3.
    """
    width, height = RESULT
    meta = network.to("meta")
    normalised: list[int] = []

    def note(module: nn.Module, inputs: object, output: Tensor) -> None:
        assert isinstance(module, WNConv2d)
        h, w = output.shape[-2:]
        normalised.append(module.weight_v.numel() * h * w)

    for module in meta.modules():
        if isinstance(module, WNConv2d):
            module.register_forward_hook(note)
    with torch.no_grad(), Counter(tuple(meta.buffers())) as counter:
        meta(torch.empty(1, 3, height // scale, width // scale, device="meta"))
    return Count(
        parameters(meta),
        counter.multiply_adds / 1e9,
        counter.at_output / 1e9,
        sum(normalised) / 1e9,
    )
