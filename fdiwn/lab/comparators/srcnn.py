"""SRCNN, the first network for super-resolution: three convolutions on the bicubic enlargement.

After Dong, Loy, He, Tang, "Learning a Deep Convolutional Network for Image Super-Resolution" (ECCV
2014), in the form 9-5-5 of the journal's version (arXiv 1501.00092), whose figures the comparison
tables quote.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.luma import Bicubic, Luma, padded

WHITE = 255.0
REACH = 4 + 2 + 2
"""Pixels of the enlargement that the three kernels see around one."""
START = 1e-2  # deviation of the initial weights


class SRCNN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped. Luma only.

    The papers train without padding and do not say how the edges of a picture are treated; here it
    is continued by its edge pixels.

    A new network passes the bicubic enlargement on: one channel carries luma through all three
    layers, beside small random weights. The paper starts from random weights alone and needs some
    1e8 steps.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic, self.luma = Bicubic(scale), Luma()
        self.conv1 = nn.Conv2d(1, 64, 9)
        self.conv2 = nn.Conv2d(64, 32, 5)
        self.conv3 = nn.Conv2d(32, 1, 5)
        for conv in (self.conv1, self.conv2, self.conv3):
            pass_on(conv)

    def forward(self, x: Tensor) -> Tensor:
        enlarged = self.bicubic(x)
        luma = self.luma(enlarged)
        features = functional.relu(self.conv1(padded(luma * (1 / WHITE), REACH)))
        refined = self.conv3(functional.relu(self.conv2(features)))
        out: Tensor = enlarged + (refined * WHITE - luma)
        return out


def pass_on(conv: nn.Conv2d) -> None:
    """Small random weights; the first channel is the first input channel, unchanged."""
    assert conv.bias is not None  # for the type checker: every one is made with a bias
    with torch.no_grad():
        conv.weight.normal_(std=START)
        conv.bias.zero_()
        conv.weight[0] = 0
        conv.weight[0, 0, conv.kernel_size[0] // 2, conv.kernel_size[1] // 2] = 1
