"""What the disks say, asked at most every two seconds for each folder."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

KEPT_SECONDS = 2.0

Answer = TypeVar("Answer")


class Disks:
    """See `app.options.preflight.check.Surroundings`. A thousand pictures in one folder ask
    once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Path], tuple[float, object]] = {}

    def free(self, folder: Path) -> int | None:
        return self._ask("free", folder, _free)

    def names(self, folder: Path) -> frozenset[str] | None:
        return self._ask("names", folder, _names)

    def writable(self, folder: Path) -> bool:
        return self._ask("writable", folder, lambda path: os.access(path, os.W_OK | os.X_OK))

    def _ask(self, what: str, folder: Path, how: Callable[[Path], Answer]) -> Answer:
        now = time.monotonic()
        then, answer = self._kept.get((what, folder), (-KEPT_SECONDS, None))
        if now - then >= KEPT_SECONDS:
            answer = how(folder)
            self._kept[what, folder] = (now, answer)
        return answer  # type: ignore[return-value]  # of what `how` once gave for this question


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _names(folder: Path) -> frozenset[str] | None:
    try:
        return frozenset(os.path.normcase(path.name) for path in folder.iterdir())
    except OSError:
        return None
