"""VDSR: twenty convolutions that correct the bicubic enlargement.

After Kim, Lee, Lee, "Accurate Image Super-Resolution Using Very Deep Convolutional Networks" (CVPR
2016, arXiv 1511.04587).
"""

from __future__ import annotations

from torch import Tensor, nn

from fdiwn.lab.comparators.blocks import WHITE, conv
from fdiwn.lab.comparators.luma import Bicubic, Luma

DEPTH, WIDTH = 20, 64


class VDSR(nn.Module):
    """(N, 3, H, W), RGB in 0..255, to (N, 3, sH, sW), not clamped. Luma only.

    One network for all scales in the paper; here one for each, of the same form. The paper does not
    mention biases: there are some here, which its count leaves out. Initial weights are those of He
    et al., as in the paper, but the last layer is silent, so that training begins at the bicubic
    enlargement.
    """

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale
        self.bicubic, self.luma = Bicubic(scale), Luma()
        layers: list[nn.Module] = []
        widths = [1, *[WIDTH] * (DEPTH - 1)]
        for c_in in widths[:-1]:
            layers += [conv(c_in, WIDTH), nn.ReLU()]
        self.body = nn.Sequential(*layers, conv(WIDTH, 1))
        for layer in self.body:
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
                _silence_bias(layer)
        last = self.body[-1]
        assert isinstance(last, nn.Conv2d)
        nn.init.zeros_(last.weight)

    def forward(self, x: Tensor) -> Tensor:
        enlarged = self.bicubic(x)
        out: Tensor = enlarged + WHITE * self.body(self.luma(enlarged) * (1 / WHITE))
        return out


def _silence_bias(layer: nn.Conv2d) -> None:
    assert layer.bias is not None  # for the type checker: `conv` makes one
    nn.init.zeros_(layer.bias)
