"""The work of a cluster's workers in a batch: answer a test, then make pictures.

The scheduler may load this module too, so it imports nothing heavy. Tasks are sent as bytes, so
that the scheduler need not unpickle them.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fdiwn.api.errors import WeightsError
from fdiwn.api.names import VERSION
from fdiwn.api.options import SCALES, UpscaleOptions
from fdiwn.batch.records.task import Failure, Outcome, Task

if TYPE_CHECKING:
    from fdiwn.enlarge.pipeline import Upscaler

_BUSY = threading.Lock()
"""A process makes one picture at a time with all of its threads, whatever Dask assigns."""
_STOPPED: set[str] = set()
_SILENCE = 0.2  # seconds between two reports on one picture
_TICK = 0.1  # seconds between two checks whether to keep waiting
_THREAD_VARIABLES = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "VIPS_CONCURRENCY")


@dataclass(frozen=True)
class Question:
    """The test of a worker.

    token: a file in the output folder; the worker reads it and writes a `reply`. samples: some
    contents of each source folder, one of which must exist; an unmounted folder could be visible
    but empty. marks: `model_marks` of the coordinator.
    """

    token: Path
    output: Path
    samples: Mapping[Path, tuple[Path, ...]]
    upscale: UpscaleOptions
    marks: dict[int, str]


def reply(token: Path) -> Path:
    """The file in which a worker copies the token's text, to show that it can write."""
    return token.with_suffix(".reply")


def probe(version: str, packed: bytes) -> tuple[str, str]:
    """Why this worker cannot be used, and what to do about it; both empty if it can."""
    if version != VERSION:
        why = f"it has version {VERSION} of this program, and this computer has {version}"
        return why, "Install the same version on all computers"
    question: Question = pickle.loads(packed)  # noqa: S301 - of the coordinator, as is this call
    same = "Mount the folder under the same path on all computers"
    try:
        text = question.token.read_text(encoding="utf-8")
        reply(question.token).write_text(text, encoding="utf-8")
    except OSError as exc:
        why = f"it cannot see and write {question.output}: {exc.strerror or exc}"
        return why, f"{same}, and let the worker's user write there"
    for folder, some in question.samples.items():
        if not folder.is_dir() or (some and not any(map(os.path.lexists, some))):
            return f"it does not see what is in {folder}", same
    if model_marks(question.upscale) != question.marks:
        todo = "Install the same models on all computers, or give --model a file that all can see"
        return "it has another model than this computer, or none", todo
    return "", ""


def model_marks(options: UpscaleOptions) -> dict[int, str]:
    """The SHA-256 of the model for each scale that may be needed; missing models are left out."""
    from fdiwn.api.catalog import find_model
    from fdiwn.enlarge.pipeline import Upscaler

    upscaler, marks = Upscaler(), {}
    for scale in (options.scale,) if options.size is None else SCALES:
        try:
            marks[scale] = upscaler.model(find_model(options.model, scale)).sha256
        except (WeightsError, OSError):
            continue  # reported by the plan or the comparison
    return marks


def make(packed: bytes, session: str, number: int) -> Outcome:
    """Makes one picture, as a single computer would. Failures of the picture are in the outcome.

    session, number: identify the progress events (number, done, total).
    """
    from distributed import get_worker

    from fdiwn.batch.work import work

    task: Task = pickle.loads(packed)  # noqa: S301 - of the coordinator, as is this call
    worker = get_worker()
    key = worker.get_current_task()

    def should_stop() -> bool:
        return session in _STOPPED or _is_dropped(worker, key)

    while not _BUSY.acquire(timeout=_TICK):
        if should_stop():
            return Outcome(task.entry.key, failure=Failure("stopped", stopped=True))
    try:
        upscaler = _upscaler(worker.state.nthreads)
        report = _reporter(lambda *parts: worker.log_event(session, [number, *parts]))
        report(0, 0)
        outcome = work(task, upscaler, report, should_stop)
    finally:
        _BUSY.release()
    if outcome.made is None:
        shutil.rmtree(task.staged.parent, ignore_errors=True)
    return outcome


def stop(session: str) -> None:
    """Stops the pictures of this session, within a tile."""
    _STOPPED.add(session)


def dask_setup(worker: Any) -> None:
    """Called by Dask in the workers of a local cluster. Ctrl+C may reach them too, but the
    coordinator handles it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _is_dropped(worker: Any, key: str) -> bool:
    """Whether nobody waits for a task any more, for example if the coordinator is gone."""
    task = worker.state.tasks.get(key)
    return task is not None and task.state == "cancelled"


def _reporter(tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Limits the rate of reports."""
    next_time = 0.0

    def report(done: int, total: int) -> None:
        nonlocal next_time
        now = time.monotonic()
        if now >= next_time or done == total:
            next_time = now + _SILENCE
            tell(done, total)

    return report


@cache
def _upscaler(threads: int) -> Upscaler:
    """One per process, so that models are loaded once. threads: to compute with."""
    for name in _THREAD_VARIABLES:  # Dask has set them to 1; the libraries read them when they load
        os.environ[name] = str(threads)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(threads)
    from fdiwn.enlarge.pipeline import Upscaler

    return Upscaler()
