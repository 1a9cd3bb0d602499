"""The directories of a TIFF file: finds the main picture, and describes its samples."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fdiwn.codec.metadata.container import MetadataError
from fdiwn.codec.metadata.exif_directories import Entry, Layout, read_directory, read_layout

UNSPECIFIED, ASSOCIATED, UNASSOCIATED = 0, 1, 2
"""Kinds of extra samples."""
_KIND, _OLD_KIND, _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = (
    254,
    255,
    256,
    257,
    258,
    259,
    262,
)
_ORIENTATION, _SAMPLES, _SUB_DIRECTORIES, _INKS, _EXTRA = 274, 277, 330, 332, 338
_TILE_WIDTH, _TILE_HEIGHT = 322, 323
_PLANES = 284
_COEFFICIENTS, _SUBSAMPLING, _BLACK_WHITE = 529, 530, 532
TRANSFER, WHITE, PRIMARIES = 301, 318, 319
_WANTED = frozenset({
    _KIND, _OLD_KIND, _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _ORIENTATION, _SAMPLES,
    _SUB_DIRECTORIES, _INKS, _EXTRA, _COEFFICIENTS, _SUBSAMPLING, _BLACK_WHITE, TRANSFER, WHITE,
    PRIMARIES, _TILE_WIDTH, _TILE_HEIGHT, _PLANES,
})  # fmt: skip
_REDUCED, _MASK = 1, 4  # bits of a directory's kind
_OLD_REDUCED = 2
_SEPARATE = 2
_MOST_DIRECTORIES = 10_000
_SHAPE = 0.05  # relative difference allowed between a thumbnail's proportions and its picture's
_LETTERS = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q"}


@dataclass(frozen=True)
class TiffImage:
    """One directory. page: its index in the chain. sub: its index among that page's subdirectories,
    None for the page itself. start: its position in the file."""

    page: int
    sub: int | None
    start: int
    tags: Mapping[int, Entry]

    @property
    def size(self) -> tuple[int, int]:
        return self._number(_WIDTH, 0), self._number(_HEIGHT, 0)

    @property
    def tile(self) -> tuple[int, int]:
        """Width and height of a tile, which may exceed the picture's; 0 for strips."""
        return self._number(_TILE_WIDTH, 0), self._number(_TILE_HEIGHT, 0)

    @property
    def bits(self) -> frozenset[int]:
        """Bits of a sample; several numbers if they differ."""
        return frozenset(self._numbers(_BITS) or (1,))

    @property
    def samples(self) -> int:
        return self._number(_SAMPLES, 1)

    @property
    def photometric(self) -> int:
        return self._number(_PHOTOMETRIC, 1)

    @property
    def compression(self) -> int:
        return self._number(_COMPRESSION, 1)

    @property
    def in_planes(self) -> bool:
        """Whether the samples are stored in separate planes."""
        return self.samples > 1 and self._number(_PLANES, 1) == _SEPARATE

    @property
    def inks(self) -> int:
        """1 is CMYK."""
        return self._number(_INKS, 1)

    @property
    def extra(self) -> tuple[int, ...]:
        """The kinds of the samples after those of colour, as far as they are stated."""
        return self._numbers(_EXTRA)

    @property
    def orientation(self) -> int:
        """0 if missing."""
        return self._number(_ORIENTATION, 0)

    @property
    def plain_ycc(self) -> bool:
        """Whether YCbCr is JPEG's, without chroma subsampling."""
        odd = self.tags.keys() & {_COEFFICIENTS, _BLACK_WHITE}
        return not odd and self._numbers(_SUBSAMPLING) == (1, 1)

    @property
    def reduced(self) -> bool:
        """Whether it is marked as a thumbnail or a mask."""
        kind = self._number(_KIND, 0)
        return bool(kind & (_REDUCED | _MASK)) or self._number(_OLD_KIND, 0) == _OLD_REDUCED

    def is_thumbnail_of(self, other: TiffImage) -> bool:
        """Whether it has the same proportions, and at most half the size."""
        (width, height), (wider, higher) = self.size, other.size
        if not 0 < 2 * max(width, height) <= max(wider, higher) or not min(height, higher):
            return False
        return abs(width / height * higher / wider - 1) <= _SHAPE + 1 / min(width, height)

    def _number(self, tag: int, otherwise: int) -> int:
        return (self._numbers(tag) or (otherwise,))[0]

    def _numbers(self, tag: int) -> tuple[int, ...]:
        entry = self.tags.get(tag)
        letter = _LETTERS.get(entry.kind) if entry else None
        if entry is None or letter is None:
            return ()
        return struct.unpack(f"<{len(entry.data) // struct.calcsize(letter)}{letter}", entry.data)


def read_images(path: Path) -> list[TiffImage]:
    """All pictures of a file, in order. Raises MetadataError and OSError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        layout = read_layout(data)
        return list(_images(data, layout))


def main_image(images: list[TiffImage]) -> tuple[TiffImage, int]:
    """The main picture of a file, and its number of pages.

    Thumbnails are no pages: neither those marked as such, nor those that look like one of another
    picture. The first page is used; if all are marked as thumbnails, the largest. Raises ValueError
    if there is none.
    """
    full = [image for image in images if not image.reduced and min(image.size) > 0]
    if not full:
        return max(images, key=lambda image: image.size[0] * image.size[1]), 1
    pages = [image for image in full if not any(map(image.is_thumbnail_of, full))]
    return pages[0], len(pages)


def _images(data: mmap.mmap, layout: Layout) -> Iterator[TiffImage]:
    start, seen = layout.first, set[int]()
    page = 0
    while start and start not in seen and page < _MOST_DIRECTORIES:
        seen.add(start)
        image, start = _image(data, layout, start, page, None)
        yield image
        for number, place in enumerate(image._numbers(_SUB_DIRECTORIES)):
            if place not in seen:
                seen.add(place)
                yield _image(data, layout, place, page, number)[0]
        page += 1


def _image(
    data: mmap.mmap, layout: Layout, start: int, page: int, sub: int | None
) -> tuple[TiffImage, int]:
    """The directory at ``start``, and the position of the next one in the chain; 0 after the
    last."""
    tags = read_directory(data, start, layout, _WANTED.__contains__)
    try:
        (count,) = layout.count.unpack_from(data, start)
        behind = start + layout.count.size + count * layout.record.size
        (following,) = layout.offset.unpack_from(data, behind)
    except (struct.error, OverflowError, IndexError) as exc:
        raise MetadataError(str(exc)) from exc
    return TiffImage(page, sub, start, tags), following
