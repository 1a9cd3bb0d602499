"""Which names of properties say where a picture was taken, whoever has given them."""

from __future__ import annotations

import re

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
