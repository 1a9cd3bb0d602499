"""The metadata of a result: what of its picture's goes into which format, and what is said."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from fdiwn import colour, exif, iptc, xmp
from fdiwn.codec_vips import EXIF, ICC, IPTC, XMP
from fdiwn.options import SaveOptions
from fdiwn.picture import StoredPicture

_DEFAULT_DENSITY = 72 / 25.4  # pixels per mm; every format writes one
_HOLDS_IPTC = frozenset({"JPEG", "TIFF"})
_MOST_EXIF = 65_000  # bytes that libvips writes, whatever the format; TIFF we write ourselves
_MOST_XMP_IN_JPEG = 65_000  # of one segment


@dataclass(frozen=True)
class WrittenMetadata:
    """density: pixels per millimetre. exif: without a prefix. iptc: in Photoshop's block. Those
    that are empty are not written. notes: what had to be left out, for the user."""

    density: tuple[float, float]
    profile: bytes
    exif: bytes
    xmp: bytes
    iptc: bytes
    notes: tuple[str, ...]

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
    profile, space = blobs.get(ICC, b""), None
    if save.convert is not None and stored.bands >= 3:
        space, profile = save.convert, colour.profile_of(save.convert)
    elif save.convert is not None:
        notes.append("A grey picture stays grey, and was not converted to another colour space")
    facts = exif.ResultFacts(stored.width, stored.height, density, provenance, space)
    return WrittenMetadata(
        density,
        profile,
        _exif(blobs.get(EXIF, b""), facts, name, save, notes),
        _xmp(blobs.get(XMP, b""), facts, name, save, notes),
        _iptc(blobs.get(IPTC, b""), name, save, notes),
        tuple(notes),
    )


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


def _xmp(
    packet: bytes, facts: exif.ResultFacts, name: str, save: SaveOptions, notes: list[str]
) -> bytes:
    if not packet:
        return b""
    try:
        packet = xmp.for_result(
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
    if name == "JPEG" and len(packet) > _MOST_XMP_IN_JPEG:
        notes.append("Its XMP data do not fit into JPEG and were left out")
        return b""
    return packet


def _iptc(block: bytes, name: str, save: SaveOptions, notes: list[str]) -> bytes:
    records = iptc.bare(block) if block else None
    if not records:
        return b""
    if name not in _HOLDS_IPTC:
        notes.append(f"{name} has no place for IPTC captions, and they were left out")
        return b""
    if save.strip != "gps":
        return block
    try:
        return iptc.in_block(iptc.without_location(records))
    except ValueError:
        notes.append("Its IPTC captions are damaged and were left out: they might hold a location")
        return b""
