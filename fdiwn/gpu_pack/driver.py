"""Finds the NVIDIA driver and the CUDA version it knows. Loads its own library only."""

from __future__ import annotations

import ctypes
import sys

_LIBRARIES = {"linux": "libcuda.so.1", "win32": "nvcuda.dll"}


def driver_cuda() -> tuple[int, int] | None:
    """The newest CUDA that the installed NVIDIA driver knows, as (12, 8); None without a driver.

    ``cuDriverGetVersion`` of the CUDA driver API: it needs no context, and wakes no GPU.
    """
    name = _LIBRARIES.get(sys.platform)
    if name is None:
        return None
    try:
        library = ctypes.CDLL(name)
        version = ctypes.c_int(0)
        failed = library.cuDriverGetVersion(ctypes.byref(version))
    except (OSError, AttributeError):
        return None
    if failed or version.value < 1000:
        return None
    return version.value // 1000, version.value % 1000 // 10


def in_words(cuda: tuple[int, int]) -> str:
    """As people write it: 12.8."""
    return f"{cuda[0]}.{cuda[1]}"
