"""Records of a self-test and of the devices found. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from fdiwn.api.names import APP_NAME, VERSION

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
    """One line. subject: what was checked. passed: None for information only."""

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
        """Plain text, numbers, lists and dictionaries."""
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
    """For people, and for support requests; the home folder is shown as ~."""
    lines, kind = [f"{APP_NAME} {VERSION}"], ""
    for check in checks:
        if check.kind != kind:
            kind = check.kind
            lines += ["", _TITLES.get(kind, kind)]
        mark = _MARKS[check.passed]
        lines.append(f"  {check.subject}: {check.details}" + (f" - {mark}" if mark else ""))
    return without_home("\n".join(lines)) + "\n"


def without_home(text: str) -> str:
    """The home folder's name may identify the user."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


@dataclass(frozen=True)
class Device:
    """One of `fdiwn.api.options.DEVICES`.

    name: its maker's name. present: whether the engine can use it here. backend, precisions: what
    computes on it, and how precisely. fastest: the precision of "auto". threads: of a CPU, 0 for
    others. memory, free: bytes, 0 if unknown. unsupported: this installation cannot use such a
    device. speed: relative to the CPU in its trial, 0 without a trial. problem: why it is not used,
    although it exists.
    """

    id: str
    name: str = ""
    present: bool = False
    backend: str = ""
    precisions: tuple[str, ...] = ()
    fastest: str = ""
    threads: int = 0
    memory: int = 0
    free: int = 0
    unsupported: bool = False
    speed: float = 0.0
    problem: str = ""


def chosen(devices: tuple[Device, ...], wanted: str) -> Device | None:
    """The device for "auto", "gpu" or another choice; None if it is missing.

    devices: in order of preference.
    """
    for device in devices:
        is_meant = wanted in ("auto", device.id) or (wanted == "gpu" and device.id != "cpu")
        if device.present and is_meant:
            return device
    return None
