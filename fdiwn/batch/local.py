"""The executor of one computer: while the network runs, the next picture is read and the last one
written."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Queue
from typing import TypeVar

from fdiwn.batch.faults import failure_of
from fdiwn.batch.plan import Entry
from fdiwn.batch.task import Beginning, Outcome, Part, Task, Update
from fdiwn.batch.work import Decoded, Enlarged, compute, decode, encode
from fdiwn.errors import Cancelled, FdiwnError
from fdiwn.memory import available_memory
from fdiwn.options import UpscaleOptions
from fdiwn.pipeline import Upscaler

T = TypeVar("T")
_MOST = 3
"""Pictures under way: one in each stage. More would only take memory and disk."""
_DECODED_BYTES = 24  # of a pixel of 16 bits with alpha, with the decoder's copies
_SHARE = 0.25  # of the free memory that a picture may take beside others


@dataclass(frozen=True)
class _End:
    """The last thing in a queue."""


class LocalExecutor:
    """An `Executor` of three threads, which share one `Upscaler`: models are loaded once.

    options: what it begins to load at once.
    """

    def __init__(self, options: UpscaleOptions, upscaler: Upscaler | None = None) -> None:
        self._options, self._upscaler = options, upscaler or Upscaler()
        self._tasks: Queue[Task | _End] = Queue()
        self._decoded: Queue[tuple[Task, Decoded] | _End] = Queue(1)
        self._enlarged: Queue[tuple[Task, Enlarged] | _End] = Queue(1)
        self._updates: Queue[Update] = Queue()
        self._stop = threading.Event()
        self._submitted = 0  # by the coordinator's thread, as is the next
        self._ended = 0
        self._behind = threading.Condition()  # of what has left the first stage
        self._beyond = 0
        works = {"read": self._read, "enlarge": self._enlarge, "write": self._write}
        self._threads = [
            threading.Thread(target=work, name=f"batch: {name}") for name, work in works.items()
        ]
        for thread in self._threads:
            thread.start()

    def wants(self) -> int:
        """See `Executor`."""
        return _MOST - (self._submitted - self._ended)

    def submit(self, task: Task) -> None:
        """See `Executor`."""
        self._submitted += 1
        self._tasks.put(task)

    def take(self, seconds: float) -> Update | None:
        """See `Executor`."""
        try:
            update = self._updates.get(timeout=seconds)
        except queue.Empty:
            return None
        if isinstance(update, Outcome):
            self._ended += 1
        return update

    def stop(self) -> None:
        """See `Executor`."""
        self._stop.set()
        with self._behind:
            self._behind.notify_all()

    def close(self) -> None:
        """See `Executor`. What was submitted and has not ended is dropped."""
        self.stop()
        self._tasks.put(_End())
        for thread in self._threads:
            thread.join()

    def _read(self) -> None:
        while isinstance(task := self._tasks.get(), Task):
            self._wait_for_memory(task.entry)
            decoded = self._try(task, partial(decode, task))
            if decoded is not None:
                self._enter()
                self._decoded.put((task, decoded))
                del decoded  # the pixels live no longer than the next stage needs them
        self._decoded.put(_End())

    def _enlarge(self) -> None:
        try:
            self._upscaler.open(self._options)
        except (FdiwnError, OSError):
            pass  # found again with the first picture, and said there
        while not isinstance(got := self._decoded.get(), _End):
            task, decoded = got
            enlarged = self._try(task, self._computing(task, decoded))
            if enlarged is not None:
                self._enlarged.put((task, enlarged))
            else:
                self._leave()
            del got, decoded, enlarged
        self._enlarged.put(_End())

    def _computing(self, task: Task, decoded: Decoded) -> Callable[[], Enlarged]:
        key = task.entry.key
        self._updates.put(Beginning(key))

        def report(done: int, total: int) -> None:
            self._updates.put(Part(key, done, total))

        return lambda: compute(task, decoded, self._upscaler, report, self._stop.is_set)

    def _write(self) -> None:
        while not isinstance(got := self._enlarged.get(), _End):
            task, enlarged = got
            # So much work is in it that it is written also when everything is to stop.
            made = self._try(task, partial(encode, task, enlarged), stoppable=False)
            if made is not None:
                self._updates.put(Outcome(task.entry.key, made))
            self._leave()
            del got, enlarged

    def _try(self, task: Task, do: Callable[[], T], stoppable: bool = True) -> T | None:
        """What it gives; None if it fails, and the coordinator has been told."""
        try:
            if stoppable and self._stop.is_set():
                raise Cancelled
            return do()
        except Exception as error:
            self._updates.put(Outcome(task.entry.key, failure=failure_of(error)))
            return None

    def _enter(self) -> None:
        with self._behind:
            self._beyond += 1

    def _leave(self) -> None:
        with self._behind:
            self._beyond -= 1
            self._behind.notify_all()

    def _wait_for_memory(self, entry: Entry) -> None:
        """A very large picture is not read before the others are out of the way."""
        if entry.size is None:
            return
        needed = entry.size[0] * entry.size[1] * _DECODED_BYTES
        if needed < _SHARE * available_memory("cpu"):
            return
        with self._behind:
            self._behind.wait_for(lambda: self._beyond == 0 or self._stop.is_set())
