"""Where OpenVINO keeps its compiled graphs, and how many."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path

from fdiwn.names import DISTRIBUTION

KEPT_FILES = 16
"""Graphs on disk, 8 MB each: a few scales and tile sizes of the models in use."""


def cache_folder() -> Path:
    """Where compiled graphs are kept between runs."""
    return user_cache_path(DISTRIBUTION) / "openvino"


def keep_newest(folder: Path, count: int = KEPT_FILES) -> None:
    """Deletes all but the ``count`` graphs that were read or written last. Never raises."""
    try:
        files = sorted(folder.glob("*.blob"), key=_last_use, reverse=True)
        for file in files[count:]:
            file.unlink(missing_ok=True)
    except OSError:
        return  # another process tidies up at the same moment, or it may not be written to


def _last_use(file: Path) -> float:
    status = file.stat()
    return max(status.st_atime, status.st_mtime)
