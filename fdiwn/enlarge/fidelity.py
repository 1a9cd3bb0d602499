"""Checks that a result is faithful: reduced to the picture's size, it must equal the picture.

The result is reduced in stripes, by antialiased bicubic as low resolution is made
(`fdiwn.pixels.resample.CUBIC`, identical to `fdiwn.lab.evaluation.imresize`), and compared with the
picture.

The limits were set by results of the bundled weights at x2, x3 and x4: 126 of photographs and
benchmarks, and 57 of noise, film grain, checkerboards, text, flat areas, coarse JPEGs and pictures
of a few pixels. PSNR cannot separate good from bad: it is 10 dB for a correct checkerboard, 43 dB
for a photograph with one colour 3 levels off, 60 dB for a blurred one that is shifted. These
measures can:

=============================  ========  ========  ============
largest of a result            drift     mismatch  shift
=============================  ========  ========  ============
sound, photographs             to 0.36   to 0.23   to 0.01
sound, all others              to 0.40   to 0.82   to 0.04
one colour 3 levels up         from 2.5
all levels times 0.97 or 1.03  from 1.06
a pixel of the result aside                        from 0.08
=============================  ========  ========  ============

A part moved to a wrong place was found in 123 of 126 photographs, one turned upside down in 120; in
the rest the places look similar, and no pixel is off by more than 16 levels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fdiwn.api.progress import ShouldStop, never
from fdiwn.pixels.picture import Pixels
from fdiwn.pixels.planes import Float
from fdiwn.pixels.resample import CUBIC, Planar, by_alpha, cuts, levels, reduced

EQUAL = 100.0
"""dB, for equal or nearly equal pictures."""


@dataclass(frozen=True)
class Fidelity:
    """How well a result, reduced to its picture's size, matches the picture.

    psnr: over all colour bands in dB, EQUAL at most. max_difference: of one band of one pixel, of
    255. drift: how far a local average moved, mismatch: how far its pixels differ otherwise, both
    relative to the limit. shift: of the whole, in pixels of the picture. small: the picture has too
    few pixels for these.
    """

    psnr: float
    max_difference: float
    drift: float
    mismatch: float
    shift: float
    small: bool = False


def compare(picture: Pixels, result: Pixels, should_stop: ShouldStop = never) -> Fidelity:
    """Compares ``result`` (sH, sW, bands) with ``picture`` (H, W, bands), uint8 or uint16.

    Pictures with alpha are compared on black. Raises Cancelled once ``should_stop`` says so.
    """
    height, width = picture.shape[:2]
    sums = _Sums(width, height)
    for top, stripe in reduced(result, (width, height), CUBIC, _colours, should_stop):
        bottom = top + len(stripe)
        around = _colours(picture[max(0, top - 1) : bottom + 1]).transpose(1, 2, 0)
        sums.add(stripe, around, 1 if top else 0)
    return sums.fidelity()


def _colours(pixels: Pixels) -> Planar:
    planar = levels(pixels)
    return planar if len(planar) in (1, 3) else by_alpha(planar)


class _Sums:
    """The sums over all stripes."""

    def __init__(self, width: int, height: int) -> None:
        self._small = min(width, height) < _LEAST_SIDE
        self._cuts = np.array(cuts(width)[:-1])
        self._square, self._count, self._most = 0.0, 0, 0.0
        self._drift, self._mismatch = 0.0, 0.0
        self._slopes, self._moved = np.zeros((2, 2)), np.zeros(2)

    def add(self, stripe: Float, around: Float, above: int) -> None:
        """Adds a stripe (h, w, C), with the picture's rows: ``above`` more before, and perhaps one
        after."""
        rows = slice(above, above + len(stripe))
        given = around[rows]
        difference = stripe.clip(0, 255) - given
        self._square += float(np.square(difference, dtype=np.float64).sum())
        self._count += difference.size
        self._most = max(self._most, float(abs(difference).max()))
        self._add_places(difference, given)
        slopes = (_slope(given, 1), _slope(around, 0)[rows])
        for i, one in enumerate(slopes):
            self._moved[i] += np.vdot(one, difference)
            for j, other in enumerate(slopes):
                self._slopes[i, j] += np.vdot(one, other)

    def _add_places(self, difference: Float, given: Float) -> None:
        mean = self._means(difference)
        spread = np.sqrt(np.maximum(0, self._means(difference**2) - mean**2))
        detail = np.zeros_like(given)
        detail[:, 1:] += np.diff(given, axis=1) ** 2
        detail[1:] += np.diff(given, axis=0) ** 2
        allowed = _SPREAD + _SPREAD_BY_DETAIL * np.sqrt(self._means(detail))
        drift = abs(mean) / (_DRIFT + _DRIFT_BY_SPREAD * spread)
        self._drift = max(self._drift, float(drift.max()))
        self._mismatch = max(self._mismatch, float((spread / allowed).max()))

    def _means(self, values: Float) -> NDArray[np.float64]:
        """The means of the adjacent places in a stripe, (places, C)."""
        sums = np.add.reduceat(values.sum(0, dtype=np.float64), self._cuts, axis=0)
        widths = np.diff([*self._cuts, values.shape[1]])
        return np.asarray(sums / (widths[:, None] * len(values)))

    def fidelity(self) -> Fidelity:
        square = self._square / self._count
        psnr = 10 * math.log10(255**2 / square) if square else EQUAL
        # Noise of one level is added as a meaningless slope, so that flat pictures do not shift.
        shift = np.linalg.solve(self._slopes + self._count * np.eye(2), self._moved)
        return Fidelity(
            round(min(psnr, EQUAL), 2),
            round(self._most, 2),
            self._drift,
            self._mismatch,
            float(np.hypot(*shift)),
            self._small,
        )


def _slope(values: Float, axis: int) -> Float:
    """Levels per pixel along an axis of (h, w, C)."""
    if values.shape[axis] == 1:
        return np.zeros_like(values)
    return np.asarray(np.gradient(values, axis=axis), np.float32)


_DRIFT, _DRIFT_BY_SPREAD = 0.9, 0.45
_SPREAD, _SPREAD_BY_DETAIL = 5.0, 0.5
_MOST_SHIFT = 0.06
_LEAST_SIDE = 32
"""Pixels: a smaller picture is mostly border, and one odd pixel weighs too much."""


def concerns(fidelity: Fidelity) -> tuple[str, ...]:
    """A note for the user: nothing, or one sentence."""
    found: list[str] = []
    if fidelity.small:
        return ()
    if fidelity.drift > 1:
        found.append("its colour or brightness has moved")
    if fidelity.mismatch > 1:
        found.append("a part of it does not match")
    if fidelity.shift > _MOST_SHIFT:
        found.append("it is shifted")
    if not found:
        return ()
    return (f"Less faithful to the original than it should be: {', '.join(found)}; look closely",)
