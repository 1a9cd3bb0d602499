"""One side of the comparison while a preview is made: its finished tiles over a stand-in."""

from __future__ import annotations

import math
from collections.abc import Hashable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from app.compare.display_pixels import DisplayPixels
from app.compare.preview.tiles import TileStore
from app.compare.viewport import Viewport
from fdiwn.service.client.requests import Quad


class PreviewPixels:
    """Tiles of ``key``, and where there are none yet the original, stretched smoothly.

    width, height: of the result, in pixels. Owns neither the tiles nor the original.
    """

    def __init__(
        self, tiles: TileStore, key: Hashable, original: DisplayPixels, size: tuple[int, int]
    ) -> None:
        self._tiles, self._key, self._original = tiles, key, original
        self.width, self.height = size
        self.has_alpha = original.has_alpha

    def paint(self, painter: QPainter, view: Viewport) -> None:
        """Paint the visible part. The painter's unit is one device pixel.

        A tile is painted as `DisplayPixels` paints a result: at a zoom of 1 its pixels are those
        of the screen, above they are squares, below it is smooth.
        """
        found = list(self._tiles.within(self._key, _whole(view.visible())))
        places = [(_target(box, view), tile) for box, tile in found]
        rest = QRegion(painter.clipBoundingRect().toAlignedRect())
        for target, _ in places:
            rest -= QRegion(target)
        painter.save()
        if not rest.isEmpty():
            painter.setClipRegion(rest)
            self._original.paint(painter, view)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.zoom < 1)
        halvings = max(0, math.floor(-math.log2(view.zoom)))
        for target, tile in places:
            image = tile.reduced(halvings)
            painter.drawImage(QRectF(target), image, QRectF(image.rect()))


def _target(box: Quad, view: Viewport) -> QRect:
    """Where a tile lies in the view, on whole device pixels, so that neighbours meet."""
    x, y = view.origin()
    left, right = (x + round(side * view.zoom) for side in (box[0], box[2]))
    top, bottom = (y + round(side * view.zoom) for side in (box[1], box[3]))
    return QRect(left, top, right - left, bottom - top)


def _whole(visible: tuple[float, float, float, float]) -> Quad:
    left, top, right, bottom = visible
    return math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)
