"""No click has two meanings in one place, and no key takes away more than is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QPoint,
    QRect,
    Qt,
    QUrl,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.batch.control import Phase
from app.batch.dialog import BatchDialog
from app.queue.job import JobState
from app.settings.order import Order
from app.window.window import MainWindow
from fdiwn.api.options import UpscaleOptions
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, answer, drop, wait_for_states, wait_until

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ORDER = Order(UpscaleOptions(2))


def double_click(window: QWidget, button: QAbstractButton) -> None:
    """Both clicks at the place where the button is at first, on whatever is there then."""
    assert button.isEnabled()
    place = button.mapTo(window, button.rect().center())
    for click in (QTest.mouseClick, QTest.mouseDClick):
        QApplication.processEvents()  # so that what moves has moved
        target = window.childAt(place) or window
        click(target, LEFT, NONE, target.mapFrom(window, place))


def opened(window: MainWindow, qtbot: QtBot, folder: Path, *names: str) -> list[int]:
    drop(window, *(fake_engine.draw(folder / name) for name in names))
    return [job.id for job in wait_for_states(qtbot, window, *[JobState.READY] * len(names))]


def shown(window: MainWindow) -> list[str]:
    """The list, with a mark at rows that are current, selected, in view."""
    rail, model = window.rail, window.rail.model()
    names = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        marks = "c" * (index == rail.currentIndex())
        marks += "s" * rail.selectionModel().isSelected(index)
        if marks:
            marks += "v" * rail.viewport().rect().contains(rail.visualRect(index))
        names.append(f"{index.data()} {marks}".strip())
    return names


def select(window: MainWindow, *rows: int) -> None:
    rail = window.rail
    for number, row in enumerate(rows):
        place = rail.visualRect(rail.model().index(row, 0)).center()
        QTest.mouseClick(rail.viewport(), LEFT, CONTROL if number else NONE, place)


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.rail, key, keys)


# Upscale and Stop


def test_a_double_click_on_upscale_only_starts(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path, "slow.png", "b.png")
    starts = {b: b.mapTo(window, QPoint()) for b in (window.options.primary, window.options.all)}
    double_click(window, window.options.all)
    jobs = wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    assert [job.state for job in jobs] == [JobState.RUNNING, JobState.WAITING]
    assert not jobs[0].stopping
    assert {button: button.mapTo(window, QPoint()) for button in starts} == starts
    double_click(window, window.options.stop)
    wait_for_states(qtbot, window, JobState.CANCELLED, JobState.READY)
    assert window.options.stop.isHidden()


def test_esc_stops_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, tmp_path, "slow.png", "b.png")
    window.queue.start(window.queue.order(), ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    for widget in (window, window.rail, window.view, window.options.stop, window.options.save):
        QTest.keyClick(widget, Qt.Key.Key_Escape)
    done = window.queue.jobs()[0].done
    jobs = wait_until(qtbot, window, lambda jobs: jobs[0].done > done)
    assert [job.state for job in jobs] == [JobState.RUNNING, JobState.WAITING]
    assert not jobs[0].stopping
    escape = {key.toString() for action in window.actions() for key in action.shortcuts()}
    assert "Esc" not in escape
    QTest.keyClick(window.rail, Qt.Key.Key_Period, CONTROL)
    wait_for_states(qtbot, window, JobState.CANCELLED, JobState.READY)


def ask_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.queue.control.LONG", 0.0)


@pytest.mark.parametrize("way", ["stop", "stop selected", "remove"])
def test_long_work_is_not_stopped_without_a_question(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    ask_at_once(monkeypatch)
    opened(window, qtbot, tmp_path, "slow.png", "b.png")
    window.queue.start(window.queue.order(), ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    select(window, 0)
    actions = {
        "stop": window.actions_.stop_all,
        "stop selected": window.queue_control.actions.stop,
        "remove": window.actions_.remove,
    }
    actions[way].trigger()
    asked = answer(window, "Go On")
    assert asked.startswith("slow.png has been worked on for")
    job = window.queue.jobs()[0]
    assert (job.state, job.stopping) == (JobState.RUNNING, False)
    actions[way].trigger()
    answer(window, "Stop")
    if way == "stop":
        wait_for_states(qtbot, window, JobState.CANCELLED, JobState.READY)
    elif way == "stop selected":
        wait_for_states(qtbot, window, JobState.CANCELLED, JobState.DONE)
    else:
        wait_for_states(qtbot, window, JobState.DONE)


# The batch


def test_double_clicks_in_the_batch_only_start(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "photos").mkdir()
    fake_engine.draw(tmp_path / "photos" / "slow.png")
    dialog = window.batches.open()
    dialog.form.add_sources([tmp_path / "photos"])
    dialog.form.output.show_folder(str(tmp_path / "out"))
    places = {b: b.mapTo(dialog, QPoint()) for b in (dialog.buttons.plan, dialog.buttons.run)}
    with qtbot.waitSignal(
        dialog._control.phase_changed,
        check_params_cb=lambda: _is(dialog, Phase.PLANNED),
        timeout=PATIENCE,
    ):
        double_click(dialog, dialog.buttons.plan)
    double_click(dialog, dialog.buttons.run)
    with qtbot.waitSignal(dialog._control.told, timeout=PATIENCE):
        pass
    assert dialog._control.phase is Phase.RUNNING
    assert not dialog._control.stopping
    assert {button: button.mapTo(dialog, QPoint()) for button in places} == places
    for button in (dialog.buttons.pause, dialog.buttons.cancel):
        assert button.isVisible()
        assert all(not _area(dialog, button).intersects(_area(dialog, each)) for each in places)
    double_click(dialog, dialog.buttons.cancel)
    if not _is(dialog, Phase.ENDED):
        with qtbot.waitSignal(
            dialog._control.phase_changed,
            check_params_cb=lambda: _is(dialog, Phase.ENDED),
            timeout=PATIENCE,
        ):
            pass


def _is(dialog: BatchDialog, phase: Phase) -> bool:
    return dialog._control.phase is phase


def _area(dialog: QWidget, button: QWidget) -> QRect:
    return button.rect().translated(button.mapTo(dialog, QPoint()))


# The list


def paste(window: MainWindow, *paths: Path) -> None:
    """By the keys, which are still held when the picture comes in."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(data)
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Control, CONTROL)
    QTest.keyPress(handle, Qt.Key.Key_V, CONTROL)
    assert QGuiApplication.keyboardModifiers() == CONTROL


