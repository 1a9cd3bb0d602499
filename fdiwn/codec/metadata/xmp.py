"""Corrects XMP for an enlarged picture; everything else stays byte for byte."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from fdiwn.codec.metadata.container import says_place
from fdiwn.codec.metadata.xmp_nodes import Edit, Node, XmpError, as_utf_8, edited, nodes_of

__all__ = ["Property", "XmpError", "for_result", "has", "joined", "split", "with_properties"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
TIFF, EXIF = "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_NOTE = "http://ns.adobe.com/xmp/note/"
_PREFIXES = {
    DC: "dc", XMP: "xmp", TIFF: "tiff", EXIF: "exif", PHOTOSHOP: "photoshop",
    IPTC_CORE: "Iptc4xmpCore", _NOTE: "xmpNote",
}  # fmt: skip
"""The usual prefixes. A packet's own prefixes win: some readers accept no second one."""
_GONE_SPACES = frozenset({
    "http://ns.adobe.com/hdr-gain-map/1.0/",
    "http://ns.apple.com/HDRGainMap/1.0/",
    "http://ns.google.com/photos/1.0/container/",
    "http://ns.google.com/photos/1.0/container/item/",
})  # fmt: skip
"""Namespaces about further pictures and films in the file, which no result has."""
_GONE = (XMP, "Thumbnails"), (_NOTE, "HasExtendedXMP")
_ORIENTATION = re.compile(rb"[1-8]")
_FILM = ("MotionPhoto", "MicroVideo")  # of Google's namespace and those of other makers
_SAYS_IN_WORDS = frozenset({
    (DC, "title"), (DC, "description"), (DC, "subject"), (PHOTOSHOP, "Headline"),
    (EXIF, "UserComment"),
})  # fmt: skip

Property = tuple[str, str, str, list[str]]
"""Namespace, name, kind (`ALTERNATIVES`, `BAG`, `SEQUENCE` or `TEXT`), and texts."""
ALTERNATIVES, BAG, SEQUENCE, TEXT = "Alt", "Bag", "Seq", ""


def for_result(
    packet: bytes, width: int, height: int, *, provenance: str = "", without_location: bool = False
) -> bytes:
    """The packet for a result: with orientation 1, this size in pixels, and without lost parts.

    Lost parts are thumbnails, gain maps, films and extended XMP. Only existing properties are set;
    provenance becomes the creator tool if there is none. without_location: see
    `fdiwn.codec.metadata.texts`. Raises XmpError.
    """
    packet = as_utf_8(packet)
    values = {
        (TIFF, "Orientation"): 1,
        (TIFF, "ImageWidth"): width,
        (TIFF, "ImageLength"): height,
        (EXIF, "PixelXDimension"): width,
        (EXIF, "PixelYDimension"): height,
    }

    def gone(space: str, name: str) -> bool:
        if space in _GONE_SPACES or (space, name) in _GONE:
            return True
        if name.startswith(_FILM):
            return True
        return without_location and space != RDF and says_place(name)

    nodes = nodes_of(packet)
    edits = [*_removals(nodes, gone), *_settings(nodes, values)]
    packet = edited(packet, edits) if edits else packet
    if provenance and not has(packet, XMP, "CreatorTool"):
        packet = _with_attribute(packet, XMP, "CreatorTool", provenance)
    if edits:
        names = _names(nodes_of(packet))
        if any(gone(space, name) for space, name in names):
            raise XmpError("something stayed that should go")
    return packet


def orientation(packet: bytes) -> int | None:
    """The orientation, 1..8 as in EXIF; None if missing or damaged."""
    try:
        packet = as_utf_8(packet)
        nodes = nodes_of(packet) if packet else []
    except XmpError:
        return None
    for node in nodes:
        said = [a.value for a in node.attributes if (a.space, a.name) == (TIFF, "Orientation")]
        if (node.space, node.name) == (TIFF, "Orientation") and node.inside:
            said.append(node.inside)
        for place in said:
            if _ORIENTATION.fullmatch(text := packet[slice(*place)].strip()):
                return int(text)
    return None


def has(packet: bytes, space: str, name: str) -> bool:
    """Whether a property exists, in any of its possible forms. Raises XmpError."""
    return (space, name) in _names(nodes_of(as_utf_8(packet)))


def says_in_words(packet: bytes) -> bool:
    """Whether there are captions or keywords. Raises XmpError."""
    return bool(_names(nodes_of(as_utf_8(packet))) & _SAYS_IN_WORDS)


