"""Counts the arithmetic of an enlargement: of its convolutions, in GFLOP or multiply-adds.

A multiply-add counts as two operations. Counted on one or two pixels: each convolution keeps the
size, so that its cost is proportional to the area, or, for averages, constant. Operations between
the convolutions are not counted, nor a back end's changes.

The paper's figures are lower than what its network executes: they leave out every convolution with
weight normalisation, which is most of the work. Counted that way, all of them are reproduced,
except for FDIWN-M at x2 (see `papers_multiply_adds`).
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
"""Width and height of the result for which multiply-adds are usually stated."""


class _Counter(TorchDispatchMode):  # type: ignore[no-untyped-call]  # torch has no types here
    """Intercepts every operation within it. PyTorch's own counter takes a minute for FDIWN."""

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
    """FLOP of all convolutions in ``run(*inputs)``; group convolutions count their real cost."""
    with torch.no_grad(), _Counter() as counter:
        run(*inputs)
    return float(counter.flop) / 1e9


def published_gflop(network: FDIWN, area: int) -> float:
    """The training form's, on one picture with this number of pixels."""
    one, two = (convolution_gflop(network, torch.zeros(1, 3, 1, pixels)) for pixels in (1, 2))
    return one + (area - 1) * (two - one)


def parameters(network: torch.nn.Module) -> int:
    """The number of trainable parameters."""
    return sum(parameter.numel() for parameter in network.parameters())


def multiply_adds(network: FDIWN) -> float:
    """The training form's for a result of `RESULT`, in 1e9.

    The input has whole pixels: 426 x 240 at x3.
    """
    return published_gflop(network, _input_area(network)) / 2


def papers_multiply_adds(network: FDIWN) -> float:
    """The same by the paper's count: without convolutions that are weight-normalised.

    This gives 112.0, 51.5 and 28.4 for FDIWN at x2, x3 and x4, and 35.9 and 19.6 for FDIWN-M at x3
    and x4. For FDIWN-M at x2 it gives 77.0, but the authors' page has 73.6, and 433,000 parameters
    for a network that has 429,504 here: theirs was a different one.
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
    """The folded form's, on a window with this number of pixels and given gates.

    Nearly the same for a picture that is measured: its coefficients add less than a millionth.
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
    """Whether such a picture is measured in one piece, which also gives its enlargement."""
    return NORMAL.boxes(width, height)[0].area == width * height
