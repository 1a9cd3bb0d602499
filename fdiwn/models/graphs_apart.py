"""Has another process build the graphs of a model file.

Building them imports PyTorch, whose 250 MB a process never gives back; a process that lives long
only reads them, as `fdiwn.backends.forms` keeps them on disk.
"""

from __future__ import annotations

import logging
import subprocess
from pathlib import Path

from fdiwn.api.resources import own_command, own_environment
from fdiwn.backends.choice import Place

PATIENCE = 120.0
"""Seconds for the process; PyTorch alone may take ten."""
log = logging.getLogger(__name__)


def build_apart(path: Path, place: Place) -> None:
    """Never raises: the caller builds what is still missing, and reports what is wrong with it."""
    words = ("models", "build-graphs", str(path), place.device, place.backend, place.precision)
    try:
        subprocess.run(
            own_command(*words),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
            env=own_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError) as exc:
        log.warning("the graphs of %s are built by this process: %s", path.name, exc)
