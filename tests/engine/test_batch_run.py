"""The coordinator: retries, full disks, pauses, stops, and what the journal makes of crashes.

Pictures are made by an executor of the test, which answers from a script; time passes only there.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fdiwn.api.errors import NoRoom
from fdiwn.api.options import UpscaleOptions
from fdiwn.batch.journal import InUse, Journal, open_journal, unfinished
from fdiwn.batch.planning.names import staging
from fdiwn.batch.records.count import BatchCount
from fdiwn.batch.records.events import (
    Advanced,
    Ended,
    Event,
    Finished,
    Paused,
    Resumed,
    Retrying,
    Started,
    State,
)
from fdiwn.batch.records.items import Stage
from fdiwn.batch.records.plan import BatchOptions, Entry, Plan
from fdiwn.batch.records.report import Summary
from fdiwn.batch.records.task import Beginning, Failure, Made, Outcome, Part, Task, Update
from fdiwn.batch.run import World, run
from tests.results import result_for

Answer = Callable[[Task], Outcome]


def make(task: Task) -> Outcome:
    """A result with the source's bytes."""
    content = task.entry.source.read_bytes()
    task.staged.parent.mkdir(parents=True, exist_ok=True)
    task.staged.write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    made = Made(sha256, len(content), 1, sha256, len(content), result_for((1, 1), 2, "m", 1.0))
    return Outcome(task.entry.key, made)


def fail(reason: str = "bad", passing: bool = False, no_room: bool = False) -> Answer:
    return lambda task: Outcome(
        task.entry.key, failure=Failure(reason, passing=passing, no_room=no_room)
    )


class Scripted:
    """Answers each picture with the next thing of its script, and then with a result."""

    def __init__(self, **scripts: list[Answer]) -> None:
        self.scripts = {name: deque(answers) for name, answers in scripts.items()}
        self.now, self.begun, self.stopped = 0.0, list[str](), False
        self._updates: deque[Update] = deque()

    def wants(self) -> int:
        return 0 if self._updates else 1

    def submit(self, task: Task) -> None:
        key = task.entry.key
        self.begun.append(key)
        script = self.scripts.get(key, deque())
        answer = script.popleft() if script else make
        self._updates += [Beginning(key), Part(key, 1, 2), answer(task)]

    def take(self, seconds: float) -> Update | None:
        if self._updates:
            return self._updates.popleft()
        self.now += seconds
        return None

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        raise AssertionError("one that was given is not closed")

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    entries = []
    options = BatchOptions((tmp_path / "in",), tmp_path / "out", UpscaleOptions())
    (tmp_path / "in").mkdir()
    for name in ("a", "b", "c"):
        source, target = tmp_path / "in" / name, tmp_path / "out" / f"{name}.png"
        source.write_text(f"picture {name}")
        entries.append(Entry(name, source, target, target, work=10, settings="s", model="m"))
    return Plan(options, tuple(entries))


def carried_out(
    plan: Plan, executor: Scripted, free: Callable[[], int] = lambda: 10**9, **more: object
) -> tuple[Summary, list[Event]]:
    events: list[Event] = []
    world = World(
        lambda: executor.now, executor.sleep, lambda folder: free(), lambda folder: 10**12
    )
    with open_journal(plan.options.output) as journal:
        journal.recover()
        summary = run(plan, executor, journal, on_event=events.append, world=world, **more)  # type: ignore[arg-type]
    return summary, events


def states(summary: Summary) -> dict[str, State]:
    return {record.key: record.state for record in summary.records}


def rows(plan: Plan) -> dict[str, str]:
    with sqlite3.connect(plan.options.output / ".fdiwn-batch" / "journal.sqlite") as database:
        found = dict(database.execute("SELECT target, state FROM items"))
    database.close()
    return found


