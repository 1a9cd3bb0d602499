"""IDN: information distillation, which keeps a part of the features and works on the rest.

After Hui, Wang, Gao, "Fast and Accurate Single Image Super-Resolution via Information Distillation
Network" (CVPR 2018, arXiv 1803.09454), with its D = 64, d = 16, s = 4 and four blocks.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import WHITE, conv
from fdiwn.lab.comparators.luma import Bicubic

WIDTH, KEPT, BLOCKS = 64, 16, 4
KERNEL = 17
"""Side of the transposed convolution's kernel."""
SLOPE = 0.05


class IDN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped.

    The paper's own network enlarges luma and has 553,000 parameters. The 590,000 of the comparison
    tables are those of this form, with three colours in and out.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic = Bicubic(scale)
        self.head1, self.head2 = conv(3, WIDTH), conv(WIDTH, WIDTH)
        self.blocks = nn.Sequential(*(_Block() for _ in range(BLOCKS)))
        padding = (KERNEL - scale + 1) // 2
        spare = scale - KERNEL + 2 * padding
        self.tail = nn.ConvTranspose2d(WIDTH, 3, KERNEL, scale, padding, output_padding=spare)

    def forward(self, x: Tensor) -> Tensor:
        h = functional.leaky_relu(self.head1(x * (1 / WHITE)), SLOPE)
        h = self.blocks(functional.leaky_relu(self.head2(h), SLOPE))
        out: Tensor = self.bicubic(x) + WHITE * self.tail(h)
        return out


class _Block(nn.Module):
    """Enhancement unit and compression unit."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.ModuleList((conv(64, 48), conv(48, 32, groups=4), conv(32, 64)))
        self.second = nn.ModuleList((conv(48, 64), conv(64, 48, groups=4), conv(48, 80)))
        self.compress = conv(WIDTH + KEPT, WIDTH, 1)

    def forward(self, x: Tensor) -> Tensor:
        h = x
        for layer in self.first:
            h = functional.leaky_relu(layer(h), SLOPE)
        kept, rest = h[:, :KEPT], h[:, KEPT:]
        for layer in self.second:
            rest = functional.leaky_relu(layer(rest), SLOPE)
        joined = rest + torch.cat((kept, x), 1)
        return functional.leaky_relu(self.compress(joined), SLOPE)
