"""Byte positions of the elements and attributes of an XMP packet.

XMP is XML, but parsing it to a tree and writing it again would change all prefixes and spaces. So a
parser locates the parts, and changes are made in the bytes themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

_TAG = re.compile(rb"""<(?:[^"'>]+|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=<>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MOST = 500_000  # elements

Edit = tuple[int, int, bytes]
"""Start, end, and the new content."""


class XmpError(ValueError):
    """The packet is not XML, or not in a form that can be changed safely."""


@dataclass(frozen=True)
class Attribute:
    """start: of the white space before it. value: inside the quotes."""

    space: str
    name: str
    start: int
    value: tuple[int, int]

    @property
    def end(self) -> int:
        return self.value[1] + 1


@dataclass(frozen=True)
class Node:
    """An element. start, end: of all of it. inside: between its tags, None if it is a single tag.
    parent: its parent's index in the list, -1 for none. scope: namespaces by prefix, its own
    included."""

    space: str
    name: str
    start: int
    end: int
    inside: tuple[int, int] | None
    parent: int
    attributes: tuple[Attribute, ...]
    scope: Mapping[str, str]

    @property
    def tag_end(self) -> int:
        """After the > of the first tag."""
        return self.inside[0] if self.inside else self.end


def as_utf_8(packet: bytes) -> bytes:
    """The packet without a byte order mark and zeros around it, converted from UTF-16 to UTF-8."""
    coding = next((coding for bom, coding in _BOMS if packet.startswith(bom)), "")
    if not coding and packet[:2] in (b"<\0", b"\0<"):
        coding = "utf-16-le" if packet[:1] == b"<" else "utf-16-be"
    if coding:
        try:
            packet = packet.decode(coding).encode()
        except UnicodeError as exc:
            raise XmpError("it is cut off") from exc
        packet = re.sub(rb"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""", rb"\1", packet)
    return packet.removeprefix(b"\xef\xbb\xbf").strip(b"\0")


def nodes_of(packet: bytes) -> list[Node]:
    """All elements in order of their start. packet: from `as_utf_8`. Raises XmpError."""
    reader = _Reader(packet)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: reader.begin(name, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda _: reader.finish(parser.CurrentByteIndex)
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(packet, True)
    except expat.ExpatError as exc:
        raise XmpError(str(exc)) from exc
    return reader.nodes()


def _refuse(*_: object) -> None:
    raise XmpError("it declares entities")


class _Reader:
    def __init__(self, packet: bytes) -> None:
        self._packet = packet
        self._begun: list[tuple[str, int, int, int]] = []  # name, start, end of the tag, parent
        self._scopes: list[Mapping[str, str]] = []
        self._ends: list[tuple[tuple[int, int] | None, int]] = []
        self._open: list[int] = []

    def begin(self, name: str, start: int) -> None:
        tag = _TAG.match(self._packet, start)
        if tag is None or len(self._begun) > _MOST:
            raise XmpError("it cannot be followed")
        parent = self._open[-1] if self._open else -1
        scope = self._scopes[parent] if self._open else {}
        declared = {
            attribute[1].decode()[6:]: attribute[2][1:-1].decode(errors="replace")
            for attribute in _ATTRIBUTE.finditer(tag[0])
            if attribute[1].startswith(b"xmlns:") or attribute[1] == b"xmlns"
        }
        self._open.append(len(self._begun))
        self._begun.append((name, start, tag.end(), parent))
        self._scopes.append({**scope, **declared} if declared else scope)
        self._ends.append((None, tag.end()))

    def finish(self, place: int) -> None:
        number = self._open.pop()
        tag_end = self._begun[number][2]
        if self._packet[tag_end - 2 : tag_end] != b"/>":
            end = self._packet.index(b">", place) + 1
            self._ends[number] = ((tag_end, place), end)

    def nodes(self) -> list[Node]:
        found = []
        for (name, start, tag_end, parent), scope, (inside, end) in zip(
            self._begun, self._scopes, self._ends, strict=True
        ):
            prefix, _, local = name.rpartition(":")
            attributes = tuple(self._attributes(start, tag_end, scope))
            space = scope.get(prefix, "")
            found.append(Node(space, local, start, end, inside, parent, attributes, scope))
        return found

    def _attributes(self, start: int, end: int, scope: Mapping[str, str]) -> Iterable[Attribute]:
        for match in _ATTRIBUTE.finditer(self._packet, start, end):
            prefix, _, local = match[1].decode(errors="replace").rpartition(":")
            if prefix != "xmlns" and (prefix or local != "xmlns"):
                value = (match.start(2) + 1, match.end(2) - 1)
                yield Attribute(
                    scope.get(prefix, "") if prefix else "", local, match.start(), value
                )


def edited(packet: bytes, edits: Iterable[Edit]) -> bytes:
    """Applies all edits; those inside a replaced part are dropped."""
    parts, position = [], 0
    for start, end, content in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= position:
            parts += [packet[position:start], content]
            position = end
    return b"".join([*parts, packet[position:]])
