"""Where a folded network's gates come from: measured on an image, or given for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import torch
from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from fdiwn.folded_parts import FoldedAttention, FoldedCoefficients

Pair = tuple[Tensor, Tensor]


class GateSource(Protocol):
    """Where the gates come from: measured on the image at hand, or read from the vector."""

    def attention(self, gate: FoldedAttention, x: Tensor) -> Pair: ...
    def coefficients(self, ccls: FoldedCoefficients, a: Tensor, b: Tensor) -> Pair: ...


class GivenGates:
    """Reads the vector (1, K, 1, 1) in the order of use."""

    def __init__(self, gates: Tensor) -> None:
        self._gates, self._at = gates, 0

    def _take(self, count: int) -> Tensor:
        self._at += count
        return self._gates[:, self._at - count : self._at]

    def attention(self, gate: FoldedAttention, x: Tensor) -> Pair:
        return self._take(gate.channels), self._take(gate.channels)

    def coefficients(self, ccls: FoldedCoefficients, a: Tensor, b: Tensor) -> Pair:
        return self._take(ccls.channels), self._take(ccls.channels)


class MeasuredGates:
    """Measures every gate on the batch at hand and writes it down.

    cut: rows above and below, and columns left and right, that are left out of the statistics:
    near a sample's edge the features feel the zero padding, which the picture has not there.
    together: the batch is one image, in samples; else each of it has gates of its own.
    """

    def __init__(self, cut: tuple[int, int] = (0, 0), together: bool = True) -> None:
        self._parts: list[Tensor] = []
        self._over = (0, 2, 3) if together else (2, 3)
        self._crop = (-cut[1], -cut[1], -cut[0], -cut[0])

    def _statistics(self, x: Tensor) -> Pair:
        if any(self._crop):
            x = functional.pad(x, self._crop)
        mean = x.mean(self._over, keepdim=True)
        return mean, (x - mean).square().mean(self._over, keepdim=True)

    def attention(self, gate: FoldedAttention, x: Tensor) -> Pair:
        both = torch.cat(gate.gain_and_shift(*self._statistics(x)), 1)
        self._parts.append(both)
        # Taken apart again: else OpenVINO computes them anew for every pixel that they gate.
        gain, shift = both.chunk(2, 1)
        return gain, shift

    def coefficients(self, ccls: FoldedCoefficients, a: Tensor, b: Tensor) -> Pair:
        means, variances = zip(*(self._statistics(x) for x in (a, b)), strict=True)
        both = ccls(torch.cat(means, 1), torch.cat(variances, 1))
        self._parts.append(both)
        of_a, of_b = both.chunk(2, 1)
        return of_a, of_b

    def packed(self) -> Tensor:
        """The vectors (1, K, 1, 1), or (N, K, 1, 1) of N images."""
        return torch.cat(self._parts, 1)
