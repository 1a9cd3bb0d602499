"""Shared passes: several small pictures at once, as one alone uses little of a GPU.

Only measuring is shared. A small picture is measured in one piece, which also gives its
enlargement, so each only remains to be written. Every picture keeps its own statistics. Results may
differ from those of a picture alone if a value lies between two levels, as a GPU then adds in
another order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from fdiwn.api.catalog import find_model
from fdiwn.api.errors import FaultyTile, FdiwnError
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.tiles import Box
from fdiwn.backends.choice import choose
from fdiwn.backends.contract import MeasuresEach, check_tile
from fdiwn.enlarge.cache import MOST_BYTES
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.statistics import WHOLE_LIMIT, PictureStatistics
from fdiwn.enlarge.tile_loop import Measured
from fdiwn.pixels.alpha import bled
from fdiwn.pixels.average import keep_average
from fdiwn.pixels.flat_edges import WHOLE
from fdiwn.pixels.picture import Picture, Pixels
from fdiwn.pixels.planes import UPRIGHT, planes_of

MOST = 16
"""Pictures in one pass."""
DEVICES = ("cuda", "mps")
_SHARE = 0.75  # of the cache's size, for their enlargements


def can_share(upscaler: Upscaler, options: UpscaleOptions) -> bool:
    """Whether pictures may share passes with these options. Raises WeightsError or EngineError."""
    if not options.finish.strength:
        return False
    backend = upscaler.open(options)
    return (
        isinstance(backend, MeasuresEach)
        and backend.device in DEVICES
        and (options.quality, options.statistics, options.tile) == ("normal", "sample", None)
    )


def is_small(size: tuple[int, int]) -> bool:
    """Whether a picture, (width, height), is measured in one piece."""
    return size[0] * size[1] <= WHOLE_LIMIT


def most(size: tuple[int, int], scale: int) -> int:
    """How many small pictures of a size fit into one pass; their enlargements wait in memory."""
    enlargement = size[0] * size[1] * scale**2 * 3 * 4
    return max(1, min(MOST, int(_SHARE * MOST_BYTES / enlargement)))


@contextmanager
def measured(
    upscaler: Upscaler, pictures: Sequence[Picture], options: UpscaleOptions
) -> Iterator[None]:
    """Within it, ``upscaler.enlarge`` finds these pictures measured; all small, of one size.

    Failures are ignored: each picture is then measured alone, and fails again or not.
    """
    keys = [object() for _ in pictures]
    for key, picture in zip(keys, pictures, strict=True):
        upscaler.cache.keep(key, lambda picture=picture: picture)  # type: ignore[misc]
    try:
        try:
            _measure(upscaler, pictures, options)
        except FdiwnError:
            pass
        yield
    finally:
        for key in keys:
            upscaler.cache.forget(key)


def _measure(upscaler: Upscaler, pictures: Sequence[Picture], options: UpscaleOptions) -> None:
    size = (pictures[0].width, pictures[0].height)
    path = find_model(options.model, upscaler.plan_for(size, options).steps[0])
    place = choose(options.device, options.backend, options.precision)
    backend = upscaler.backend(path, place, upscaler.plan_for(size, options).steps[0])
    if not isinstance(backend, MeasuresEach):
        return
    results = measure_batch(backend, [picture.pixels for picture in pictures])
    for picture, result in zip(pictures, results, strict=True):
        known = upscaler.known(picture, picture.pixels.dtype.name, path, place)
        if known is not None and result is not None:
            known[UPRIGHT] = result


def measure_batch(backend: MeasuresEach, pictures: Sequence[Pixels]) -> list[Measured | None]:
    """Measures several pictures (H, W, C) of one size, each in one piece.

    None for a faulty result. Raises OutOfMemory or DeviceFault.
    """
    pictures = [bled(pixels) for pixels in pictures]
    height, width = pictures[0].shape[:2]
    planes = [planes_of(pixels) for pixels in pictures]
    batch = np.concatenate(
        [
            plane.batch(pixels, [Box(0, 0, width, height)])
            for pixels, own in zip(pictures, planes, strict=True)
            for plane in own
        ]
    )
    output, gates = backend.measure_each(batch)
    results: list[Measured | None] = []
    at = 0
    for own in planes:
        mine = slice(at, at + len(own))
        at = mine.stop
        try:
            check_tile(batch[mine], output[mine], "The picture")
        except FaultyTile:
            results.append(None)
            continue
        kept = keep_average(batch[mine], output[mine], [WHOLE] * len(own))
        statistics = PictureStatistics(tuple((each[None],) for each in gates[mine]))
        whole = [plane.array(image) for plane, image in zip(own, kept, strict=True)]
        results.append(Measured(statistics, whole))
    return results
