"""DRCN: one convolution, used sixteen times on the bicubic enlargement.

After Kim, Lee, Lee, "Deeply-Recursive Convolutional Network for Image Super-Resolution" (CVPR 2016,
arXiv 1511.04491), in its advanced form: every recursion is reconstructed and supervised, and the
output is the weighted mean of all reconstructions.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, conv
from fdiwn.lab.comparators.luma import Bicubic, Luma

WIDTH, RECURSIONS = 256, 16


class DRCN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped. Luma only.

    The paper leaves the form of the skip connection open: here the reconstruction adds the input.
    Its weights of the recursions start equal. As in the paper the recursive convolution starts as
    the identity, and the others with the weights of He et al.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic, self.luma = Bicubic(scale), Luma()
        self.embed1, self.embed2 = conv(1, WIDTH), conv(WIDTH, WIDTH)
        self.recursive = conv(WIDTH, WIDTH)
        self.reconstruct1, self.reconstruct2 = conv(WIDTH, WIDTH), conv(WIDTH, 1)
        self.weights = nn.Parameter(torch.full((RECURSIONS,), 1 / RECURSIONS))
        for layer in (self.embed1, self.embed2, self.reconstruct1, self.reconstruct2):
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        nn.init.dirac_(self.recursive.weight)

    def forward(self, x: Tensor) -> Tensor:
        enlarged = self.bicubic(x)
        luma = self.luma(enlarged)
        refined = sum(self._weighted(luma * (1 / WHITE)), torch.zeros_like(luma))
        out: Tensor = enlarged + (WHITE * refined - luma)
        return out

    def _weighted(self, luma: Tensor) -> list[Tensor]:
        """The share of each recursion in the output."""
        h = functional.relu(self.embed2(functional.relu(self.embed1(luma))))
        shares = []
        for number in range(RECURSIONS):
            h = functional.relu(self.recursive(h))
            output = luma + self.reconstruct2(functional.relu(self.reconstruct1(h)))
            shares.append(self.weights[number] * output)
        return shares
