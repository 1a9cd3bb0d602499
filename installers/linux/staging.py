"""What the Linux packages share: rights, dates, tools."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from installers.errors import PackagingError


def settle(root: Path, epoch: int) -> None:
    """Gives a tree the rights of a system's folder, and one date, so that the same checkout makes
    the same package whoever makes it.
    """
    for path in [*root.rglob("*"), root]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _can_run(path) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _can_run(path: Path) -> bool:
    """Whether a file is a program or a script: not a library, nor what merely has the right."""
    if not os.access(path, os.X_OK) or ".so" in path.suffixes:
        return False
    with path.open("rb") as file:
        return file.read(4).startswith((b"\x7fELF", b"#!"))


def tool(name: str, package: str) -> str:
    """The path of a program. Raises PackagingError where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise PackagingError(
            f"{name} is not on this computer", "", f"Install it: apt install {package}"
        )
    return found
