"""The portable archive: unpack anywhere, run. For distributions without .deb packages."""

from __future__ import annotations

import platform
import shutil
import tarfile
from pathlib import Path

from fdiwn.api.names import APP_NAME, COMMAND, DISTRIBUTION, VERSION, WINDOW_COMMAND
from installers.freeze import ROOT, run
from installers.linux.integration import write_integration
from installers.linux.staging import settle, tool

_README = f"""{APP_NAME} {VERSION}

Start the window:    ./{WINDOW_COMMAND}
The command line:    ./{COMMAND} --help
Is all well?         ./{WINDOW_COMMAND} --self-test

The folder may lie anywhere and be moved; nothing is written into it. It needs a Linux with glibc
2.34 or newer (Debian 12, Ubuntu 22.04, Fedora 35 and later) and the libraries of a desktop.
share/ holds what menus need, for those who want to copy it to ~/.local/share.
"""


def build(frozen: Path, work: Path, out: Path, epoch: int, variant: str = "") -> Path:
    """Writes the archive into ``out`` and returns it.

    epoch: the date of everything in it. variant: the end of its name.
    """
    name = f"{DISTRIBUTION}-{VERSION}-linux-{platform.machine()}{variant}"
    root = work / "portable" / name
    shutil.rmtree(root.parent, ignore_errors=True)
    shutil.copytree(frozen, root, symlinks=True)
    write_integration(root, prefix="", epoch=epoch)
    shutil.copyfile(ROOT / "LICENSE", root / "LICENSE")
    (root / "README.txt").write_text(_README, encoding="utf-8")
    settle(root, epoch)
    archive = work / "portable" / f"{name}.tar"
    with tarfile.open(archive, "w", format=tarfile.PAX_FORMAT) as tar:
        for path in sorted([root, *root.rglob("*")]):
            entry = tar.gettarinfo(path, path.relative_to(root.parent).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            if entry.isfile():
                with path.open("rb") as file:
                    tar.addfile(entry, file)
            else:
                tar.addfile(entry)
    target = out / f"{name}.tar.zst"
    part = work / "portable" / f"{target.name}.part"
    run([tool("zstd", "zstd"), "-q", "-f", "-T0", "-12", str(archive), "-o", str(part)])
    archive.unlink()
    return part.replace(target)
