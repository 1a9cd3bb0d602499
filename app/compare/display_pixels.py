"""Memory-mapped pixels of the engine, of which views paint the visible part."""

from __future__ import annotations

import mmap
from typing import Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from app.compare.viewport import Viewport
from app.look.images import image_format
from fdiwn.api.display_image import DisplayImage, Level


class DisplayPixels:
    """A `DisplayImage` mapped into memory: a `Side` of the compare view.

    The file must stay until `close`. squares: if it replaces a larger picture, paint its pixels as
    plain squares. Raises OSError if the file is missing or too short.
    """

    def __init__(self, image: DisplayImage, squares: bool = False) -> None:
        self.image = image
        self._squares = squares
        self._levels = image.levels()
        with image.path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self._map) < image.total_bytes():
            self._map.close()
            raise OSError(f"{image.path} is shorter than its picture")

    @property
    def width(self) -> int:
        return self.image.width

    @property
    def height(self) -> int:
        return self.image.height

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
        density = view.zoom * view.width / self.image.width
        level = self._levels[_level_for(density, len(self._levels))]
        across, down = level.width / view.width, level.height / view.height
        left, top, right, bottom = view.visible()
        first_x, first_y = max(0, int(left * across) - 1), max(0, int(top * down) - 1)
        last_x = min(level.width, int(right * across) + 2)
        last_y = min(level.height, int(bottom * down) + 2)
        if first_x >= last_x or first_y >= last_y:
            return
        part = self._part(level, first_x, first_y, last_x, last_y)
        origin_x, origin_y = view.origin()
        target = QRectF(
            origin_x + first_x / across * view.zoom,
            origin_y + first_y / down * view.zoom,
            (last_x - first_x) / across * view.zoom,
            (last_y - first_y) / down * view.zoom,
        )
        stands_in = (self.image.width, self.image.height) != (view.width, view.height)
        smooth = density < 1.0 or (stands_in and density > 1.0 and not self._squares)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(target, part, QRectF(part.rect()))

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


def _level_for(density: float, count: int) -> int:
    """The smallest level with at least one pixel per device pixel."""
    index = 0
    while index + 1 < count and density * 2 ** (index + 1) <= 1.0:
        index += 1
    return index
