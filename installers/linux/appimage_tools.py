"""The foreign parts of an AppImage, and whether they are what they are taken for."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.files import file_sha256
from installers.errors import PackagingError

LOCK = Path(__file__).with_name("tools.lock.json")
_ELF_AND_TYPE_2 = b"\x7fELF", b"AI\x02"  # AppImage specification, "Type 2 image format"


@dataclass(frozen=True)
class Part:
    """A file that somebody fetched. sha256: what it has to have; where it is empty, as the lock
    says, and if that says nothing the file is refused.
    """

    path: Path
    sha256: str = ""


@dataclass(frozen=True)
class Tools:
    """runtime: what an AppImage begins with and what mounts the rest. tool: appimagetool; without
    it mksquashfs makes the rest, and the two are joined here.
    """

    runtime: Part
    tool: Part | None = None


def checked_copy(part: Part, name: str, option: str, folder: Path) -> Path:
    """A copy of the part that can be run, and has the hash that it has to have.

    name: in tools.lock.json. option: that gives the hash, for the message. Raises PackagingError.
    """
    locked = json.loads(LOCK.read_text(encoding="utf-8"))[name]
    expected = (part.sha256 or locked["sha256"] or "").lower()
    if not expected:
        raise PackagingError(
            f"{part.path} is not trusted",
            f"nothing says which SHA-256 {name} {locked['version']} has",
            f"Give it with {option}. The file itself is at {locked['url']}",
        )
    copy = folder / name
    try:
        shutil.copyfile(part.path, copy)
        found = file_sha256(copy)
        copy.chmod(0o755)
    except OSError as exc:
        raise PackagingError(f"{part.path} cannot be read", exc.strerror or str(exc)) from exc
    if found != expected:
        raise PackagingError(
            f"{part.path} is not {name} {locked['version']}",
            f"its SHA-256 is {found}, and should be {expected}",
            f"Fetch it again from {locked['url']}",
        )
    return copy


def check_runtime(path: Path) -> None:
    """Raises PackagingError for a program with which no AppImage of type 2 begins."""
    with path.open("rb") as file:
        head = file.read(11)
    if (head[:4], head[8:]) != _ELF_AND_TYPE_2:
        raise PackagingError(
            f"{path.name} is no runtime", "it does not begin as an AppImage of type 2 does"
        )
