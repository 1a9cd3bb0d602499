"""A second start hands its files to the first and ends, unless it is told not to."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from app.desktop.single_instance import SingleInstance, socket_name
from app.window.window import MainWindow
from tests.gui.conftest import PATIENCE

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from PySide6.QtCore import QCoreApplication
from app.desktop.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance()
assert not instance.hand_over([])
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's runtime folder; its path is short, as those of sockets have to be."""
    folder = Path(tempfile.mkdtemp(prefix="fdiwn"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def first(qtbot: QtBot) -> Iterator[SingleInstance]:
    made = SingleInstance()
    assert not made.hand_over([])
    yield made
    made.close()


def start(qtbot: QtBot, *arguments: str) -> QProcess:
    """The program as the user starts it."""
    process = QProcess()
    process.setWorkingDirectory(str(ROOT))
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", str(ROOT))
    process.setProcessEnvironment(environment)
    with qtbot.waitSignal(process.finished, timeout=PATIENCE):
        process.start(sys.executable, ["-m", "app", *arguments])
    return process


def test_files_go_to_the_first_window(
    qtbot: QtBot, first: SingleInstance, window: MainWindow, tmp_path: Path
) -> None:
    window.showMinimized()
    first.arrived.connect(window.shell.come_forward)
    with (
        qtbot.waitSignal(first.arrived, timeout=PATIENCE) as arrived,
        qtbot.waitSignal(window.opener.opening, timeout=PATIENCE) as collected,
    ):
        process = start(qtbot, "relative é.png", str(tmp_path / "b.png"))
    assert process.exitCode() == 0
    files = (ROOT / "relative é.png", tmp_path / "b.png")
    assert arrived.args == [files]
    assert collected.args == [files]
    assert not window.isMinimized()


def test_a_start_without_files_raises_the_window(qtbot: QtBot, first: SingleInstance) -> None:
    with qtbot.waitSignal(first.arrived, timeout=PATIENCE) as arrived:
        assert start(qtbot).exitCode() == 0
    assert arrived.args == [()]


@pytest.mark.skipif(os.name == "nt", reason="a socket left by a crash is a file on POSIX only")
def test_what_a_crash_left_is_taken_over(qtbot: QtBot, runtime: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        encoding="utf-8",
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    assert len(list(runtime.iterdir())) == 2  # the lock and the socket
    again = SingleInstance()
    assert not again.hand_over([])
    socket = QLocalSocket()
    socket.connectToServer(socket_name())
    assert socket.waitForConnected(1000)
    socket.abort()
    again.close()
    assert list(runtime.iterdir()) == []


def test_a_first_that_does_not_answer_leaves_the_user_a_window(
    qtbot: QtBot, first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.desktop.single_instance.PATIENCE", 200)
    # In one thread, the first cannot answer while the second asks.
    second = SingleInstance()
    assert not second.hand_over([Path("a.png")])
    second.close()


@pytest.mark.parametrize(
    "message",
    [
        b"nonsense\n",
        b"[]\n",
        b'{"files": "a"}\n',
        b'{"files": [1]}\n',
        b'{"files": ["relative.png"]}\n',
        b'{"files": [], "token": 3}\n',
    ],
)
def test_a_message_that_makes_no_sense_is_left_out(
    qtbot: QtBot, first: SingleInstance, message: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    socket = QLocalSocket()
    with (
        qtbot.assertNotEmitted(first.arrived),
        qtbot.waitSignal(socket.disconnected, timeout=PATIENCE),
    ):
        socket.connectToServer(socket_name())
        socket.write(message)
    assert "makes no sense" in caplog.text


def test_a_message_may_come_in_pieces(qtbot: QtBot, first: SingleInstance) -> None:
    socket = QLocalSocket()
    line = json.dumps({"files": [str(ROOT)]}).encode() + b"\n"
    with qtbot.waitSignal(first.arrived, timeout=PATIENCE) as arrived:
        socket.connectToServer(socket_name())
        socket.write(line[:7])
        socket.flush()
        qtbot.wait(1)
        socket.write(line[7:])
    assert arrived.args == [(ROOT,)]
    socket.abort()


def test_names_are_the_users_own(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = socket_name()
    assert mine.startswith(str(runtime))
    assert len(mine) < 100
    monkeypatch.setenv("HOME", "/home/somebody-else")
    assert socket_name() != mine
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    assert "/" not in socket_name()


def test_only_the_user_may_connect(first: SingleInstance) -> None:
    assert first._server.socketOptions() == QLocalServer.SocketOption.UserAccessOption
    if os.name != "nt":
        assert Path(first._server.fullServerName()).stat().st_mode & 0o077 == 0
