"""Where the results of a batch are made, and how they are known again. Imports nothing heavy."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from fdiwn.api.files import file_sha256


def staging(target: Path) -> Path:
    """Where the result for a target is made: a file in a hidden folder beside it.

    The folder is told by the target, so that whoever knows the one can remove the other.
    """
    mark = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]
    return target.parent / f".fdiwn-{mark}.batch" / target.name


def same_file(path: Path, size: int, sha256: str) -> bool:
    """Whether there is a file with this content."""
    try:
        if path.is_symlink() or path.stat().st_size != size:
            return False
        return file_sha256(path) == sha256
    except OSError:
        return False
