"""The enlarged picture on disk, filled block by block: it is never whole in memory."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np

from fdiwn.errors import NoRoom, OutputError
from fdiwn.picture import Picture, Pixels, StoredPicture
from fdiwn.tiling import Box


class Canvas:
    """A raw file as `StoredPicture` describes it, open for writing."""

    def __init__(self, file: BinaryIO, stored: StoredPicture) -> None:
        self._file, self._stored = file, stored

    def place(self, box: Box, block: Pixels) -> None:
        """Writes (box.height, box.width, bands) pixels to where they belong.

        16 bits are rounded where the file has 8.
        """
        if block.dtype != self._stored.dtype:
            block = ((block.astype(np.uint32) + 128) // 257).astype(np.uint8)
        pixel = self._stored.pixel_bytes
        row = self._stored.width * pixel
        if box.width == self._stored.width:
            self._file.seek(box.top * row)
            self._file.write(block.tobytes())
            return
        for line, pixels in enumerate(block, box.top):
            self._file.seek(line * row + box.left * pixel)
            self._file.write(pixels.tobytes())


def stored_as(
    path: Path, picture: Picture, size: tuple[int, int], dtype: str = ""
) -> StoredPicture:
    """The record of ``picture`` in a raw file, at another size, (width, height).

    dtype: "uint8" or "uint16", the picture's own if left out.
    """
    return StoredPicture(
        path=path,
        width=size[0],
        height=size[1],
        bands=picture.bands,
        dtype=dtype or picture.pixels.dtype.name,
        metadata=picture.metadata,
    )


def refuse_without_room(folder: Path, needed: int) -> None:
    """Raises NoRoom where the disk cannot take ``needed`` bytes."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoRoom(
            f"No room for the result in {folder}",
            f"it takes about {needed / 1e9:.1f} GB while it is made, and {free / 1e9:.1f} are free",
            "Free some space on the disk, or choose another folder",
        )


@contextmanager
def open_canvas(stored: StoredPicture) -> Iterator[Canvas]:
    """An empty file to fill; gone again if anything fails inside. Raises OutputError."""
    refuse_without_room(stored.path.parent, stored.width * stored.height * stored.pixel_bytes)
    try:
        with stored.path.open("wb") as file:
            yield Canvas(file, stored)
    except OSError as exc:
        stored.path.unlink(missing_ok=True)
        raise OutputError(
            f"No room for the result in {stored.path.parent}",
            exc.strerror or str(exc),
            "Free some space on the disk, or choose another folder",
        ) from exc
    except BaseException:
        stored.path.unlink(missing_ok=True)
        raise
