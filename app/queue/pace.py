"""The speed of one run, smoothed, so that the time left does not jump with every tile."""

from __future__ import annotations

from dataclasses import dataclass, replace

WEIGHT = 0.15
"""Of the latest tile, once there are more than a few."""


@dataclass(frozen=True)
class Pace:
    """What is known of a run that began at `began`. Times are of `time.monotonic`, in seconds.

    done: tiles so far, the latest at `at`. per_tile: smoothed seconds, None before the second
    tile: the first one comes after reading, measuring and loading, and says nothing of the others.
    """

    began: float
    at: float
    done: int = 0
    per_tile: float | None = None
    samples: int = 0

    @classmethod
    def start(cls, now: float) -> Pace:
        return cls(now, now)

    def next(self, done: int, now: float) -> Pace:
        """After `done` tiles; fewer than before is another step of the same run."""
        if self.done == 0 or done <= self.done:
            return replace(self, at=now, done=done)
        taken = (now - self.at) / (done - self.done)
        samples = self.samples + 1
        weight = max(WEIGHT, 1 / samples)
        before = taken if self.per_tile is None else self.per_tile
        smoothed = before + weight * (taken - before)
        return Pace(self.began, now, done, smoothed, samples)

    def shifted(self, seconds: float) -> Pace:
        """As if everything had come so much later: a pause is no slowness."""
        return replace(self, began=self.began + seconds, at=self.at + seconds)

    def seconds_left(self, total: int, now: float) -> float | None:
        """Counts down between two tiles; None while nothing is known."""
        if self.per_tile is None:
            return None
        since = min(max(0.0, now - self.at), self.per_tile)
        return max(0.0, self.per_tile * (total - self.done) - since)


UNMEASURED = Pace(0.0, 0.0)
