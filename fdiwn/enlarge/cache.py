"""Caches decoded pictures and their statistics, for previews and the run that follows.

Decoding a photograph of 24 megapixels takes about a second and measuring it another, so a window
that shows one picture at a time keeps them. The command line does not.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fdiwn.api.memory import free_memory
from fdiwn.pixels.picture import Picture

if TYPE_CHECKING:
    from fdiwn.enlarge.tile_loop import Known

MOST_BYTES = 400_000_000
"""Of decoded pixels and their measurements; the last picture alone may take more, see `_SHARE`."""
RESTED_BYTES = 200_000_000
"""The same while nothing is asked for, and even of the last picture: three of 20 megapixels."""
_SHARE = 0.25  # of the free memory, for one large picture
_MOST_KNOWN = 3  # models and scales per picture


@dataclass
class _Entry:
    picture: Picture
    known: OrderedDict[Hashable, Known] = field(default_factory=OrderedDict)

    @property
    def bytes(self) -> int:
        """Measurements of a small picture are mostly its enlargement, in floats."""
        measured = (m for known in self.known.values() for m in known.values())
        arrays = (self.picture.pixels, *self.picture.metadata.channels)
        return sum(a.nbytes for a in arrays) + sum(m.nbytes for m in measured)


class PictureCache:
    """The pictures used last, within `MOST_BYTES`. Used by one thread."""

    def __init__(self) -> None:
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()

    def find(self, key: Hashable) -> Picture | None:
        """The picture kept under ``key``."""
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key].picture

    def keep(self, key: Hashable, read: Callable[[], Picture]) -> Picture:
        """The picture of ``key``; read if it is missing, and kept if it is not too large."""
        found = self.find(key)
        if found is not None:
            return found
        picture = read()
        if picture.pixels.nbytes <= max(MOST_BYTES, _SHARE * free_memory()):
            self._entries[key] = _Entry(picture)
            self._make_room(MOST_BYTES)
        return picture

    def forget(self, key: Hashable) -> None:
        """Drops what is kept under ``key``, if anything."""
        self._entries.pop(key, None)

    def shrink(self) -> None:
        """Drops everything beyond `RESTED_BYTES`, even the last picture."""
        self._make_room(RESTED_BYTES, fewest=0)

    def known(self, picture: Picture, key: Hashable) -> Known | None:
        """The measurements of a kept picture, which the caller completes; None if it is not kept.

        key: for model, place and depth.
        """
        self._make_room(MOST_BYTES)
        for kept in self._entries.values():
            if kept.picture is picture:
                known = kept.known.setdefault(key, {})
                kept.known.move_to_end(key)
                while len(kept.known) > _MOST_KNOWN:
                    kept.known.popitem(last=False)
                return known
        return None

    def _make_room(self, most: int, fewest: int = 1) -> None:
        while len(self._entries) > fewest and sum(k.bytes for k in self._entries.values()) > most:
            self._entries.popitem(last=False)
