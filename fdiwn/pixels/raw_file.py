"""Raw files of pixels: written block by block, and mapped for reading."""

from __future__ import annotations

import mmap
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Literal

import numpy as np

from fdiwn.api.errors import NoRoom, OutputError
from fdiwn.api.tiles import Box
from fdiwn.pixels.picture import Picture, Pixels, StoredPicture


class Canvas:
    """A raw file as described by `StoredPicture`, open for writing, and for reading by rows."""

    def __init__(self, file: BinaryIO, stored: StoredPicture) -> None:
        self._file, self._stored = file, stored

    def place(self, box: Box, block: Pixels) -> None:
        """Writes (box.height, box.width, bands) pixels at their position.

        16 bits are rounded if the file has 8.
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

    def rows(self, top: int, bottom: int) -> Pixels:
        """Reads whole rows, (bottom - top, W, bands)."""
        row = self._stored.width * self._stored.pixel_bytes
        self._file.seek(top * row)
        values = np.frombuffer(self._file.read((bottom - top) * row), self._stored.dtype)
        return values.reshape(bottom - top, self._stored.width, self._stored.bands)


def stored_as(
    path: Path, picture: Picture, size: tuple[int, int], dtype: str = ""
) -> StoredPicture:
    """The record of ``picture`` in a raw file, with another size, (width, height).

    dtype: "uint8" or "uint16", by default the picture's own.
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
    """Raises NoRoom if the disk does not have ``needed`` free bytes."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoRoom(
            f"No room for the result in {folder}",
            f"it takes about {needed / 1e9:.1f} GB while it is made, and {free / 1e9:.1f} are free",
            "Free some space on the disk, or choose another folder",
        )


@contextmanager
def open_canvas(stored: StoredPicture) -> Iterator[Canvas]:
    """An empty file to fill; deleted if anything fails inside. Raises OutputError."""
    refuse_without_room(stored.path.parent, stored.width * stored.height * stored.pixel_bytes)
    with _canvas(stored, "wb") as canvas:
        yield canvas


@contextmanager
def reopened_canvas(stored: StoredPicture) -> Iterator[Canvas]:
    """A filled file to change; deleted if anything fails inside. Raises OutputError."""
    with _canvas(stored, "r+b") as canvas:
        yield canvas


@contextmanager
def _canvas(stored: StoredPicture, mode: Literal["wb", "r+b"]) -> Iterator[Canvas]:
    try:
        with stored.path.open(mode) as file:
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


_LET_GO_ABOVE = 1 << 28  # bytes of a raw file
_LET_GO_EVERY = 0.1  # seconds


@contextmanager
def mapped_rows(path: Path) -> Iterator[mmap.mmap]:
    """The raw file mapped, with a thread that limits a large one's resident memory."""
    with path.open("rb") as file:
        rows = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    done = threading.Event()
    thread = threading.Thread(target=_let_go, args=(rows, done), name="let go of rows")
    if len(rows) > _LET_GO_ABOVE and hasattr(mmap, "MADV_DONTNEED"):
        thread.start()
    try:
        yield rows
    finally:
        done.set()
        if thread.ident is not None:
            thread.join()
        with suppress(BufferError):  # after a failure the traceback still references the image
            rows.close()


@contextmanager
def mapped_pixels(stored: StoredPicture) -> Iterator[Pixels]:
    """A stored picture as (H, W, bands), read-only, valid only inside."""
    with mapped_rows(stored.path) as rows:
        shape = (stored.height, stored.width, stored.bands)
        yield np.frombuffer(rows, stored.dtype).reshape(shape)


def _let_go(rows: mmap.mmap, done: threading.Event) -> None:
    """Pages that were read would count as this process's memory; they are on disk anyway."""
    while not done.wait(_LET_GO_EVERY):
        rows.madvise(mmap.MADV_DONTNEED)
