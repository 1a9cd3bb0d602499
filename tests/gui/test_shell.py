"""Menus, themes, preferences, dialogs and reports of the window."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTreeWidget
from pytestqt.qtbot import QtBot

from app.desktop.report import problem_report, system_report
from app.diagnostics import faults
from app.diagnostics.licences import parts
from app.look import theme
from app.look.theme import scheme as theme_scheme
from app.queue.job import JobState
from app.settings.settings import load
from app.window.about_dialog import BIBTEX
from app.window.menu_bar import actions_by_menu, plain
from app.window.window import MainWindow
from fdiwn.api.names import VERSION
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, in_menus, wait_for_states


def pixels(pixmap: QPixmap) -> QImage:
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


# Themes


def test_a_theme_is_worn_at_once_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    preferences = window.shell.open_preferences()
    icon = window.actions_.open.icon()
    dark = [pixels(widget.grab()) for widget in (window, preferences)]
    dark_icon = pixels(icon.pixmap(32, 32))
    preferences.theme.setCurrentIndex(preferences.theme.findData("light"))
    assert theme.colours() is theme_scheme.LIGHT
    light = [pixels(widget.grab()) for widget in (window, preferences)]
    for before, after in zip(dark, light, strict=True):
        assert before.pixelColor(3, 3).lightness() < 60
        assert after.pixelColor(3, 3).lightness() > 200
    assert pixels(icon.pixmap(32, 32)) != dark_icon  # one that was made before
    assert load(window._settings_path).theme == "light"
    preferences.close()


def test_the_systems_theme_is_followed_while_it_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints, scheme = QGuiApplication.styleHints(), Qt.ColorScheme.Light
    monkeypatch.setattr(hints, "colorScheme", lambda: scheme, raising=False)
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)
    hints.colorSchemeChanged.emit(scheme)
    assert theme.colours() is theme_scheme.DARK  # which was chosen
    window.shell.appearance.choose("system")
    assert theme.colours() is theme_scheme.LIGHT
    scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(scheme)
    assert theme.colours() is theme_scheme.DARK
    scheme = Qt.ColorScheme.Unknown
    hints.colorSchemeChanged.emit(scheme)
    assert theme.colours() is theme_scheme.DARK


def test_icons_stay_sharp_and_pale_where_disabled(qtbot: QtBot) -> None:
    from PySide6.QtGui import QIcon

    icon = theme.icon("open")
    assert icon.pixmap(64, 64).width() == 64
    normal = pixels(icon.pixmap(24, 24, QIcon.Mode.Normal))
    assert pixels(icon.pixmap(24, 24, QIcon.Mode.Disabled)) != normal
    changed = QIcon(icon)
    changed.addPixmap(QPixmap(8, 8))  # which makes Qt clone what draws it
    assert pixels(changed.pixmap(24, 24)) == normal


# Menus and keys


def test_the_menu_bar_has_the_usual_menus_with_the_usual_keys(window: MainWindow) -> None:
    menus = dict(actions_by_menu(window.menuBar()))
    assert list(menus) == ["File", "Edit", "View", "Queue", "Models", "Help"]
    keys = {
        plain(action.text()).rstrip("…"): action.shortcut().toString()
        for actions in menus.values()
        for action in actions
    }
    assert {
        "Open": "Ctrl+O", "Open Folder": "Ctrl+Shift+O", "Save": "Ctrl+S", "Paste": "Ctrl+V",
        "Copy Result": "Ctrl+C", "Remove from List": "Del", "Preferences": "Ctrl+,",
        "Fit": "Ctrl+0", "100 %": "Ctrl+1", "Undo": "Ctrl+Z", "Full Screen": "F11",
        "Upscale": "Ctrl+R", "Stop All": "Ctrl+.", "Keyboard Shortcuts": "F1",
    }.items() <= keys.items()  # fmt: skip


def test_every_action_is_in_a_menu_with_a_mnemonic_and_a_tip(window: MainWindow) -> None:
    shown: set[QAction] = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        shown |= in_menus(menu)
    assert {action for action in window.actions() if action.text()} <= shown
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        letters = [_mnemonic(a.text()) for a in menu.actions() if not a.isSeparator()]
        assert all(letters), menu.title()
        assert len(letters) == len(set(letters)), (menu.title(), letters)
    for _, actions in actions_by_menu(window.menuBar()):
        for action in actions:
            assert action.toolTip()
            assert action.statusTip()


def _mnemonic(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].lower()


def test_full_screen_and_back(window: MainWindow) -> None:
    window.shell.actions.full_screen.trigger()
    full = [window.isFullScreen()]
    window.shell.actions.full_screen.trigger()
    full.append(window.isFullScreen())
    assert full == [True, False]


def test_the_shortcuts_page_lists_what_the_menus_have(window: MainWindow) -> None:
    dialog = window.shell.open_shortcuts()
    rows = {}
    for number in range(dialog.table.topLevelItemCount()):
        group = dialog.table.topLevelItem(number)
        assert group is not None
        for row in (group.child(index) for index in range(group.childCount())):
            assert row is not None
            rows[row.text(0)] = row.text(1)
    for _, actions in actions_by_menu(window.menuBar()):
        for action in actions:
            if not action.shortcut().isEmpty():
                assert action.shortcut().toString() in rows[plain(action.text())]
    dialog.close()


# Preferences and dialogs


def test_preferences_are_kept(
    make_window: Callable[..., MainWindow], models: Path, tmp_path: Path
) -> None:
    window = make_window()
    dialog = window.shell.open_preferences()
    assert not dialog.restart.isVisible()
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    assert dialog.restart.isVisible()
    dialog.notify.click()
    dialog.low_priority.click()
    stored = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    assert (stored["language"], stored["notify"], stored["low_priority"]) == ("de", False, False)
    dialog.close()
    window.close()
    again = make_window().shell.open_preferences()
    assert again.language.currentText() == "Deutsch"
    assert not again.notify.isChecked()
    again.close()


def test_about_names_licences_and_gives_the_citation(window: MainWindow) -> None:
    dialog = window.shell.open_about()
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for part in (VERSION, "Apache License 2.0", "LGPL", "Guangwei Gao"):
        assert part in texts
    table = dialog.findChild(QTreeWidget)
    assert isinstance(table, QTreeWidget)
    rows = [table.topLevelItem(number) for number in range(table.topLevelItemCount())]
    licences = {row.text(0).lower(): row.text(2) for row in rows if row is not None}
    assert "LGPL" in licences["pyside6_essentials"]
    assert all(licences.values())
    dialog.copy.click()
    assert QApplication.clipboard().text() == BIBTEX
    dialog.close()


def test_parts_are_what_the_program_needs_and_no_more() -> None:
    names = {part.name.lower() for part in parts()}
    assert {"torch", "numpy", "pyvips-binary", "shiboken6"} <= names
    assert not names & {"pytest", "ruff", "fdiwn-upscaler"}


# Reports and the log


def test_reports_go_to_the_clipboard_and_nowhere_else(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = faults.log_path()
    path.parent.mkdir(parents=True)
    path.write_text(f"a line about {Path.home()}/secret/a.png\n")
    window.shell.actions.report.trigger()
    text = QApplication.clipboard().text()
    assert "What I did:" in text
    assert "a line about ~/secret/a.png" in text
    assert str(Path.home()) not in text
    assert "nothing has been sent" in window.notice.text.text()
    window.shell.actions.copy_system.trigger()
    text = QApplication.clipboard().text()
    assert VERSION in text
    assert "Qt " in text
    assert text == system_report() or "free" in text  # free memory changes meanwhile


def test_a_report_without_a_log_is_made_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    assert "there is no log file" in problem_report(tmp_path / "none.log", "the details")


def test_the_log_folder_opens(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("app.window.shell.show_folder", opened.append)
    window.shell.actions.open_log.trigger()
    assert opened == [faults.log_path().parent]
    assert opened[0].is_dir()


def test_what_the_engine_process_logs_reaches_the_windows_log(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        drop(window, fake_engine.draw(tmp_path / "chatty.png"))
        wait_for_states(qtbot, window, JobState.READY)
        assert "engine: reading chatty.png" in caplog.text
        # A line of another thread waits for the next one of the main thread.
        drop(window, fake_engine.draw(tmp_path / "chatty-2.png"))
        wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    assert "engine: from another thread" in caplog.text
    assert "tests.gui.fake_engine" in {record.name for record in caplog.records}


# The first minute


def test_the_empty_window_explains_itself_and_the_sample_is_one_click_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    text = " ".join(label.text() for label in window.empty.findChildren(QLabel))
    for words in ("Drop", "open", "pasted", "JPEG", "nothing is sent"):
        assert words in text
    window.empty.sample.click()
    (job,) = wait_for_states(qtbot, window, JobState.READY)
    assert job.source.name == "sample.png"


def test_what_cannot_be_opened_says_what_to_do(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").touch()
    (tmp_path / "nothing").mkdir()
    drop(window, tmp_path / "notes.txt", tmp_path / "nothing")
    qtbot.waitUntil(window.notice.isVisible, timeout=PATIENCE)
    assert window.notice.text.text() == (
        "Left out, not readable as pictures: notes.txt. Choose JPEG, PNG, TIFF, WebP or AVIF.\n"
        "No pictures in: nothing. Choose another folder."
    )


def test_the_empty_view_changes_with_the_theme(window: MainWindow) -> None:
    before = window.empty._picture.pixmap().toImage()
    window.shell.appearance.choose("light")
    QApplication.sendPostedEvents(None, QEvent.Type.StyleChange)
    assert window.empty._picture.pixmap().toImage() != before
