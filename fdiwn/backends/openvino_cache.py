"""The disk cache of OpenVINO: graphs and their compiled forms, limited in number."""

from __future__ import annotations

import hashlib
import logging
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from platformdirs import user_cache_path

from fdiwn.api.files import write_whole
from fdiwn.api.names import DISTRIBUTION
from fdiwn.backends.openvino_silent import ov

log = logging.getLogger(__name__)

COMPILED, GRAPHS = "*.blob", "*.graph"
KEPT = {COMPILED: 16, GRAPHS: 12}
"""Files on disk, 6 to 14 MB and 3 to 7 MB each: a few scales and tile sizes of the models in use,
and of each model the graph that measures whole pictures, that of samples, and that of tiles."""
_LENGTH = 8  # bytes of a length


def cache_folder() -> Path:
    """Where they are kept between runs."""
    return user_cache_path(DISTRIBUTION) / "openvino"


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


def keep_graph(name: str, graph: Any) -> None:
    """Writes a graph, complete or not at all. Where that cannot be, it is made again next time."""
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="graph-", dir=folder) as draft:
            structure, values = Path(draft, "graph.xml"), Path(draft, "graph.bin")
            ov.serialize(graph, structure, values)
            text = structure.read_bytes()
            content = len(text).to_bytes(_LENGTH, "little") + text + values.read_bytes()
        write_whole(folder / name, hashlib.sha256(content).digest() + content)
        keep_newest(folder, GRAPHS)
    except (OSError, RuntimeError) as exc:
        log.warning("the graph %s is not kept: %s", name, exc)


def kept_graph(core: Any, name: str) -> Any | None:
    """The graph that was kept under this name; None where there is none or it is damaged."""
    try:
        data = (cache_folder() / name).read_bytes()
    except OSError:
        return None
    start = hashlib.sha256().digest_size
    digest, content = data[:start], memoryview(data)[start:]
    if hashlib.sha256(content).digest() != digest:
        log.warning("the graph %s is damaged and is made again", name)
        return None
    length = int.from_bytes(content[:_LENGTH], "little")
    values = np.frombuffer(content[_LENGTH + length :], np.uint8)
    try:
        return core.read_model(bytes(content[_LENGTH : _LENGTH + length]), ov.Tensor(values.copy()))
    except RuntimeError as exc:
        log.warning("the graph %s cannot be read and is made again: %s", name, exc)
        return None
