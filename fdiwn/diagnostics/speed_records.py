"""Records of the speed benchmark: contestants, computer, results. Nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

RUN, STOP = "run", "stop"
"""Requests to a contestant's process: one run, or its peak memory and exit."""
TENSORFLOAT32 = "tensorfloat32"
"""The precision of PyTorch's float32 convolutions on NVIDIA GPUs by default."""


class Kind(StrEnum):
    """What a contestant runs; `fdiwn.diagnostics.speed_child` has a function for each."""

    PUBLISHED = "published"
    ONNX = "onnx"
    OURS = "ours"
    PRODUCT = "product"
    CEILING = "ceiling"


@dataclass(frozen=True)
class Material:
    """The contestants' input.

    model: weights. picture: .npy, (H, W, 3) uint8. samples: .npy, (N, 3, H, W) float32 in 0..255,
    for measuring a large picture. graph: the published form as .onnx; missing if it could not be
    written. threads: PyTorch's, for contestants without it.
    """

    model: Path
    picture: Path
    samples: Path
    graph: Path
    threads: int


@dataclass(frozen=True)
class Contestant:
    """One row. gflop: of a run, in 1e9. absent: why it cannot run here, or empty."""

    kind: Kind
    name: str
    device: str
    library: str
    precision: str
    gflop: float
    absent: str = ""


@dataclass(frozen=True)
class Ready:
    """A process is ready. measure_seconds: for the samples, if the contestant measures."""

    measure_seconds: float | None = None


@dataclass(frozen=True)
class Failed:
    """A process cannot continue."""

    reason: str


@dataclass(frozen=True)
class Peak:
    """A process's peak memory in bytes. device: on its GPU, if there is one."""

    process: int
    device: int | None = None


@dataclass(frozen=True)
class Outcome:
    """One contestant's outcome: ``seconds`` of each round, or why it ``failed``.

    ready_seconds: from the start of its process until it was ready, imports included.
    """

    contestant: Contestant
    seconds: tuple[float, ...] = ()
    failed: str = ""
    ready_seconds: float | None = None
    measure_seconds: float | None = None
    peak: Peak | None = None


@dataclass(frozen=True)
class Result:
    """One contestant's figures; None if unknown.

    median_seconds: of a run. speedup: relative to the published form in torch eager on the same
    device. megapixels_per_second: of the enlargement. share_of_ceiling: relative to the matrix
    product in that precision on that device, 0..1. Both ratios are medians of the ratios of each
    round. Megabytes are 1e6 bytes.
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
    """The computer that was measured. threads: of each contestant. gpu: empty if none."""

    system: str
    processor: str
    threads: int
    gpu: str
    versions: dict[str, str]


@dataclass(frozen=True)
class Report:
    """One run of the benchmark. width and height are those of the picture before enlarging."""

    machine: Machine
    model: str
    scale: int
    width: int
    height: int
    rounds: int
    warm_up: int
    results: tuple[Result, ...]
