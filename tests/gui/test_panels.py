"""The panels beside the picture: hidden by Tab, dragged, remembered; the picture alone by F11."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window.panels import NARROW, PICTURE
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import drop
from tests.gui.test_preview import wait_for_preview


@pytest.fixture
def filled(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """With a picture in view that has the focus."""
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_preview(qtbot, window)
    window.activateWindow()
    window.view.setFocus()
    QApplication.processEvents()
    return window


def panels(window: MainWindow) -> tuple[QWidget, QWidget]:
    return window.queue_control.column, window.options


def test_tab_hides_both_panels_and_brings_them_back(filled: MainWindow) -> None:
    picture = filled.view.width()
    QTest.keyClick(filled.view, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert [panel.isVisible() for panel in panels(filled)] == [False, False]
    assert not filled.shell.actions.side_panels.isChecked()
    assert filled.view.width() > picture
    QTest.keyClick(filled.view, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert [panel.isVisible() for panel in panels(filled)] == [True, True]
    assert filled.shell.actions.side_panels.isChecked()
    assert filled.view.width() == picture


def test_elsewhere_tab_goes_to_the_next_control(filled: MainWindow) -> None:
    filled.rail.setFocus()
    QTest.keyClick(filled.rail, Qt.Key.Key_Tab)
    assert not filled.rail.hasFocus()
    assert [panel.isVisible() for panel in panels(filled)] == [True, True]


def test_the_keyboard_leaves_the_picture_all_the_same(filled: MainWindow) -> None:
    QTest.keyClick(filled.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert not filled.view.hasFocus()
    assert filled.options.isVisible()


def test_an_empty_list_stays_hidden(window: MainWindow) -> None:
    action = window.shell.actions.side_panels
    for _ in range(2):
        action.trigger()
    assert [panel.isVisible() for panel in panels(window)] == [False, True]


def drag(window: MainWindow, handle: int, by: int) -> None:
    """Drag a handle of the splitter sideways."""
    grip = window.panels.splitter.handle(handle)
    start = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grip, start + QPoint(by, 0))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


def test_widths_are_dragged_and_remembered(
    make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    first = make_window()
    first.resize(1600, 900)
    drop(first, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_preview(qtbot, first)
    rows, options = panels(first)
    before = rows.width(), options.width()
    drag(first, 1, 60)
    drag(first, 2, -40)
    assert rows.width() > before[0]
    assert options.width() > before[1]
    widths = rows.width(), options.width()
    first.shell.actions.side_panels.trigger()
    first.shell.actions.side_panels.trigger()
    assert (rows.width(), options.width()) == widths
    first.close_unasked(keep=False)
    second = make_window()
    second.resize(1600, 900)
    drop(second, tmp_path / "a.png")
    wait_for_preview(qtbot, second)
    assert tuple(panel.width() for panel in panels(second)) == widths


def test_a_narrow_window_leaves_room_for_the_picture(filled: MainWindow) -> None:
    filled.resize(1024, 700)
    QApplication.processEvents()
    assert filled.width() == 1024
    assert filled.view.width() >= PICTURE
    assert filled.queue_control.column.width() == NARROW
    filled.resize(1600, 900)
    QApplication.processEvents()
    assert filled.queue_control.column.width() == filled.rail.sizeHint().width()


def test_full_screen_has_the_picture_and_its_bar_alone(filled: MainWindow) -> None:
    bar, window = filled.compare.bar, filled
    window.shell.actions.full_screen.trigger()
    QApplication.processEvents()
    assert window.isFullScreen()
    for part in (window.menuBar(), window.status, *panels(window)):
        assert not part.isVisible(), part
    assert window.view.isVisible()
    assert bar.isVisible()
    assert window.view.width() == window.panels.splitter.width()
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    assert [panel.isVisible() for panel in panels(window)] == [True, True]
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    for part in (window.menuBar(), window.status, bar, *panels(window)):
        assert part.isVisible(), part
    assert window.status.isAncestorOf(bar)


def test_escape_leaves_full_screen_and_nothing_else(filled: MainWindow) -> None:
    filled.shell.actions.side_panels.trigger()
    filled.shell.actions.full_screen.trigger()
    QTest.keyClick(filled, Qt.Key.Key_Escape)
    assert not filled.isFullScreen()
    assert not filled.shell.actions.full_screen.isChecked()
    assert [panel.isVisible() for panel in panels(filled)] == [False, False]  # as before
    assert filled.view.hasFocus()
