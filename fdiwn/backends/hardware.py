"""What can be known of this computer without PyTorch, whose import alone takes a second."""

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
