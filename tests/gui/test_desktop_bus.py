"""The desktop's services, over a real bus of the test's own with services that take notes."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import bus as system_bus
from app.desktop import file_manager
from app.desktop import sleep as system_sleep
from app.desktop.notify import Notifier
from app.desktop.sleep import SleepGuard
from app.desktop.taskbar import TaskbarProgress
from tests.gui.conftest import PATIENCE

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon on this computer"
)
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={0}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow own="*"/>
<allow eavesdrop="true"/></policy></busconfig>"""


NOTIFY = """<interface name="org.freedesktop.Notifications"><method name="Notify">
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
</method></interface>"""


class Service(QDBusVirtualObject):
    """Answers every method with `answer`, and keeps what it was asked; refuses if that is None."""

    def __init__(self, answer: list[object] | None) -> None:
        super().__init__()
        self.answer = answer
        self.asked: list[tuple[str, list[object]]] = []

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() == "Introspect":
            return False  # Qt answers that, with `introspect`
        self.asked.append((message.member(), message.arguments()))
        if self.answer is None:
            connection.send(message.createErrorReply("org.example.No", "no"))
        else:
            reply = message.createReply()
            reply.setArguments(self.answer)
            connection.send(reply)
        return True

    def introspect(self, path: str) -> str:
        return NOTIFY


class Bus:
    """A bus, and the services on it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.services = QDBusConnection.connectToBus(address, "services")
        self.own = QDBusConnection.connectToBus(address, "own")
        assert self.own.isConnected()
        self._kept: list[Service] = []

    def offer(self, name: str, path: str, answer: list[object] | None) -> Service:
        service = Service(answer)
        assert self.services.registerService(name)
        assert self.services.registerVirtualObject(path, service)
        self._kept.append(service)
        return service

    def close(self) -> None:
        for name in ("services", "own", system_sleep.OWN_CONNECTION):
            QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def bus(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    configuration = tmp_path / "bus.conf"
    configuration.write_text(CONFIGURATION.format(tmp_path / "socket"))
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    made = Bus(address)
    monkeypatch.setattr(system_bus, "session_bus", lambda: made.own)
    monkeypatch.setattr(system_bus, "system_bus", lambda: made.own)
    monkeypatch.setattr(
        system_bus, "connect_alone", lambda name: QDBusConnection.connectToBus(address, name)
    )
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield made
    made.close()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.mark.skipif(shutil.which("gdbus") is None, reason="there is no gdbus on this computer")
def test_a_notification_reaches_the_desktop(qtbot: QtBot, bus: Bus) -> None:
    service = bus.offer("org.freedesktop.Notifications", "/org/freedesktop/Notifications", [1])
    notifier = Notifier(QIcon())
    notifier.tell("Upscaler", "Enlarged: 2 'pictures' \"now\".\nEnd ü")
    qtbot.waitUntil(lambda: bool(service.asked), timeout=PATIENCE)
    method, arguments = service.asked[0]
    assert method == "Notify"
    assert arguments[0] == "FDIWN Upscaler"
    assert arguments[3:5] == ["Upscaler", "Enlarged: 2 'pictures' \"now\".\nEnd ü"]
    notifier.close()


@pytest.mark.parametrize("path", ["/usr/bin:/bin", ""])
def test_without_the_service_the_tray_tells(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("PATH", path)  # without gdbus in the second case
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *words: told.append(words[2]))
    notifier = Notifier(QIcon())
    notifier.tell("Upscaler", "The end.")
    qtbot.waitUntil(lambda: told == ["The end."], timeout=PATIENCE)
    notifier.close()


def test_without_a_desktop_nothing_happens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    notifier, guard = Notifier(QIcon()), SleepGuard()
    notifier.tell("Upscaler", "The end.")
    guard.hold("work")
    assert guard.held
    guard.release()
    notifier.close()
    widget = QWidget()
    qtbot.addWidget(widget)
    TaskbarProgress(widget).show(0.5, 1)


def test_sleep_is_inhibited_by_the_login_manager(qtbot: QtBot, bus: Bus, tmp_path: Path) -> None:
    service = bus.offer("org.freedesktop.login1", "/org/freedesktop/login1", ["a lock"])
    guard = SleepGuard()
    guard.hold("Enlarging pictures")
    guard.hold("Enlarging pictures")  # again changes nothing
    qtbot.waitUntil(lambda: bool(service.asked), timeout=PATIENCE)
    wanted = ["sleep:idle", "FDIWN Upscaler", "Enlarging pictures", "block"]
    assert service.asked == [("Inhibit", wanted)]
    qtbot.waitUntil(lambda: guard._lock == "a lock", timeout=PATIENCE)
    guard.release()
    assert guard._lock is None


def test_where_there_is_no_login_manager_the_screen_saver_is_asked(qtbot: QtBot, bus: Bus) -> None:
    service = bus.offer("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", [7])
    guard = SleepGuard()
    guard.hold("Enlarging pictures")
    qtbot.waitUntil(lambda: bool(service.asked), timeout=PATIENCE)
    assert service.asked == [("Inhibit", ["FDIWN Upscaler", "Enlarging pictures"])]
    guard.release()  # which ends the connection, and with it the lock
    name = system_sleep.OWN_CONNECTION
    assert not QDBusConnection(name).isConnected()


def test_progress_reaches_the_dock(qtbot: QtBot, bus: Bus, tmp_path: Path) -> None:
    if shutil.which("dbus-monitor") is None:
        pytest.skip("there is no dbus-monitor on this computer")
    monitor = subprocess.Popen(
        ["dbus-monitor", "--address", bus.address, "interface='com.canonical.Unity.LauncherEntry'"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert monitor.stdout is not None
    widget = QWidget()
    qtbot.addWidget(widget)
    progress = TaskbarProgress(widget)
    with monitor:
        while "NameLost" not in monitor.stdout.readline():
            pass  # it becomes a monitor
        for fraction in (0.25, 0.2501, None):
            progress.show(fraction, 1)
        seen = ""
        while seen.count("boolean false") < 1:
            seen += monitor.stdout.readline()
        monitor.terminate()
    assert "application://io.github.fdiwn.Upscaler.desktop" in seen
    assert seen.count("member=Update") == 2  # what differs by nothing is not sent
    assert "double 0.25" in seen
    assert "boolean true" in seen


def test_a_file_is_shown_in_the_file_manager(
    qtbot: QtBot, bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(file_manager, "show_folder", opened.append)
    service = bus.offer("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", [])
    owner = QObject()
    file_manager.show_file(tmp_path / "a b.png", owner)
    qtbot.waitUntil(lambda: bool(service.asked), timeout=PATIENCE)
    assert service.asked[0] == ("ShowItems", [[f"file://{tmp_path}/a%20b.png"], ""])
    assert opened == []
    service.answer = None
    file_manager.show_file(tmp_path / "c.png", owner)
    qtbot.waitUntil(lambda: opened == [tmp_path], timeout=PATIENCE)


def test_no_test_reaches_the_real_desktop() -> None:
    assert "nonexistent" in os.environ["DBUS_SESSION_BUS_ADDRESS"]
