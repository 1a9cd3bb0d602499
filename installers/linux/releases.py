"""Which release this is and what it brought, from CHANGELOG.md: for software centres, manuals."""

from __future__ import annotations

import os
import re
import subprocess
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from fdiwn.api.names import VERSION
from installers.errors import PackagingError

_END = 1 << 32  # seconds; what a squashfs can hold
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


@dataclass(frozen=True)
class Release:
    """A version. stable: it is out, the changelog says when. changes: one line of text each."""

    version: str
    day: date
    stable: bool
    changes: tuple[str, ...]


def releases(epoch: int | None = None) -> list[Release]:
    """All in the changelog, latest first. The present one is among them, and not yet out if the
    changelog has no day for it.

    epoch: its day then, in seconds since 1970; see `build_epoch`. Raises PackagingError.
    """
    text = CHANGELOG.read_text(encoding="utf-8")
    parts = re.split(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?.*$", text, flags=re.MULTILINE)[1:]
    found = {
        name: Release(name, date.fromisoformat(day), stable=True, changes=_changes(content))
        for name, day, content in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        if day
    }
    if VERSION in found:
        return list(found.values())
    unreleased = dict(zip(parts[::3], parts[2::3], strict=True)).get("Unreleased", "")
    day = datetime.fromtimestamp(build_epoch() if epoch is None else epoch, UTC).date()
    present = Release(VERSION, day, stable=False, changes=_changes(unreleased))
    return [present, *found.values()]


def build_epoch() -> int:
    """The date of what is built, in seconds since 1970: SOURCE_DATE_EPOCH, that of the checkout's
    last commit, or now.

    Raises PackagingError.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if said is None:
        return _committed() or int(time.time())
    if not (said.isascii() and said.isdecimal() and int(said) < _END):
        raise PackagingError(
            "The date of the build is not known",
            f"SOURCE_DATE_EPOCH is {said!r}, and no number of seconds since 1970",
        )
    return int(said)


def _committed() -> int | None:
    """When; None outside of a checkout."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(
            command, cwd=CHANGELOG.parent, capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return None  # no git
    return int(done.stdout) if done.returncode == 0 else None


def _changes(content: str) -> tuple[str, ...]:
    """The points of its lists, without Markdown's signs."""
    points = re.split(r"^- ", content, flags=re.MULTILINE)[1:]
    return tuple(_plain(point.split("\n\n")[0]) for point in points)


def _plain(markdown: str) -> str:
    words = " ".join(markdown.replace("`", "").split())
    return re.sub(r"(\*\*?)(?=\S)(.+?)(?<=\S)\1", r"\2", words)
