"""Texts with keywords, as in PNG, and as XMP for formats that cannot hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime

from fdiwn.codec.metadata.container import COMMENT, Text, says_place
from fdiwn.codec.metadata.xmp import ALTERNATIVES, DC, EXIF, SEQUENCE, TEXT, XMP, Property

_PROPERTIES = {
    "Title": (DC, "title", ALTERNATIVES),
    "Author": (DC, "creator", SEQUENCE),
    "Description": (DC, "description", ALTERNATIVES),
    "Copyright": (DC, "rights", ALTERNATIVES),
    "Software": (XMP, "CreatorTool", TEXT),
    COMMENT: (EXIF, "UserComment", ALTERNATIVES),
}
_TIME = "Creation Time"
_STALE = re.compile(
    r"Thumb::.*|date:.*|png:.*|.*(Orientation|ImageWidth|ImageLength|ImageHeight|PixelXDimension|"
    r"PixelYDimension)",
    re.IGNORECASE,
)
"""Keywords of ImageMagick and others for facts about the file and its size."""


def still_true(texts: Iterable[Text], *, without_location: bool) -> tuple[Text, ...]:
    """The texts that hold for a result, without a location if so ordered."""
    return tuple(
        (keyword, text)
        for keyword, text in texts
        if not _STALE.fullmatch(keyword)
        and not (without_location and any(map(says_place, re.split(r"[:. ]", keyword))))
    )


def as_properties(texts: Iterable[Text]) -> tuple[list[Property], list[str]]:
    """The texts that XMP has properties for, and the keywords of the rest."""
    properties, rest = list[Property](), list[str]()
    for keyword, text in texts:
        plain = "".join(letter for letter in text if letter.isprintable() or letter in "\t\n\r")
        if keyword in _PROPERTIES:
            properties.append((*_PROPERTIES[keyword], [plain]))
        elif keyword == _TIME and (time := _time(text)):
            properties.append((XMP, "CreateDate", TEXT, [time]))
        else:
            rest.append(keyword)
    return properties, rest


def _time(text: str) -> str:
    """A date in XMP's form; empty if it is in none of the usual forms."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text.strip()).isoformat()
        except ValueError:
            continue
    return ""
