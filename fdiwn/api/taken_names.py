"""Unique names for the results of one call: none is written twice, and no source is replaced.

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
"""The same for two paths that are one for the file system."""


class TakenNames:
    """Who has which name. pictures: what is read, and so is never written."""

    def __init__(self, pictures: Iterable[Path], fold: Fold) -> None:
        self._fold = fold
        self._real_folder = lru_cache(maxsize=None)(os.path.realpath)
        self._taken: dict[str, str] = {}  # by whom
        pictures = tuple(pictures)
        self._pictures = {self._entry(picture) for picture in pictures}
        self._pictures |= {fold(Path(os.path.realpath(picture))) for picture in pictures}

    def take(self, target: Path, key: str) -> None:
        """The name is ``key``'s now."""
        self._taken[self._entry(target)] = key

    def is_picture(self, target: Path) -> bool:
        """Whether one of the pictures has this name, links to it not counted."""
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
        """The first name with a number that ``key`` can have. taken: further names that are not
        to be had."""
        number = 2
        while True:
            target = wished.with_name(numbered(wished.stem, number, wished.suffix))
            if not self.reason_against(target, key) and not taken(target):
                return target
            number += 1

    def _entry(self, path: Path) -> str:
        return self._fold(Path(self._real_folder(path.parent)) / path.name)


def exact(path: Path) -> str:
    """For a file system that tells capitals from small letters."""
    return str(path)


def folded(path: Path) -> str:
    """For one that does not, nor, as such systems do, the two ways to write an accent."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def folds_by_folder() -> Fold:
    """For paths in several folders: as the file system of each has it."""
    ignores = lru_cache(maxsize=None)(ignores_case)
    return lambda path: folded(path) if ignores(path.parent) else exact(path)


def ignores_case(folder: Path) -> bool:
    """Whether names that differ by case alone are one name in a folder. Nothing is written."""
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
