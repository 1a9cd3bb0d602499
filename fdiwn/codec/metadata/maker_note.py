"""Moves a camera's maker note: many count their offsets from outside of the note.

Canon, Sony, Panasonic and others put a directory into the note whose offsets count from the start
of the EXIF data. Moved as it is, such a note points at other bytes, and its lens data are noise.
"""

from __future__ import annotations

import struct

_STARTS = (0, 6, 8, 12)  # of the directory in the note, behind a maker's name or none
_SELF_CONTAINED = (b"FUJIFILM", b"GENERALE")  # these look alike, and count from the note itself
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST = 400  # entries
_FOOTERS = (b"II*\0", b"MM\0*")  # Canon repeats the note's place in its last bytes


def moved(note: bytes, old: int, new: int) -> bytes:
    """The note fit to stand at ``new`` instead of ``old``, both counted as its offsets are.

    A note of a kind that does not care, or that is not understood, comes back as it is.
    """
    if old == new or note.startswith(_SELF_CONTAINED):
        return note
    for start in _STARTS:
        for order in "<>":
            places = _offsets(note, start, order, old)
            if places:
                return _shifted(note, places, order, new - old, old)
    return note


def _offsets(note: bytes, start: int, order: str, old: int) -> list[int]:
    """Where in the note an offset stands that leads into the note; empty if that is not its way."""
    if len(note) < start + 2:
        return []
    (count,) = struct.unpack_from(order + "H", note, start)
    if not 1 <= count <= _MOST or start + 2 + 12 * count > len(note):
        return []
    inside, outside = [], 0
    for position in range(start + 2, start + 2 + 12 * count, 12):
        _, kind, number, offset = struct.unpack_from(order + "HHII", note, position)
        if kind not in _SIZES:
            return []
        size = _SIZES[kind] * number
        if size <= 4:
            continue
        if old <= offset and offset + size <= old + len(note):
            inside.append(position + 8)
        else:
            outside += 1  # a preview behind the EXIF data, say
    return inside if len(inside) > outside else []


def _shifted(note: bytes, places: list[int], order: str, by: int, old: int) -> bytes:
    changed = bytearray(note)
    for place in places:
        (offset,) = struct.unpack_from(order + "I", note, place)
        struct.pack_into(order + "I", changed, place, offset + by)
    if note[-8:-4] in _FOOTERS and struct.unpack(order + "I", note[-4:])[0] == old:
        struct.pack_into(order + "I", changed, len(note) - 4, old + by)
    return bytes(changed)
