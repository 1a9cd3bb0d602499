"""Colour that a file states without a profile, as it can be stated again. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StatedColour:
    """What the file says in its own way, to be said again where the format of the result can.

    png: chunks of PNG with their content, in order. cicp: primaries and transfer function, numbers
    of ITU-T H.273, where it said them so. srgb: it is sRGB, which is also what a picture
    that states nothing is taken for; for any other there is a profile among the metadata.
    """

    png: tuple[tuple[bytes, bytes], ...]
    srgb: bool
    cicp: tuple[int, int] | None = None
