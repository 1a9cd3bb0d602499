"""Runs a batch's plan: order, retries, pauses, journal, final names.

An `Executor` makes the pictures, on threads of this process or on other computers. This module
imports nothing heavy, and alone renames results to their final names.
"""

from __future__ import annotations

import heapq
import shutil
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from fdiwn.api.errors import NoRoom
from fdiwn.api.final_name import give_name, set_date
from fdiwn.api.progress import ShouldStop
from fdiwn.api.sidecars import publish_sidecars
from fdiwn.batch.journal import Journal
from fdiwn.batch.planning.names import staging
from fdiwn.batch.records.events import (
    Advanced,
    Began,
    Ended,
    Event,
    Finished,
    Paused,
    Record,
    Resumed,
    Retrying,
    Started,
    State,
)
from fdiwn.batch.records.plan import Action, Entry, Plan
from fdiwn.batch.records.report import Summary, record_done, record_of
from fdiwn.batch.records.task import Beginning, Executor, Failure, Made, Outcome, Part, Task, Update

OnEvent = Callable[[Event], object]

_TICK = 0.1  # seconds between two checks for stop and pause
_FIRST_DELAY = 1.0  # seconds before the first retry; each further one waits twice as long
_LOOK_FOR_ROOM = 5.0  # seconds between two checks of a full disk
_STOPPED = "the run was stopped"
_STATES = {
    Action.DONE_BEFORE: State.DONE_BEFORE,
    Action.SKIP: State.SKIPPED,
    Action.REFUSE: State.FAILED,
}


