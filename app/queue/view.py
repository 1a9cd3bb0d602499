"""The list of pictures on the left of the window."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.look.translation import tr
from app.look.widgets import delay
from app.queue.list_model import JobListModel
from app.queue.row import JobDelegate

SETTLE_MILLISECONDS = 30
"""How long rows must stay visible before they are opened, so that fast scrolling opens none."""


class QueueView(QListView):
    """The list. Rows can be selected, several with Shift and Ctrl, and dragged to another place.

    If there are rows, one is always current and at least one is selected: the view shows the
    current one, and Delete removes the visible selection.
    """

    chosen = Signal(int)
    """The new current job; 0 if the list is empty."""
    selected_changed = Signal()
    moved = Signal(list, int)
    """Dropped jobs, and the row to insert them before."""
    visible_changed = Signal(list)
    """The jobs in the visible rows."""

    def __init__(self, model: JobListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._rows = model
        self._gone: int | None = None  # the first removed row, if the current one is removed
        model.rowsAboutToBeRemoved.connect(self._note_gone)  # before Qt changes the current row
        self.setModel(model)
        self.setItemDelegate(JobDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("Pictures"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(self._keep_selected)
        self.selectionModel().selectionChanged.connect(self.selected_changed)
        model.rowsInserted.connect(self._fill_current)
        model.rowsRemoved.connect(self._choose_near)
        self._settled = delay(SETTLE_MILLISECONDS, self._tell_visible, self)
        self.verticalScrollBar().valueChanged.connect(self._look)
        for signal in (model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._look)

    @property
    def current(self) -> int:
        """The current job, 0 if there is none."""
        job = self._rows.job(self.currentIndex())
        return job.id if job is not None else 0

    @property
    def selected(self) -> list[int]:
        """The selected jobs in list order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [job.id for row in rows if (job := self._rows.job(self._rows.index(row)))]

    def choose(self, job_id: int) -> None:
        """Make this row the only selected and the current one, and scroll to it."""
        self._choose(self._rows.index_of(job_id))

    def choose_current(self) -> None:
        """Make the current row the only selected one, and scroll to it."""
        if self.currentIndex().isValid():
            self._choose(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        # Not `setCurrentIndex`: with Ctrl held, as for pasting, it would extend the selection.
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index)

    def _keep_selected(self) -> None:
        """When a click deselects the current row, make the nearest selected one current; keep the
        current one selected if there is none."""
        index, flags = self.currentIndex(), QItemSelectionModel.SelectionFlag
        if not index.isValid() or self.selectionModel().isSelected(index):
            return
        selected = self.selectionModel().selectedIndexes()
        if selected:
            near = min(selected, key=lambda other: abs(other.row() - index.row()))
            self.selectionModel().setCurrentIndex(near, flags.NoUpdate)
        else:
            self.selectionModel().select(index, flags.Select)

    def _note_gone(self, parent: QModelIndex, first: int, last: int) -> None:
        self._gone = first if first <= self.currentIndex().row() <= last else None

    def _choose_near(self) -> None:
        """After the current row is removed, choose the row now in its place, or the last; after
        others, the current one alone."""
        if self._gone is not None:
            near, self._gone = min(self._gone, self._rows.rowCount() - 1), None
            self._choose(self._rows.index(near))
            self._tell()
        else:
            self.choose_current()

    def _fill_current(self, parent: QModelIndex, first: int, last: int) -> None:
        if not self.currentIndex().isValid():
            self._choose(self._rows.index(first))

    def sizeHint(self) -> QSize:
        return QSize(272, 400)

    # Visible rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scrollTo(self.currentIndex())
        self._look()

    def _look(self) -> None:
        self._settled.start()

    def _tell_visible(self) -> None:
        area = self.viewport().rect()
        first = self.indexAt(QPoint(1, 1)).row()
        last = self.indexAt(QPoint(1, area.bottom() - 1)).row()
        if self.isVisible() and first >= 0:
            end = last if last >= 0 else self._rows.rowCount() - 1
            self.visible_changed.emit(self._rows.ids(first, end))

    # Dragging rows within the list; the window handles all other drags

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls, and shows where the rows would go
        self._judge(event)

    def _judge(self, event: QDragMoveEvent) -> None:
        if self._rows.dragged(event.mimeData()):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        ids = self._rows.dragged(event.mimeData())
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if not ids:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.moved.emit(ids, self._row_at(event.position().toPoint()))

    def _row_at(self, place: QPoint) -> int:
        """The row before which to insert something dropped here."""
        index = self.indexAt(place)
        if not index.isValid():
            return self._rows.rowCount()
        below = place.y() > self.visualRect(index).center().y()
        return index.row() + int(below)

    def _tell(self) -> None:
        if self._gone is None:  # else the current row is about to change
            self.chosen.emit(self.current)
