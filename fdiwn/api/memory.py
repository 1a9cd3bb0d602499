"""How much memory the engine may use: what is free, or less if the user sets a limit."""

from __future__ import annotations

import os

LIMIT_VARIABLE = "FDIWN_MEMORY"
"""The environment's name for the limit on this process, in bytes."""


def free_memory() -> int:
    """Bytes of main memory that may still be used, 0 if the limit is reached. A limit that is no
    number does not count."""
    import psutil  # only the engine needs it, and the window imports this module

    free = int(psutil.virtual_memory().available)
    limit = os.environ.get(LIMIT_VARIABLE, "")
    if not limit.isdecimal() or int(limit) == 0:
        return free
    return max(0, min(free, int(limit) - int(psutil.Process().memory_info().rss)))
