"""The executor for a Dask cluster: gives each worker one picture at a time.

Pictures are assigned here and not by the scheduler, so that when a worker dies, the picture that it
had is known.
"""

from __future__ import annotations

import logging
import pickle
import queue
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue
from typing import Any
from uuid import uuid4

from fdiwn.api.errors import ClusterError
from fdiwn.api.progress import ShouldStop
from fdiwn.api.sidecars import publish_sidecars
from fdiwn.batch.cluster import worker as batch_cluster_worker
from fdiwn.batch.cluster.crew import Crew
from fdiwn.batch.faults import failure_of
from fdiwn.batch.records.plan import BatchOptions
from fdiwn.batch.records.task import Beginning, Failure, Made, Outcome, Part, Task, Update

log = logging.getLogger(__name__)

_MOST_DEATHS = 3  # of workers with the same picture, before it is given up
_POLL = 0.01  # seconds between two checks for finished tasks
_LOOK = 0.5  # seconds between two checks for present workers
_PATIENCE = 120.0  # seconds without any worker
_FETCH = 5.0  # seconds to fetch a record of a few hundred bytes
_APPEARS = 5.0  # seconds until a file from another computer becomes visible on this one
_STOPPED = Failure("the run was stopped", stopped=True)


@dataclass
class _Job:
    """A task at a worker. staged: the path of this attempt's result only. begun: the worker has
    reported its start."""

    number: int
    task: Task
    staged: Path
    worker: str
    future: Any
    begun: bool = False