def with_properties(packet: bytes, properties: Iterable[Property]) -> bytes:
    """Adds the properties that the packet lacks. Creates a packet if it is empty.

    Raises XmpError.
    """
    packet = as_utf_8(packet)
    names = _names(nodes_of(packet)) if packet else set()
    added = [new for new in properties if new[:2] not in names]
    if not added:
        return packet
    packet = packet or _packet("")
    nodes = nodes_of(packet)
    root = next((n for n in nodes if (n.space, n.name) == (RDF, "RDF") and n.inside), None)
    if root is None or root.inside is None:
        raise XmpError("no rdf:RDF")
    prefixes = {space: _prefix(nodes, space) for space in dict.fromkeys(p[0] for p in added)}
    rdf = next(prefix for prefix, space in root.scope.items() if space == RDF)
    inside = "".join(_element(rdf, prefixes[p[0]], *p[1:]) for p in added)
    declared = "".join(f" xmlns:{prefix}={quoteattr(s)}" for s, prefix in prefixes.items())
    whole = f'<{rdf}:Description {rdf}:about=""{declared}>{inside}</{rdf}:Description>'
    packet = edited(packet, [(root.inside[1], root.inside[1], whole.encode())])
    nodes_of(packet)
    return packet


def extended_mark(packet: bytes) -> bytes:
    """The packet's mark of its extended XMP: 32 letters, or nothing. Raises XmpError."""
    packet = as_utf_8(packet)
    for node in nodes_of(packet):
        for attribute in node.attributes:
            if (attribute.space, attribute.name) == (_NOTE, "HasExtendedXMP"):
                return packet[slice(*attribute.value)]
        if (node.space, node.name) == (_NOTE, "HasExtendedXMP") and node.inside:
            return packet[slice(*node.inside)].strip()
    return b""


def joined(main: bytes, extended: bytes) -> bytes:
    """Joins a main packet with its extended part. Raises XmpError."""
    main, extended = as_utf_8(main), as_utf_8(extended)
    nodes = nodes_of(main)
    said = {name for node in _top_properties(nodes) for name in node}
    extended = edited(extended, _repeated(nodes_of(extended), said))
    more = nodes_of(extended)
    root = next((n for n in nodes if (n.space, n.name) == (RDF, "RDF")), None)
    if root is None or root.inside is None:
        raise XmpError("no rdf:RDF")
    added = b"".join(
        _with_scope(extended, more, number) for number in range(len(more)) if _is_top(more, number)
    )
    removals = _removals(nodes, lambda *name: name == (_NOTE, "HasExtendedXMP"))
    packet = edited(main, [*removals, (root.inside[1], root.inside[1], added)])
    nodes_of(packet)
    return packet


def _top_properties(nodes: list[Node]) -> Iterator[list[tuple[str, str]]]:
    """The property names of each description directly below rdf:RDF."""
    for number, node in enumerate(nodes):
        if _is_top(nodes, number):
            yield [(attribute.space, attribute.name) for attribute in node.attributes]
        elif node.parent >= 0 and _is_top(nodes, node.parent):
            yield [(node.space, node.name)]


def _repeated(nodes: list[Node], said: set[tuple[str, str]]) -> Iterator[Edit]:
    """Removes repeated properties, as some readers then read none."""
    for number, node in enumerate(nodes):
        if _is_top(nodes, number):
            for attribute in node.attributes:
                if attribute.space != RDF and (attribute.space, attribute.name) in said:
                    yield attribute.start, attribute.end, b""
        elif node.parent >= 0 and _is_top(nodes, node.parent) and (node.space, node.name) in said:
            yield node.start, node.end, b""


def split(packet: bytes, most: int) -> tuple[bytes, bytes]:
    """Splits into a main packet of at most ``most`` bytes, and extended XMP with the largest
    properties, empty if not needed. Raises XmpError if that is impossible."""
    if len(packet) <= most:
        return packet, b""
    packet = as_utf_8(packet)
    nodes = nodes_of(packet)
    whole = [n for n in nodes if n.parent >= 0 and _is_top(nodes, n.parent)]
    too_much, moved = len(packet) - most + 200, list[Node]()
    for node in sorted(whole, key=lambda node: node.start - node.end):
        if too_much <= 0:
            break
        moved.append(node)
        too_much -= node.end - node.start
    moved.sort(key=lambda node: node.start)
    inside = "".join(
        f'<rdf:Description rdf:about=""{_declared(node.scope)}>'
        f"{packet[node.start : node.end].decode()}</rdf:Description>"
        for node in moved
    )
    extended = _packet(inside, wrapped=False)
    nodes_of(extended)
    mark = hashlib.md5(extended, usedforsecurity=False).hexdigest().upper()
    main = edited(packet, [(node.start, node.end, b"") for node in moved])
    main = _with_attribute(main, _NOTE, "HasExtendedXMP", mark)
    if len(main) > most or not moved:
        raise XmpError("its properties cannot be parted")
    return main, extended


