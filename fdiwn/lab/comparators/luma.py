"""The frame of networks that enlarge luma alone: the rest of the picture is enlarged bicubically.

Before 2017 networks had one channel. As published with them, the picture's chroma is enlarged
bicubically. A level of luma is a level of red, green and blue at the same chroma, so what the
network changes in luma is added to all three colours of the bicubic enlargement.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.pixels.resample import cubic

LUMA = (0.299, 0.587, 0.114)
"""Of BT.601, whose luma the papers measure, without its studio range."""
_REACH = 2  # input pixels on each side that a bicubic value depends on


class Bicubic(nn.Module):
    """(N, 3, H, W) to (N, 3, sH, sW), bicubic with a = -0.5; edges are repeated."""

    kernel: Tensor

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.register_buffer("kernel", _kernel(scale), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        phases = functional.conv2d(padded(x, _REACH), self.kernel)
        return functional.pixel_shuffle(phases, self.scale)


def _kernel(scale: int) -> Tensor:
    """(3 * scale^2, 3, 5, 5): each colour's value at each place inside the enlarged pixel."""
    phases = (torch.arange(scale, dtype=torch.float64) + 0.5) / scale - 0.5
    distances = phases[:, None] - torch.arange(-_REACH, _REACH + 1)
    taps = torch.from_numpy(cubic(distances.numpy()))
    of_one = torch.einsum("py,qx->pqyx", taps, taps).flatten(0, 1)
    kernel = torch.zeros(3, scale**2, 3, 2 * _REACH + 1, 2 * _REACH + 1)
    for colour in range(3):
        kernel[colour, :, colour] = of_one.float()
    return kernel.flatten(0, 1)


class Luma(nn.Module):
    """(N, 3, H, W) to its luma (N, 1, H, W), in the same range."""

    weights: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("weights", torch.tensor(LUMA).view(1, 3, 1, 1), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return functional.conv2d(x, self.weights)


def padded(x: Tensor, reach: int) -> Tensor:
    """``x`` continued by ``reach`` pixels on each side, by its edge: zeros would be an edge of
    black, which such a shallow network cannot tell from the picture."""
    return functional.pad(x, (reach, reach, reach, reach), mode="replicate")
