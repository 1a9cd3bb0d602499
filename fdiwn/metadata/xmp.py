"""XMP: the few properties that enlarging makes wrong, set right; the rest stays byte for byte.

XMP is XML, but reading it into a tree and writing it out again would change every prefix and space
in it. So properties are found by pattern, under the prefixes that the packet itself declares, and
the packet is held against an XML parser before and after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

_TIFF, _EXIF = "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_LOCATION: tuple[tuple[str, str], ...] = (
    (_EXIF, r"GPS\w*"),
    (_PHOTOSHOP, "City|State|Country"),
    (_IPTC_CORE, "Location|CountryCode"),
    (_IPTC_EXTENSION, "LocationCreated|LocationShown"),
)
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class XmpError(ValueError):
    """The packet is no XML, or not of a kind that can be changed safely."""


def for_result(
    packet: bytes, width: int, height: int, *, provenance: str = "", without_location: bool = False
) -> bytes:
    """The packet with orientation 1, this size in pixels, and without thumbnails.

    Only properties that are there are set; provenance becomes the creator tool where none is
    named. Raises XmpError.
    """
    _checked(packet)
    values = {
        (_TIFF, "Orientation"): 1,
        (_TIFF, "ImageWidth"): width,
        (_TIFF, "ImageLength"): height,
        (_EXIF, "PixelXDimension"): width,
        (_EXIF, "PixelYDimension"): height,
    }
    for (space, name), number in values.items():
        packet = _set(packet, space, name, str(number).encode())
    packet = _without(packet, _XMP, "Thumbnails")
    if without_location:
        for space, located in _LOCATION:
            packet = _without(packet, space, located)
    if provenance:
        packet = _with_tool(packet, provenance)
    names = _checked(packet)
    if without_location and any(_is_location(name) for name in names):
        raise XmpError("a location stayed")
    return packet


def orientation(packet: bytes) -> int | None:
    """How the picture lies, 1..8 as EXIF numbers it; None where it is not said."""
    for prefix in _prefixes(packet, _TIFF):
        full = re.escape(prefix) + b":Orientation"
        pattern = rb"""\s%s\s*=\s*["']\s*([1-8])\s*["']|<%s\s*>\s*([1-8])\s*</%s\s*>"""
        if found := re.search(pattern % (full, full, full), packet):
            return int(found[1] or found[2])
    return None


def has(packet: bytes, space: str, name: str) -> bool:
    """Whether a property is there, in any of the ways in which it can be. Raises XmpError."""
    return f"{space} {name}" in _checked(packet)


def with_description(packet: bytes, inside: str) -> bytes:
    """With one more rdf:Description, whose properties declare their own prefixes.

    An empty packet becomes one. Raises XmpError.
    """
    if not packet:
        packet = (
            '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            f'<rdf:RDF xmlns:rdf="{RDF}"></rdf:RDF>'
            '</x:xmpmeta><?xpacket end="w"?>'
        ).encode()
    closing = [rb"</%s:RDF\s*>" % re.escape(prefix) for prefix in _prefixes(packet, RDF)]
    end = re.search(b"|".join(closing), packet) if closing else None
    if end is None:
        raise XmpError("no rdf:RDF")
    added = f'<rdf:Description xmlns:rdf="{RDF}" rdf:about="">{inside}</rdf:Description>'
    packet = packet[: end.start()] + added.encode() + packet[end.start() :]
    _checked(packet)
    return packet


def _checked(packet: bytes) -> set[str]:
    """The names of all elements and attributes, as ``namespace name``. Raises XmpError."""
    names: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        names.update((name, *attributes))

    def refuse(*_: object) -> None:
        raise XmpError("it declares entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(packet.strip(b"\0"), True)
    except expat.ExpatError as exc:
        raise XmpError(str(exc)) from exc
    return names


def _is_location(name: str) -> bool:
    space, _, local = name.partition(" ")
    return any(space == known and re.fullmatch(names, local) for known, names in _LOCATION)


def _prefixes(packet: bytes, space: str) -> Iterable[bytes]:
    """Those that the packet declares for a namespace."""
    pattern = rb"""xmlns:([\w.-]+)\s*=\s*["']""" + re.escape(space.encode()) + rb"""["']"""
    return {match[1] for match in re.finditer(pattern, packet)}


def _set(packet: bytes, space: str, name: str, value: bytes) -> bytes:
    def replaced(match: re.Match[bytes]) -> bytes:
        return match[1] + value + match[2]

    for prefix in _prefixes(packet, space):
        full = re.escape(prefix) + b":" + name.encode()
        attribute = rb"""(\s%s\s*=\s*["'])[^"'<]*(["'])""" % full
        element = rb"(<%s\s*>)[^<]*(</%s\s*>)" % (full, full)
        packet = re.sub(attribute, replaced, packet)
        packet = re.sub(element, replaced, packet)
    return packet


def _without(packet: bytes, space: str, names: str) -> bytes:
    """Without properties of these names, as attributes and as elements with all in them."""
    for prefix in _prefixes(packet, space):
        full = rb"%s:(?:%s)" % (re.escape(prefix), names.encode())
        packet = re.sub(rb"""\s%s\s*=\s*(?:"[^"]*"|'[^']*')""" % full, b"", packet)
        packet = re.sub(rb"<%s(?:\s[^<>]*)?/>" % full, b"", packet)
        element = rb"<(%s)(?:\s[^<>]*)?>.*?</\1\s*>" % full
        packet = re.sub(element, b"", packet, flags=re.DOTALL)
    return packet


def _with_tool(packet: bytes, tool: str) -> bytes:
    """With a creator tool in the first description, if none is named anywhere."""
    if f"{_XMP} CreatorTool" in _checked(packet):
        return packet
    for prefix in _prefixes(packet, RDF):
        opening = re.search(rb"<%s:Description(?=[\s>/])" % re.escape(prefix), packet)
        if opening:
            attribute = f' xmlns:fdiwnxmp="{_XMP}" fdiwnxmp:CreatorTool={quoteattr(tool)}'.encode()
            return packet[: opening.end()] + attribute + packet[opening.end() :]
    return packet
