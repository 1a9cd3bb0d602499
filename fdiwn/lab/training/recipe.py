"""The recipe of a training: every choice, declared once."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fdiwn.lab.comparators.registry import comparator
from fdiwn.network.config import ABLATIONS, FDIWNConfig

OURS = ("FDIWN", "FDIWN-M")
LOSSES = ("l1", "charbonnier", "luma")
DECAY_SHARE = 0.2
LARGE_SHARE = 0.1


@dataclass(frozen=True)
class Recipe:
    """The choices that determine the result. Saved in every checkpoint.

    Lengths: training ends after ``steps`` optimiser steps or ``minutes`` of training time (both:
    whichever comes first); with neither it runs until it is stopped. patch: side of the LR patch,
    doubled for the last tenth. averages: decays of the averages of the weights, of which the better
    one is kept. loss: one of `LOSSES`, see `fdiwn.lab.training.gradient.pixel_loss`. degradation:
    "bicubic" or "photo". variant: FDIWN, FDIWN-M, or a network of
    `fdiwn.lab.comparators.registry`. ablation: a name of `fdiwn.network.config`, or None for the
    published network.

    The learning rate warms up over ``warmup`` steps, stays constant, and over the last fifth falls
    to zero as 1 - sqrt(t) (Haegele et al., 2024). decay: all of this run is that last fifth. So a
    run of unknown length wastes nothing: decaying a copy of its state gives a result. Raises
    ValueError for an invalid choice.
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
    averages: tuple[float, ...] = (0.999, 0.9995)
    clip: float = 1.0
    loss: str = "l1"
    degradation: str = "bicubic"
    seed: int = 0
    ablation: str | None = None
    decay: bool = False

    def __post_init__(self) -> None:
        if self.decay and self.steps is None and self.minutes is None:
            raise ValueError("give --steps or --minutes, a decay needs an end")
        if not self.averages or not all(0 <= decay < 1 for decay in self.averages):
            raise ValueError("the decay of an average lies between 0 and 1")
        if self.loss not in LOSSES:
            raise ValueError(f"loss is {', '.join(LOSSES)}, not {self.loss!r}")
        if self.degradation not in ("bicubic", "photo"):
            raise ValueError(f"degradation is bicubic or photo, not {self.degradation!r}")
        if self.ablation is not None and self.ablation not in ABLATIONS:
            raise ValueError(f"ablation is one of {', '.join(ABLATIONS)}, not {self.ablation!r}")
        if self.ablation is not None and self.variant != "FDIWN":
            raise ValueError("ablations are forms of FDIWN: leave out --network")
        if self.variant in OURS:
            self.config()
        else:
            comparator(self.variant)

    def config(self) -> FDIWNConfig:
        """The form of FDIWN to train. Raises ValueError for invalid ones."""
        if self.ablation is not None:
            return ABLATIONS[self.ablation].config(self.scale)
        return FDIWNConfig.for_scale(self.scale, self.variant)

    @property
    def name(self) -> str:
        """The name of the weights' file, without ending."""
        form = f"-{self.ablation}" if self.ablation else ""
        return f"{self.variant.lower()}{form}-x{self.scale}"

    def progress(self, step: int, seconds: float) -> float:
        """The share of the run that is over, 0..1, after ``step`` steps in ``seconds``."""
        by_steps = step / self.steps if self.steps else 0.0
        by_time = seconds / (60 * self.minutes) if self.minutes else 0.0
        return min(1.0, max(by_steps, by_time))

    def rate(self, step: int, progress: float) -> float:
        """Learning rate of the next step."""
        warm = min(1.0, (step + 1) / self.warmup) if self.warmup and not self.decay else 1.0
        left = 1.0 if self.decay else DECAY_SHARE
        fallen = max(0.0, 1 - (1 - progress) / left)
        return self.learning_rate * warm * (1 - math.sqrt(fallen))

    def side(self, progress: float) -> int:
        """Side of the LR patches of the next step: larger at the end, for statistics of larger
        regions."""
        left = LARGE_SHARE / DECAY_SHARE if self.decay else LARGE_SHARE
        return 2 * self.patch if progress > 1 - left else self.patch

    def count(self, side: int) -> int:
        """How many patches of ``side`` have as many pixels as ``batch`` of the usual ones."""
        return max(1, round(self.batch * (self.patch / side) ** 2))

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for logs and checkpoints."""
        return asdict(self)


@dataclass(frozen=True)
class Way:
    """How a CPU computes gradients.

    fast: uses `fdiwn.lab.training.form` instead of the published form. compiled, bf16: see there.
    shards: parts of a batch computed in parallel, with one thread each; with 1 every operation uses
    all cores.
    """

    fast: bool = False
    compiled: bool = False
    bf16: bool = False
    shards: int = 1

    def __str__(self) -> str:
        kind = "published form" if not self.fast else "compiled" if self.compiled else "eager"
        number = "bfloat16" if self.bf16 else "float32"
        return f"{kind}, {number}, {self.shards} shard{'s' if self.shards > 1 else ''}"


@dataclass(frozen=True)
class RunPlan:
    """Files of a run, and its start. Does not affect the kind of result.

    device: "auto", "cpu", "cuda" or "mps". start: weights to warm-start from. state: the folder of
    another run, whose checkpoint is copied and continued. resume: continue the checkpoint in
    ``output``. validation: a benchmark folder with HR/. seen: LR pixels already used for the
    weights at the start. way: how a CPU computes gradients; by default the available ways are
    timed, and the fastest is used.
    """

    data: Path
    output: Path
    device: str = "auto"
    start: Path | None = None
    state: Path | None = None
    resume: bool = False
    validation: Path | None = None
    save_minutes: float = 3.0
    seen: int = 0
    way: Way | None = None
