"""Labels over a comparison: the names of the sides, and the scale of differences."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter

from app.compare.paint import Scene, loupe_area
from app.compare.side import Mode
from app.look import theme
from app.look.theme import scheme
from app.look.translation import tr

LABEL_MARGIN = 12
LABEL_INSIDE = 8
LABEL_LINES = 2


def paint_words(
    painter: QPainter, scene: Scene, labels: tuple[str, str], ratio: float, most: int | None
) -> None:
    """Draw labels in the widget's pixels; each has `ratio` device pixels.

    most: the largest difference, if differences are shown. Four panes have
    `app.compare.pane_buttons` instead.
    """
    left, right = labels
    whole = QRect(QPoint(0, 0), scene.size / ratio)
    if scene.left_alone:
        paint_label(painter, left, whole)
    elif len(scene.areas) > 2:
        pass
    elif scene.mode is Mode.SPLIT or len(scene.areas) == 2:
        split = scene.mode is Mode.SPLIT
        middle = round(scene.split / ratio) if split else whole.width() // 2
        paint_label(painter, left, QRect(QPoint(0, 0), QSize(middle, whole.height())))
        paint_label(painter, right, whole.adjusted(middle, 0, 0, 0), right=True)
    elif scene.mode is Mode.DIFFERENCE:
        both = tr("{0} against {1}").format(right, left) if left and right else ""
        paint_label(painter, both, whole)
        paint_legend(painter, whole, scene.factor, most or 0, scene.view.zoom < 1)
    else:
        paint_label(painter, right, whole)
        if scene.mode is Mode.LOUPE:
            _paint_loupe_labels(painter, scene, labels, ratio)


def _paint_loupe_labels(
    painter: QPainter, scene: Scene, labels: tuple[str, str], ratio: float
) -> None:
    area = loupe_rect(scene, ratio)
    middle = area.left() + area.width() // 2
    before = QRect(area.topLeft(), QPoint(middle, area.bottom()))
    paint_label(painter, f"{labels[0]}  {scene.loupe_zoom}:1", before)
    area.setLeft(middle)
    paint_label(painter, labels[1], area)


def loupe_rect(scene: Scene, ratio: float) -> QRect:
    """The area of loupe and frame, in the widget's pixels."""
    area = loupe_area(scene.loupe, scene.loupe_side, scene.size)
    corner = QPoint(area.left(), area.top())
    found = QRectF(
        corner.x() / ratio, corner.y() / ratio, area.width() / ratio, area.height() / ratio
    )
    return found.toAlignedRect()


def paint_message(painter: QPainter, within: QRect, text: str) -> None:
    """Draw a message instead of a picture."""
    painter.setPen(QColor(theme.colours().on_surround))
    margin = 3 * theme.UNIT
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(within.adjusted(margin, margin, -margin, -margin), flags, text)


def paint_label(painter: QPainter, text: str, within: QRect, right: bool = False) -> None:
    """Draw a label at the top of `within`, in the widget's pixels, on its left or right.

    Where it finds no room on LABEL_LINES lines, there is none: half a name says nothing.
    """
    found = label_box(text, within, painter.fontMetrics())
    if found is None:
        return
    painter.save()
    box = QRect(found)
    box.moveTop(within.top() + LABEL_MARGIN)
    if right:
        box.moveRight(within.right() + 1 - LABEL_MARGIN)
    else:
        box.moveLeft(within.left() + LABEL_MARGIN)
    painter.setClipRect(within)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 170))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor("#ffffff"))
    inner = box.adjusted(LABEL_INSIDE, 0, -LABEL_INSIDE, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
    painter.restore()


def label_box(text: str, within: QRect, metrics: QFontMetrics) -> QRect | None:
    """The size of a label inside `within`; None without text, and if it does not fit."""
    room = within.width() - 2 * LABEL_MARGIN - 2 * LABEL_INSIDE
    if not text or room <= 0:
        return None
    height = LABEL_LINES * metrics.lineSpacing()
    words = metrics.boundingRect(QRect(0, 0, room, height), Qt.TextFlag.TextWordWrap, text)
    if words.width() > room or words.height() > height:
        return None
    # One more pixel: or rounding may wrap it once more.
    return words.adjusted(-LABEL_INSIDE, -4, LABEL_INSIDE + 1, 4)


def paint_legend(painter: QPainter, view: QRect, factor: int, most: int, reduced: bool) -> None:
    """Draw a scale from equal to the difference shown as white, and the largest in view.

    reduced: the zoom is below 1, so averages of pixels are compared.
    """
    lines = (
        tr("Difference ×{0}").format(factor),  # noqa: RUF001 - the sign for times
        (
            tr("Largest in view, as reduced: {0} of 255")
            if reduced
            else tr("Largest in view: {0} of 255")
        ).format(most),
    )
    white = tr("{0} or more").format(-(-255 // factor)) if factor > 1 else "255"
    metrics = painter.fontMetrics()
    unit, line = theme.UNIT, metrics.height()
    width = max(metrics.horizontalAdvance(text) for text in lines)
    width = max(width, metrics.horizontalAdvance("0" + white) + 4 * unit) + 2 * unit
    height = 3 * line + unit + 3 * unit
    box = QRect(int(1.5 * unit), view.bottom() - int(1.5 * unit) - height, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 200))
    painter.drawRoundedRect(box, 4, 4)
    inner = box.adjusted(unit, unit, -unit, -unit)
    bar = QRect(inner.left(), inner.top() + line + unit // 2, inner.width(), unit)
    ramp = QLinearGradient(bar.topLeft(), bar.topRight())
    ramp.setColorAt(0, QColor("black"))
    ramp.setColorAt(1, QColor("white"))
    painter.setPen(QColor(scheme.DARK.faint))
    painter.setBrush(ramp)
    painter.drawRect(bar)
    painter.setPen(QColor("white"))
    flags = Qt.AlignmentFlag
    painter.drawText(inner, flags.AlignLeft | flags.AlignTop, lines[0])
    painter.drawText(inner, flags.AlignLeft | flags.AlignBottom, lines[1])
    scale = QRect(inner.left(), bar.bottom() + 1, inner.width(), line)
    painter.drawText(scale, flags.AlignLeft, "0")
    painter.drawText(scale, flags.AlignRight, white)
    painter.restore()
