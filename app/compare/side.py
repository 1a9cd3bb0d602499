"""Modes and sides of the compare view: constants, an enum and a protocol."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from PySide6.QtGui import QPainter, QRegion

from app.compare.viewport import Viewport

FACTORS = (1, 2, 4, 8, 16)
"""Possible amplifications of differences; powers of two."""
LOUPE_ZOOMS = (1, 2, 4)


class Mode(Enum):
    SPLIT = "split"
    SIDE = "side"
    FLICKER = "flicker"
    DIFFERENCE = "difference"
    LOUPE = "loupe"
    FOUR = "four"


class Side(Protocol):
    """One side of the comparison; paints its pixels when the view does.

    width, height: its own size in pixels. It is painted to fill the viewport's picture, whatever
    its size.
    """

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def has_alpha(self) -> bool: ...
    def paint(self, painter: QPainter, view: Viewport) -> None:
        """Paint the visible part. The painter's unit is one device pixel of the view.

        The painter has a clip and may be translated; respect both.
        """

    def unfinished(self, view: Viewport) -> QRegion:
        """The part of the view, in device pixels, whose pixels are still being computed."""
        ...
