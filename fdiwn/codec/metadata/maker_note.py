"""Moves a camera's maker note, which often contains offsets from outside the note.

Canon, Sony, Panasonic and others store a directory in the note whose offsets count from the start
of the EXIF data. If such a note is moved unchanged, its offsets are wrong and its lens data are
lost.
"""

from __future__ import annotations

import struct

_STARTS = (0, 6, 8, 12)  # positions of the directory in the note, after a maker's name or none
_SELF_CONTAINED = (b"FUJIFILM", b"GENERALE")  # similar, but with offsets from the note itself
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST = 400  # entries
_FOOTERS = (b"II*\0", b"MM\0*")  # Canon repeats the note's position in its last bytes


def moved(note: bytes, old: int, new: int) -> bytes:
    """Adapts the note to position ``new`` instead of ``old``, both in the base of its offsets.

    Notes of another or unknown kind are returned unchanged.
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
    """The positions of offsets that point into the note; empty if it is not of this form."""
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
            outside += 1  # for example a preview after the EXIF data
    return inside if len(inside) > outside else []


def _shifted(note: bytes, places: list[int], order: str, by: int, old: int) -> bytes:
    changed = bytearray(note)
    for place in places:
        (offset,) = struct.unpack_from(order + "I", note, place)
        struct.pack_into(order + "I", changed, place, offset + by)
    if note[-8:-4] in _FOOTERS and struct.unpack(order + "I", note[-4:])[0] == old:
        struct.pack_into(order + "I", changed, len(note) - 4, old + by)
    return bytes(changed)
