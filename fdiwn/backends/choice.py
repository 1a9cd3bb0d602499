"""Chooses the back end, the device and the precision."""

from __future__ import annotations

from dataclasses import dataclass

from fdiwn.api.errors import EngineError
from fdiwn.backends.contract import Backend
from fdiwn.backends.hardware import cuda_is_there, mps_is_there

_FAST_HALF = (7, 0)  # NVIDIA's compute capability with tensor cores


@dataclass(frozen=True)
class Place:
    """Where and how the network runs: nothing is "auto" any more."""

    device: str
    backend: str
    precision: str

    def __str__(self) -> str:
        return f"{self.precision} on {self.device} ({self.backend})"


def place_of(backend: Backend) -> Place:
    """Where a back end really is: a network of others cannot be everywhere."""
    return Place(backend.device, backend.name, backend.precision)


REFERENCE = Place("cpu", "torch", "float32")
"""What every other place is compared with, and the last resort."""


def choose(device: str, backend: str, precision: str = "auto") -> Place:
    """The place for what was asked. "auto" takes CUDA, then MPS, then the CPU.

    A CPU gets OpenVINO unless torch is asked for; CUDA and MPS get torch. Precision "auto" is
    the fast one where the processor has it and Set14 loses less than 0.01 dB by it: bfloat16 on
    CPUs, float16 on CUDA. That holds for 16-bit pictures too: on a ramp of 25,600 levels bfloat16
    is off by 3 of 65,535 on average, 34 at most. Raises EngineError for what is not there.
    """
    device = _device(device, backend)
    on_openvino = device in ("cpu", "intel-gpu")
    if backend == "openvino" and not on_openvino:
        raise EngineError(
            f"OpenVINO does not compute on {device}",
            "it is for the CPU and for Intel's GPUs",
            "Use --backend torch or --device cpu",
        )
    if backend == "torch" and device == "intel-gpu":
        raise EngineError(
            "PyTorch does not compute on intel-gpu here", "", "Use --backend openvino"
        )
    if backend == "auto":
        backend = "openvino" if on_openvino else "torch"
    return Place(device, backend, _precision(device, backend, precision))


def _device(device: str, backend: str) -> str:
    present = {
        "cuda": cuda_is_there(),
        "mps": mps_is_there(),
        "cpu": True,
    }
    if device == "auto":
        wanted = ("cpu",) if backend == "openvino" else tuple(present)
        return next(name for name in wanted if present[name])
    if device == "intel-gpu":
        from fdiwn.backends.openvino_backend import has_device

        present[device] = has_device(device)
    if not present[device]:
        raise EngineError(
            f"There is no {device} device on this computer",
            f"{'OpenVINO' if device == 'intel-gpu' else 'PyTorch'} does not find one",
            "Choose the device auto or cpu (--device)",
        )
    return device


def _precision(device: str, backend: str, precision: str) -> str:
    if backend == "torch" and precision != "auto":
        return precision  # PyTorch computes in each of them, if slowly
    if backend == "openvino":
        from fdiwn.backends.openvino_backend import native_precisions

        native = native_precisions(device)
        if precision == "auto":
            return "bfloat16" if device == "cpu" and "bfloat16" in native else "float32"
        if precision not in native:
            raise EngineError(
                f"The {device} does not compute in {precision}",
                f"it has {' and '.join(sorted(native))}",
                "Choose the precision auto (--precision)",
            )
        return precision
    if device != "cuda":
        return "float32"
    import torch

    return "float16" if torch.cuda.get_device_capability() >= _FAST_HALF else "float32"
