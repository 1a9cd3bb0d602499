"""A small file that is there complete, or not at all. Imports nothing heavy."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Replaces what has this name once everything is on the disk.

    Nothing is left beside it, however it ends. Raises OSError, and ValueError for a name with a
    zero byte.
    """
    temporary = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
