"""Records of a picture in memory and of an enlarged one on disk. No decoding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fdiwn.api.cropping import Crop
from fdiwn.api.results import UpscaleResult
from fdiwn.api.sidecars import Sidecar


@dataclass(frozen=True)
class StatedColour:
    """Colours as the file states them, to be stated again if the result's format can.

    png: PNG chunks with their content, in order. cicp: primaries and transfer function, numbers of
    ITU-T H.273, if stated so. srgb: it is sRGB, which is also assumed if nothing is stated; any
    other space has a profile in the metadata.
    """

    png: tuple[tuple[bytes, bytes], ...]
    srgb: bool
    cicp: tuple[int, int] | None = None


Pixels = NDArray[Any]
"""(H, W, C), uint8 or uint16."""


@dataclass(frozen=True)
class Metadata:
    """The metadata beside the pixels.

    blobs: raw bytes by libvips field name (``icc-profile-data``, ``exif-data``, ``xmp-data``,
    ``iptc-data``, which is Photoshop's block with captions and paths). density: horizontal and
    vertical pixels per millimetre, None if unknown. notes: on reading, for the user. provenance: of
    a result, the program, model and scale in one line. stated: how the file stated its colours
    other than with the profile, if so. aspect: two numbers that give the shape of a pixel, if there
    is no density. texts: keywords and texts, as in PNG. sidecars: XMP in files beside the picture.
    lossless: its file stores the pixels without loss, in a format that supports both. channels:
    masks and the like, which are neither colour nor alpha, each (H, W, 1) with the size of the
    picture that was read.
    """

    blobs: Mapping[str, bytes] = field(default_factory=dict)
    density: tuple[float, float] | None = None
    notes: tuple[str, ...] = ()
    provenance: str = ""
    stated: StatedColour | None = None
    aspect: tuple[float, float] | None = None
    texts: tuple[tuple[str, str], ...] = ()
    sidecars: tuple[Sidecar, ...] = ()
    lossless: bool = False
    channels: tuple[Pixels, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Picture:
    """A decoded picture: upright, (H, W, C) with C = 1 grey, 2 grey+alpha, 3 RGB, 4 RGBA."""

    pixels: Pixels
    metadata: Metadata = Metadata()

    def __post_init__(self) -> None:
        if self.pixels.ndim != 3 or self.pixels.shape[2] not in (1, 2, 3, 4):
            raise ValueError(f"pixels are (H, W, 1..4), not {self.pixels.shape}")
        if self.pixels.dtype not in (np.uint8, np.uint16):
            raise ValueError(f"pixels are uint8 or uint16, not {self.pixels.dtype}")

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def bands(self) -> int:
        return int(self.pixels.shape[2])

    @property
    def has_alpha(self) -> bool:
        return self.bands in (2, 4)

    def cropped(self, crop: Crop | None) -> Picture:
        """A part of it, in memory of its own; itself without a crop. Raises CropError."""
        if crop is None:
            return self
        crop.check(self.width, self.height)
        rows = slice(crop.top, crop.top + crop.height)
        columns = slice(crop.left, crop.left + crop.width)
        channels = tuple(each[rows, columns].copy() for each in self.metadata.channels)
        metadata = replace(self.metadata, channels=channels)
        return Picture(self.pixels[rows, columns].copy(), metadata)

    def in_16_bits(self) -> Picture:
        """The same picture as uint16, so that results computed from it keep 16 bits."""
        if self.pixels.dtype == np.uint16:
            return self
        return replace(self, pixels=self.pixels * np.uint16(257))


@dataclass(frozen=True)
class StoredPicture:
    """Pixels in a raw file, row by row without padding, like `Picture.pixels` in C order.

    The engine stores its result in this form; the codec encodes it, views map it.
    """

    path: Path
    width: int
    height: int
    bands: int
    dtype: str
    metadata: Metadata = Metadata()

    @property
    def pixel_bytes(self) -> int:
        return self.bands * np.dtype(self.dtype).itemsize

    def pixels(self) -> Pixels:
        """The file mapped read-only as (H, W, C)."""
        shape = (self.height, self.width, self.bands)
        return np.memmap(self.path, dtype=self.dtype, mode="r", shape=shape)


@dataclass(frozen=True)
class Enlargement:
    """An enlarged picture on disk, and how it was made."""

    stored: StoredPicture
    result: UpscaleResult
