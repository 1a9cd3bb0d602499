"""A result made with other settings than the present ones: marked, previewed anew, made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.compare.choice import Against, Choice
from app.compare.display_pixels import DisplayPixels
from app.look.model_words import name_of
from app.queue.job import JobState
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states, wait_until
from tests.gui.test_preview import wait_for_preview


@pytest.fixture
def changed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A picture enlarged 4 times in view, and 2 times chosen since."""
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_until(qtbot, window, lambda jobs: bool(jobs and jobs[0].original))
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    assert not window.compare.badge.isVisible()
    assert window.view.labels == ("Bicubic", "FDIWN")
    window.options.scales.button(2).click()
    return window


def test_a_result_of_other_settings_says_so(changed: MainWindow) -> None:
    badge = changed.compare.badge
    (job,) = changed.queue.jobs()
    assert job.result is not None
    assert badge.text.text() == f"Made with {job.result.model}, settings have changed"
    assert badge.again.isVisible()
    assert badge.preview.isVisible()
    assert changed.view.labels == ("Bicubic", "FDIWN, earlier settings")
    assert changed.view.viewport.width == 160
    changed.options.scales.button(4).click()
    assert not badge.isVisible()
    assert changed.view.labels == ("Bicubic", "FDIWN")


def test_the_offer_covers_no_navigator(changed: MainWindow) -> None:
    badge, navigator = changed.compare.badge, changed.compare.navigator
    for size in (changed.minimumSize(), QSize(1024, 700), QSize(1366, 768)):
        changed.resize(size)
        changed.view.zoom_to(16.0)
        QApplication.processEvents()
        assert navigator.isVisible()
        assert not badge.geometry().intersects(navigator.geometry()), size
        assert changed.view.rect().contains(badge.geometry()), size


def test_the_models_that_ship_are_named_as_people_say_them() -> None:
    assert name_of("fdiwn-x4") == "FDIWN 4x (included)"


def test_upscale_again_makes_it_with_the_new_settings(changed: MainWindow, qtbot: QtBot) -> None:
    changed.compare.badge.again.click()
    (job,) = wait_until(
        qtbot, changed, lambda jobs: bool(jobs[0].result and jobs[0].result.width == 80)
    )
    assert job.state is JobState.DONE
    assert not changed.compare.badge.isVisible()
    assert changed.view.labels == ("Bicubic", "FDIWN")


def test_only_the_picture_in_view_is_upscaled_again(
    changed: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(changed, fake_engine.draw(tmp_path / "b.png", 40, 30))
    first, second = wait_for_states(qtbot, changed, JobState.DONE, JobState.READY)
    changed.rail.choose(first.id)
    changed.compare.badge.again.click()
    first, second = wait_until(
        qtbot, changed, lambda jobs: bool(jobs[0].result and jobs[0].result.width == 80)
    )
    assert second.state is JobState.READY


def test_a_preview_of_the_new_settings_comes_and_goes(changed: MainWindow, qtbot: QtBot) -> None:
    badge = changed.compare.badge
    badge.preview.click()
    wait_for_preview(qtbot, changed)
    assert changed.view.labels == ("Bicubic", "FDIWN preview")
    assert changed.view.viewport.width == 80
    assert not badge.text.isVisible()
    assert badge.again.isVisible()
    changed.compare.compare_with(Choice(Against.LANCZOS))
    assert changed.view.labels == ("Lanczos", "FDIWN preview")
    badge.result.click()
    qtbot.waitUntil(lambda: changed.view.labels[0] == "Lanczos", timeout=PATIENCE)
    assert changed.view.labels[1] == "FDIWN, earlier settings"
    assert isinstance(changed.view.right, DisplayPixels)
    badge.preview.click()
    assert changed.view.labels[1] == "FDIWN preview"
    # The settings of the result again: there is nothing else to preview.
    changed.options.scales.button(4).click()
    assert changed.view.labels[1] == "FDIWN"
    changed.options.scales.button(2).click()
    assert changed.view.labels[1] == "FDIWN, earlier settings"


def test_without_live_previews_none_is_offered(changed: MainWindow) -> None:
    changed.actions_.live_preview.trigger()
    badge = changed.compare.badge
    assert badge.isVisible()
    assert badge.again.isVisible()
    assert not badge.preview.isVisible()


def test_while_it_is_upscaled_again_the_badge_is_gone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "steady.png", 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    window.options.scales.button(2).click()
    window.compare.badge.again.click()
    wait_for_states(qtbot, window, JobState.RUNNING)
    assert not window.compare.badge.isVisible()
    window.queue.cancel_all()
    wait_for_states(qtbot, window, JobState.DONE)
