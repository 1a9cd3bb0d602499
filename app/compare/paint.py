"""Paints a comparison in every mode."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRegion

from app.compare.panes import layout
from app.compare.side import Mode, Side
from app.compare.viewport import Viewport
from app.look import theme

LOUPE_SIDE = 192
"""Side of one of the loupe's two squares, in the widget's pixels."""


@dataclass(frozen=True)
class Scene:
    """What to paint: sides, mode and geometry. Lengths are device pixels.

    sides: one, two, or four; the first is the left one, the last the right one. held: the left one
    is shown instead of the others. view: of one pane. size: of all panes. split: where the right
    side begins. loupe: its position, loupe_zoom: device pixels per output pixel, loupe_side: side
    of one square.
    """

    sides: tuple[Side, ...]
    mode: Mode
    held: bool
    view: Viewport
    size: QSize
    split: int
    factor: int
    loupe: QPoint
    loupe_zoom: int
    loupe_side: int

    @property
    def left(self) -> Side:
        return self.sides[0]

    @property
    def right(self) -> Side:
        return self.sides[-1]

    @property
    def left_alone(self) -> bool:
        return self.held or len(self.sides) == 1

    @property
    def areas(self) -> list[QRect]:
        """The panes."""
        return layout(self.mode, len(self.sides), self.size)


def loupe_area(at: QPoint, side: int, size: QSize) -> QRect:
    """Two adjacent squares around `at`, inside a view of `size` if they fit."""
    area = QRect(at.x() - side, at.y() - side // 2, 2 * side + 1, side)
    area.moveRight(min(area.right(), size.width() - 1))
    area.moveBottom(min(area.bottom(), size.height() - 1))
    area.moveTo(max(0, area.left()), max(0, area.top()))
    return area


def paint_scene(painter: QPainter, scene: Scene) -> int | None:
    """Paint all; returns the largest difference, 0 to 255, if differences are shown."""
    found = scene.areas
    if scene.left_alone or scene.mode is Mode.FLICKER:
        shown = scene.left if scene.left_alone else scene.right
        for pane in found:
            paint_pane(painter, shown, scene.view, pane, pane)
    elif scene.mode is Mode.SPLIT:
        whole = found[0]
        paint_pane(painter, scene.left, scene.view, whole, QRect(0, 0, scene.split, 1 << 20))
        right = QRect(scene.split, 0, 1 << 20, 1 << 20)
        paint_pane(painter, scene.right, scene.view, whole, right)
    elif scene.mode is Mode.DIFFERENCE:
        return _paint_difference(painter, scene)
    elif scene.mode is Mode.LOUPE:
        paint_pane(painter, scene.right, scene.view, found[0], found[0])
        _paint_loupe(painter, scene)
    else:
        for side, pane in zip(scene.sides, found, strict=True):
            paint_pane(painter, side, scene.view, pane, pane)
    return None


def paint_in_pixels(painter: QPainter, scene: Scene, ratio: float) -> int | None:
    """As `paint_scene`, on a widget of that many device pixels per pixel."""
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    # With a fractional ratio the widget may begin inside a device pixel; pixels must not.
    start = painter.deviceTransform()
    painter.translate(round(start.dx()) - start.dx(), round(start.dy()) - start.dy())
    largest_difference = paint_scene(painter, scene)
    painter.restore()
    return largest_difference


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


def _paint_difference(painter: QPainter, scene: Scene) -> int:
    """Paint the difference of the two sides; black where they are equal."""
    view = scene.view
    area = picture_area(view).intersected(QRect(0, 0, view.view_width, view.view_height))
    if area.isEmpty():
        return 0
    images = []
    for side in (scene.left, scene.right):
        image = QImage(area.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        with QPainter(image) as part:
            part.translate(-area.topLeft())
            paint_pane(part, side, view, QRect(0, 0, view.view_width, view.view_height), area)
        images.append(image)
    unfinished = scene.left.unfinished(view) + scene.right.unfinished(view)
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


def _paint_loupe(painter: QPainter, scene: Scene) -> None:
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
    for picture, left in ((scene.left, area.left()), (scene.right, area.left() + side + 1)):
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
