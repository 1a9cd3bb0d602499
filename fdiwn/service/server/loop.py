"""The loop of the engine process: handles requests, also between two tiles.

Pictures are opened and saved, and previews computed, between two tiles of a running enlargement, so
that the window stays responsive; enlargements and downloads wait for each other. Only the newest
preview counts: a new one stops the running one.
"""

from __future__ import annotations

import os
import shutil
import signal
import traceback
from collections import deque
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any

from fdiwn.api.errors import Cancelled as Stopped
from fdiwn.api.errors import FdiwnError
from fdiwn.service.client.batch_requests import FindUnfinished, PlanBatch, RunBatch
from fdiwn.service.client.child import send_log, take_priority
from fdiwn.service.client.events import Cancelled, Event, Failed, Progress, Ready
from fdiwn.service.client.orders import Cancel, Forget, Pause, PauseBatch, Shutdown, Task, Warm
from fdiwn.service.client.requests import (
    Enlarge,
    Export,
    Fetch,
    ImportModel,
    Open,
    Preview,
    Probe,
    Render,
    Request,
    Rival,
    Save,
    SelfTest,
    Work,
)
from fdiwn.service.server.batch import find_unfinished, plan_batch, run_batch
from fdiwn.service.server.render import enlarge_rival, preview_picture, render_picture
from fdiwn.service.server.work import (
    Desk,
    Engine,
    enlarge_picture,
    export_picture,
    fetch_model,
    import_model,
    open_picture,
    probe_devices,
    save_picture,
    test_this_computer,
)

HANDLERS: Mapping[type[Any], Callable[[Any, Desk], None]] = {
    Open: open_picture,
    Enlarge: enlarge_picture,
    Save: save_picture,
    Fetch: fetch_model,
    ImportModel: import_model,
    Render: render_picture,
    Rival: enlarge_rival,
    Probe: probe_devices,
    SelfTest: test_this_computer,
    Export: export_picture,
    Preview: preview_picture,
    FindUnfinished: find_unfinished,
    PlanBatch: plan_batch,
    RunBatch: run_batch,
}
BETWEEN_TILES = (Open, Save, Render, Export, FindUnfinished)
"""Requests handled at once, even during long work."""
IDLE_SECONDS = 7.0
"""Idle time before the engine releases memory; on a busy computer that takes a second or two."""


