"""Raw files of pixels read through memory, without keeping them there."""

from __future__ import annotations

import mmap
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np

from fdiwn.picture import Pixels, StoredPicture

_LET_GO_ABOVE = 1 << 28  # bytes of a raw file
_LET_GO_EVERY = 0.1  # seconds


@contextmanager
def mapped_rows(path: Path) -> Iterator[mmap.mmap]:
    """The raw file mapped, with a thread that keeps little of a large one in memory."""
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
        with suppress(BufferError):  # after a failure the traceback still holds the image
            rows.close()


@contextmanager
def mapped_pixels(stored: StoredPicture) -> Iterator[Pixels]:
    """A stored picture as (H, W, bands), read-only and only inside."""
    with mapped_rows(stored.path) as rows:
        shape = (stored.height, stored.width, stored.bands)
        yield np.frombuffer(rows, stored.dtype).reshape(shape)


def _let_go(rows: mmap.mmap, done: threading.Event) -> None:
    """What was read would count as this process's memory until the end; it is on disk anyway."""
    while not done.wait(_LET_GO_EVERY):
        rows.madvise(mmap.MADV_DONTNEED)
