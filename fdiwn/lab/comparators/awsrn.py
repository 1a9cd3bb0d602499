"""AWSRN-M: adaptive weighted residual units, and a tail of four kernel sizes.

After Wang, Li, Shi, "Lightweight Image Super-Resolution with Adaptive Weighted Learning Network"
(arXiv 1904.02358, 2019), in its medium size: three local fusion blocks. All convolutions have
weight normalisation.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import Centre, LocalFusion, Scale
from fdiwn.network.units import WNConv2d

WIDTH, WIDE, BLOCKS = 32, 128, 3
KERNELS = (3, 5, 7, 9)


class AWSRN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped."""

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        out = 3 * scale**2
        self.centre = Centre()
        self.head = WNConv2d(3, WIDTH, 3)
        self.body = nn.Sequential(*(LocalFusion(WIDTH, WIDE) for _ in range(BLOCKS)))
        self.tails = nn.ModuleList(
            nn.Sequential(WNConv2d(WIDTH, out, kernel), Scale(1 / len(KERNELS)))
            for kernel in KERNELS
        )
        self.skip = WNConv2d(3, out, 5)

    def forward(self, x: Tensor) -> Tensor:
        centred = self.centre(x)
        h = self.body(self.head(centred))
        phases = self.skip(centred)
        for tail in self.tails:
            phases = phases + tail(h)
        return self.centre.back(functional.pixel_shuffle(phases, self.scale))
