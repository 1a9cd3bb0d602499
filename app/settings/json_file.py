"""Writes the window's own files atomically, and renames damaged ones; failures are logged."""

from __future__ import annotations

import logging
from pathlib import Path

from fdiwn.api.files import write_whole

log = logging.getLogger(__name__)


def write_file(path: Path, text: str) -> bool:
    """Write atomically, so that a crash leaves the old file. Returns whether it succeeded."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
    except OSError as error:
        log.warning("%s cannot be saved: %s", path, error)
        return False
    return True


def rename_damaged(path: Path, why: Exception) -> None:
    """Add ``.damaged`` to its name, so that it is not overwritten and can be repaired."""
    log.warning("%s cannot be read and is set aside: %s", path, why)
    try:
        path.replace(path.with_name(f"{path.name}.damaged"))
    except OSError as error:
        log.warning("%s cannot be set aside: %s", path, error)
