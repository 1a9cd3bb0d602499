"""One clear next step: which button has the accent, what it does, and one display of progress."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QTreeWidget
from pytestqt.qtbot import QtBot

from app.options.foot import STEPS
from app.queue.job import JobState
from app.settings.order import Order, Where
from app.window.window import MainWindow
from fdiwn.api.options import UpscaleOptions
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, choose_scale, drop, wait_for_states, wait_until
from tests.gui.test_clicks import opened, press, select, shown

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
ORDER = Order(UpscaleOptions(2))


def following(window: MainWindow) -> list[str]:
    """The buttons with the accent."""
    panel = window.options
    steps = (panel.primary, panel.all, panel.save, panel.stop)
    return [step.text() for step in steps if step.objectName() == "primary"]


def test_the_accent_goes_from_upscale_to_save(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = window.options
    assert following(window) == []
    opened(window, qtbot, tmp_path, "a.png", "slow.png")
    assert following(window) == ["Upscale"]
    QTest.mouseClick(panel.primary, LEFT)
    wait_for_states(qtbot, window, JobState.DONE, JobState.READY)
    assert following(window) == ["Save…"]
    window.queue.save(window.queue.order()[0], tmp_path / "out.png", overwrite=False)
    wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    assert following(window) == ["Upscale All (1)"]
    choose_scale(window, 2)
    assert following(window) == ["Upscale"], "the result was made with other options"
    QTest.mouseClick(panel.all, LEFT)
    wait_until(qtbot, window, lambda jobs: jobs[1].done >= 1)
    assert following(window) == []
    assert not panel.primary.isEnabled()
    assert panel.stop.isVisible()
    window.queue.cancel_all()
    wait_for_states(qtbot, window, JobState.DONE, JobState.CANCELLED)


def test_upscale_acts_on_what_is_selected(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, tmp_path, *(f"{name}.png" for name in "abcd"))
    panel = window.options
    assert (panel.primary.text(), panel.all.text()) == ("Upscale", "Upscale All (4)")
    select(window, 1, 3)
    assert panel.primary.text() == "Upscale 2 pictures"
    QTest.mouseClick(panel.primary, LEFT)
    states = JobState
    wait_for_states(qtbot, window, states.READY, states.DONE, states.READY, states.DONE)
    assert not panel.primary.isEnabled()
    assert panel.all.text() == "Upscale All (2)"
    select(window, 0)
    window.actions_.upscale.trigger()
    wait_for_states(qtbot, window, states.DONE, states.DONE, states.READY, states.DONE)
    window.actions_.upscale_all.trigger()
    wait_for_states(qtbot, window, *[states.DONE] * 4)
    assert not panel.all.isVisible()


def test_what_cannot_work_is_named_and_skipped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Also by the start: the others run."""
    wide = fake_engine.draw(tmp_path / "wide.png", 5000, 2)
    drop(window, fake_engine.draw(tmp_path / "a.png"), wide, fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, *[JobState.READY] * 3)
    panel = window.options
    panel.file.format.setCurrentIndex(panel.file.format.findText("WebP"))
    assert panel.primary.isEnabled()
    assert panel.all.text() == "Upscale All (2)"
    assert panel.foot.refused.text().startswith("Skipped: wide.png. WebP ends at")
    QTest.keyClick(window.rail, Qt.Key.Key_A, CONTROL)
    assert panel.primary.text() == "Upscale 2 pictures"
    window.control.start(window.queue.order())
    assert "Skipped: wide.png." in window.notice.text.text()
    wait_for_states(qtbot, window, JobState.DONE, JobState.READY, JobState.DONE)


def test_progress_is_shown_once_for_all(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, tmp_path, "steady.png", "b.png")
    QTest.mouseClick(window.options.all, LEFT)
    line = window.options.progress_line
    qtbot.waitUntil(lambda: "left" in line.text(), timeout=PATIENCE)
    assert re.fullmatch(r"\d+\s%, .+ left\n0 of 2 pictures", line.text())
    bars = [bar for bar in window.findChildren(QProgressBar) if bar.isVisible()]
    assert bars == [window.options.progress]
    row = window.rail.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.endswith("Enlarging…")
    wait_for_states(qtbot, window, JobState.DONE, JobState.DONE)
    assert not line.isVisible()


def test_progress_moves_between_two_reports(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path, "slow.png")
    window.next_step._tick.setInterval(1)
    window.queue.expect(lambda job: 1.0)
    QTest.mouseClick(window.options.primary, LEFT)
    qtbot.waitUntil(lambda: window.queue.jobs()[0].total > 0, timeout=PATIENCE)
    total = window.queue.jobs()[0].total
    steps = {int(STEPS * done / total) for done in range(total + 1)}
    qtbot.waitUntil(lambda: window.options.progress.value() not in steps, timeout=PATIENCE)
    window.queue.cancel_all()
    wait_for_states(qtbot, window, JobState.CANCELLED)
    assert not window.next_step._tick.isActive()


