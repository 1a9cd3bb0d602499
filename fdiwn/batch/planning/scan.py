"""Scans folders for pictures. Light: no file is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from fdiwn.api.errors import InputError, OutputError
from fdiwn.api.formats import READABLE
from fdiwn.api.naming import numbered
from fdiwn.batch.records.plan import FOLDER, BatchOptions, PassedOver

_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
"""System files in folders, in lower case; dot files are recognised by their dot."""
_SYSTEM_FOLDERS = frozenset(
    {"__macosx", "@eadir", "$recycle.bin", "system volume information", "lost+found"}
)
_HIDDEN, _SYSTEM_FILE = "hidden", "a system file"
_LEADS_BACK = "a link to a folder that is searched anyway"


@dataclass(frozen=True)
class Found:
    """A file that is a picture by its name. key: as in `fdiwn.batch.records.plan.Entry`. below: its
    folder's parts relative to the searched folder, and to the output."""

    key: str
    path: Path
    below: tuple[str, ...]
    bytes: int
    mtime_ns: int


def check_folders(options: BatchOptions) -> None:
    """Raises InputError if a folder is missing, and OutputError if results and pictures would share
    a folder."""
    output = os.path.realpath(options.output)
    for folder in options.folders:
        if not folder.is_dir():
            why = "it is a file" if folder.exists() else "there is no such folder"
            raise InputError(f"{folder} cannot be searched", why, "Give a folder of pictures.")
        if os.path.realpath(folder) == output:
            raise OutputError(
                f"{folder} cannot take the results",
                "its pictures are what is enlarged, and results would be taken for pictures",
                f"Choose another folder, such as {folder / 'enlarged'}",
            )


def scan(options: BatchOptions) -> tuple[list[Found], list[PassedOver]]:
    """All pictures in order, and everything passed over. Raises as `check_folders`."""
    check_folders(options)
    passed: list[PassedOver] = []
    found: dict[str, Found] = {}
    for folder, prefix in zip(options.folders, _prefixes(options.folders), strict=True):
        search = _Search(options, folder, passed)
        found |= {each.key: each for each in search.below(folder, prefix)}
    return list(found.values()), passed


def _prefixes(folders: tuple[Path, ...]) -> list[tuple[str, ...]]:
    """The output subfolder of each folder: if there are several its name, numbered if it is not
    unique."""
    if len(folders) == 1:
        return [()]
    prefixes: list[tuple[str, ...]] = []
    for folder in folders:
        name, number = folder.name or "root", 1
        taken = {prefix[0].casefold() for prefix in prefixes}
        while (numbered(name, number)).casefold() in taken:
            number += 1
        prefixes.append((numbered(name, number),))
    return prefixes


class _Search:
    """Searches one folder and its subfolders, each once."""

    def __init__(self, options: BatchOptions, root: Path, passed: list[PassedOver]) -> None:
        self._options, self._passed = options, passed
        self._output = os.path.realpath(options.output)
        self._root = os.path.realpath(root)
        self._linked: set[str] = set()  # real paths of folders reached by a link

    def below(self, folder: Path, parts: tuple[str, ...]) -> Iterator[Found]:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as exc:
            self._pass(folder, f"it cannot be opened: {exc.strerror or exc}")
            return
        folders = []
        for entry in entries:
            if _is_folder(entry):
                folders.append(entry)
            elif found := self._file(entry, parts):
                yield found
        for entry in folders if self._options.recursive else ():
            if reason := self._reason_against_folder(entry):
                self._pass(Path(entry.path), reason)
            else:
                yield from self.below(Path(entry.path), (*parts, entry.name))

    def _file(self, entry: os.DirEntry[str], parts: tuple[str, ...]) -> Found | None:
        path, status = Path(entry.path), None
        try:
            status = entry.stat()
        except OSError:
            pass  # a broken link: reading reports it
        reason = _hidden(entry.name, status, _SYSTEM)
        if not reason and status is not None and not stat.S_ISREG(status.st_mode):
            reason = "not a file"
        if not reason and path.suffix.lower() not in READABLE:
            reason = "not a picture"
        key = "/".join((*parts, entry.name))
        if not reason and (reason := self._filtered(key, entry.name)) == "":
            size, changed = (status.st_size, status.st_mtime_ns) if status else (0, 0)
            return Found(key, path, parts, size, changed)
        self._pass(path, reason)
        return None

    def _filtered(self, key: str, name: str) -> str:
        include, exclude = self._options.include, self._options.exclude
        if include and not _matches(key, name, include):
            return "no pattern takes it"
        return "a pattern leaves it out" if _matches(key, name, exclude) else ""

    def _reason_against_folder(self, entry: os.DirEntry[str]) -> str:
        real = os.path.realpath(entry.path)
        if real == self._output:
            return "the folder of the results"
        if Path(entry.path, FOLDER).is_dir():
            return "the results of an earlier batch"
        try:
            status = entry.stat()
        except OSError:
            status = None
        if reason := _hidden(entry.name, status, _SYSTEM_FOLDERS):
            return reason
        if real == os.path.normpath(entry.path) or not _is_link(entry):
            return ""
        if self._reached(real):
            return _LEADS_BACK
        self._linked.add(real)
        return ""

    def _reached(self, real: str) -> bool:
        """Whether a link leads to a folder that is searched anyway, or contains it."""
        known = (self._root, *self._linked)
        return any(_inside(real, each) or _inside(each, real) for each in known)

    def _pass(self, path: Path, reason: str) -> None:
        self._passed.append(PassedOver(path, reason))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a circular link


def _is_link(entry: os.DirEntry[str]) -> bool:
    junction = getattr(entry, "is_junction", None)
    return entry.is_symlink() or bool(junction and junction())


def _hidden(name: str, status: os.stat_result | None, system: frozenset[str]) -> str:
    """Why a name is ignored; empty if it is not."""
    if name.lower() in system:
        return _SYSTEM_FILE
    if name.startswith("."):
        return _SYSTEM_FILE if name.startswith("._") or name == ".DS_Store" else _HIDDEN
    attributes = getattr(status, "st_file_attributes", 0)
    return _HIDDEN if attributes & stat.FILE_ATTRIBUTE_HIDDEN else ""


def _matches(key: str, name: str, patterns: tuple[str, ...]) -> bool:
    both = (name.casefold(), str(PurePosixPath(key)).casefold())
    return any(fnmatchcase(each, pattern.casefold()) for pattern in patterns for each in both)


def _inside(path: str, folder: str) -> bool:
    """Whether a path is the folder or inside it; both real paths."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
