"""Unique names for the results of one call, which never replace each other or a source.

Imports nothing heavy.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from fdiwn.api.naming import numbered

Fold = Callable[[Path], str]
"""Returns equal strings for paths that are the same on the file system."""


class TakenNames:
    """Records the owner of each name. pictures: files that are read, and so must not be written."""

    def __init__(self, pictures: Iterable[Path], fold: Fold) -> None:
        self._fold = fold
        self._real_folder = lru_cache(maxsize=None)(os.path.realpath)
        self._taken: dict[str, str] = {}  # values: the owners' keys
        pictures = tuple(pictures)
        self._pictures = {self._entry(picture) for picture in pictures}
        self._pictures |= {fold(Path(os.path.realpath(picture))) for picture in pictures}

    def take(self, target: Path, key: str) -> None:
        """Give the name to ``key``."""
        self._taken[self._entry(target)] = key

    def is_picture(self, target: Path) -> bool:
        """Whether a picture has this name; links to it do not count."""
        return self._entry(target) in self._pictures

    def reason_against(self, target: Path, key: str) -> str:
        """Why ``key`` cannot have this name; empty if it can."""
        other = self._taken.get(self._entry(target), key)
        if other != key:
            return f"the result of {other} has the name {target.name}"
        return f"{target.name} is a picture of this batch" if self.is_picture(target) else ""

    def free(
        self, wished: Path, key: str, taken: Callable[[Path], bool] = lambda target: False
    ) -> Path:
        """The first numbered name that ``key`` can have. taken: rejects further names."""
        number = 2
        while True:
            target = wished.with_name(numbered(wished.stem, number, wished.suffix))
            if not self.reason_against(target, key) and not taken(target):
                return target
            number += 1

    def _entry(self, path: Path) -> str:
        return self._fold(Path(self._real_folder(path.parent)) / path.name)


def exact(path: Path) -> str:
    """For a file system that distinguishes upper and lower case."""
    return str(path)


def folded(path: Path) -> str:
    """For one that does not; such systems also treat both encodings of an accent as equal."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def folds_by_folder() -> Fold:
    """For paths in several folders, each by the rule of its file system."""
    ignores = lru_cache(maxsize=None)(ignores_case)
    return lambda path: folded(path) if ignores(path.parent) else exact(path)


def ignores_case(folder: Path) -> bool:
    """Whether names in a folder ignore case. Nothing is written."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    try:
        names = [name for name in os.listdir(folder) if name.swapcase() != name]  # noqa: PTH208
    except OSError:
        names = []
    for path in (*(folder / name for name in names[:1]), folder):
        other = path.with_name(path.name.swapcase()) if path.name else path
        if other.name != path.name:
            try:
                return other.exists() and other.samefile(path)
            except OSError:
                break
    return sys.platform in ("win32", "darwin")
