"""Memory-mapped pixels of the engine, of which views paint the visible part."""

from __future__ import annotations

import math
import mmap
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from app.compare.viewport import Viewport
from app.look.images import image_format
from fdiwn.api.cropping import Crop
from fdiwn.api.display_image import DisplayImage, Level


class DisplayPixels:
    """A `DisplayImage` mapped into memory: a `Side` of the compare view.

    The file must stay until `close`. squares: if it replaces a larger picture, paint its pixels as
    plain squares. crop: show only this part, as if it were all of the picture. Raises OSError if
    the file is missing or too short.
    """

    def __init__(
        self, image: DisplayImage, squares: bool = False, crop: Crop | None = None
    ) -> None:
        self.image = image
        self._crop = crop or Crop(image.width, image.height)
        self._squares = squares
        self._levels = image.levels()
        with image.path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self._map) < image.total_bytes():
            self._map.close()
            raise OSError(f"{image.path} is shorter than its picture")

    @property
    def width(self) -> int:
        return self._crop.width

    @property
    def height(self) -> int:
        return self._crop.height

    @property
    def has_alpha(self) -> bool:
        return self.image.has_alpha

    def close(self) -> None:
        self._map.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def paint(self, painter: QPainter, view: Viewport) -> None:
        """Paint the visible part. The painter's unit is one device pixel.

        Below a zoom of 1 it is smoothed; at 1 its pixels are those of the screen; above 1 pixels of
        full size are plain squares. A picture whose size is not the viewport's is stretched
        smoothly, unless its squares are wanted.
        """
        density = view.zoom * view.width / self.width
        level = self._levels[_level_for(density, len(self._levels))]
        columns = _Line(self._crop.left, self.width, self.image.width, level.width, view.width)
        rows = _Line(self._crop.top, self.height, self.image.height, level.height, view.height)
        left, top, right, bottom = view.visible()
        first_x, last_x = columns.needed(left, right)
        first_y, last_y = rows.needed(top, bottom)
        if first_x >= last_x or first_y >= last_y:
            return
        part = self._part(level, first_x, first_y, last_x, last_y)
        origin_x, origin_y = view.origin()
        start = QPointF(columns.at(first_x), rows.at(first_y))
        end = QPointF(columns.at(last_x), rows.at(last_y))
        target = QRectF(start * view.zoom, end * view.zoom).translated(origin_x, origin_y)
        picture = QRectF(origin_x, origin_y, view.width * view.zoom, view.height * view.zoom)
        stands_in = (self.width, self.height) != (view.width, view.height)
        smooth = density < 1.0 or (stands_in and density > 1.0 and not self._squares)
        painter.save()
        # A reduced pixel at the edge of a crop also holds what is beside it.
        painter.setClipRect(picture.toAlignedRect(), Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(target, part, QRectF(part.rect()))
        painter.restore()

    def unfinished(self, view: Viewport) -> QRegion:
        return QRegion()

    def _part(self, level: Level, left: int, top: int, right: int, bottom: int) -> QImage:
        """A rectangle of a level as an image on the mapped memory, without copying."""
        size = self.image.bytes_per_pixel
        stride = level.width * size
        start = level.offset + top * stride + left * size
        end = level.offset + (bottom - 1) * stride + right * size
        with memoryview(self._map) as whole, whole[start:end] as part:
            return QImage(part, right - left, bottom - top, stride, image_format(self.image))


@dataclass(frozen=True)
class _Line:
    """One direction: where the pixels of a level lie in the viewport's picture.

    start, length: of the part that is shown, of the `whole` image, in its pixels. level, view: the
    lengths of the level and of the viewport's picture.
    """

    start: int
    length: int
    whole: int
    level: int
    view: int

    @property
    def _per_view(self) -> float:
        """Pixels of the level per output pixel."""
        return self.level * self.length / (self.whole * self.view)

    @property
    def _offset(self) -> float:
        return self.start * self.level / self.whole

    def at(self, pixel: int) -> float:
        """Where this pixel of the level begins, in output pixels."""
        return (pixel - self._offset) / self._per_view

    def needed(self, first: float, last: float) -> tuple[int, int]:
        """The pixels of the level that cover first to last output pixels, one more on each side."""
        begin, end = (self._offset + place * self._per_view for place in (first, last))
        most = self._offset + self.length * self.level / self.whole
        return (
            max(math.floor(self._offset), int(begin) - 1),
            min(self.level, math.ceil(most), int(end) + 2),
        )


def _level_for(density: float, count: int) -> int:
    """The smallest level with at least one pixel per device pixel."""
    index = 0
    while index + 1 < count and density * 2 ** (index + 1) <= 1.0:
        index += 1
    return index
