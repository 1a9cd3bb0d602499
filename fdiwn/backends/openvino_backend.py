"""The folded network in OpenVINO, the fastest way on a CPU."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import torch
from platformdirs import user_cache_path

from fdiwn.backends.contract import Batch, Gates
from fdiwn.backends.openvino_graph import to_openvino
from fdiwn.backends.openvino_silent import ov
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.folding import FoldedFDIWN
from fdiwn.names import DISTRIBUTION

log = logging.getLogger(__name__)


def cache_folder() -> Path:
    """Where compiled models are kept between runs."""
    return user_cache_path(DISTRIBUTION) / "openvino"


class OpenVINOBackend:
    """One folded network on the CPU, in float32. See `fdiwn.backends.contract.Backend`.

    Tiles run in OpenVINO. Measuring runs in torch: it happens once for a picture, and compiling
    a second graph for it would take longer. The graph for tiles takes any size. It is compiled at
    first use and kept on disk; OpenVINO itself recognises another model, version or processor
    and compiles again.
    """

    name = "openvino"
    device = "cpu"

    def __init__(self, network: FoldedFDIWN) -> None:
        self.scale = network.scale
        self._network = network
        self._measuring = TorchBackend(network, torch.device("cpu"))
        self._run: Any = None

    def measure(self, samples: Batch) -> tuple[Batch, Gates]:
        return self._measuring.measure(samples)

    def run(self, window: Batch, gates: Gates) -> Batch:
        if self._run is None:
            self._run = self._compile([[-1, 3, -1, -1], list(gates.shape)])
        result: Batch = self._run([window, gates])[0]
        return result

    def _compile(self, shapes: list[list[int]]) -> Any:
        core, model = ov.Core(), to_openvino(self._network, shapes)
        # Without the hint OpenVINO computes in bf16 wherever the processor can.
        settings: dict[str, Any] = {
            "INFERENCE_PRECISION_HINT": "f32",
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_NUM_THREADS": torch.get_num_threads(),
        }
        try:
            folder = cache_folder()
            folder.mkdir(parents=True, exist_ok=True)
            return core.compile_model(model, "CPU", {**settings, "CACHE_DIR": str(folder)})
        except (OSError, RuntimeError) as exc:
            log.warning("compiled models are not kept: %s", exc)
            return core.compile_model(model, "CPU", settings)
