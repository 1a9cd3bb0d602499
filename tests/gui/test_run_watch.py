"""What the desktop learns of a run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.desktop.long_run import DesktopRun, RunWatch, is_unattended
from app.queue.job import JobState
from app.queue.jobs import JobQueue
from app.settings.settings import Settings
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import drop, wait_for_states, wait_until


class Desk:
    """The desktop, as far as it listens."""

    def __init__(self, queue: JobQueue) -> None:
        self.shown: list[tuple[float | None, int]] = []
        self.held: list[str] = []
        self.told: list[tuple[str, str]] = []
        self.unattended = True
        self.time = 100.0
        self.watch = RunWatch(
            queue,
            DesktopRun(
                self,
                self,
                lambda *words: self.told.append(words),
                lambda: self.unattended,
                lambda: self.time,
            ),
        )

    def show(self, fraction: float | None, left: int) -> None:
        self.shown.append((fraction, left))

    def hold(self, reason: str) -> None:
        self.held = [reason]

    def release(self) -> None:
        self.held.clear()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window.queue)


def test_a_long_run_is_shown_kept_awake_and_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    drop(window, *(fake_engine.draw(tmp_path / f"{name}.png") for name in "ab"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    assert desk.held == []
    window.options.all.click()
    assert desk.held == ["Enlarging pictures"]
    desk.time += 11
    wait_for_states(qtbot, window, JobState.DONE, JobState.DONE)
    qtbot.waitUntil(lambda: desk.shown[-1] == (None, 0))
    assert desk.held == []
    fractions = [fraction for fraction, _ in desk.shown if fraction is not None]
    assert fractions == sorted(fractions)
    # Four tiles in each of two pictures; it may be ahead of the reports by the tile under way.
    assert len(set(fractions)) >= 4
    assert any(0 < fraction <= 0.5 for fraction in fractions)
    assert any(0.5 < fraction <= 1 for fraction in fractions)
    assert desk.told == [("FDIWN Upscaler", "Enlarged: 2 pictures.")]


@pytest.mark.parametrize(("seconds", "unattended"), [(3, True), (60, False)])
def test_a_short_or_watched_run_ends_in_silence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, desk: Desk, seconds: int, unattended: bool
) -> None:
    desk.unattended = unattended
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    window.options.primary.click()
    desk.time += seconds
    wait_for_states(qtbot, window, JobState.DONE)
    qtbot.waitUntil(lambda: desk.held == [])
    assert desk.told == []


@pytest.mark.skipif(os.name == "nt", reason="the fake engine kills itself with a POSIX signal")
def test_failures_are_told_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    drop(window, *(fake_engine.draw(tmp_path / f"{name}.png") for name in ("crash", "b")))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    window.options.all.click()
    desk.time += 11
    wait_for_states(qtbot, window, JobState.FAILED, JobState.DONE)
    qtbot.waitUntil(lambda: bool(desk.told))
    assert desk.told[0][1] == "Enlarged: 1 picture. Failed: 1 picture."


def test_removing_the_running_picture_ends_the_run(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    drop(window, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, window, JobState.READY)
    window.options.primary.click()
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    window.actions_.remove.trigger()
    assert desk.held == []


def test_while_the_list_is_held_the_computer_may_sleep(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    drop(window, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, window, JobState.READY)
    window.options.primary.click()
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    window.queue.pause()
    paused = list(desk.held)
    window.queue.resume()
    assert (paused, desk.held) == ([], ["Enlarging pictures"])
    window.queue.cancel_all()


def test_the_window_holds_the_computer_awake_only_while_it_works(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, window, JobState.READY)
    held = [window.shell.sleep.held]
    window.options.primary.click()
    held.append(window.shell.sleep.held)
    window.close_unasked()
    held.append(window.shell.sleep.held)
    assert held == [False, True, False]


def test_the_user_looks_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    settings, found = Settings(), []
    for state in (Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive):
        monkeypatch.setattr(QGuiApplication, "applicationState", lambda state=state: state)
        for wanted in (True, False):
            settings.notify = wanted
            found.append(is_unattended(settings))
    assert found == [True, False, False, False]
