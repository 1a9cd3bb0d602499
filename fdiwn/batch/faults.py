"""Classifies errors: failed picture, temporary, or fatal for the batch. Light."""

from __future__ import annotations

import errno
from collections.abc import Iterator

from fdiwn.api.errors import Cancelled, DeviceFault, NoRoom, OutOfMemory
from fdiwn.batch.records.task import Failure

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_PASSING = frozenset(
    {
        errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.EIO, errno.EMFILE, errno.ENFILE,
        errno.ENOMEM, errno.ESTALE, errno.ETIMEDOUT, errno.ETXTBSY, errno.EHOSTDOWN,
        errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH,
    }
)  # fmt: skip
"""Error codes of a disk or network drive that is busy or disconnected."""
_SHARING = frozenset({32, 33})
"""Error codes of Windows: another program has the file open."""


class SourceChanged(OSError):
    """A picture was changed while it was read."""


def failure_of(error: Exception) -> Failure:
    """The meaning of an error for the batch."""
    chain = list(_causes(error))
    systems = [cause for cause in chain if isinstance(cause, OSError)]
    return Failure(
        reason=str(error) or type(error).__name__,
        passing=any(isinstance(each, _OUR_PASSING) for each in chain)
        or any(_passes(each) for each in systems),
        no_room=any(isinstance(each, NoRoom) for each in chain)
        or any(each.errno in _FULL for each in systems),
        stopped=isinstance(error, Cancelled),
    )


_OUR_PASSING = (OutOfMemory, DeviceFault, MemoryError, SourceChanged)


def _passes(error: OSError) -> bool:
    return error.errno in _PASSING or getattr(error, "winerror", None) in _SHARING


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__
