"""ECBSR: plain 3x3 convolutions that are trained as bundles of edge-oriented branches.

After Zhang, Zeng, Zhang, "Edge-oriented Convolution Block for Real-time Super Resolution on Mobile
Devices" (ACM Multimedia 2021), in the size of the comparison tables, M16C64.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, conv
from fdiwn.lab.comparators.luma import Bicubic, Luma

BLOCKS, WIDTH = 16, 64
EXPANSION = 2
_EDGES = (
    ((1, 0, -1), (2, 0, -2), (1, 0, -1)),
    ((1, 2, 1), (0, 0, 0), (-1, -2, -1)),
    ((0, 1, 0), (1, -4, 1), (0, 1, 0)),
)
"""Sobel in both directions, Laplace."""


class EdgeBlock(nn.Module):
    """ECB: a 3x3; a 1x1 that widens, and a 3x3; three edge filters, each after a 1x1. All are
    added."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__()
        self.plain = conv(c_in, c_out)
        self.widen = conv(c_in, EXPANSION * c_out, 1)
        self.squeeze = nn.Conv2d(EXPANSION * c_out, c_out, 3)
        self.edges = nn.ModuleList(_Edge(c_in, c_out, mask) for mask in _EDGES)

    def forward(self, x: Tensor) -> Tensor:
        # Padded before the 1x1, so that the border sees the 1x1's bias as the folded form does.
        padded = functional.pad(x, (1, 1, 1, 1))
        out: Tensor = self.plain(x) + self.squeeze(self.widen(padded))
        for edge in self.edges:
            out = out + edge(padded)
        return out

    def folded(self) -> nn.Conv2d:
        """One 3x3 convolution that computes the same."""
        whole = conv(self.plain.in_channels, self.plain.out_channels)
        assert whole.bias is not None  # for the type checker: `conv` makes one, as the next
        assert self.plain.bias is not None
        nn.init.zeros_(whole.weight)
        nn.init.zeros_(whole.bias)
        with torch.no_grad():
            for weight, bias in (
                (self.plain.weight, self.plain.bias),
                _joined(self.widen, self.squeeze),
                *(edge.joined() for edge in self.edges if isinstance(edge, _Edge)),
            ):
                whole.weight += weight
                whole.bias += bias
        return whole


def _joined(first: nn.Conv2d, second: nn.Conv2d) -> tuple[Tensor, Tensor]:
    """Weight and bias of one 3x3 that is a 1x1 and then a 3x3."""
    assert first.bias is not None  # for the type checker, as the next
    assert second.bias is not None
    weight = torch.einsum("odhw,di->oihw", second.weight, first.weight[:, :, 0, 0])
    return weight, second.bias + torch.einsum("odhw,d->o", second.weight, first.bias)


class _Edge(nn.Module):
    """A 1x1, then one edge filter in every channel, with a learnt factor and bias."""

    mask: Tensor

    def __init__(self, c_in: int, c_out: int, mask: tuple[tuple[int, ...], ...]) -> None:
        super().__init__()
        self.mix = conv(c_in, c_out, 1)
        self.factor = nn.Parameter(1e-3 * torch.randn(c_out, 1, 1, 1))
        self.bias = nn.Parameter(1e-3 * torch.randn(c_out))
        self.register_buffer("mask", torch.tensor(mask).float().view(1, 1, 3, 3), persistent=False)

    def forward(self, padded: Tensor) -> Tensor:
        kernel = self.factor * self.mask  # (c_out, 1, 3, 3)
        return functional.conv2d(self.mix(padded), kernel, self.bias, groups=len(self.bias))

    def joined(self) -> tuple[Tensor, Tensor]:
        """Weight and bias of one 3x3 that computes the same."""
        assert self.mix.bias is not None  # for the type checker: `conv` makes one
        kernel = self.factor * self.mask
        return kernel * self.mix.weight, self.bias + kernel.sum((1, 2, 3)) * self.mix.bias


class ECBSR(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped. Luma only.

    block: makes a layer, channels in and out. `folded` is the form for enlarging.
    """

    def __init__(self, scale: int, block: Callable[[int, int], nn.Module] = EdgeBlock) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic, self.luma = Bicubic(scale), Luma()
        layers: list[nn.Module] = [block(1, WIDTH), nn.PReLU(WIDTH)]
        for _ in range(BLOCKS):
            layers += [block(WIDTH, WIDTH), nn.PReLU(WIDTH)]
        self.body = nn.Sequential(*layers, block(WIDTH, scale**2))

    def forward(self, x: Tensor) -> Tensor:
        luma = self.luma(x) * (1 / WHITE)
        refined = functional.pixel_shuffle(self.body(luma) + luma, self.scale)
        enlarged = self.bicubic(x)
        out: Tensor = enlarged + (WHITE * refined - self.luma(enlarged))
        return out

    def folded(self) -> ECBSR:
        """The same network of plain 3x3 convolutions, equal but for rounding."""
        plain = ECBSR(self.scale, conv)
        for number, layer in enumerate(self.body):
            whole = layer.folded() if isinstance(layer, EdgeBlock) else layer
            plain.body[number].load_state_dict(whole.state_dict())
        return plain.train(self.training)
