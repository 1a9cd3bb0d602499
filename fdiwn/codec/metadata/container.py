"""Metadata records of a container, and helpers that the containers share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class MetadataError(ValueError):
    """The metadata are damaged, or cannot be written."""


Text = tuple[str, str]
"""A keyword as in PNG, and its text; comments of JPEG and GIF have the keyword Comment."""
COMMENT = "Comment"


@dataclass(frozen=True)
class Resolution:
    """The density of pixels. unit: `INCH`, `CENTIMETRE`, `METRE`, or `NONE`, if the two numbers
    only give the shape of a pixel."""

    across: float
    down: float
    unit: str


INCH, CENTIMETRE, METRE, NONE = "inch", "centimetre", "metre", "none"
MM = {INCH: 25.4, CENTIMETRE: 10.0, METRE: 1000.0, NONE: 1.0}
"""Millimetres in each unit."""


@dataclass(frozen=True)
class Found:
    """Metadata of a file; missing ones are empty. exif: with or without its prefix. photoshop: a
    resource block, including IPTC captions. icc: only if libvips does not find it. notes: on
    metadata that are lost. lossless: the pixels are, in a format that supports both."""

    exif: bytes = b""
    xmp: bytes = b""
    photoshop: bytes = b""
    icc: bytes = b""
    texts: tuple[Text, ...] = ()
    resolution: Resolution | None = None
    notes: tuple[str, ...] = ()
    lossless: bool = False


Piece = bytes | range
"""Bytes, or a range of the source file."""
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
"""Matched as whole names only: a photographer's address has a city as well."""


def says_place(name: str) -> bool:
    """Whether a property of this name, without its prefix, tells where a picture was taken.

    Matches GPS, latitude, longitude (also in DJI's spelling), location and altitude anywhere, place
    as a word, and IPTC's names for the parts of a place.
    """
    words = {word.lower() for word in _WORD.findall(name)}
    return bool(_ANYWHERE.search(name) or words & _PLACE or name.lower() in _WHOLE)
