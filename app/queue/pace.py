"""The smoothed speed of one run, so that the time left does not jump with every tile."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST_GUESSED = 0.95
"""Of what is left, until a report says that it is done."""
WEIGHT = 0.15
"""Of the latest tile, after the first few."""


@dataclass(frozen=True)
class Pace:
    """The progress of a run that started at `began`. Times are from `time.monotonic`, in seconds.

    done: parts of the work so far, the latest at `at`, which were `step` more than before.
    per_part: smoothed seconds, None before the second report: the first one includes reading,
    measuring and loading, so it is not typical. expected: seconds of the whole run, by earlier
    ones; None if unknown.
    """

    began: float
    at: float
    done: int = 0
    per_part: float | None = None
    samples: int = 0
    step: int = 0
    expected: float | None = None

    @classmethod
    def start(cls, now: float, expected: float | None = None) -> Pace:
        return cls(now, now, expected=expected)

    def next(self, done: int, now: float) -> Pace:
        """Add a measurement after `done` parts; fewer than before means the run's next step."""
        if self.done == 0 or done <= self.done:
            return replace(self, at=now, done=done)
        taken = (now - self.at) / (done - self.done)
        samples = self.samples + 1
        weight = max(WEIGHT, 1 / samples)
        before = taken if self.per_part is None else self.per_part
        smoothed = before + weight * (taken - before)
        step = done - self.done
        return Pace(self.began, now, done, smoothed, samples, step, self.expected)

    def shifted(self, seconds: float) -> Pace:
        """Move all times later, so that a pause does not count."""
        return replace(self, began=self.began + seconds, at=self.at + seconds)

    def under_way(self, total: int, now: float) -> float:
        """The parts that were probably done since the last report: a picture of one tile has no
        reports in between."""
        since = max(0.0, now - self.at)
        if self.per_part is not None:
            most = min(self.step, total - self.done)
            return min(since / self.per_part, most) if self.per_part > 0 else 0.0
        if self.expected is None or self.expected <= 0:
            return 0.0
        return min(since * total / self.expected, MOST_GUESSED * (total - self.done))

    def seconds_left(self, total: int, now: float) -> float | None:
        """Counts down between two tiles; None while unknown."""
        if self.per_part is None:
            left = self.expected - (now - self.began) if self.expected is not None else 0.0
            return left if left > 0 else None
        since = min(max(0.0, now - self.at), self.per_part * self.step)
        return max(0.0, self.per_part * (total - self.done) - since)


UNMEASURED = Pace(0.0, 0.0)
