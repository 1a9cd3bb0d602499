"""The queue as a Qt list model, with thumbnails."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QImage

from app.look.images import read_image
from app.look.translation import tr
from app.look.words import pixels
from app.queue.job import Job
from app.queue.jobs import JobQueue
from app.queue.words import fidelity_sentence, made_before, state_words
from fdiwn.api.cropping import Crop

Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
JOB_ROLE = int(Role.UserRole)
THUMBNAIL_ROLE = JOB_ROLE + 1
THUMBNAIL = 56
KEPT_THUMBNAILS = 500
ROWS_FORMAT = "application/x-fdiwn-rows"


class JobListModel(QAbstractListModel):
    """The queue's jobs in order, read-only."""

    def __init__(self, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._ids: list[int] = []
        self._rows: dict[int, int] = {}
        self._thumbnails: OrderedDict[int, QImage] = OrderedDict()
        queue.changed.connect(self._change)
        queue.relisted.connect(self._relist)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        job = self.job(index)
        if job is None:
            return None
        if role == JOB_ROLE:
            return job
        if role == THUMBNAIL_ROLE:
            return self._thumbnail(job)
        match role:
            case Role.DisplayRole:
                return job.source.name
            case Role.ToolTipRole:
                return tool_tip(job)
            case Role.AccessibleTextRole:
                return ", ".join([job.source.name, *sizes(job), state_words(job)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged, and dropped between rows but not on them."""
        flags = super().flags(index)
        drag, drop = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
        return flags | drag if index.isValid() else flags | drop

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ROWS_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [job.id for index in indexes if (job := self.job(index)) is not None]
        data = QMimeData()
        text = " ".join(map(str, [os.getpid(), id(self._queue), *ids]))
        data.setData(ROWS_FORMAT, QByteArray(text.encode()))
        return data

    def dragged(self, data: QMimeData) -> list[int]:
        """The jobs in the dragged data; empty if it is not from this list."""
        if not data.hasFormat(ROWS_FORMAT):
            return []
        numbers = [int(n) for n in bytes(data.data(ROWS_FORMAT).data()).split()]
        return numbers[2:] if numbers[:2] == [os.getpid(), id(self._queue)] else []

    def job(self, index: Index) -> Job | None:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        return self._queue.job(self._ids[index.row()])

    def index_of(self, job_id: int) -> QModelIndex:
        row = self._rows.get(job_id)
        return self.index(row) if row is not None else QModelIndex()

    def ids(self, first: int, last: int) -> list[int]:
        """The jobs of the rows first..last."""
        return self._ids[first : last + 1]

    def _change(self, job_id: int) -> None:
        job = self._queue.job(job_id)
        if job is not None and job.thumbnail is not None and job_id not in self._thumbnails:
            self._thumbnail(job)  # at once: the file may be gone when it is painted
        index = self.index_of(job_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _relist(self) -> None:
        """Update the rows from the queue, with as few signals as possible."""
        wanted = self._queue.order()
        there = set(wanted)
        gone = [row for row, job_id in enumerate(self._ids) if job_id not in there]
        for first, last in reversed(list(_ranges(gone))):
            self.beginRemoveRows(QModelIndex(), first, last)
            for job_id in self._ids[first : last + 1]:
                self._thumbnails.pop(job_id, None)
            self._list(self._ids[:first] + self._ids[last + 1 :])
            self.endRemoveRows()
        new = [row for row, job_id in enumerate(wanted) if job_id not in self._rows]
        for first, last in _ranges(new):
            at = min(first, len(self._ids))
            self.beginInsertRows(QModelIndex(), at, at + last - first)
            self._list(self._ids[:at] + wanted[first : last + 1] + self._ids[at:])
            self.endInsertRows()
        if self._ids != wanted:
            self._arrange(wanted)

    def _arrange(self, wanted: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._ids[index.row()] for index in before]
        self._list(wanted)
        self.changePersistentIndexList(before, [self.index(self._rows[i]) for i in ids])
        self.layoutChanged.emit()

    def _list(self, ids: list[int]) -> None:
        self._ids = ids
        self._rows = {job_id: row for row, job_id in enumerate(ids)}

    def _thumbnail(self, job: Job) -> QImage | None:
        image = self._thumbnails.get(job.id)
        if image is None and job.thumbnail is not None:
            image = self._thumbnails[job.id] = _small(job)
            while len(self._thumbnails) > KEPT_THUMBNAILS:
                self._thumbnails.popitem(last=False)
        elif image is not None:
            self._thumbnails.move_to_end(job.id)
        return image


def sizes(job: Job) -> list[str]:
    """The size before, or of the crop; and after if it is known or ordered. Of a result until
    another is begun, as the view and the fidelity are."""
    if job.size is None:
        return []
    if job.result is not None and not job.active:
        after = pixels(job.result.width, job.result.height)
        return [_before(job.size, job.result.options.crop), after]
    run = job.run if job.active else None
    if run is None and job.own_order is not None:
        run = job.order(job.own_order).run
    upscale = run.upscale if run is not None else None
    ordered = job.output_size(upscale)
    before = _before(job.size, upscale.crop if upscale is not None else job.crop)
    return [before, pixels(*ordered)] if ordered is not None else [before]


def _before(size: tuple[int, int], crop: Crop | None) -> str:
    return tr("Crop {0}").format(pixels(*crop.size)) if crop is not None else pixels(*size)


def tool_tip(job: Job) -> str:
    lines = [str(job.source)]
    if job.problem is not None:
        lines.append(job.problem.sentence())
    if job.saved_to is not None:
        lines += [tr("Saved as {0}").format(job.saved_to), *job.left_out]
    result = job.result if not job.active else None
    crop = result.options.crop if result is not None else job.crop
    if crop is not None and job.size is not None:
        parts = (pixels(*crop.size), pixels(*job.size))
        lines.append(tr("Only a part is enlarged: {0} of {1}").format(*parts))
    if result is not None and crop != job.crop:
        lines.append(made_before(result))
    if job.own_order is not None:
        lines.append(tr("Has options of its own"))
    if known := fidelity_sentence(job):
        lines.append(known)
    return "\n".join(lines)


def _ranges(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of consecutive rows; rows ascend."""
    first = last = None
    for row in rows:
        if first is None or last is None or row != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last


def _small(job: Job) -> QImage:
    """The middle square, at two device pixels per pixel."""
    assert job.thumbnail is not None
    try:
        image = read_image(job.thumbnail, level=-1)
    except OSError:
        return QImage()
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    size, kinds = 2 * THUMBNAIL, Qt.TransformationMode
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.copy(middle).scaled(size, size, keep, kinds.SmoothTransformation)
