"""Renames finished files atomically, without replacing newer files.

Imports nothing heavy. A file that appeared during the work is never replaced unless requested: the
system is asked to refuse, as checking beforehand would be a race.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100  # AT_FDCWD: relative to the working folder
_LINUX_NO_REPLACE, _MAC_NO_REPLACE = 1, 4
_NOT_KNOWN = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}
    | {errno.EMLINK, errno.EACCES}
)
"""Error codes of file systems that do not support the call."""


def give_name(finished: Path, target: Path, replaces: bool) -> None:
    """Renames a complete file, on the same disk, to its final name, and flushes the folder.

    replaces: an existing file may be replaced, and its permissions are kept. A link itself is
    replaced. Raises FileExistsError if the name is taken and may not be replaced, and OSError; then
    nothing has changed.
    """
    if replaces:
        _take_over_permissions(target, finished)
        finished.replace(target)
    elif sys.platform == "win32":
        finished.rename(target)  # refuses to replace on Windows
    else:
        _rename_to_free(finished, target)
    _flush_folder(target.parent)


def date_of(source: Path) -> int | None:
    """The modification time of a picture, in nanoseconds; None if it does not exist."""
    try:
        return source.stat().st_mtime_ns
    except (OSError, ValueError):
        return None


def set_date(result: Path, mtime_ns: int) -> tuple[str, ...]:
    """Sets a file's modification time to that of its picture; returns a note on failure."""
    try:
        os.utime(result, ns=(result.stat().st_atime_ns, mtime_ns))
    except OSError as exc:
        return (f"The date of the picture was not kept: {exc.strerror or exc}",)
    return ()


def _take_over_permissions(old: Path, new: Path) -> None:
    try:
        found = old.lstat()
    except OSError:
        return  # nothing to replace
    if not stat.S_ISREG(found.st_mode):
        return
    mine = new.stat()
    if sys.platform != "win32" and (found.st_uid, found.st_gid) != (mine.st_uid, mine.st_gid):
        with suppress(PermissionError):  # only an administrator can change the owner
            os.chown(new, found.st_uid, found.st_gid)
    new.chmod(stat.S_IMODE(found.st_mode))


def _rename_to_free(finished: Path, target: Path) -> None:
    """Rename without replacing, by the first call that this file system supports."""
    for way in (_rename_exclusively, _link):
        try:
            way(finished, target)
        except FileExistsError:
            raise
        except OSError as exc:
            if exc.errno not in _NOT_KNOWN:
                raise
        else:
            return
    # Some network drives support neither: reserve the name with an empty file first.
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        finished.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise


def _link(finished: Path, target: Path) -> None:
    os.link(finished, target, follow_symlinks=False)
    finished.unlink()


def _rename_exclusively(finished: Path, target: Path) -> None:
    """Raises OSError; with ENOSYS if this system has no such call."""
    library, old, new = _library(), os.fsencode(finished), os.fsencode(target)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        done = library.renameat2(_HERE, old, _HERE, new, _LINUX_NO_REPLACE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        done = library.renamex_np(old, new, _MAC_NO_REPLACE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if done != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(target))


@cache
def _library() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _flush_folder(folder: Path) -> None:
    """Make the name survive a power cut, if the file system can flush folders."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # not supported by this file system
    finally:
        os.close(handle)
