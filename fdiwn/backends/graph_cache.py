"""The disk cache of graphs, and of what libraries compile from them, limited in number."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from platformdirs import user_cache_path

from fdiwn.api.files import write_whole
from fdiwn.api.names import DISTRIBUTION

log = logging.getLogger(__name__)

COMPILED, GRAPHS = "*.blob", "*.graph"
KEPT = {COMPILED: 16, GRAPHS: 12}
"""Files on disk, 6 to 14 MB and 3 to 7 MB each: a few scales and tile sizes of the models in use,
and of each model the graph that measures whole pictures, that of samples, and that of tiles."""


def cache_folder(library: str) -> Path:
    """Where those of a library are kept between runs."""
    return user_cache_path(DISTRIBUTION) / library


def keep_newest(folder: Path, pattern: str, count: int | None = None) -> None:
    """Deletes all but the ``count`` files that were read or written last. Never raises."""
    try:
        files = sorted(folder.glob(pattern), key=_last_use, reverse=True)
        for file in files[KEPT[pattern] if count is None else count :]:
            file.unlink(missing_ok=True)
    except OSError:
        return  # another process tidies up at the same moment, or it may not be written to


def _last_use(file: Path) -> float:
    status = file.stat()
    return max(status.st_atime, status.st_mtime)


def keep_graph(library: str, name: str, content: bytes) -> None:
    """Writes a graph atomically. Where that cannot be, it is made again next time."""
    folder = cache_folder(library)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, hashlib.sha256(content).digest() + content)
        keep_newest(folder, GRAPHS)
    except OSError as exc:
        log.warning("the graph %s is not kept: %s", name, exc)


def kept_graph(library: str, name: str) -> bytes | None:
    """The graph that was kept under this name; None where there is none or it is damaged."""
    try:
        data = (cache_folder(library) / name).read_bytes()
    except OSError:
        return None
    start = hashlib.sha256().digest_size
    if hashlib.sha256(memoryview(data)[start:]).digest() != data[:start]:
        log.warning("the graph %s is damaged and is made again", name)
        return None
    return data[start:]
