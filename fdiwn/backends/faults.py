"""Translates errors of PyTorch, OpenVINO and ONNX Runtime into the engine's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from fdiwn.api.errors import DeviceFault, OutOfMemory

# PyTorch's CPU allocator, OpenVINO and ONNX Runtime have no separate class for this. The last two
# are messages of Vulkan and Direct3D.
_MEMORY_SIGNS = (
    "not enough memory", "out of memory", "bad_alloc", "can't allocate memory",
    "failed to allocate", "out_of_device_memory", "e_outofmemory",
)  # fmt: skip


def out_of_memory(device: str, why: str = "") -> OutOfMemory:
    """The error for a pass that does not fit on ``device``."""
    return OutOfMemory(
        f"Not enough memory on {device}", why, "Close other programs, or give a smaller --tile"
    )


@contextmanager
def engine_errors(device: str) -> Iterator[None]:
    """Raises OutOfMemory or DeviceFault for errors of the libraries."""
    try:
        yield
    except _memory_errors() as exc:
        raise out_of_memory(device) from exc
    except _library_errors() as exc:
        text = str(exc)
        if any(sign in text.lower() for sign in _MEMORY_SIGNS):
            raise out_of_memory(device) from exc
        first_line = text.strip().splitlines()[0] if text.strip() else type(exc).__name__
        raise DeviceFault(
            f"The network failed on {device}", first_line, "Try --device cpu --backend torch"
        ) from exc


def _memory_errors() -> tuple[type[BaseException], ...]:
    """Out-of-memory errors, with PyTorch's own if it is loaded; otherwise it cannot raise any."""
    if "torch" not in sys.modules:
        return (MemoryError,)
    import torch

    return (MemoryError, torch.OutOfMemoryError)


def _library_errors() -> tuple[type[BaseException], ...]:
    """RuntimeError, and ONNX Runtime's own if it is loaded."""
    if "onnxruntime" not in sys.modules:
        return (RuntimeError,)
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = [kind for kind in vars(state).values() if isinstance(kind, type)]
    return (RuntimeError, *(kind for kind in own if issubclass(kind, Exception)))
