"""How far a batch is, from its events: for whoever shows it. Imports nothing heavy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from fdiwn.batch.events import Advanced, Began, Event, Finished, Paused, Resumed, Started, State

_SETTLED = 3.0  # seconds of work before a time is told


class Tally:
    """Counts. Pictures whose size is not known count as the mean of the others.

    clock: seconds, standing still never. current: the picture that the network has, and part of it,
    0 to 1. states: how many files are in each.
    """

    def __init__(self, clock: Callable[[], float], works: dict[str, int]) -> None:
        """works: by key, the pixels that the network reads; 0 where it is not known."""
        self._clock = clock
        known = [work for work in works.values() if work]
        mean = sum(known) // len(known) if known else 1
        self._works = {key: work or mean for key, work in works.items()}
        self.states: Counter[State] = Counter()
        self.files = len(works)
        self.files_done = 0
        self.current, self.part = "", 0.0
        self._finished_work = 0
        self._parts: dict[str, float] = {}
        self._began: float | None = None
        self._paused_at: float | None = None
        self._paused = 0.0

    def take(self, event: Event) -> None:
        """Every event of the run goes here."""
        match event:
            case Began():
                self._began = self._clock()
            case Started(key):
                self.current, self.part = key, 0.0
            case Advanced(key, done, total):
                self.current, self.part = key, done / total if total else 0.0
                self._parts[key] = self.part
            case Finished(record):
                self.states[record.state] += 1
                self._parts.pop(record.key, None)
                if record.key in self._works:
                    self.files_done += 1
                    self._finished_work += self._works[record.key]
            case Paused():
                self._paused_at = self._paused_at or self._clock()
            case Resumed() if self._paused_at is not None:
                self._paused += self._clock() - self._paused_at
                self._paused_at = None
            case _:
                pass

    @property
    def work(self) -> int:
        """Pixels of everything that is to be made."""
        return sum(self._works.values())

    @property
    def work_done(self) -> float:
        """Pixels that the network has read, pictures that failed included."""
        under_way = (self._works.get(key, 0) * part for key, part in self._parts.items())
        return self._finished_work + sum(under_way)

    @property
    def paused(self) -> bool:
        return self._paused_at is not None

    @property
    def seconds_left(self) -> float | None:
        """By the speed so far; None as long as that says little."""
        if self._began is None or self._paused_at is not None:
            return None
        worked = self._clock() - self._began - self._paused
        done = self.work_done
        if worked < _SETTLED or not done:
            return None
        return (self.work - done) / done * worked
