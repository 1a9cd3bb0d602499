"""The executor for one computer: reads the next picture and writes the last one while the network
runs."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from queue import Queue
from typing import TypeVar

from fdiwn.api.errors import Cancelled, FdiwnError
from fdiwn.api.options import UpscaleOptions
from fdiwn.backends.hardware import available_memory
from fdiwn.batch.faults import failure_of
from fdiwn.batch.records.plan import Entry
from fdiwn.batch.records.task import Beginning, Outcome, Part, Task, Update
from fdiwn.batch.work import Computed, Decoded, compute, decode, encode
from fdiwn.enlarge import shared_pass
from fdiwn.enlarge.pipeline import Upscaler

T = TypeVar("T")
_MOST = 3
"""Pictures in progress: one in each stage. More would only use memory and disk."""
_AHEAD = shared_pass.MOST + _MOST
"""The same if small pictures share passes."""
_DECODED_BYTES = 24  # per pixel of 16 bits with alpha, with the decoder's copies
_SHARE = 0.25  # of the free memory, for a picture beside others


@dataclass(frozen=True)
class _End:
    """The last item of a queue."""


class LocalExecutor:
    """An `Executor` of three threads that share one `Upscaler`, so that models are loaded once.

    options: preloaded at once. graphs_apart: see `Upscaler`, of its own one.
    """

    def __init__(
        self,
        options: UpscaleOptions,
        upscaler: Upscaler | None = None,
        graphs_apart: bool = False,
    ) -> None:
        self._stop = threading.Event()
        self._options = options
        self._upscaler = upscaler or Upscaler(
            should_stop=self._stop.is_set, graphs_apart=graphs_apart
        )
        self._most = _MOST
        self._tasks: Queue[Task | _End] = Queue()
        self._decoded: Queue[tuple[Task, Decoded] | _End] = Queue()
        self._next: deque[tuple[Task, Decoded] | _End] = deque()  # used by the second stage only
        self._enlarged: Queue[tuple[Task, Computed] | _End] = Queue(1)
        self._updates: Queue[Update] = Queue()
        self._submitted = 0  # used by the coordinator's thread, as is the next
        self._ended = 0
        self._behind = threading.Condition()  # guards the number of pictures past the first stage
        self._beyond = 0
        works = {"read": self._read, "enlarge": self._enlarge, "write": self._write}
        self._threads = [
            threading.Thread(target=work, name=f"batch: {name}") for name, work in works.items()
        ]
        for thread in self._threads:
            thread.start()

    def wants(self) -> int:
        """See `Executor`."""
        return self._most - (self._submitted - self._ended)

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
        """See `Executor`. Drops submitted tasks that have not finished."""
        self.stop()
        self._tasks.put(_End())
        for thread in self._threads:
            thread.join()

    def _read(self) -> None:
        while isinstance(task := self._tasks.get(), Task):
            self._wait_for_room(task.entry)
            decoded = self._try(task, partial(decode, task))
            if decoded is not None:
                self._enter()
                self._decoded.put((task, decoded))
                del decoded  # do not keep the pixels longer than the next stage needs them
        self._decoded.put(_End())

    def _enlarge(self) -> None:
        try:
            if shared_pass.can_share(self._upscaler, self._options):
                self._most = _AHEAD
        except (FdiwnError, OSError):
            pass  # the first picture fails likewise, and reports it
        while group := self._group():
            with ExitStack() as stack:
                if len(group) > 1 and not self._stop.is_set():
                    pictures = [decoded.picture for _, decoded in group]
                    stack.enter_context(
                        shared_pass.measured(self._upscaler, pictures, group[0][0].upscale)
                    )
                    del pictures
                while group:
                    self._enlarge_one(*group.pop(0))
        self._enlarged.put(_End())

    def _enlarge_one(self, task: Task, decoded: Decoded) -> None:
        enlarged = self._try(task, self._computing(task, decoded))
        if enlarged is not None:
            self._enlarged.put((task, enlarged))
        else:
            self._leave()

    def _group(self) -> list[tuple[Task, Decoded]]:
        """The next picture, with those after it that can share its pass; empty at the end."""
        if not self._next:
            self._next.append(self._decoded.get())
        while not self._decoded.empty():
            self._next.append(self._decoded.get())
        first = self._next.popleft()
        if isinstance(first, _End):
            return []
        group = [first]
        most = self._may_share(*first)
        while self._next and len(group) < most and _alike(first, self._next[0]):
            after = self._next.popleft()
            assert not isinstance(after, _End)
            group.append(after)
        return group

    def _may_share(self, task: Task, decoded: Decoded) -> int:
        """How many pictures of this size may share a pass."""
        size = (decoded.picture.width, decoded.picture.height)
        if self._most == _MOST or not shared_pass.is_small(size):
            return 1
        try:
            return shared_pass.most(size, self._upscaler.plan_for(size, task.upscale).steps[0])
        except (FdiwnError, OSError):
            return 1  # enlarging it fails likewise, and reports it

    def _computing(self, task: Task, decoded: Decoded) -> Callable[[], Computed]:
        key = task.entry.key
        self._updates.put(Beginning(key))

        def report(done: int, total: int) -> None:
            self._updates.put(Part(key, done, total))

        return lambda: compute(task, decoded, self._upscaler, report, self._stop.is_set)

    def _write(self) -> None:
        while not isinstance(got := self._enlarged.get(), _End):
            task, enlarged = got
            # Written even when stopping, as so much work is in it.
            made = self._try(task, partial(encode, task, enlarged), stoppable=False)
            if made is not None:
                self._updates.put(Outcome(task.entry.key, made))
            self._leave()
            del got, enlarged

    def _try(self, task: Task, do: Callable[[], T], stoppable: bool = True) -> T | None:
        """The result of ``do``; None if it fails, which is reported to the coordinator."""
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

    def _wait_for_room(self, entry: Entry) -> None:
        """Only small pictures are read far ahead; a very large one waits until all others are
        done."""
        most = _MOST - 1
        if entry.size is not None:
            needed = entry.size[0] * entry.size[1] * _DECODED_BYTES
            if needed >= _SHARE * available_memory("cpu"):
                most = 1
            elif shared_pass.is_small(entry.size):
                most = _AHEAD
        with self._behind:
            self._behind.wait_for(lambda: self._beyond < most or self._stop.is_set())


def _alike(first: tuple[Task, Decoded], other: tuple[Task, Decoded] | _End) -> bool:
    """Whether both can share a pass."""
    if isinstance(other, _End):
        return False
    (a, one), (b, two) = first, other
    return one.picture.pixels.shape[:2] == two.picture.pixels.shape[:2] and a.upscale == b.upscale
