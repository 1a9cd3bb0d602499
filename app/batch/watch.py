"""Finds pictures that are new or changed since the last scan of watched folders. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from fdiwn.batch.records.plan import Action, Entry, Plan

WATCH_SECONDS = 5.0
"""Seconds between two scans; ten times the duration of a scan if that is more."""

Stamps = dict[str, tuple[int, int]]
"""Size in bytes and modification time of each file, by key."""


def stamps(plan: Plan) -> Stamps:
    return {entry.key: (entry.bytes, entry.mtime_ns) for entry in plan.entries}


def pause_after(seconds: float) -> float:
    """Seconds to wait after a scan that took so long."""
    return max(WATCH_SECONDS, 10 * seconds)


def arrived(
    look: Plan, known: Mapping[str, Entry], before: Stamps, left_out: Collection[str]
) -> dict[str, Entry]:
    """The pictures to make now: not yet tried in their present state.

    A file counts if it is unchanged since the last scan, `before`: otherwise it may still be being
    copied.
    """
    return {
        entry.key: entry
        for entry in look.of(Action.ENLARGE)
        if before.get(entry.key) == (entry.bytes, entry.mtime_ns)
        and entry.key not in left_out
        and not _was_tried(known.get(entry.key), entry)
    }


def _was_tried(known: Entry | None, now: Entry) -> bool:
    """A skipped or refused picture was not tried."""
    if known is None or known.action is not Action.ENLARGE:
        return False
    return (known.bytes, known.mtime_ns) == (now.bytes, now.mtime_ns)
