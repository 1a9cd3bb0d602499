"""How well the product's own engine enlarges a benchmark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from fdiwn.backends.contract import Backend
from fdiwn.enlarge.tile_loop import NORMAL, Manner, enlarged
from fdiwn.lab.evaluation.datasets import Pair
from fdiwn.lab.evaluation.metrics import psnr_y


@dataclass(frozen=True)
class Score:
    """psnr: PSNR-Y in dB by the picture's name, in the order of the benchmark."""

    psnr: Mapping[str, float]

    @property
    def mean(self) -> float:
        """The benchmark's figure: the mean over its pictures, in dB."""
        return fmean(self.psnr.values())


def score(backend: Backend, pairs: Sequence[Pair], manner: Manner = NORMAL) -> Score:
    """Whole pictures, borders of the scale's width shaved off, by the paper's protocol.

    Raises ValueError for pairs of another scale.
    """
    results = ((p, enlarged(backend, p.lr, manner)) for p in pairs)
    return Score({p.name: psnr_y(result, p.hr, backend.scale) for p, result in results})
