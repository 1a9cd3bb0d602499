"""Runs a whole batch: journal, plan, run, and optionally watching for more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fdiwn.api.errors import InputError
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.batch.journal import Journal, open_journal
from fdiwn.batch.local import LocalExecutor
from fdiwn.batch.planning.survey import survey
from fdiwn.batch.planning.watch import LOOK, Watcher
from fdiwn.batch.records.plan import BatchOptions, Plan
from fdiwn.batch.records.report import Summary
from fdiwn.batch.records.task import Executor
from fdiwn.batch.run import THIS_WORLD, OnEvent, World, run
from fdiwn.enlarge.pipeline import Upscaler

_TICK = 0.1  # seconds between two checks for stop and pause


@dataclass(frozen=True)
class Listeners:
    """Callbacks of a session.

    on_plan: before each pass. on_survey: (done, total) pictures surveyed. on_waiting: watching is
    idle. The rest as in `fdiwn.batch.run.run`.
    """

    on_event: OnEvent = lambda event: None
    on_plan: Callable[[Plan], object] = lambda plan: None
    on_survey: Progress = lambda done, total: None
    on_waiting: Callable[[], object] = lambda: None
    should_stop: ShouldStop = lambda: False
    should_pause: ShouldStop = lambda: False


def carry_out(
    options: BatchOptions,
    listeners: Listeners,
    *,
    plan: Plan | None = None,
    watch: bool = False,
    executor: Executor | None = None,
    world: World = THIS_WORLD,
) -> Summary:
    """Plans, unless a plan is given, and runs; with ``watch`` until it is stopped.

    plan: made earlier, and perhaps changed. executor: threads of this process by default; a given
    one stays open. The summary covers all passes. Raises what `fdiwn.batch.planning.survey.survey`
    and `fdiwn.batch.run.run` raise.
    """
    upscaler = Upscaler(should_stop=listeners.should_stop)
    with open_journal(options.output) as journal:
        journal.recover()
        if plan is None:
            plan = survey(
                options,
                journal.items(),
                upscaler=upscaler,
                on_progress=listeners.on_survey,
                should_stop=listeners.should_stop,
            )
        with _open(executor, options, upscaler) as ready:
            session = _Session(listeners, journal, ready, world)
            summary = session.carry_out(plan)
            if watch and not summary.stopped:
                summary = session.watch(plan, upscaler, summary)
    return summary


@contextmanager
def _open(given: Executor | None, options: BatchOptions, upscaler: Upscaler) -> Iterator[Executor]:
    """The given executor, or threads. A KeyboardInterrupt does not wait for them."""
    if given is not None:
        yield given
        return
    executor = LocalExecutor(options.upscale, upscaler)
    try:
        yield executor
    except Exception:
        executor.close()
        raise
    executor.close()


@dataclass(frozen=True)
class _Session:
    listeners: Listeners
    journal: Journal
    executor: Executor
    world: World

    def carry_out(self, plan: Plan) -> Summary:
        """One pass."""
        self.listeners.on_plan(plan)
        return run(
            plan,
            self.executor,
            self.journal,
            on_event=self.listeners.on_event,
            should_stop=self.listeners.should_stop,
            should_pause=self.listeners.should_pause,
            world=self.world,
        )

    def watch(self, first: Plan, upscaler: Upscaler, so_far: Summary) -> Summary:
        """Further passes for new pictures, until the user stops."""
        options, should_stop = first.options, self.listeners.should_stop
        # Results of earlier passes are never made again, not even under another name.
        options = replace(options, resume=True)
        watcher = Watcher(options, self.world.now)
        _note(watcher, first)
        self.listeners.on_waiting()
        next_look = self.world.now()
        while not should_stop():
            if self.world.now() < next_look:
                self.world.sleep(_TICK)
                continue
            next_look = self.world.now() + LOOK
            if not (new := _new(watcher)):
                continue
            plan = survey(options, self.journal.items(), upscaler=upscaler, only=new)
            _note(watcher, plan)
            so_far = so_far.joined(self.carry_out(plan))
            self.listeners.on_waiting()
        return replace(so_far, stopped=True)


def _new(watcher: Watcher) -> Collection[Path]:
    try:
        return watcher.look()
    except InputError:  # a disconnected drive may come back
        return ()


def _note(watcher: Watcher, plan: Plan) -> None:
    for entry in plan.entries:
        watcher.handled(entry.source, (entry.bytes, entry.mtime_ns))