class ClusterExecutor:
    """An `Executor` for processes on one or many computers; see `fdiwn.batch.cluster.start`.

    client: of distributed; stays open. Raises ClusterError if a worker is unusable, and from `take`
    if there is no scheduler or worker left.
    """

    def __init__(self, client: Any, options: BatchOptions, should_stop: ShouldStop) -> None:
        self._client, self._session = client, f"fdiwn-{uuid4().hex[:12]}"
        self._jobs: dict[int, _Job] = {}
        self._waiting: deque[Task] = deque()
        self._deaths: Counter[str] = Counter()
        self._updates: Queue[Update] = Queue()
        self._told: Queue[tuple[int, int, int]] = Queue()  # filled by the client's thread
        self._numbers = 0
        self._stopping = False
        self._next_look = 0.0
        self._model = _absolute(options.upscale.model)
        upscale = replace(options.upscale, model=self._model)
        with _translated():
            self._crew = Crew(client, replace(options, upscale=upscale))
            self._crew.gather(should_stop)
            client.subscribe_topic(self._session, lambda event: self._told.put(event[1]))
        self._last_seen = time.monotonic()

    def wants(self) -> int:
        """See `Executor`. Without workers, accepts one task, which waits for them."""
        return max(1, len(self._crew.ready)) - len(self._jobs) - len(self._waiting)

    def submit(self, task: Task) -> None:
        """See `Executor`."""
        self._waiting.append(task)
        with _translated():
            self._assign()

    def take(self, seconds: float) -> Update | None:
        """See `Executor`."""
        end = time.monotonic() + seconds
        while True:
            with _translated():
                self._look()
                self._collect()
                self._assign()
            left = end - time.monotonic()
            try:
                return self._updates.get(timeout=max(0.0, min(_POLL, left)))
            except queue.Empty:
                if left <= 0:
                    return None

    def stop(self) -> None:
        """See `Executor`. Tasks that have not begun are cancelled at once."""
        self._stopping = True
        try:
            self._client.run(batch_cluster_worker.stop, self._session, on_error="ignore")
        except (OSError, RuntimeError, ValueError) as exc:
            log.info("the workers cannot be told to stop: %s", exc)
        while self._waiting:
            self._put(self._waiting.popleft(), failure=_STOPPED)
        for job in list(self._jobs.values()):
            if not job.begun:
                self._cancel(job)
                self._put(job.task, failure=_STOPPED)

    def close(self) -> None:
        """See `Executor`."""
        try:
            if self._jobs:
                self.stop()
            for job in list(self._jobs.values()):
                self._cancel(job)
            self._crew.close()
            self._client.unsubscribe_topic(self._session)
        except (OSError, RuntimeError, ValueError) as exc:
            log.info("the cluster is left as it is: %s", exc)

    def _assign(self) -> None:
        """Gives waiting tasks to idle workers."""
        busy = {job.worker for job in self._jobs.values()}
        for worker in sorted(self._crew.ready - busy):
            if not self._waiting:
                return
            self._send(self._waiting.popleft(), worker)

    def _send(self, task: Task, worker: str) -> None:
        self._numbers += 1
        number = self._numbers
        # A worker that was given up may still be running, so each attempt has its own path.
        staged = task.staged.parent / f"{self._session}-{number}" / task.staged.name
        upscale = replace(task.upscale, model=self._model)
        packed = pickle.dumps(replace(task, staged=staged, upscale=upscale))
        future = self._client.submit(
            batch_cluster_worker.make,
            packed,
            self._session,
            number,
            key=f"{self._session}-{number}",
            workers=[worker],
            pure=False,
        )
        self._jobs[number] = _Job(number, task, staged, worker, future)

    def _look(self) -> None:
        """Check the workers. Raises ClusterError if there have been none for long."""
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + _LOOK
        there = self._crew.look()
        if there:
            self._last_seen = now
        elif now - self._last_seen > _PATIENCE:
            raise ClusterError(
                "The batch cannot go on",
                f"for {_PATIENCE:.0f} seconds the cluster has had no workers",
                "Start some, and run the batch again with --resume",
            )
        for job in list(self._jobs.values()):
            if job.worker not in there and not job.future.done():
                self._lost(job)

    def _collect(self) -> None:
        """Collect the workers' reports and results."""
        while not self._told.empty():
            number, done, total = self._told.get()
            if job := self._jobs.get(number):
                key = job.task.entry.key
                self._updates.put(Part(key, done, total) if total else Beginning(key))
                job.begun = True
        for job in list(self._jobs.values()):
            if job.future.done():
                self._end(job)

    def _end(self, job: _Job) -> None:
        from distributed import KilledWorker

        if job.future.status in ("cancelled", "lost"):  # by a restarting scheduler
            self._lost(job)
            return
        try:
            outcome = job.future.result(timeout=_FETCH)
        except TimeoutError:
            return  # perhaps its worker is gone, which the next check shows
        except KilledWorker:
            self._lost(job)
            return
        except Exception as error:
            outcome = Outcome(job.task.entry.key, failure=failure_of(error))
        self._cancel(job)
        self._deaths.pop(job.task.entry.key, None)
        made, failure = outcome.made, outcome.failure
        if made is not None:
            failure = self._moved(job, made)
        self._put(job.task, made if failure is None else None, failure)

    def _moved(self, job: _Job, made: Made) -> Failure | None:
        """Moves a result to its expected path; returns the failure, if any."""
        end = time.monotonic() + _APPEARS
        while True:
            try:
                if job.staged.stat().st_size == made.bytes:
                    job.staged.replace(job.task.staged)
                    publish_sidecars(job.staged, job.task.staged)
                    return None
                why = "its size is another one here"
            except OSError as exc:
                why = exc.strerror or str(exc)
            if time.monotonic() > end:
                reason = f"What {job.worker} has made cannot be seen on this computer: {why}."
                return Failure(reason, passing=True)
            time.sleep(_POLL)

    def _lost(self, job: _Job) -> None:
        """Its worker has died; retry the picture on another, unless too many have died over it."""
        self._cancel(job)
        task, key = job.task, job.task.entry.key
        self._deaths[key] += 1
        log.info("%s has ended with %s", job.worker, key)
        if self._stopping:
            self._put(task, failure=_STOPPED)
        elif self._deaths[key] < _MOST_DEATHS:
            self._waiting.appendleft(task)
        else:
            del self._deaths[key]
            name = task.entry.source.name
            reason = f"{name} cannot be enlarged: {_MOST_DEATHS} workers have ended over it."
            self._put(task, failure=Failure(reason))

    def _cancel(self, job: _Job) -> None:
        del self._jobs[job.number]
        job.future.cancel()

    def _put(self, task: Task, made: Made | None = None, failure: Failure | None = None) -> None:
        self._updates.put(Outcome(task.entry.key, made, failure))


def _absolute(model: str | None) -> str | None:
    """Makes the path absolute, as workers have other working folders."""
    return str(Path(model).absolute()) if model and Path(model).is_file() else model


@contextmanager
def _translated() -> Iterator[None]:
    """Translates errors of distributed when its connections close."""
    try:
        yield
    except (OSError, RuntimeError) as exc:
        raise ClusterError(
            "The cluster has been lost",
            f"its scheduler does not answer ({exc})",
            "Start it again, and run the batch again with --resume",
        ) from exc
