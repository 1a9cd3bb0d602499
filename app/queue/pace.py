"""The smoothed speed of one run, so that the time left does not jump with every tile."""

from __future__ import annotations

from dataclasses import dataclass, replace

WEIGHT = 0.15
"""Of the latest tile, after the first few."""


@dataclass(frozen=True)
class Pace:
    """The progress of a run that started at `began`. Times are from `time.monotonic`, in seconds.

    done: parts of the work so far, the latest at `at`, which were `step` more than before.
    per_part: smoothed seconds, None before the second report: the first one includes reading,
    measuring and loading, so it is not typical.
    """

    began: float
    at: float
    done: int = 0
    per_part: float | None = None
    samples: int = 0
    step: int = 0

    @classmethod
    def start(cls, now: float) -> Pace:
        return cls(now, now)

    def next(self, done: int, now: float) -> Pace:
        """Add a measurement after `done` parts; fewer than before means the run's next step."""
        if self.done == 0 or done <= self.done:
            return replace(self, at=now, done=done)
        taken = (now - self.at) / (done - self.done)
        samples = self.samples + 1
        weight = max(WEIGHT, 1 / samples)
        before = taken if self.per_part is None else self.per_part
        smoothed = before + weight * (taken - before)
        return Pace(self.began, now, done, smoothed, samples, done - self.done)

    def shifted(self, seconds: float) -> Pace:
        """Move all times later, so that a pause does not count."""
        return replace(self, began=self.began + seconds, at=self.at + seconds)

    def seconds_left(self, total: int, now: float) -> float | None:
        """Counts down between two tiles; None while unknown."""
        if self.per_part is None:
            return None
        since = min(max(0.0, now - self.at), self.per_part * self.step)
        return max(0.0, self.per_part * (total - self.done) - since)


UNMEASURED = Pace(0.0, 0.0)
