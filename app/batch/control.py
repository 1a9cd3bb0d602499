"""Runs one batch at a time: asks the engine for plan and run, and follows the progress."""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.batch.watch import Stamps, arrived, pause_after, stamps
from app.look.model_words import used_model
from app.look.widgets import delay
from app.queue.job import Problem
from fdiwn.api.errors import OutputError
from fdiwn.api.estimate import speed_key
from fdiwn.batch.records.count import BatchCount
from fdiwn.batch.records.plan import Action, BatchOptions, Entry, Plan
from fdiwn.service.client.batch_requests import FindUnfinished, PlanBatch, RunBatch
from fdiwn.service.client.events import (
    BatchEnded,
    BatchEntries,
    BatchPlanned,
    BatchTold,
    Cancelled,
    Event,
    Failed,
    Progress,
    UnfinishedFound,
)
from fdiwn.service.client.orders import Cancel, PauseBatch, Task

log = logging.getLogger(__name__)


class Phase(Enum):
    """WATCHING: all is done, and the folders are scanned from time to time."""

    IDLE = "idle"
    PLANNING = "planning"
    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    WATCHING = "watching"


class BatchControl(QObject):
    """Outlives the dialog. plan: complete unless PLANNING. left_out: keys of pictures to skip.
    count: progress of the run. stopping, paused: requested. problem: why the last plan or run
    failed."""

    request = Signal(object)
    phase_changed = Signal()
    planning = Signal()
    """A new plan is being made; the old one is void."""
    grew = Signal(object)
    """New entries of the plan, a tuple."""
    entry_changed = Signal(object)
    told = Signal(object)
    """Events of `fdiwn.batch.records.events`, a tuple; `count` already includes them."""
    looked_through = Signal(int, int)
    """Files found so far, and in total."""
    unfinished_found = Signal(object, object)
    """A folder, and an `Unfinished` or None."""

    def __init__(self, speeds: Mapping[str, float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speeds = speeds  # as in `app.settings.settings`
        self._numbers = itertools.count(1)
        self.phase = Phase.IDLE
        self.plan: Plan | None = None
        self.left_out: set[str] = set()
        self.count = BatchCount()
        self.stopping = self.paused = False
        self.problem: Problem | None = None
        self.watch = False
        self._asked: int | None = None  # the number of the running plan or run request
        self._found: list[Entry] = []
        self._stamps: Stamps = {}  # of the last scan
        self._options: BatchOptions | None = None
        self._timer = delay(0, self._look_again, self)
        self._look_began = 0.0

    @property
    def running(self) -> bool:
        """Whether closing the program would stop something."""
        return self.phase in (Phase.RUNNING, Phase.WATCHING)

    @property
    def busy(self) -> bool:
        return self.running or self.phase is Phase.PLANNING

    # Requests

    def look_for_unfinished(self, output: Path) -> None:
        self.request.emit(FindUnfinished(next(self._numbers), output))

    def make_plan(self, options: BatchOptions) -> None:
        """Scan the folders."""
        if self.running:
            return
        if self.phase is Phase.PLANNING:
            self._cancel(Task.PLAN)
        self.plan, self.problem, self._options = None, None, options
        self.left_out.clear()
        self.count = BatchCount()
        self._set(Phase.PLANNING)
        self.planning.emit()
        self._ask_plan()

    def forget(self) -> None:
        """Discard the plan: the choices have changed."""
        if self.running:
            return
        if self.phase is Phase.PLANNING:
            self._cancel(Task.PLAN)
        self._asked = self.plan = None
        self._set(Phase.IDLE)
        self.planning.emit()

    def leave_out(self, keys: Iterable[str], out: bool) -> None:
        if out:
            self.left_out |= set(keys)
        else:
            self.left_out -= set(keys)
        self.phase_changed.emit()

    def retarget(self, key: str, target: Path) -> Problem | None:
        """Change a picture's target; returns why not, if it cannot go there."""
        if self.plan is None or self.busy:
            return None
        try:
            self.plan = self.plan.with_target(key, target)
        except OutputError as error:
            return Problem.of(error)
        self.entry_changed.emit(self.plan.by_key[key])
        self.phase_changed.emit()
        return None

    def to_make(self) -> list[Entry]:
        """The entries that a run would make now."""
        if self.plan is None:
            return []
        return [e for e in self.plan.of(Action.ENLARGE) if e.key not in self.left_out]

    def to_replace(self) -> list[Entry]:
        """Those of them that would replace a file."""
        return [entry for entry in self.to_make() if entry.replaces]

    def run(self) -> None:
        if self.plan is not None and not self.busy:
            self._run(self.plan.without(self.left_out) if self.left_out else self.plan)

    def retry(self) -> None:
        """Try again the pictures that failed or were not reached."""
        if self.plan is not None and not self.busy:
            self._run_only(self.count.to_retry)

    def pause(self, wanted: bool) -> None:
        """Start no new picture, or continue."""
        if self.phase is Phase.RUNNING and wanted is not self.paused:
            self.paused = wanted
            self.request.emit(PauseBatch(wanted))
            self.phase_changed.emit()

    def stop(self) -> None:
        """Stop the plan, the run or the watch; a run stops within a tile."""
        if self.phase is Phase.WATCHING:
            self._timer.stop()
            if self._asked is not None:
                self._cancel(Task.PLAN)
            self._asked = None
            self._set(Phase.ENDED)
        elif self.phase is Phase.PLANNING:
            self.forget()
        elif self.phase is Phase.RUNNING and not self.stopping:
            self.stopping = True
            self._cancel(Task.BATCH)
            self.phase_changed.emit()

    # Reports of the engine

    def on_event(self, event: Event) -> None:
        """Handle the engine's events; events of other owners and of abandoned requests are
        ignored."""
        if isinstance(event, UnfinishedFound):
            self.unfinished_found.emit(event.output, event.found)
            return
        task = getattr(event, "task", None)
        if task not in (Task.PLAN, Task.BATCH) or getattr(event, "job_id", None) != self._asked:
            return
        if isinstance(event, BatchEntries):
            self._take_entries(event.entries)
        elif isinstance(event, BatchPlanned):
            self._take_plan(event.plan)
        elif isinstance(event, BatchTold):
            for told in event.events:
                self.count.take(told)
            self.told.emit(event.events)
        elif isinstance(event, BatchEnded):
            self._end(event.stopped)
        elif isinstance(event, Progress):
            self.looked_through.emit(event.done, event.total)
        elif isinstance(event, Cancelled):
            self._end(stopped=True)
        elif isinstance(event, Failed):
            log.error("%s: %s\n%s", event.what, event.why, event.details)
            self._fail(Problem.of(event), event.task, event.crashed)

    # Planning

    def _ask_plan(self) -> None:
        assert self._options is not None
        self._found = []
        self._asked = next(self._numbers)
        self._look_began = time.monotonic()
        self.request.emit(PlanBatch(self._asked, self._options, self._speed()))

    def _speed(self) -> float | None:
        assert self._options is not None
        upscale = self._options.upscale
        # An ordered size may take several models, which depend on the picture.
        model = used_model(upscale) if upscale.size is None else upscale.model or ""
        return self._speeds.get(speed_key(upscale, model))

    def _take_entries(self, entries: tuple[Entry, ...]) -> None:
        self._found += entries
        if self.phase is Phase.PLANNING:
            self.grew.emit(entries)

    def _take_plan(self, head: Plan) -> None:
        self._asked = None
        plan = replace(head, entries=tuple(self._found))
        self._found = []
        if self.phase is Phase.WATCHING:
            self._take_look(plan)
            return
        self.plan = plan
        self._stamps = stamps(plan)
        self._set(Phase.PLANNED)

    # Watching

    def _look_again(self) -> None:
        if self.phase is Phase.WATCHING and self._asked is None:
            self._ask_plan()

    def _take_look(self, plan: Plan) -> None:
        """Handle a scan of watched folders."""
        assert self.plan is not None
        before, self._stamps = self._stamps, stamps(plan)
        known = self.plan.by_key
        changed = arrived(plan, known, before, self.left_out)
        if not changed:
            self._wait_for_look()
            return
        new = tuple(entry for key, entry in changed.items() if key not in known)
        kept = tuple(changed.get(entry.key, entry) for entry in self.plan.entries)
        self.plan = replace(self.plan, entries=kept + new)
        for key in changed.keys() & known.keys():
            self.entry_changed.emit(changed[key])
        if new:
            self.grew.emit(new)
        self._run_only(changed)

    def _wait_for_look(self) -> None:
        self._timer.start(int(1000 * pause_after(time.monotonic() - self._look_began)))

    # Running

    def _run_only(self, keys: Collection[str]) -> None:
        assert self.plan is not None
        if keys:
            self._run(replace(self.plan.only(keys), passed_over=()))

    def _run(self, plan: Plan) -> None:
        self.count.start(plan.of(Action.ENLARGE))
        self.problem = None
        self.stopping = self.paused = False
        self._asked = next(self._numbers)
        self.request.emit(PauseBatch(False))  # the previous run may have been left paused
        self.request.emit(RunBatch(self._asked, replace(plan)))
        self._set(Phase.RUNNING)

    def _end(self, stopped: bool) -> None:
        self._asked = None
        if self.phase is Phase.PLANNING:
            self._set(Phase.IDLE)
            return
        began = bool(self.count.records)
        self.count.stop()
        self.stopping = self.paused = False
        if self.watch and not stopped:
            self._look_began = time.monotonic()
            self._set(Phase.WATCHING)
            self._wait_for_look()
        else:
            self._set(Phase.ENDED if began else Phase.PLANNED)

    def _fail(self, problem: Problem, task: Task, crashed: bool) -> None:
        if task is Task.PLAN and self.phase is Phase.WATCHING:
            log.warning("The look at watched folders failed: %s", problem.sentence())
            self._asked = None
            self._wait_for_look()  # a disconnected drive may come back
            return
        self.problem = problem
        self._asked = None
        self.count.stop()
        self.stopping = self.paused = False
        self._set(Phase.ENDED if task is Task.BATCH else Phase.IDLE)
        if crashed and task is Task.BATCH and self._options is not None:
            self.look_for_unfinished(self._options.output)

    def _cancel(self, task: Task) -> None:
        if self._asked is not None:
            self.request.emit(Cancel(self._asked, task))

    def _set(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit()
