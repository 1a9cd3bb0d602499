"""The menus. Each action stands on a line of its own; None draws a line between two groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from app.compare.actions import CompareActions, fill_view_menu
from app.look.actions import Actions
from app.look.translation import tr
from app.queue.actions import QueueActions
from app.window.shell_actions import ShellActions

Entry = QAction | QMenu | None


@dataclass(frozen=True)
class Parts:
    """What the menus are filled from."""

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
    _fill(menu, queue.select_all, None, shell.preferences)


def _view(menu: QMenu, parts: Parts) -> None:
    actions, compare = parts.actions, parts.compare
    fill_view_menu(menu, compare)
    zoom = menu.addMenu(tr("Zoo&m"))
    zoom.setToolTipsVisible(True)
    _fill(zoom, actions.zoom_in, actions.zoom_out, None)
    _fill(zoom, actions.fit, compare.fill, actions.one_to_one, *compare.zooms.values())
    _fill(menu, None, actions.live_preview, parts.shell.full_screen)


def _queue(menu: QMenu, parts: Parts) -> None:
    actions, queue = parts.actions, parts.queue
    _fill(menu, actions.upscale, queue.upscale, queue.pause, actions.stop_all, queue.stop, None)
    _fill(menu, queue.retry, queue.retry_all, None)
    _fill(menu, queue.move_up, queue.move_down, None)
    _fill(menu, queue.own, queue.follow, None)
    _fill(menu, actions.remove, queue.clear)


def _help(menu: QMenu, parts: Parts) -> None:
    shell = parts.shell
    _fill(menu, shell.shortcuts, None, parts.actions.fetch, parts.actions.check_computer, None)
    _fill(menu, shell.open_log, shell.copy_system, shell.report, None)
    _fill(menu, parts.actions.about, shell.about_qt)


def actions_by_menu(bar: QMenuBar) -> Iterator[tuple[str, list[QAction]]]:
    """Each menu's title without its mnemonic, and the actions in it and its submenus."""
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            yield plain(menu.title()), list(_actions_in(menu))


def _actions_in(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions_in(inner)
        elif not action.isSeparator():
            yield action


def plain(text: str) -> str:
    """A text of a menu without the mark of its mnemonic."""
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
