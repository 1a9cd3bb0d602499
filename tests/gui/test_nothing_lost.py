"""No result is lost by quitting, by the end of the session, by removing or by enlarging again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.queue.job import Job, JobState
from app.queue.session import session_file
from app.settings.order import Order
from app.window.window import MainWindow
from fdiwn.api.options import UpscaleOptions
from tests.gui import fake_engine
from tests.gui.conftest import (
    PATIENCE,
    answer,
    answers,
    choose_scale,
    drop,
    question,
    wait_for_states,
    wait_until,
)

ORDER = Order(UpscaleOptions(2))
Make = Callable[..., MainWindow]


def enlarged(window: MainWindow, qtbot: QtBot, folder: Path, *names: str) -> list[Job]:
    """Pictures of these names, opened and enlarged, and saved nowhere."""
    drop(window, *(fake_engine.draw(folder / name) for name in names))
    wait_for_states(qtbot, window, *[JobState.READY] * len(names))
    window.queue.start(window.queue.order(), ORDER)
    return wait_for_states(qtbot, window, *[JobState.DONE] * len(names))


def offered(window: MainWindow) -> str:
    bar = window.queue_control.restore_bar
    return bar.text.text() if bar.isVisible() else ""


def restored(window: MainWindow) -> None:
    QTest.mouseClick(window.queue_control.restore_bar.restore, Qt.MouseButton.LeftButton)


def saved_is_right(source: Path, target: Path, scale: int = 2) -> bool:
    read = fake_engine.FakeEngine().read
    expected = read(source).pixels.repeat(scale, axis=0).repeat(scale, axis=1)
    found = read(target).pixels
    return found.shape == expected.shape and bool((found == expected).all())


def save(window: MainWindow, qtbot: QtBot, job: Job, target: Path) -> None:
    window.queue.save(job.id, target, overwrite=False)
    wait_until(qtbot, window, lambda jobs: any(j.saved_to == target for j in jobs))


@pytest.fixture
def first(make_window: Make, models: Path) -> MainWindow:
    return make_window()


def folders(tmp_path: Path) -> list[str]:
    """What of results is on the disk."""
    return sorted(path.parent.name for path in (tmp_path / "scratch").rglob("enlarged.raw"))


def test_kept_for_next_time_it_is_offered_with_its_pixels(
    first: MainWindow, make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    enlarged(first, qtbot, tmp_path, "a.png", "b.png")
    assert not first.close()
    box = question(first)
    assert box.text() == "Enlarged, but not saved yet: 2 pictures."
    assert sorted(answers(box)) == ["Cancel", "Discard", "Keep for Next Time", "Save All…"]
    answer(first, "Cancel")
    assert first.isVisible()
    assert not first.close()
    answer(first, "Keep for Next Time")
    assert not first.isVisible()
    left = {path.name for path in (tmp_path / "scratch").glob("session-*/job-*/*")}
    assert left == {"run-1"}, "nothing but the results stays"

    second = make_window()
    assert "Enlarged, but not saved yet: 2 pictures." in offered(second)
    restored(second)
    jobs = wait_for_states(qtbot, second, JobState.DONE, JobState.DONE)
    assert all(job.unsaved for job in jobs)
    assert second.view.split.isVisible(), "the comparison is shown at once"
    for job in jobs:
        target = tmp_path / f"saved-{job.source.name}"
        save(second, qtbot, job, target)
        assert saved_is_right(job.source, target)
    assert second.close(), "nothing is left to ask"
    assert not offered(make_window())


def test_the_question_comes_while_something_runs_too(
    first: MainWindow, make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    """The results are kept; what was under way waits again."""
    enlarged(first, qtbot, tmp_path, "a.png")
    drop(first, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, first, JobState.DONE, JobState.READY)
    first.queue.start(first.queue.order()[1:], ORDER)
    wait_until(qtbot, first, lambda jobs: jobs[1].done >= 1)
    assert not first.close()
    text = question(first).text()
    assert "not saved yet: 1 picture." in text
    assert "still being enlarged" in text
    answer(first, "Keep for Next Time")
    second = make_window()
    restored(second)
    jobs = wait_for_states(qtbot, second, JobState.DONE, JobState.WAITING)
    assert second.queue.paused
    assert not second.close()
    text = question(second).text()
    assert "The list is paused" in text
    assert "still being enlarged" not in text
    answer(second, "Cancel")
    save(second, qtbot, jobs[0], tmp_path / "out.png")
    assert saved_is_right(jobs[0].source, tmp_path / "out.png")
    second.queue.cancel_all()


def test_with_nothing_finished_only_the_run_is_asked_about(
    first: MainWindow, make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(first, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, first, JobState.READY)
    first.queue.start(first.queue.order(), ORDER)
    wait_until(qtbot, first, lambda jobs: jobs[0].done >= 1)
    assert not first.close()
    assert sorted(answers(question(first))) == ["Cancel", "Quit"]
    answer(first, "Quit")
    assert not first.isVisible()
    second = make_window()
    restored(second)
    wait_for_states(qtbot, second, JobState.WAITING)
    second.queue.cancel_all()


def test_save_all_saves_and_then_closes(
    first: MainWindow,
    make_window: Make,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enlarged(first, qtbot, tmp_path, "a.png", "b.png", "c.png")
    chosen = [""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen[0])
    assert not first.close()
    answer(first, "Save All…")
    assert first.isVisible(), "no folder was chosen"
    chosen[0] = str(tmp_path / "out")
    (tmp_path / "out").mkdir()
    assert not first.close()
    with qtbot.waitSignal(first.ended, timeout=PATIENCE):
        answer(first, "Save All…")
    for name in "abc":
        assert saved_is_right(tmp_path / f"{name}.png", tmp_path / "out" / f"{name}_2x.png")
    assert folders(tmp_path) == []
    assert not offered(make_window())


def test_what_cannot_be_saved_keeps_the_window_open(
    first: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enlarged(first, qtbot, tmp_path, "a.png")
    gone = tmp_path / "gone"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(gone))
    assert not first.close()
    with qtbot.waitSignal(first.queue.failed, timeout=PATIENCE):
        answer(first, "Save All…")
    assert first.isVisible()
    assert "the folder is gone" in first.notice.text.text()
    assert first.queue.jobs()[0].unsaved


def test_discard_is_for_good(
    first: MainWindow, make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    """What was thrown away is not offered as if it had never been enlarged; what waits is."""
    enlarged(first, qtbot, tmp_path, "a.png")
    drop(first, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, first, JobState.DONE, JobState.READY)
    first.queue.start(first.queue.order()[1:], ORDER)
    assert not first.close()
    answer(first, "Discard")
    assert not first.isVisible()
    assert list((tmp_path / "scratch").iterdir()) == []
    second = make_window()
    restored(second)
    (job,) = wait_for_states(qtbot, second, JobState.WAITING)
    assert job.source.name == "slow.png"
    second.queue.cancel_all()


def test_a_window_that_closes_waits_for_all_that_is_being_saved(
    first: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Not only for the first of them; and who will not wait is asked."""
    jobs = enlarged(first, qtbot, tmp_path, "a.png", "b.png")
    targets = [tmp_path / "hangs.png", tmp_path / "other.png"]
    for job, target in zip(jobs, targets, strict=True):
        first.queue.save(job.id, target, overwrite=False)
    assert not first.close()
    assert not first.findChildren(QMessageBox)
    assert "closes when all is saved" in first.notice.text.text()
    assert not first.close()
    assert "not saved yet: 2 pictures." in question(first).text()
    answer(first, "Cancel")
    assert not first.close()
    with qtbot.waitSignal(first.ended, timeout=PATIENCE):
        (tmp_path / "hangs.png.go").touch()
    for job, target in zip(jobs, targets, strict=True):
        assert saved_is_right(job.source, target)


