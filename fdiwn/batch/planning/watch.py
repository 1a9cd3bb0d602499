"""Watches folders for new pictures after the first pass."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fdiwn.batch.planning.scan import scan
from fdiwn.batch.records.plan import BatchOptions

SETTLE = 3.0
"""Seconds that a file must stay unchanged: until then it may still be being copied."""
LOOK = 2.0
"""Seconds between two scans."""

_Stamp = tuple[int, int]  # size and modification time


@dataclass
class _Seen:
    stamp: _Stamp
    since: float


class Watcher:
    """Finds new and changed pictures, each once. Polls, as network drives send no events.

    clock: seconds.
    """

    def __init__(self, options: BatchOptions, clock: Callable[[], float] = time.monotonic) -> None:
        self._options, self._clock = options, clock
        self._handled: dict[Path, _Stamp] = {}
        self._seen: dict[Path, _Seen] = {}

    def handled(self, path: Path, stamp: _Stamp) -> None:
        """Record that a picture was in a plan, with this size and modification time."""
        self._handled[path] = stamp

    def look(self) -> list[Path]:
        """The pictures that are new or changed, and complete.

        Raises InputError while a folder is missing, for example on a disconnected drive.
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
