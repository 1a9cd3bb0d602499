"""The colours that a file states: by a profile or in one of many other ways."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from fdiwn.codec import cicp, colour
from fdiwn.codec.icc import (
    BT709,
    D65,
    Place,
    Primaries,
    curve_of,
    grey_profile,
    power_curve,
    rgb_profile,
)
from fdiwn.codec.kind import HEIC
from fdiwn.codec.metadata.boxes import heif_facts
from fdiwn.codec.metadata.container import MetadataError
from fdiwn.codec.metadata.exif_directories import EXIF as EXIF_DIRECTORY
from fdiwn.codec.metadata.exif_directories import (
    INTEROPERABILITY,
    RATIONAL,
    SHORT,
    Entry,
    read_directory,
    read_layout,
)
from fdiwn.codec.metadata.png import chunks_before_pixels
from fdiwn.codec.metadata.tiff_directories import (
    PRIMARIES,
    TRANSFER,
    WHITE,
    main_image,
    read_images,
)
from fdiwn.codec.vips import EXIF, ICC
from fdiwn.pixels.picture import StatedColour

Stated = tuple[bytes, StatedColour | None]
"""A profile, empty for sRGB and if nothing is stated; and how else it was stated."""
_NOTHING: Stated = (b"", None)
_CHUNKS = frozenset({b"cICP", b"iCCP", b"sRGB", b"gAMA", b"cHRM"})
_PNG_UNIT = 100_000
_SRGB_GAMMA = 2.2  # as programs write it beside sRGB
_ALIKE = 0.005
_GAMMAS = (0.1, 10.0)  # plausible range
_COLOUR_SPACE, _GAMMA, _INDEX = 40961, 42240, 1  # tags of EXIF and its interoperability
_SRGB, _ADOBE, _UNCALIBRATED = 1, 2, 0xFFFF
_ADOBE_INDEX = b"R03"
_MOST_SAMPLES = 4096  # of a curve
_MADE = "As the file states it"


def stated_colour(path: Path, kind: str, blobs: Mapping[str, bytes], *, grey: bool) -> Stated:
    """The colours of a picture of one band, or of red, green and blue.

    kind: of `fdiwn.codec.kind`. blobs: the file's own metadata. Priorities: in PNG cICP, then the
    profile, sRGB, and gAMA with cHRM; in AVIF and HEIC the profile, then nclx; in TIFF the profile,
    then its tags; EXIF is last. Raises OSError.
    """
    profile = blobs.get(ICC, b"")
    found: Stated | None = None
    if kind == "png":
        with path.open("rb") as file:
            chunks = chunks_before_pixels(file, _CHUNKS)
        found = _from_png(chunks, profile, grey)
    elif profile:
        found = profile, None
    elif kind in ("avif", HEIC):
        if (nclx := heif_facts(path).nclx) and (pair := cicp.known(*nclx)):
            found = _from_numbers(pair, grey)
    elif kind == "tiff":
        found = _from_tiff(path, grey)
    return found or _from_exif(blobs.get(EXIF, b""), grey) or _NOTHING


def _from_numbers(pair: tuple[int, int], grey: bool) -> Stated:
    srgb = pair == cicp.SRGB
    stated = StatedColour(((b"cICP", bytes((*pair, 0, 1))),), srgb, pair)
    return b"" if srgb else cicp.profile_for(pair, grey=grey), stated


def _from_png(chunks: dict[bytes, bytes], profile: bytes, grey: bool) -> Stated | None:
    numbers = chunks.pop(b"cICP", b"")
    if len(numbers) == 4 and (pair := cicp.known(numbers[0], numbers[1])):
        return _from_numbers(pair, grey)
    if profile:
        return profile, None
    chunks.pop(b"iCCP", None)
    if b"sRGB" in chunks:
        return b"", StatedColour(tuple(chunks.items()), srgb=True)
    places = _places(chunks.get(b"cHRM", b""))
    gamma = _gamma(chunks.get(b"gAMA", b""))
    if places is None and gamma is None:
        return None
    stated = tuple((name, chunks[name]) for name in (b"gAMA", b"cHRM") if name in chunks)
    made = _made(places, None if gamma is None else power_curve(gamma), grey, _is_usual(gamma))
    return made, StatedColour(stated, srgb=not made)


def _places(content: bytes) -> tuple[Primaries, Place] | None:
    if len(content) != 32:
        return None
    x = [value / _PNG_UNIT for value in struct.unpack(">8I", content)]
    return ((x[2], x[3]), (x[4], x[5]), (x[6], x[7])), (x[0], x[1])


def _gamma(content: bytes) -> float | None:
    """The exponent from values to light."""
    (value,) = struct.unpack(">I", content) if len(content) == 4 else (0,)
    gamma = _PNG_UNIT / value if value else 0
    return gamma if _GAMMAS[0] <= gamma <= _GAMMAS[1] else None


def _is_usual(gamma: float | None) -> bool:
    return gamma is None or abs(gamma / _SRGB_GAMMA - 1) < _ALIKE


def _made(
    places: tuple[Primaries, Place] | None, curve: bytes | None, grey: bool, usual: bool
) -> bytes:
    """A profile of the known parts; empty if it equals sRGB, or is impossible.

    curve: None for that of sRGB. usual: it is sRGB's, or the value usually written for it.
    """
    srgb_places = places is None or np.allclose((*places[0], places[1]), (*BT709, D65), atol=_ALIKE)
    if usual and (grey or srgb_places):
        return b""
    curve = curve or cicp.srgb_curve()
    if grey:
        return grey_profile(_MADE, curve)
    primaries, white = places or (BT709, D65)
    try:
        return rgb_profile(_MADE, primaries, white, (curve,))
    except ValueError:
        return b""


def _from_tiff(path: Path, grey: bool) -> Stated | None:
    try:
        tags = main_image(read_images(path))[0].tags
    except (MetadataError, ValueError):
        return None
    return _from_tags(tags, None, grey)


def _from_exif(blob: bytes, grey: bool) -> Stated | None:
    data = blob.removeprefix(b"Exif\0\0")
    try:
        layout = read_layout(data)
        wanted = frozenset({EXIF_DIRECTORY, WHITE, PRIMARIES, TRANSFER})
        tags = read_directory(data, layout.first, layout, wanted.__contains__)
    except MetadataError:
        return None
    below = tags[EXIF_DIRECTORY].below or {} if EXIF_DIRECTORY in tags else {}
    space = _whole(below.get(_COLOUR_SPACE))
    index = (below[INTEROPERABILITY].below or {}).get(_INDEX) if INTEROPERABILITY in below else None
    by_index = index is not None and index.data.startswith(_ADOBE_INDEX)
    if space == _ADOBE or (by_index and space in (None, _UNCALIBRATED)):
        if grey:
            return grey_profile(_MADE, power_curve(colour.ADOBE_GAMMA)), None
        return colour.profile_of("adobe"), None
    if space == _SRGB:
        return None
    gamma = _fractions(below.get(_GAMMA))
    return _from_tags(tags, gamma[0] if gamma else None, grey)


def _from_tags(tags: Mapping[int, Entry], gamma: float | None, grey: bool) -> Stated | None:
    white, primaries = _fractions(tags.get(WHITE)), _fractions(tags.get(PRIMARIES))
    places = None
    if len(white) == 2 and len(primaries) == 6:
        red, green, blue = (primaries[0:2], primaries[2:4], primaries[4:6])
        places = ((red[0], red[1]), (green[0], green[1]), (blue[0], blue[1])), (white[0], white[1])
    curve = _tabled(tags.get(TRANSFER))
    usual = curve is None and _is_usual(gamma)
    if curve is None and gamma is not None and _GAMMAS[0] <= gamma <= _GAMMAS[1]:
        curve = power_curve(gamma)
    made = _made(places, curve, grey, usual or curve is None)
    return (made, None) if made else None


def _tabled(entry: Entry | None) -> bytes | None:
    """The curve from a table of light by value, for green if there is one for each colour."""
    if entry is None or entry.kind != SHORT:
        return None
    light = np.frombuffer(entry.data, "<u2")
    if len(light) % 3 == 0:
        light = light.reshape(3, -1)[1]
    if len(light) < 2 or len(light) & (len(light) - 1):
        return None
    at = np.linspace(0, len(light) - 1, min(len(light), _MOST_SAMPLES))
    return curve_of(np.interp(at, np.arange(len(light)), light / 65535))


def _whole(entry: Entry | None) -> int | None:
    if entry is None or entry.kind != SHORT:
        return None
    return int.from_bytes(entry.data[:2], "little")


def _fractions(entry: Entry | None) -> tuple[float, ...]:
    if entry is None or entry.kind != RATIONAL:
        return ()
    numbers = struct.unpack(f"<{len(entry.data) // 4}I", entry.data)
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    return tuple(above / below for above, below in pairs) if all(d for _, d in pairs) else ()