def test_a_list_that_cannot_be_written_down_keeps_the_window_open(
    first: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    enlarged(first, qtbot, tmp_path, "a.png")
    folder = session_file.default_folder()
    first.queue_control.keeper.secure()
    shutil.rmtree(folder)
    folder.touch()  # where a folder should be
    first.queue_control.keeper._file._written = ""
    assert not first.close()
    answer(first, "Keep for Next Time")
    assert first.isVisible()
    assert "could not be written down" in first.notice.text.text()
    folder.unlink()


@pytest.mark.parametrize("running", [False, True])
def test_the_end_of_the_session_keeps_all_and_asks_nothing(
    first: MainWindow, make_window: Make, qtbot: QtBot, tmp_path: Path, running: bool
) -> None:
    """Also what is finished between the system's request and our end."""
    drop(first, fake_engine.draw(tmp_path / "a.png"), fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, first, JobState.READY, JobState.READY)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.commitDataRequest.emit(None)
    first.queue.start(first.queue.order()[: 2 if running else 1], ORDER)
    wait_until(qtbot, first, lambda jobs: jobs[0].result is not None)
    if running:
        wait_until(qtbot, first, lambda jobs: jobs[1].done >= 1)
    assert first.close()
    second = make_window()
    assert "not saved yet: 1 picture." in offered(second)
    restored(second)
    jobs = wait_for_states(qtbot, second, JobState.DONE, *[JobState.WAITING] * running)
    save(second, qtbot, jobs[0], tmp_path / "out.png")
    assert saved_is_right(jobs[0].source, tmp_path / "out.png")
    second.queue.cancel_all()


def test_kept_again_and_again(
    first: MainWindow, make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    """A result outlives two sessions, beside one of the second; and goes when it is saved."""
    enlarged(first, qtbot, tmp_path, "a.png")
    first.close_unasked()
    second = make_window()
    restored(second)
    wait_for_states(qtbot, second, JobState.DONE)
    drop(second, fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, second, JobState.DONE, JobState.READY)
    second.queue.start(second.queue.order()[1:], ORDER)
    wait_for_states(qtbot, second, JobState.DONE, JobState.DONE)
    second.close_unasked()
    third = make_window()
    restored(third)
    jobs = wait_for_states(qtbot, third, JobState.DONE, JobState.DONE)
    for job in jobs:
        save(third, qtbot, job, tmp_path / f"out-{job.source.name}")
        assert saved_is_right(job.source, tmp_path / f"out-{job.source.name}")
    third.close_unasked()
    assert list((tmp_path / "scratch").iterdir()) == []


def test_discarding_what_is_offered_can_be_undone(
    first: MainWindow, make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    enlarged(first, qtbot, tmp_path, "a.png")
    first.close_unasked()
    second = make_window()
    QTest.mouseClick(second.queue_control.restore_bar.discard, Qt.MouseButton.LeftButton)
    assert second.queue.jobs() == []
    assert "Undo" in second.status.currentMessage()
    with qtbot.waitActive(second):
        second.activateWindow()
    QTest.keyClick(second, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (job,) = wait_for_states(qtbot, second, JobState.DONE)
    save(second, qtbot, job, tmp_path / "out.png")
    assert saved_is_right(job.source, tmp_path / "out.png")
    second.queue_control.actions.redo.trigger()
    second.close_unasked()
    assert list((tmp_path / "scratch").iterdir()) == [], "discarded for good with the window"
    assert not offered(make_window())


def test_a_removed_result_comes_back_whole_and_goes_with_its_undo(
    first: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    enlarged(first, qtbot, tmp_path, "a.png", "b.png")
    first.rail.choose(first.queue.order()[0])
    QTest.keyClick(first.rail, Qt.Key.Key_Delete)
    assert [job.source.name for job in first.queue.jobs()] == ["b.png"]
    QTest.keyClick(first.rail, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    job = first.queue.jobs()[0]
    assert first.view.split.isVisible()
    save(first, qtbot, job, tmp_path / "out.png")
    assert saved_is_right(job.source, tmp_path / "out.png")
    QTest.keyClick(first.rail, Qt.Key.Key_Delete)
    assert len(folders(tmp_path)) == 2
    first.queue.edits.history.clear()
    qtbot.waitUntil(lambda: len(folders(tmp_path)) == 1, timeout=PATIENCE)


def test_a_result_that_another_replaced_comes_back(
    first: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """By undo, and the newer one by redo; each until no step needs it."""
    enlarged(first, qtbot, tmp_path, "a.png")
    choose_scale(first, 4)
    QTest.mouseClick(first.options.primary, Qt.MouseButton.LeftButton)
    (job,) = wait_until(qtbot, first, lambda jobs: _scale(jobs[0]) == 4)
    assert first.queue_control.actions.undo.text() == "&Undo Enlarge 1 picture again"
    first.queue_control.actions.undo.trigger()
    assert _scale(first.queue.jobs()[0]) == 2
    assert first.view.viewport.width == 80
    save(first, qtbot, job, tmp_path / "two.png")
    assert saved_is_right(job.source, tmp_path / "two.png", 2)
    first.queue_control.actions.redo.trigger()
    (job,) = first.queue.jobs()
    assert (_scale(job), job.saved_to) == (4, None)
    save(first, qtbot, job, tmp_path / "four.png")
    assert saved_is_right(job.source, tmp_path / "four.png", 4)
    assert len(folders(tmp_path)) == 2
    first.queue.edits.history.clear()
    qtbot.waitUntil(lambda: folders(tmp_path) == ["run-2"], timeout=PATIENCE)


def test_undo_stops_what_would_replace_a_result(
    first: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(first, fake_engine.draw(tmp_path / "slow.png", 8, 8))
    wait_for_states(qtbot, first, JobState.READY)
    first.queue.start(first.queue.order(), ORDER)
    wait_for_states(qtbot, first, JobState.DONE)
    choose_scale(first, 4)
    QTest.mouseClick(first.options.primary, Qt.MouseButton.LeftButton)
    wait_until(qtbot, first, lambda jobs: jobs[0].done in range(1, 100))
    first.queue_control.actions.undo.trigger()
    (job,) = wait_for_states(qtbot, first, JobState.DONE)
    assert _scale(job) == 2
    save(first, qtbot, job, tmp_path / "out.png")
    assert saved_is_right(job.source, tmp_path / "out.png")


def _scale(job: Job) -> int:
    return job.result.options.scale if job.result is not None else 0


def test_nothing_is_asked_where_nothing_would_be_lost(
    first: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (job,) = enlarged(first, qtbot, tmp_path, "a.png")
    save(first, qtbot, job, tmp_path / "out.png")
    assert first.close()


def test_the_buttons_are_real(first: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Enter saves, Esc stays."""
    enlarged(first, qtbot, tmp_path, "a.png")
    assert not first.close()
    box = question(first)
    assert box.defaultButton() is answers(box)["Save All…"]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert first.isVisible()
    assert first.queue.jobs()[0].unsaved
