"""Paints a comparison in every mode."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRegion

from app.compare.side import Mode, Side
from app.compare.viewport import Viewport
from app.look import theme

LOUPE_SIDE = 192
"""Side of one of the loupe's two squares, in the widget's pixels."""


@dataclass(frozen=True)
class Scene:
    """What to paint: sides, mode and geometry. Lengths are device pixels.

    left, right: the two sides; without right, left alone is shown. held: left is shown instead of
    right. view: of one pane. size: of all panes. split: where the right side begins. loupe: its
    position, loupe_zoom: device pixels per output pixel, loupe_side: side of one square.
    """

    left: Side
    right: Side | None
    mode: Mode
    held: bool
    view: Viewport
    size: QSize
    split: int
    factor: int
    loupe: QPoint
    loupe_zoom: int
    loupe_side: int


def panes(mode: Mode, two: bool, size: QSize) -> list[QRect]:
    """The areas that show the picture, panes of one size."""
    if mode is not Mode.SIDE or not two:
        return [QRect(QPoint(0, 0), size)]
    width = max(1, (size.width() - 2) // 2)
    return [QRect(x, 0, width, size.height()) for x in (0, size.width() - width)]


def area_in_view(view: Viewport, area: QRectF, ratio: float) -> QRect:
    """The widget area of a part of the picture, with a small border.

    ratio: device pixels per pixel of the widget.
    """
    left, top = view.origin()
    shown = QRectF(
        (left + area.left() * view.zoom) / ratio,
        (top + area.top() * view.zoom) / ratio,
        area.width() * view.zoom / ratio,
        area.height() * view.zoom / ratio,
    )
    return shown.toAlignedRect().adjusted(-2, -2, 2, 2)


def loupe_area(at: QPoint, side: int, size: QSize) -> QRect:
    """Two adjacent squares around `at`, inside a view of `size` if they fit."""
    area = QRect(at.x() - side, at.y() - side // 2, 2 * side + 1, side)
    area.moveRight(min(area.right(), size.width() - 1))
    area.moveBottom(min(area.bottom(), size.height() - 1))
    area.moveTo(max(0, area.left()), max(0, area.top()))
    return area


def paint_scene(painter: QPainter, scene: Scene) -> int | None:
    """Paint all; returns the largest difference, 0 to 255, if differences are shown."""
    found = panes(scene.mode, scene.right is not None, scene.size)
    shown = scene.left if scene.right is None or scene.held else scene.right
    if scene.right is None or scene.held or scene.mode is Mode.FLICKER:
        for pane in found:
            paint_pane(painter, shown, scene.view, pane, pane)
    elif scene.mode is Mode.SPLIT:
        whole = found[0]
        paint_pane(painter, scene.left, scene.view, whole, QRect(0, 0, scene.split, 1 << 20))
        right = QRect(scene.split, 0, 1 << 20, 1 << 20)
        paint_pane(painter, scene.right, scene.view, whole, right)
    elif scene.mode is Mode.SIDE:
        for side, pane in zip((scene.left, scene.right), found, strict=True):
            paint_pane(painter, side, scene.view, pane, pane)
    elif scene.mode is Mode.DIFFERENCE:
        return _paint_difference(painter, scene, scene.right)
    else:
        paint_pane(painter, scene.right, scene.view, found[0], found[0])
        _paint_loupe(painter, scene, scene.right)
    return None


def paint_pane(painter: QPainter, side: Side, view: Viewport, pane: QRect, clip: QRect) -> None:
    """Paint into `pane`, within `clip`."""
    painter.save()
    painter.setClipRect(clip.intersected(pane), Qt.ClipOperation.IntersectClip)
    painter.translate(pane.topLeft())
    if side.has_alpha:
        area = picture_area(view).intersected(QRect(0, 0, view.view_width, view.view_height))
        theme.paint_checkers(painter, area)
    side.paint(painter, view)
    mark_unfinished(painter, side.unfinished(view))
    painter.restore()


def mark_unfinished(painter: QPainter, region: QRegion) -> None:
    """Hatch what shows a stand-in until its pixels are computed."""
    if region.isEmpty():
        return
    painter.save()
    painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
    painter.fillRect(region.boundingRect(), QColor(0, 0, 0, 50))
    stripes = QBrush(QColor(255, 255, 255, 90), Qt.BrushStyle.BDiagPattern)
    painter.fillRect(region.boundingRect(), stripes)
    painter.restore()


def picture_area(view: Viewport) -> QRect:
    """The rectangle of the whole picture in the view."""
    size = QSize(round(view.width * view.zoom), round(view.height * view.zoom))
    return QRect(QPoint(*view.origin()), size)


def _paint_difference(painter: QPainter, scene: Scene, right: Side) -> int:
    """Paint the difference of the two sides; black where they are equal."""
    view = scene.view
    area = picture_area(view).intersected(QRect(0, 0, view.view_width, view.view_height))
    if area.isEmpty():
        return 0
    images = []
    for side in (scene.left, right):
        image = QImage(area.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        with QPainter(image) as part:
            part.translate(-area.topLeft())
            paint_pane(part, side, view, QRect(0, 0, view.view_width, view.view_height), area)
        images.append(image)
    unfinished = scene.left.unfinished(view) + right.unfinished(view)
    for image in images:
        with QPainter(image) as part:
            part.translate(-area.topLeft())
            part.setClipRegion(unfinished)
            part.fillRect(area, Qt.GlobalColor.black)
    found = difference(*images)
    most = largest(found)
    amplify(found, scene.factor)
    painter.drawImage(area.topLeft(), found)
    mark_unfinished(painter, unfinished)
    return most


def _paint_loupe(painter: QPainter, scene: Scene, right: Side) -> None:
    """Paint the point under the loupe from each side, and a frame around both."""
    area = loupe_area(scene.loupe, scene.loupe_side, scene.size)
    x, y = scene.view.to_picture(scene.loupe.x(), scene.loupe.y())
    side = scene.loupe_side
    view = Viewport(
        scene.view.width, scene.view.height, side, side, scene.loupe_zoom, x, y, fits=False
    )
    frame = max(1, side // LOUPE_SIDE)
    painter.fillRect(area.adjusted(-3 * frame, -3 * frame, 3 * frame, 3 * frame), QColor("black"))
    painter.fillRect(area.adjusted(-2 * frame, -2 * frame, 2 * frame, 2 * frame), QColor("white"))
    for picture, left in ((scene.left, area.left()), (right, area.left() + side + 1)):
        pane = QRect(left, area.top(), side, side)
        painter.fillRect(pane, QColor(theme.colours().surround))
        paint_pane(painter, picture, view, pane, pane)


SMALL = 64
"""Side of an area small enough to examine pixel by pixel."""
Blend = QPainter.CompositionMode


def difference(left: QImage, right: QImage) -> QImage:
    """|left - right| of two Format_RGB32 images of one size, per channel."""
    result = left.copy()
    _blend(result, right, Blend.CompositionMode_Difference)
    return result


def amplify(image: QImage, factor: int) -> None:
    """Multiply by `factor`, a power of two, in place, clipped at 255."""
    while factor > 1:
        _blend(image, image.copy(), Blend.CompositionMode_Plus)
        factor //= 2


def largest(image: QImage) -> int:
    """The largest value, 0 to 255, of any channel of a Format_RGB32 image."""
    while image.width() > SMALL or image.height() > SMALL:
        wide = image.width() >= image.height()
        half = QPoint(image.width() // 2, 0) if wide else QPoint(0, image.height() // 2)
        rest = image.copy(QRect(half, image.rect().bottomRight()))
        _blend(rest, image, Blend.CompositionMode_Lighten)
        image = rest
    values = bytes(image.constBits())
    # Blue, green, red and an unused byte on all systems that PySide supports.
    return max((max(values[channel::4]) for channel in range(3)), default=0) if values else 0


def _blend(target: QImage, source: QImage, how: Blend) -> None:
    with QPainter(target) as painter:
        painter.setCompositionMode(how)
        painter.drawImage(0, 0, source)
