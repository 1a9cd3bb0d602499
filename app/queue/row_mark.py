"""Marks a thumbnail with its state, in a list that is too narrow for words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.look import theme
from app.queue.job import Job, JobState

LEAST_FOR_TEXT = 180
"""Pixels; a narrower row has no words, they are in its tool tip."""
DISC, SIGN = 20, 12


def paint_mark(painter: QPainter, picture: QRect, job: Job) -> None:
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
