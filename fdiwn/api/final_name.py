"""Renames finished files to their final names, at once and without replacing what is new.

Imports nothing heavy. What was not there when the work began, and what nobody meant, is never
replaced: the system is asked to refuse, and not looked at beforehand.
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

_HERE = -100  # AT_FDCWD: paths count from the working folder
_LINUX_NO_REPLACE, _MAC_NO_REPLACE = 1, 4
_NOT_KNOWN = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}
    | {errno.EMLINK, errno.EACCES}
)
"""What systems answer whose file system has no such way."""


def give_name(finished: Path, target: Path, replaces: bool) -> None:
    """Gives a complete file, on the same disk, its final name, to stay.

    replaces: a file of that name may be replaced; its permissions then go to the new one. A link is
    replaced itself. Raises FileExistsError where something has the name and may not be replaced,
    and OSError; then nothing has changed.
    """
    if replaces:
        _take_over_permissions(target, finished)
        finished.replace(target)
    elif sys.platform == "win32":
        finished.rename(target)  # refuses by itself there
    else:
        _rename_to_free(finished, target)
    _flush_folder(target.parent)


def date_of(source: Path) -> int | None:
    """The date of change of a picture, in nanoseconds; None for one that is not there."""
    try:
        return source.stat().st_mtime_ns
    except (OSError, ValueError):
        return None


def set_date(result: Path, mtime_ns: int) -> tuple[str, ...]:
    """Gives a file the date of change of its picture; a note where that cannot be."""
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
        with suppress(PermissionError):  # only an administrator gives files away
            os.chown(new, found.st_uid, found.st_gid)
    new.chmod(stat.S_IMODE(found.st_mode))


def _rename_to_free(finished: Path, target: Path) -> None:
    """By the first way that this file system knows; a plain rename would replace what is there."""
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
    # Some network drives know neither: the name is taken by an empty file first.
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
    """Raises OSError, with ENOSYS where this system has no such call."""
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
    """So that the name outlives a power cut; where folders cannot be flushed, it may not."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # not known to this file system
    finally:
        os.close(handle)
