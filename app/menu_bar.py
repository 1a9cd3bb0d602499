"""The menus. Each action stands on a line of its own; None draws a line between two groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from app.actions import Actions
from app.shell_actions import ShellActions

Entry = QAction | QMenu | None


def fill_menu_bar(bar: QMenuBar, actions: Actions, shell: ShellActions, recent: QMenu) -> None:
    bar.setAccessibleName(tr("Menus"))
    _add(
        bar,
        tr("&File"),
        actions.open,
        actions.open_folder,
        recent,
        None,
        actions.save,
        actions.save_all,
        shell.show_in_folder,
        None,
        actions.quit,
    )
    _add(
        bar,
        tr("&Edit"),
        shell.copy,
        shell.paste,
        None,
        actions.remove,
        None,
        shell.preferences,
    )
    _add(
        bar,
        tr("&View"),
        actions.fit,
        actions.one_to_one,
        None,
        actions.zoom_in,
        actions.zoom_out,
        None,
        shell.full_screen,
    )
    _add(
        bar,
        tr("&Queue"),
        actions.upscale,
        actions.cancel,
    )
    _add(
        bar,
        tr("&Help"),
        shell.shortcuts,
        None,
        shell.open_log,
        shell.copy_system,
        shell.report,
        None,
        actions.about,
        shell.about_qt,
    )


def actions_by_menu(bar: QMenuBar) -> Iterator[tuple[str, list[QAction]]]:
    """Each menu's title without its mnemonic, and the actions in it, those of submenus left out."""
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            entries = [a for a in menu.actions() if not a.isSeparator() and a.menu() is None]
            yield plain(menu.title()), entries


def plain(text: str) -> str:
    """A text of a menu without the mark of its mnemonic."""
    text = re.sub(r"\(&.\)", "", text)  # as in Chinese and Japanese
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _add(bar: QMenuBar, title: str, *entries: Entry) -> None:
    menu = bar.addMenu(title)
    menu.setToolTipsVisible(True)
    _fill(menu, entries)


def _fill(menu: QMenu, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)


def tr(text: str) -> str:
    return QCoreApplication.translate("menu_bar", text)
