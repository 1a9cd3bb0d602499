"""Rows with an order of their own, in the window; and what goes on while the list is held."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.compare.choice import Against
from app.queue.job import JobState
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states, wait_until


def test_the_panel_shows_and_edits_the_order_of_a_row(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"), fake_engine.draw(tmp_path / "b.png"))
    first, second = wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    panel, queue = window.options, window.queue
    window.rail.choose(first.id)
    window.queue_control.actions.own.trigger()
    assert panel.rows.isVisible()
    assert "a.png" in panel.rows_text.text()
    panel.size_.scales.button(2).click()
    own = queue.jobs()[0].own_order
    assert own is not None
    assert own.upscale.scale == 2
    assert panel.general_order().upscale.scale == 4
    # Shown, and enlarged, each by what is wanted of it
    assert window.view.viewport.width == 80
    window.rail.choose(second.id)
    assert not panel.rows.isVisible()
    assert panel.scale == 4
    panel.all.click()
    done = wait_for_states(qtbot, window, JobState.DONE, JobState.DONE)
    sizes = [(job.result.width, job.result.height) for job in done if job.result]
    assert sizes == [(80, 60), (160, 120)]
    # One step back: all edits of this order were one
    queue.edits.history.undo()
    queue.edits.history.undo()
    assert queue.jobs()[0].own_order is None


def test_back_to_all_pictures_leaves_the_order_of_the_row(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    window.queue_control.actions.own.trigger()
    window.options.size_.scales.button(2).click()
    window.options.rows_back.click()
    assert not window.options.rows.isVisible()
    window.options.size_.scales.button(4).click()
    own = window.queue.jobs()[0].own_order
    assert own is not None
    assert own.upscale.scale == 2


def test_the_left_side_is_made_while_the_list_is_held(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"), fake_engine.draw(tmp_path / "slow.png"))
    first, second = wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    order = window.options.order()
    assert order is not None
    window.queue.start([first.id, second.id], order)
    wait_until(qtbot, window, lambda jobs: jobs[1].done >= 1)
    window.queue.pause()
    window.rail.choose(first.id)
    window.compare.actions.lefts[Against.LANCZOS].trigger()
    qtbot.waitUntil(lambda: window.view.labels[0] == "Lanczos", timeout=PATIENCE)
    job = window.queue.job(second.id)
    assert job is not None
    assert job.state is JobState.RUNNING
    window.queue.cancel_all()
    wait_until(qtbot, window, lambda jobs: jobs[1].state is JobState.CANCELLED)
