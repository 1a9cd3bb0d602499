"""The folded network in PyTorch: the reference on a CPU, and the way to CUDA and MPS."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from contextlib import AbstractContextManager

import torch

from fdiwn.backends.contract import NO_CUT, Batch, Cut, Gates, Outputs, Pass, never
from fdiwn.backends.faults import engine_errors
from fdiwn.errors import Cancelled
from fdiwn.folding import FoldedFDIWN
from fdiwn.options import ShouldStop


class TorchBackend:
    """One folded network on one device, pass after pass. See `fdiwn.backends.contract.Backend`.

    precision: "float32", "bfloat16" or "float16", for the tiles; the gates are measured by a
    float32 copy.
    """

    name = "torch"

    def __init__(self, network: FoldedFDIWN, device: torch.device, precision: str) -> None:
        # 3x3 convolutions over 24 channels run 1.6 times as fast in this order on CPUs.
        self._measuring = network.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.dtype: torch.dtype = getattr(torch, precision)
        self.tiles = self._measuring
        if self.dtype != torch.float32:
            self.tiles = copy.deepcopy(self._measuring).to(self.dtype)
        self._device = device
        self.scale = network.scale
        self.device = str(device)
        self.precision = precision

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        with engine_errors(self.device), torch.inference_mode(), exact_float32():
            output, gates = self._measuring.measure(self._tensor(samples, torch.float32), cut)
            return output.cpu().numpy(), gates.cpu().numpy()

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        for window, gates in passes:
            if should_stop():
                raise Cancelled
            with engine_errors(self.device), torch.inference_mode(), exact_float32():
                given = torch.from_numpy(gates).to(self._device, self.dtype)
                output = self.tiles(self._tensor(window, self.dtype), given)
                result: Batch = output.float().cpu().numpy()
            yield result

    def _tensor(self, batch: Batch, dtype: torch.dtype) -> torch.Tensor:
        tensor = torch.from_numpy(batch).to(self._device, dtype)
        return tensor.contiguous(memory_format=torch.channels_last)


def exact_float32() -> AbstractContextManager[None]:
    """While open, float32 is float32 on NVIDIA GPUs too, not TensorFloat-32 with its 10 bits."""
    flags: AbstractContextManager[None] = torch.backends.cudnn.flags(
        enabled=True, benchmark=False, allow_tf32=False
    )
    return flags