def _packet(inside: str, *, wrapped: bool = True) -> bytes:
    begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' if wrapped else ""
    end = '<?xpacket end="w"?>' if wrapped else ""
    rdf = f'<rdf:RDF xmlns:rdf="{RDF}">{inside}</rdf:RDF>'
    return f'{begin}<x:xmpmeta xmlns:x="adobe:ns:meta/">{rdf}</x:xmpmeta>{end}'.encode()


def _names(nodes: Iterable[Node]) -> set[tuple[str, str]]:
    """Namespace and name of all elements and attributes."""
    names = set()
    for node in nodes:
        names.add((node.space, node.name))
        names.update((attribute.space, attribute.name) for attribute in node.attributes)
    return names


def _removals(nodes: Iterable[Node], gone: Callable[[str, str], bool]) -> Iterator[Edit]:
    for node in nodes:
        if gone(node.space, node.name):
            yield node.start, node.end, b""
        for attribute in node.attributes:
            if gone(attribute.space, attribute.name):
                yield attribute.start, attribute.end, b""


def _settings(nodes: list[Node], values: Mapping[tuple[str, str], int]) -> Iterator[Edit]:
    parents = {node.parent for node in nodes}
    for number, node in enumerate(nodes):
        value = values.get((node.space, node.name))
        if value is not None and node.inside and number not in parents:
            yield (*node.inside, str(value).encode())
        for attribute in node.attributes:
            value = values.get((attribute.space, attribute.name))
            if value is not None:
                yield (*attribute.value, str(value).encode())


def _is_top(nodes: list[Node], number: int) -> bool:
    """Whether it is a description directly below rdf:RDF."""
    node = nodes[number]
    above = nodes[node.parent] if node.parent >= 0 else None
    return above is not None and (above.space, above.name) == (RDF, "RDF") and node.space == RDF


def _prefix(nodes: Iterable[Node], space: str) -> str:
    """The packet's prefix for a namespace, or an unused one."""
    declared = {p: s for node in nodes for p, s in node.scope.items() if p}
    for prefix, other in declared.items():
        if other == space:
            return prefix
    prefix = _PREFIXES[space]
    while prefix in declared:
        prefix += "_"
    return prefix


def _with_attribute(packet: bytes, space: str, name: str, value: str) -> bytes:
    """Adds a property to the first description, if there is one."""
    nodes = nodes_of(packet)
    tops = [node for number, node in enumerate(nodes) if _is_top(nodes, number)]
    if not tops:
        return packet
    prefix = _prefix(nodes, space)
    node = next((node for node in tops if node.scope.get(prefix) == space), tops[0])
    declared = "" if node.scope.get(prefix) == space else f" xmlns:{prefix}={quoteattr(space)}"
    place = node.tag_end - (2 if node.inside is None else 1)
    place = len(packet[:place].rstrip())
    added = f"{declared} {prefix}:{name}={quoteattr(value)}".encode()
    return edited(packet, [(place, place, added)])


def _with_scope(packet: bytes, nodes: list[Node], number: int) -> bytes:
    """The element, with the declarations around it added to its own tag."""
    node = nodes[number]
    tag = packet[node.start : node.tag_end]
    around = nodes[node.parent].scope
    missing = {p: s for p, s in around.items() if not re.search(rf"\sxmlns:{p}\s*=".encode(), tag)}
    place = node.tag_end - (2 if node.inside is None else 1)
    return packet[node.start : place] + _declared(missing).encode() + packet[place : node.end]


def _declared(scope: Mapping[str, str]) -> str:
    return "".join(f' xmlns:{prefix}="{space}"' for prefix, space in scope.items() if prefix)


def _element(rdf: str, prefix: str, name: str, kind: str, texts: list[str]) -> str:
    if kind == TEXT:
        inside = escape(texts[0])
    else:
        language = ' xml:lang="x-default"' if kind == ALTERNATIVES else ""
        items = "".join(f"<{rdf}:li{language}>{escape(text)}</{rdf}:li>" for text in texts)
        inside = f"<{rdf}:{kind}>{items}</{rdf}:{kind}>"
    return f"<{prefix}:{name}>{inside}</{prefix}:{name}>"
