"""What is read at all: how large a picture may be, and how sound. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass

MAX_PIXELS = 500_000_000


@dataclass(frozen=True)
class Limits:
    """What a picture may take; a small file can claim any size, so this is checked before decoding.

    pixels: width times height. memory: bytes for the decoding, None for what is free then.
    damaged: take what there is of a damaged file.
    """

    pixels: int = MAX_PIXELS
    memory: int | None = None
    damaged: bool = False

    def __post_init__(self) -> None:
        if self.pixels < 1 or (self.memory is not None and self.memory < 1):
            raise ValueError(f"limits are above 0, not {self}")


DEFAULT = Limits()
