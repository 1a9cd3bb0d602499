"""The dialog with all keyboard shortcuts, read from the menus."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.look import theme
from app.look.actions import NAME
from app.look.geometry import least_size
from app.look.translation import tr
from app.look.widgets import close_button, column
from app.window.menu_bar import plain


class ShortcutsDialog(QDialog):
    """groups: titles with their actions, from `menu_bar.actions_by_menu`."""

    def __init__(
        self, groups: Iterable[tuple[str, list[QAction]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard Shortcuts"))
        self.resize(least_size(QSize(520, 560)))
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Keyboard Shortcuts"))
        self.table.setHeaderLabels([tr("What it does"), tr("Keys")])
        self.table.setRootIsDecorated(False)
        self.table.setItemsExpandable(False)
        self.table.setIndentation(theme.UNIT)
        for title, actions in groups:
            rows = [(_name(action), _keys(action)) for action in actions]
            self._add_group(title, [row for row in rows if row[1]])
        self._add_group(tr("In the picture"), _in_picture())
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        parts = ((self.table, 1), close_button(self))
        column(*parts, parent=self, margin=2 * theme.UNIT, spacing=2 * theme.UNIT)

    def _add_group(self, title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem([title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for row in rows:
            entry = QTreeWidgetItem(group, list(row))
            if self.table.currentItem() is None:
                self.table.setCurrentItem(entry)
        group.setExpanded(True)


def _name(action: QAction) -> str:
    return plain(action.property(NAME) or action.text())


def _keys(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    first, *others = action.shortcuts() or [QKeySequence()]
    # Some systems list keys that few keyboards have, such as a key for Undo.
    usual = [key for key in others if key[0].keyboardModifiers()]  # type: ignore[index]  # it can
    return ", ".join(key.toString(form) for key in (first, *usual))


def _in_picture() -> list[tuple[str, str]]:
    return [
        (tr("Move the picture"), tr("Arrow keys, or drag")),
        (tr("Zoom at the cursor"), tr("Mouse wheel")),
        (tr("Fit, and back to 1:1"), tr("Double click")),
        (tr("Next control, previous control"), tr("Tab, Shift+Tab")),
    ]
