"""A small file that is there complete, or not at all. Imports nothing heavy."""

from __future__ import annotations

import os
from pathlib import Path

from fdiwn.final_name import give_name
from fdiwn.held_folder import work_folder


def write_whole(path: Path, content: bytes, replaces: bool = True) -> None:
    """Gives the file its name once everything is on the disk.

    replaces: what has this name. Nothing is left beside it, however it ends. Raises FileExistsError
    where something has the name and may not be replaced, OSError, and ValueError for a name with a
    zero byte.
    """
    with work_folder(path.parent) as folder:
        finished = folder / "file"
        with finished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        give_name(finished, path, replaces)
