"""The window has a place on the screens there are, and the picture has the most of its width."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.look import geometry
from app.look.geometry import geometry_text, keep_on_screen, on_screen, restore_geometry
from app.queue.job import JobState
from app.queue.row import LEAST_FOR_TEXT
from app.window.panels import PICTURE
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import drop, wait_for_states

LAPTOP = QRect(0, 0, 1366, 768)


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """What can be used of each screen; to be filled."""
    found: list[QRect] = []
    monkeypatch.setattr(geometry, "_screens", lambda: found)
    return found


@pytest.mark.parametrize(
    "place", [QRect(5000, 100, 900, 600), QRect(100, -3000, 900, 600), QRect(-890, 0, 900, 600)]
)
def test_a_window_never_lies_off_the_screen(qtbot: QtBot, place: QRect) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setGeometry(place)
    keep_on_screen(widget)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(widget.geometry())
    assert widget.size() == place.size()


def test_a_window_on_the_screen_stays_where_it_is(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    place = QRect(screen.topLeft() + QPoint(30, 40), screen.size() * 0.6)
    widget.setGeometry(place)
    keep_on_screen(widget)
    assert widget.geometry() == place


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (QRect(100, 50, 1280, 800), QRect(86, 40, 1280, 728)),  # too high, too far right
        (QRect(2000, 100, 1200, 700), QRect(83, 54, 1200, 700)),  # a monitor has vanished
        (QRect(0, 0, 3000, 2000), QRect(0, 40, 1366, 728)),  # a larger monitor has vanished
        (QRect(50, 60, 900, 600), QRect(50, 60, 900, 600)),
    ],
)
def test_a_kept_place_is_brought_to_the_laptop(place: QRect, expected: QRect) -> None:
    assert on_screen(place, [LAPTOP]) == expected


def test_a_window_may_lie_across_two_screens_but_not_between() -> None:
    second = QRect(1366, 0, 1920, 1080)
    across = QRect(1000, 40, 900, 600)
    assert on_screen(across, [LAPTOP, second]) == across
    low = QRect(1300, 300, 900, 700)  # its left edge is below the laptop's screen
    assert on_screen(low, [LAPTOP, second]) == QRect(1366, 300, 900, 700)


@pytest.mark.parametrize(
    "room", [QSize(1366, 768), QSize(911, 512), QSize(683, 384)], ids=["1", "1.5", "2"]
)
def test_the_first_window_fits_a_small_screen_at_every_scale(
    make_window: Callable[..., MainWindow], models: Path, screens: list[QRect], room: QSize
) -> None:
    screens.append(QRect(QPoint(0, 0), room))
    window = make_window()
    assert window.width() <= room.width()
    assert window.height() <= room.height() - geometry.TITLE
    status = window.status
    assert status.mapTo(window, status.rect().bottomLeft()).y() < window.height()


def test_a_restored_window_is_clamped(
    make_window: Callable[..., MainWindow], models: Path, screens: list[QRect]
) -> None:
    screens.append(QRect(0, 0, 1920, 1200))
    first = make_window()
    first.setGeometry(300, 300, 1500, 880)
    first.close()
    screens[0] = LAPTOP
    second = make_window()
    assert LAPTOP.contains(second.geometry())


@pytest.mark.parametrize("text", ["?", b64encode(b"nonsense").decode()])
def test_a_damaged_place_is_left_out(
    qtbot: QtBot, screens: list[QRect], text: str, caplog: pytest.LogCaptureFixture
) -> None:
    screens.append(LAPTOP)
    widget = QWidget()
    qtbot.addWidget(widget)
    restore_geometry(widget, text)
    assert "makes no sense" in caplog.text
    restore_geometry(widget, geometry_text(widget))


def test_the_picture_gets_600_pixels_in_a_narrow_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.view.width() >= PICTURE)
    assert window.rail.width() < LEAST_FOR_TEXT
    assert "a.png" in window.rail.model().index(0, 0).data(3)  # the tool tip
    window.grab()  # paints the narrow rows
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.rail.width() >= LEAST_FOR_TEXT)
    assert window.view.width() >= PICTURE
    assert window.rail.width() == window.rail.sizeHint().width()
