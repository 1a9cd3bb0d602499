"""Watched folders: finds pictures that are new or changed since the last look. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from fdiwn.batch.records.plan import Action, Entry, Plan

WATCH_SECONDS = 5.0
"""Between two looks; ten times as long as a look takes, if that is more."""

Stamps = dict[str, tuple[int, int]]
"""By key: bytes and time of change of a file."""


def stamps(plan: Plan) -> Stamps:
    return {entry.key: (entry.bytes, entry.mtime_ns) for entry in plan.entries}


def pause_after(seconds: float) -> float:
    """How long to wait after a look that took so long, in seconds."""
    return max(WATCH_SECONDS, 10 * seconds)


def arrived(
    look: Plan, known: Mapping[str, Entry], before: Stamps, left_out: Collection[str]
) -> dict[str, Entry]:
    """What is to be made now, and was not tried as it is.

    A file counts when it is as it was at the last look, of `before`: until then somebody may still
    be copying it.
    """
    return {
        entry.key: entry
        for entry in look.of(Action.ENLARGE)
        if before.get(entry.key) == (entry.bytes, entry.mtime_ns)
        and entry.key not in left_out
        and not _was_tried(known.get(entry.key), entry)
    }


def _was_tried(known: Entry | None, now: Entry) -> bool:
    """One that was skipped or refused was not."""
    if known is None or known.action is not Action.ENLARGE:
        return False
    return (known.bytes, known.mtime_ns) == (now.bytes, now.mtime_ns)
