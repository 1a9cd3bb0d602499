"""Records of a benchmark of speed: contestants, computer, results. Nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

RUN, STOP = "run", "stop"
"""What a contestant's process is asked for: one run, or its peak memory and its end."""
TENSORFLOAT32 = "tensorfloat32"
"""What PyTorch makes of float32 convolutions on NVIDIA GPUs unless it is told otherwise."""


class Kind(StrEnum):
    """What a contestant does in a run; `fdiwn.diagnostics.speed_child` has a function for each."""

    PUBLISHED = "published"
    ONNX = "onnx"
    OURS = "ours"
    PRODUCT = "product"
    CEILING = "ceiling"


@dataclass(frozen=True)
class Material:
    """What the contestants are given.

    model: weights. picture: .npy, (H, W, 3) uint8. samples: .npy, (N, 3, H, W) float32 in 0..255,
    by which a large picture would be measured. graph: the published form as .onnx; it is not
    there if that could not be written. threads: PyTorch's, for those that run without it.
    """

    model: Path
    picture: Path
    samples: Path
    graph: Path
    threads: int


@dataclass(frozen=True)
class Contestant:
    """One row. gflop: what a run executes, in 1e9. absent: why it cannot run here, or empty."""

    kind: Kind
    name: str
    device: str
    library: str
    precision: str
    gflop: float
    absent: str = ""


@dataclass(frozen=True)
class Ready:
    """A process can run. measure_seconds: of the samples, where the contestant measures."""

    measure_seconds: float | None = None


@dataclass(frozen=True)
class Failed:
    """A process cannot go on."""

    reason: str


@dataclass(frozen=True)
class Peak:
    """Bytes that a process held at its fullest. device: on its GPU, where there is one."""

    process: int
    device: int | None = None


@dataclass(frozen=True)
class Outcome:
    """What one contestant did: ``seconds`` of each round, or why it ``failed``.

    ready_seconds: from the start of its process until it could run, imports included.
    """

    contestant: Contestant
    seconds: tuple[float, ...] = ()
    failed: str = ""
    ready_seconds: float | None = None
    measure_seconds: float | None = None
    peak: Peak | None = None


@dataclass(frozen=True)
class Result:
    """One contestant's figures; None where there is none.

    median_seconds: of a run. speedup: how many times as fast as the published form in torch
    eager on the same device. megapixels_per_second: of the enlargement. share_of_ceiling: of the
    matrix product in that precision on that device, 0..1. Both ratios are medians over the
    ratios of each round. Megabytes are 1e6 bytes.
    """

    kind: Kind
    name: str
    device: str
    library: str
    precision: str
    failed: str
    gflop: float
    seconds: tuple[float, ...]
    median_seconds: float | None
    speedup: float | None
    megapixels_per_second: float | None
    gflop_per_second: float | None
    share_of_ceiling: float | None
    peak_megabytes: float | None
    device_peak_megabytes: float | None
    ready_seconds: float | None
    measure_seconds: float | None


@dataclass(frozen=True)
class Machine:
    """Where it was measured. threads: that each contestant computes with. gpu: empty if none."""

    system: str
    processor: str
    threads: int
    gpu: str
    versions: dict[str, str]


@dataclass(frozen=True)
class Report:
    """One run of the benchmark. width and height are of the picture before it is enlarged."""

    machine: Machine
    model: str
    scale: int
    width: int
    height: int
    rounds: int
    warm_up: int
    results: tuple[Result, ...]
