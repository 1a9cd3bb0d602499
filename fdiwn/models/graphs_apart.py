"""Another process that builds the graphs of a model file.

Building them imports PyTorch, whose 250 MB a process never gives back; a process that lives long
only reads them, as `fdiwn.backends.forms` keeps them on disk.
"""

from __future__ import annotations

import logging
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from fdiwn.api.resources import own_command, own_environment
from fdiwn.backends.choice import Place

PATIENCE = 120.0
"""Seconds for the process; PyTorch alone may take ten."""
_RHYTHM = 0.05  # seconds between two looks
log = logging.getLogger(__name__)


class GraphsApart:
    """See `fdiwn.backends.forms.Elsewhere`. Started when the first graph is missing, and only once:
    what it does not build, the caller builds."""

    def __init__(self, path: Path, place: Place) -> None:
        self._words = (str(path), place.device, place.backend, place.precision)
        self._process: subprocess.Popen[bytes] | None = None
        self._started = False
        self._end = 0.0

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Returns at the first graph, while the process builds the next."""
        self._start()
        while self._runs() and not is_there():
            time.sleep(_RHYTHM)

    def _start(self) -> None:
        if self._started:
            return
        self._started, self._end = True, time.monotonic() + PATIENCE
        try:
            self._process = subprocess.Popen(
                own_command("models", "build-graphs", *self._words),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=own_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as exc:
            log.warning("no other process builds graphs: %s", exc)
            return
        # So that its end is noticed even if nobody waits for its last graph.
        threading.Thread(target=self._process.wait, name="graphs apart", daemon=True).start()

    def _runs(self) -> bool:
        if self._process is None:
            return False
        code = self._process.poll()
        if code is None and time.monotonic() > self._end:
            self._process.kill()
            code = self._process.wait()
        if code:
            log.warning("the process that builds graphs ended with code %s", code)
        if code is not None:
            self._process = None
        return code is None
