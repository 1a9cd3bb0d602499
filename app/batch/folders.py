"""The list of a batch's source folders, and the field for its output folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.look.translation import tr
from app.look.widgets import button, column, row

FROM_LEFT = Qt.TextElideMode.ElideLeft


def folders_in(data: QMimeData) -> list[Path]:
    """The folders in the dragged data."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.is_dir()]


class SourceFolders(QWidget):
    """The list of source folders: a button or a drop adds, Delete removes, undo restores."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setObjectName("folders")
        self.list.setAccessibleName(tr("Folders of pictures"))
        self.list.setToolTip(tr("Drop folders anywhere in this window"))
        self.list.setTextElideMode(FROM_LEFT)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(62)
        self.add = button(tr("Add Folder…"), do=self._ask)
        self.remove = button(tr("Remove"), tr("Ctrl+Z brings them back"), self._remove)
        self.remove.setAccessibleName(tr("Remove the selected folders"))
        column(self.list, row((self.add, 1), (self.remove, 1)), parent=self)
        self._start = ""
        self.list.itemSelectionChanged.connect(self._refresh)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._remove)
        self._before: list[tuple[str, ...]] = []  # the lists before each removal, for undo
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._undo)
        self._refresh()

    def folders(self) -> tuple[str, ...]:
        return tuple(self.list.item(row).data(ROLE) for row in range(self.list.count()))

    def show_folders(self, folders: Iterable[str]) -> None:
        self.list.clear()
        for folder in folders:
            self._append(folder)
        self._refresh()

    def take(self, folders: Iterable[Path]) -> None:
        """Add these folders, each once."""
        there = set(self.folders())
        wanted = dict.fromkeys(str(folder.absolute()) for folder in folders)
        new = [text for text in wanted if text not in there]
        for text in new:
            self._append(text)
        if new:
            self.changed.emit()
        self._refresh()

    def set_start(self, folder: str) -> None:
        """The folder in which the file dialog starts."""
        self._start = folder

    def _append(self, folder: str) -> None:
        item = QListWidgetItem(folder)
        item.setData(ROLE, folder)
        item.setToolTip(folder)
        self.list.addItem(item)

    def _ask(self) -> None:
        known = self.folders()
        start = known[-1] if known else self._start
        if name := QFileDialog.getExistingDirectory(self, tr("Folder of pictures"), start):
            self.take([Path(name)])

    def _remove(self) -> None:
        chosen = self.list.selectedItems()
        if not chosen:
            return
        self._before.append(self.folders())
        for item in chosen:
            self.list.takeItem(self.list.row(item))
        self.list.setFocus()  # a disabled button would pass the focus on, and undo with it
        self.changed.emit()

    def _undo(self) -> None:
        """Restore the folders removed last, in their places, before folders added since."""
        if self._before:
            before = self._before.pop()
            since = [folder for folder in self.folders() if folder not in before]
            self.show_folders([*before, *since])
            self.changed.emit()

    def _refresh(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))


class OutputFolder(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(tr("Folder for the results"))
        self.edit.setPlaceholderText(tr("None yet"))
        self.choose = button(tr("Choose…"), do=self._ask)
        self.choose.setAccessibleName(tr("Choose the folder for results"))
        row((self.edit, 1), self.choose, parent=self)
        self.edit.textChanged.connect(self.changed)

    def folder(self) -> str:
        """The path; empty if none is chosen."""
        text = self.edit.text().strip()
        return str(Path(text).expanduser()) if text else ""

    def show_folder(self, folder: str) -> None:
        if folder != self.edit.text():
            self.edit.setText(folder)
            self.edit.setToolTip(folder)

    def sizeHint(self) -> QSize:
        return QSize(200, super().sizeHint().height())

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder for results"), self.folder())
        if name:
            self.show_folder(name)


ROLE = int(Qt.ItemDataRole.UserRole)