def test_a_bad_picture_does_not_stop_the_others(plan: Plan) -> None:
    summary, events = carried_out(plan, Scripted(b=[fail("b cannot be read.")]))
    assert states(summary) == {"a": State.DONE, "b": State.FAILED, "c": State.DONE}
    assert summary.records[1].reason == "b cannot be read."
    assert summary.exit_code == 3
    assert rows(plan) == {"a.png": "done", "b.png": "failed", "c.png": "done"}
    assert (plan.options.output / "a.png").read_text(encoding="utf-8") == "picture a"
    assert sorted(p.name for p in plan.options.output.iterdir()) == [
        ".fdiwn-batch",
        "a.png",
        "c.png",
    ]
    assert [type(event) for event in events[:4]] == [type(events[0]), Started, Advanced, Finished]
    assert events[-1] == Ended(stopped=False)


def test_passing_failures_are_tried_again_later_and_later(plan: Plan) -> None:
    busy = fail("busy", passing=True)
    executor = Scripted(a=[busy, busy], b=[busy, busy, busy])
    summary, events = carried_out(plan, executor)
    assert states(summary) == {"a": State.DONE, "b": State.FAILED, "c": State.DONE}
    assert [(e.key, e.seconds) for e in events if isinstance(e, Retrying)] == [
        ("a", 1.0),
        ("b", 1.0),
        ("a", 2.0),
        ("b", 2.0),
    ]
    assert executor.begun[:3] == ["a", "b", "c"]  # the others go on meanwhile
    assert executor.now >= 3
    attempts = {record.key: record.attempts for record in summary.records}
    assert attempts == {"a": 3, "b": 3, "c": 1}


def test_a_full_disk_pauses_until_there_is_room(plan: Plan) -> None:
    executor = Scripted(b=[fail("the disk is full", no_room=True)])
    free = lambda: 0 if executor.now < 60 else 10**9  # noqa: E731
    summary, events = carried_out(plan, executor, free)
    assert set(states(summary).values()) == {State.DONE}
    assert {record.attempts for record in summary.records} == {1}
    assert executor.begun == ["a", "b", "b", "c"]
    pauses = [event for event in events if isinstance(event, Paused | Resumed)]
    assert pauses == [Paused("the disk is full"), Resumed()]
    assert 60 <= executor.now < 70


def test_what_no_disk_could_take_fails(plan: Plan) -> None:
    huge = Plan(plan.options, (Entry(**{**vars(plan.entries[0]), "room": 10**13}),))
    summary, _ = carried_out(huge, Scripted(a=[fail("no room", no_room=True)]))
    assert states(summary) == {"a": State.FAILED}


