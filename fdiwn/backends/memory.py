"""How large a pass of the network may be."""

from __future__ import annotations

import psutil

CPU_AREA = 170_000
"""Pixels of a window on a CPU. Larger ones cost less in margins but are slower a pixel: on a quiet
processor the two are even from 150,000 to 400,000, on a busy one the smaller are a fifth faster."""
GPU_AREA = 1_000_000
MIN_AREA = 128 * 128
_SHARE = 0.4  # of the free memory that one pass may take
# Bytes that a pass takes for each pixel of its window, measured at x4 with some room to spare.
_BYTES = {"openvino": 1_700, "torch": 2_600}
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
    most = GPU_AREA if device in ("cuda", "intel-gpu") else CPU_AREA
    fitting = int(available_memory(device) * _SHARE / bytes_per_pixel)
    return max(MIN_AREA, min(most, fitting))
