"""Uncaught errors end in the log and in one dialog, from whatever thread they come."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.faults import FaultSink


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
    try:
        fail()
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    assert "nobody caught this" in caplog.text
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

    monkeypatch.setattr(QMessageBox, "exec", again)
    sys.excepthook(RuntimeError, RuntimeError("the first"), None)
    assert len(shown) == 1
    assert "the second" in caplog.text
