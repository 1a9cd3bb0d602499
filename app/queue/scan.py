"""Finds the pictures in files and folders to open."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.formats import READABLE


@dataclass(frozen=True)
class Scan:
    """pictures: files to open, each once. refused: files given directly that are no pictures.

    empty_folders: folders without pictures.
    """

    pictures: tuple[Path, ...]
    refused: tuple[Path, ...]
    empty_folders: tuple[Path, ...]


def scan(paths: Iterable[Path]) -> Scan:
    """Find the pictures in `paths`, including folders with all subfolders but no hidden files."""
    pictures: dict[Path, None] = {}
    refused, empty = [], []
    for path in map(_absolute, paths):
        if path.is_dir():
            found = list(_pictures_in(path))
            pictures.update(dict.fromkeys(found))
            if not found:
                empty.append(path)
        elif path.suffix.lower() in READABLE:
            pictures[path] = None  # also if it is missing: opening reports that
        else:
            refused.append(path)
    return Scan(tuple(pictures), tuple(refused), tuple(empty))


def _pictures_in(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in READABLE:
                yield Path(parent) / name


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
