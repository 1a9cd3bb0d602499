"""From what was dropped or chosen to the pictures in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.formats import READABLE


@dataclass(frozen=True)
class Intake:
    """pictures: files to open, each once. refused: what was given directly and is no picture.

    empty_folders: folders with no picture inside.
    """

    pictures: tuple[Path, ...]
    refused: tuple[Path, ...]
    empty_folders: tuple[Path, ...]


def collect(paths: Iterable[Path]) -> Intake:
    """Sort `paths`. Folders are searched with all their subfolders; hidden files stay out."""
    pictures: dict[Path, None] = {}
    refused, empty = [], []
    for path in map(_absolute, paths):
        if path.is_dir():
            found = list(_pictures_in(path))
            pictures.update(dict.fromkeys(found))
            if not found:
                empty.append(path)
        elif path.suffix.lower() in READABLE:
            pictures[path] = None  # also if it is missing: opening says so
        else:
            refused.append(path)
    return Intake(tuple(pictures), tuple(refused), tuple(empty))


def _pictures_in(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in READABLE:
                yield Path(parent) / name


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
