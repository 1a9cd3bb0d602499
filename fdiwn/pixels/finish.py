"""The last step of an enlargement, at its final size: strength, then sharpening.

Strength mixes the enlargement with the bicubic one of the same picture. Sharpening is an unsharp
mask: the picture plus a part of its difference from its Gaussian blur, in the file's own values, as
photo editors have it. Alpha is mixed, and never sharpened. Both are done in stripes and in place.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from fdiwn.api.errors import Cancelled
from fdiwn.api.finishing import Finish
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.tiles import Box
from fdiwn.pixels.alpha import bled
from fdiwn.pixels.filters import mixed, unsharp
from fdiwn.pixels.picture import Pixels, StoredPicture
from fdiwn.pixels.raw_file import Canvas, open_canvas, reopened_canvas
from fdiwn.pixels.resample import CUBIC, resized


@dataclass(frozen=True)
class _Mask:
    """radius: the Gaussian's standard deviation, in pixels of the result. part: of the difference
    from the blur that is added."""

    radius: float
    part: float

    @property
    def reach(self) -> int:
        """How far a pixel looks."""
        return round(3 * self.radius)


_USUAL = {"screen": _Mask(0.8, 0.6), "print": _Mask(1.6, 1.0)}
"""A print loses more: ink spreads, and it is looked at from further away."""
_STRIPE_PIXELS = 1 << 20
_LEAST_ROWS, _MOST_ROWS = 16, 512


def finish_stored(
    stored: StoredPicture,
    picture: Pixels,
    how: Finish,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> None:
    """Finishes the enlargement in the raw file of ``stored``; at strength 0 the file is made here.

    picture: the one that was enlarged, (H, W, bands), in the same depth. Needs memory for a few
    stripes, and with alpha for a copy of the picture. Raises OutputError or Cancelled; the file is
    then deleted.
    """
    open_it = reopened_canvas if how.strength else open_canvas
    with open_it(stored) as canvas:
        stripes = _stripes(canvas, stored, picture, how.strength)
        if how.sharpens:
            stripes = _sharpened(stripes, how)
        top = 0
        # A stripe is read before the one above it is written, and never after.
        for stripe in stripes:
            if should_stop():
                raise Cancelled
            canvas.place(Box(0, top, stored.width, top + len(stripe)), stripe)
            top += len(stripe)
            if on_progress is not None:
                on_progress(top, stored.height)


def finished_part(
    region: Callable[[Box], Pixels],
    picture: Pixels,
    size: tuple[int, int],
    how: Finish,
    box: Box,
) -> Pixels:
    """One box of the result of `finish_stored`, (box.height, box.width, bands).

    region: returns a box of the network's enlargement, not called at strength 0. picture: as
    returned by `fdiwn.pixels.alpha.bled`. size: of the result, (width, height).
    """
    around = box.grown(_mask(how).reach, *size) if how.sharpens else box
    if how.strength < 100:
        (part,) = resized(picture, size, CUBIC, around.height, around)
        if how.strength:
            part = mixed(region(around), part, how.strength / 100)
    else:
        part = region(around)
    if how.sharpens:
        part = _sharper(part, _mask(how))
    inside = box.moved(-around.left, -around.top)
    return part[inside.top : inside.bottom, inside.left : inside.right]


def _rows(width: int) -> int:
    return max(_LEAST_ROWS, min(_MOST_ROWS, _STRIPE_PIXELS // width))


def _stripes(
    canvas: Canvas, stored: StoredPicture, picture: Pixels, strength: int
) -> Iterator[Pixels]:
    """The enlargement at this strength, from top to bottom."""
    rows = _rows(stored.width)
    starts = range(0, stored.height, rows)
    enlarged = (canvas.rows(top, min(stored.height, top + rows)) for top in starts)
    if strength == 100:
        yield from enlarged
        return
    bicubic = resized(bled(picture), (stored.width, stored.height), CUBIC, rows)
    if strength == 0:
        yield from bicubic
        return
    for ours, plain in zip(enlarged, bicubic, strict=True):
        yield mixed(ours, plain, strength / 100)


def _mask(how: Finish) -> _Mask:
    usual = _USUAL[how.sharpen]
    return _Mask(usual.radius, usual.part * how.amount / 100)


def _sharper(pixels: Pixels, mask: _Mask) -> Pixels:
    """(h, w, bands) with its colours sharpened. At the borders pixels are repeated."""
    colours = 3 if pixels.shape[2] >= 3 else 1
    sharp = unsharp(pixels[..., :colours], mask.radius, mask.reach, mask.part)
    return np.concatenate([sharp, pixels[..., colours:]], axis=2)


def _sharpened(stripes: Iterator[Pixels], how: Finish) -> Iterator[Pixels]:
    """The stripes sharpened as one picture. Each comes once the rows below it are there."""
    mask = _mask(how)
    held: Pixels | None = None
    above = 0  # rows of ``held`` that were returned, and are only looked at
    for stripe in itertools.chain(stripes, [None]):
        if stripe is not None:
            held = stripe if held is None else np.concatenate([held, stripe])
        assert held is not None
        ready = len(held) if stripe is None else max(above, len(held) - mask.reach)
        if ready > above:
            yield _sharper(held, mask)[above:ready]
            first = max(0, ready - mask.reach)
            held, above = held[first:], ready - first
