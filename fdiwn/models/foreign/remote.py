"""A third-party network in a separate process, with limits: it can be ended at any moment.

Unknown code may compute for ever, and no library can be stopped midway.
"""

from __future__ import annotations

import queue
import subprocess
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import IO

from fdiwn.api.errors import Cancelled, DeviceFault, EngineError
from fdiwn.api.progress import ShouldStop
from fdiwn.api.resources import own_command, own_environment
from fdiwn.models.foreign.frames import (
    BATCH,
    FAILED,
    READY,
    WHOLE,
    Frame,
    packed,
    receive,
    send,
    unpacked,
    unpacked_error,
)
from fdiwn.pixels.planes import Batch

OPENING = 120.0
"""Seconds for the process to open the network; PyTorch alone may take ten."""
PASS, PER_PIXEL = 60.0, 0.01
"""Seconds for a pass, and more for each pixel of its input: 30 times what the largest networks take
on a slow computer."""
_RHYTHM = 0.1
"""Seconds between two checks whether to stop."""


class RemoteNetwork:
    """See `fdiwn.models.foreign.traits.Run`. Used by one thread at a time; the process ends with
    this object.

    kind: see `fdiwn.models.foreign.files`. should_stop: polled while it is opened. tiles: see
    `fdiwn.models.foreign.traits.Opened`. Raises WeightsError for a file that is not such a network,
    EngineError if it does not answer in time, or Cancelled.
    """

    def __init__(self, kind: str, path: Path, device: str, should_stop: ShouldStop) -> None:
        self._words, self._path, self._device = (kind, str(path), device), path, device
        self._process: _Process | None = None
        self.tiles = True
        self._opened(should_stop)

    def run(self, batch: Batch, should_stop: ShouldStop) -> Batch:
        """One pass. Raises EngineError or Cancelled; then the process has ended, and the next pass
        starts another one."""
        process = self._opened(should_stop)
        pixels = batch.shape[2] * batch.shape[3]
        try:
            process.ask(packed(batch))
        except OSError as exc:
            raise self._ended() from exc
        kind, content = self._wait(process, PASS + PER_PIXEL * pixels, should_stop)
        if kind == FAILED:
            raise unpacked_error(content)
        return unpacked(content)

    def close(self) -> None:
        """Ends the process; another pass would start a new one."""
        self._let_go()

    def _opened(self, should_stop: ShouldStop) -> _Process:
        if self._process is None:
            try:
                process = _Process(own_command("models", "run-other", *self._words))
            except OSError as exc:
                raise EngineError(
                    f"{self._path.name} cannot be run", exc.strerror or str(exc)
                ) from exc
            self._process = process
            weakref.finalize(self, process.end)  # if nobody closes it, as in a cache of models
            kind, content = self._wait(process, OPENING, should_stop)
            if kind == FAILED:
                self._let_go()
                raise unpacked_error(content)
            self.tiles = content != WHOLE
        return self._process

    def _wait(self, process: _Process, limit: float, should_stop: ShouldStop) -> Frame:
        end, frame = time.monotonic() + limit, None
        try:
            while frame is None:
                if should_stop():
                    raise Cancelled
                if time.monotonic() > end:
                    why = f"it did not answer within {limit:.0f} seconds"
                    raise EngineError(f"{self._path.name} was stopped", why, "Choose another model")
                frame = process.answer(_RHYTHM)
        except BaseException:
            self._let_go()
            raise
        if frame[0] not in (READY, BATCH, FAILED):
            raise self._ended()
        return frame

    def _ended(self) -> DeviceFault:
        code = self._let_go()
        return DeviceFault(
            f"{self._path.name} failed on {self._device}",
            f"its process has ended with code {code}",
            "Close other programs, or choose another model",
        )

    def _let_go(self) -> int | None:
        process, self._process = self._process, None
        return process.end() if process is not None else None


class _Process:
    """The process, and a thread that reads its answers."""

    def __init__(self, command: list[str]) -> None:
        self._child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._child.stdout is not None
        self._answers: Queue[Frame] = queue.Queue()
        self._listener = threading.Thread(
            target=_listen, args=(self._child.stdout, self._answers.put), daemon=True, name="hear"
        )
        self._listener.start()

    def ask(self, content: bytes) -> None:
        """Raises OSError if the process is gone."""
        assert self._child.stdin is not None
        send(self._child.stdin, BATCH, content)

    def answer(self, seconds: float) -> Frame | None:
        """Its next answer within this many seconds; an empty frame if it has ended."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return None

    def end(self) -> int:
        """Ends it in any case; returns its exit code."""
        running = self._child.poll() is None
        if running:
            self._child.kill()
        code = self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            assert pipe is not None
            try:
                pipe.close()
            except OSError:
                pass  # from unsent data
        return code


def _listen(pipe: IO[bytes], tell: Callable[[Frame], object]) -> None:
    try:
        while (frame := receive(pipe)) is not None:
            tell(frame)
    except (OSError, ValueError):
        pass  # it was ended
    tell((b"", b""))
