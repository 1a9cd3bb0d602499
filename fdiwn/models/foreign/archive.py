"""Zip archives that somebody else made."""

from __future__ import annotations

import io
import zipfile

_MOST = 1 << 31  # bytes, unpacked


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Raises ValueError for an archive that means different things to different readers, or is
    larger inside than any network; zipfile's errors for what is none.

    PyTorch's own reader takes small and capital letters for the same.
    """
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = [name.casefold() for name in archive.namelist()]
    if not names or len(set(names)) != len(names):
        raise ValueError("its archive holds nothing, or two files of one name")
    if sum(entry.file_size for entry in archive.infolist()) > _MOST:
        raise ValueError("its archive holds too much")
    return archive
