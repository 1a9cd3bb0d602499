"""The list of pictures: a model over the queue, and rows with thumbnail, sizes and state."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import theme
from app.display_pixels import DisplayPixels
from app.job import Job, JobState
from app.jobs import JobQueue
from app.words import pixels, state_words

Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
JOB_ROLE = int(Role.UserRole)
THUMBNAIL_ROLE = JOB_ROLE + 1
ROW_HEIGHT = 80
THUMBNAIL = 56
BAR = 4


class JobListModel(QAbstractListModel):
    """The queue's jobs in order. Reads the queue and never writes to it."""

    def __init__(self, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._ids: list[int] = []
        self._thumbnails: dict[int, QImage] = {}
        queue.added.connect(self._add)
        queue.changed.connect(self._change)
        queue.removed.connect(self._remove)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        job = self.job(index)
        if job is None:
            return None
        match role:
            case Role.DisplayRole:
                return job.source.name
            case Role.ToolTipRole:
                return job.problem.sentence() if job.problem else str(job.source)
            case Role.AccessibleTextRole:
                return ", ".join([job.source.name, *sizes(job), state_words(job)])
        return {JOB_ROLE: job, THUMBNAIL_ROLE: self._thumbnails.get(job.id)}.get(role)

    def job(self, index: Index) -> Job | None:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        return self._queue.job(self._ids[index.row()])

    def index_of(self, job_id: int) -> QModelIndex:
        return self.index(self._ids.index(job_id)) if job_id in self._ids else QModelIndex()

    def _add(self, job_id: int) -> None:
        self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids))
        self._ids.append(job_id)
        self.endInsertRows()

    def _change(self, job_id: int) -> None:
        job = self._queue.job(job_id)
        if job is not None and job.thumbnail is not None and job_id not in self._thumbnails:
            self._thumbnails[job_id] = _thumbnail(job)
        index = self.index_of(job_id)
        self.dataChanged.emit(index, index)

    def _remove(self, job_id: int) -> None:
        row = self._ids.index(job_id)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._ids[row]
        self._thumbnails.pop(job_id, None)
        self.endRemoveRows()


class QueueView(QListView):
    """The rail at the left."""

    chosen = Signal(int)
    """The job now current; 0 if the list is empty."""

    def __init__(self, model: JobListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setModel(model)
        self._rows = model
        self.setItemDelegate(JobDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pictures"))
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def current(self) -> int:
        """The current job, 0 if there is none."""
        job = self._rows.job(self.currentIndex())
        return job.id if job is not None else 0

    def choose(self, job_id: int) -> None:
        self.setCurrentIndex(self._rows.index_of(job_id))

    def _tell(self) -> None:
        self.chosen.emit(self.current)

    def sizeHint(self) -> QSize:
        return QSize(272, 400)


class JobDelegate(QStyledItemDelegate):
    """Paints a row: thumbnail; name; sizes; state, with a bar while it runs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 3 * option.fontMetrics.height() + 3 * theme.UNIT
        return QSize(200, max(ROW_HEIGHT, lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        job = index.data(JOB_ROLE)
        if not isinstance(job, Job):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_background(painter, rect, state)
        picture = QRect(rect.left() + 16, 0, THUMBNAIL, THUMBNAIL)
        picture.moveTop(rect.center().y() - THUMBNAIL // 2)
        _paint_thumbnail(painter, picture, index.data(THUMBNAIL_ROLE))
        text = QRect(rect)
        text.setLeft(picture.right() + 13)
        text.setRight(rect.right() - 12)
        _paint_text(painter, text, font, job)
        painter.restore()


def sizes(job: Job) -> list[str]:
    """The size before, and after where it is known."""
    if job.size is None:
        return []
    found = [pixels(*job.size)]
    if job.result is not None:
        found.append(pixels(job.result.width, job.result.height))
    elif job.active and job.options is not None:
        found.append(pixels(job.size[0] * job.options.scale, job.size[1] * job.options.scale))
    return found


def _paint_background(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    flags = QStyle.StateFlag
    selected, hovered = bool(state & flags.State_Selected), bool(state & flags.State_MouseOver)
    if not (selected or hovered):
        return
    box = QRectF(rect).adjusted(4.5, 2.5, -4.5, -2.5)
    focused = selected and bool(state & flags.State_HasFocus)
    painter.setPen(QPen(QColor(theme.colours().focus), 1) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().raised if selected else theme.colours().hovered))
    painter.drawRoundedRect(box, 6, 6)
    if selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().accent))
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 8, 3, box.height() - 16), 1.5, 1.5)


def _paint_thumbnail(painter: QPainter, box: QRect, image: QImage | None) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(box), 4, 4)
    painter.fillPath(shape, QColor(theme.colours().window))
    if image is None or image.isNull():
        sign = theme.icon("open", "faint").pixmap(24, 24)
        painter.drawPixmap(box.center().x() - 11, box.center().y() - 11, sign)
        return
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    painter.save()
    painter.setClipPath(shape)
    painter.drawImage(box, image, middle)
    painter.restore()


def _paint_text(painter: QPainter, area: QRect, font: QFont, job: Job) -> None:
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    name_height, line = QFontMetrics(bold).height(), QFontMetrics(small).height()
    height = name_height + 2 * line + theme.UNIT
    top = area.center().y() - height // 2
    colour = theme.colours().error if job.state is JobState.FAILED else theme.colours().muted
    name = QRect(area.left(), top, area.width(), name_height)
    second = QRect(area.left(), name.bottom() + 5, area.width(), line)
    known = " → ".join(sizes(job))
    third = second.translated(0, line + 4) if known else second
    for text, where, used, tint in (
        (job.source.name, name, bold, theme.colours().text),
        (known, second, small, theme.colours().muted),
        (state_words(job), third, small, colour),
    ):
        painter.setFont(used)
        painter.setPen(QColor(tint))
        mode = Qt.TextElideMode.ElideMiddle if used is bold else Qt.TextElideMode.ElideRight
        shown = QFontMetrics(used).elidedText(text, mode, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    if job.state is JobState.RUNNING:
        _paint_bar(painter, QRectF(area.left(), top + height + 3, area.width(), BAR), job.fraction)


def _paint_bar(painter: QPainter, bar: QRectF, fraction: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().border))
    painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
    painter.setBrush(QColor(theme.colours().accent))
    done = QRectF(bar.left(), bar.top(), max(BAR, bar.width() * fraction), BAR)
    painter.drawRoundedRect(done, BAR / 2, BAR / 2)


def _thumbnail(job: Job) -> QImage:
    assert job.thumbnail is not None
    try:
        with DisplayPixels(job.thumbnail) as found:
            image = found.thumbnail()
    except OSError:
        return QImage()
    side = 2 * THUMBNAIL  # enough for screens with two device pixels per pixel
    return image.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
