"""Low resolution as from cameras: softer than a clean reduction, with noise and JPEG artefacts.

A network trained only on clean bicubic reductions does little for such pictures. The loss stays L1,
so the network learns to undo the damage on average and invents nothing.
"""

from __future__ import annotations

import io
import math
from fractions import Fraction

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fdiwn.lab.evaluation.imresize import imresize, round_to_8bit

BLUR_SIGMA = (0.2, 1.6)  # HR pixels at x2; the upper end grows with the scale
NOISE_SIGMA = 6.0  # of 255
NO_NOISE = 0.3  # share of patches
JPEG_QUALITY = (70, 100)
NO_JPEG = 0.4  # share of patches


class PhotoDegradation:
    """Blur, bicubic reduction, noise, JPEG; each with random strength for every patch."""

    def __init__(self, scale: int) -> None:
        self._scale = scale
        self._sigma = (BLUR_SIGMA[0], BLUR_SIGMA[1] * scale / 2)
        self._radius = math.ceil(3 * self._sigma[1])

    def __call__(self, hr: Tensor, generator: torch.Generator) -> Tensor:
        """HR (N, 3, sH, sW), float 0..255, to LR (N, 3, H, W) in whole levels."""
        blurred = self._blur(hr, generator)
        low = imresize(blurred, Fraction(1, self._scale))
        noisy = round_to_8bit(low + self._noise(low, generator))
        return _jpeg(noisy, generator).to(hr.device).float()

    def _blur(self, hr: Tensor, generator: torch.Generator) -> Tensor:
        """Each patch with its own Gaussian; half of them longer in one direction."""
        n, c = hr.shape[:2]
        low, high = self._sigma
        sigma = low + (high - low) * torch.rand(n, 2, generator=generator)
        round_ones = torch.rand(n, generator=generator) < 0.5
        sigma[round_ones, 1] = sigma[round_ones, 0]
        angle = math.pi * torch.rand(n, generator=generator)
        r = torch.arange(-self._radius, self._radius + 1, dtype=torch.float32)
        y, x = r.view(1, -1, 1), r.view(1, 1, -1)
        cos, sin = angle.cos().view(-1, 1, 1), angle.sin().view(-1, 1, 1)
        along, across = (cos * x + sin * y), (cos * y - sin * x)
        s1, s2 = sigma[:, :1, None], sigma[:, 1:, None]
        kernel = torch.exp(-0.5 * ((along / s1) ** 2 + (across / s2) ** 2))
        kernel = (kernel / kernel.sum((1, 2), keepdim=True)).to(hr.device)
        padded = functional.pad(hr, [self._radius] * 4, mode="replicate")
        weight = kernel[:, None].repeat_interleave(c, 0)
        flat = padded.reshape(1, n * c, *padded.shape[-2:])
        return functional.conv2d(flat, weight, groups=n * c).view(hr.shape)

    def _noise(self, low: Tensor, generator: torch.Generator) -> Tensor:
        n = len(low)
        strength = NOISE_SIGMA * torch.rand(n, 1, 1, 1, generator=generator)
        strength[torch.rand(n, generator=generator) < NO_NOISE] = 0
        noise = torch.randn(low.shape, generator=generator)
        grey = (torch.rand(n, generator=generator) < 0.5).view(-1, 1, 1, 1)
        noise = torch.where(grey, noise[:, :1], noise)
        return (strength * noise).to(low.device)


def _jpeg(images: Tensor, generator: torch.Generator) -> Tensor:
    """uint8 (N, 3, H, W) through JPEG of random quality, some unchanged; on the CPU."""
    skip = torch.rand(len(images), generator=generator) < NO_JPEG
    low, high = JPEG_QUALITY
    quality = torch.randint(low, high + 1, (len(images),), generator=generator)
    out = images.permute(0, 2, 3, 1).contiguous().cpu().numpy().copy()
    for n in range(len(out)):
        if not skip[n]:
            file = io.BytesIO()
            patch = Image.fromarray(out[n])
            patch.save(file, "JPEG", quality=int(quality[n]), subsampling="4:2:0")
            out[n] = np.asarray(Image.open(file))
    return torch.from_numpy(out).permute(0, 3, 1, 2)
