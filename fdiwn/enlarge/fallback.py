"""Attempts: how one cuts and measures a picture, and which is next after the network has failed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fdiwn.api.errors import EngineError, FaultyTile, OutOfMemory
from fdiwn.api.options import MIN_TILE, UpscaleOptions
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.backends.hardware import available_memory, pass_bytes, window_area
from fdiwn.enlarge.tile_loop import Manner
from fdiwn.pixels.picture import Picture
from fdiwn.pixels.planes import ALL_EIGHT

MOST_SHRINKS = 2


@dataclass(frozen=True)
class Attempt:
    """One way to enlarge a picture. shrinks: how often the tile's side was halved."""

    place: Place
    shrinks: int = 0

    def __str__(self) -> str:
        smaller = f" with tiles {4**self.shrinks} times smaller" if self.shrinks else ""
        return f"{self.place}{smaller}"


def next_attempt(failed: Attempt, error: EngineError) -> Attempt | None:
    """The attempt after a failed one; None if there is none left.

    Faulty tile: 16 bits -> float32 -> smaller tiles -> reference. Out of memory: smaller tiles ->
    reference. Failing device: reference. The reference is PyTorch on the CPU in float32.
    """
    if isinstance(error, OutOfMemory):
        if failed.shrinks < MOST_SHRINKS:
            return replace(failed, shrinks=failed.shrinks + 1)
    elif isinstance(error, FaultyTile):
        if failed.place.precision != "float32":
            return replace(failed, place=replace(failed.place, precision="float32"))
        if failed.shrinks == 0:
            return replace(failed, shrinks=1)
    if failed.place == REFERENCE:
        return None
    return Attempt(REFERENCE, failed.shrinks)


def manner_of(options: UpscaleOptions, picture: Picture, attempt: Attempt) -> Manner:
    """How an attempt cuts and measures the picture.

    Raises EngineError if --statistics whole does not fit into memory.
    """
    place, shrinks = attempt.place, attempt.shrinks
    cost = pass_bytes(place.backend, place.precision)
    whole = options.statistics == "whole"
    needed, free = picture.width * picture.height * cost, available_memory(place.device)
    if whole and needed > free:
        raise EngineError(
            "The picture is too large for --statistics whole",
            f"one pass takes {needed / 1e9:.0f} GB of memory, and {free / 1e9:.0f} are free",
            "Use --statistics sample",
        )
    tile = options.tile and max(MIN_TILE, options.tile >> shrinks)
    area = window_area(place.device, cost) // 4**shrinks
    if options.quality == "best":
        return Manner(tile, area, whole, ALL_EIGHT, windows=not whole)
    return Manner(tile, area, whole)
