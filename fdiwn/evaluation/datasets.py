"""Benchmark folders: high resolution pictures with the low resolution ones made from them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from fdiwn.errors import InputError
from fdiwn.evaluation.imresize import imresize_8bit
from fdiwn.evaluation.metrics import Image8


@dataclass(frozen=True)
class Pair:
    """One benchmark picture: ``hr`` is cropped to ``scale`` times the size of ``lr``."""

    name: str
    lr: Image8
    hr: Image8


def read_image8(path: Path) -> Image8:
    """A picture as uint8 (H, W, 3), or (H, W, 1) where the file is grey."""
    with Image.open(path) as image:
        grey = image.mode in ("L", "1", "I;16", "LA")
        array = np.asarray(image.convert("L" if grey else "RGB"))
    return array[..., None] if array.ndim == 2 else array


def as_image8(tensor: torch.Tensor) -> Image8:
    """A uint8 tensor (C, H, W) as an image (H, W, C)."""
    return np.ascontiguousarray(tensor.permute(1, 2, 0).numpy())


def as_tensor(image: Image8) -> torch.Tensor:
    """An image (H, W, C) as a uint8 tensor (C, H, W)."""
    return torch.from_numpy(image.transpose(2, 0, 1).copy())


def load_pairs(folder: Path, scale: int) -> list[Pair]:
    """Reads ``folder/HR/*.png`` with ``folder/LR_bicubic/X4/namex4.png`` where they are given.

    Without the latter, low resolution is made by `imresize_8bit`. Raises InputError where there
    is no picture.
    """
    given = folder / "LR_bicubic" / f"X{scale}"
    files = sorted((folder / "HR").glob("*.png"))
    if not files:
        raise InputError(f"No benchmark in {folder}", "there is no picture in its folder HR")
    pairs = []
    for file in files:
        hr = read_image8(file)
        if given.is_dir():
            lr = read_image8(given / f"{file.stem}x{scale}.png")
        else:
            h, w = (n // scale * scale for n in hr.shape[:2])
            lr = as_image8(imresize_8bit(as_tensor(hr[:h, :w]), Fraction(1, scale)))
        pairs.append(Pair(file.stem, lr, hr[: lr.shape[0] * scale, : lr.shape[1] * scale]))
    return pairs
