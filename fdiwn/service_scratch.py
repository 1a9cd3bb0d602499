"""The folder a running window keeps its pixels in: made at start, removed at exit.

A session holds a lock on a file in its folder; the system drops the lock when the session ends,
however it ends, so a folder whose lock can be taken belongs to nobody and is removed.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

import platformdirs

from fdiwn.held_folder import LOCK, YOUNGEST_STALE_SECONDS, try_lock
from fdiwn.names import DISTRIBUTION

PREFIX = "session-"


def default_root() -> Path:
    """Where sessions keep their folders. On disk, not in a temporary folder that may be memory."""
    return platformdirs.user_cache_path(DISTRIBUTION, appauthor=False) / "scratch"


class SessionFolder:
    """A scratch folder of one session. Close it exactly once, from the thread that is last."""

    def __init__(self, root: Path | None = None) -> None:
        root = root or default_root()
        root.mkdir(parents=True, exist_ok=True)
        remove_stale(root)
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
        self._lock: BinaryIO | None = (self.path / LOCK).open("wb")
        if not try_lock(self._lock):
            raise OSError(f"cannot lock {self.path / LOCK}")

    def job(self, job_id: int) -> Path:
        """The folder of one job; not created here."""
        return self.path / f"job-{job_id}"

    def close(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            shutil.rmtree(self.path, ignore_errors=True)


def remove_stale(root: Path) -> None:
    """Remove the folders of sessions that are gone."""
    for folder in root.glob(f"{PREFIX}*"):
        # A folder this young may be one that another session is making and has not locked yet.
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
