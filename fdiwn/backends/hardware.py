"""Processors and memory of this computer, where possible without importing PyTorch."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path

import psutil

_CUDA_DRIVERS = {
    "linux": ("libcuda.so.1",),
    "win32": ("nvcuda.dll", "amdhip64.dll", "amdhip64_6.dll", "amdhip64_7.dll"),
}
_AMD_DRIVER = Path("/dev/kfd")  # on Linux, where PyTorch brings the library itself
_THREAD_VARIABLES = ("MKL_NUM_THREADS", "OMP_NUM_THREADS")  # the first that is set holds


def cuda_is_there() -> bool:
    """Whether PyTorch can compute on CUDA or what takes its place. It is asked only where there
    is a driver for that."""
    if "torch" not in sys.modules and not _has_cuda_driver():
        return False
    import torch

    return torch.cuda.is_available()


def mps_is_there() -> bool:
    """Whether PyTorch can compute on a Mac's GPU. It is asked on Macs only."""
    if "torch" not in sys.modules and sys.platform != "darwin":
        return False
    import torch

    return torch.backends.mps.is_available()


@cache
def _has_cuda_driver() -> bool:
    return _AMD_DRIVER.exists() or any(map(_loads, _CUDA_DRIVERS.get(sys.platform, ())))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def cpu_threads() -> int:
    """How many threads should compute: as many as PyTorch takes, one a core or what is asked."""
    if "torch" in sys.modules:
        import torch

        return torch.get_num_threads()
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        cores = min(cores, len(os.sched_getaffinity(0)))
    for variable in _THREAD_VARIABLES:
        wanted = os.environ.get(variable, "")
        if wanted.isdecimal() and int(wanted) > 0:
            return min(cores, int(wanted))
    return cores


CPU_AREA = 170_000
"""Pixels of a window on a CPU. Larger ones cost less in margins but are slower a pixel: on a quiet
processor the two are even from 150,000 to 400,000, on a busy one the smaller are a fifth faster."""
GPU_AREA = 1_000_000
WEBGPU_AREA = 262_144
"""The widest of its tensors then has 113 MB; WebGPU promises only 128 MB for one."""
MIN_AREA = 128 * 128
_SHARE = 0.4  # of the free memory that one pass may take
# Bytes that a pass takes for each pixel of its window, measured at x4 with some room to spare.
_BYTES = {"openvino": 1_700, "torch": 2_600, "onnxruntime": 2_600}
_HALF = 0.7  # of these in 16-bit precision


def pass_bytes(backend: str, precision: str) -> float:
    """Memory that a pass takes, in bytes per pixel of its window."""
    return _BYTES[backend] * (1.0 if precision == "float32" else _HALF)


def available_memory(device: str) -> int:
    """Free memory of a device in bytes, for new work."""
    if device == "cuda":
        import torch

        return int(torch.cuda.mem_get_info()[0])
    return int(psutil.virtual_memory().available)


def window_area(device: str, bytes_per_pixel: float) -> int:
    """Pixels that a window may have there now."""
    areas = {"cuda": GPU_AREA, "intel-gpu": GPU_AREA, "webgpu": WEBGPU_AREA}
    most = areas.get(device, CPU_AREA)
    fitting = int(available_memory(device) * _SHARE / bytes_per_pixel)
    return max(MIN_AREA, min(most, fitting))
