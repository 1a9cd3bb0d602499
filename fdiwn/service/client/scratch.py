"""The session's scratch folder for pixels: created at start, removed at exit except for unsaved
results.

A session holds a lock on a file in its folder; the system drops the lock however the session ends,
so a folder that can be locked is abandoned. It is removed, unless it is spared: results of a
session that ended or crashed can then be claimed by the next one.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import platformdirs

from fdiwn.api.files import LOCK, YOUNGEST_STALE_SECONDS, try_lock
from fdiwn.api.names import DISTRIBUTION

PREFIX = "session-"


def default_root() -> Path:
    """The parent of sessions' folders. On disk, as a temporary folder may be in memory."""
    return platformdirs.user_cache_path(DISTRIBUTION, appauthor=False) / "scratch"


class SessionFolder:
    """The scratch folder of one session. Close it exactly once, from the last thread that uses it.

    spare: names of earlier sessions' folders to keep.
    """

    def __init__(self, root: Path | None = None, spare: Collection[str] = ()) -> None:
        root = root or default_root()
        root.mkdir(parents=True, exist_ok=True)
        remove_stale(root, spare)
        self._kept: frozenset[Path] = frozenset()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
        self._claimed: dict[Path, BinaryIO] = {}
        self._taken: set[Path] = set()
        self._lock: BinaryIO | None = (self.path / LOCK).open("wb")
        if not try_lock(self._lock):
            raise OSError(f"cannot lock {self.path / LOCK}")

    def job(self, job_id: int) -> Path:
        """The folder of one job; not created here."""
        return self.path / f"job-{job_id}"

    def claim(self, name: str) -> bool:
        """Lock the folder of an ended session, so that no other session can.

        Also True if the folder does not exist any more; False while that session is alive.
        """
        folder = self.path.parent / name
        sound = folder.parent == self.path.parent and name.startswith(PREFIX)
        if not sound or folder.is_symlink() or folder == self.path:
            return False
        if folder in self._claimed or not folder.exists():
            return True
        try:
            lock = (folder / LOCK).open("ab")
        except OSError:
            return False
        if not try_lock(lock):
            lock.close()
            return False
        self._claimed[folder] = lock
        return True

    def claimed(self) -> set[Path]:
        return set(self._claimed)

    def take(self, name: str) -> None:
        """Take over a claimed folder, which is then removed with ours."""
        self._taken |= {self.path.parent / name} & self._claimed.keys()

    def keep(self, folders: Iterable[Path]) -> None:
        """Keep these, in our folder or one that was taken, for a later session; everything else is
        removed when this one is closed."""
        self._kept = frozenset(folders)

    def close(self) -> None:
        if self._lock is None:
            return
        for lock in (self._lock, *self._claimed.values()):
            lock.close()
        self._lock = None
        for folder in (self.path, *self._taken):
            _remove_but(folder, self._kept)
        self._claimed.clear()


def _remove_but(folder: Path, kept: Collection[Path]) -> None:
    """Remove the folder, except for those of `kept` inside it."""
    if not any(folder in path.parents for path in kept):
        shutil.rmtree(folder, ignore_errors=True)
        return
    with suppress(OSError):  # a session that takes it over removes the rest
        for inner in folder.iterdir():
            if inner.is_dir() and inner not in kept:
                _remove_but(inner, kept)


def remove_stale(root: Path, spare: Collection[str] = ()) -> None:
    """Remove the folders of ended sessions."""
    for folder in root.glob(f"{PREFIX}*"):
        if folder.name in spare:
            continue
        # Another session may be creating a folder this young, without having locked it yet.
        if time.time() - folder.stat().st_mtime > YOUNGEST_STALE_SECONDS and _is_free(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_free(folder: Path) -> bool:
    try:
        with (folder / LOCK).open("r+b") as lock:
            return try_lock(lock)
    except FileNotFoundError:
        return True
    except OSError:
        return False
