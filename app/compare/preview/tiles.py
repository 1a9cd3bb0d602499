"""Finished tiles of live previews, as images in memory: the last used, within a bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from fdiwn.api.display_image import DisplayImage
from fdiwn.service.client.requests import Quad

MOST_BYTES = 192 << 20


@dataclass
class Tile:
    """sizes: the tile's pixels, then each half as large as the one before, as far as needed."""

    sizes: list[QImage]

    def reduced(self, halvings: int) -> QImage:
        """The pixels, halved so often; each pixel is the mean of four."""
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
    """Tiles by what they are a preview of, and by their box in it, in output pixels."""

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

    def has(self, key: Hashable, box: Quad) -> bool:
        return (key, box) in self._tiles

    def within(self, key: Hashable, region: Quad) -> Iterator[tuple[Quad, Tile]]:
        """The tiles that lie in a region, which counts as a use of them."""
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
    """A tile's pixels; its file is gone afterwards. Raises OSError."""
    kinds = QImage.Format
    kind = kinds.Format_RGBA8888 if display.has_alpha else kinds.Format_RGB888
    stride = display.width * display.bytes_per_pixel
    with display.path.open("rb") as file:
        rows = file.read(stride * display.height)
    display.path.unlink(missing_ok=True)
    if len(rows) < stride * display.height:
        raise OSError(f"{display.path} is shorter than its picture")
    return QImage(rows, display.width, display.height, stride, kind).copy()
