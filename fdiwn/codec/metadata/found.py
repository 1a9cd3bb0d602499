"""What stands in a picture file beside its pixels, as its container has it."""

from __future__ import annotations

from dataclasses import dataclass

Text = tuple[str, str]
"""A keyword as PNG has it, and what it says; a comment of JPEG or GIF is called Comment."""
COMMENT = "Comment"


@dataclass(frozen=True)
class Resolution:
    """How dense pixels are. unit: of `INCH`, `CENTIMETRE`, `METRE`, or `NONE`, where the two
    numbers are only the shape of a pixel."""

    across: float
    down: float
    unit: str


INCH, CENTIMETRE, METRE, NONE = "inch", "centimetre", "metre", "none"
MM = {INCH: 25.4, CENTIMETRE: 10.0, METRE: 1000.0, NONE: 1.0}
"""Millimetres in each."""


@dataclass(frozen=True)
class Found:
    """Empty where there is none. exif: with or without its prefix. photoshop: a block of its
    resources, with IPTC's captions among them. icc: only where it hides from libvips. notes: what
    will not go along. lossless: the pixels are, in a format that has a choice."""

    exif: bytes = b""
    xmp: bytes = b""
    photoshop: bytes = b""
    icc: bytes = b""
    texts: tuple[Text, ...] = ()
    resolution: Resolution | None = None
    notes: tuple[str, ...] = ()
    lossless: bool = False