def test_a_disk_too_full_for_the_journal(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    ready, full = Journal.ready, [True, True]

    def sometimes(self: Journal, entry: Entry, made: Made) -> None:
        if full and full.pop():
            raise NoRoom("The journal cannot be used", "the disk is full")
        ready(self, entry, made)

    monkeypatch.setattr(Journal, "ready", sometimes)
    summary, events = carried_out(plan, Scripted())
    assert set(states(summary).values()) == {State.DONE}
    assert sum(isinstance(event, Paused) for event in events) == 2
    assert set(rows(plan).values()) == {"done"}


def test_pausing_and_stopping(plan: Plan) -> None:
    executor = Scripted()
    summary, events = carried_out(
        plan,
        executor,
        should_pause=lambda: len(executor.begun) == 1 and executor.now < 5,
        should_stop=lambda: len(executor.begun) == 2,
    )
    pauses = [event for event in events if isinstance(event, Paused | Resumed)]
    assert pauses == [Paused("on request", on_request=True), Resumed()]
    assert executor.now >= 5
    assert executor.stopped
    assert states(summary) == {"a": State.DONE, "b": State.DONE, "c": State.NOT_REACHED}
    assert summary.exit_code == 130
    assert rows(plan)["c.png"] == "waiting"
    left = unfinished(plan.options.output)
    assert left is not None
    assert (left.done, left.left, left.options) == (2, 1, plan.options)
    carried_out(plan.only(["c"]), Scripted())
    assert unfinished(plan.options.output) is None


@pytest.mark.parametrize(
    ("policy", "state"),
    [("skip", State.SKIPPED), ("rename", State.FAILED), ("fail", State.FAILED)],
)
def test_a_file_that_appears_meanwhile_is_kept(plan: Plan, policy: str, state: State) -> None:
    theirs = plan.options.output / "b.png"

    def meanwhile(task: Task) -> Outcome:
        theirs.write_text("theirs")
        return make(task)

    options = BatchOptions(**{**vars(plan.options), "on_conflict": policy})
    summary, _ = carried_out(Plan(options, plan.entries), Scripted(b=[meanwhile]))
    assert states(summary)["b"] is state
    assert theirs.read_text(encoding="utf-8") == "theirs"


def test_one_run_a_folder(plan: Plan) -> None:
    with open_journal(plan.options.output):
        with pytest.raises(InUse, match="is in use: a batch is writing there: process"):
            carried_out(plan, Scripted())
        left = unfinished(plan.options.output)
        assert left is not None
        assert left.in_use
    carried_out(plan, Scripted())


@pytest.mark.parametrize("where", ["staged", "target", "neither", "theirs"])
def test_a_run_that_died_between_ready_and_done(plan: Plan, where: str) -> None:
    entry = plan.entries[0]
    task = Task(entry, staging(entry.target), plan.options.upscale, plan.options.save)
    with open_journal(plan.options.output) as journal:
        journal.begin(plan)
        made = make(task).made
        assert made is not None
        journal.running(entry, 1)
        journal.ready(entry, made)
    if where == "target":
        task.staged.rename(entry.target)
    elif where == "neither":
        task.staged.unlink()
    elif where == "theirs":
        entry.target.write_text("theirs")
    with open_journal(plan.options.output) as journal:
        journal.recover()
        item = journal.items()["a.png"]
    assert item.stage is (Stage.DONE if where in ("staged", "target") else Stage.WAITING)
    assert not item.sure
    assert not task.staged.parent.exists()
    expected = {"theirs": "theirs", "neither": None}.get(where, "picture a")
    assert (entry.target.read_text(encoding="utf-8") if entry.target.exists() else None) == expected


def test_names_that_are_no_unicode(plan: Plan) -> None:
    source = plan.options.folders[0] / "caf\udce9"
    try:
        source.write_text("x")
    except OSError:
        pytest.skip("this file system has none")
    target = plan.options.output / "caf\udce9.png"
    one = Plan(plan.options, (Entry("caf\udce9", source, target, target),))
    summary, _ = carried_out(one, Scripted())
    assert summary.exit_code == 0
    with open_journal(plan.options.output) as journal:
        assert list(journal.items()) == ["caf\udce9.png"]


def test_a_damaged_journal_is_said(plan: Plan) -> None:
    from fdiwn.api.errors import OutputError

    carried_out(plan, Scripted())
    journal = plan.options.output / ".fdiwn-batch" / "journal.sqlite"
    journal.write_bytes(b"no journal" * 1000)
    with pytest.raises(OutputError, match="journal"):
        carried_out(plan, Scripted())


def test_the_count_tells_the_time_left(plan: Plan) -> None:
    """One picture's size is not known: it counts as the mean of the others."""
    executor, now = Scripted(b=[fail()]), [0.0]
    count = BatchCount(lambda: now[0])
    count.start(
        replace(entry, work=entry.work if entry.key != "c" else 0) for entry in plan.entries
    )
    _, events = carried_out(plan, executor)
    seen: list[tuple[int, float, float | None]] = []
    for event in events:
        count.take(event)
        now[0] += 2
        seen.append((count.ended, count.work_done, count.seconds_left))
    files, work, left = zip(*seen, strict=True)
    assert (files[0], work[0], left[0]) == (0, 0, None)
    assert (files[2], work[2], left[2]) == (0, 5, 6 * 25 / 5)
    assert (files[-1], work[-1]) == (3, 30)
    assert count.number(State.FAILED) == 1
