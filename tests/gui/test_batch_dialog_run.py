"""Running a batch from its dialog: to the end, held, stopped, again, after a crash, watching."""

from __future__ import annotations

import csv
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.batch import watch as batch_watch
from app.batch.batches import REPORT, BatchWatch
from app.batch.control import Phase
from app.batch.dialog import BatchDialog
from app.batch.table_model import STATE
from app.desktop.long_run import DesktopRun
from app.options.section import choose
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS_DIR_VARIABLE
from fdiwn.batch.records.events import State
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.server.engine import run
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, choose_scale, drop, wait_for_states, wait_until
from tests.gui.conftest import answer as answer_question
from tests.gui.test_batch_dialog import (
    click,
    column,
    drop_folders,
    edit_target,
    planned,
    row,
    wait_for,
)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def show(window: MainWindow, photos: Path, out: Path) -> Callable[..., BatchDialog]:
    """The dialog, for new pictures of these names."""

    def make(*names: str) -> BatchDialog:
        for name in names:
            fake_engine.draw(photos / name)
        dialog = window.batches.open()
        assert drop_folders(dialog, photos)
        dialog.form.output.edit.setText(str(out))
        return dialog

    return make


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The buttons that questions are answered with, one after the other, by their words."""
    answers: list[str] = []
    chosen: dict[QMessageBox, object] = {}

    def choose(box: QMessageBox) -> int:
        words = answers.pop(0)
        chosen[box] = next(b for b in box.buttons() if words in b.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: chosen[box])
    yield answers
    assert answers == []


def made(out: Path) -> list[str]:
    """The results that can be seen."""
    found = (path.relative_to(out) for path in out.rglob("*") if path.is_file())
    return sorted(p.as_posix() for p in found if not p.parts[0].startswith("."))


def under_way(qtbot: QtBot, dialog: BatchDialog, key: str) -> None:
    count = dialog._control.count
    qtbot.waitUntil(lambda: count.current.get(key, (0, 0))[0] > 1, timeout=PATIENCE)


def test_to_the_end_with_what_failed(
    show: Callable[..., BatchDialog],
    qtbot: QtBot,
    photos: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    (photos / "broken.png").write_bytes(b"nothing")
    dialog = show("a.png", "b.png", "c.png")
    planned(qtbot, dialog)
    edit_target(dialog, "b.png", "best.png")
    dialog.model.set_left_out([row(dialog, "c.png")], True)
    click(dialog.buttons.run)
    assert dialog._control.phase is Phase.RUNNING
    assert not dialog.form.sources.isEnabled()
    assert dialog.progress.bars.isVisible()
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a_4x.png", "best.png"]
    assert dialog.summary.text().startswith("2 done, 1 failed.")
    assert dialog.progress.failures.count() == 1
    assert "broken.png cannot be opened" in dialog.progress.failures.item(0).text()
    assert column(dialog, STATE) == ["Done", "Done", "Failed", "Skipped"]
    click(dialog.buttons.report)
    assert opened == [str(out / REPORT)]
    with (out / REPORT).open(encoding="utf-8-sig", newline="") as file:
        lines = {Path(line["source"]).name: line["state"] for line in csv.DictReader(file)}
    assert lines["broken.png"] == "failed"
    assert lines["a.png"] == "done"
    click(dialog.buttons.folder)
    assert opened[-1] == str(out)


def test_run_looks_through_the_folders_itself(
    show: Callable[..., BatchDialog], qtbot: QtBot, out: Path
) -> None:
    dialog = show("a.png", "b.png")
    click(dialog.buttons.run)
    assert dialog._control.phase is Phase.PLANNING
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a_4x.png", "b_4x.png"]
    assert column(dialog, STATE) == ["Done", "Done"]
    dialog.form.filter.exclude.setText("nothing*")
    click(dialog.buttons.run)
    wait_for(qtbot, dialog, Phase.PLANNED)  # and stays there, with nothing to do
    assert dialog.summary.text() == "Nothing to enlarge."
    assert dialog.rest.text() == "2 done before."
    assert not dialog.buttons.run.isEnabled()


def test_a_run_called_off_while_planning_does_not_begin_later(
    show: Callable[..., BatchDialog], qtbot: QtBot, out: Path
) -> None:
    dialog = show("a.png")
    click(dialog.buttons.run)
    click(dialog.buttons.cancel)
    planned(qtbot, dialog)
    assert dialog._control.phase is Phase.PLANNED
    assert made(out) == []


def test_files_are_replaced_only_after_a_question(
    show: Callable[..., BatchDialog], qtbot: QtBot, out: Path
) -> None:
    out.mkdir()
    (out / "a_4x.png").write_bytes(b"mine")
    dialog = show("a.png", "b.png")
    choose(dialog.form.conflict, "overwrite")
    click(dialog.buttons.run)
    wait_for(qtbot, dialog, Phase.PLANNED)
    assert "would be replaced" in answer_question(dialog, "Cancel")
    assert dialog._control.phase is Phase.PLANNED
    dialog.model.set_left_out([row(dialog, "a.png")], True)
    click(dialog.buttons.run)  # which replaces nothing
    wait_for(qtbot, dialog, Phase.ENDED)
    assert (out / "a_4x.png").read_bytes() == b"mine"
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    answer_question(dialog, "Replace and Run")
    wait_for(qtbot, dialog, Phase.ENDED)
    assert (out / "a_4x.png").read_bytes() != b"mine"


def test_retry_takes_only_what_failed(
    show: Callable[..., BatchDialog], qtbot: QtBot, photos: Path, out: Path
) -> None:
    broken = photos / "b.png"
    broken.write_bytes(b"nothing")
    dialog = show("a.png")
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert dialog._control.count.number(State.FAILED) == 1
    before = (out / "a_4x.png").stat().st_mtime_ns
    fake_engine.draw(broken)
    assert dialog.buttons.retry.text() == "Retry Failed"
    click(dialog.buttons.retry)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a_4x.png", "b_4x.png"]
    assert (out / "a_4x.png").stat().st_mtime_ns == before
    assert not dialog.progress.failures.isVisible()
    assert dialog.summary.text().startswith("2 done.")
    assert not dialog.buttons.retry.isEnabled()


def test_pause_finishes_a_picture_and_begins_none(
    show: Callable[..., BatchDialog], qtbot: QtBot, out: Path
) -> None:
    dialog = show("a_slow.png", "b.png")
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    under_way(qtbot, dialog, "a_slow.png")
    click(dialog.buttons.pause)
    control = dialog._control
    qtbot.waitUntil(lambda: control.count.waits is not None, timeout=PATIENCE)
    assert dialog.buttons.pause.text() == "Resume"
    qtbot.waitUntil(lambda: made(out) == ["a_slow_4x.png"], timeout=PATIENCE)
    qtbot.waitUntil(lambda: dialog.progress.note.text() == "Paused.", timeout=PATIENCE)
    assert control.phase is Phase.RUNNING
    click(dialog.buttons.pause)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a_slow_4x.png", "b_4x.png"]


def test_cancel_stops_within_a_tile_and_it_goes_on_later(
    show: Callable[..., BatchDialog], qtbot: QtBot, out: Path
) -> None:
    dialog = show("a.png", "b_slow.png", "c.png")
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    under_way(qtbot, dialog, "b_slow.png")
    click(dialog.buttons.cancel)
    assert not dialog.buttons.cancel.isEnabled()
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a_4x.png"]
    assert dialog.summary.text().startswith("Stopped: 1 done, 2 not reached")
    assert dialog.buttons.retry.text() == "Go On"
    click(dialog.buttons.retry)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a_4x.png", "b_slow_4x.png", "c_4x.png"]


def test_after_a_crash_it_offers_to_resume(
    window: MainWindow, show: Callable[..., BatchDialog], qtbot: QtBot, out: Path
) -> None:
    dialog = show("a.png", "b_slow.png", "c.png")
    dialog.form.name.edit.setText("{name}-large")
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    under_way(qtbot, dialog, "b_slow.png")
    pid = window._engine.worker._engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert "was not finished" in dialog.summary.text()
    qtbot.waitUntil(dialog.banner.isVisible, timeout=PATIENCE)
    assert "1 done, 2 left" in dialog.banner.text.text()
    assert not dialog.buttons.retry.isVisible()
    before = (out / "a-large.png").stat().st_mtime_ns
    dialog.close()
    dialog.form.name.edit.setText("{name}")  # as somebody may do before he comes back
    dialog.form.sources.show_folders([])
    assert window.batches.open() is dialog
    qtbot.waitUntil(dialog.banner.isVisible, timeout=PATIENCE)
    click(dialog.banner.resume)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a-large.png", "b_slow-large.png", "c-large.png"]
    assert (out / "a-large.png").stat().st_mtime_ns == before
    assert column(dialog, STATE) == ["Done before", "Done", "Done"]
    assert dialog.form.options_.box.currentText() == "As in the unfinished batch"


def test_the_list_waits_and_says_so(
    window: MainWindow, show: Callable[..., BatchDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    """Pictures are opened meanwhile."""
    dialog = show("a_slow.png")
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    under_way(qtbot, dialog, "a_slow.png")
    drop(window, fake_engine.draw(tmp_path / "listed.png"))
    wait_for_states(qtbot, window, JobState.READY)
    assert dialog._control.phase is Phase.RUNNING
    click(window.options.primary)
    qtbot.waitUntil(lambda: "waits for this batch" in dialog.wait.text(), timeout=PATIENCE)
    assert window.queue.jobs()[0].state is JobState.RUNNING
    click(dialog.buttons.cancel)
    wait_until(qtbot, window, lambda jobs: jobs[0].state is JobState.DONE)


def test_it_waits_for_the_list_and_can_be_called_off(
    window: MainWindow, show: Callable[..., BatchDialog], qtbot: QtBot, tmp_path: Path, out: Path
) -> None:
    dialog = show("a.png")
    planned(qtbot, dialog)
    drop(window, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    click(dialog.buttons.run)
    assert "Begins when" in dialog.wait.text()
    click(dialog.buttons.cancel)
    wait_for(qtbot, dialog, Phase.PLANNED)
    assert window.queue.jobs()[0].state is JobState.RUNNING
    assert made(out) == []
    window.queue.cancel_all()
    click(dialog.buttons.run)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["a_4x.png"]


def test_watching_takes_what_comes(
    show: Callable[..., BatchDialog],
    qtbot: QtBot,
    photos: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch_watch, "WATCH_SECONDS", 0.05)
    dialog = show("a.png")
    click(dialog.form.watch)
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    wait_for(qtbot, dialog, Phase.WATCHING)
    assert "Watching" in dialog.summary.text()
    fake_engine.draw(photos / "b.png")
    qtbot.waitUntil(lambda: made(out) == ["a_4x.png", "b_4x.png"], timeout=PATIENCE)
    wait_for(qtbot, dialog, Phase.WATCHING)
    assert column(dialog, STATE) == ["Done", "Done"]
    assert dialog.buttons.cancel.text() == "Stop Watching"
    click(dialog.buttons.cancel)
    assert dialog._control.phase is Phase.ENDED


def test_closing_asks_while_it_runs(
    window: MainWindow, show: Callable[..., BatchDialog], qtbot: QtBot, answer: list[str]
) -> None:
    dialog = show("a_slow.png")
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    under_way(qtbot, dialog, "a_slow.png")
    answer.append("Cancel")
    dialog.close()
    assert dialog.isVisible()
    answer.append("Background")
    dialog.close()
    assert not dialog.isVisible()
    assert dialog._control.phase is Phase.RUNNING
    answer.append("Cancel")
    window.close()
    assert window.isVisible()
    dialog = window.batches.open()
    assert dialog.progress.bars.isVisible()
    answer.append("Stop")
    dialog.close()
    wait_for(qtbot, dialog, Phase.ENDED)
    window.close()
    assert not window.isVisible()


def test_the_desktop_is_told(
    window: MainWindow, show: Callable[..., BatchDialog], qtbot: QtBot
) -> None:
    held: list[str] = []
    shown: list[tuple[float | None, int]] = []
    told: list[str] = []

    class Desk:
        def show(self, fraction: float | None, left: int) -> None:
            shown.append((fraction, left))

        def hold(self, reason: str) -> None:
            held.append(reason)

        def release(self) -> None:
            held.clear()

    times = iter([100.0, 111.0])
    desktop = DesktopRun(
        Desk(), Desk(), lambda _, text: told.append(text), lambda: True, lambda: next(times)
    )
    BatchWatch(window.batches.control, desktop, window)
    dialog = show("a.png", "b.png")
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    assert held
    wait_for(qtbot, dialog, Phase.ENDED)
    assert not held
    assert (0.0, 2) in shown
    assert shown[-1] == (None, 0)
    assert told == ["2 done."]


@pytest.fixture
def real_models(tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One for 2x that gives the bicubic enlargement."""
    from fdiwn.lab.training.initial import start_from_bicubic
    from fdiwn.models.weights import save_network
    from fdiwn.network.network import FDIWN
    from tests.engine.conftest import smallest

    network = FDIWN(smallest(2))
    start_from_bicubic(network)
    folder = tmp_path / "real models"
    folder.mkdir()
    save_network(network, folder / "bicubic-x2.safetensors", {})
    monkeypatch.setenv(MODELS_DIR_VARIABLE, str(folder))


def test_with_the_real_engine(
    make_window: Callable[..., MainWindow],
    real_models: None,
    qtbot: QtBot,
    photos: Path,
    out: Path,
) -> None:
    window = make_window(EngineProcess(run))
    for number in range(3):
        fake_engine.draw(photos / f"{number}.png", 24, 16)
    dialog = window.batches.open()
    assert drop_folders(dialog, photos)
    dialog.form.output.edit.setText(str(out))
    choose_scale(window, 2)
    planned(qtbot, dialog)
    click(dialog.buttons.run)
    wait_for(qtbot, dialog, Phase.ENDED)
    assert made(out) == ["0_2x.png", "1_2x.png", "2_2x.png"]
    read = fake_engine.FakeEngine().read
    assert read(out / "0_2x.png").pixels.shape == (32, 48, 3)
