"""What a user can choose for one enlargement. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SCALES = (2, 3, 4)
DEVICES = ("auto", "cpu", "cuda", "mps")
BACKENDS = ("auto", "torch", "openvino")
MIN_TILE = 32

Progress = Callable[[int, int], None]
"""Called with (done, total) tiles, from the thread that computes."""
ShouldStop = Callable[[], bool]
"""Asked between two tiles; True ends the work with `fdiwn.errors.Cancelled`."""


@dataclass(frozen=True)
class UpscaleOptions:
    """How to enlarge. Checked when made, so that a job cannot carry nonsense.

    scale: 2, 3 or 4. model: a name of the models table, a path, or None for the best one
    installed at this scale. device: one of DEVICES. backend: one of BACKENDS. tile: side of a
    tile in input pixels, None for as large as is sensible.
    """

    scale: int = 4
    model: str | None = None
    device: str = "auto"
    tile: int | None = None
    backend: str = "auto"

    def __post_init__(self) -> None:
        if self.scale not in SCALES:
            raise ValueError(f"scale is one of {SCALES}, not {self.scale}")
        if self.device not in DEVICES:
            raise ValueError(f"device is one of {DEVICES}, not {self.device!r}")
        if self.backend not in BACKENDS:
            raise ValueError(f"backend is one of {BACKENDS}, not {self.backend!r}")
        if self.tile is not None and self.tile < MIN_TILE:
            raise ValueError(f"tile is at least {MIN_TILE} pixels, not {self.tile}")
