"""Folders for unfinished work, which a later run can tell from the leftovers of a killed one.

Whoever makes such a folder holds a lock on a file in it. The system drops the lock when the process
ends, however it ends, so a folder whose lock can be taken belongs to nobody. The file names the
computer, because a lock taken over a network may not be seen from another one: a folder made
elsewhere is never removed.
"""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

LOCK = "in-use.lock"
PREFIX, SUFFIX = ".fdiwn-", ".part"
"""Short: with the target's own name in it, a long one would exceed what file systems take."""
YOUNGEST_STALE_SECONDS = 60.0


@contextmanager
def work_folder(beside: Path) -> Iterator[Path]:
    """A hidden folder in the folder ``beside``, gone afterwards; leftovers there are removed.

    Raises OSError where none can be made.
    """
    with suppress(OSError):  # cleaning up after others may never stop our own work
        _remove_leftovers(beside)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=SUFFIX, dir=beside))
    try:
        with (folder / LOCK).open("wb") as lock:
            # Where locks are not known, nobody can take this one later, and the folder stays.
            try_lock(lock)
            lock.write(_computer())
            lock.flush()
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_leftovers(beside: Path) -> None:
    for folder in beside.glob(f"{PREFIX}*{SUFFIX}"):
        if folder.is_symlink() or not folder.is_dir():
            continue
        # One this young may be one that another process is making and has not locked yet.
        old = time.time() - folder.stat().st_mtime > YOUNGEST_STALE_SECONDS
        if old and _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    try:
        with (folder / LOCK).open("r+b") as lock:
            return try_lock(lock) and lock.read() == _computer()
    except OSError:
        return False


def _computer() -> bytes:
    return platform.node().encode()


if sys.platform == "win32":
    import msvcrt

    def try_lock(file: BinaryIO) -> bool:
        """Take the lock on an open file; False if another process has it."""
        file.seek(_BEYOND)  # what is locked cannot be read by others here
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

    _BEYOND = 1 << 20

else:
    import fcntl

    def try_lock(file: BinaryIO) -> bool:
        """Take the lock on an open file; False if another process has it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
