"""Uncaught errors end in the log and in one dialog, from whatever thread they come."""

from __future__ import annotations

import ast
import logging
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.compare.display_pixels import DisplayPixels
from app.compare.panes import Pane
from app.compare.view import CompareView
from app.diagnostics.faults import FaultSink
from app.options.control import OptionsControl
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.pixels.picture import Metadata
from fdiwn.service.server.display import write_display
from tests.conftest import ROOT
from tests.gui import fake_engine
from tests.gui.conftest import drop, wait_until


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    shown: list[QMessageBox] = []

    def show(box: QMessageBox) -> None:
        shown.append(box)

    monkeypatch.setattr(QMessageBox, "exec", show)
    return shown


@pytest.fixture
def sink(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FaultSink:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # both are put back afterwards
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = FaultSink(tmp_path / "x.log")
    made.install()
    return made


def fail() -> None:
    raise RuntimeError("nobody caught this")


def test_an_error_is_logged_and_shown(
    sink: FaultSink, dialogs: list[QMessageBox], caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):  # shown once, however often it comes again
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(RuntimeError, error, error.__traceback__)
        assert "nobody caught this" in caplog.text
        assert len(dialogs) < 2  # not in the middle of what failed
        QApplication.processEvents()
    assert caplog.records[-1].levelno == logging.CRITICAL
    assert len(dialogs) == 1
    assert "nobody caught this" in dialogs[0].detailedText()
    assert "x.log" in dialogs[0].informativeText()


def test_an_error_of_another_thread_is_shown_in_this_one(
    sink: FaultSink, dialogs: list[QMessageBox], qtbot: QtBot
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs) == 1)


def test_errors_while_the_dialog_is_up_are_only_logged(
    sink: FaultSink,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    shown: list[QMessageBox] = []

    def again(box: QMessageBox) -> None:
        shown.append(box)
        sys.excepthook(RuntimeError, RuntimeError("the second"), None)
        QApplication.processEvents()  # as a dialog does

    monkeypatch.setattr(QMessageBox, "exec", again)
    sys.excepthook(RuntimeError, RuntimeError("the first"), None)
    QApplication.processEvents()
    assert len(shown) == 1
    assert "the second" in caplog.text


def test_a_fault_in_the_pre_flight_leaves_the_rest_of_the_window_in_step(
    window: MainWindow,
    dialogs: list[QMessageBox],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fault(*arguments: object) -> list[int]:
        raise ValueError("a number of the wrong type")

    order = window.options.order()
    assert order is not None
    with monkeypatch.context() as broken, qtbot.captureExceptions() as caught:
        broken.setattr(OptionsControl, "fit", fault)
        drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
        wait_until(qtbot, window, lambda jobs: bool(jobs and jobs[0].original))
        assert "a.png" in window.windowTitle()
        assert window.view.has_picture
        assert window.actions_.remove.isEnabled()
        window.queue.start(window.queue.order(), order)
        (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].state is JobState.DONE)
        QApplication.processEvents()
        assert job.result is not None
        assert window.view.viewport.width == job.result.width
        assert window.actions_.save.isEnabled()
        assert window.options.save.isEnabled()
        assert window.options.progress.isHidden()
    assert {str(error) for _, error, _ in caught} == {"a number of the wrong type"}


@pytest.mark.qt_log_ignore("Painter ended with")
def test_an_error_while_painting_does_not_end_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    """Without its painter ended, Qt crashes when it shows what was painted."""
    noise = np.random.default_rng(1).integers(0, 256, (40, 60, 3), np.uint8)
    view = CompareView()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    with DisplayPixels(write_display(noise, Metadata(), tmp_path / "a")) as pixels:
        view.show_panes([Pane(pixels, "")], (60, 40), keep=False)
    with pytest.raises(ValueError, match="closed"):
        view.repaint()
    view.show_nothing("The next thing")
    view.repaint()


def test_every_painter_ends_with_its_block() -> None:
    """What the test above is about, of all widgets."""
    for path in (ROOT / "app").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        blocks = [n for n in ast.walk(tree) if isinstance(n, ast.With)]
        held = {id(item.context_expr) for block in blocks for item in block.items}
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "QPainter":
                assert id(call) in held, f"{path.name}:{call.lineno}"
