"""Watches folders for new pictures after the first pass."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fdiwn.batch.planning.scan import scan
from fdiwn.batch.records.plan import BatchOptions

SETTLE = 3.0
"""Seconds for which a file must stay as it is: until then somebody may be copying it."""
LOOK = 2.0
"""Seconds between two looks."""

_Stamp = tuple[int, int]  # size and time of change


@dataclass
class _Seen:
    stamp: _Stamp
    since: float


class Watcher:
    """Tells which pictures have come or changed, each once. Polls: network drives tell nothing.

    clock: seconds.
    """

    def __init__(self, options: BatchOptions, clock: Callable[[], float] = time.monotonic) -> None:
        self._options, self._clock = options, clock
        self._handled: dict[Path, _Stamp] = {}
        self._seen: dict[Path, _Seen] = {}

    def handled(self, path: Path, stamp: _Stamp) -> None:
        """A picture was in a plan, with this size and time of change."""
        self._handled[path] = stamp

    def look(self) -> list[Path]:
        """The pictures that are new or other than they were, and have come to rest.

        Raises InputError while a folder is not there, as a drive that was taken out.
        """
        now, ready = self._clock(), []
        found, _ = scan(self._options)
        for each in found:
            stamp = (each.bytes, each.mtime_ns)
            if self._handled.get(each.path) == stamp:
                self._seen.pop(each.path, None)
                continue
            seen = self._seen.get(each.path)
            if seen is None or seen.stamp != stamp:
                self._seen[each.path] = _Seen(stamp, now)
            elif now - seen.since >= SETTLE:
                ready.append(each.path)
        return ready
