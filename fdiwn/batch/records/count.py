"""Progress of a batch, counted from its events. Imports nothing heavy."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable

from fdiwn.batch.records.events import (
    Advanced,
    Began,
    Event,
    Finished,
    Paused,
    Record,
    Resumed,
    Retrying,
    Started,
    State,
)
from fdiwn.batch.records.plan import Entry

LEAST = 1.0
"""Seconds of work before the time left is shown."""


class BatchCount:
    """Counts one batch over all its runs: failed pictures may be retried, new ones may appear.

    Work is in pixels that the network reads; a picture of unknown size counts as the mean. records:
    the last one of each key. current: key to done and total parts, in order of their start. work:
    pixels of everything to make. waits: why nothing new is started, None if it is. retrying: the
    last such event.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._work: dict[str, int] = {}
        self._states: Counter[State] = Counter()  # of pictures to make
        self.work = 0
        self.records: dict[str, Record] = {}
        self.current: dict[str, tuple[int, int]] = {}
        self.waits: Paused | None = None
        self.retrying: Retrying | None = None
        self._ended_work = self._run_work = 0.0
        self._began: float | None = None
        self._held_since: float | None = None
        self._held = 0.0

    def start(self, entries: Iterable[Entry]) -> None:
        """Add the entries of the next run."""
        entries = list(entries)
        known = [entry.work for entry in entries if entry.work]
        mean = sum(known) // len(known) if known else 1
        for entry in entries:
            work = entry.work or mean
            before = self.records.pop(entry.key, None)
            if entry.key in self._work:
                self.work -= self._work[entry.key]
                if before is not None:
                    self._count(before, -1)
            self.work += work
            self._work[entry.key] = work
        self.current.clear()
        self.waits = self.retrying = None
        self._began = self._held_since = None
        self._run_work = self._held = 0.0

    def take(self, event: Event) -> None:
        match event:
            case Began():
                self._began = self._clock()
            case Started(key):
                self.current[key] = (0, 0)
            case Advanced(key, done, total):
                self.current[key] = (done, total)
            case Retrying(key):
                self.current.pop(key, None)
                self.retrying = event
            case Paused():
                self.waits, self._held_since = event, self._clock()
            case Resumed():
                self._let_go()
            case Finished(record):
                self._finish(record)

    def stop(self) -> None:
        """End the run, whether it finished or not."""
        self.current.clear()
        self._let_go()

    @property
    def total(self) -> int:
        return len(self._work)

    def number(self, state: State) -> int:
        """Pictures to make that are in this state."""
        return self._states[state]

    @property
    def ended(self) -> int:
        return self._states.total() - self._states[State.NOT_REACHED]

    @property
    def failed(self) -> list[Record]:
        """In order of failure; includes pictures that a plan refused."""
        return [record for record in self.records.values() if record.state is State.FAILED]

    @property
    def to_retry(self) -> set[str]:
        """Keys of pictures that failed or were not reached."""
        wanted = (State.FAILED, State.NOT_REACHED)
        return {key for key in self._work if (r := self.records.get(key)) and r.state in wanted}

    @property
    def work_done(self) -> float:
        """Pixels that the network has read, including failed pictures."""
        return self._ended_work + self._under_way()

    @property
    def fraction(self) -> float:
        """The share of all pixels, 0 to 1."""
        return min(1.0, self.work_done / self.work) if self.work else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Estimated by pixels; None while unknown."""
        done = self._run_work + self._under_way()
        if self._began is None or not done:
            return None
        now = self._clock()
        held = self._held + (now - self._held_since if self._held_since is not None else 0.0)
        spent = now - self._began - held
        left = self.work - self.work_done
        return spent / done * max(0.0, left) if spent >= LEAST else None

    def _under_way(self) -> float:
        return sum(
            self._work.get(key, 0) * done / total
            for key, (done, total) in self.current.items()
            if total
        )

    def _finish(self, record: Record) -> None:
        self.current.pop(record.key, None)
        if self.retrying is not None and self.retrying.key == record.key:
            self.retrying = None
        before = self.records.pop(record.key, None)  # so that the latest is last
        self.records[record.key] = record
        if record.key not in self._work:
            return
        if before is not None:
            self._count(before, -1)
        self._count(record, 1)
        if record.state is not State.NOT_REACHED:
            self._run_work += self._work[record.key]

    def _count(self, record: Record, by: int) -> None:
        self._states[record.state] += by
        if record.state is not State.NOT_REACHED:
            self._ended_work += by * self._work[record.key]

    def _let_go(self) -> None:
        if self._held_since is not None:
            self._held += self._clock() - self._held_since
        self._held_since = self.waits = None
