"""The engine process, from within: a loop over requests, and what waits between two tiles.

Pictures are opened and saved between two tiles of a running enlargement, so that the window stays
useful during a long one; enlargements and downloads wait for each other.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import traceback
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from fdiwn.display import write_bicubic, write_display, write_thumbnail
from fdiwn.errors import Cancelled as Stopped
from fdiwn.errors import FdiwnError, OutputError
from fdiwn.options import Progress as OnProgress
from fdiwn.options import ShouldStop, UpscaleOptions
from fdiwn.picture import Picture, StoredPicture
from fdiwn.service_messages import (
    SOURCE,
    THUMBNAIL,
    Cancel,
    Cancelled,
    Enlarge,
    Event,
    Failed,
    Fetch,
    Finished,
    Forget,
    ImportModel,
    ModelReady,
    Open,
    Opened,
    Progress,
    Ready,
    Request,
    Save,
    Saved,
    Shutdown,
    Task,
    Work,
)

STORED = "enlargement.pickle"


class Enlarged(Protocol):
    """What the pipeline returns, as far as the window needs it."""

    @property
    def stored(self) -> StoredPicture: ...
    @property
    def model(self) -> str: ...
    @property
    def device(self) -> str: ...
    @property
    def precision(self) -> str: ...
    @property
    def seconds(self) -> float: ...
    @property
    def notes(self) -> tuple[str, ...]: ...


class Engine(Protocol):
    """The calls of the command line that a window needs as well."""

    def read(self, source: Path) -> Picture: ...
    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Enlarged: ...
    def suggest(self, source: Path, scale: int) -> str: ...
    def write(self, stored: StoredPicture, target: Path) -> None: ...
    def fetch(self, name: str, on_progress: OnProgress, should_stop: ShouldStop) -> Path: ...
    def import_model(self, source: Path) -> Path: ...


def serve(pipe: Connection, engine: Engine) -> None:
    """Answer requests until the window says `Shutdown` or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches us too; the window decides
    if hasattr(os, "nice"):
        os.nice(5)
    try:
        _Loop(pipe, engine).run()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the window is gone, and nobody is left to tell


