"""How much of the computer the engine process asks for while others want it too."""

from __future__ import annotations

import os
import sys

VARIABLE = "FDIWN_PRIORITY"
NORMAL = "normal"
"""The value of the variable for an engine that steps back for nobody."""
NICENESS = 5
BELOW_NORMAL_PRIORITY_CLASS = 0x00004000


def take_priority() -> None:
    """Step back for other programs, unless the environment says not to.

    To be called once, by the process that computes.
    """
    if os.environ.get(VARIABLE) == NORMAL:
        return
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(NICENESS)
