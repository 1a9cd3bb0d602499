"""Whether a result could be written under a name, checked before anything is computed.

Imports nothing heavy, so that the window can ask as well.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from fdiwn.api.errors import OutputError
from fdiwn.api.formats import FORMAT_NAMES, WRITABLE

_ANY_WRITE = 0o222


def format_of(path: Path) -> str:
    """The format that a name's ending stands for, as in `FORMAT_NAMES`.

    Raises OutputError for an unknown ending.
    """
    name = FORMAT_NAMES.get(path.suffix.lower())
    if name is None:
        why = f"files ending in '{path.suffix}' are not written"
        raise cannot_write(path, why, f"Choose one of {', '.join(WRITABLE)}.")
    return name


def check_place(path: Path) -> None:
    """Raises OutputError for a missing or read-only folder, and for what may not be replaced:
    folders, devices, write-protected files."""
    folder = path.parent
    try:
        if path.is_dir():
            raise cannot_write(path, "it is a folder", "Give the name of a file.")
        if not folder.is_dir():
            raise cannot_write(path, f"there is no folder {folder}", "Make the folder first.")
        _refuse_special(path)
    except (OSError, ValueError) as exc:  # longer than names may be; a zero byte
        why = getattr(exc, "strerror", None) or "this is not a file name"
        raise cannot_write(path, why, "Give another name with --output.") from exc
    if not os.access(folder, os.W_OK | os.X_OK):
        raise cannot_write(path, f"the folder {folder} is read-only", "Choose another folder.")


def cannot_write(path: Path, why: str, todo: str) -> OutputError:
    """The error for a result that cannot be written to `path`."""
    return OutputError(f"{path.name} cannot be written", why, todo)


def _refuse_special(path: Path) -> None:
    """Raise OutputError if the target exists and may not be replaced."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        return
    if not stat.S_ISREG(mode):
        raise cannot_write(path, "it is a device or a pipe", "Give the name of a file.")
    if not mode & _ANY_WRITE:
        raise cannot_write(path, "it is write-protected", "Give another name with --output.")
