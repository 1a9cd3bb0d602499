"""Metadata of a part of a picture: without places that are stated relative to the whole."""

from __future__ import annotations

from dataclasses import replace

from fdiwn.codec.metadata import photoshop
from fdiwn.codec.metadata.xmp_nodes import XmpError, as_utf_8, edited, nodes_of
from fdiwn.codec.vips import IPTC, XMP
from fdiwn.pixels.picture import Metadata

_REGIONS = frozenset({
    ("http://www.metadataworkinggroup.com/schemas/regions/", "Regions"),
    ("http://ns.microsoft.com/photo/1.2/", "RegionInfo"),
    ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "ImageRegion"),
})  # fmt: skip
"""Frames around faces and the like."""


def metadata_of_part(metadata: Metadata) -> Metadata:
    """Without regions in XMP and without Photoshop's paths, with a note if there were any.

    Damaged XMP stays as it is: writing the result reports it.
    """
    blobs, notes = dict(metadata.blobs), list(metadata.notes)
    if packet := blobs.get(XMP, b""):
        blobs[XMP] = _without_regions(packet)
    if photoshop.has_paths(block := blobs.get(IPTC, b"")):
        blobs[IPTC] = photoshop.without_paths(block)
    if blobs != metadata.blobs:
        notes.append("Regions and paths were left out: they are stated for the whole picture")
    sidecars = tuple(
        replace(each, packet=_without_regions(each.packet)) for each in metadata.sidecars
    )
    return replace(metadata, blobs=blobs, notes=tuple(notes), sidecars=sidecars)


def _without_regions(packet: bytes) -> bytes:
    try:
        text = as_utf_8(packet)
        found = [n for n in nodes_of(text) if (n.space, n.name) in _REGIONS]
        return edited(text, [(n.start, n.end, b"") for n in found]) if found else packet
    except XmpError:
        return packet
