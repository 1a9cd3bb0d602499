"""Paints a row of the list: thumbnail, name, sizes, state."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.look import theme
from app.queue.job import Job, JobState
from app.queue.list_model import JOB_ROLE, THUMBNAIL, THUMBNAIL_ROLE, sizes
from app.queue.words import fidelity, state_words

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 80
MARK = 14
LEAST_FOR_TEXT = 180
"""Pixels; a narrower row has no words, they are in its tool tip."""
DISC, SIGN = 20, 12


class JobDelegate(QStyledItemDelegate):
    """Paints a row: thumbnail; name; sizes; state. How far the run is, is said once, in the foot of
    the options."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 3 * option.fontMetrics.height() + 3 * theme.UNIT
        # The list widens it to its own width, which may be that of the thumbnails.
        return QSize(THUMBNAIL + 16, max(ROW_HEIGHT, lines))

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
        if rect.width() < LEAST_FOR_TEXT:
            _paint_mark(painter, picture, job)
            painter.restore()
            return
        text = QRect(rect)
        text.setLeft(picture.right() + 13)
        text.setRight(rect.right() - 12)
        _paint_text(painter, text, font, job)
        painter.restore()


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
        sign = QRect(box.center().x() - 11, box.center().y() - 11, 24, 24)
        painter.drawImage(sign, _sign("open", theme.colours().faint))
        return
    painter.save()
    painter.setClipPath(shape)
    painter.drawImage(box, image)
    painter.restore()


def _paint_text(painter: QPainter, area: QRect, font: QFont, job: Job) -> None:
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    name_height, line = QFontMetrics(bold).height(), QFontMetrics(small).height()
    height = name_height + 2 * line + theme.UNIT
    top = area.center().y() - height // 2
    name = QRect(area.left(), top, area.width(), name_height)
    second = QRect(area.left(), name.bottom() + 5, area.width(), line)
    known, colours = " → ".join(sizes(job)), theme.colours()
    third = second.translated(0, line + 4) if known else second
    if job.own_order is not None:
        name.setRight(name.right() - MARK - 6)
        mark = QRect(name.right() + 6, name.center().y() - MARK // 2 + 1, MARK, MARK)
        painter.drawImage(mark, _sign("settings", colours.focus))
    failed = job.retriable
    if (faithful := fidelity(job)) and not failed and not job.active:
        width = QFontMetrics(small).horizontalAdvance(faithful)
        right = QRect(third.right() - width, third.top(), width + 1, line)
        _paint_line(painter, right, small, colours.text, faithful)
        third.setRight(right.left() - theme.UNIT)
    _paint_line(painter, name, bold, colours.text, job.source.name)
    _paint_line(painter, second, small, colours.muted, known)
    _paint_line(painter, third, small, colours.error if failed else colours.muted, state_words(job))


def _paint_line(painter: QPainter, where: QRect, font: QFont, colour: str, text: str) -> None:
    """Paint one line; names are elided in the middle, which keeps numbers and endings."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    name = font.weight() == QFont.Weight.DemiBold
    mode = Qt.TextElideMode.ElideMiddle if name else Qt.TextElideMode.ElideRight
    shown = QFontMetrics(font).elidedText(text, mode, where.width())
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_mark(painter: QPainter, picture: QRect, job: Job) -> None:
    """A sign in the corner of `picture`: running, done or failed."""
    colours = theme.colours()
    marks = {
        JobState.RUNNING: ("upscale", colours.focus),
        JobState.DONE: ("check", colours.accent),
        JobState.FAILED: ("cancel", colours.error),
    }
    if job.state not in marks:
        return
    name, colour = marks[job.state]
    disc = QRect(0, 0, DISC, DISC)
    disc.moveCenter(picture.bottomRight())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(disc))
    sign = QRect(0, 0, SIGN, SIGN)
    sign.moveCenter(disc.center())
    painter.drawPixmap(sign, theme.icon_pixmap(name, 2 * SIGN, colours.window))


@cache
def _sign(name: str, colour: str) -> QImage:
    """An icon, cached, as rows are painted often."""
    return theme.icon_pixmap(name, 48, colour).toImage()
