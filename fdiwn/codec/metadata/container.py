"""Records of metadata as a container holds it, and what the containers share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class MetadataError(ValueError):
    """They are damaged, or cannot be written where they should go."""


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


Piece = bytes | range
"""Bytes, or from where to where in the other file."""
_COPIED_AT_ONCE = 1 << 20


def put_together(source: Path, target: Path, pieces: Iterable[Piece]) -> None:
    """Writes ``target``, a megabyte at a time. Raises OSError."""
    with source.open("rb") as old, target.open("wb") as new:
        for piece in pieces:
            if isinstance(piece, bytes):
                new.write(piece)
                continue
            old.seek(piece.start)
            for left in range(len(piece), 0, -_COPIED_AT_ONCE):
                new.write(old.read(min(left, _COPIED_AT_ONCE)))


_ANYWHERE = re.compile(r"gps|latitude|longt?itude|location|geotag|geocod|altitude", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_PLACE = frozenset({"place", "places", "placename", "placenames"})
_WHOLE = frozenset({
    "city", "state", "country", "countrycode", "countryname", "province", "provincestate",
    "stateprovince", "worldregion", "coverage", "landmark", "geo", "lat", "lon", "lng", "long",
    "coordinates",
})  # fmt: skip
"""Only as whole names: a photographer's address has a city as well."""


def says_place(name: str) -> bool:
    """Whether a property of this name, without its prefix, says where a picture was taken.

    GPS, latitude, longitude (also as DJI spells it), location and altitude anywhere in it, place as
    a word of it, and the names that IPTC has for the parts of a place.
    """
    words = {word.lower() for word in _WORD.findall(name)}
    return bool(_ANYWHERE.search(name) or words & _PLACE or name.lower() in _WHOLE)
