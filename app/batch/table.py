"""The table of a batch's plan: click a column to sort, double-click or press F2 to edit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.batch.table_model import STATE, TARGET, BatchTableModel
from app.batch.words import action_words, state_words
from app.look.translation import tr
from fdiwn.batch.records.events import State
from fdiwn.batch.records.plan import Action

ROW = 26
WIDTHS = (150, 82, 132, 88, 80)


class BatchTable(QTableView):
    """Space excludes the selected pictures, or includes them again."""

    def __init__(self, model: BatchTableModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setObjectName("batch")
        self.setAccessibleName(tr("What becomes of each picture"))
        self.setItemDelegate(_Editor(model, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # measuring rows is slow
        rows.setDefaultSectionSize(ROW)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setStretchLastSection(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        words = [*map(action_words, Action), *map(state_words, State)]
        widest = max(map(self.fontMetrics().horizontalAdvance, words))
        self.setColumnWidth(STATE, max(WIDTHS[STATE], widest + ROW))
        self.setSortingEnabled(True)

    def selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def in_plan_order(self) -> None:
        """Reset the sorting for a new plan."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.selected_rows()
        if event.key() == Qt.Key.Key_Space and rows:
            self._model.set_left_out(rows, not all(map(self._model.is_left_out, rows)))
        elif event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit(self.currentIndex().siblingAtColumn(TARGET))
        else:
            super().keyPressEvent(event)


class _Editor(QStyledItemDelegate):
    """A line editor as large as its cell. Enter leaves it open, with what was typed, if the name is
    refused; Esc gives it up."""

    def __init__(self, model: BatchTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._index = model, QPersistentModelIndex()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enters and isinstance(watched, QLineEdit) and self._index.isValid():
                if not self._model.setData(self._index, watched.text()):
                    return True
            elif event.key() == Qt.Key.Key_Escape and self._index.isValid():
                self._model.forget_refused(self._index.row())
        return super().eventFilter(watched, event)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        self._index = QPersistentModelIndex(index)
        edit = QLineEdit(parent)
        edit.setObjectName("cell")
        edit.setFrame(False)
        edit.setAccessibleName(tr("Name of the result"))
        return edit
