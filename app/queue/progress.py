"""Progress of the whole queue, and the time left. No Qt."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from app.queue.job import Job, JobState
from app.queue.job_store import JobStore

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.READY, JobState.OPENING)

UNSEEN = (0, 0, 0.0)
"""No job, nothing done, fraction 0."""


@dataclass(frozen=True)
class QueueProgress:
    """done of total pictures; failed and stopped ones count as done.

    megapixels: of the results; unopened pictures count as an average one. seconds_left: by pixels,
    None while unknown. fraction: 0 to 1. running: the running job, 0 for none.
    """

    done: int
    total: int
    failed: int
    megapixels_done: float
    megapixels: float
    seconds_left: float | None
    running: int
    paused: bool

    @property
    def fraction(self) -> float:
        return self.megapixels_done / self.megapixels if self.megapixels else 0.0


class Meter:
    """Measures the progress of everything started since the queue was last idle."""

    def __init__(self, store: JobStore) -> None:
        self._store = store
        self._batch: dict[int, None] = {}
        self._known: tuple[int, int, float, float] | None = None
        self._average = 1e6
        self._seconds = self._pixels = 0.0  # of finished enlargements in this batch
        self._seen = UNSEEN

    def start(self, job_ids: Iterable[int]) -> None:
        self._batch.update(dict.fromkeys(job_ids))
        self._known = None

    def changed(self) -> None:
        """A job of the batch has a new state or size."""
        self._known = None

    def finished(self, job: Job) -> None:
        """Measure the time per pixel. Call it while `job` still has its start time."""
        self._seconds += time.monotonic() - job.pace.began
        self._pixels += _pixels(job) or 0.0
        self._known = None

    def end(self) -> None:
        self._batch.clear()
        self._known, self._seen = None, UNSEEN
        self._seconds = self._pixels = 0.0

    def measure(self, running: Job | None, now: float, paused: bool = False) -> QueueProgress:
        """now: from `time.monotonic`; while paused, when the pause began."""
        if self._known is None:
            self._known = self._count()
        done, failed, ended, total = self._known
        mine = self._size(running) if running is not None else 0.0
        part = mine * self._fraction(running, now) if running is not None else 0.0
        return QueueProgress(
            done,
            len(self._batch),
            failed,
            (ended + part) / 1e6,
            total / 1e6,
            self._seconds_left(running, mine, total - ended, now),
            running.id if running is not None else 0,
            paused,
        )

    def _fraction(self, job: Job, now: float) -> float:
        """Never falls when a guess was too high, unless the work began anew."""
        job_id, done, before = self._seen
        fraction = job.fraction_at(now)
        if job.id == job_id and job.done >= done:
            fraction = max(fraction, before)
        self._seen = (job.id, job.done, fraction)
        return fraction

    def _seconds_left(
        self, running: Job | None, mine: float, open_pixels: float, now: float
    ) -> float | None:
        if running is None:
            rate = self._seconds / self._pixels if self._pixels else None
            return rate * open_pixels if rate is not None else None
        left = running.seconds_left(now)
        seconds, pixels = self._seconds, self._pixels
        if left is not None:
            seconds += now - running.pace.began + left
            pixels += mine
        if not pixels:
            return left
        if left is None:
            left = max(0.0, seconds / pixels * mine - (now - running.pace.began))
        return left + seconds / pixels * (open_pixels - mine)

    def _count(self) -> tuple[int, int, float, float]:
        """Counts of ended and failed jobs; pixels of ended jobs, and of all."""
        jobs = [job for job in map(self._store.listed, self._batch) if job is not None]
        self._batch = {job.id: None for job in jobs}  # removed jobs do not count
        known = [pixels for job in jobs if (pixels := _pixels(job)) is not None]
        self._average = sum(known) / len(known) if known else 1e6
        ended = [job for job in jobs if job.state in ENDED]
        sizes = {job.id: self._size(job) for job in jobs}
        return (
            len(ended),
            sum(job.state is JobState.FAILED for job in ended),
            sum(sizes[job.id] for job in ended),
            sum(sizes.values()),
        )

    def _size(self, job: Job) -> float:
        """Pixels of the result; the average if unknown."""
        known = _pixels(job)
        return known if known is not None else self._average


def _pixels(job: Job) -> float | None:
    size = job.output_size(job.options)
    return float(size[0] * size[1]) if size is not None else None
