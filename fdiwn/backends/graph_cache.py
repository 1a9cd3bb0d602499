"""The disk cache of graphs, and of their compiled forms, limited in number."""

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
and for each model the graphs that measure whole pictures, samples, and tiles."""


def cache_folder(library: str) -> Path:
    """The folder for a library's files."""
    return user_cache_path(DISTRIBUTION) / library


def is_first_use(library: str) -> bool:
    """Whether it has kept nothing yet of what later starts load; False if it never does."""
    pattern = {"openvino": COMPILED, "onnxruntime": GRAPHS}.get(library)
    return pattern is not None and not any(cache_folder(library).glob(pattern))


def keep_newest(folder: Path, pattern: str, count: int | None = None) -> None:
    """Deletes all but the ``count`` files that were used last. Never raises."""
    try:
        files = sorted(folder.glob(pattern), key=_last_use, reverse=True)
        for file in files[KEPT[pattern] if count is None else count :]:
            file.unlink(missing_ok=True)
    except OSError:
        return  # another process is deleting them too, or the folder is read-only


def _last_use(file: Path) -> float:
    status = file.stat()
    return max(status.st_atime, status.st_mtime)


def keep_graph(library: str, name: str, content: bytes) -> None:
    """Writes a graph atomically. On failure it is built again next time."""
    folder = cache_folder(library)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, hashlib.sha256(content).digest() + content)
        keep_newest(folder, GRAPHS)
    except OSError as exc:
        log.warning("the graph %s is not kept: %s", name, exc)


def is_kept(library: str, name: str) -> bool:
    """Whether there is a graph with this name, perhaps a damaged one."""
    return (cache_folder(library) / name).exists()


def kept_graph(library: str, name: str) -> bytes | None:
    """The graph with this name; None if it is missing or damaged."""
    try:
        data = (cache_folder(library) / name).read_bytes()
    except OSError:
        return None
    start = hashlib.sha256().digest_size
    if hashlib.sha256(memoryview(data)[start:]).digest() != data[:start]:
        log.warning("the graph %s is damaged and is made again", name)
        return None
    return data[start:]