class _Loop:
    def __init__(self, pipe: Connection, engine: Engine) -> None:
        self._pipe, self._engine = pipe, engine
        self._waiting: deque[Work] = deque()
        self._running: tuple[int, Task] | None = None
        self._stop_running = False
        self._ending = False

    def run(self) -> None:
        self._send(Ready(os.getpid()))
        while not self._ending:
            if self._waiting:
                self._do(self._waiting.popleft())
            else:
                self._receive(self._pipe.recv())

    def _receive(self, request: Request) -> None:
        """Do at once what is quick, keep the rest."""
        if isinstance(request, Shutdown):
            self._ending = self._stop_running = True
        elif isinstance(request, Cancel):
            self._cancel(request)
        elif isinstance(request, Forget):
            shutil.rmtree(request.scratch, ignore_errors=True)
        elif isinstance(request, Open | Save):
            self._do(request)
        else:
            self._waiting.append(request)

    def _cancel(self, request: Cancel) -> None:
        if (request.job_id, request.task) == self._running:
            self._stop_running = True
        for work in list(self._waiting):
            if (work.job_id, work.task) == (request.job_id, request.task):
                self._waiting.remove(work)
                self._send(Cancelled(work.job_id, work.task))

    def _do(self, work: Work) -> None:
        try:
            if isinstance(work, Open):
                self._open(work)
            elif isinstance(work, Save):
                self._save(work)
            else:
                self._run_long(work)
        except Stopped:
            self._send(Cancelled(work.job_id, work.task))
        except FdiwnError as error:
            self._send(Failed(work.job_id, work.task, error.what, error.why, error.todo))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise
        except MemoryError:
            self._send(_failure(work, "not enough memory", "Close other programs and try again"))
        except Exception as error:  # a fault of ours: one job fails, the process stays
            self._send(_failure(work, f"{type(error).__name__}: {error}", "The log file has more"))

    def _run_long(self, work: Enlarge | Fetch | ImportModel) -> None:
        self._running, self._stop_running = (work.job_id, work.task), False
        try:
            if isinstance(work, Enlarge):
                self._enlarge(work)
            elif isinstance(work, Fetch):
                path = self._engine.fetch(work.name, self._reporter(work), self._should_stop)
                self._send(ModelReady(work.job_id, work.task, path))
            else:
                path = self._engine.import_model(work.source)
                self._send(ModelReady(work.job_id, work.task, path))
        finally:
            self._running = None

    def _open(self, work: Open) -> None:
        picture = self._engine.read(work.source)
        folder = work.scratch / (SOURCE if work.full else THUMBNAIL)
        folder.mkdir(parents=True, exist_ok=True)
        write = write_display if work.full else write_thumbnail
        display = write(picture.pixels, picture.metadata, folder / "pixels.raw")
        notes = picture.metadata.notes
        self._send(
            Opened(
                work.job_id,
                picture.width,
                picture.height,
                picture.bands,
                notes,
                display,
                work.full,
            )
        )

    def _enlarge(self, work: Enlarge) -> None:
        picture = self._engine.read(work.source)
        folder = _new_run(work.scratch)
        try:
            done = self._engine.enlarge(
                picture, work.options, folder, self._reporter(work), self._should_stop
            )
            stored = done.stored
            enlarged = write_display(stored.pixels(), stored.metadata, folder / "enlarged.raw")
            bicubic = write_bicubic(picture, work.options.scale, folder / "bicubic.raw")
            self._check_stop()
            _keep_stored(stored, work.scratch)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        _remove_older_runs(work.scratch, folder)
        suggested = self._engine.suggest(work.source, work.options.scale)
        self._send(
            Finished(
                work.job_id,
                work.options,
                stored.width,
                stored.height,
                done.model,
                done.device,
                done.precision,
                done.seconds,
                done.notes,
                suggested,
                enlarged,
                bicubic,
            )
        )

    def _save(self, work: Save) -> None:
        if work.target.exists() and not work.overwrite:
            raise OutputError(
                f"{work.target.name} was not saved",
                "a file of that name exists already",
                "Choose another name",
            )
        self._engine.write(_load_stored(work), work.target)
        self._send(Saved(work.job_id, work.target))

    def _reporter(self, work: Work) -> Callable[[int, int], None]:
        def report(done: int, total: int) -> None:
            self._send(Progress(work.job_id, work.task, done, total))

        return report

    def _should_stop(self) -> bool:
        while self._pipe.poll():
            self._receive(self._pipe.recv())
        return self._stop_running

    def _check_stop(self) -> None:
        if self._should_stop():
            raise Stopped()

    def _send(self, event: Event) -> None:
        self._pipe.send(event)


def _failure(work: Work, why: str, todo: str) -> Failed:
    doing = {
        Task.OPEN: "could not be opened",
        Task.ENLARGE: "could not be enlarged",
        Task.SAVE: "could not be saved",
        Task.FETCH: "could not be fetched",
        Task.IMPORT: "could not be imported",
    }[work.task]
    subject = work.name if isinstance(work, Fetch) else _file_name(work)
    return Failed(work.job_id, work.task, f"{subject} {doing}", why, todo, traceback.format_exc())


def _file_name(work: Open | Enlarge | Save | ImportModel) -> str:
    return work.target.name if isinstance(work, Save) else work.source.name


def _new_run(scratch: Path) -> Path:
    """A fresh folder: the window may still show (and on Windows hold) the run before."""
    number = 1
    while (folder := scratch / f"run-{number}").exists():
        number += 1
    folder.mkdir(parents=True)
    return folder


def _remove_older_runs(scratch: Path, keep: Path) -> None:
    for folder in scratch.glob("run-*"):
        if folder != keep:
            shutil.rmtree(folder, ignore_errors=True)


def _keep_stored(stored: StoredPicture, scratch: Path) -> None:
    """On disk rather than in memory, so that a result outlives a crash of this process."""
    draft = scratch / f"{STORED}.new"
    draft.write_bytes(pickle.dumps(stored))
    draft.replace(scratch / STORED)


def _load_stored(work: Save) -> StoredPicture:
    try:
        # Our own session's folder, written by `_keep_stored`.
        stored = pickle.loads((work.scratch / STORED).read_bytes())  # noqa: S301
    except OSError as error:
        raise OutputError(
            f"{work.target.name} was not saved", "the result is no longer there", "Enlarge it again"
        ) from error
    assert isinstance(stored, StoredPicture)
    return stored
