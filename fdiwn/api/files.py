"""Atomic file writes, hashes of files, and folders for unfinished work. Imports nothing heavy."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import platformdirs

from fdiwn.api.final_name import give_name
from fdiwn.api.names import DISTRIBUTION


def file_sha256(path: Path) -> str:
    """SHA-256 of a file in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_whole(path: Path, content: bytes, replaces: bool = True) -> None:
    """Writes a file atomically.

    replaces: an existing file may be replaced. Leaves no temporary files, even on failure. Raises
    FileExistsError if the name is taken and may not be replaced, OSError, and ValueError for a name
    with a zero byte.
    """
    with work_folder(path.parent) as folder:
        finished = folder / "file"
        with finished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        give_name(finished, path, replaces)


LOCK = "in-use.lock"
PREFIX, SUFFIX = ".fdiwn-", ".part"
"""Short: with the target's name in it, the name could get too long for the file system."""
YOUNGEST_STALE_SECONDS = 60.0
_LOOK = 30.0  # seconds that another process may hold the lock to check it, on a very busy computer


@contextmanager
def work_folder(beside: Path) -> Iterator[Path]:
    """A hidden temporary folder in the folder ``beside``, removed at the end; also removes
    leftovers.

    Raises OSError if it cannot be created.
    """
    with suppress(OSError):  # cleaning up after others must not stop our own work
        _remove_leftovers(beside)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=SUFFIX, dir=beside))
    note = _notes() / folder.name
    try:
        _take_note(note, folder)  # first, so that it is found even if we are killed now
        with (folder / LOCK).open("wb") as lock:
            # Another process may be checking whether this is abandoned. Without locks on this disk,
            # nobody can lock it later, and the folder stays.
            try_lock(lock, _LOOK)
            lock.write(_computer())
            lock.flush()
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            with suppress(OSError):
                note.unlink()


def _notes() -> Path:
    """The folder of the notes: one file with the path of each folder of unfinished work."""
    return platformdirs.user_state_path(DISTRIBUTION, appauthor=False) / "unfinished"


def _take_note(note: Path, folder: Path) -> None:
    with suppress(OSError):  # without a note, the next run in that folder removes the leftovers
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_bytes(os.fsencode(folder.absolute()))


def _remove_leftovers(beside: Path) -> None:
    for folder in beside.glob(f"{PREFIX}*{SUFFIX}"):
        _remove_if_abandoned(folder)
    for note in _notes().glob(f"{PREFIX}*{SUFFIX}"):
        folder = Path(os.fsdecode(note.read_bytes()))
        if folder.name == note.name:  # else it is damaged
            _remove_if_abandoned(folder)
        if folder.name != note.name or (folder.parent.exists() and not folder.exists()):
            note.unlink(missing_ok=True)  # kept if the drive is disconnected


def _remove_if_abandoned(folder: Path) -> None:
    if not folder.is_symlink() and folder.is_dir() and _is_abandoned(folder):
        shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    """The owner writes to the lock only while holding it. Without content, another process may just
    be creating the folder."""
    try:
        with (folder / LOCK).open("r+b") as lock:
            if not try_lock(lock):
                return False
            maker = lock.read()
            return maker == _computer() if maker else _is_old(folder)
    except FileNotFoundError:
        return _is_old(folder) and not any(folder.iterdir())
    except OSError:
        return False


def _is_old(folder: Path) -> bool:
    return time.time() - folder.stat().st_mtime > YOUNGEST_STALE_SECONDS


def _computer() -> bytes:
    return platform.node().encode()


def try_lock(file: BinaryIO, patience: float = 0.0) -> bool:
    """Lock an open file; False if another process holds the lock for ``patience`` seconds, or if
    this disk has no locks."""
    end = time.monotonic() + patience
    while (taken := _lock(file)) is None and time.monotonic() < end:
        time.sleep(_BETWEEN_TRIES)
    return taken is True


_BETWEEN_TRIES = 0.002  # seconds

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool | None:
        """None if another process holds it."""
        file.seek(_BEYOND)  # others cannot read the locked part
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return None
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

    _BEYOND = 1 << 20

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool | None:
        """None if another process holds it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        except OSError:
            return False
        return True
