"""The metadata of a result: what of its picture's goes into which format, and what is said."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from fdiwn import cicp, colour, icc
from fdiwn.codec.vips import EXIF, ICC, IPTC, XMP
from fdiwn.metadata import exif, iptc, xmp
from fdiwn.metadata.iptc_xmp import with_captions
from fdiwn.options import SaveOptions
from fdiwn.picture import StoredPicture
from fdiwn.stated import StatedColour

_DEFAULT_DENSITY = 72 / 25.4  # pixels per mm; every format writes one
_HOLDS_GREY = frozenset({"JPEG", "PNG", "TIFF"})
_HOLDS_IPTC = frozenset({"JPEG", "TIFF"})
_SAY_SRGB = frozenset({"PNG", "AVIF"})
"""Formats that say sRGB without a profile: in a chunk, or because their encoder says it."""
_MOST_EXIF = 65_000  # bytes that libvips writes, whatever the format; TIFF we write ourselves
_MOST_XMP_IN_JPEG = 65_000  # of one segment


@dataclass(frozen=True)
class WrittenMetadata:
    """density: pixels per millimetre. exif: without a prefix. iptc: in Photoshop's block. Those
    that are empty are not written. notes: what had to be left out, for the user. stated:
    how PNG and AVIF say the colours beside the profile, or instead of it."""

    density: tuple[float, float]
    profile: bytes
    exif: bytes
    xmp: bytes
    iptc: bytes
    notes: tuple[str, ...]
    stated: StatedColour | None = None

    def only(self, field: str) -> WrittenMetadata:
        """Nothing but one of profile, xmp and iptc."""
        empty = {"profile": b"", "exif": b"", "xmp": b"", "iptc": b""}
        return replace(self, **{**empty, field: getattr(self, field)})

    def without(self, field: str, note: str) -> WrittenMetadata:
        """All but one of profile, xmp and iptc."""
        rest: dict[str, bytes] = {field: b""}
        return replace(self, notes=(*self.notes, note), **rest)  # type: ignore[arg-type]  # bytes


def metadata_for(stored: StoredPicture, name: str, save: SaveOptions) -> WrittenMetadata:
    """What to write into a file of the format ``name``. Damaged parts are left out with a note."""
    metadata, notes = stored.metadata, list[str]()
    density = metadata.density
    if density is None or not all(math.isfinite(value) for value in density):
        density = (_DEFAULT_DENSITY, _DEFAULT_DENSITY)
    blobs = dict(metadata.blobs)
    if save.strip == "all":
        blobs = {ICC: blobs[ICC]} if ICC in blobs else {}
    written = save.provenance and save.strip != "all"
    provenance = metadata.provenance if written else ""
    profile, space, stated = blobs.get(ICC, b""), None, metadata.stated
    if not profile and stated is not None and name not in _SAY_SRGB:
        profile = cicp.profile_for(cicp.SRGB, grey=stored.bands <= 2 and name in _HOLDS_GREY)
    if save.convert is not None and stored.bands >= 3:
        stated = None
        space, profile = save.convert, colour.profile_of(save.convert)
    elif save.convert is not None:
        notes.append("A grey picture stays grey, and was not converted to another colour space")
    facts = exif.ResultFacts(stored.width, stored.height, density, provenance, space)
    exif_data = _exif(blobs.get(EXIF, b""), facts, name, save, notes)
    captions = _captions(blobs.get(IPTC, b""), save, notes)
    packet = _xmp(blobs.get(XMP, b""), facts, save, notes)
    if captions and name not in _HOLDS_IPTC:
        packet, captions = _with_captions(packet, captions, name, notes), b""
    if name == "JPEG" and len(packet) > _MOST_XMP_IN_JPEG:
        notes.append("Its XMP data are too large for JPEG and were left out")
        packet = b""
    profile = _fitting(profile, stored.bands, name, notes)
    return WrittenMetadata(density, profile, exif_data, packet, captions, tuple(notes), stated)


def _fitting(profile: bytes, bands: int, name: str, notes: list[str]) -> bytes:
    """The profile, where it is one of what the file will hold; or one in which it looks alike.

    WebP and AVIF hold grey as three equal colours, which a grey profile cannot describe; and some
    programs give grey pictures a profile of colour. libvips leaves both out and says nothing.
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
    without_gps = save.strip == "gps"
    try:
        data = exif.for_result(blob, facts, without_gps=without_gps)
        if name == "TIFF" or len(data) <= _MOST_EXIF:
            return data
        data = exif.for_result(blob, facts, without_gps=without_gps, without_maker_note=True)
        if len(data) <= _MOST_EXIF:
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
        if b"\0" in packet:  # UTF-16, say; where text belongs it would be cut there
            notes.append("Its XMP data are not UTF-8 and were left out")
            return b""
        notes.append("Its XMP data are damaged and were kept as they are")
        return packet


def _captions(block: bytes, save: SaveOptions, notes: list[str]) -> bytes:
    """The IPTC block to write; all of Photoshop's where nothing is to be taken out of it."""
    records = iptc.bare(block) if block else None
    if not records or save.strip != "gps":
        return block if records else b""
    try:
        return iptc.in_block(iptc.without_location(records))
    except ValueError:
        notes.append("Its IPTC captions are damaged and were left out: they might hold a location")
        return b""


def _with_captions(packet: bytes, block: bytes, name: str, notes: list[str]) -> bytes:
    """The XMP packet with the captions that it lacks."""
    try:
        packet = with_captions(packet, iptc.bare(block) or b"")
        notes.append(f"{name} has no place for IPTC captions: they went into its XMP")
    except ValueError:
        notes.append(f"{name} has no place for IPTC captions, and they were left out")
    return packet
