"""Tracks a cluster's workers and tests whether they can be used."""

from __future__ import annotations

import logging
import os
import pickle
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from fdiwn.api.errors import Cancelled, ClusterError, OutputError
from fdiwn.api.names import VERSION
from fdiwn.api.progress import ShouldStop
from fdiwn.batch.cluster.worker import Question, model_marks, probe, reply
from fdiwn.batch.records.plan import FOLDER, BatchOptions

log = logging.getLogger(__name__)

_PATIENCE = 60.0  # seconds for the first workers to connect and answer
_TICK = 0.05  # seconds
_FETCH = 5.0  # seconds to fetch a finished answer
_SAMPLES = 5  # of a folder's files, some of which may vanish meanwhile
_SAME = "Install the same versions on all computers"


@dataclass
class _Probe:
    """A test that a worker has not answered yet."""

    future: Any
    token: Path
    text: str


class Crew:
    """ready: addresses of the usable workers. Used by one thread."""

    def __init__(self, client: Any, options: BatchOptions) -> None:
        self._client, self._options = client, options
        self._marks = model_marks(options.upscale)
        self._probes: dict[str, _Probe] = {}
        self._refused: dict[str, ClusterError] = {}
        self._gathered = False
        self.ready: set[str] = set()

    def gather(self, should_stop: ShouldStop) -> None:
        """Waits for the workers to answer. Raises ClusterError if one is unusable or there is none,
        OutputError, or Cancelled."""
        end = time.monotonic() + _PATIENCE
        self._compare_versions()
        try:
            while not self.ready or self._probes:
                self.look()
                if self._refused:
                    raise next(iter(self._refused.values()))
                if should_stop():
                    raise Cancelled
                if time.monotonic() > end:
                    if self.ready:
                        break  # the others may answer later
                    raise self._nobody()
                time.sleep(_TICK)
            self._gathered = True
        except BaseException:
            self.close()
            raise

    def look(self) -> set[str]:
        """The addresses of all present workers; tests new ones, and evaluates answers."""
        there = set(self._client.nthreads())
        self.ready &= there
        for worker in self._probes.keys() - there:
            self._drop(worker)
        known = self.ready | self._probes.keys() | self._refused.keys()
        for worker in there - known:
            self._ask(worker)
        for worker, asked in list(self._probes.items()):
            if asked.future.done():
                self._hear(worker, asked)
        return there

    def close(self) -> None:
        """Cancels all unanswered tests."""
        for worker in list(self._probes):
            self._drop(worker)

    def _compare_versions(self) -> None:
        found = self._client.get_versions()
        ours = _versions(found["client"])
        sides = {"The scheduler": found["scheduler"]}
        sides |= {f"The worker {name}": side for name, side in found["workers"].items()}
        for name, side in sides.items():
            theirs = _versions(side)
            if theirs != ours:
                why = f"it runs {theirs}, and this computer {ours}"
                raise ClusterError(f"{name} cannot be used", why, _SAME)

    def _ask(self, worker: str) -> None:
        """Sends a worker the path of a test file in the output folder."""
        options, text = self._options, uuid4().hex
        token = options.output / FOLDER / f"probe-{text}"
        try:
            token.parent.mkdir(parents=True, exist_ok=True)
            token.write_text(text)
        except OSError as exc:
            todo = "Choose another folder for the results."
            what = f"{options.output} cannot be used"
            raise OutputError(what, exc.strerror or str(exc), todo) from exc
        samples = {folder: _some_of(folder) for folder in options.folders}
        question = Question(token, options.output, samples, options.upscale, self._marks)
        packed = pickle.dumps(question)
        future = self._client.submit(probe, VERSION, packed, workers=[worker], pure=False)
        self._probes[worker] = _Probe(future, token, text)

    def _hear(self, worker: str, asked: _Probe) -> None:
        answer = _answer(asked.future)
        if answer is None:
            self._drop(worker)  # if it is still present, it is tested again
            return
        why, todo = answer
        if not why and not _has(reply(asked.token), asked.text):
            why = f"what it writes to {self._options.output} is not seen on this computer"
            todo = "Mount the folder under the same path on all computers"
        self._drop(worker)
        if not why:
            self.ready.add(worker)
            return
        self._refused[worker] = ClusterError(f"The worker {worker} cannot be used", why, todo)
        if self._gathered:  # otherwise it is raised
            log.warning("%s", self._refused[worker])

    def _drop(self, worker: str) -> None:
        asked = self._probes.pop(worker)
        asked.future.cancel()
        for path in (asked.token, reply(asked.token)):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _nobody(self) -> ClusterError:
        address = self._client.scheduler.address
        if self._probes:
            why, todo = "its workers are busy with other work", "Try again later"
        else:
            why, todo = "it has no workers", f"Start some with 'dask worker {address}'"
        return ClusterError(f"The cluster at {address} cannot be used", why, todo)


def _versions(side: dict[str, Any]) -> str:
    """The versions that must be equal everywhere, as text."""
    packages = side["packages"]
    python = ".".join(packages["python"].split(".")[:2])
    return f"Python {python} with distributed {packages['distributed']}"


def _answer(future: Any) -> tuple[str, str] | None:
    """The answer of `probe`; None if its worker has ended."""
    if future.status in ("cancelled", "lost"):
        return None
    try:
        why, todo = future.result(timeout=_FETCH)
    except TimeoutError:
        return None
    except Exception as exc:  # of any kind: it comes from another computer
        first = (str(exc).splitlines() or [type(exc).__name__])[0]
        return f"it does not have this program, or another version ({first})", _SAME
    return why, todo


def _some_of(folder: Path) -> tuple[Path, ...]:
    """A few paths; empty if there are none, which the plan reports."""
    try:
        with os.scandir(folder) as found:
            return tuple(Path(each.path) for each in islice(found, _SAMPLES))
    except OSError:
        return ()


def _has(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8") == text
    except OSError:
        return False
