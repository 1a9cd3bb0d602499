"""Processors and memory of this computer, if possible without importing PyTorch."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path

import psutil

from fdiwn.api.memory import free_memory

_CUDA_DRIVERS = {
    "linux": ("libcuda.so.1",),
    "win32": ("nvcuda.dll", "amdhip64.dll", "amdhip64_6.dll", "amdhip64_7.dll"),
}
_AMD_DRIVER = Path("/dev/kfd")  # on Linux, where PyTorch contains the library itself
_THREAD_VARIABLES = ("MKL_NUM_THREADS", "OMP_NUM_THREADS")  # the first that is set counts


def cuda_is_there() -> bool:
    """Whether PyTorch can compute on CUDA or its replacement. It is imported only if there is a
    driver."""
    if "torch" not in sys.modules and not _has_cuda_driver():
        return False
    import torch

    return torch.cuda.is_available()


def mps_is_there() -> bool:
    """Whether PyTorch can compute on a Mac's GPU. It is imported on Macs only."""
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
    """The number of threads to compute with, as PyTorch chooses it: one per core, or as
    configured."""
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


CPU_AREA = 400_000
"""Pixels of a window on a CPU. The time per pixel hardly depends on it: at x4 32.5, 30.7, 31.7,
29.4 and 31.9 us for 60, 170, 260, 400 and 600 thousand. Large windows waste less on margins: 24,
13 and 9 % of two megapixels for 170, 400 and 600 thousand. A pass of 400,000 takes 0.7 GB."""
GPU_AREA = 1_000_000
WEBGPU_AREA = 262_144
"""The largest of its tensors then has 113 MB; WebGPU guarantees only 128 MB for one."""
MIN_AREA = 128 * 128
_SHARE = 0.4  # of the free memory for one pass
# Bytes that a pass takes per pixel of its window, measured at x4 with some reserve.
_BYTES = {"openvino": 1_700, "torch": 2_600, "onnxruntime": 2_600}
_HALF = 0.7  # of these in 16-bit precision


def pass_bytes(backend: str, precision: str) -> float:
    """The memory of a pass, in bytes per pixel of its window."""
    return _BYTES[backend] * (1.0 if precision == "float32" else _HALF)


def available_memory(device: str) -> int:
    """Free memory of a device, in bytes; main memory within the user's limit."""
    if device == "cuda":
        import torch

        return int(torch.cuda.mem_get_info()[0])
    return free_memory()


def window_area(device: str, bytes_per_pixel: float) -> int:
    """The most pixels of a window for the free memory."""
    areas = {"cuda": GPU_AREA, "intel-gpu": GPU_AREA, "webgpu": WEBGPU_AREA}
    most = areas.get(device, CPU_AREA)
    fitting = int(available_memory(device) * _SHARE / bytes_per_pixel)
    return max(MIN_AREA, min(most, fitting))
