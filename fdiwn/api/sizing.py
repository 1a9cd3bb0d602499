"""Sizes of results, and the network steps that give them. Light and pure.

A user chooses a factor (`Factor`), pixels (`Frame`, `Edge`, `Megapixels`) or a print (`Paper`).
`plan` returns the smallest sufficient cascade of the network's scales. Any excess is reduced
afterwards, see `fdiwn.pixels.resample`. `fdiwn.api.size_text` reads sizes from text.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from msgspec import Struct

from fdiwn.api.errors import SizeError

SMALLEST, LARGEST = Fraction(11, 10), Fraction(16)
"""The range of factors."""
DETAIL_ENDS = 4
"""The largest factor that the network has learnt; beyond it no more detail appears."""

MILLIMETRES = {"mm": Fraction(1), "cm": Fraction(10), "in": Fraction(254, 10)}


def short_decimal(value: Fraction) -> str:
    """A short decimal number: 4, 2.5, 29.7."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


class Factor(Struct, frozen=True, tag=True, tag_field="kind"):
    """A factor for width and height, 1.1 to 16. Raises ValueError for others."""

    value: Fraction

    def __post_init__(self) -> None:
        if not SMALLEST <= self.value <= LARGEST:
            raise ValueError(f"a factor from 1.1 to 16, not {short_decimal(self.value)}")

    def factor(self, width: int, height: int) -> Fraction:
        return self.value

    @property
    def label(self) -> str:
        """For a file name."""
        return f"{short_decimal(self.value)}x"


class Frame(Struct, frozen=True, tag=True, tag_field="kind"):
    """As large as fits inside width x height pixels; one of them may be None.

    The picture keeps its proportions: it fills one side and may be shorter on the other. The frame
    is not turned for an upright picture. Raises ValueError without any side.
    """

    width: int | None = None
    height: int | None = None

    def __post_init__(self) -> None:
        given = [side for side in (self.width, self.height) if side is not None]
        if not given or min(given) < 1:
            raise ValueError("a width, a height or both, in pixels")

    def factor(self, width: int, height: int) -> Fraction:
        pairs = ((self.width, width), (self.height, height))
        return min(Fraction(wanted, has) for wanted, has in pairs if wanted is not None)

    @property
    def label(self) -> str:
        """For a file name."""
        if self.height is None:
            return f"{self.width}wide"
        return f"{self.height}high" if self.width is None else f"{self.width}x{self.height}"


class Edge(Struct, frozen=True, tag=True, tag_field="kind"):
    """The longer edge in pixels, or the shorter one. Raises ValueError below 1."""

    pixels: int
    shorter: bool = False

    def __post_init__(self) -> None:
        if self.pixels < 1:
            raise ValueError("an edge of at least one pixel")

    def factor(self, width: int, height: int) -> Fraction:
        return Fraction(self.pixels, min(width, height) if self.shorter else max(width, height))

    @property
    def label(self) -> str:
        """For a file name."""
        return f"{self.pixels}{'short' if self.shorter else 'long'}"


class Megapixels(Struct, frozen=True, tag=True, tag_field="kind"):
    """Millions of pixels, as nearly as whole sides allow. Raises ValueError for zero or less."""

    millions: Fraction

    def __post_init__(self) -> None:
        if self.millions <= 0:
            raise ValueError("more megapixels than zero")

    def factor(self, width: int, height: int) -> Fraction:
        area = self.millions * 1_000_000 / (width * height)
        # Exact for squares of short fractions; else wrong by less than any side can show.
        return Fraction(math.sqrt(area)).limit_denominator(1_000_000)

    @property
    def label(self) -> str:
        """For a file name."""
        return f"{short_decimal(self.millions)}MP"