def let_go(window: MainWindow) -> None:
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_V, CONTROL)
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Control)


def test_delete_after_paste_takes_the_pasted_row_only(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path, "a.png", "b.png")
    select(window, 0)
    paste(window, fake_engine.draw(tmp_path / "c.png"))
    wait_for_states(qtbot, window, *[JobState.READY] * 3)
    assert shown(window) == ["a.png", "b.png", "c.png csv"]
    let_go(window)
    press(window, Qt.Key.Key_Delete)
    assert shown(window) == ["a.png", "b.png csv"]
    press(window, Qt.Key.Key_Delete)
    assert shown(window) == ["a.png csv"]


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([0], ["b.png csv", "c.png", "d.png", "e.png"]),
        ([2], ["a.png", "b.png", "d.png csv", "e.png"]),
        ([4], ["a.png", "b.png", "c.png", "d.png csv"]),
        ([0, 2], ["b.png", "d.png csv", "e.png"]),
        ([3, 0, 1], ["c.png csv", "e.png"]),
        ([0, 1, 2, 3, 4], []),
    ],
)
def test_one_row_is_current_selected_and_in_view_whatever_was_done(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, rows: list[int], left: list[str]
) -> None:
    opened(window, qtbot, tmp_path, *(f"{name}.png" for name in "abcde"))
    select(window, *rows)
    press(window, Qt.Key.Key_Delete)
    assert shown(window) == left
    window.queue_control.actions.undo.trigger()
    first = min(rows)
    expected = [f"{name}.png" for name in "abcde"]
    expected[first] += " csv"
    assert shown(window) == expected
    wait_until(qtbot, window, lambda jobs: jobs[first].original is not None)
    assert window.view.has_picture
    assert expected[first].split()[0] in window.windowTitle()
    window.queue_control.actions.redo.trigger()
    marks = [row for row in shown(window) if " " in row]
    assert [mark.split()[1] for mark in marks] == ["csv"] * bool(left)


def test_in_a_long_list_what_comes_back_is_in_view(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [fake_engine.draw(tmp_path / f"{number:02}.png") for number in range(40)]
    drop(window, *paths)
    wait_until(qtbot, window, lambda jobs: len(jobs) == 40)
    select(window, 1)
    press(window, Qt.Key.Key_Delete)
    window.rail.scrollToBottom()
    window.queue_control.actions.undo.trigger()
    assert shown(window)[1] == "01.png csv"
    paste(window, fake_engine.draw(tmp_path / "new.png"))
    wait_until(qtbot, window, lambda jobs: len(jobs) == 41)
    let_go(window)
    assert shown(window)[-1] == "new.png csv"
    assert sum(" " in row for row in shown(window)) == 1


def test_what_is_not_seen_to_be_selected_is_not_removed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """A click with Ctrl on the only selected row, or beside the rows, leaves it selected."""
    opened(window, qtbot, tmp_path, "a.png", "b.png")
    select(window, 1, 1)
    assert shown(window) == ["a.png", "b.png csv"]
    rail = window.rail
    QTest.mouseClick(rail.viewport(), LEFT, NONE, QPoint(20, rail.viewport().height() - 5))
    assert shown(window) == ["a.png", "b.png csv"]
    rail.selectionModel().select(
        rail.model().index(1, 0), QItemSelectionModel.SelectionFlag.Deselect
    )
    assert shown(window) == ["a.png", "b.png csv"]


def test_a_restored_list_has_one_row_in_view(
    make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    first = make_window()
    ids = opened(first, qtbot, tmp_path, *(f"{number:02}.png" for number in range(20)))
    first.queue.start(ids, ORDER)
    first.queue.pause()
    first.rail.choose(ids[15])
    first.close_unasked()
    second = make_window()
    opened(second, qtbot, tmp_path, "x.png")
    QTest.mouseClick(second.queue_control.restore_bar.restore, LEFT)
    QApplication.processEvents()
    assert [row for row in shown(second) if " " in row] == ["15.png csv"]
