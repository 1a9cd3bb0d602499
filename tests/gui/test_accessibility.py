"""The window without a mouse and with a screen reader: names, keys, order and focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.diagnostics.model_setup import FetchDialog
from app.look import theme
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS
from tests.gui import fake_engine
from tests.gui.conftest import choose_scale, drop, in_menus, wait_for_states

ROLES = QAccessible.Role
INTERACTIVE = {
    ROLES.PushButton, ROLES.CheckBox, ROLES.RadioButton, ROLES.ComboBox, ROLES.EditableText,
    ROLES.Slider, ROLES.SpinBox, ROLES.List, ROLES.Tree, ROLES.Table, ROLES.MenuItem,
    ROLES.PageTabList, ROLES.PageTab, ROLES.ProgressBar, ROLES.ButtonMenu, ROLES.ListItem,
}  # fmt: skip


def walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid():
        return
    yield interface
    for number in range(interface.childCount()):
        yield from walk(interface.child(number))


def nameless(root: QWidget) -> list[str]:
    """What a screen reader could not name, of what a person can use."""
    found = []
    for interface in walk(QAccessible.queryAccessibleInterface(root)):
        state = interface.state()
        if state.invisible:
            continue
        wanted = interface.role() in INTERACTIVE or state.focusable
        if wanted and not interface.text(QAccessible.Text.Name).strip():
            thing = interface.object()
            found.append(f"{interface.role().name} {type(thing).__name__} {thing!r}")
    return found


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """With a result, a message and a picture that failed."""
    paths = [fake_engine.draw(tmp_path / f"{name}.png") for name in ("a", "broken")]
    drop(window, *paths, tmp_path / "letter.doc")
    wait_for_states(qtbot, window, JobState.READY, JobState.FAILED)
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE, JobState.FAILED)
    return window


def dialogs(window: MainWindow) -> list[Callable[[], QDialog]]:
    info = next(model for model in MODELS if model.url)
    return [
        window.shell.open_preferences,
        window.shell.open_shortcuts,
        window.shell.open_about,
        lambda: FetchDialog(info, window.setup, window),
    ]


def test_everything_in_the_window_has_a_name(full: MainWindow, qtbot: QtBot) -> None:
    assert nameless(full) == []
    choose_scale(full, 3)  # for which there is no model
    assert nameless(full) == []


def test_everything_in_the_dialogs_has_a_name(window: MainWindow) -> None:
    for make in dialogs(window):
        dialog = make()
        dialog.open()
        assert nameless(dialog) == [], dialog
        dialog.close()


def test_the_walk_sees_what_has_no_name(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    assert len(nameless(button)) == 1


def test_every_action_is_reached_by_key(window: MainWindow) -> None:
    """By a shortcut, or through the menus, of which each opens by a letter."""
    reachable: set[QAction] = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        assert "&" in top.text()
        reachable |= in_menus(menu)
    for action in window.actions():
        assert action in reachable or not action.shortcut().isEmpty(), action.text()


def tab_chain(root: QWidget, start: QWidget) -> list[QWidget]:
    """The widgets that Tab goes to from `start`, until it comes back."""
    found, widget = [], start
    while True:
        if (
            widget.isVisibleTo(root)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            found.append(widget)
        following = widget.nextInFocusChain()
        if following is None or following is start:
            return found
        widget = following


def test_tab_goes_from_left_to_right(full: MainWindow) -> None:
    chain = tab_chain(full, full)
    panes = [full.rail, full.stack, full.options, full.status]
    order: list[QWidget] = []
    for widget in chain:
        pane = next((p for p in panes if p is widget or p.isAncestorOf(widget)), None)
        if pane is not None and (not order or order[-1] is not pane):
            order.append(pane)
    assert order == panes
    for pane in (full.options, full.status):
        inside = [w for w in chain if pane.isAncestorOf(w)]
        places = [w.mapTo(full, QPoint(0, 0)) for w in inside]
        by_place = sorted(places, key=lambda p: (p.y(), p.x()) if pane is full.options else p.x())
        assert places == by_place, [w.accessibleName() for w in inside]


@pytest.mark.parametrize("colours", ["dark", "light"])
def test_focus_can_be_seen(full: MainWindow, qtbot: QtBot, colours: str) -> None:
    full.shell.appearance.choose(colours)
    full.activateWindow()
    QApplication.processEvents()
    chain = [w for w in tab_chain(full, full) if w is not full]
    assert len(chain) >= 8
    for widget in chain:
        other = chain[0] if widget is not chain[0] else chain[1]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus()
        assert widget.grab().toImage() != before, (widget, widget.accessibleName(), theme)


def test_targets_are_large_enough(full: MainWindow) -> None:
    for widget in tab_chain(full, full):
        assert min(widget.width(), widget.height()) >= 22, (widget, widget.size())
