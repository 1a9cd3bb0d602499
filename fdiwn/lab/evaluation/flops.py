"""Counts the arithmetic of an enlargement: of its convolutions, in GFLOP or multiply-adds.

A multiply-add counts as two operations. Counted on a pixel or two: each convolution keeps the
size, so that its cost goes with the area, or, where it looks at averages, not even that. What lies
between the convolutions is not counted, nor what a back end makes of them.

The paper's figures are lower than what its network executes: they leave out every convolution with
weight normalisation, which most of the work is. Counted so, all of them come out, but for FDIWN-M
at x2 (see `papers_multiply_adds`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from fdiwn.enlarge.tile_loop import NORMAL
from fdiwn.network.folding import fold
from fdiwn.network.network import FDIWN
from fdiwn.network.units import WNConv2d

RESULT = (1280, 720)
"""Width and height of the result for which the field states multiply-adds."""


class _Counter(TorchDispatchMode):  # type: ignore[no-untyped-call]  # torch has no types here
    """Sees every operation while it is open. PyTorch's own counter takes a minute for FDIWN."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # as above
        self.flop: int = 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> object:
        out = func(*args, **(kwargs or {}))
        if func is torch.ops.aten.convolution.default:
            weight = args[1]  # (c_out, c_in / groups, k, k)
            self.flop += 2 * int(out.numel()) * int(weight[0].numel())
        return out


def convolution_gflop(run: Callable[..., object], *inputs: Tensor) -> float:
    """Of all convolutions in ``run(*inputs)``; a group convolution counts as what it is."""
    with torch.no_grad(), _Counter() as counter:
        run(*inputs)
    return float(counter.flop) / 1e9


def published_gflop(network: FDIWN, area: int) -> float:
    """Of the form that is trained, on one picture of so many pixels."""
    one, two = (convolution_gflop(network, torch.zeros(1, 3, 1, pixels)) for pixels in (1, 2))
    return one + (area - 1) * (two - one)


def parameters(network: FDIWN) -> int:
    """All numbers that are learnt."""
    return sum(parameter.numel() for parameter in network.parameters())


def multiply_adds(network: FDIWN) -> float:
    """What the form that is trained executes for a result of `RESULT`, in 1e9.

    The input has whole pixels: at x3 those are 426 x 240.
    """
    return published_gflop(network, _input_area(network)) / 2


def papers_multiply_adds(network: FDIWN) -> float:
    """The same as the paper counts: without the convolutions that are weight-normalised.

    So come out 112.0, 51.5 and 28.4 for FDIWN at x2, x3 and x4, and 35.9 and 19.6 for FDIWN-M at
    x3 and x4. For FDIWN-M at x2 it is 77.0, where the authors' page has 73.6, and 433,000
    parameters where the network at hand has 429,504: theirs was another one.
    """
    area = _input_area(network)
    normalised: list[int] = []

    def note(module: torch.nn.Module, inputs: object, output: Tensor) -> None:
        assert isinstance(module, WNConv2d)
        normalised.append(module.weight_v.numel() * area)

    hooks = [
        module.register_forward_hook(note)
        for module in network.modules()
        if isinstance(module, WNConv2d)
    ]
    try:
        with torch.no_grad():
            network(torch.zeros(1, 3, 1, 1))
    finally:
        for hook in hooks:
            hook.remove()
    return multiply_adds(network) - sum(normalised) / 1e9


def _input_area(network: FDIWN) -> int:
    width, height = RESULT
    return (width // network.scale) * (height // network.scale)


def folded_gflop(network: FDIWN, area: int) -> float:
    """Of the form that enlarges, on a window of so many pixels with given gates.

    The same for a picture that is measured: its coefficients add less than a millionth.
    """
    folded, pixel = fold(network), torch.zeros(1, 3, 1, 1)
    with torch.no_grad():
        _, gates = folded.measure(pixel)
    return convolution_gflop(folded, pixel, gates) * area


def product_area(width: int, height: int) -> int:
    """Pixels that `fdiwn.enlarge.tile_loop.enlarged` passes through the network: samples and
    windows."""
    boxes = NORMAL.boxes(width, height)
    if measured_whole(width, height):
        return boxes[0].area
    measured = sum(box.area for box in boxes)
    return measured + sum(tile.window.area for tile in NORMAL.tiles(width, height))


def measured_whole(width: int, height: int) -> bool:
    """Whether such a picture is measured in one piece, which gives its enlargement as well."""
    return NORMAL.boxes(width, height)[0].area == width * height
