"""How the command line is started as a further process: of a source tree, a wheel or a bundle.

Imports nothing heavy.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from fdiwn.api.names import COMMAND


def own_command(*words: str) -> list[str]:
    """The command line's own program. The window's, in a frozen bundle, lies beside it."""
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        return [str(own.with_name(COMMAND + own.suffix)), *words]
    return [sys.executable, "-m", "fdiwn", *words]


def own_environment() -> dict[str, str]:
    """With which that program finds this package, wherever it is."""
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        source = str(Path(__file__).parents[2])
        others = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([source, others] if others else [source])
    return environment
