"""The small picture that shows which part is in view, and moves it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.compare.navigator import Navigator
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop
from tests.gui.test_compare_modes import as_array

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def navigator(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Navigator:
    """Of a picture of 1600 x 1200 output pixels, at 200 % around its middle."""
    drop(window, fake_engine.draw(tmp_path / "a.png", 400, 300))
    qtbot.waitUntil(lambda: window.view.compares, timeout=PATIENCE)
    assert not window.compare.navigator.isVisible()  # all of it is in view
    window.view.zoom_to(2.0)
    assert window.compare.navigator.isVisible()
    return window.compare.navigator


def test_it_vanishes_when_all_is_in_view(window: MainWindow, navigator: Navigator) -> None:
    window.view.fit()
    assert not navigator.isVisible()
    window.view.zoom_to(2.0)
    assert navigator.isVisible()
    window.queue.remove(window.queue.order())
    assert not navigator.isVisible()


def test_a_click_brings_that_place_into_the_middle(
    window: MainWindow, navigator: Navigator
) -> None:
    at = QPoint(navigator.width() // 3, navigator.height() // 3)
    QTest.mouseClick(navigator, LEFT, pos=at)
    port = window.view.viewport
    assert port.zoom == 2.0
    across, down = (at.x() - 1) / (navigator.width() - 2), (at.y() - 1) / (navigator.height() - 2)
    assert port.centre_x == pytest.approx(1600 * across, abs=1)
    assert port.centre_y == pytest.approx(1200 * down, abs=1)
    middle = navigator.frame().center()
    assert (middle - at).manhattanLength() <= 3


def test_a_drag_moves_on_and_stops_at_the_edge(window: MainWindow, navigator: Navigator) -> None:
    QTest.mousePress(navigator, LEFT, pos=QPoint(30, 30))
    QTest.mouseMove(navigator, QPoint(1, 1))
    QTest.mouseRelease(navigator, LEFT, pos=QPoint(1, 1))
    left, top, _, _ = window.view.viewport.visible()
    assert (left, top) == (0, 0)
    assert navigator.frame().left() == pytest.approx(1, abs=0.5)


def test_it_shows_the_whole_picture_with_a_frame(window: MainWindow, navigator: Navigator) -> None:
    image = QImage(navigator.size(), QImage.Format.Format_RGB888)
    navigator.render(image)
    pixels = as_array(image).astype(int)
    frame = navigator.frame().toRect()
    assert (pixels[frame.center().y(), frame.left() : frame.left() + 2] > 200).all(-1).any()
    left, right = (pixels[4:-4, part].mean() for part in (slice(3, 8), slice(-8, -3)))
    assert not np.isclose(left, right)  # of a gradient


def test_it_stays_inside_a_small_view(window: MainWindow, navigator: Navigator) -> None:
    window.resize(window.minimumSize())
    assert window.view.rect().contains(navigator.geometry())
    assert navigator.width() <= window.view.width() // 3
