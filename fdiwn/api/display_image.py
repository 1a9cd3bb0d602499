"""Pixels for the screen, passed from the engine to the window. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SMALLEST_LEVEL = 256


@dataclass(frozen=True)
class Level:
    """One size of a `DisplayImage`: where it starts in the file (bytes), and its pixels."""

    offset: int
    width: int
    height: int


@dataclass(frozen=True)
class DisplayImage:
    """Pixels for the screen in a raw file: 8 bits, RGB or (has_alpha) RGBA, rows unpadded.

    The full size comes first; each further level is half the one before, rounded up, down to
    `SMALLEST_LEVEL` pixels on the longer side. screen: the ICC file of the screen that they are
    made for; None for sRGB, which also replaces an unusable file.
    """

    path: Path
    width: int
    height: int
    has_alpha: bool
    screen: Path | None = None

    @property
    def bytes_per_pixel(self) -> int:
        return 4 if self.has_alpha else 3

    def levels(self) -> tuple[Level, ...]:
        found = [Level(0, self.width, self.height)]
        while max(found[-1].width, found[-1].height) > SMALLEST_LEVEL:
            last = found[-1]
            end = last.offset + last.width * last.height * self.bytes_per_pixel
            found.append(Level(end, (last.width + 1) // 2, (last.height + 1) // 2))
        return tuple(found)

    def total_bytes(self) -> int:
        last = self.levels()[-1]
        return last.offset + last.width * last.height * self.bytes_per_pixel
