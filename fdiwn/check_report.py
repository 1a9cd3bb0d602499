"""What a self-test finds, line by line, and as a report. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from fdiwn.names import APP_NAME, VERSION

SYSTEM, VERSIONS, ROOM, MODEL, BACKEND, FORMAT, WINDOW = (
    "system", "versions", "room", "model", "backend", "format", "window",
)  # fmt: skip
"""Kinds of checks."""

_TITLES = {
    SYSTEM: "System",
    VERSIONS: "Versions",
    ROOM: "Room",
    MODEL: "Models",
    BACKEND: "Computing",
    FORMAT: "Files",
    WINDOW: "Window",
}
_MARKS = {True: "ok", False: "FAILED", None: ""}


@dataclass(frozen=True)
class Check:
    """One line. subject: what was looked at. passed: None for what is only told."""

    kind: str
    subject: str
    details: str
    passed: bool | None = None


@dataclass(frozen=True)
class CheckReport:
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        return all(check.passed is not False for check in self.checks)

    def as_json(self) -> Mapping[str, object]:
        """Nothing but text, numbers, lists and dictionaries."""
        return {
            "program": APP_NAME,
            "version": VERSION,
            "passed": self.passed,
            "checks": [asdict(check) for check in self.checks],
        }


def line(check: Check) -> str:
    """One check for a terminal."""
    mark = _MARKS[check.passed]
    return f"{mark:6}  {check.kind:9} {check.subject}: {check.details}"


def as_text(checks: Iterable[Check]) -> str:
    """For people, and for a message to those who can help; the home folder is only called ~."""
    lines, kind = [f"{APP_NAME} {VERSION}"], ""
    for check in checks:
        if check.kind != kind:
            kind = check.kind
            lines += ["", _TITLES.get(kind, kind)]
        mark = _MARKS[check.passed]
        lines.append(f"  {check.subject}: {check.details}" + (f" - {mark}" if mark else ""))
    return without_home("\n".join(lines)) + "\n"


def without_home(text: str) -> str:
    """The home folder's name tells who somebody is."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
