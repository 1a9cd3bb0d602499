"""The queue by itself: an engine made of lists, and any order of commands and answers."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.queue.job import Job, JobState
from app.queue.jobs import JobQueue
from app.queue.pace import Pace
from app.queue.progress import QueueProgress
from app.settings.order import Destination, Order, Where
from fdiwn.api.display_image import DisplayImage
from fdiwn.api.options import PLAIN_READING, Reading, SaveOptions, UpscaleOptions
from fdiwn.service.client.events import Cancelled, Failed, Finished, Opened, Progress, Saved
from fdiwn.service.client.orders import Forget, Pause, Task
from fdiwn.service.client.requests import Enlarge, Open, Request, Save, Work

ORDER = Order(UpscaleOptions(2))


class Engine:
    """Takes requests as the real one does, and answers when it is told to."""

    def __init__(self, queue: JobQueue) -> None:
        self.queue = queue
        self.open_works: list[Work] = []
        self.forgotten: list[int] = []
        self.results: list[Path] = []
        """Folders of results that were forgotten by themselves."""
        self.runs = itertools.count(1)
        self.paused = False
        self.heard: list[bool] = []
        queue.request.connect(self.take)

    def take(self, request: Request) -> None:
        if isinstance(request, Work):
            same = [work for work in self.open_works if work.task is request.task]
            assert same == [], "one of each at a time"
            self.open_works.append(request)
        elif isinstance(request, Pause):
            self.paused = request.on
            self.heard.append(request.on)
        elif isinstance(request, Forget) and request.scratch.name.startswith("job-"):
            busy = [work.job_id for work in self.open_works]
            assert request.job_id not in busy, "forgotten while it is worked on"
            self.forgotten.append(request.job_id)
        elif isinstance(request, Forget) and request.scratch.name.startswith("run-"):
            self.results.append(request.scratch)

    def work(self, task: Task) -> Work | None:
        return next((work for work in self.open_works if work.task is task), None)

    def answer(self, task: Task, good: bool = True) -> None:
        work = self.work(task)
        if work is None:
            return
        self.open_works.remove(work)
        if not good:
            self.queue.on_event(Failed(work.job_id, task, "It failed", "why", "what to do"))
        elif isinstance(work, Open):
            image = DisplayImage(work.scratch / "x", 30, 20, has_alpha=False)
            self.queue.on_event(Opened(work.job_id, 30, 20, 3, (), image, work.full))
        elif isinstance(work, Enlarge):
            self.queue.on_event(finished(work, next(self.runs)))
        elif isinstance(work, Save):
            self.queue.on_event(Saved(work.job_id, work.target))

    def step(self, done: int, total: int = 4) -> None:
        work = self.work(Task.ENLARGE)
        if work is not None and not self.paused:
            self.queue.on_event(Progress(work.job_id, Task.ENLARGE, done, total))

    def hear_cancel(self) -> None:
        work = self.work(Task.ENLARGE)
        job = self.queue._store.get(work.job_id) if work is not None else None
        if work is not None and job is not None and job.stopping:
            self.open_works.remove(work)
            self.queue.on_event(Cancelled(work.job_id, Task.ENLARGE))

    def die(self) -> None:
        """As `EngineProcess` tells it: first everything is unanswered, then all is told."""
        left, self.open_works = self.open_works, []
        self.paused = False
        for work in left:
            self.queue.on_event(
                Failed(work.job_id, work.task, "It died", "killed", "again", crashed=True)
            )


def finished(work: Enlarge, run: int) -> Finished:
    folder = work.scratch / f"run-{run}"
    image = DisplayImage(folder / "enlarged.raw", 60, 40, has_alpha=False)
    facts = ("fake", "cpu", "float32", 1.0, (), 45.0, 3.0)
    return Finished(work.job_id, work.options, 60, 40, *facts, image, image)


@pytest.fixture
def queue(tmp_path: Path) -> JobQueue:
    return JobQueue(tmp_path / "scratch")


@pytest.fixture
def engine(queue: JobQueue) -> Engine:
    return Engine(queue)


def filled(queue: JobQueue, engine: Engine, *names: str) -> list[int]:
    """Opened pictures."""
    ids = queue.add(Path("/in") / name for name in names)
    while engine.work(Task.OPEN):
        engine.answer(Task.OPEN)
    return ids


def states(queue: JobQueue) -> list[JobState]:
    return [job.state for job in queue.jobs()]


def job(queue: JobQueue, job_id: int) -> Job:
    found = queue.job(job_id)
    assert found is not None
    return found


class TestOrders:
    def test_own_order_goes_before_the_panels(self, queue: JobQueue, engine: Engine) -> None:
        first, second = filled(queue, engine, "a.png", "b.png")
        own = Order(UpscaleOptions(3), SaveOptions(depth="16", convert="p3"))
        queue.set_order([second], own)
        queue.start([first, second], ORDER)
        asked = []
        for _ in range(2):
            asked.append(engine.work(Task.ENLARGE))
            engine.answer(Task.ENLARGE)
        assert [(w.options.scale, w.reading) for w in asked if isinstance(w, Enlarge)] == [
            (2, PLAIN_READING),
            (3, Reading("p3", deep=True)),
        ]
        queue.edits.history.undo()
        assert job(queue, second).own_order is None
        queue.edits.history.redo()
        assert job(queue, second).own_order == own

    def test_a_result_with_a_destination_is_saved_by_itself(
        self, queue: JobQueue, engine: Engine, tmp_path: Path
    ) -> None:
        (first,) = filled(queue, engine, "a.png")
        (tmp_path / "a_2x.png").touch()
        order = replace(ORDER, destination=Destination(Where.FOLDER, tmp_path))
        queue.start([first], order)
        engine.answer(Task.ENLARGE)
        save = engine.work(Task.SAVE)
        assert isinstance(save, Save)
        assert (save.target, save.overwrite) == (tmp_path / "a_2x-2.png", False)
        engine.answer(Task.SAVE)
        assert job(queue, first).saved_to == tmp_path / "a_2x-2.png"
        assert job(queue, first).result is not None

    def test_overwriting_spares_originals_and_other_results(
        self, queue: JobQueue, engine: Engine, tmp_path: Path
    ) -> None:
        original = tmp_path / "a_2x.png"
        original.touch()
        ids = filled(queue, engine, "one/a.png", "two/a.png", str(original))
        destination = Destination(Where.FOLDER, tmp_path, overwrite=True)
        queue.start(ids[:2], replace(ORDER, destination=destination))
        for _ in range(2):
            engine.answer(Task.ENLARGE)
        engine.answer(Task.SAVE)
        engine.answer(Task.SAVE)
        names = [found.saved_to.name for found in queue.jobs() if found.saved_to]
        assert names == ["a_2x-2.png", "a_2x-3.png"]

    def test_saving_beside_and_asking(self, queue: JobQueue, engine: Engine) -> None:
        first, second = filled(queue, engine, "a.png", "b.png")
        queue.start([first], replace(ORDER, destination=Destination(Where.BESIDE)))
        engine.answer(Task.ENLARGE)
        save = engine.work(Task.SAVE)
        assert isinstance(save, Save)
        assert save.target == Path("/in/a_2x.png")
        engine.answer(Task.SAVE, good=False)
        assert job(queue, first).state is JobState.DONE
        assert job(queue, first).retriable
        queue.retry([first])
        engine.answer(Task.SAVE)
        assert job(queue, first).saved_to == Path("/in/a_2x.png")
        queue.start([second], ORDER)
        engine.answer(Task.ENLARGE)
        assert engine.work(Task.SAVE) is None
        assert job(queue, second).unsaved


class TestOpening:
    def test_rows_in_sight_are_opened_before_the_rest(
        self, queue: JobQueue, engine: Engine
    ) -> None:
        ids = queue.add(Path(f"/in/{number}.png") for number in range(100))
        queue.see(ids[40:42])
        opened = []
        for _ in range(4):
            work = engine.work(Task.OPEN)
            assert work is not None
            opened.append(work.job_id)
            engine.answer(Task.OPEN)
        assert opened == [ids[0], ids[40], ids[41], ids[1]]

    def test_an_enlargement_waits_for_no_opening(self, queue: JobQueue, engine: Engine) -> None:
        ids = queue.add(Path(f"/in/{number}.png") for number in range(100))
        queue.start(ids, ORDER)
        assert engine.work(Task.ENLARGE) is not None
        engine.answer(Task.OPEN)  # the one in view; no other is opened while this runs
        assert engine.work(Task.OPEN) is None
        queue.see(ids[7:8])
        work = engine.work(Task.OPEN)
        assert work is not None
        assert work.job_id == ids[7]

    def test_a_source_that_went_away_leaves_the_result_good(
        self, queue: JobQueue, engine: Engine
    ) -> None:
        first, *others = filled(queue, engine, *"abcde")
        queue.start([first], ORDER)
        engine.answer(Task.ENLARGE)
        for other in others:
            queue.show(other)
            engine.answer(Task.OPEN)
        assert job(queue, first).original is None
        queue.show(first)
        engine.answer(Task.OPEN, good=False)
        assert job(queue, first).state is JobState.DONE
        assert engine.work(Task.OPEN) is None


def scale_of(queue: JobQueue, job_id: int) -> int:
    result = job(queue, job_id).result
    return result.options.scale if result is not None else 0


class TestList:
    def test_rows_move_and_come_back(self, queue: JobQueue, engine: Engine) -> None:
        a, b, c, d = filled(queue, engine, *"abcd")
        queue.edits.move([a, c], 4)
        assert queue.order() == [b, d, a, c]
        queue.edits.move_by([d], -1)
        assert queue.order() == [d, b, a, c]
        queue.edits.move_by([d, b], 1)
        assert queue.order() == [a, d, b, c]
        queue.edits.move_by([c], 1)  # at the end already: nothing to undo
        history = queue.edits.history
        assert history.count() == 3
        for _ in range(3):
            history.undo()
        assert queue.order() == [a, b, c, d]

    def test_a_removed_result_lives_as_long_as_its_undo(
        self, queue: JobQueue, engine: Engine
    ) -> None:
        first, second = filled(queue, engine, "a", "b")
        queue.start([first], ORDER)
        engine.answer(Task.ENLARGE)
        queue.remove([first])
        assert queue.order() == [second]
        assert engine.forgotten == []
        queue.edits.history.undo()
        assert queue.order() == [first, second]
        assert job(queue, first).result is not None
        queue.remove([first])
        queue.edits.history.clear()
        assert engine.forgotten == [first]

    def test_a_saving_counts_for_the_result_that_it_saved(
        self, queue: JobQueue, engine: Engine
    ) -> None:
        (first,) = filled(queue, engine, "a")
        queue.start([first], ORDER)
        engine.answer(Task.ENLARGE)
        queue.save(first, Path("/out/old.png"), overwrite=False)
        queue.start([first], Order(UpscaleOptions(3)))
        engine.answer(Task.ENLARGE)
        queue.edits.history.clear()
        assert engine.results == [], "it is still being read"
        engine.answer(Task.SAVE)
        assert job(queue, first).saved_to is None
        assert job(queue, first).unsaved
        assert [path.name for path in engine.results] == ["run-1"]

    def test_replaced_results_go_when_no_undo_wants_them(
        self, queue: JobQueue, engine: Engine
    ) -> None:
        (first,) = filled(queue, engine, "a")
        for scale in (2, 3, 4):
            queue.start([first], Order(UpscaleOptions(scale)))
            engine.answer(Task.ENLARGE)
        history = queue.edits.history
        assert scale_of(queue, first) == 4
        history.undo()
        assert scale_of(queue, first) == 3
        history.undo()
        assert scale_of(queue, first) == 2
        history.redo()
        assert scale_of(queue, first) == 3
        assert engine.results == []
        queue.start([first], Order(UpscaleOptions(4)))
        assert [path.name for path in engine.results] == ["run-3"], "redo is cut off"
        queue.cancel([first])
        engine.answer(Task.ENLARGE)  # a moment too late
        assert scale_of(queue, first) == 3
        assert [path.name for path in engine.results] == ["run-3", "run-4"]
        history.clear()
        assert [path.name for path in engine.results] == ["run-3", "run-4", "run-1"]

    def test_a_new_change_drops_what_could_be_redone(self, queue: JobQueue, engine: Engine) -> None:
        first, second = filled(queue, engine, "a", "b")
        queue.remove([first])
        queue.edits.history.undo()
        queue.edits.move([first], 2)
        assert engine.forgotten == []
        assert queue.order() == [second, first]

    def test_undo_starts_nothing(self, queue: JobQueue, engine: Engine) -> None:
        ids = filled(queue, engine, "a", "b")
        queue.start(ids, ORDER)
        queue.remove(ids)
        engine.hear_cancel()
        queue.edits.history.undo()
        assert states(queue) == [JobState.CANCELLED, JobState.READY]
        assert not queue.working

    def test_clear_finished_leaves_what_is_not_saved(self, queue: JobQueue, engine: Engine) -> None:
        first, second = filled(queue, engine, "a", "b")
        queue.start([first, second], ORDER)
        engine.answer(Task.ENLARGE)
        engine.answer(Task.ENLARGE)
        queue.save(first, Path("/out/a.png"), overwrite=False)
        engine.answer(Task.SAVE)
        queue.edits.clear_finished()
        assert queue.order() == [second]


class TestPause:
    def test_holds_and_goes_on(self, queue: JobQueue, engine: Engine) -> None:
        ids = filled(queue, engine, "a", "b")
        queue.start(ids, ORDER)
        queue.pause()
        assert engine.heard == [True]
        engine.answer(Task.ENLARGE)  # its last tile was under way
        assert engine.work(Task.ENLARGE) is None
        assert states(queue) == [JobState.DONE, JobState.WAITING]
        queue.resume()
        assert engine.heard == [True, False]
        assert states(queue) == [JobState.DONE, JobState.RUNNING]

    def test_ends_with_the_last_job(self, queue: JobQueue, engine: Engine) -> None:
        ids = filled(queue, engine, "a", "b")
        queue.start(ids, ORDER)
        queue.pause()
        queue.cancel_all()
        engine.hear_cancel()
        assert not queue.paused
        assert not engine.paused


class TestCrashes:
    def test_the_second_death_in_a_row_fails_the_file(
        self, queue: JobQueue, engine: Engine
    ) -> None:
        ids = filled(queue, engine, "a", "b")
        queue.start(ids, ORDER)
        engine.die()
        assert states(queue) == [JobState.RUNNING, JobState.WAITING]
        assert job(queue, ids[0]).again
        found = job(queue, ids[0]).problem
        assert found is not None
        assert found.why == "killed"
        engine.die()
        assert states(queue) == [JobState.FAILED, JobState.RUNNING]
        engine.answer(Task.ENLARGE)
        assert states(queue) == [JobState.FAILED, JobState.DONE]

    def test_the_innocent_are_told_from_the_guilty(self, queue: JobQueue, engine: Engine) -> None:
        (good,) = filled(queue, engine, "good.png")
        queue.start([good], ORDER)
        (bad,) = queue.add([Path("/in/bad.png")])
        engine.die()
        # One thing at a time now: whichever comes first, the file that kills fails alone.
        while engine.open_works:
            assert len(engine.open_works) == 1
            if engine.work(Task.OPEN):
                engine.die()
            else:
                engine.answer(Task.ENLARGE)
        assert states(queue) == [JobState.DONE, JobState.FAILED]
        assert job(queue, bad).unreadable

    def test_stopping_and_dying_is_stopped(self, queue: JobQueue, engine: Engine) -> None:
        ids = filled(queue, engine, "a")
        queue.start(ids, ORDER)
        queue.cancel_all()
        engine.die()
        assert states(queue) == [JobState.CANCELLED]


class TestProgress:
    def test_pictures_pixels_and_time(
        self, queue: JobQueue, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clock = [100.0]
        monkeypatch.setattr("time.monotonic", lambda: clock[0])
        told: list[QueueProgress | None] = []
        queue.progressed.connect(told.append)
        ids = filled(queue, engine, "a", "b", "c", "d")
        assert told.pop() is None
        queue.start(ids, ORDER)
        for done in (1, 2):
            clock[0] += 2.5
            engine.step(done)
        seen = told[-1]
        assert seen is not None
        assert (seen.done, seen.total, seen.running) == (0, 4, ids[0])
        assert seen.megapixels == pytest.approx(4 * 60 * 40 / 1e6)
        assert seen.fraction == pytest.approx(1 / 8)
        assert seen.seconds_left == pytest.approx(5 + 3 * 10)
        clock[0] += 5.0
        engine.answer(Task.ENLARGE)
        seen = told[-1]
        assert seen is not None
        assert seen.done == 1
        assert seen.seconds_left == pytest.approx(30)
        queue.cancel_all()
        engine.hear_cancel()
        assert told[-1] is None

    def test_a_picture_of_one_tile_moves_at_the_speed_of_earlier_runs(
        self, queue: JobQueue, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clock = [100.0]
        monkeypatch.setattr("time.monotonic", lambda: clock[0])
        queue.expect(lambda job: 20.0)
        queue.start(filled(queue, engine, "a"), ORDER)
        engine.step(10, 100)  # measuring

        def shown() -> tuple[float, float | None]:
            seen = queue.progress()
            assert seen is not None
            left = seen.seconds_left
            return round(seen.fraction, 6), round(left, 6) if left is not None else None

        assert shown() == (0.1, 20)
        clock[0] += 10.0
        assert shown() == (0.6, 10)
        queue.pause()
        before = shown()
        clock[0] += 1000.0
        assert shown() == before
        queue.resume()
        assert shown() == before
        clock[0] += 1000.0  # slower than ever: it is not called done
        assert 0.9 < shown()[0] < 1
        assert shown()[1] is None
        engine.step(100, 100)
        assert shown()[0] == pytest.approx(1)

    def test_between_two_tiles_it_moves_no_further_than_a_tile(self) -> None:
        pace = Pace.start(0.0).next(10, 1.0).next(30, 3.0)
        assert pace.under_way(100, 3.0) == 0
        assert pace.under_way(100, 4.0) == pytest.approx(10)
        assert pace.under_way(100, 400.0) == 20

    def test_a_pace_is_steady_and_counts_down(self) -> None:
        pace = Pace.start(0.0)
        assert pace.seconds_left(100, 5.0) is None
        now = 20.0  # reading and measuring came first, and do not count
        lefts = []
        for done in range(1, 50):
            pace = pace.next(done, now)
            lefts.append(pace.seconds_left(100, now))
            now += 0.5 if done % 2 else 1.5  # tiles that come in pairs
        assert lefts[0] is None
        later = [left for left in lefts[10:] if left is not None]
        steps = [first - second for first, second in itertools.pairwise(later)]
        assert max(map(abs, steps)) < 12
        assert later[-1] == pytest.approx(51, rel=0.2)
        between = pace.seconds_left(100, now)
        assert between is not None
        assert between < later[-1]

    def test_a_pause_is_no_slowness(self) -> None:
        pace = Pace.start(0.0).next(1, 1.0).next(2, 2.0).shifted(1000.0).next(3, 1003.0)
        assert pace.per_part == pytest.approx(1.0)


# Any commands, any answers

NUMBERS = st.integers(0, 3)
SOME = st.lists(NUMBERS, min_size=1, max_size=3)
STEPS = st.one_of(
    st.tuples(st.just("add"), NUMBERS),
    st.tuples(st.just("start"), SOME),
    st.tuples(st.just("save"), SOME),
    st.tuples(st.just("cancel"), SOME),
    st.tuples(st.just("remove"), SOME),
    st.tuples(st.just("move"), SOME, NUMBERS),
    st.tuples(st.just("own"), SOME),
    st.tuples(st.just("retry"), SOME),
    st.tuples(st.just("show"), SOME),
    st.tuples(st.just("see"), SOME),
    st.tuples(st.sampled_from(["undo", "redo", "pause", "resume", "all", "clear", "hear", "die"])),
    st.tuples(
        st.just("answer"), st.sampled_from([Task.OPEN, Task.ENLARGE, Task.SAVE]), st.booleans()
    ),
    st.tuples(st.just("tile"), st.integers(1, 4)),
)


LIMIT = 2
"""Steps that can be undone here: few, so that some are dropped."""


class World:
    """A queue, an engine, and what the list must be."""

    def __init__(self) -> None:
        self.queue = JobQueue(Path("/scratch"))
        self.queue.edits.history.setUndoLimit(LIMIT)
        self.engine = Engine(self.queue)
        self.all: set[int] = set()
        self.lists: list[tuple[list[int], list[int]]] = []  # before and after each step
        self.added = 0

    def do(self, name: str, *rest: object) -> None:
        queue, before = self.queue, self.queue.order()
        steps, top = queue.edits.history.index(), self._top()
        chosen = rest[0] if rest and isinstance(rest[0], list) else []
        ids = [before[n] for n in chosen if n < len(before)]
        commands: dict[str, Callable[[], object]] = {
            "add": lambda: queue.add([Path(f"/in/{rest[0]}-{self.added}.png")]),
            "start": lambda: queue.start(ids, ORDER),
            "save": lambda: self.save(ids),
            "cancel": lambda: queue.cancel(ids),
            "remove": lambda: queue.remove(ids),
            "move": lambda: queue.edits.move(ids, int(str(rest[1]))),
            "own": lambda: queue.set_order(ids, Order(UpscaleOptions(3))),
            "retry": lambda: queue.retry(ids),
            "show": lambda: self.show(ids),
            "see": lambda: queue.see(ids),
            "undo": queue.edits.history.undo,
            "redo": queue.edits.history.redo,
            "pause": queue.pause,
            "resume": queue.resume,
            "all": queue.cancel_all,
            "clear": queue.edits.clear_finished,
            "hear": self.engine.hear_cancel,
            "die": self.engine.die,
            "answer": lambda: self.engine.answer(*rest),  # type: ignore[arg-type]  # task, good
            "tile": lambda: self.engine.step(int(str(rest[0]))),
        }
        commands[name]()
        self._check_list(name, before, steps, top is not self._top())
        self.check()

    def save(self, ids: list[int]) -> None:
        for job_id in ids:
            self.queue.save(job_id, Path(f"/out/{job_id}"), overwrite=False)

    def show(self, ids: list[int]) -> None:
        for job_id in ids:
            self.queue.show(job_id)

    def _top(self) -> object:
        history = self.queue.edits.history
        return history.command(history.index() - 1) if history.index() else None

    def _check_list(self, name: str, before: list[int], steps: int, stepped: bool) -> None:
        after, index = self.queue.order(), self.queue.edits.history.index()
        if name == "add":
            self.added += 1
            assert after[: len(before)] == before
            assert len(after) == len(before) + 1
            self.all.update(after)
            # The new one is at the end of every list that can come.
            new = after[-1]
            self.lists = [([*one, new], [*two, new]) for one, two in self.lists]
        elif name == "undo" and index < steps:
            assert after == self.lists[index][0]
        elif name == "redo" and index > steps:
            assert after == self.lists[index - 1][1]
        elif stepped and name not in {"undo", "redo"}:
            self.lists = [*self.lists[:steps], (before, after)][-LIMIT:]
        else:
            assert after == before

    def check(self) -> None:
        queue, engine = self.queue, self.engine
        jobs = queue.jobs()
        assert [found.id for found in jobs] == queue.order()
        assert len(set(queue.order())) == len(jobs)
        held = queue.edits.history.held()
        known = set(queue.order()) | queue._store.shelved()
        assert known | set(engine.forgotten) == self.all
        assert not known & set(engine.forgotten)
        assert len(engine.forgotten) == len(set(engine.forgotten))
        assert held <= known
        running = [found.id for found in jobs if found.state is JobState.RUNNING]
        work = engine.work(Task.ENLARGE)
        assert len(running) <= 1
        assert not running or (work is not None and work.job_id == running[0])
        for state in JobState:
            listed = sum(found.state is state for found in jobs)
            assert queue._store.counts[state] == listed
        for found in jobs:
            assert not found.active or found.run is not None
            assert found.state is not JobState.DONE or found.result is not None
            assert found.saving == queue._saves.of(found.id)
            assert not found.stopping or found.state is JobState.RUNNING
            assert found.result is None or found.result.folder not in engine.results
        assert not queue.edits.history.held_results() & set(engine.results)
        if queue.working and not queue.paused:
            assert engine.open_works, "something waits, and nothing is done"
        assert engine.paused <= queue.paused

    def finish(self) -> None:
        """Answer all there is: everything ends, and nothing waits for ever."""
        self.queue.resume()
        for _ in range(500):
            if not self.engine.open_works:
                break
            self.engine.hear_cancel()
            self.engine.answer(self.engine.open_works[0].task) if self.engine.open_works else None
        self.check()
        assert not self.queue.working
        assert not self.queue.saving
        assert not self.queue._crashes.careful


@settings(max_examples=200)
@given(st.lists(STEPS, min_size=20, max_size=60))
def test_whatever_comes_the_list_stays_right(steps: list[tuple[object, ...]]) -> None:
    world = World()
    for number in range(3):
        world.do("add", number)
    for name, *rest in steps:
        world.do(str(name), *rest)
    world.finish()
    history = world.queue.edits.history
    ends = world.queue.order()
    while history.canUndo():
        world.do("undo")
    while history.canRedo():
        world.do("redo")
    if history.index():
        assert world.queue.order() == world.lists[-1][1]
    else:
        assert world.queue.order() == ends


def test_what_others_asked_of_the_engine_is_passed_over(queue: JobQueue, engine: Engine) -> None:
    """A view may open a file too, and a preview fail: none of it is the queue's."""
    ids = queue.add([Path("/in/a.png")])
    told: list[None] = []
    queue.updated.connect(lambda: told.append(None))
    image = DisplayImage(Path("/elsewhere/x"), 30, 20, has_alpha=False)
    queue.on_event(opened_by_another(image))
    queue.on_event(Failed(ids[0], Task.RENDER, "It failed", "why", "what to do"))
    queue.on_event(Progress(ids[0], Task.ENLARGE, 1, 2))
    queue.on_event(Cancelled(ids[0], Task.ENLARGE))
    assert told == []
    assert states(queue) == [JobState.OPENING]
    engine.answer(Task.OPEN)
    assert states(queue) == [JobState.READY]


def opened_by_another(image: DisplayImage) -> Opened:
    return Opened(-1, 30, 20, 3, (), image, full=True)
