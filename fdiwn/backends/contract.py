"""What every back end offers. Imports nothing heavy."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Batch = NDArray[np.float32]
"""(N, 3, H, W), RGB, 0..255, C-contiguous."""
Gates = NDArray[np.float32]
"""(1, K, 1, 1), see `fdiwn.folding`."""


class Backend(Protocol):
    """One folded network, ready to run. name: "torch" or "openvino"; device: where it computes."""

    name: str
    device: str
    scale: int

    def measure(self, samples: Batch) -> tuple[Batch, Gates]:
        """Takes the samples as one image; returns their enlargements (N, 3, sH, sW) and the
        image's gates."""
        ...

    def run(self, window: Batch, gates: Gates) -> Batch:
        """Enlarges (1, 3, H, W) with given gates to (1, 3, sH, sW), not clamped."""
        ...
