"""Runs one or several steps of the network through raw files, then reduces to the exact size.

A picture is kept in 16 bits before further steps, so that levels are rounded to the file's 8 only
once, at the end. That costs disk: for 8-bit pictures, intermediate files are twice as large. They
are deleted as soon as they are read.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np

from fdiwn.api.estimate import scratch_bytes
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.sizing import SizePlan, work
from fdiwn.api.tiles import Box
from fdiwn.pixels.picture import Picture, Pixels, StoredPicture
from fdiwn.pixels.raw_file import mapped_pixels, open_canvas, stored_as
from fdiwn.pixels.resample import reduce_picture

Step = Callable[[Picture, int, StoredPicture, Progress | None], None]
"""Enlarges a picture by a scale into a raw file, and reports progress."""

PARTS = 1000
"""Of a cascade's work, for reporting progress."""
_DEEP = "uint16"
_ROWS = 512  # converted to 16 bits at a time


def run_cascade(
    picture: Picture,
    plan: SizePlan,
    target: StoredPicture,
    step: Step,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> None:
    """Enlarges ``picture`` to the plan's size, into the raw file of ``target``.

    Raises what ``step`` raises, OutputError (disk full) or Cancelled; all files are then deleted.
    """
    if plan.exact and len(plan.steps) == 1:
        step(picture, plan.steps[0], target, on_progress)
        return
    source: Picture | StoredPicture = _deep(picture, target.path.with_name("step-0.rows"))
    reports = _reports(plan.steps, on_progress)
    for number, (scale, report) in enumerate(zip(plan.steps, reports, strict=True), 1):
        if plan.exact and number == len(plan.steps):
            result = target
        else:
            path = target.path.with_name(f"step-{number}.rows")
            result = stored_as(path, picture, _sides(picture, plan.steps[:number]), _DEEP)
        with _used_up(source) as pixels:
            step(Picture(pixels, picture.metadata), scale, result, report)
        source = result
    if not plan.exact:
        with _used_up(source) as pixels:
            reduce_picture(pixels, target, should_stop)


def bytes_needed(picture: Picture, plan: SizePlan) -> int:
    """The peak disk space in bytes, see `fdiwn.api.estimate`."""
    size = (picture.width, picture.height)
    return scratch_bytes(size, plan, picture.bands, picture.pixels.dtype.itemsize)


def _sides(picture: Picture, steps: tuple[int, ...]) -> tuple[int, int]:
    product = math.prod(steps)
    return picture.width * product, picture.height * product


def _deep(picture: Picture, path: Path) -> Picture | StoredPicture:
    """The picture in 16 bits: itself, or a file."""
    if picture.pixels.dtype == np.uint16:
        return picture
    stored = stored_as(path, picture, (picture.width, picture.height), _DEEP)
    with open_canvas(stored) as canvas:
        for top in range(0, picture.height, _ROWS):
            rows = picture.pixels[top : top + _ROWS].astype(np.uint16) * np.uint16(257)
            canvas.place(Box(0, top, picture.width, top + len(rows)), rows)
    return stored


@contextmanager
def _used_up(source: Picture | StoredPicture) -> Iterator[Pixels]:
    """The pixels; a file is always deleted afterwards."""
    if isinstance(source, Picture):
        yield source.pixels
        return
    try:
        with mapped_pixels(source) as pixels:
            yield pixels
    finally:
        with suppress(PermissionError):  # Windows, while mapped: deleted with its folder
            source.path.unlink(missing_ok=True)


def _reports(steps: tuple[int, ...], on_progress: Progress | None) -> list[Progress | None]:
    """For each step a callback that adds its progress to the total, weighted by its work."""
    if on_progress is None:
        return [None for _ in steps]
    shares = work(steps)
    starts = [0, *itertools.accumulate(shares)]

    def report(start: int, share: int) -> Progress:
        def onto_the_bar(done: int, total: int) -> None:
            on_progress(round(PARTS * (start + share * done / max(1, total)) / starts[-1]), PARTS)

        return onto_the_bar

    return [report(start, share) for start, share in zip(starts, shares, strict=False)]
