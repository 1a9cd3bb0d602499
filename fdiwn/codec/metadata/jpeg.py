"""Reads and writes metadata in the segments of JPEG files."""

from __future__ import annotations

import hashlib
import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fdiwn.codec.metadata import xmp
from fdiwn.codec.metadata.container import (
    CENTIMETRE,
    COMMENT,
    INCH,
    NONE,
    Found,
    MetadataError,
    Piece,
    Resolution,
    put_together,
)
from fdiwn.codec.metadata.exif_directories import read_directory, read_layout

_APP0, _APP1, _APP2, _APP11, _APP13, _COM, _SOS = 0xE0, 0xE1, 0xE2, 0xEB, 0xED, 0xFE, 0xDA
_JFIF, _EXIF, _ICC, _MPF = b"JFIF\0", b"Exif\0", b"ICC_PROFILE\0", b"MPF\0"
_XMP, _MORE_XMP = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_HDR, _ISO_HDR = b"hdr-gain-map", b"urn:iso:std:iso:ts:21496:-1\0"
_OF_THE_FILE = (
    _JFIF, _EXIF, _ICC, _MPF, _XMP, _MORE_XMP, _PHOTOSHOP, _ISO_HDR, b"JFXX\0", b"Adobe", b"Ducky",
    b"AROT", b"QVCI", b"FPXR\0", b"Adobe_CM\0",
)  # fmt: skip
"""Prefixes of segments that are read here or by libvips, or that describe this file's encoding."""
_UNITS = {0: NONE, 1: INCH, 2: CENTIMETRE}
_SEGMENT = 0xFFFF - 2
MOST_EXIF = _SEGMENT - 6
"""Most bytes of EXIF data, without a prefix, in their one segment."""
MOST_XMP = _SEGMENT - len(_XMP)
"""Bytes of XMP in one segment; more is stored in special segments."""
_MOST_MORE_XMP = 1 << 26
_PREVIEW = 0x01  # MPF's kind of previews
_MPF_PICTURES = 0xB002

_NO_GAIN_MAP = "Its gain map, which makes it brighter on HDR screens, was left out"
_NO_FILM = "The film of the motion photo was left out"
_NO_MORE_PICTURES = "Further pictures in the file were left out"
_NO_CREDENTIALS = "Its content credentials (C2PA) hold for the original only and were left out"
_NO_MORE_XMP = "A part of its XMP data is damaged and was left out"


@dataclass
class _Segments:
    exif: bytes = b""
    xmp: bytes = b""
    more_xmp: dict[bytes, dict[int, bytes]] = field(default_factory=dict)
    photoshop: bytes = b""
    comments: list[bytes] = field(default_factory=list)
    resolution: Resolution | None = None
    mpf: bytes = b""
    gain_map: bool = False
    credentials: bool = False
    others: set[str] = field(default_factory=set)


def read(path: Path) -> Found:
    """Raises MetadataError and OSError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = _Segments()
        behind = b""
        for marker, content, end in _segments(data):
            _take(found, marker, content)
            if marker == _SOS:
                behind = _behind(data, end)
    packet, notes = found.xmp, []
    try:
        packet = _with_more(found)
    except ValueError:
        notes.append(_NO_MORE_XMP)
    notes += _notes(found, packet, behind)
    comments = tuple((COMMENT, _text(comment)) for comment in found.comments)
    return Found(found.exif, packet, found.photoshop, b"", comments, found.resolution, tuple(notes))


def _segments(data: mmap.mmap) -> Iterator[tuple[int, bytes, int]]:
    """Marker, content and end of the segments before the pixels."""
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            raise MetadataError("no segment where one should be")
        marker = data[position + 1]
        if marker in (0xFF, 0x01) or 0xD0 <= marker <= 0xD9:
            position += 1 if marker == 0xFF else 2
            continue
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        wanted = 0xE0 <= marker <= 0xEF or marker == _COM
        yield marker, data[position + 4 : end] if wanted else b"", end
        if marker == _SOS:
            return
        position = end


def _take(found: _Segments, marker: int, content: bytes) -> None:
    if marker == _APP0 and content.startswith(_JFIF) and len(content) >= 12:
        unit, across, down = struct.unpack_from(">BHH", content, 7)
        if across and down:
            found.resolution = Resolution(across, down, _UNITS.get(unit, NONE))
    elif marker == _APP1 and content.startswith(_EXIF):
        found.exif = found.exif or content
    elif marker == _APP1 and content.startswith(_XMP):
        found.xmp = found.xmp or content[len(_XMP) :]
    elif marker == _APP1 and content.startswith(_MORE_XMP):
        head = content[len(_MORE_XMP) :]
        if len(head) > 40:
            parts = found.more_xmp.setdefault(head[:32], {})
            parts[int.from_bytes(head[36:40], "big")] = head[40:]
    elif marker == _APP13 and content.startswith(_PHOTOSHOP):
        found.photoshop += content[len(_PHOTOSHOP) if found.photoshop else 0 :]
    elif marker == _COM:
        found.comments.append(content)
    elif marker == _APP2 and content.startswith(_MPF):
        found.mpf = content[len(_MPF) :]
    elif marker == _APP2 and content.startswith(_ISO_HDR):
        found.gain_map = True
    elif marker == _APP11 and b"c2pa" in content[:200]:
        found.credentials = True
    elif 0xE0 <= marker <= 0xEF and content and not content.startswith(_OF_THE_FILE):
        found.others.add(f"APP{marker - 0xE0}")


def _with_more(found: _Segments) -> bytes:
    """The XMP, joined with its part from the special segments. Raises ValueError."""
    mark = xmp.extended_mark(found.xmp) if found.xmp and found.more_xmp else b""
    parts = found.more_xmp.get(mark, {})
    if not parts:
        return found.xmp
    more = b"".join(content for _, content in sorted(parts.items()))
    if len(more) > _MOST_MORE_XMP:
        raise MetadataError("too large")
    if hashlib.md5(more, usedforsecurity=False).hexdigest().upper().encode() != mark.upper():
        raise MetadataError("incomplete")
    return xmp.joined(found.xmp, more)


def _behind(data: mmap.mmap, start: int) -> bytes:
    """The data after the picture's end; of large data, enough to identify it."""
    end = data.find(b"\xff\xd9", start)
    if end < 0:
        return b""
    film = data.find(b"ftyp", end + 2)
    head = data[end + 2 : end + 2 + (1 << 16)].strip(b"\0\xff")
    return head + data[film : film + 4] if film >= 0 and head else head


def _notes(found: _Segments, packet: bytes, behind: bytes) -> Iterator[str]:
    gain_map = found.gain_map or _HDR in packet or _HDR in behind or b"HDRGainMap" in behind
    if gain_map and (behind or found.gain_map):
        yield _NO_GAIN_MAP
    elif _has_more_pictures(found.mpf):
        yield _NO_MORE_PICTURES
    if b"ftyp" in behind:
        yield _NO_FILM
    if found.credentials:
        yield _NO_CREDENTIALS
    if found.others:
        names = ", ".join(sorted(found.others))
        yield f"What other programs or the camera keep in it ({names}) was left out"


def _has_more_pictures(mpf: bytes) -> bool:
    """Whether MPF lists more than the first picture and its previews."""
    try:
        layout = read_layout(mpf)
        listed = read_directory(mpf, layout.first, layout, lambda tag: tag == _MPF_PICTURES)
    except MetadataError:
        return False  # a damaged list is ignored
    entries = listed[_MPF_PICTURES].data if listed else b""
    kinds = [
        struct.unpack_from(layout.order + "I", entries, at) for at in range(0, len(entries), 16)
    ]
    return any((kind >> 16) & 0xFF != _PREVIEW for (kind,) in kinds[1:])


def _text(comment: bytes) -> str:
    try:
        return comment.rstrip(b"\0").decode()
    except UnicodeDecodeError:
        return comment.rstrip(b"\0").decode("latin-1")


def write(source: Path, target: Path, found: Found) -> None:
    """Writes a JPEG of libvips with these metadata before its tables. Raises MetadataError,
    OSError."""
    with source.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        ends = [2, *(end for marker, _, end in _segments(data) if marker == _APP0)]
        behind_jfif = range(ends[-1], len(data))
    pieces: list[Piece] = [b"\xff\xd8", _jfif(found.resolution)]
    if found.exif:
        pieces.append(_segment(_APP1, b"Exif\0\0" + found.exif))
    if found.xmp:
        pieces += _xmp_segments(found.xmp)
    block = found.photoshop.removeprefix(_PHOTOSHOP)
    most = _SEGMENT - len(_PHOTOSHOP)
    for at in range(0, len(block), most):
        pieces.append(_segment(_APP13, _PHOTOSHOP + block[at : at + most]))
    for _, text in found.texts:
        pieces.append(_segment(_COM, text.encode()[:_SEGMENT]))
    put_together(source, target, [*pieces, behind_jfif])


def _jfif(resolution: Resolution | None) -> bytes:
    units = {name: number for number, name in _UNITS.items()}
    unit, across, down = 0, 1, 1
    if resolution:
        unit = units[resolution.unit]
        across, down = (min(max(round(v), 1), 0xFFFF) for v in (resolution.across, resolution.down))
    return _segment(_APP0, _JFIF + struct.pack(">HBHHBB", 0x0101, unit, across, down, 0, 0))


def _xmp_segments(packet: bytes) -> Iterator[bytes]:
    """Raises XmpError if the packet is too large and cannot be split."""
    main, more = xmp.split(packet, MOST_XMP)
    yield _segment(_APP1, _XMP + main)
    mark = hashlib.md5(more, usedforsecurity=False).hexdigest().upper().encode()
    most = _SEGMENT - len(_MORE_XMP) - 40
    for at in range(0, len(more), most):
        head = _MORE_XMP + mark + struct.pack(">II", len(more), at)
        yield _segment(_APP1, head + more[at : at + most])


def _segment(marker: int, content: bytes) -> bytes:
    if len(content) > _SEGMENT:
        raise MetadataError("too large for a segment")
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
