"""The list through its real widgets: rows, menus, dragging, keys, undo, pause."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.queue.job import JobState
from app.queue.jobs import JobQueue
from app.queue.list_model import JOB_ROLE, JobListModel, sizes, tool_tip
from app.queue.words import fidelity, state_words
from app.settings.order import Destination, Order, Where
from app.window.window import MainWindow
from fdiwn.api.options import UpscaleOptions
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, choose_scale, drop, wait_for_states, wait_until
from tests.gui.test_queue import Engine, filled

ORDER = Order(UpscaleOptions(2))
Role = Qt.ItemDataRole


def opened(window: MainWindow, qtbot: QtBot, *paths: Path) -> list[int]:
    drop(window, *paths)
    jobs = wait_for_states(qtbot, window, *[JobState.READY] * len(paths))
    return [job.id for job in jobs]


def names(window: MainWindow) -> list[str]:
    """As the list shows them."""
    model = window.rail.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def select(window: MainWindow, *rows: int) -> None:
    rail = window.rail
    for number, row in enumerate(rows):
        place = rail.visualRect(rail.model().index(row, 0)).center()
        keys = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, keys, place)


@pytest.fixture
def three(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> list[int]:
    paths = [fake_engine.draw(tmp_path / f"{name}.png") for name in "abc"]
    return opened(window, qtbot, *paths)


def test_several_rows_are_removed_and_come_back(window: MainWindow, three: list[int]) -> None:
    select(window, 0, 2)
    assert window.rail.selected == [three[0], three[2]]
    QTest.keyClick(window.rail, Qt.Key.Key_Delete)
    assert names(window) == ["b.png"]
    QTest.keyClick(window.rail, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(window) == ["a.png", "b.png", "c.png"]
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.rail, Qt.Key.Key_Z, keys)
    assert names(window) == ["b.png"]
    assert window.queue_control.actions.undo.text() == "&Undo Remove 2 pictures"


def test_an_undone_removal_shows_its_result_again(
    window: MainWindow, qtbot: QtBot, three: list[int]
) -> None:
    window.queue.start(three[:1], ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].result is not None)
    window.rail.choose(three[0])
    window.actions_.remove.trigger()
    assert names(window) == ["b.png", "c.png"]
    window.queue_control.actions.undo.trigger()
    window.rail.choose(three[0])
    assert window.view.split.isVisible()


def test_rows_are_moved_by_keys(window: MainWindow, three: list[int]) -> None:
    select(window, 2)
    QTest.keyClick(window.rail, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(window) == ["a.png", "c.png", "b.png"]
    assert window.rail.selected == [three[2]], "the selection moves along"
    QTest.keyClick(window.rail, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(window) == ["a.png", "b.png", "c.png"]


def test_rows_are_dragged(window: MainWindow, three: list[int]) -> None:
    rail, model = window.rail, window.rail.model()
    data = model.mimeData([model.index(0, 0), model.index(1, 0)])
    last = rail.visualRect(model.index(2, 0))
    place = QPointF(last.center().x(), last.bottom() - 2)
    drop_on(rail.viewport(), data, place)
    assert names(window) == ["c.png", "a.png", "b.png"]
    foreign = QMimeData()
    foreign.setData("application/x-fdiwn-rows", b"1 2 3")
    drop_on(rail.viewport(), foreign, place, taken=False)
    assert names(window) == ["c.png", "a.png", "b.png"]


def drop_on(widget: object, data: QMimeData, place: QPointF, taken: bool = True) -> None:
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(place.toPoint(), action, data, button, keys)
    QApplication.sendEvent(widget, enter)  # type: ignore[arg-type]  # a widget
    assert enter.isAccepted() == taken
    if taken:
        event = QDropEvent(place, action, data, button, keys)
        QApplication.sendEvent(widget, event)  # type: ignore[arg-type]  # a widget
        assert event.isAccepted()


def test_the_menu_of_a_row_has_it_all(
    window: MainWindow, qtbot: QtBot, three: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: shown.append(menu))
    select(window, 1)
    rail = window.rail
    rail.customContextMenuRequested.emit(rail.visualRect(rail.model().index(1, 0)).center())
    (menu,) = shown
    texts = {action.text().replace("&", ""): action for action in menu.actions()}
    for text in ("Upscale Selected", "Give Own Options", "Remove from List", "Move Up"):
        assert texts[text].isEnabled(), text
    for text in ("Stop Selected", "Try Again", "Clear Saved", "Use Shared Options", "Pause"):
        assert not texts[text].isEnabled(), text
    texts["Give Own Options"].trigger()
    job = window.queue.job(three[1])
    assert job is not None
    assert job.own_order is not None
    assert "options of its own" in tool_tip(job)
    choose_scale(window, 2)
    texts["Upscale Selected"].trigger()
    jobs = wait_for_states(qtbot, window, JobState.READY, JobState.DONE, JobState.READY)
    assert jobs[1].result is not None
    assert jobs[1].result.options.scale == 4


def test_pause_and_resume(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    slow, other = fake_engine.draw(tmp_path / "slow.png"), fake_engine.draw(tmp_path / "b.png")
    ids = opened(window, qtbot, slow, other)
    panel = window.options
    assert not panel.pause.isVisible()
    window.queue.start(ids, ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    assert panel.pause.isVisible()
    assert panel.progress_line.text().endswith("0 of 2 pictures")
    assert panel.pause.text() == "Pause"
    QTest.mouseClick(panel.pause, Qt.MouseButton.LeftButton)
    assert panel.progress_line.text().startswith("Paused at")
    assert not panel.pause.isVisible(), "a second click must not go on"
    assert (panel.primary.text(), panel.primary.objectName()) == ("Resume", "primary")
    QTest.mouseClick(panel.primary, Qt.MouseButton.LeftButton)
    assert not window.queue.paused
    assert panel.pause.isVisible()
    assert not panel.primary.isEnabled()
    window.queue.cancel_all()
    wait_for_states(qtbot, window, JobState.CANCELLED, JobState.READY)
    assert not panel.pause.isVisible()


def test_what_failed_is_tried_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    missing = tmp_path / "a.png"
    drop(window, missing)
    wait_for_states(qtbot, window, JobState.FAILED)
    retry = window.queue_control.actions.retry_all
    qtbot.waitUntil(retry.isEnabled, timeout=PATIENCE)
    fake_engine.draw(missing)
    retry.trigger()
    wait_for_states(qtbot, window, JobState.READY)
    assert not retry.isEnabled()


def test_a_row_says_what_became_of_it(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (first,) = opened(window, qtbot, fake_engine.draw(tmp_path / "a.png", 40, 30))
    beside = Order(UpscaleOptions(2), destination=Destination(Where.BESIDE))
    window.queue.start([first], beside)
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    assert sizes(job) == ["40 × 30", "80 × 60"]  # noqa: RUF001 - the sign for by
    assert state_words(job) == "Saved"
    assert fidelity(job) == "45.0\N{NO-BREAK SPACE}dB"
    assert str(tmp_path / "a_2x.png") in tool_tip(job)
    index = window.rail.model().index(0, 0)
    assert index.data(JOB_ROLE) == job
    spoken = index.data(Role.AccessibleTextRole)
    assert spoken.startswith("a.png, 40")
    assert "Saved" in spoken
    window.queue_control.actions.clear.trigger()
    assert window.queue.jobs() == []


def test_only_rows_in_sight_are_decoded_before_an_enlargement(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [fake_engine.draw(tmp_path / f"{number:03}.png") for number in range(200)]
    drop(window, *paths)
    wait_until(qtbot, window, lambda jobs: len(jobs) == 200)
    window.queue.start(window.queue.order(), ORDER)
    jobs = wait_until(qtbot, window, lambda jobs: jobs[0].result is not None)
    assert sum(job.thumbnail is not None for job in jobs) < 50
    window.queue.pause()
    window.rail.scrollToBottom()
    wait_until(qtbot, window, lambda jobs: jobs[-1].thumbnail is not None)
    window.queue.cancel_all()


def test_a_long_list_costs_a_row_what_a_row_costs(tmp_path: Path) -> None:
    """Finding a row does not walk the list."""
    queue = JobQueue(tmp_path)
    model = JobListModel(queue)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    ids = queue.add(Path(f"/in/{number}.png") for number in range(2000))
    assert inserted == [(0, 1999)]
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    queue.remove(ids[10:1990])
    assert removed == [(10, 1989)]
    queue.edits.history.undo()
    assert inserted[-1] == (10, 1989)
    assert [model.index_of(job_id).row() for job_id in ids] == list(range(2000))


def test_the_model_follows_any_order(tmp_path: Path) -> None:
    queue = JobQueue(tmp_path)
    engine, model = Engine(queue), JobListModel(queue)
    a, b, c, d = filled(queue, engine, *"abcd")
    held = [model.index_of(job_id) for job_id in (a, d)]
    queue.edits.move([d, b], 0)
    queue.remove([a])
    queue.edits.history.undo()
    shown = [model.ids(row, row)[0] for row in range(model.rowCount())]
    assert shown == queue.order() == [b, d, a, c]
    assert len(held) == 2


def test_menus_reach_every_action_of_the_list(window: MainWindow) -> None:
    reachable = {
        action
        for top in window.menuBar().actions()
        for action in top.menu().actions()  # type: ignore[attr-defined]  # a QMenu
        if isinstance(action, QAction)
    }
    titles = [top.text().replace("&", "") for top in window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Queue", "Models", "Help"]
    assert all(action in reachable for action in vars(window.queue_control.actions).values())
