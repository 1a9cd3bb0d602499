"""The window's side of the engine process: start, request, receive, stop. No Qt, torch or numpy.

The child is started with the first request and after it died; its unanswered requests then fail
with a reason. One thread uses an `EngineProcess`; nothing here blocks on work.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from fdiwn.service.client.batch_requests import RunBatch
from fdiwn.service.client.child import run_child
from fdiwn.service.client.events import (
    BatchEntries,
    BatchTold,
    Cancelled,
    Checked,
    Event,
    Failed,
    LayerFailed,
    LogLine,
    PreviewPreparing,
    PreviewTile,
    Progress,
    Ready,
)
from fdiwn.service.client.orders import Cancel, Shutdown, Task, Warm
from fdiwn.service.client.requests import Request, Save, Work

CANCEL_PATIENCE = 2.0
"""Seconds for the child to answer a `Cancel` before it is killed."""
BATCH_PATIENCE = 20.0
"""The same for a batch, which may have to finish writing a large picture."""

_BETWEEN = (
    Ready
    | Progress
    | Checked
    | PreviewPreparing
    | PreviewTile
    | LayerFailed
    | BatchEntries
    | BatchTold
)
"""Events that close no request."""

ChildTarget = Callable[[Connection], None]


class EngineProcess:
    """One child process and the pipe to it.

    target: runs in the child with its end of the pipe; tests pass a fast fake engine.
    """

    def __init__(self, target: ChildTarget = run_child) -> None:
        self._target = target
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._unanswered: dict[tuple[int, Task], Work] = {}
        self._cancelled: dict[tuple[int, Task], float] = {}

    @property
    def pid(self) -> int | None:
        """The process id of the running child, None if there is none."""
        return self._process.pid if self._process is not None else None

    @property
    def busy(self) -> bool:
        """Whether any request is unanswered."""
        return bool(self._unanswered)

    def send(self, request: Request) -> list[Event]:
        """Send a request, starting the process if needed.

        Returns the last events of a process found dead, as `events` does; they precede `request`.
        """
        before: list[Event] = []
        if self._process is not None and not self._process.is_alive():
            before = self.events()
        if self._process is None:
            if not isinstance(request, Work | Warm):
                return before  # nothing is running that could be cancelled or forgotten
            self._start()
        if isinstance(request, Work):
            self._unanswered[request.job_id, request.task] = request
        elif isinstance(request, Cancel):
            key = (request.job_id, request.task)
            # A preview's first tile may wait for torch, which is no reason to kill.
            if key in self._unanswered and request.task is not Task.PREVIEW:
                self._cancelled.setdefault(key, time.monotonic())
        assert self._pipe is not None
        try:
            self._pipe.send(request)
        except OSError:
            before += self._bury()
        return before

    def events(self, timeout: float = 0.0) -> list[Event]:
        """All events since the last call; waits up to `timeout` seconds for the first.

        If the child has died, the list ends with a `Failed` for each unanswered request.
        """
        found: list[Event] = []
        if self._pipe is None:
            return found
        try:
            while self._pipe.poll(0.0 if found else timeout):
                event: Event = self._pipe.recv()
                if isinstance(event, LogLine):
                    logging.getLogger(event.name).log(event.level, "engine: %s", event.text)
                    continue
                if not isinstance(event, _BETWEEN):
                    self._unanswered.pop((event.job_id, event.task), None)
                    self._cancelled.pop((event.job_id, event.task), None)
                found.append(event)
        except (EOFError, OSError):
            found += self._bury()
        return found + self._enforce_cancel()

    def shutdown(self, patience: float = 3.0) -> None:
        """Stop the child: by request, or after `patience` seconds by force."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        self._unanswered.clear()
        self._cancelled.clear()
        if process is None or pipe is None:
            return
        try:
            pipe.send(Shutdown())
        except OSError:
            pass  # it is gone already
        process.join(patience)
        if process.is_alive():
            process.terminate()
            process.join(1.0)
        if process.is_alive():
            process.kill()
            process.join()
        pipe.close()
        process.close()

    def _enforce_cancel(self) -> list[Event]:
        """Kill a child that does not react to `Cancel`, for example during one long pass.

        Nothing is lost: results are on disk, and other requests are sent again to the next child. A
        child that is writing a file for the user, or running a batch that was not cancelled, is not
        killed.
        """
        now = time.monotonic()
        deaf = [key for key, since in self._cancelled.items() if now - since > _patience(key)]
        if not deaf or any(self._is_spared(work) for work in self._unanswered.values()):
            return []
        assert self._process is not None
        self._process.kill()
        left = {k: work for k, work in self._unanswered.items() if k not in self._cancelled}
        stopped: list[Event] = [Cancelled(*key) for key in self._cancelled]
        self._bury()
        for work in left.values():
            stopped += self.send(work)
        return stopped

    def _is_spared(self, work: Work) -> bool:
        if isinstance(work, RunBatch):
            return (work.job_id, work.task) not in self._cancelled
        return isinstance(work, Save)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, childs_end = context.Pipe()
        self._process = context.Process(
            target=self._target, args=(childs_end,), name="fdiwn-engine", daemon=True
        )
        self._process.start()
        childs_end.close()  # so that the child's death closes our end as well

    def _bury(self) -> list[Event]:
        """Clean up a dead child; a `Failed` for each unanswered request."""
        assert self._process is not None
        assert self._pipe is not None
        self._process.join(1.0)
        if self._process.is_alive():  # it closed its pipe but is still running
            self._process.kill()
            self._process.join()
        why = _cause_of_death(self._process.exitcode)
        self._process.close()
        self._pipe.close()
        self._process = self._pipe = None
        left, self._unanswered = self._unanswered, {}
        self._cancelled.clear()
        return [
            Failed(
                job_id,
                task,
                f"{work.subject} was not finished",
                why,
                "Try again; the engine starts anew by itself. If it stops again, close other "
                "programs to free memory",
                crashed=True,
            )
            for (job_id, task), work in left.items()
        ]


def _patience(key: tuple[int, Task]) -> float:
    return BATCH_PATIENCE if key[1] is Task.BATCH else CANCEL_PATIENCE


def _cause_of_death(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        try:
            name = signal.Signals(-exit_code).name
        except ValueError:
            name = str(-exit_code)
        if name == "SIGKILL":
            return "the engine was stopped by the system, probably out of memory"
        return f"the engine stopped with signal {name}"
    return f"the engine stopped unexpectedly (exit code {exit_code})"
