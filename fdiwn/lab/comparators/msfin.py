"""MSFIN: three resolutions of the enlarged picture, whose features feed each other.

After Wang, Gao, Li, Yu, Lu, "Lightweight Image Super-Resolution with Multi-scale Feature
Interaction Network" (ICME 2021, arXiv 2103.13028), in the form that its authors published: 24
channels at full size, every attention block used twice.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.comparators.blocks import Centre, ChannelAttention, conv

WIDTH, USES = 24, 2
REDUCTION, GROUPS = 5, 4
SLOPE = 0.2


class MSFIN(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped.

    It works on the bilinear enlargement and halves it twice: if a side is no multiple of four, it
    is continued by its edge up to the next one, which the paper leaves open.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        n = WIDTH
        self.centre = Centre()
        self.head, self.tail = conv(3, n), conv(n, 3)
        self.halve = nn.Sequential(_step(n, n), nn.LeakyReLU(SLOPE), conv(n, 2 * n, bias=False))
        self.quarter = nn.Sequential(
            *(_step(n, n), nn.LeakyReLU(SLOPE), conv(n, 2 * n, bias=False)),
            *(_step(2 * n, 4 * n), nn.LeakyReLU(SLOPE), conv(4 * n, 4 * n, bias=False)),
        )
        self.quarter_row, self.raised_row = _Row(4 * n), _Row(n)
        self.raise1, self.raise2 = _double(4 * n), _double(n)
        self.half_blocks, self.full_blocks = _attention_blocks(2 * n, 5), _attention_blocks(n, 5)
        self.raise_half = _double(2 * n)
        self.to_half = nn.ModuleList(
            (*(nn.ConvTranspose2d(4 * n, 2 * n, 2, 2) for _ in range(2)),
             *(conv(n, 2 * n, 1) for _ in range(2)))
        )  # fmt: skip
        self.to_full = nn.ModuleList(nn.ConvTranspose2d(2 * n, n, 2, 2) for _ in range(4))
        self.last_blocks = nn.Sequential(*_attention_blocks(n, 4))

    def forward(self, x: Tensor) -> Tensor:
        h, w = x.shape[-2:]
        h, w = self.scale * h, self.scale * w
        enlarged = functional.interpolate(x, (h, w), mode="bilinear", align_corners=False)
        right, below = -w % 4, -h % 4
        whole = functional.pad(enlarged, (0, right, 0, below), mode="replicate")
        features = self.head(self.centre(whole))

        quarter, quarter_out = self.quarter_row(self.quarter(features))
        raised, raised_out = self.raised_row(self.raise1(quarter_out))
        half = _fed(self.half_blocks, self.to_half, self.halve(features), [*quarter, *raised])
        full = _fed(self.full_blocks, self.to_full, features, half[:4])
        joined = full[-1] + self.raise_half(half[-1]) + self.raise2(raised_out)
        out = self.centre.back(self.tail(self.last_blocks(joined)))
        return out[..., :h, :w]


class _Row(nn.Module):
    """Four blocks, and a fifth on input, second and fourth together.

    Gives the second's and the fourth's output, and the fifth's.
    """

    def __init__(self, c: int) -> None:
        super().__init__()
        self.blocks = _attention_blocks(c, 5)
        self.fuse = conv(3 * c, c, 1)

    def forward(self, x: Tensor) -> tuple[tuple[Tensor, Tensor], Tensor]:
        first, second, third, fourth, fifth = self.blocks
        two = second(first(x))
        four = fourth(third(two))
        return (two, four), fifth(self.fuse(torch.cat((x, two, four), 1)))


class _AttentionBlock(nn.Module):
    """RRCAB: two group convolutions, a 1x1 and channel attention, added; the same USES times."""

    def __init__(self, c: int) -> None:
        super().__init__()
        self.conv1, self.conv2 = conv(c, c, groups=GROUPS), conv(c, c, groups=GROUPS)
        self.mix = conv(c, c, 1)
        self.attention = ChannelAttention(c, c // REDUCTION)

    def forward(self, x: Tensor) -> Tensor:
        for _ in range(USES):
            body = functional.relu(self.conv2(functional.relu(self.conv1(x))))
            x = x + self.attention(self.mix(body))
        return x


def _attention_blocks(c: int, count: int) -> nn.ModuleList:
    return nn.ModuleList(_AttentionBlock(c) for _ in range(count))


def _step(c_in: int, c_out: int) -> nn.Conv2d:
    """Halves the size."""
    return nn.Conv2d(c_in, c_out, 3, stride=2, padding=1, bias=False)


def _double(c: int) -> nn.Sequential:
    """Sub-pixel convolution to WIDTH channels of twice the size."""
    return nn.Sequential(conv(c, 4 * WIDTH), nn.PixelShuffle(2))


def _fed(
    blocks: nn.ModuleList, bridges: nn.ModuleList, x: Tensor, others: list[Tensor]
) -> list[Tensor]:
    """The outputs of five blocks, of which the first four get another row's features added."""
    outputs = []
    for block, bridge, other in zip(blocks, bridges, others, strict=False):
        x = block(x + bridge(other))
        outputs.append(x)
    return [*outputs, blocks[-1](x)]
