"""Benchmark pictures, high and low resolution, and the PSNR of a back end on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from statistics import fmean

import numpy as np
import torch
from PIL import Image

from fdiwn.api.errors import InputError
from fdiwn.backends.contract import Backend
from fdiwn.codec import read_picture
from fdiwn.enlarge.tile_loop import NORMAL, Manner, enlarged
from fdiwn.lab.evaluation.imresize import imresize_8bit
from fdiwn.lab.evaluation.layouts import Benchmark, Entry, benchmark
from fdiwn.lab.evaluation.metrics import Image8, psnr_y


@dataclass(frozen=True)
class Pair:
    """One benchmark picture: ``hr`` is cropped to ``scale`` times the size of ``lr``, and both are
    grey or both in colour. made: ``lr`` was computed here."""

    name: str
    lr: Image8
    hr: Image8
    made: bool = False


def read_image8(path: Path) -> Image8:
    """A picture as uint8 (H, W, 3), or (H, W, 1) if the file is grey."""
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
    """All pairs of a benchmark in any layout of `fdiwn.lab.evaluation.layouts`.

    Raises InputError if there are no pictures, or one is unusable.
    """
    found = benchmark(folder, scale)
    return [read_pair(entry, found) for entry in found.entries]


def read_pair(entry: Entry, of: Benchmark) -> Pair:
    """Reads a picture with its low resolution, or computes that by `imresize_8bit`.

    A grey high resolution makes both grey. Raises InputError for pictures that are unreadable, not
    of 8 bits, transparent, smaller than a pixel of low resolution, or of two kinds.
    """
    hr, scale = _read(entry.hr), of.scale
    if entry.lr is None:
        h, w = (n // scale * scale for n in hr.shape[:2])
        if not (h and w):
            raise InputError(f"{entry.hr} is too small", f"it has {hr.shape[1]}x{hr.shape[0]}")
        lr = as_image8(imresize_8bit(as_tensor(hr[:h, :w]), Fraction(1, scale)))
    else:
        lr = _as_bands(_read(entry.lr), hr.shape[2], entry.lr)
    hr = hr[: lr.shape[0] * scale, : lr.shape[1] * scale]
    return Pair(entry.name, lr, np.ascontiguousarray(hr), entry.lr is None)


def _read(path: Path) -> Image8:
    """Reads as the product does; refuses kinds that the protocol does not define."""
    pixels = read_picture(path).pixels
    if pixels.dtype != np.uint8:
        raise InputError(f"{path} cannot be scored", "benchmarks are of 8 bits, and it has 16")
    if pixels.shape[2] in (2, 4):
        if bool((pixels[..., -1] != 255).any()):
            raise InputError(f"{path} cannot be scored", "parts of it are transparent")
        pixels = pixels[..., :-1]
    return np.ascontiguousarray(pixels)


def _as_bands(lr: Image8, bands: int, path: Path) -> Image8:
    """Low resolution as grey or RGB, like its high resolution."""
    if lr.shape[2] == bands:
        return lr
    if bands == 3:
        return lr.repeat(3, axis=2)
    if bool((lr != lr[..., :1]).any()):
        raise InputError(f"{path} is in colour", "its high resolution is grey")
    return np.ascontiguousarray(lr[..., :1])


@dataclass(frozen=True)
class Score:
    """psnr: PSNR-Y in dB by the picture's name, in the order of the benchmark."""

    psnr: Mapping[str, float]

    @property
    def mean(self) -> float:
        """The benchmark's figure: the mean over its pictures, in dB."""
        return fmean(self.psnr.values())


def score(backend: Backend, pairs: Sequence[Pair], manner: Manner = NORMAL) -> Score:
    """PSNR of whole pictures, without borders of the scale's width, by the paper's protocol.

    Raises ValueError for pairs of another scale.
    """
    results = ((p, enlarged(backend, p.lr, manner)) for p in pairs)
    return Score({p.name: psnr_y(result, p.hr, backend.scale) for p, result in results})
