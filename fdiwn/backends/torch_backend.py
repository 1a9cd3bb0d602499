"""The folded network in PyTorch: the reference on a CPU, and the back end for CUDA and MPS."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

import torch

from fdiwn.api.errors import Cancelled
from fdiwn.api.progress import ShouldStop, never
from fdiwn.backends.contract import NO_CUT, Cut, Gates, Outputs, Pass, notes_on
from fdiwn.backends.faults import engine_errors
from fdiwn.network.folding import Folded
from fdiwn.pixels.planes import Batch


class TorchBackend:
    """One folded network on one device, one pass at a time. See `fdiwn.backends.contract.Backend`.

    precision: "float32", "bfloat16" or "float16", of the trunk for the tiles; gates are measured in
    float32.
    """

    name = "torch"

    def __init__(self, network: Folded, device: torch.device, precision: str) -> None:
        # 3x3 convolutions over 24 channels are 1.6 times as fast in this layout on CPUs.
        self._measuring = network.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.tiles = self._measuring
        if precision != "float32":
            self.tiles = self._measuring.with_trunk(getattr(torch, precision))
        self._device = device
        self.scale, self.margin = network.scale, network.margin
        self.notes = notes_on(self.margin)
        self.device = str(device)
        self.precision = precision

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        with engine_errors(self.device), torch.inference_mode(), exact_float32():
            output, gates = self._measuring.measure(self._tensor(samples), cut)
            return output.cpu().numpy(), gates.cpu().numpy()

    def measure_each(self, pictures: Batch) -> tuple[Batch, Gates]:
        """See `fdiwn.backends.contract.MeasuresEach`."""
        with engine_errors(self.device), torch.inference_mode(), exact_float32():
            output, gates = self._measuring.measure_each(self._tensor(pictures))
            return output.cpu().numpy(), gates.cpu().numpy()

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        for window, gates in passes:
            if should_stop():
                raise Cancelled
            with engine_errors(self.device), torch.inference_mode(), exact_float32():
                output = self.tiles(self._tensor(window), torch.from_numpy(gates).to(self._device))
                result: Batch = output.cpu().numpy()
            yield result

    def _tensor(self, batch: Batch) -> torch.Tensor:
        tensor = torch.from_numpy(batch).to(self._device)
        return tensor.contiguous(memory_format=torch.channels_last)


def exact_float32() -> AbstractContextManager[None]:
    """Within it, float32 is exact on NVIDIA GPUs too, not TensorFloat-32 with its 10 bits."""
    flags: AbstractContextManager[None] = torch.backends.cudnn.flags(
        enabled=True, benchmark=False, allow_tf32=False
    )
    return flags
