"""The menu bar, and its actions for clipboard, desktop and help."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.compare.actions import CompareActions, fill_view_menu
from app.look.actions import Actions, make_action
from app.look.translation import tr
from app.queue.actions import QueueActions

Entry = QAction | QMenu | None


@dataclass(frozen=True)
class Parts:
    """The sources of the menus' contents."""

    actions: Actions
    shell: ShellActions
    queue: QueueActions
    compare: CompareActions
    recent: QMenu


def fill_menu_bar(bar: QMenuBar, parts: Parts) -> None:
    bar.setAccessibleName(tr("Menus"))
    for title, fill in (
        (tr("&File"), _file),
        (tr("&Edit"), _edit),
        (tr("&View"), _view),
        (tr("&Queue"), _queue),
        (tr("&Models"), _models),
        (tr("&Help"), _help),
    ):
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        fill(menu, parts)


def _file(menu: QMenu, parts: Parts) -> None:
    actions = parts.actions
    _fill(
        menu,
        actions.open,
        actions.open_folder,
        parts.recent,
        None,
        actions.batch,
        None,
        actions.save,
        actions.save_all,
        parts.shell.show_in_folder,
        None,
        actions.quit,
    )


def _edit(menu: QMenu, parts: Parts) -> None:
    queue, shell = parts.queue, parts.shell
    _fill(menu, queue.undo, queue.redo, None, shell.copy, shell.paste, None)
    _fill(menu, parts.compare.crop, None)
    _fill(menu, queue.select_all, None, shell.preferences)


def _view(menu: QMenu, parts: Parts) -> None:
    actions, compare = parts.actions, parts.compare
    fill_view_menu(menu, compare)
    zoom = menu.addMenu(tr("Zoo&m"))
    zoom.setToolTipsVisible(True)
    _fill(zoom, actions.zoom_in, actions.zoom_out, None)
    _fill(zoom, actions.fit, compare.fill, actions.one_to_one, *compare.zooms.values())
    _fill(menu, None, actions.live_preview)
    _fill(menu, parts.shell.side_panels, parts.shell.full_screen)


def _queue(menu: QMenu, parts: Parts) -> None:
    actions, queue = parts.actions, parts.queue
    _fill(menu, actions.upscale, actions.upscale_all, queue.upscale, None)
    _fill(menu, queue.pause, actions.stop_all, queue.stop, None)
    _fill(menu, queue.retry, queue.retry_all, None)
    _fill(menu, queue.move_up, queue.move_down, None)
    _fill(menu, queue.own, queue.follow, None)
    _fill(menu, actions.remove, queue.clear)


def _models(menu: QMenu, parts: Parts) -> None:
    actions = parts.actions
    _fill(menu, actions.models, None, actions.fetch, actions.import_model)


def _help(menu: QMenu, parts: Parts) -> None:
    shell = parts.shell
    _fill(menu, shell.guide, shell.shortcuts, None, parts.actions.check_computer, None)
    _fill(menu, shell.open_log, shell.copy_system, shell.report, None)
    _fill(menu, parts.actions.about, shell.about_qt)


def actions_by_menu(bar: QMenuBar) -> Iterator[tuple[str, list[QAction]]]:
    """Each menu's title without its mnemonic, and all actions in it and its submenus."""
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            yield plain(menu.title()), list(_actions_in(menu))


def _actions_in(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions_in(inner)
        elif action.isVisible() and not action.isSeparator():
            yield action


def plain(text: str) -> str:
    """A menu text without its mnemonic marker."""
    text = re.sub(r"\(&.\)", "", text)  # as in Chinese and Japanese
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _fill(menu: QMenu, *entries: Entry) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)


@dataclass(frozen=True)
class ShellActions:
    paste: QAction
    copy: QAction
    show_in_folder: QAction
    preferences: QAction
    full_screen: QAction
    side_panels: QAction
    guide: QAction
    shortcuts: QAction
    open_log: QAction
    copy_system: QAction
    report: QAction
    about_qt: QAction


def make_shell_actions(window: QWidget) -> ShellActions:
    keys = QKeySequence.StandardKey
    made = ShellActions(
        paste=make_action(
            window, tr("&Paste"), tr("Open pictures or files from the clipboard"), keys.Paste
        ),
        copy=make_action(
            window, tr("&Copy Result"), tr("Copy the enlarged picture to the clipboard"), keys.Copy
        ),
        show_in_folder=make_action(
            window,
            tr("Show in Fol&der"),
            tr("Show the saved result, or else the original, in the file manager"),
            "Ctrl+Shift+E",
        ),
        preferences=make_action(
            window, tr("Pr&eferences…"), tr("Theme, language and manners"), "Ctrl+,", "settings"
        ),
        full_screen=make_action(
            window,
            tr("Full Scree&n"),
            tr("Nothing but the picture, on the whole screen"),
            keys.FullScreen if sys.platform == "darwin" else "F11",
        ),
        side_panels=make_action(
            window,
            tr("Side Pane&ls"),
            tr("Show the list and the options beside the picture"),
        ),
        guide=make_action(window, tr("&Guide"), tr("How to do what, without a network")),
        shortcuts=make_action(window, tr("&Keyboard Shortcuts"), tr("All keys on one page"), "F1"),
        open_log=make_action(window, tr("Open &Log Folder"), tr("What the program noted down")),
        copy_system=make_action(
            window,
            tr("Copy &System Information"),
            tr("Versions and hardware, as text for a message to somebody who helps"),
        ),
        report=make_action(
            window,
            tr("&Report a Problem"),
            tr("Copies a report for you to send; the program sends nothing"),
        ),
        about_qt=make_action(window, tr("About &Qt"), tr("The toolkit this window is made with")),
    )
    made.full_screen.setCheckable(True)
    made.side_panels.setCheckable(True)
    made.side_panels.setChecked(True)
    # Of the picture alone: everywhere else Tab goes to the next control.
    made.side_panels.setShortcut("Tab")
    made.side_panels.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    made.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
    made.about_qt.setMenuRole(QAction.MenuRole.AboutQtRole)
    return made
