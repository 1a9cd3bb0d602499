"""Output of ``fdiwn batch``: two bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import timedelta
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from fdiwn.batch.records.count import BatchCount
from fdiwn.batch.records.events import (
    Advanced,
    Event,
    Finished,
    Paused,
    Record,
    Resumed,
    Retrying,
    State,
)
from fdiwn.batch.records.plan import Action, Plan
from fdiwn.batch.records.report import Summary
from fdiwn.cli.upscale import echo, echo_json

_NOW_AND_THEN = 50  # pictures
_LONGEST = 24  # letters beside a bar
_PLANNED = {
    Action.ENLARGE: "to enlarge",
    Action.DONE_BEFORE: "done before",
    Action.SKIP: "skipped",
    Action.REFUSE: "cannot be enlarged",
}
_QUIET = (State.DONE_BEFORE, State.PASSED_OVER)
"""The summary only counts these."""


class BatchView:
    """Shows a run. On a terminal, below the lines, there is a bar for all pictures, and one for the
    current picture."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._console = Console(stderr=True)
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=20),  # the rest must fit into 80 columns
            TaskProgressColumn(),
            TextColumn("{task.fields[about]}", markup=False),
        )
        shown = self._console.is_terminal and not as_json
        self._bars = Progress(
            *columns,
            console=self._console,
            transient=True,
            disable=not shown,
            redirect_stdout=sys.stdout.isatty(),  # else output to a file would be shown instead
        )
        self._all = self._bars.add_task("", total=None, about="", visible=False)
        self._one = self._bars.add_task("", total=None, about="", visible=False)
        self._count = BatchCount()

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def survey(self, done: int, total: int) -> None:
        """Pictures are being surveyed."""
        if done % _NOW_AND_THEN == 0:
            self._bars.update(
                self._all, description="Planning", completed=done, total=total, visible=True
            )

    def plan(self, plan: Plan) -> None:
        """A pass begins."""
        if not self._as_json:
            say_plan(plan, every=False)
        self._count = BatchCount()
        self._count.start(plan.of(Action.ENLARGE))

    def waiting(self) -> None:
        """Watching is idle."""
        for bar in (self._all, self._one):
            self._bars.update(bar, visible=False)
        if not self._as_json:
            say("Waiting for new pictures. Ctrl+C ends this.", err=True)

    def take(self, event: Event) -> None:
        """Show an event."""
        self._count.take(event)
        match event:
            case Finished(record):
                self._tell(record)
            case Retrying(key, reason, seconds, _) if not self._as_json:
                say(f"{key}: {reason} Trying again in {seconds:.0f} s.", err=True)
            case Paused(reason) if not self._as_json:
                say(f"Paused: {reason} It continues when there is room again.", err=True)
            case Resumed() if not self._as_json:
                say("Continuing.", err=True)
            case Advanced(_, done, total):
                self._bars.update(self._one, completed=done, total=total)
            case _:
                pass
        self._draw()

    def _draw(self) -> None:
        count = self._count
        if not count.total:
            return
        done, total = count.work_done / 1e6, count.work / 1e6
        left, failed = count.seconds_left, count.number(State.FAILED)
        about = f"{done:.1f} of {total:.1f} MP" + (f", {_time(left)} left" if left else "")
        if failed:
            about += f", {failed} failed"
        self._bars.update(
            self._all,
            description=f"{count.ended} of {count.total}",
            completed=count.work_done,
            total=count.work,
            about="paused" if count.waits else about,
            visible=True,
        )
        current = next(reversed(count.current), "")
        self._bars.update(self._one, description=_plain(current), visible=bool(current))

    def _tell(self, record: Record) -> None:
        if self._as_json:
            echo_json(asdict(record) | {"state": record.state.value})
        elif record.state is State.DONE:
            say(f"{record.source} -> {record.target}  {_sizes(record)}, {record.seconds:.1f} s")
            for note in record.notes:
                say(f"  note: {note}")
        elif record.state is State.FAILED:
            say(f"Failed: {record.key}: {record.reason}", err=True)
        elif record.state not in _QUIET:
            say(f"{record.state.value.capitalize()}: {record.key}: {record.reason}", err=True)


def say(line: str, err: bool = False) -> None:
    """Print one line, with terminal control codes escaped."""
    echo(line, err=err)


def say_plan(plan: Plan, every: bool) -> None:
    """Print the plan. every: with a line for each picture."""
    if every:
        for entry in plan.entries:
            arrow = "->" if entry.action is Action.ENLARGE else "--"
            size = "x".join(map(str, entry.result)) if entry.result else "size not known yet"
            reason = f"  {entry.action.value}: {entry.reason}".rstrip(": ") if arrow == "--" else ""
            say(f"{entry.key} {arrow} {entry.target}  {size}{reason}")
            for note in entry.notes:
                say(f"  note: {note}")
        for passed in plan.passed_over:
            say(f"{passed.path} passed over: {passed.reason}")
    counts = {words: len(plan.of(action)) for action, words in _PLANNED.items()}
    counts["passed over"] = len(plan.passed_over)
    told = ", ".join(f"{number} {word}" for word, number in counts.items() if number)
    about = f"; {plan.work / 1e6:.1f} MP, about {plan.result_bytes / 1e6:.0f} MB"
    if plan.seconds is not None:
        about += f", about {_time(plan.seconds)}"
    say(f"Plan: {told or 'no pictures'}{about if plan.work else ''}")
    for note in plan.notes:
        say(f"  note: {note}")


def say_summary(summary: Summary) -> None:
    """Print the outcome."""
    told = [f"{summary.counts[state]} {state.value}" for state in State if summary.counts[state]]
    say(f"{', '.join(told) or 'Nothing to do'}; {_time(summary.seconds)}")
    if summary.stopped:
        say("Stopped. Nothing unfinished was left behind; --resume continues.", err=True)


def _sizes(record: Record) -> str:
    before, after = ("x".join(map(str, size or ("?",))) for size in (record.size, record.result))
    return f"{before} -> {after}"


def _time(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return str(timedelta(seconds=round(seconds)))


def _plain(text: str) -> str:
    """The end of a path, its most telling part."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in text)
    return shown if len(shown) <= _LONGEST else "…" + shown[1 - _LONGEST :]
