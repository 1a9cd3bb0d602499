"""How to train: every choice, declared once."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fdiwn.ablations import ABLATIONS
from fdiwn.network_config import FDIWNConfig


@dataclass(frozen=True)
class Recipe:
    """The choices that decide the result. Saved in every checkpoint.

    Lengths: training ends after ``steps`` optimiser steps or ``minutes`` of training time,
    whichever is given (both: whichever comes first). patch: side of the LR patch. loss: "l1" or
    "charbonnier". degradation: "bicubic" or "photo". ablation: a name of `fdiwn.ablations`, or None
    for the published network. The learning rate warms up over ``warmup`` steps and falls as a
    cosine to zero at the end. Raises ValueError for a choice that there is not.
    """

    scale: int
    variant: str = "FDIWN"
    steps: int | None = None
    minutes: float | None = None
    patch: int = 48
    batch: int = 16
    learning_rate: float = 1e-3
    warmup: int = 50
    weight_decay: float = 0.0
    ema: float = 0.999
    clip: float = 1.0
    loss: str = "l1"
    degradation: str = "bicubic"
    seed: int = 0
    ablation: str | None = None

    def __post_init__(self) -> None:
        if self.steps is None and self.minutes is None:
            raise ValueError("give --steps or --minutes, training needs an end")
        if self.loss not in ("l1", "charbonnier"):
            raise ValueError(f"loss is l1 or charbonnier, not {self.loss!r}")
        if self.degradation not in ("bicubic", "photo"):
            raise ValueError(f"degradation is bicubic or photo, not {self.degradation!r}")
        if self.ablation is not None and self.ablation not in ABLATIONS:
            raise ValueError(f"ablation is one of {', '.join(ABLATIONS)}, not {self.ablation!r}")
        if self.ablation is not None and self.variant != "FDIWN":
            raise ValueError("ablations are forms of FDIWN: leave out --variant")
        self.network()

    def network(self) -> FDIWNConfig:
        """What is trained. Raises ValueError for what there is not."""
        if self.ablation is not None:
            return ABLATIONS[self.ablation].config(self.scale)
        return FDIWNConfig.for_scale(self.scale, self.variant)

    @property
    def name(self) -> str:
        """Of the file of weights, without ending."""
        form = f"-{self.ablation}" if self.ablation else ""
        return f"{self.variant.lower()}{form}-x{self.scale}"

    def progress(self, step: int, seconds: float) -> float:
        """How much of the run is over, 0..1, after ``step`` steps in ``seconds``."""
        by_steps = step / self.steps if self.steps else 0.0
        by_time = seconds / (60 * self.minutes) if self.minutes else 0.0
        return min(1.0, max(by_steps, by_time))

    def rate(self, step: int, progress: float) -> float:
        """Learning rate of the step to come."""
        warm = min(1.0, (step + 1) / self.warmup) if self.warmup else 1.0
        return self.learning_rate * warm * 0.5 * (1 + math.cos(math.pi * progress))

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for logs and checkpoints."""
        return asdict(self)


@dataclass(frozen=True)
class RunPlan:
    """Where a run reads and writes, and what it starts from. Does not change the result's kind.

    device: "auto", "cpu", "cuda" or "mps". start: weights to warm-start from. resume: continue
    the checkpoint in ``output``. validation: a benchmark folder with HR/.
    """

    data: Path
    output: Path
    device: str = "auto"
    start: Path | None = None
    resume: bool = False
    validation: Path | None = None
    save_minutes: float = 3.0
