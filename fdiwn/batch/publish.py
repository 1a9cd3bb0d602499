"""From a hidden folder beside the target to the final name. Imports nothing heavy."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path


def staging(target: Path) -> Path:
    """Where the result for a target is made: a file in a hidden folder beside it.

    The folder is told by the target, so that whoever knows the one can remove the other.
    """
    mark = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]
    return target.parent / f".fdiwn-{mark}.batch" / target.name


def publish(staged: Path, target: Path, replaces: bool) -> None:
    """Gives a complete file its final name, at once and to stay.

    Raises FileExistsError where something has that name and may not be replaced, and OSError.
    """
    if replaces:
        staged.replace(target)
    elif sys.platform == "win32":
        staged.rename(target)  # refuses by itself there
    else:
        _rename_to_free(staged, target)
    _flush_folder(target.parent)


def same_file(path: Path, size: int, sha256: str) -> bool:
    """Whether there is a file with this content."""
    try:
        if path.is_symlink() or path.stat().st_size != size:
            return False
        return hash_of(path) == sha256
    except OSError:
        return False


def hash_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _rename_to_free(staged: Path, target: Path) -> None:
    """A rename replaces what is there, a second name does not."""
    try:
        os.link(staged, target)
    except FileExistsError:
        raise
    except OSError as exc:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError(str(target)) from exc
        staged.replace(target)
    else:
        staged.unlink()


def _flush_folder(folder: Path) -> None:
    """So that the name outlives a power cut; where folders cannot be flushed, it may not."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # not known to this file system
    finally:
        os.close(handle)
