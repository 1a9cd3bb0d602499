"""The plan of a batch as a Qt table model, fast with ten thousand rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from app.batch.words import action_words, state_words
from app.look import theme
from app.look.translation import tr
from app.look.words import file_size, pixels
from fdiwn.batch.records.events import Record, State
from fdiwn.batch.records.plan import Action, Entry

Index = QModelIndex | QPersistentModelIndex
SOURCE, SIZE, TARGET, RESULT, STATE, PROBLEM = range(6)
ROLES = Qt.ItemDataRole
NOWHERE = QModelIndex()


class BatchTableModel(QAbstractTableModel):
    """Rows are entries in any order."""

    retarget_wanted = Signal(str, str)
    """A key, and the path that the user typed, below the output folder."""
    left_out = Signal(object, bool)
    """A list of keys that are now excluded or included again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        self._out: set[str] = set()
        self._records: dict[str, Record] = {}
        self._under_way: dict[str, str] = {}
        self._refused: dict[str, str] = {}  # the names that were typed and refused
        self._output = Path()
        self.editable = False

    # Content

    def begin(self, output: Path) -> None:
        """Clear the table for a plan of this output folder."""
        self.beginResetModel()
        self._output = output
        self._entries, self._rows = [], {}
        self._out, self._records, self._under_way, self._refused = set(), {}, {}, {}
        self.endResetModel()

    def extend(self, entries: Iterable[Entry]) -> None:
        new = list(entries)
        first = len(self._entries)
        if not new:
            return
        self.beginInsertRows(NOWHERE, first, first + len(new) - 1)
        self._entries += new
        self._rows |= {entry.key: first + number for number, entry in enumerate(new)}
        self.endInsertRows()

    def show_entry(self, entry: Entry) -> None:
        """Replace the entry with the same key."""
        row = self._rows[entry.key]
        self._entries[row] = entry
        self._records.pop(entry.key, None)
        self._refused.pop(entry.key, None)
        self._tell(row)

    def refuse(self, key: str, name: str) -> None:
        """Keep a name that was refused: whoever edits it again goes on from it."""
        self._refused[key] = name

    def forget_refused(self, row: int) -> None:
        self._refused.pop(self._entries[row].key, None)

    def show_record(self, record: Record) -> None:
        """Mark this picture as finished."""
        if (row := self._rows.get(record.key)) is not None:
            self._under_way.pop(record.key, None)
            self._records[record.key] = record
            self._tell(row)

    def show_under_way(self, key: str, words: str) -> None:
        if (row := self._rows.get(key)) is not None and self._under_way.get(key) != words:
            self._records.pop(key, None)
            self._under_way[key] = words
            self._tell(row)

    def end_run(self) -> None:
        """Mark no picture as running."""
        keys, self._under_way = list(self._under_way), {}
        for key in keys:
            self._tell(self._rows[key])

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    # QAbstractTableModel

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLES.DisplayRole
    ) -> Any:
        if role == ROLES.TextAlignmentRole and section in (SIZE, RESULT):
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        if orientation is Qt.Orientation.Vertical or role != ROLES.DisplayRole:
            return None
        return (
            tr("Picture"), tr("Size"), tr("Result"), tr("Size"), tr("State"), tr("Remarks"),
        )[section]  # fmt: skip

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry, column = self._entries[index.row()], index.column()
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.editable:
            return flags
        if column == SOURCE and entry.action is Action.ENLARGE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if column == TARGET and entry.action is not Action.DONE_BEFORE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = ROLES.DisplayRole) -> Any:
        entry, column = self._entries[index.row()], index.column()
        match role:
            case ROLES.DisplayRole:
                return self._text(entry, column)
            case ROLES.EditRole:
                target = self._refused.get(entry.key) or self._below(entry.target)
                return target if column == TARGET else self._text(entry, column)
            case ROLES.AccessibleTextRole:  # an empty cell is named by its column
                heading = self.headerData(column, Qt.Orientation.Horizontal)
                return self._text(entry, column) or heading
            case ROLES.ToolTipRole:
                return self._tip(entry, column)
            case ROLES.CheckStateRole if column == SOURCE and entry.action is Action.ENLARGE:
                out = entry.key in self._out
                return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
            case ROLES.ForegroundRole:
                return self._colour(entry, column)
            case ROLES.TextAlignmentRole if column in (SIZE, RESULT):
                return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = ROLES.EditRole) -> bool:
        entry, column = self._entries[index.row()], index.column()
        if role == ROLES.CheckStateRole and column == SOURCE:
            self.set_left_out([index.row()], Qt.CheckState(value) == Qt.CheckState.Unchecked)
            return True
        if role == ROLES.EditRole and column == TARGET:
            wanted = str(value).strip()
            self._refused.pop(entry.key, None)
            if wanted and wanted != self._below(entry.target):
                self.retarget_wanted.emit(entry.key, wanted)
            return entry.key not in self._refused
        return False

    def set_left_out(self, rows: Iterable[int], out: bool) -> None:
        """Exclude these pictures, or include them again."""
        if not self.editable:
            return
        changed = [
            row
            for row in rows
            if self._entries[row].action is Action.ENLARGE and self.is_left_out(row) is not out
        ]
        keys = [self._entries[row].key for row in changed]
        self._out = self._out.union(keys) if out else self._out.difference(keys)
        for row in changed:
            self._tell(row)
        if keys:
            self.left_out.emit(keys, out)

    def is_left_out(self, row: int) -> bool:
        return self._entries[row].key in self._out

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < self.columnCount():
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._entries[index.row()].key for index in before]
        down = order is Qt.SortOrder.DescendingOrder
        self._entries.sort(key=self._sort_key(column), reverse=down)
        self._rows = {entry.key: row for row, entry in enumerate(self._entries)}
        after = [
            self.index(self._rows[key], index.column())
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # Internals

    def _sort_key(self, column: int) -> Callable[[Entry], Any]:
        if column in (SIZE, RESULT):

            def area(entry: Entry) -> int:
                size = entry.size if column == SIZE else entry.result
                return size[0] * size[1] if size else -1

            return area
        if column == SOURCE:
            return lambda entry: entry.key.casefold()
        return lambda entry: self._text(entry, column).casefold()

    def _text(self, entry: Entry, column: int) -> str:
        match column:
            case 0:
                return entry.key
            case 1:
                return pixels(*entry.size) if entry.size else "–"  # noqa: RUF001 - none known
            case 2:
                return self._below(entry.target) if self._is_made(entry) else ""
            case 3:
                return pixels(*entry.result) if entry.result else ""
            case 4:
                return self._state(entry)
        return self._remarks(entry)

    def _is_made(self, entry: Entry) -> bool:
        return entry.action is not Action.REFUSE and entry.key not in self._out

    def _state(self, entry: Entry) -> str:
        if entry.key in self._under_way:
            return self._under_way[entry.key]
        if record := self._records.get(entry.key):
            return state_words(record.state)
        if entry.key in self._out:
            return tr("Left out")
        return action_words(entry.action)

    def _remarks(self, entry: Entry) -> str:
        record = self._records.get(entry.key)
        reason = record.reason if record is not None else entry.reason
        notes = record.notes if record is not None else entry.notes
        return "; ".join(part for part in (reason, *notes) if part)

    def _tip(self, entry: Entry, column: int) -> str | None:
        if column == SOURCE:
            return str(entry.source)
        if column == TARGET and self._is_made(entry):
            about = tr("about {0}").format(file_size(entry.result_bytes))
            return f"{entry.target}\n{about}" if entry.result_bytes else str(entry.target)
        return self._remarks(entry) if column in (STATE, PROBLEM) else None

    def _colour(self, entry: Entry, column: int) -> QColor | None:
        colours = theme.colours()
        record = self._records.get(entry.key)
        failed = record.state is State.FAILED if record else entry.action is Action.REFUSE
        if failed and column in (STATE, PROBLEM):
            return QColor(colours.error)
        if entry.key in self._out or entry.action is not Action.ENLARGE:
            return QColor(colours.muted)
        return QColor(colours.muted) if column in (SIZE, RESULT, PROBLEM) else None

    def _below(self, target: Path) -> str:
        if self._output in target.parents:
            return target.relative_to(self._output).as_posix()
        return str(target)

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
