"""A kept list: whole, damaged, of another window."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queue.job import JobState, Problem
from app.queue.session import session_file
from app.queue.session.session_file import KeptJob
from app.settings.json_file import write_file
from app.settings.order import Destination, Order, Run, Where
from app.window.window import MainWindow
from fdiwn.api.cropping import Crop
from fdiwn.api.display_image import DisplayImage
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.options import Reading, SaveOptions, UpscaleOptions
from fdiwn.api.sizing import Factor, Frame
from fdiwn.service.client.events import Finished
from fdiwn.service.client.scratch import SessionFolder
from tests.gui import fake_engine
from tests.gui.conftest import drop, wait_for_states

IMAGE = DisplayImage(Path("/s/session-x/job-1/run-1/enlarged.raw"), 60, 40, has_alpha=False)
FULL = KeptJob(
    Path("/in/caf\udce9 ü.png"),
    Path("/s/session-x/job-1"),
    JobState.DONE,
    (30, 20),
    Run(UpscaleOptions(2, size=Factor(Fraction(5, 2))), Reading("p3", deep=True)),
    Order(
        UpscaleOptions(3, size=Frame(100)),
        SaveOptions(format="jpeg", background=(1, 2, 3)),
        Destination(Where.FOLDER, Path("/out"), "{name}", overwrite=True),
    ),
    Finished(
        1, UpscaleOptions(2), 60, 40, "m", "cpu", "f32", 1.0, ("n",), 45.0, 3.0, IMAGE, IMAGE,
        "png", (30, 20), 8,
    ),
    Problem("what", "why", "todo"),
    bands=4,
    bits=8,
    crop=Crop(20, 10, 3, 4),
)  # fmt: skip


def keep(folder: Path, session: str, *jobs: KeptJob) -> Path:
    path = session_file.path_of(folder, session)
    write_file(path, session_file.whole(map(session_file.entry, jobs), {session}, 0))
    return path


def test_everything_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "queues"
    path = keep(folder, "session-x", FULL, KeptJob(Path("/b"), Path("/f"), JobState.OPENING))
    kept = session_file.read(path)
    assert kept is not None
    assert kept.jobs[0] == FULL
    assert kept.sessions == ("session-x",)
    assert [path.name for path in folder.iterdir()] == ["session-x.json"]


def test_another_versions_fields_are_no_harm() -> None:
    stored = to_plain(FULL)
    assert isinstance(stored, dict)
    stored["colour"] = "blue"
    del stored["problem"]
    assert from_plain(stored, KeptJob) == replace(FULL, problem=None)


def test_a_picture_survives_a_result_that_does_not_make_sense(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = keep(tmp_path, "session-x", FULL)
    stored = json.loads(path.read_text(encoding="utf-8"))
    del stored["jobs"][0]["result"]["width"]
    path.write_text(json.dumps(stored))
    kept = session_file.read(path)
    assert kept is not None
    assert kept.jobs == (KeptJob(FULL.source, FULL.folder, JobState.OPENING),)
    assert "cannot be read in full" in caplog.text


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", '{"version": 99}', '{"version": 3}', "\x00", "[" * 100_000]
)
def test_a_damaged_file_is_set_aside(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "queues").mkdir()
    (tmp_path / "queues" / "session-x.json").write_text(text)
    with caplog.at_level(logging.WARNING):
        assert session_file.found(tmp_path / "queues") == []
    assert "set aside" in caplog.text
    assert [path.name for path in (tmp_path / "queues").iterdir()] == ["session-x.json.damaged"]


def test_only_one_of_two_windows_gets_it(tmp_path: Path) -> None:
    keep(tmp_path, "session-x", FULL)
    (kept,) = session_file.found(tmp_path)
    assert session_file.claim(kept, "session-a") is not None
    assert session_file.claim(kept, "session-b") is None


def test_a_living_session_is_let_alone(tmp_path: Path) -> None:
    alive, next_one = SessionFolder(tmp_path), SessionFolder(tmp_path)
    assert not next_one.claim(alive.path.name)
    assert not next_one.claim("../elsewhere")
    assert next_one.claim("session-gone")
    alive.keep([alive.path / "job-1" / "run-1"])
    alive.close()
    assert next_one.claim(alive.path.name)
    third = SessionFolder(tmp_path)
    assert not third.claim(alive.path.name)
    third.close()
    next_one.close()
    assert alive.path.is_dir(), "claimed and not answered: it is offered again"
    last = SessionFolder(tmp_path, spare=[alive.path.name])
    assert last.claim(alive.path.name)
    last.take(alive.path.name)
    last.close()
    assert not alive.path.exists()


class TestWindow:
    def test_a_list_is_offered_again_after_a_quit(
        self,
        make_window: Callable[..., MainWindow],
        models: Path,
        qtbot: QtBot,
        tmp_path: Path,
    ) -> None:
        first = make_window()
        own = Order(UpscaleOptions(2))
        names = ("slow.png", "b.png", "only looked at.png")
        drop(first, *(fake_engine.draw(tmp_path / name) for name in names))
        jobs = wait_for_states(qtbot, first, *[JobState.READY] * 3)
        first.queue.set_order([jobs[1].id], own)
        first.queue.start([job.id for job in jobs[:2]], Order(UpscaleOptions(4)))
        first.queue.pause()
        first.queue.edits.move([jobs[1].id], 0)
        first.rail.choose(jobs[0].id)
        first.close_unasked()

        second = make_window()
        bar = second.queue_control.restore_bar
        assert bar.isVisible()
        assert second.queue.jobs() == []
        bar.restore.click()
        found = wait_for_states(qtbot, second, JobState.WAITING, JobState.WAITING)
        assert [job.source.name for job in found] == ["b.png", "slow.png"]
        assert found[0].own_order == own
        assert second.rail.current == found[1].id
        panel = second.options
        assert (panel.primary.text(), panel.primary.objectName()) == ("Resume", "primary")
        assert panel.primary.isEnabled()
        second.queue.remove(second.queue.order())
        second.close_unasked()

        third = make_window()
        assert not third.queue_control.restore_bar.isVisible()
        assert list(session_file.default_folder().iterdir()) == []

    def test_discarded_is_gone_and_ignored_is_not(
        self, make_window: Callable[..., MainWindow], models: Path, tmp_path: Path
    ) -> None:
        folder = session_file.default_folder()
        keep(folder, "session-x", KeptJob(tmp_path / "a.png", tmp_path, JobState.OPENING))
        make_window().close_unasked()
        window = make_window()
        bar = window.queue_control.restore_bar
        assert bar.text.text() == "Restore your last session (1 picture)?"
        bar.discard.click()
        assert not bar.isVisible()
        assert list(folder.iterdir()) == []

    def test_a_second_window_is_not_offered_what_is_open(
        self, make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
    ) -> None:
        first = make_window()
        drop(first, fake_engine.draw(tmp_path / "slow.png"))
        wait_for_states(qtbot, first, JobState.READY)
        first.queue.start(first.queue.order(), Order(UpscaleOptions(2)))
        first.queue_control.keeper.write()
        first.queue_control.keeper._finish()
        assert len(list(session_file.default_folder().iterdir())) == 1
        assert not make_window().queue_control.restore_bar.isVisible()

    def test_a_logout_keeps_results_and_asks_nothing(
        self, make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
    ) -> None:
        first = make_window()
        drop(first, fake_engine.draw(tmp_path / "a.png"))
        wait_for_states(qtbot, first, JobState.READY)
        first.queue.start(first.queue.order(), Order(UpscaleOptions(2)))
        wait_for_states(qtbot, first, JobState.DONE)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.commitDataRequest.emit(None)
        assert first.close()
        assert len(list((tmp_path / "scratch").iterdir())) == 1
        second = make_window()
        assert "not saved yet: 1 picture" in second.queue_control.restore_bar.text.text()
        second.queue_control.restore_bar.restore.click()
        (job,) = wait_for_states(qtbot, second, JobState.DONE)
        assert job.unsaved
        assert second.view.has_picture
