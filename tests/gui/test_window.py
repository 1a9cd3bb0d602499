"""The window's main paths, through its real widgets."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.diagnostics.model_setup import FetchDialog
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, choose_scale, drop, wait_for_states, wait_until

LEFT = Qt.MouseButton.LeftButton


def click(button: QAbstractButton) -> None:
    assert button.isEnabled()
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def test_empty_window_explains_itself(window: MainWindow) -> None:
    assert window.stack.currentWidget() is window.empty
    assert not window.options.primary.isEnabled()
    assert not window.rail.isVisible()


def test_dropped_picture_is_shown_at_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    (job,) = wait_until(qtbot, window, lambda jobs: bool(jobs and jobs[0].original))
    assert job.state is JobState.READY
    assert job.size == (40, 30)
    assert window.view.has_picture
    assert (window.view.viewport.width, window.view.viewport.height) == (160, 120)
    assert "a.png" in window.windowTitle()
    assert window.options.primary.text() == "Upscale"


def test_upscale_shows_the_comparison(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    (job,) = wait_for_states(qtbot, window, JobState.DONE)
    assert job.result is not None
    assert (job.result.width, job.result.height) == (160, 120)
    assert window.view.split.isVisible()
    assert "fake" in window.status.facts.text()
    assert not window.options.primary.isEnabled()
    assert window.options.save.isEnabled()


def test_folders_are_opened_and_the_rest_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    (folder / "deeper").mkdir(parents=True)
    (tmp_path / "nothing").mkdir()
    fake_engine.draw(folder / "b.png")
    fake_engine.draw(folder / "deeper" / "a.png")
    (folder / "notes.txt").touch()
    (tmp_path / "letter.docx").touch()
    drop(window, folder, tmp_path / "letter.docx", tmp_path / "nothing")
    jobs = wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    assert [job.source.name for job in jobs] == ["b.png", "a.png"]
    assert window.notice.isVisible()
    assert "letter.docx" in window.notice.text.text()
    assert "nothing" in window.notice.text.text()
    drop(window, tmp_path / "other.docx")
    qtbot.waitUntil(lambda: "other.docx" in window.notice.text.text(), timeout=PATIENCE)
    assert "letter.docx" in window.notice.text.text()
    window.notice.dismiss()
    assert not window.notice.isVisible()


def test_dropping_twice_lists_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    picture = fake_engine.draw(tmp_path / "a.png")
    drop(window, picture)
    drop(window, picture, fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)


def test_stop_ends_the_run_and_keeps_the_window_alive(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "slow.png"), fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    assert window.options.primary.text() == "Upscale"
    assert window.options.all.text() == "Upscale All (2)"
    click(window.options.all)
    assert not window.options.primary.isEnabled()
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 2)
    assert window.options.progress.isVisible()
    shown = window.options.progress_line.text()
    assert re.fullmatch(r"(\d+\s%(, .* left)?|Preparing…)\n0 of 2 pictures", shown), shown
    assert "%" not in window.rail.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    click(window.options.stop)
    assert not window.options.stop.isEnabled()
    jobs = wait_for_states(qtbot, window, JobState.CANCELLED, JobState.READY)
    assert jobs[0].done < fake_engine.SLOW_TILES
    assert window.options.all.text() == "Upscale All (2)"
    assert not window.options.progress.isVisible()


def test_pictures_can_be_opened_while_one_is_enlarged(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    drop(window, fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, JobState.RUNNING, JobState.READY)
    wait_until(qtbot, window, lambda jobs: jobs[1].original is not None)
    assert "b.png" in window.windowTitle()


def test_save_writes_the_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = []

    def choose(parent: QWidget, title: str, name: str, filters: str) -> tuple[str, str]:
        offered.append((name, filters))
        return str(tmp_path / "chosen"), filters.partition(";;")[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    source = fake_engine.draw(tmp_path / "a.png", 40, 30)
    drop(window, source)
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    wait_for_states(qtbot, window, JobState.DONE)
    click(window.options.save)
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    assert offered[0][0] == str(tmp_path / "a_4x.png")
    assert offered[0][1].startswith("PNG (*.png);;")
    assert job.saved_to == tmp_path / "chosen.png"
    read = fake_engine.FakeEngine().read
    expected = read(source).pixels.repeat(4, axis=0).repeat(4, axis=1)
    assert (read(tmp_path / "chosen.png").pixels == expected).all()


def test_save_all_numbers_names_that_are_taken(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a_4x.png").write_bytes(b"mine")
    drop(window, fake_engine.draw(tmp_path / "a.png"), fake_engine.draw(tmp_path / "one" / "a.png"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    click(window.options.all)
    wait_for_states(qtbot, window, JobState.DONE, JobState.DONE)
    window.commands.save_all(tmp_path / "out")
    jobs = wait_until(qtbot, window, lambda jobs: all(job.saved_to for job in jobs))
    names = [job.saved_to.name for job in jobs if job.saved_to]
    assert names == ["a_4x-2.png", "a_4x-3.png"]
    assert (tmp_path / "out" / "a_4x.png").read_bytes() == b"mine"


def test_a_picture_that_cannot_be_read_says_why(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "broken.png"), fake_engine.draw(tmp_path / "a.png"))
    jobs = wait_for_states(qtbot, window, JobState.FAILED, JobState.READY)
    assert jobs[0].problem is not None
    assert jobs[0].problem.sentence() == (
        "broken.png cannot be opened: it is damaged. Try another file."
    )
    # Upscale goes on with the others.
    click(window.options.all)
    wait_for_states(qtbot, window, JobState.FAILED, JobState.DONE)


@pytest.mark.skipif(os.name == "nt", reason="the fake engine kills itself with a POSIX signal")
def test_a_killed_engine_fails_one_job_with_a_reason_and_the_next_runs(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "crash.png"), fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    click(window.options.all)
    jobs = wait_for_states(qtbot, window, JobState.FAILED, JobState.DONE)
    assert jobs[0].problem is not None
    assert "memory" in jobs[0].problem.why
    assert "crash.png was not finished" in window.notice.text.text()


def test_a_missing_model_is_said_and_can_be_fetched(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.scales.button(3))
    assert window.options.missing.isVisible()
    assert not window.options.primary.isEnabled()
    assert window.view.viewport.width == 120
    info = next(model for model in MODELS if model.scale == 3)
    dialog = FetchDialog(info, window.setup, window)
    dialog.open()
    fake_engine.stand_in_models(models, 3)  # what a real engine would have downloaded
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE):
        click(dialog.download)
    assert not window.options.missing.isVisible()
    assert window.options.primary.isEnabled()


def test_a_failed_fetch_says_why_and_can_be_tried_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = next(model for model in MODELS if model.scale == 3)
    dialog = FetchDialog(info, window.setup, window)
    monkeypatch.setattr(dialog, "_info", type(info)(**{**vars(info), "name": "offline"}))
    dialog.open()
    with qtbot.waitSignal(window.setup.failed, timeout=PATIENCE):
        click(dialog.download)
    assert "no network" in dialog.message.text()
    assert dialog.download.isEnabled()
    dialog.close()


def test_closing_the_fetch_dialog_stops_the_download(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = next(model for model in MODELS if model.scale == 3)
    dialog = FetchDialog(info, window.setup, window)
    monkeypatch.setattr(dialog, "_info", type(info)(**{**vars(info), "name": "slow"}))
    dialog.open()
    with qtbot.waitSignal(window.setup.progress, timeout=PATIENCE):
        click(dialog.download)
    with qtbot.waitSignal(window.setup.cancelled, timeout=PATIENCE):
        dialog.reject()
    assert not window.setup.busy


def test_import_of_a_damaged_model_says_why(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "broken.pt"), "")
    )
    choose_scale(window, 3)
    with qtbot.waitSignal(window.setup.failed, timeout=PATIENCE):
        click(window.options.missing.bring)
    assert "broken.pt is not a model" in window.notice.text.text()


def test_another_network_is_chosen_from_its_file(
    window: MainWindow,
    models: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is chosen at once, or, where it is for another scale, together with that scale."""
    offered: list[str] = []

    def ask(*arguments: object) -> tuple[str, str]:
        offered.append(str(arguments[3]))
        return str(models / "other.safetensors"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    metadata = {"scale": "2", "variant": "another network (onnx)", "network": "onnx"}
    header = json.dumps({"__metadata__": metadata}).encode()
    content = len(header).to_bytes(8, "little") + header
    (models / "other.safetensors").write_bytes(content)  # as the engine will have put it there
    choose_scale(window, 4)
    with qtbot.waitSignal(window.setup.ready, timeout=PATIENCE):
        click(window.options.model_.from_file)
    assert "*.onnx" in offered[0]
    assert window.options.model.currentText() == "stand-in-x4"
    choose_scale(window, 2)
    assert window.options.model.currentText() == "other"
    assert "Another network (onnx)" in window.options.about_model.text()
    window.options.model.setCurrentIndex(window.options.model.findText("stand-in-x2"))
    with qtbot.waitSignal(window.setup.ready, timeout=PATIENCE):
        click(window.options.model_.from_file)
    order = window.options.order_to_run()
    assert order is not None
    assert order.upscale.model == "other"


def test_another_scale_enlarges_the_picture_in_view_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    wait_for_states(qtbot, window, JobState.DONE)
    assert not window.options.primary.isEnabled()
    click(window.options.scales.button(2))
    click(window.options.primary)
    (job,) = wait_until(
        qtbot, window, lambda jobs: bool(jobs[0].result and jobs[0].result.width == 80)
    )
    assert job.state is JobState.DONE
    assert window.view.viewport.width == 80


def test_removing_a_running_job_stops_it(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(window, fake_engine.draw(tmp_path / "slow.png"), fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    click(window.options.all)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    window.actions_.remove.trigger()
    wait_for_states(qtbot, window, JobState.DONE)
    window.actions_.remove.trigger()
    assert window.stack.currentWidget() is window.empty


def test_settings_are_remembered(make_window: Callable[..., MainWindow], models: Path) -> None:
    first = make_window()
    choose_scale(first, 2)
    first.resize(900, 640)
    first.close()
    second = make_window()
    assert second.options.scale == 2
    assert second.height() == 640


def test_everything_has_a_name_and_can_be_reached_by_key(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    wait_for_states(qtbot, window, JobState.DONE)
    segments = window.options.scales.buttons()
    assert any(segment.focusPolicy() & Qt.FocusPolicy.TabFocus for segment in segments)
    reachable = (QAbstractButton, QLineEdit, type(window.view), type(window.view.split))
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, reachable):
            continue
        name = widget.accessibleName() or getattr(widget, "text", str)()
        assert name, widget
        if widget in segments:
            continue  # Tab goes to one of them, arrow keys to the others
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, (widget, name)


def test_shortcuts_are_unique(window: MainWindow) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys)), sorted(keys)
    assert "Ctrl+O" in keys


def test_the_split_follows_mouse_and_keys(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    wait_for_states(qtbot, window, JobState.DONE)
    split, width = window.view.split, window.view.width()
    start = split.rect().center()
    QTest.mousePress(split, LEFT, pos=start)
    QTest.mouseMove(split, start + QPoint(width // 4, 0))
    QTest.mouseRelease(split, LEFT, pos=start)
    assert split.value() == pytest.approx(750, abs=5)
    split.setFocus()
    before = split.value()
    QTest.keyClick(split, Qt.Key.Key_Left)
    assert split.value() == before - 10
    QTest.keyClick(split, Qt.Key.Key_Home)
    assert split.value() == 0
