"""What the Linux packages share: copies of the frozen folder, dates, tools."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from installers.freeze import BuildFailed


def copy_frozen(frozen: Path, target: Path) -> None:
    """With its links, and with the rights of a system folder."""
    shutil.copytree(frozen, target, symlinks=True)
    for path in [target, *target.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or os.access(path, os.X_OK)
        path.chmod(0o755 if runs else 0o644)


def date_everything(root: Path, epoch: int) -> None:
    """Gives all files one date, so that the same checkout makes the same package."""
    for path in [*root.rglob("*"), root]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def tool(name: str, package: str) -> str:
    """The path of a program. Raises BuildFailed where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise BuildFailed(f"{name} is not on this computer. Install it: apt install {package}")
    return found
