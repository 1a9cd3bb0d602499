"""The part of a picture that is enlarged. Light and pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fdiwn.api.errors import CropError

_CROP = re.compile(r"(\d{1,6})x(\d{1,6})\+(\d{1,6})\+(\d{1,6})")


@dataclass(frozen=True)
class Crop:
    """A rectangle in pixels of the upright picture. Raises ValueError if it is empty."""

    width: int
    height: int
    left: int = 0
    top: int = 0

    def __post_init__(self) -> None:
        if min(self.width, self.height) < 1 or min(self.left, self.top) < 0:
            raise ValueError(f"a crop has pixels, and begins inside the picture, not {self}")

    def __str__(self) -> str:
        return f"{self.width}x{self.height}+{self.left}+{self.top}"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height

    def fits(self, width: int, height: int) -> bool:
        """Whether it lies inside a picture of this size."""
        return self.left + self.width <= width and self.top + self.height <= height

    def check(self, width: int, height: int) -> None:
        """Raises CropError unless it lies inside a picture of this size."""
        if self.fits(width, height):
            return
        raise CropError(
            f"The crop {self} is not inside the picture",
            f"the picture has {width:,} x {height:,} pixels",
            "Choose a smaller crop, or one further to the left or the top",
        )


def parse_crop(text: str) -> Crop:
    """``800x600+120+40``: width, height, and what is left out on the left and at the top.

    Raises ValueError.
    """
    found = _CROP.fullmatch("".join(text.lower().split()))
    if found is None or 0 in (int(found[1]), int(found[2])):
        raise ValueError(f"pixels as WIDTHxHEIGHT+LEFT+TOP, such as 800x600+120+40, not {text!r}")
    width, height, left, top = map(int, found.groups())
    return Crop(width, height, left, top)


def cropped_size(size: tuple[int, int], crop: Crop | None) -> tuple[int, int]:
    """The size of what is enlarged of a picture of this width and height. Raises CropError."""
    if crop is None:
        return size
    crop.check(*size)
    return crop.size