@dataclass(frozen=True)
class World:
    """Clock and disk, replaceable for tests.

    now: seconds. sleep: for seconds. free, total: bytes of a folder's disk.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free
    total: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).total


THIS_WORLD = World()


def run(
    plan: Plan,
    executor: Executor,
    journal: Journal,
    *,
    on_event: OnEvent = lambda event: None,
    should_stop: ShouldStop = lambda: False,
    should_pause: ShouldStop = lambda: False,
    world: World = THIS_WORLD,
) -> Summary:
    """Makes the pictures of the plan; blocks the caller's thread, which gets the events.

    executor: makes the pictures; stays open. journal: of the output folder, recovered. should_stop:
    stops running pictures, within a tile. should_pause: while True, no new picture is started.
    Failures of pictures are in the summary. Raises OutputError if the journal cannot be written. A
    KeyboardInterrupt returns at once: only the pictures in progress are lost.
    """
    try:
        return _Run(plan, journal, executor, on_event, should_stop, should_pause, world).go()
    except Exception:
        executor.stop()
        raise


class _Run:
    """One run of a plan."""

    def __init__(
        self,
        plan: Plan,
        journal: Journal,
        executor: Executor,
        on_event: OnEvent,
        should_stop: ShouldStop,
        should_pause: ShouldStop,
        world: World,
    ) -> None:
        self._plan, self._journal, self._executor = plan, journal, executor
        self._tell, self._should_stop, self._should_pause = on_event, should_stop, should_pause
        self._world = world
        self._records: list[Record] = []
        self._queue = deque(plan.of(Action.ENLARGE))
        self._delayed: list[tuple[float, str]] = []  # time and key; a heap
        self._under_way: dict[str, Task] = {}
        self._attempts: dict[str, int] = {}
        self._held = False  # by the user
        self._stopped = False  # by the user as well
        self._needed: int | None = None  # bytes, while the disk is full
        self._next_look = 0.0

    def go(self) -> Summary:
        began = self._world.now()
        self._tell(Began(len(self._queue), self._plan.work))
        self._tell_of_the_rest()
        self._noted(lambda: self._journal.begin(self._plan))
        while (self._queue or self._delayed or self._under_way) and not self._stops():
            self._submit()
            if update := self._executor.take(_TICK):
                self._handle(update)
        if self._stopped:
            self._drain()
        self._noted(lambda: self._journal.end(self._stopped))
        self._tell(Ended(self._stopped))
        return Summary(tuple(self._records), self._world.now() - began, self._stopped)

    def _stops(self) -> bool:
        """Whether the user has asked to stop; remembered."""
        self._stopped = self._stopped or self._should_stop()
        return self._stopped

    def _tell_of_the_rest(self) -> None:
        """Report at once what will not be made."""
        for passed in self._plan.passed_over:
            path = str(passed.path)
            self._finish(Record(path, path, State.PASSED_OVER, reason=passed.reason))
        for entry in self._plan.entries:
            if entry.action is not Action.ENLARGE:
                self._end_with(entry, _STATES[entry.action], entry.reason)

    def _submit(self) -> None:
        if self._is_paused():
            return
        due: list[Entry] = []
        while self._delayed and self._delayed[0][0] <= self._world.now():
            due.append(self._plan.by_key[heapq.heappop(self._delayed)[1]])
        self._queue.extendleft(reversed(due))
        while self._queue and self._executor.wants() > 0:
            entry = self._queue[0]
            attempt = self._attempts.get(entry.key, 0) + 1
            if not self._noted(partial(self._journal.running, entry, attempt)):
                return
            self._queue.popleft()
            self._attempts[entry.key] = attempt
            options = self._plan.options
            task = Task(entry, staging(entry.target), options.upscale, options.save)
            self._under_way[entry.key] = task
            self._executor.submit(task)

    def _is_paused(self) -> bool:
        """Whether no new picture may start, by request or because the disk is full."""
        wanted = self._should_pause()
        if wanted and not self._held:
            self._tell(Paused("on request", on_request=True))
        if self._held and not wanted:
            self._tell(Resumed())
        self._held = wanted
        if self._needed is not None and self._world.now() >= self._next_look:
            self._look_for_room()
        return self._held or self._needed is not None

    def _pause_for_room(self, needed: int, reason: str) -> None:
        if self._needed is None:
            self._tell(Paused(reason))
        self._needed = max(needed, self._needed or 0)
        self._next_look = self._world.now() + _LOOK_FOR_ROOM

    def _look_for_room(self) -> None:
        assert self._needed is not None
        if self._world.free(self._plan.options.output) > self._needed:
            self._needed = None
            self._tell(Resumed())
        else:
            self._next_look = self._world.now() + _LOOK_FOR_ROOM

    def _handle(self, update: Update) -> None:
        match update:
            case Beginning(key):
                self._tell(Started(key))
            case Part(key, done, total):
                self._tell(Advanced(key, done, total))
            case Outcome(key, made, failure):
                task = self._under_way.pop(key)
                if made is not None:
                    self._take_result(task, made)
                elif failure is not None:
                    self._take_failure(task.entry, failure)
                shutil.rmtree(task.staged.parent, ignore_errors=True)

    def _take_result(self, task: Task, made: Made) -> None:
        entry, result = task.entry, made.result
        if self._plan.options.keep_dates:
            notes = (*result.notes, *set_date(task.staged, made.source_mtime_ns))
            made = replace(made, result=replace(result, notes=notes))
        if not self._noted(lambda: self._journal.ready(entry, made)):
            self._end_with(entry, State.NOT_REACHED, _STOPPED)
            return
        try:
            give_name(task.staged, entry.target, entry.replaces)
        except FileExistsError:
            self._take_conflict(entry)
            return
        except OSError as exc:
            self._fail(entry, f"{entry.target.name} cannot be written: {exc.strerror or exc}.")
            return
        publish_sidecars(task.staged, entry.target)
        self._noted(lambda: self._journal.done(entry))
        record = record_done(entry, made, self._attempts[entry.key])
        self._finish(record)

    def _take_conflict(self, entry: Entry) -> None:
        """The target was created by others since the plan was made."""
        reason = f"{entry.target.name} exists by now"
        if self._plan.options.on_conflict == "skip":
            self._noted(lambda: self._journal.failed(entry, reason))
            self._end_with(entry, State.SKIPPED, reason)
        else:
            self._fail(entry, f"{reason}. Run the batch again.")

    def _take_failure(self, entry: Entry, failure: Failure) -> None:
        attempts = self._attempts[entry.key]
        if failure.stopped:
            self._noted(lambda: self._journal.waiting(entry))
            self._end_with(entry, State.NOT_REACHED, _STOPPED)
        elif failure.no_room and entry.room < self._world.total(self._plan.options.output):
            self._attempts[entry.key] = attempts - 1
            self._queue.appendleft(entry)
            self._pause_for_room(entry.room, failure.reason)
        elif failure.passing and attempts <= self._plan.options.retries:
            delay = _FIRST_DELAY * 2 ** (attempts - 1)
            heapq.heappush(self._delayed, (self._world.now() + delay, entry.key))
            self._tell(Retrying(entry.key, failure.reason, delay, attempts))
        else:
            self._fail(entry, failure.reason)

    def _fail(self, entry: Entry, reason: str) -> None:
        self._noted(lambda: self._journal.failed(entry, reason))
        self._end_with(entry, State.FAILED, reason)

    def _drain(self) -> None:
        """Wait for the running pictures, and report those not reached."""
        self._executor.stop()
        while self._under_way:
            if update := self._executor.take(_TICK):
                self._handle(update)
        left = [*self._queue, *(self._plan.by_key[key] for _, key in sorted(self._delayed))]
        for entry in left:
            self._end_with(entry, State.NOT_REACHED, _STOPPED)

    def _noted(self, write: Callable[[], None]) -> bool:
        """Write to the journal; if the disk is full, wait for room.

        False if the run is stopped while waiting; the next one recovers.
        """
        while True:
            try:
                write()
                return True
            except NoRoom as error:
                self._pause_for_room(0, str(error))
            while self._needed is not None:
                if self._stops():
                    return False
                self._world.sleep(_TICK)
                if self._world.now() >= self._next_look:
                    self._look_for_room()

    def _end_with(self, entry: Entry, state: State, reason: str) -> None:
        self._finish(record_of(entry, state, reason, self._attempts.get(entry.key, 0)))

    def _finish(self, record: Record) -> None:
        self._records.append(record)
        self._tell(Finished(record))
