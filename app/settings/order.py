"""An order: how a picture is enlarged, how its result is saved, and where.

An enlargement is started with a `Run`; the file options are read when its result is saved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from pathlib import Path

from fdiwn.api.cropping import Crop
from fdiwn.api.naming import DEFAULT
from fdiwn.api.options import AS_IT_IS, PLAIN_READING, Reading, SaveOptions, UpscaleOptions
from fdiwn.api.sizing import Factor, TargetSize, result_size

TEMPLATE = DEFAULT


class Where(Enum):
    """ASK: a result waits in the window until the user saves it. Otherwise it is saved at once."""

    ASK = "ask"
    BESIDE = "beside"
    FOLDER = "folder"


@dataclass(frozen=True)
class Destination:
    """folder: for `Where.FOLDER`. template: the name without ending, see `fdiwn.api.naming`.

    overwrite: replace an existing file; otherwise the new one gets a number.
    """

    where: Where = Where.ASK
    folder: Path | None = None
    template: str = TEMPLATE
    overwrite: bool = False


@dataclass(frozen=True)
class Run:
    """The options of an enlargement: only those that change its pixels."""

    upscale: UpscaleOptions
    reading: Reading = PLAIN_READING


@dataclass(frozen=True)
class Order:
    """save, destination: used at the moment of saving, whenever the result was made."""

    upscale: UpscaleOptions
    save: SaveOptions = AS_IT_IS
    destination: Destination = Destination()

    @property
    def run(self) -> Run:
        return Run(self.upscale, self.save.reading)

    @property
    def wanted(self) -> TargetSize:
        """The size of the result, in whichever way it was chosen."""
        return self.upscale.size or Factor(Fraction(self.upscale.scale))

    def cropped(self, crop: Crop | None) -> Order:
        """This order for a part of a picture, or for all of it."""
        return replace(self, upscale=replace(self.upscale, crop=crop))

    def enlarged_size(self, width: int, height: int) -> tuple[int, int]:
        """The size of what is enlarged of a picture of this width and height in pixels."""
        return self.upscale.crop.size if self.upscale.crop is not None else (width, height)

    def result_size(self, width: int, height: int) -> tuple[int, int]:
        """The result's size for a picture of this width and height in pixels; also if that size is
        refused."""
        return result_size(*self.enlarged_size(width, height), self.wanted)