class Paper(Struct, frozen=True, tag=True, tag_field="kind"):
    """A print on a paper of width x height millimetres, at a number of pixels per inch.

    The paper is turned to fit the picture. Pixels are rounded to the nearest, so that a print may
    be half a pixel larger than the paper. text: as the user wrote it, without the density, such as
    "30x20cm" or "A4". Raises ValueError for a side or a density of zero.
    """

    width: Fraction
    height: Fraction
    per_inch: Fraction
    text: str

    def __post_init__(self) -> None:
        if min(self.width, self.height, self.per_inch) <= 0:
            raise ValueError("a paper and a density larger than zero")

    def factor(self, width: int, height: int) -> Fraction:
        longer, shorter = max(self.width, self.height), min(self.width, self.height)
        across, down = (longer, shorter) if width >= height else (shorter, longer)
        per_mm = self.density
        return min(across * per_mm / width, down * per_mm / height)

    @property
    def density(self) -> Fraction:
        """Pixels per millimetre."""
        return self.per_inch / MILLIMETRES["in"]

    @property
    def label(self) -> str:
        """For a file name."""
        return f"{self.text}_{short_decimal(self.per_inch)}ppi"


TargetSize = Factor | Frame | Edge | Megapixels | Paper


@dataclass(frozen=True)
class SizePlan:
    """The steps to a size.

    steps: scales of the network, in the order of use. width, height: of the result in pixels.
    density: pixels per millimetre to write into it, None to leave it as it is. exact: the steps
    give exactly this size, without reducing. factor: as ordered.
    """

    steps: tuple[int, ...]
    width: int
    height: int
    density: float | None
    exact: bool
    factor: Fraction

    @property
    def notes(self) -> tuple[str, ...]:
        """Information for the user about this size."""
        if self.factor <= DETAIL_ENDS:
            return ()
        times = short_decimal(Fraction(round(self.factor * 100), 100))
        return (
            f"Enlarged {times} times: beyond {DETAIL_ENDS} times edges stay clean, "
            "but no detail can appear from nothing",
        )


def result_size(width: int, height: int, wanted: TargetSize) -> tuple[int, int]:
    """The result's width and height in pixels for a picture of this size."""
    factor = wanted.factor(width, height)
    return max(1, round(width * factor)), max(1, round(height * factor))


def plan(
    width: int, height: int, wanted: TargetSize, scales: Sequence[int] = (2, 3, 4)
) -> SizePlan:
    """Plans how to bring a picture of width x height pixels to the size with these scales.

    The sufficient cascade with the smallest product; of several the one with the least work. Raises
    SizeError below 1.1 or above 16 times the picture.
    """
    factor = wanted.factor(width, height)
    _refuse_out_of_range(width, height, factor)
    result = result_size(width, height, wanted)
    least = max(Fraction(result[0], width), Fraction(result[1], height), Fraction(1))
    steps = _cascade(least, scales)
    product = math.prod(steps)
    return SizePlan(
        steps=steps,
        width=result[0],
        height=result[1],
        density=float(wanted.density) if isinstance(wanted, Paper) else None,
        exact=result == (width * product, height * product),
        factor=factor,
    )


def work(steps: Sequence[int]) -> list[int]:
    """The cost of each step: the pixels it reads, relative to the picture's."""
    return [math.prod(steps[:number]) ** 2 for number in range(len(steps))]


def _cascade(least: Fraction, scales: Sequence[int]) -> tuple[int, ...]:
    longest = math.ceil(math.log2(LARGEST)) + 1
    cascades = itertools.chain.from_iterable(
        itertools.product(scales, repeat=length) for length in range(1, longest + 1)
    )
    enough = [steps for steps in cascades if math.prod(steps) >= least]
    return min(enough, key=lambda steps: (math.prod(steps), sum(work(steps))))


def _refuse_out_of_range(width: int, height: int, factor: Fraction) -> None:
    if SMALLEST <= factor <= LARGEST:
        return
    what = f"A picture of {width:,} x {height:,} pixels is not brought to this size"
    times = f"{float(factor):.3g}"
    low, high = (
        f"{round(width * limit):,} x {round(height * limit):,}" for limit in (SMALLEST, LARGEST)
    )
    if factor < SMALLEST:
        raise SizeError(
            what,
            f"it would be {times} times as large, and enlarging begins at 1.1 times, {low}",
            "Choose a larger size, or reduce it with a picture editor",
        )
    raise SizeError(
        what,
        f"it would be {times} times as large, and enlarging ends at 16 times, {high}",
        "Choose a smaller size, or for a print fewer pixels per inch",
    )
