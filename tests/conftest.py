"""What holds for every test: no screen, no network, no user folders, nothing left running."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import psutil
import pytest

from tests.forked import server_pid
from tests.forked_command import server_pids

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

# The pictures of the tests are small: spread over cores, torch would mostly wait for itself.
os.environ.setdefault("OMP_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GRACE = 3.0  # seconds a thread or child may need to end after the test let go of it

hypothesis.settings.register_profile(
    "repeatable", derandomize=True, database=None, deadline=None, max_examples=50
)
hypothesis.settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        # Qt's own offscreen screen is smaller than the window.
        screen = Path(__file__).with_name("offscreen.json")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    # A shell lets what it starts in the background ignore Ctrl+C, and children inherit that.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sets the markers ``gui`` and ``shared`` where a test's folder or fixtures say so."""
    for item in items:
        if ROOT / "tests" / "gui" in item.path.parents:
            item.add_marker("gui")
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data beside the checkout: photographs, benchmarks, golden tensors."""
    if not SHARED.is_dir():
        pytest.skip("the reference data is not here: no folder ../shared beside the checkout")
    return SHARED


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, models and caches of a test live and die in its own folder."""
    home = tmp_path / "home"
    for variable, folder in {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_STATE_HOME": home / "state",
    }.items():
        monkeypatch.setenv(variable, str(folder))
    home.mkdir()
    monkeypatch.delenv("FDIWN_MODELS_DIR", raising=False)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anything but this computer fails at once, with the address in the message."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def check(host: object) -> None:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in (None, "", "localhost", "::1") and not str(name).startswith("127."):
            raise AssertionError(f"a test tried to reach {name}: tests stay on this computer")

    def guarded_connect(self: socket.socket, address: tuple[object, ...] | str | bytes) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            check(address[0])
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: tuple[object, ...] | str | bytes) -> int:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            check(address[0])
        return connect_ex(self, address)

    def guarded_look_up(host: object, *args: object, **kwargs: object) -> object:
        check(host)
        return look_up(host, *args, **kwargs)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(autouse=True)
def nothing_left_running(own_folders: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a thread, a QThread or a child process behind.

    Starts before and so ends after the test's own fixtures.
    """
    threads_before = set(threading.enumerate())
    children_before = set(_children())
    is_gui = request.node.get_closest_marker("gui") is not None
    native_before = _native_threads() if is_gui else set()
    yield
    left = [*_threads_left(threads_before), *_children_left(children_before)]
    if is_gui and _native_threads() - native_before:
        left += _qthreads_left()
    assert not left, f"the test left running: {', '.join(left)}"


def _threads_left(before: set[threading.Thread]) -> list[str]:
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            # Python's stand-in for a thread made by Qt; it outlives that thread, and cannot be
            # joined, so only the operating system knows.
            alive = thread.native_id in _native_threads()
        else:
            thread.join(GRACE)
            alive = thread.is_alive()
        if alive:
            left.append(f"thread {thread.name}")
    return left


def _children() -> list[psutil.Process]:
    """The child processes, but for those that multiprocessing itself keeps until the end."""
    tracker = sys.modules.get("multiprocessing.resource_tracker")
    kept = {tracker._resource_tracker._pid if tracker is not None else None, server_pid()}
    kept |= server_pids()
    return [child for child in psutil.Process().children(recursive=True) if child.pid not in kept]


def _children_left(before: set[psutil.Process]) -> list[str]:
    multiprocessing.active_children()  # collects those that have ended
    new = [child for child in _children() if child not in before]
    _, alive = psutil.wait_procs(new, timeout=GRACE)
    return [f"process {child.pid} ({_command(child)})" for child in alive]


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())[:120]
    except psutil.Error:
        return "ended meanwhile"


def _native_threads() -> set[int]:
    return {thread.id for thread in psutil.Process().threads()}


def _running_qthreads() -> list[QThread]:
    from PySide6.QtCore import QCoreApplication, QThread
    from shiboken6 import isValid

    application = QCoreApplication.instance()
    main = application.thread() if application is not None else None
    found = [thread for thread in gc.get_objects() if issubclass(type(thread), QThread)]
    return [t for t in found if isValid(t) and t is not main and t.isRunning()]


def _qthreads_left() -> list[str]:
    return [
        f"QThread {thread.objectName() or type(thread).__name__}"
        for thread in _running_qthreads()
        if not thread.wait(int(GRACE * 1000))
    ]
