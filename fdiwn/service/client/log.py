"""What the engine process logs goes to the window, whose log file is the only one."""

from __future__ import annotations

import logging
import threading
from collections import deque
from multiprocessing.connection import Connection

from fdiwn.service.client.events import LogLine

MOST_WAITING = 200


def send_log(pipe: Connection) -> None:
    """From now on, send lines from `logging.INFO` upwards through `pipe`. From the main thread."""
    handler = _PipeHandler(pipe)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


class _PipeHandler(logging.Handler):
    """Only the main thread may write to the pipe; the lines of others wait for its next one."""

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
            pass  # the window is gone, and its log with it
