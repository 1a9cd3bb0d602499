"""Engine processes from a fork server that has imported everything once.

A spawned engine takes most of a second to import what it needs, and nearly every test of the window
starts one. A forked one is as real: a process of its own, behind the same pipe, that can be killed.
Tests of the start itself spawn (`tests/gui/test_start.py`, `tests/gui/test_main_job.py`).
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
import os
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from fdiwn.service.client import engine_process

PRELOADED = ["tests.gui.fake_engine", "fdiwn.enlarge.preview.previewer"]

if sys.platform != "win32":
    from multiprocessing import forkserver

    class _Process(multiprocessing.context.ForkServerProcess):
        """In this process's environment of now, not in that of the server's start."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._environment = dict(os.environ)

        def run(self) -> None:
            os.environ.clear()
            os.environ.update(self._environment)
            super().run()

    class _Context(multiprocessing.context.ForkServerContext):
        Process = _Process

    def fork_engines(patch: pytest.MonkeyPatch) -> None:
        """Every `EngineProcess` that is made from now on forks its child."""
        context = _Context()
        context.set_forkserver_preload(PRELOADED)
        stand_in = SimpleNamespace(get_context=lambda method: context)
        patch.setattr(engine_process, "multiprocessing", stand_in)

    def server_pid() -> int | None:
        """Of the server, which ends with this process."""
        return getattr(forkserver._forkserver, "_forkserver_pid", None)

else:

    def fork_engines(patch: pytest.MonkeyPatch) -> None:
        """There are no forks on Windows."""

    def server_pid() -> int | None:
        return None
