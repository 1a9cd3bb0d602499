"""Chooses the next attempt after the network has failed on a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fdiwn.api.errors import EngineError, FaultyTile, OutOfMemory
from fdiwn.backends.choice import REFERENCE, Place

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