def serve(pipe: Connection, engine: Engine) -> None:
    """Answer requests until the window sends `Shutdown` or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches us too; the window decides
    take_priority()
    send_log(pipe)
    loop = _Loop(pipe, engine)
    for name in ("SIGTERM", "SIGHUP"):  # at a shutdown, so that running work cleans up
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), loop.end)
    try:
        loop.run()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the window is gone


class _Loop:
    """The `Desk` of all handlers."""

    def __init__(self, pipe: Connection, engine: Engine) -> None:
        self.engine = engine
        self.batch_paused = False
        self._pipe = pipe
        self._waiting: deque[Work] = deque()
        self._running: tuple[int, Task] | None = None
        self._stop_running = False
        self._paused = False
        self._stopped: set[tuple[int, Task]] = set()
        self._between = 0  # nested requests being handled during long work
        self._ending = False
        self._waits = False  # idle, for a request
        self._preview: Preview | None = None  # the newest one not started
        self._previewing: Preview | None = None
        self._stop_preview = False

    def run(self) -> None:
        self.send(Ready(os.getpid()))
        while not self._ending:
            if self._preview is not None:
                self._serve_previews()
            elif self._waiting:
                self._do(self._waiting.popleft())
            else:
                self._receive(self._next())

    def end(self, number: int, frame: FrameType | None) -> None:
        """Handle a signal to end: as if the window sent `Shutdown`, or was gone."""
        self._ending = self._stop_running = True
        if self._waits:
            raise EOFError("the process was ended")

    def _next(self) -> Request:
        """Waits for a request, and releases memory meanwhile. Raises EOFError if there will be
        none."""
        while not self._wait(lambda: self._pipe.poll(IDLE_SECONDS)):
            if self.engine.rest():
                break
        request: Request = self._wait(self._pipe.recv)
        return request

    def _wait(self, on: Callable[[], Any]) -> Any:
        """Raises EOFError if the process should end."""
        self._waits = True
        try:
            if self._ending:
                raise EOFError("the process was ended")
            return on()
        finally:
            self._waits = False

    def send(self, event: Event) -> None:
        self._pipe.send(event)

    def reporter(self, work: Work) -> Callable[[int, int], None]:
        def report(done: int, total: int) -> None:
            self.send(Progress(work.job_id, work.task, done, total))

        return report

    def should_stop(self) -> bool:
        while not self._ending and (self._held() or self._pipe.poll()):
            self._receive(self._next())
        if self._previewing is not None:
            return self._stop_preview or self._stop_running or self._preview is not None
        return self._stop_running

    def _held(self) -> bool:
        """Whether the running work is paused; downloads never are."""
        if not self._paused or self._stop_running or self._between:
            return False
        if self._running is None:
            return False
        return self._running[1] is Task.ENLARGE

    def check_stop(self) -> None:
        if self.should_stop():
            raise Stopped()

    def check_cancelled(self, work: Work) -> None:
        self.should_stop()
        if self._ending or (work.job_id, work.task) in self._stopped:
            raise Stopped()

    def _receive(self, request: Request) -> None:
        """Handle quick requests at once, queue the others."""
        if isinstance(request, Shutdown):
            self._ending = self._stop_running = True
        elif isinstance(request, Cancel):
            self._cancel(request)
        elif isinstance(request, Pause):
            self._paused = request.on
        elif isinstance(request, PauseBatch):
            self.batch_paused = request.on
        elif isinstance(request, Forget):
            shutil.rmtree(request.scratch, ignore_errors=True)
        elif isinstance(request, Warm):
            self.engine.warm(request.options)
        elif isinstance(request, BETWEEN_TILES):
            self._do(request)
        elif isinstance(request, Preview):
            self._drop_preview()
            self._preview = request
            if self._running is not None:
                self._serve_previews()
        else:
            self._waiting.append(request)

    def _cancel(self, request: Cancel) -> None:
        if (request.job_id, request.task) == self._running:
            self._stop_running = True
        self._stopped.add((request.job_id, request.task))
        if request.task is Task.PREVIEW:
            if self._preview is not None and self._preview.job_id == request.job_id:
                self._drop_preview()
            elif self._previewing is not None and self._previewing.job_id == request.job_id:
                self._stop_preview = True
        for work in list(self._waiting):
            if (work.job_id, work.task) == (request.job_id, request.task):
                self._waiting.remove(work)
                self.send(Cancelled(work.job_id, work.task))

    def _drop_preview(self) -> None:
        if self._preview is not None:
            self.send(Cancelled(self._preview.job_id, Task.PREVIEW))
            self._preview = None

    def _serve_previews(self) -> None:
        """Serve the newest preview until none waits, or until the run around it should stop."""
        while self._preview is not None and self._previewing is None and not self._stop_running:
            self._previewing, self._preview = self._preview, None
            self._stop_preview = False
            try:
                self._do(self._previewing)
            finally:
                self._previewing = None

    def _preview_stopped(self, work: Preview) -> None:
        """Answer it; or postpone it, if it was stopped only to stop a run."""
        if self._stop_preview or self._preview is not None:
            self.send(Cancelled(work.job_id, Task.PREVIEW))
        else:
            self._preview = work

    def _do(self, work: Work) -> None:
        self._stopped.discard((work.job_id, work.task))
        try:
            if isinstance(work, (*BETWEEN_TILES, Preview)):
                self._do_between(work)
            else:
                self._run_long(work)
        except Stopped:
            if isinstance(work, Preview):
                self._preview_stopped(work)
            else:
                self.send(Cancelled(work.job_id, work.task))
        except FdiwnError as error:
            self.send(Failed(work.job_id, work.task, error.what, error.why, error.todo))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise
        except MemoryError:
            self.send(_failure(work, "not enough memory", "Close other programs and try again"))
        except Exception as error:  # a bug of ours: one job fails, the process continues
            self.send(_failure(work, f"{type(error).__name__}: {error}", "The log file has more"))

    def _do_between(self, work: Work) -> None:
        self._between += 1
        try:
            HANDLERS[type(work)](work, self)
        finally:
            self._between -= 1

    def _run_long(self, work: Work) -> None:
        self._running, self._stop_running = (work.job_id, work.task), self._ending
        try:
            HANDLERS[type(work)](work, self)
        finally:
            self._running, self._stop_running = None, self._ending


def _failure(work: Work, why: str, todo: str) -> Failed:
    doing = {
        Task.OPEN: "could not be opened",
        Task.ENLARGE: "could not be enlarged",
        Task.SAVE: "could not be saved",
        Task.FETCH: "could not be fetched",
        Task.IMPORT: "could not be imported",
        Task.RENDER: "could not be shown",
        Task.RIVAL: "could not be enlarged by the other model",
        Task.PROBE: "could not be looked at",
        Task.SELF_TEST: "could not be checked",
        Task.EXPORT: "could not be handed over",
        Task.PREVIEW: "has no preview",
        Task.UNFINISHED: "could not be looked at",
        Task.PLAN: "could not be planned",
        Task.BATCH: "was not finished",
    }[work.task]
    return Failed(
        work.job_id, work.task, f"{work.subject} {doing}", why, todo, traceback.format_exc()
    )
