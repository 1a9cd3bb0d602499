"""Which back end computes, and on what."""

from __future__ import annotations

import torch

from fdiwn.backends.contract import Backend
from fdiwn.errors import EngineError
from fdiwn.folding import fold
from fdiwn.network import FDIWN


def choose(device: str, backend: str) -> tuple[str, str]:
    """(device, backend) for what was asked; "auto" takes CUDA, then MPS, then the CPU.

    A CPU gets OpenVINO unless torch is asked for; every other device gets torch. Raises
    EngineError where the device is not there or OpenVINO cannot use it.
    """
    present = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if device == "auto":
        wanted = ("cpu",) if backend == "openvino" else tuple(present)
        device = next(name for name in wanted if present[name])
    if not present[device]:
        raise EngineError(
            f"There is no {device} device on this computer",
            "PyTorch does not find one",
            "Use --device auto or --device cpu",
        )
    if device != "cpu" and backend == "openvino":
        raise EngineError(
            f"OpenVINO does not compute on {device} here",
            "it is used for the CPU only",
            "Use --backend torch or --device cpu",
        )
    if backend == "auto":
        backend = "openvino" if device == "cpu" else "torch"
    return device, backend


def open_backend(network: FDIWN, device: str, backend: str) -> Backend:
    """The folded network on the device and back end that `choose` named."""
    folded = fold(network)
    if backend == "openvino":
        from fdiwn.backends.openvino_backend import OpenVINOBackend

        return OpenVINOBackend(folded)
    from fdiwn.backends.torch_backend import TorchBackend

    return TorchBackend(folded, torch.device(device))
