"""Starts the engine process, with its log and its priority. Loads nothing heavy before that."""

from __future__ import annotations

import importlib
import logging
import os
import sys
import threading
from collections import deque
from multiprocessing.connection import Connection

from fdiwn.service.client.events import LogLine

ENGINE = "fdiwn.service.server.engine"


def run_child(pipe: Connection) -> None:
    """Serve requests from `pipe` until it closes or sends `Shutdown`."""
    # Imported by name: the window's process imports this module, and must not load torch.
    importlib.import_module(ENGINE).run(pipe)


MOST_WAITING = 200


def send_log(pipe: Connection) -> None:
    """Send log lines from `logging.INFO` upwards through `pipe`. Call it on the main thread."""
    handler = _PipeHandler(pipe)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


class _PipeHandler(logging.Handler):
    """Only the main thread may write to the pipe; lines of others wait for its next one."""

    def __init__(self, pipe: Connection) -> None:
        super().__init__()
        self._pipe = pipe
        self._waiting: deque[LogLine] = deque(maxlen=MOST_WAITING)

    def emit(self, record: logging.LogRecord) -> None:
        self._waiting.append(LogLine(record.levelno, record.name, self.format(record)))
        if threading.current_thread() is not threading.main_thread():
            return
        try:
            while self._waiting:
                self._pipe.send(self._waiting.popleft())
        except OSError:
            pass  # the window is gone, with its log


PRIORITY_VARIABLE = "FDIWN_PRIORITY"
NORMAL_PRIORITY = "normal"
"""The variable's value for normal priority."""
NICENESS = 5
BELOW_NORMAL_PRIORITY_CLASS = 0x00004000


def take_priority() -> None:
    """Lower the priority, unless the environment says not to.

    Call it once, in the process that computes.
    """
    if os.environ.get(PRIORITY_VARIABLE) == NORMAL_PRIORITY:
        return
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(NICENESS)
