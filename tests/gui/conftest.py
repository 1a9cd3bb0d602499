"""The real window over a real child process with a fast engine in it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTranslator, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.diagnostics.model_setup import FetchDialog
from app.look import theme
from app.look.translation import catalogue
from app.queue.job import Job, JobState
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.api.catalog import MODELS_DIR_VARIABLE
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder
from tests.forked import fork_engines
from tests.gui import fake_engine

# Neither this computer's desktop nor its services notice a test.
for bus in ("SESSION", "SYSTEM"):
    os.environ[f"DBUS_{bus}_BUS_ADDRESS"] = "unix:path=/nonexistent"

PATIENCE = 60_000  # milliseconds


@pytest.fixture(autouse=True)
def collected_between_tests() -> Iterator[None]:
    """As `app.application.Collector` does it: never inside a call of Qt."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def forked_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    fork_engines(monkeypatch)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """The plurals of English, which stand in a catalogue as those of every language."""
    translator = QTranslator()
    assert translator.load(str(catalogue("en")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def models(tmp_path: Path, own_folders: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Models for 2x and 4x, none for 3x."""
    folder = fake_engine.stand_in_models(tmp_path / "models", 2, 4)
    monkeypatch.setenv(MODELS_DIR_VARIABLE, str(folder))
    # The window process sees no models that come with the program, so that one can be missing.
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: tmp_path / "none")
    return folder


@pytest.fixture
def own_models(tmp_path: Path, own_folders: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The models that come with the program, as at its first start."""
    folder = tmp_path / "models"
    monkeypatch.setenv(MODELS_DIR_VARIABLE, str(folder))
    return folder


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> list[FetchDialog]:
    """Those that were shown; they stay open."""
    shown: list[FetchDialog] = []

    def show(dialog: FetchDialog) -> int:
        shown.append(dialog)
        dialog.open()
        return 0

    monkeypatch.setattr(FetchDialog, "exec", show)
    return shown


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Makes shown windows, and closes them unasked at the end."""
    made: list[MainWindow] = []

    def make(engine: EngineProcess | None = None) -> MainWindow:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application)
        thread = EngineThread(
            engine or EngineProcess(fake_engine.run), SessionFolder(tmp_path / "scratch")
        )
        window = MainWindow(thread, tmp_path / "settings.json")
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield make
    for window in made:
        window.close_unasked(keep=False)
        window.deleteLater()
    assert list((tmp_path / "scratch").glob("*")) == []


@pytest.fixture
def window(make_window: Callable[..., MainWindow], models: Path) -> MainWindow:
    return make_window()


def drop(window: MainWindow, *paths: Path) -> None:
    """A real drag onto the window and a real drop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = QPointF(window.rect().center())
    enter = QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    event = QDropEvent(middle, Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


def question(parent: QWidget) -> QMessageBox:
    """The one that is open."""
    (box,) = [box for box in parent.findChildren(QMessageBox) if box.isVisible()]
    return box


def answers(box: QMessageBox) -> dict[str, QAbstractButton]:
    return {button.text().replace("&", ""): button for button in box.buttons()}


def answer(parent: QWidget, text: str) -> str:
    """Click the button of the open question that says so; returns what was asked."""
    box = question(parent)
    QTest.mouseClick(answers(box)[text], Qt.MouseButton.LeftButton)
    return box.text()


def in_menus(menu: QMenu) -> set[QAction]:
    """What the arrow keys come to, once the menu is open; submenus open by a letter as well."""
    found: set[QAction] = set()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            assert "&" in action.text(), action.text()
            found |= in_menus(inner)
        else:
            found.add(action)
    return found


def wait_until(qtbot: QtBot, window: MainWindow, reached: Callable[[list[Job]], bool]) -> list[Job]:
    """Wait, on the queue's own signal, until its jobs are as wanted."""
    if not reached(window.queue.jobs()):
        with qtbot.waitSignal(
            window.queue.changed,
            timeout=PATIENCE,
            check_params_cb=lambda _: reached(window.queue.jobs()),
        ):
            pass
    return window.queue.jobs()


def wait_for_states(qtbot: QtBot, window: MainWindow, *states: JobState) -> list[Job]:
    """Wait until the list is as long as `states` and in these states, in order."""
    return wait_until(qtbot, window, lambda jobs: [job.state for job in jobs] == list(states))


def choose_scale(window: MainWindow, scale: int) -> None:
    """As a click on a scale does."""
    window.options.size_.show_size(scale, None)
    window.options.refresh_models()
