"""Which release this is and what it brought, from CHANGELOG.md: for software centres, manuals."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from fdiwn.names import VERSION

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

    epoch: its day then, in seconds since 1970; without it that of SOURCE_DATE_EPOCH, or today.
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
    present = Release(VERSION, _day(epoch), stable=False, changes=_changes(unreleased))
    return [present, *found.values()]


def _day(epoch: int | None) -> date:
    said = os.environ.get("SOURCE_DATE_EPOCH", "") if epoch is None else str(epoch)
    moment = datetime.fromtimestamp(int(said), UTC) if said else datetime.now(UTC)
    return moment.date()


def _changes(content: str) -> tuple[str, ...]:
    """The points of its lists, without Markdown's signs."""
    points = re.split(r"^- ", content, flags=re.MULTILINE)[1:]
    return tuple(_plain(point.split("\n\n")[0]) for point in points)


def _plain(markdown: str) -> str:
    words = " ".join(markdown.replace("`", "").split())
    return re.sub(r"(\*\*?)(?=\S)(.+?)(?<=\S)\1", r"\2", words)
