"""The metadata of a result: chosen for the format, and corrected for the new size."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction

from fdiwn.api.options import SaveOptions
from fdiwn.api.sidecars import Sidecar
from fdiwn.codec import cicp, colour, icc
from fdiwn.codec.metadata import exif, iptc, jpeg, photoshop, texts, xmp
from fdiwn.codec.metadata.container import (
    CENTIMETRE,
    COMMENT,
    INCH,
    METRE,
    MM,
    NONE,
    Found,
    Resolution,
    Text,
)
from fdiwn.codec.metadata.iptc_xmp import with_captions
from fdiwn.codec.metadata.tiff_directories import UNASSOCIATED, UNSPECIFIED
from fdiwn.codec.vips import EXIF, ICC, IPTC, XMP
from fdiwn.pixels.picture import Metadata, StatedColour, StoredPicture

_HOLDS_GREY = frozenset({"JPEG", "PNG", "TIFF"})
_HOLDS_BLOCK = frozenset({"JPEG", "TIFF"})
_SAY_SRGB = frozenset({"PNG", "AVIF"})
"""Formats that state sRGB without a profile: in a chunk, or through their encoder."""
_SAYS_DENSITY = frozenset({"JPEG", "PNG", "TIFF"})  # the others state it in EXIF only
_LARGEST = 1e9  # pixels per millimetre that any format could state
_NO_PATHS = "has no place for clipping paths, and they were left out"
_NO_MAKER_NOTE = "The camera's maker note was left out: it may hold a place"
_WORDS_STAY = "Captions, keywords and comments stayed: they may name a place in words"


@dataclass(frozen=True)
class WrittenMetadata:
    """profile: of colours, empty if there is none. beside: all other metadata for the file. notes:
    on metadata left out, for the user. stated: how PNG and AVIF define the colours beside the
    profile, or instead of it. extra: TIFF's kinds of the samples after the colours, if there are
    other channels than alpha."""

    profile: bytes
    beside: Found
    sidecars: tuple[Sidecar, ...]
    notes: tuple[str, ...]
    stated: StatedColour | None = None
    extra: tuple[int, ...] = ()

    def without_profile(self, note: str) -> WrittenMetadata:
        return replace(self, profile=b"", notes=(*self.notes, note))


def metadata_for(stored: StoredPicture, name: str, save: SaveOptions) -> WrittenMetadata:
    """The metadata for a file of the format ``name``. Damaged parts are left out with a note."""
    notes = list[str]()
    metadata = _stripped(stored.metadata, save)
    blobs = metadata.blobs
    profile, space, stated = blobs.get(ICC, b""), None, metadata.stated
    if not profile and stated is not None and name not in _SAY_SRGB:
        profile = cicp.profile_for(cicp.SRGB, grey=stored.bands <= 2 and name in _HOLDS_GREY)
    if save.convert is not None and stored.bands >= 3:
        stated = None
        space, profile = save.convert, colour.profile_of(save.convert)
    elif save.convert is not None:
        notes.append("A grey picture stays grey, and was not converted to another colour space")
    said = _resolution(metadata, name)
    in_exif = None if said and said.unit == NONE and name in _SAYS_DENSITY - {"TIFF"} else said
    facts = exif.ResultFacts(stored.width, stored.height, in_exif, metadata.provenance, space)
    exif_data = _exif(blobs.get(EXIF, b""), facts, name, save, notes)
    block = _photoshop(blobs.get(IPTC, b""), metadata.density, save, notes)
    packet = blobs.get(XMP, b"")
    if block and name not in _HOLDS_BLOCK:
        packet, block = _with_captions(packet, block, name, notes), b""
    kept = texts.still_true(metadata.texts, without_location=save.strip == "gps")
    packet, kept = _with_texts(packet, kept, name, notes)
    packet = _fitting_xmp(_xmp(packet, facts, save, notes), name, notes)
    beside = Found(exif_data, packet, block, texts=kept, resolution=said)
    if save.strip == "gps" and _says_in_words(beside):
        notes.append(_WORDS_STAY)
    sidecars = _sidecars(metadata.sidecars, facts, save, notes)
    profile = _fitting(profile, stored.bands, name, notes)
    extra = _extra(stored, name, save, notes)
    return WrittenMetadata(profile, beside, sidecars, tuple(notes), stated, extra)


def _extra(
    stored: StoredPicture, name: str, save: SaveOptions, notes: list[str]
) -> tuple[int, ...]:
    """Kinds of extra samples, if there are channels beside colour and alpha."""
    count = len(stored.metadata.channels)
    if not count:
        return ()
    if name != "TIFF":
        channels = "a channel" if count == 1 else f"{count} channels"
        notes.append(f"It holds {channels} beside colour and transparency, left out in {name}")
        return ()
    alpha = stored.bands in (2, 4) and save.background is None
    return (*([UNASSOCIATED] if alpha else []), *[UNSPECIFIED] * count)


def _stripped(metadata: Metadata, save: SaveOptions) -> Metadata:
    """Removes the metadata that the options exclude."""
    if save.strip == "all":
        kept = {name: content for name, content in metadata.blobs.items() if name == ICC}
        return Metadata(kept, metadata.density, stated=metadata.stated, aspect=metadata.aspect)
    return metadata if save.provenance else replace(metadata, provenance="")


def _resolution(metadata: Metadata, name: str) -> Resolution | None:
    """The resolution in the most exact unit of the format."""
    for sides, known in ((metadata.density, True), (metadata.aspect, False)):
        if sides is None or not all(math.isfinite(v) and 0 < v < _LARGEST for v in sides):
            continue
        if not known:
            return _whole(*sides)
        unit = METRE if name == "PNG" else INCH
        per_cm = [side * MM[CENTIMETRE] for side in sides]
        if name == "JPEG" and all(abs(v - round(v)) < 1e-3 for v in per_cm):
            unit = CENTIMETRE  # whole numbers only
        if name == "JPEG" and all(abs(v * MM[INCH] - round(v * MM[INCH])) < 1e-2 for v in sides):
            unit = INCH
        return Resolution(sides[0] * MM[unit], sides[1] * MM[unit], unit)
    return None


def _whole(across: float, down: float) -> Resolution:
    """The shape of a pixel in whole numbers, unchanged if it has them."""
    if across != round(across) or down != round(down) or max(across, down) > 0xFFFF:
        shape = Fraction(across / down).limit_denominator(1000)
        across, down = max(shape.numerator, 1), shape.denominator
    return Resolution(across, down, NONE)


def _fitting(profile: bytes, bands: int, name: str, notes: list[str]) -> bytes:
    """The profile, if it fits the file's colours; or an equivalent one.

    WebP and AVIF store grey as three equal colours, which a grey profile cannot describe; and some
    programs give grey pictures a colour profile. libvips silently drops both.
    """
    grey_file = bands <= 2 and name in _HOLDS_GREY
    if not profile or icc.describes(profile, "GRAY" if grey_file else "RGB"):
        return profile
    like = b""
    if bands <= 2:
        like = icc.grey_like_rgb(profile) if grey_file else icc.rgb_like_grey(profile)
    if like:
        kind = "grey" if grey_file else "colour"
        notes.append(f"{name} takes only a profile of {kind} here: its own became one like it")
    else:
        notes.append(f"Its colour profile is damaged or does not fit into {name}, and was left out")
    return like


def _exif(
    blob: bytes, facts: exif.ResultFacts, name: str, save: SaveOptions, notes: list[str]
) -> bytes:
    without_place = save.strip == "gps"
    try:
        if without_place and blob and exif.has_maker_note(blob):
            notes.append(_NO_MAKER_NOTE)
        data = exif.for_result(
            blob, facts, without_gps=without_place, without_maker_note=without_place
        )
        if name != "JPEG" or len(data) <= jpeg.MOST_EXIF:
            return data
        data = exif.for_result(blob, facts, without_gps=without_place, without_maker_note=True)
        if len(data) <= jpeg.MOST_EXIF:
            notes.append(f"The camera's maker note is too large for {name} and was left out")
            return data
        notes.append(f"Its EXIF data are too large for {name} and were left out")
    except exif.MetadataError:
        notes.append("Its EXIF data are damaged and were left out")
    return exif.for_result(b"", facts)


def _xmp(packet: bytes, facts: exif.ResultFacts, save: SaveOptions, notes: list[str]) -> bytes:
    if not packet:
        return b""
    try:
        return xmp.for_result(
            packet,
            facts.width,
            facts.height,
            provenance=facts.provenance,
            without_location=save.strip == "gps",
        )
    except xmp.XmpError:
        if save.strip == "gps":
            notes.append("Its XMP data are damaged and were left out: they might hold a location")
            return b""
    try:
        text = packet.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:  # some readers would cut the text there
        notes.append("Its XMP data are not UTF-8 and were left out")
        return b""
    notes.append("Its XMP data are damaged and were kept as they are")
    return packet


def _fitting_xmp(packet: bytes, name: str, notes: list[str]) -> bytes:
    """The packet, if the format can hold it."""
    if name != "JPEG":
        return packet
    try:
        xmp.split(packet, jpeg.MOST_XMP)
    except xmp.XmpError:
        notes.append("Its XMP data are too large for JPEG and were left out")
        return b""
    return packet


def _photoshop(
    block: bytes, density: tuple[float, float] | None, save: SaveOptions, notes: list[str]
) -> bytes:
    """Photoshop's block, with captions and paths, corrected for the result."""
    try:
        return photoshop.for_result(block, density, without_location=save.strip == "gps")
    except ValueError:
        notes.append("Its IPTC captions are damaged and were left out: they might hold a location")
        block = photoshop.without_captions(block)
    return photoshop.for_result(block, density, without_location=True)


