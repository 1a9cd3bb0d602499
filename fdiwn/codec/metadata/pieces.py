"""A file made of new bytes and of parts of another file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

Piece = bytes | range
"""Bytes, or from where to where in the other file."""
_BLOCK = 1 << 20


def put_together(source: Path, target: Path, pieces: Iterable[Piece]) -> None:
    """Writes ``target``, a megabyte at a time. Raises OSError."""
    with source.open("rb") as old, target.open("wb") as new:
        for piece in pieces:
            if isinstance(piece, bytes):
                new.write(piece)
                continue
            old.seek(piece.start)
            for left in range(len(piece), 0, -_BLOCK):
                new.write(old.read(min(left, _BLOCK)))
