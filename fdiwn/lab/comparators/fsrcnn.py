"""FSRCNN: features of the small picture, and one deconvolution that enlarges them.

After Dong, Loy, Tang, "Accelerating the Super-Resolution Convolutional Neural Network" (ECCV 2016,
arXiv 1608.00367), with the paper's d = 56, s = 12, m = 4.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from fdiwn.lab.comparators.luma import Bicubic, Luma, padded
from fdiwn.lab.comparators.srcnn import WHITE

D, S, M = 56, 12, 4
KERNEL = 9
"""Side of the deconvolution's kernel."""
SPARE = 2
"""Input pixels around the picture whose enlargement reaches into it."""
REACH = 2 + M + SPARE
"""Input pixels that are added on each side: what the kernels take away, and the spare ones."""


class FSRCNN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped. Luma only.

    The paper leaves two things open. Edges: the picture is continued by its edge pixels. Where the
    deconvolution's kernel lies: its middle is on the middle of the enlarged pixel, or half a pixel
    before it where there is none (x2, x4).

    The initial weights are those of He et al. (2015), a tenth as large, but one channel carries
    luma through all layers, to a linear interpolation.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic, self.luma = Bicubic(scale), Luma()
        layers: list[nn.Module] = [nn.Conv2d(1, D, 5), nn.PReLU(D)]
        layers += [nn.Conv2d(D, S, 1), nn.PReLU(S)]
        for _ in range(M):
            layers += [nn.Conv2d(S, S, 3), nn.PReLU(S)]
        layers += [nn.Conv2d(S, D, 1), nn.PReLU(D)]
        self.body = nn.Sequential(*layers)
        # By scale, so that a warm start from another scale takes over the body alone.
        before = KERNEL // 2 - (scale - 1) // 2 + SPARE * scale
        deconv = nn.ConvTranspose2d(
            D, 1, KERNEL, scale, padding=before, output_padding=(scale - 1) % 2
        )
        self.deconv = nn.ModuleDict({f"x{scale}": deconv})
        self._start(deconv)

    def forward(self, x: Tensor) -> Tensor:
        features = self.body(padded(self.luma(x) * (1 / WHITE), REACH))
        refined = self.deconv[f"x{self.scale}"](features)
        enlarged = self.bicubic(x)
        out: Tensor = enlarged + (refined * WHITE - self.luma(enlarged))
        return out

    def _start(self, deconv: nn.ConvTranspose2d) -> None:
        place = torch.arange(KERNEL) - KERNEL // 2 + (0 if self.scale % 2 else -0.5)
        linear = (1 - (place / self.scale).abs()).clamp_min(0)
        with torch.no_grad():
            for conv in self.body:
                if isinstance(conv, nn.Conv2d) and conv.bias is not None:
                    nn.init.kaiming_normal_(conv.weight, a=0.25)
                    conv.weight *= 0.1
                    conv.weight[0] = 0
                    conv.weight[0, 0, conv.kernel_size[0] // 2, conv.kernel_size[1] // 2] = 1
                    conv.bias.zero_()
            deconv.weight.normal_(std=1e-3)
            deconv.weight[0, 0] = torch.outer(linear, linear)
            if deconv.bias is not None:
                deconv.bias.zero_()
