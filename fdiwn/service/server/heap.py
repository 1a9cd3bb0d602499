"""The C library's heap: what is freed goes back to the system, as far as that can be asked for.

glibc keeps freed memory for later: each thread's arena its own, and large blocks as well once one
of like size was freed. After a photograph that is gigabytes which nobody uses. Elsewhere than with
glibc nothing is done here.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # of mallopt(3)
_LARGE = 4 << 20
"""Blocks of so many bytes and more are the system's again as soon as they are freed."""
_ARENAS = 2


def frugal_heap() -> None:
    """For a process that lives long and works seldom; to be called before there are threads."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)
        libc.mallopt(_M_TRIM_THRESHOLD, _LARGE)
        libc.mallopt(_M_ARENA_MAX, _ARENAS)


def give_back_heap() -> None:
    """Returns to the system what is free now; takes some milliseconds."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