def test_the_time_is_not_called_unknown_once_a_picture_was_done(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """However small it was, and also with options that were not used yet."""
    opened(window, qtbot, tmp_path, "a.png", "b.png")
    summary = window.options.foot.summary
    assert "unknown" in summary.text()
    QTest.mouseClick(window.options.primary, LEFT)
    wait_for_states(qtbot, window, JobState.DONE, JobState.READY)
    window.rail.choose(window.queue.order()[1])
    assert window.control._rough == {"auto/auto/auto/normal/fake": 800.0}
    assert window._settings.speeds == {}, "a small picture tells too little for the next start"
    for button in window.options.model_.quality.buttons():
        button.click()
        assert "nknown" not in summary.text()


# Selection


def test_all_is_selected_by_the_usual_key(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, tmp_path, "a.png", "b.png")
    assert window.queue_control.actions.select_all.shortcut().toString() == "Ctrl+A"
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_A, CONTROL)
    assert shown(window) == ["a.png csv", "b.png sv"]


def test_the_picture_in_view_is_one_of_the_selected(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path, "a.png", "b.png", "c.png")
    select(window, 0, 2, 2)
    assert shown(window) == ["a.png csv", "b.png", "c.png"]
    assert "a.png" in window.windowTitle()


def test_undo_and_redo_leave_one_row(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, tmp_path, "a.png", "b.png", "c.png", "d.png")
    select(window, 3)
    press(window, Qt.Key.Key_Delete)
    window.queue_control.actions.undo.trigger()
    select(window, 1, 0)
    window.queue_control.actions.redo.trigger()
    assert shown(window) == ["a.png csv", "b.png", "c.png"]
    select(window, 1, 2)
    press(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(window) == ["b.png sv", "c.png csv", "a.png"]
    window.queue_control.actions.undo.trigger()
    assert shown(window) == ["a.png", "b.png", "c.png csv"]


# Small things


def test_notices_leave_unless_something_is_to_be_done(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = window.notice
    notice.say("Imported.")
    notice.ask("Not saved. Choose another folder.")
    notice._leaves.setInterval(0)
    notice.say("Copied.")
    qtbot.waitUntil(lambda: "Copied" not in notice.text.text(), timeout=PATIENCE)
    assert notice.text.text() == "Not saved. Choose another folder."
    assert notice.isVisible()
    notice.dismiss()
    assert not notice.isVisible()
    monkeypatch.setattr(notice, "underMouse", lambda: True)
    notice.say("Read me.")
    notice.leave()
    assert notice.isVisible(), "somebody reads it"
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=PATIENCE)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_focused_button(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, key: Qt.Key
) -> None:
    opened(window, qtbot, tmp_path, "a.png")
    window.options.primary.setFocus()
    QTest.keyClick(window.options.primary, key)
    wait_for_states(qtbot, window, JobState.DONE)
    scale = window.options.scales.button(2)
    scale.setFocus()
    QTest.keyClick(scale, key)
    assert window.options.scale == 2


def test_keys_are_listed_by_command(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, tmp_path, "a.png", "b.png")
    window.actions_.remove.trigger()
    dialog = window.shell.open_shortcuts()
    table = dialog.findChild(QTreeWidget)
    assert isinstance(table, QTreeWidget)
    match = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    assert [row.text(0) for row in table.findItems("Undo", match)] == ["Undo"]
    dialog.close()


# Preferences


def test_the_first_open_starts_in_pictures(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*arguments: object) -> tuple[list[str], str]:
        asked.append(str(arguments[2]))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    window.actions_.open.trigger()
    window._settings.open_folder = str(tmp_path)
    window.actions_.open.trigger()
    window._settings.open_folder = str(tmp_path / "gone")
    window.actions_.open.trigger()
    place = QStandardPaths.StandardLocation.PicturesLocation
    pictures = QStandardPaths.writableLocation(place)
    assert asked == [pictures, str(tmp_path), pictures]


def test_preferences_say_what_happens_after_each_picture(
    make_window: Callable[..., MainWindow],
    models: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, out = make_window(), tmp_path / "out"
    out.mkdir()
    dialog = window.shell.open_preferences()
    offered = iter(["", str(out)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(offered))

    def choose(where: Where) -> None:
        dialog.after.setCurrentIndex(dialog.after.findData(where))
        dialog.after.activated.emit(dialog.after.currentIndex())

    choose(Where.FOLDER)  # and then no folder
    assert dialog.after.currentData() is Where.ASK
    choose(Where.FOLDER)
    assert dialog.folder.toolTip() == str(out)
    dialog.memory.setCurrentIndex(dialog.memory.findData(4))
    dialog.close()
    assert window.options.destination.where.currentData() is Where.FOLDER
    opened(window, qtbot, tmp_path, "a.png")
    QTest.mouseClick(window.options.primary, LEFT)
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    assert job.saved_to == out / "a_4x.png"
    window.close()
    second = make_window()
    again = second.shell.open_preferences()
    assert (again.after.currentData(), again.memory.currentData()) == (Where.FOLDER, 4)
    again.close()
