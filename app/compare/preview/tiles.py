"""An in-memory cache of finished preview tiles, limited in bytes; keeps those used last."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from app.compare.display_pixels import DisplayPixels
from app.compare.viewport import Viewport
from app.look.images import read_image
from fdiwn.api.display_image import DisplayImage
from fdiwn.service.client.requests import Quad

MOST_BYTES = 192 << 20


@dataclass
class Tile:
    """sizes: the tile's pixels, then halved again and again, as far as needed."""

    sizes: list[QImage]

    def reduced(self, halvings: int) -> QImage:
        """The pixels, halved that many times; each pixel is the mean of four."""
        while len(self.sizes) <= halvings:
            last = self.sizes[-1]
            if min(last.width(), last.height()) < 2:
                break
            self.sizes.append(
                last.scaled(
                    (last.width() + 1) // 2,
                    (last.height() + 1) // 2,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        return self.sizes[min(halvings, len(self.sizes) - 1)]


class TileStore:
    """Tiles by preview key and box in output pixels."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._tiles: OrderedDict[tuple[Hashable, Quad], Tile] = OrderedDict()

    def put(self, key: Hashable, box: Quad, image: QImage) -> None:
        if (key, box) in self._tiles:
            return
        self._tiles[key, box] = Tile([image])
        self._bytes += image.sizeInBytes()
        while self._bytes > self._most and len(self._tiles) > 1:
            _, oldest = self._tiles.popitem(last=False)
            self._bytes -= oldest.sizes[0].sizeInBytes()

    def there(self, key: Hashable, region: Quad) -> tuple[frozenset[Quad], bool]:
        """The boxes of the tiles in a region, and whether they cover it."""
        boxes, rest = set(), _region(region)
        for box, _ in self.within(key, region):
            boxes.add(box)
            rest -= _region(box)
        return frozenset(boxes), rest.isEmpty()

    def within(self, key: Hashable, region: Quad) -> Iterator[tuple[Quad, Tile]]:
        """The tiles in a region; they count as used."""
        left, top, right, bottom = region
        found = [
            (kept, box)
            for kept, box in self._tiles
            if kept == key
            if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]
        ]
        for place in found:
            self._tiles.move_to_end(place)
            yield place[1], self._tiles[place]

    def clear(self) -> None:
        self._tiles.clear()
        self._bytes = 0


def read_tile(display: DisplayImage) -> QImage:
    """Read a tile's pixels and delete its file. Raises OSError."""
    try:
        return read_image(display)
    finally:
        display.path.unlink(missing_ok=True)


class PreviewPixels:
    """Paints the tiles of ``key``, and where none exists yet the original, stretched smoothly.

    width, height: of the result, in pixels. Owns neither tiles nor original.
    """

    def __init__(
        self, tiles: TileStore, key: Hashable, original: DisplayPixels, size: tuple[int, int]
    ) -> None:
        self._tiles, self._key, self._original = tiles, key, original
        self.width, self.height = size
        self.has_alpha = original.has_alpha

    def paint(self, painter: QPainter, view: Viewport) -> None:
        """Paint the visible part. The painter's unit is one device pixel.

        Paints tiles as `DisplayPixels` paints a result: at a zoom of 1 pixel for pixel, above as
        squares, below smoothed.
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

    def unfinished(self, view: Viewport) -> QRegion:
        """What of the picture in view has no tile yet."""
        left, top, right, bottom = visible = _whole(view.visible())
        if left >= right or top >= bottom:
            return QRegion()
        region = QRegion(_target(visible, view))
        for box, _ in self._tiles.within(self._key, visible):
            region -= QRegion(_target(box, view))
        return region


def _region(box: Quad) -> QRegion:
    left, top, right, bottom = box
    return QRegion(left, top, right - left, bottom - top)


def _target(box: Quad, view: Viewport) -> QRect:
    """Where a tile lies in the view, in whole device pixels, so that neighbours touch."""
    x, y = view.origin()
    left, right = (x + round(side * view.zoom) for side in (box[0], box[2]))
    top, bottom = (y + round(side * view.zoom) for side in (box[1], box[3]))
    return QRect(left, top, right - left, bottom - top)


def _whole(visible: tuple[float, float, float, float]) -> Quad:
    left, top, right, bottom = visible
    return math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)
