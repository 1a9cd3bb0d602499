"""Panes: what each shows, and where they lie in the view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from app.compare.side import Mode, Side
from app.compare.viewport import Viewport

GAP = 2
"""Device pixels between two panes."""


@dataclass(frozen=True)
class Pane:
    side: Side
    label: str


def layout(mode: Mode, count: int, size: QSize) -> list[QRect]:
    """The areas that show the picture, all of one size, row by row.

    count: of the pictures. size: of the view.
    """
    if mode not in (Mode.SIDE, Mode.FOUR) or count < 2:
        return [QRect(QPoint(0, 0), size)]
    across, down = (2, 2) if count > 2 else (2, 1)
    width = _share(size.width(), across)
    height = _share(size.height(), down)
    return [
        QRect(x, y, width, height)
        for y in (0, size.height() - height)[:down]
        for x in (0, size.width() - width)[:across]
    ]


def _share(length: int, count: int) -> int:
    return max(1, (length - GAP * (count - 1)) // count)


def pane_at(x: float, y: float, areas: list[QRect]) -> QRect:
    """The pane of a point; beside all of them the next one."""
    found = [area for area in areas if x >= area.left() and y >= area.top()]
    return found[-1] if found else areas[0]


def area_in_view(view: Viewport, area: QRectF, ratio: float, pane: QRect) -> QRect:
    """The widget area of a part of the picture in a pane, with a small border.

    ratio: device pixels per pixel of the widget.
    """
    left, top = view.origin()
    shown = QRectF(
        (pane.left() + left + area.left() * view.zoom) / ratio,
        (pane.top() + top + area.top() * view.zoom) / ratio,
        area.width() * view.zoom / ratio,
        area.height() * view.zoom / ratio,
    )
    within = QRectF(
        pane.left() / ratio, pane.top() / ratio, pane.width() / ratio, pane.height() / ratio
    )
    return shown.intersected(within).toAlignedRect().adjusted(-2, -2, 2, 2)
