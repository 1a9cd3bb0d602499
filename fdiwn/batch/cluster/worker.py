"""The work of a cluster's workers in a batch: pass a test, then make pictures.

The scheduler may load this module too, so it imports nothing heavy by itself. Tasks come as bytes:
nobody on the way needs to understand them.
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
"""A process makes one picture at a time, with all of its threads, whatever Dask sends it."""
_STOPPED: set[str] = set()
_SILENCE = 0.2  # seconds between two reports of one picture
_TICK = 0.1  # seconds between two looks at whether to go on waiting
_THREAD_VARIABLES = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "VIPS_CONCURRENCY")


@dataclass(frozen=True)
class Question:
    """What a worker must be able to do.

    token: a file in the output folder; the worker reads it and leaves a `reply`. samples: of each
    folder of sources some of what is in it, one of which must be there; a folder by itself would
    also be seen where nothing is mounted. marks: see `model_marks`, of the coordinator.
    """

    token: Path
    output: Path
    samples: Mapping[Path, tuple[Path, ...]]
    upscale: UpscaleOptions
    marks: dict[int, str]


def reply(token: Path) -> Path:
    """Where a worker shows that it can write, and what it says there is the token's text."""
    return token.with_suffix(".reply")


def probe(version: str, packed: bytes) -> tuple[str, str]:
    """Why this worker cannot be used, and what to do about it; both empty if it can."""
    if version != VERSION:
        why = f"it has version {VERSION} of this program, and this computer has {version}"
        return why, "Install the same version on all computers"
    question: Question = pickle.loads(packed)  # noqa: S301 - of the coordinator, as is this call
    same = "Mount the folder under the same path on all computers"
    try:
        reply(question.token).write_text(question.token.read_text())
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
    """Of each scale that may be needed, the SHA-256 of the model; left out where there is none."""
    from fdiwn.api.catalog import find_model
    from fdiwn.enlarge.pipeline import Upscaler

    upscaler, marks = Upscaler(), {}
    for scale in (options.scale,) if options.size is None else SCALES:
        try:
            marks[scale] = upscaler.model(find_model(options.model, scale)).sha256
        except (WeightsError, OSError):
            continue  # the plan says so, or the comparison
    return marks


def make(packed: bytes, session: str, number: int) -> Outcome:
    """All of one picture, as a single computer does it. Raises nothing of a picture's own.

    session, number: under which it is told how far it is, as (number, done, total).
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
    """The pictures of this session are dropped, within a tile."""
    _STOPPED.add(session)


def dask_setup(worker: Any) -> None:
    """Called by Dask in the workers of a cluster of this computer. Ctrl+C may go to them as well,
    but is the coordinator's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _is_dropped(worker: Any, key: str) -> bool:
    """Whether nobody waits for a task any more, as when the coordinator is gone."""
    task = worker.state.tasks.get(key)
    return task is not None and task.state == "cancelled"


def _reporter(tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Tells now and then only."""
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
    """Of this process: models are loaded once. threads: that it computes with."""
    for name in _THREAD_VARIABLES:  # Dask has set them to 1; the libraries look when they load
        os.environ[name] = str(threads)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(threads)
    from fdiwn.enlarge.pipeline import Upscaler

    return Upscaler()
