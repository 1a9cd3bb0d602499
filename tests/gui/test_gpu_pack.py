"""The GPU pack in the dialog that checks this computer: offered, installed, tested, removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from app.diagnostics.device_dialog import CheckDialog
from app.diagnostics.gpu_pack.box import is_worth_saying, sentences
from app.window.window import MainWindow
from fdiwn.api.gpu_pack import PackReport, State
from fdiwn.gpu_pack import store
from fdiwn.service.client.engine_process import EngineProcess
from tests.engine import fake_pack
from tests.gui import fake_gpu
from tests.gui.conftest import PATIENCE, answer
from tests.loopback import Files, serving


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Files]:
    monkeypatch.setenv(fake_gpu.PLACE, "")  # so that it is as before afterwards
    with serving() as files:
        files.content = fake_pack.wheels()
        fake_gpu.prepare(tmp_path / "gpu.json", files.url)
        yield files


@pytest.fixture
def dialog(
    server: Files, make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot
) -> CheckDialog:
    """Open, with the engine's first answer."""
    window = make_window(EngineProcess(fake_gpu.run))
    window.control.pack._engine = EngineProcess(fake_gpu.run)
    with qtbot.waitSignal(window.control.inquiry.ended, timeout=PATIENCE):
        window.actions_.check_computer.trigger()
    dialog = window.control.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.pack.isVisible, timeout=PATIENCE)
    return dialog


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(dialog: CheckDialog) -> set[str]:
    box = dialog.pack
    buttons = (box.install, box.from_files, box.test, box.remove, box.stop)
    return {button.text() for button in buttons if button.isVisible()}


def test_it_is_installed_tested_and_removed(
    dialog: CheckDialog, server: Files, qtbot: QtBot
) -> None:
    box, inquiry = dialog.pack, dialog._pack
    assert "There is an NVIDIA driver" in box.text.text()
    assert "experimental" in box.title.text()
    assert shown(dialog) == {"Install", "From Files…"}
    assert server.asked == [], "the network is used after a click only"
    seen: list[int] = []
    inquiry.progress.connect(lambda done, total: seen.append(done))
    with qtbot.waitSignal(inquiry.told, timeout=PATIENCE):
        click(box.install)
        assert shown(dialog) == {"Stop"}
        assert box.progress.isVisible()
    assert box.text.text().startswith("It works on Made-up GPU.")
    assert seen
    assert len(store.installed()) == 1
    assert not inquiry.busy
    assert inquiry._engine.pid is None, "its process is gone"
    assert shown(dialog) == {"Test Again", "Remove"}
    with qtbot.waitSignal(inquiry.told, timeout=PATIENCE):
        click(box.test)
    assert box.text.text().startswith("It works")
    with qtbot.waitSignal(inquiry.told, timeout=PATIENCE):
        click(box.remove)
        assert "downloaded or brought again" in answer(dialog, "Remove")
    assert shown(dialog) == {"Install", "From Files…"}
    assert store.installed() == []


def test_a_failure_says_why_and_can_be_tried_again(
    dialog: CheckDialog, server: Files, qtbot: QtBot
) -> None:
    box, inquiry = dialog.pack, dialog._pack
    server.ill = True
    with qtbot.waitSignal(inquiry.failed, timeout=PATIENCE):
        click(box.install)
    assert "the server answered 503" in box.problem.text()
    assert shown(dialog) == {"Install", "From Files…"}
    server.ill = False
    with qtbot.waitSignal(inquiry.told, timeout=PATIENCE):
        click(box.install)
    assert not box.problem.isVisible()


def test_a_pack_that_fails_its_test_is_said_to(
    dialog: CheckDialog, server: Files, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = fake_pack.TORCH.replace("CUDA, ARCHITECTURES, OFF = True", "CUDA, A, OFF = False")
    server.content = fake_pack.wheels(broken)
    fake_gpu.prepare(tmp_path / "gpu.json", server.url, broken)
    with qtbot.waitSignal(dialog._pack.told, timeout=PATIENCE):
        click(dialog.pack.install)
    assert "not used: it failed its test: PyTorch finds no GPU" in dialog.pack.text.text()
    assert shown(dialog) == {"Test Again", "Remove"}


def test_files_from_a_disk_need_no_network(
    dialog: CheckDialog,
    server: Files,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, data in server.content.items():
        (tmp_path / name).write_bytes(data)
    names = [str(tmp_path / name) for name in server.content]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    with qtbot.waitSignal(dialog._pack.told, timeout=PATIENCE):
        click(dialog.pack.from_files)
    assert dialog.pack.text.text().startswith("It works")
    assert server.asked == []


def test_it_can_be_stopped(dialog: CheckDialog, server: Files, qtbot: QtBot) -> None:
    server.content = {name: data + b"x" * 10**8 for name, data in server.content.items()}
    server.cut = 0  # each attempt ends at once, until the server is asked no more
    with qtbot.waitSignal(dialog._pack.failed, timeout=PATIENCE):
        click(dialog.pack.install)
        click(dialog.pack.stop)
    assert not dialog._pack.busy
    assert store.installed() == []


def test_nothing_is_shown_without_a_driver(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(window.control.pack.told, timeout=PATIENCE) as told:
        window.actions_.check_computer.trigger()
    assert told.args is not None
    if told.args[0].state is not State.NO_DRIVER:
        pytest.skip("this computer has an NVIDIA driver")
    assert window.control.dialog is not None
    assert not window.control.dialog.pack.isVisible()


def test_every_state_has_its_words() -> None:
    report = PackReport(State.GOOD, "folder", "a reason", "12.8", "id", "12.6", "Some GPU")
    assert sentences(replace(report, active=True)).startswith("It is used, on Some GPU")
    assert "started anew" in sentences(report)
    assert "not used: a reason." in sentences(replace(report, state=State.UNUSED))
    assert "none for this driver" in sentences(replace(report, state=State.NONE))
    silent = replace(report, state=State.BUILT_IN)
    assert not is_worth_saying(silent)
    assert is_worth_saying(replace(silent, outdated=("old",)))
    assert "another version" in sentences(replace(silent, outdated=("old",)))
    assert "is removed when" in sentences(replace(silent, later=True))
