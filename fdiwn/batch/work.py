"""One picture of a batch, in three stages: read, enlarge, write to its temporary path.

`work` runs all three; `fdiwn.batch.local` runs each on its own thread.
"""

from __future__ import annotations

import shutil
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.errors import InputError, OutputError
from fdiwn.api.files import file_sha256
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.sidecars import names_taken
from fdiwn.batch.faults import SourceChanged, failure_of
from fdiwn.batch.records.task import Made, Outcome, Task
from fdiwn.codec import write_picture
from fdiwn.enlarge import stages
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.targets import scratch_folder
from fdiwn.pixels.picture import Enlargement, Picture


@dataclass(frozen=True)
class Decoded:
    """content: hash of the file. stamp: its size and modification time when it was read."""

    picture: Picture
    content: str
    stamp: tuple[int, int]
    seconds: float


@dataclass(frozen=True)
class Computed:
    """Enlarged, on disk, in a scratch folder that closing ``folder`` removes."""

    done: Enlargement
    notes: tuple[str, ...]
    content: str
    stamp: tuple[int, int]
    seconds: float
    folder: ExitStack


def decode(task: Task) -> Decoded:
    """Raises InputError, also if the file changed during reading."""
    began, source = time.perf_counter(), task.entry.source
    try:
        stamp = _stamp(source)
        content = file_sha256(source)
        picture = stages.read_source(source, task.upscale, task.save.reading)
        if _stamp(source) != stamp:
            raise SourceChanged(f"{source.name} was changed while it was read")
    except OSError as exc:
        gone = isinstance(exc, FileNotFoundError)
        why = "there is no such file any more" if gone else exc.strerror or str(exc)
        raise InputError(f"{source.name} cannot be read", why) from exc
    return Decoded(picture, content, stamp, time.perf_counter() - began)


def compute(
    task: Task,
    decoded: Decoded,
    upscaler: Upscaler,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> Computed:
    """Raises what `fdiwn.enlarge.stages.enlarge_for` raises."""
    began, folder = time.perf_counter(), task.staged.parent
    shutil.rmtree(folder, ignore_errors=True)  # left by a killed run
    try:
        folder.mkdir(parents=True)
    except OSError as exc:
        what = f"{task.entry.target.name} cannot be written"
        todo = "Choose another output folder."
        raise OutputError(what, exc.strerror or str(exc), todo) from exc
    with ExitStack() as stack:
        scratch = stack.enter_context(scratch_folder(task.staged))
        options, save, picture = task.upscale, task.save, decoded.picture
        done = stages.enlarge_for(
            task.staged, picture, options, save, upscaler, scratch, on_progress, should_stop
        )
        seconds = decoded.seconds + time.perf_counter() - began
        return Computed(
            done, picture.metadata.notes, decoded.content, decoded.stamp, seconds, stack.pop_all()
        )


def encode(task: Task, enlarged: Computed) -> Made:
    """Raises OutputError."""
    began, source, staged = time.perf_counter(), task.entry.source, task.staged
    with enlarged.folder:
        left_out = write_picture(enlarged.done.stored, staged, task.save, replaces=True)
        left_out += names_taken(staged, task.entry.target)
    sha256, size = file_sha256(staged), staged.stat().st_size
    seconds = enlarged.seconds + time.perf_counter() - began
    result = stages.written(
        enlarged.done,
        source,
        staged,
        task.upscale,
        task.save,
        enlarged.notes,
        left_out,
        seconds,
    )
    return Made(
        content=enlarged.content,
        source_bytes=enlarged.stamp[0],
        source_mtime_ns=enlarged.stamp[1],
        sha256=sha256,
        bytes=size,
        result=result,
    )


def work(
    task: Task,
    upscaler: Upscaler,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> Outcome:
    """Runs all three stages; the result is then at ``task.staged``. Never raises."""
    try:
        decoded = decode(task)
        made = encode(task, compute(task, decoded, upscaler, on_progress, should_stop))
    except Exception as error:
        return Outcome(task.entry.key, failure=failure_of(error))
    return Outcome(task.entry.key, made)


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns
