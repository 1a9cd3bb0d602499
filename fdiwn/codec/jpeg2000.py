"""Sample facts of JPEG 2000 files, from the boxes and the code stream."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from fdiwn.codec.kind import cannot_read
from fdiwn.codec.metadata.boxes import box_of_file, boxes

_CODE_STREAM = b"\xff\x4f\xff\x51"
_SPACES = frozenset({12, 16, 17, 18})  # CMYK, sRGB, grey and sYCC, which Pillow supports
_SPACES_IN_WORDS = {14: "Lab", 20: "extended sRGB", 21: "ROMM RGB", 24: "extended sYCC"}
_OPACITY, _PREMULTIPLIED = 1, 2  # kinds of channels
_MOST_HEAD = 1 << 16


@dataclass(frozen=True)
class Jpeg2000:
    """bits: of a sample, the largest. uneven: they differ. alpha: "straight", "premultiplied", or
    None without alpha. space: the number of a known colour space, 0 if there is none. profile: an
    ICC profile, empty if there is none."""

    channels: int
    bits: int
    uneven: bool
    alpha: str | None
    space: int
    profile: bytes

    def refuse_unknown(self, path: Path) -> None:
        """Raise InputError for pictures that Pillow would truncate, or show in wrong colours."""
        if self.channels > 1 and self.bits > 8:
            why = f"it is JPEG 2000 with {self.bits} bits in colour, of which only 8 are supported"
            raise cannot_read(path, why, "Save it as a TIFF or PNG with 16 bits.")
        if self.uneven or self.bits > 16:
            why = "its channels have different numbers of bits" if self.uneven else "above 16 bits"
            raise cannot_read(path, f"{why}, which is not supported", "Save it with 8 or 16 bits.")
        if self.space and self.space not in _SPACES:
            space = _SPACES_IN_WORDS.get(self.space, f"number {self.space}")
            why = f"its colour space, {space}, is not supported in JPEG 2000"
            raise cannot_read(path, why, "Save it in sRGB, or as a TIFF with its profile.")


def read_jpeg2000(path: Path) -> Jpeg2000:
    """Raises OSError, and struct.error for a damaged file."""
    with path.open("rb") as file:
        head = file.read(4)
        file.seek(0)
        if head == _CODE_STREAM:
            return _facts(file.read(_MOST_HEAD), {}, {})
        header = box_of_file(file, b"jp2h")
        stream = box_of_file(file, b"jp2c", _MOST_HEAD)
    known: dict[bytes, bytes] = {}
    colours: dict[int, bytes] = {}
    for name, content in boxes(header):
        if name == b"colr" and content:
            colours.setdefault(content[0], content[3:])
        else:
            known.setdefault(name, content)
    return _facts(stream, known, colours)


def _facts(stream: bytes, known: dict[bytes, bytes], colours: dict[int, bytes]) -> Jpeg2000:
    """colours: the content of each colour specification, by its method number."""
    (count,) = struct.unpack_from(">H", stream, 40)
    depths = {(stream[42 + 3 * i] & 0x7F) + 1 for i in range(count) if 42 + 3 * i < len(stream)}
    if not depths:
        raise struct.error("no channels")
    alpha = None
    cdef = known.get(b"cdef", b"")
    for place in range(2, len(cdef) - 5, 6):
        _, kind, _ = struct.unpack_from(">HHH", cdef, place)
        if kind in (_OPACITY, _PREMULTIPLIED):
            alpha = "premultiplied" if kind == _PREMULTIPLIED else "straight"
            break
    space = struct.unpack_from(">I", colours[1])[0] if len(colours.get(1, b"")) >= 4 else 0
    profile = colours.get(2, colours.get(3, b""))
    return Jpeg2000(count, max(depths), len(depths) > 1, alpha, space, profile)
