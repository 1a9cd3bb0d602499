"""How well the product's own engine enlarges a benchmark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from fdiwn.engine import TileEngine, enlarge_rows
from fdiwn.evaluation.datasets import Pair
from fdiwn.evaluation.metrics import Image8, psnr_y


@dataclass(frozen=True)
class Score:
    """psnr: PSNR-Y in dB by the picture's name, in the order of the benchmark."""

    psnr: Mapping[str, float]

    @property
    def mean(self) -> float:
        """The benchmark's figure: the mean over its pictures, in dB."""
        return fmean(self.psnr.values())


def enlarge(engine: TileEngine, image: Image8) -> Image8:
    """uint8 (H, W, C) to (sH, sW, C), as `fdiwn upscale` computes it."""
    return np.concatenate(list(enlarge_rows(engine, image, None)))


def score(engine: TileEngine, pairs: Sequence[Pair]) -> Score:
    """Whole pictures, borders of the scale's width shaved off, by the paper's protocol.

    Raises ValueError for pairs of another scale.
    """
    results = ((p, enlarge(engine, p.lr)) for p in pairs)
    return Score({p.name: psnr_y(result, p.hr, engine.scale) for p, result in results})