def _with_captions(packet: bytes, block: bytes, name: str, notes: list[str]) -> bytes:
    """Adds missing captions to the XMP packet."""
    if photoshop.has_paths(block):
        notes.append(f"{name} {_NO_PATHS}")
    if not (records := iptc.bare(block)):
        return packet
    try:
        packet = with_captions(packet, records)
        notes.append(f"{name} has no place for IPTC captions: they went into its XMP")
    except ValueError:
        notes.append(f"{name} has no place for IPTC captions, and they were left out")
    return packet


def _with_texts(
    packet: bytes, kept: tuple[Text, ...], name: str, notes: list[str]
) -> tuple[bytes, tuple[Text, ...]]:
    """Moves texts that the format cannot hold to the XMP packet; returns it and the other texts."""
    if name == "PNG":
        return packet, kept
    own = tuple(text for text in kept if name == "JPEG" and text[0] == COMMENT)
    properties, rest = texts.as_properties(text for text in kept if text not in own)
    try:
        packet = xmp.with_properties(packet, properties) if properties else packet
    except xmp.XmpError:
        rest = [keyword for keyword, _ in kept if (keyword, _) not in own]
    if rest:
        names = ", ".join(dict.fromkeys(rest))
        notes.append(f"{name} has no place for the texts it came with ({names}): left out")
    return packet, own


def _says_in_words(beside: Found) -> bool:
    try:
        in_exif = bool(beside.exif) and exif.says_in_words(beside.exif)
        in_xmp = bool(beside.xmp) and xmp.says_in_words(beside.xmp)
    except ValueError:
        return True
    return in_exif or in_xmp or bool(beside.texts) or bool(iptc.bare(beside.photoshop))


def _sidecars(
    sidecars: tuple[Sidecar, ...], facts: exif.ResultFacts, save: SaveOptions, notes: list[str]
) -> tuple[Sidecar, ...]:
    """Sidecars corrected like the XMP in the file; damaged ones are left out."""
    made = []
    for sidecar in sidecars:
        try:
            packet = xmp.for_result(
                sidecar.packet,
                facts.width,
                facts.height,
                without_location=save.strip == "gps",
            )
            made.append(replace(sidecar, packet=packet))
        except xmp.XmpError:
            notes.append("The XMP file beside it is damaged and was left out")
    return tuple(made)
