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
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def tool(name: str, package: str) -> str:
    """The path of a program. Raises PackagingError where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise PackagingError(
            f"{name} is not on this computer", "", f"Install it: apt install {package}"
        )
    return found
