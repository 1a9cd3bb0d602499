"""Chooses back end, device and precision."""

from __future__ import annotations

from dataclasses import dataclass

from fdiwn.api.errors import EngineError
from fdiwn.backends.contract import Backend
from fdiwn.backends.gpu_trial import gpu_trial
from fdiwn.backends.hardware import cuda_is_there, mps_is_there

_FAST_HALF = (7, 0)  # NVIDIA's compute capability with tensor cores


@dataclass(frozen=True)
class Place:
    """Where and how the network runs, with no "auto" left."""

    device: str
    backend: str
    precision: str

    def __str__(self) -> str:
        return f"{self.precision} on {self.device} ({self.backend})"


def place_of(backend: Backend) -> Place:
    """The place of a back end; third-party networks cannot run everywhere."""
    return Place(backend.device, backend.name, backend.precision)


REFERENCE = Place("cpu", "torch", "float32")
"""The reference for all other places, and the last resort."""


GPUS = ("cuda", "mps", "webgpu", "intel-gpu")
"""In order of preference."""
_BACKENDS = {
    "cpu": ("openvino", "torch"),
    "intel-gpu": ("openvino",),
    "cuda": ("torch",),
    "mps": ("torch",),
    "webgpu": ("onnxruntime",),
}
"""The back ends of each device, the best first."""
_NAMES = {"openvino": "OpenVINO", "torch": "PyTorch", "onnxruntime": "ONNX Runtime"}


def choose(device: str, backend: str, precision: str = "auto") -> Place:
    """Chooses the place for these options.

    Device "auto" takes CUDA, then MPS, then another GPU if its trial was faster than the CPU, then
    the CPU; "gpu" takes the first available one of GPUS. Precision "auto" takes 16 bits if the
    processor supports them and Set14 loses less than 0.01 dB: bfloat16 on CPUs, float16 on CUDA,
    and on others what their trial accepted. That holds for 16-bit pictures too: on a ramp of 25,600
    levels bfloat16 is off by 3 of 65,535 on average, 34 at most. Raises EngineError for anything
    unavailable.
    """
    device = _device(device, backend)
    if backend == "auto":
        backend = _BACKENDS[device][0]
    elif backend not in _BACKENDS[device]:
        others = " and ".join(_NAMES[name] for name in _BACKENDS[device])
        raise EngineError(
            f"{_NAMES[backend]} does not compute on {device} here",
            f"there it is done by {others}",
            "Choose the back end auto (--backend), or another device",
        )
    return Place(device, backend, _precision(device, backend, precision))


def _device(device: str, backend: str) -> str:
    if device == "auto":
        return _automatic(backend)
    if device == "gpu":
        found = next((name for name in GPUS if _is_there(name)), None)
        if found is None:
            raise EngineError(
                "There is no GPU on this computer that can be used",
                _why_no_webgpu(),
                "Choose the device auto or cpu (--device)",
            )
        return found
    if device != "cpu" and not _is_there(device):
        why = f"{_NAMES[_BACKENDS[device][0]]} does not find one"
        raise EngineError(
            f"There is no {device} device on this computer",
            _why_no_webgpu() if device == "webgpu" else why,
            "Choose the device auto or cpu (--device)",
        )
    return device


def _automatic(backend: str) -> str:
    for device in ("cuda", "mps"):
        if backend in ("auto", *_BACKENDS[device]) and _is_there(device):
            return device
    if backend == "onnxruntime":
        return _device("webgpu", backend)
    if backend == "auto" and (trial := gpu_trial()) is not None and trial.wins:
        return "webgpu"
    return "cpu"


def _is_there(device: str) -> bool:
    if device == "webgpu":
        trial = gpu_trial()
        return trial is not None and bool(trial.precisions)
    if device == "intel-gpu":
        from fdiwn.backends.openvino_backend import has_device

        return has_device(device)
    return cuda_is_there() if device == "cuda" else mps_is_there()


def _why_no_webgpu() -> str:
    trial = gpu_trial()
    if trial is None:
        return "the system names no graphics driver"
    return f"{trial.name or 'the GPU'} was tried: {trial.reason}"


def _precision(device: str, backend: str, precision: str) -> str:
    if backend == "torch" and precision != "auto":
        return precision  # PyTorch supports each of them, some slowly
    if backend == "torch":
        if device != "cuda":
            return "float32"
        import torch

        return "float16" if torch.cuda.get_device_capability() >= _FAST_HALF else "float32"
    native = _native_precisions(device)
    if precision == "auto":
        if device == "cpu" and "bfloat16" in native:
            return "bfloat16"
        return native[0] if device == "webgpu" else "float32"
    if precision not in native:
        raise EngineError(
            f"The {device} does not compute in {precision}",
            f"it has {' and '.join(sorted(native))}",
            "Choose the precision auto (--precision)",
        )
    return precision


def _native_precisions(device: str) -> tuple[str, ...]:
    if device == "webgpu":
        trial = gpu_trial()
        return trial.precisions if trial is not None else ()
    from fdiwn.backends.openvino_backend import native_precisions

    return tuple(native_precisions(device))
