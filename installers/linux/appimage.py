"""The AppImage: one file that runs on any Linux desktop, from a frozen folder.

    python -m installers.linux.appimage FROZEN --runtime-file RUNTIME [--tool APPIMAGETOOL]
                                        [--runtime-sha256 HASH] [--tool-sha256 HASH] [--out dist]

Where the two files come from and what they have to be is in tools.lock.json. The date of everything
inside is SOURCE_DATE_EPOCH; with it the same folder makes the same bytes.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from pathlib import Path

from fdiwn.api.errors import FdiwnError
from fdiwn.api.files import work_folder
from fdiwn.api.names import (
    APP_ID,
    APP_NAME,
    COMMAND,
    DISTRIBUTION,
    EDIT_COMMAND,
    VERSION,
    WINDOW_COMMAND,
)
from installers.errors import PackagingError
from installers.freeze import run
from installers.linux.appimage_tools import Part, Tools, check_runtime, checked_copy
from installers.linux.integration import APPLICATION, ICON, validate, write_integration
from installers.linux.releases import build_epoch
from installers.linux.staging import settle

APP_RUN = f"""#!/bin/sh
# Opens the window. Started by the name {COMMAND}, through a link, this is the command.
here=$(dirname -- "$(readlink -f -- "$0")")
name=${{ARGV0:-$0}}
unset ARGV0
case ${{name##*/}} in
    {COMMAND}) exec "$here/usr/bin/{COMMAND}" "$@" ;;
    {EDIT_COMMAND}) exec "$here/usr/bin/{WINDOW_COMMAND}" --edit "$@" ;;
    *) exec "$here/usr/bin/{WINDOW_COMMAND}" "$@" ;;
esac
"""


def build(frozen: Path, out: Path, epoch: int, tools: Tools) -> Path:
    """Write the AppImage into ``out``, whole or not at all, and return it.

    frozen: the folder with both programs. epoch: the date of everything in it, in seconds since
    1970. Raises PackagingError.
    """
    target = out / f"{APP_NAME.replace(' ', '_')}-{VERSION}-{platform.machine()}.AppImage"
    try:
        out.mkdir(parents=True, exist_ok=True)
        with work_folder(out) as folder:
            runtime = checked_copy(tools.runtime, "runtime", "--runtime-sha256", folder)
            check_runtime(runtime)
            tree = folder / "AppDir"
            write_appdir(frozen, tree, epoch)
            part = folder / "part"
            if tools.tool is None:
                _join(runtime, tree, part, epoch)
            else:
                tool = checked_copy(tools.tool, "appimagetool", "--tool-sha256", folder)
                _let_tool_join(tool, runtime, tree, part, epoch)
            part.chmod(0o755)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            return part.replace(target)
    except OSError as exc:
        raise PackagingError(f"{target} cannot be made", str(exc)) from exc


def write_appdir(frozen: Path, tree: Path, epoch: int) -> None:
    """The tree that an AppImage shows when it is mounted. Raises PackagingError and OSError."""
    _check_frozen(frozen, tree)
    place = tree / "usr" / "lib" / DISTRIBUTION
    shutil.copytree(frozen, place, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    for name in (COMMAND, WINDOW_COMMAND):
        (tree / "usr" / "bin" / name).symlink_to(f"../lib/{DISTRIBUTION}/{name}")
    write_integration(tree, epoch=epoch)
    validate(tree)
    (tree / "AppRun").write_text(APP_RUN, encoding="utf-8")
    (tree / "AppRun").chmod(0o755)
    shutil.copyfile(tree / "usr" / APPLICATION, tree / f"{APP_ID}.desktop")
    shutil.copyfile(tree / "usr" / ICON.format(256), tree / f"{APP_ID}.png")
    (tree / ".DirIcon").symlink_to(f"{APP_ID}.png")
    settle(tree, epoch)


def _check_frozen(frozen: Path, tree: Path) -> None:
    """Raises PackagingError where a program is missing, a link would lead out of the image, or the
    image would be made inside what it is made of.
    """
    for name in (COMMAND, WINDOW_COMMAND):
        if not os.access(frozen / name, os.X_OK) or not (frozen / name).is_file():
            raise PackagingError(
                f"{frozen} is not the frozen program",
                f"no program {name} is in it",
                "Make it first: python -m installers.build",
            )
    inside = frozen.resolve()
    if tree.resolve().is_relative_to(inside):
        raise PackagingError(
            f"The AppImage cannot be made in {frozen}",
            "that folder goes into it",
            "Choose another one with --out.",
        )
    for path in frozen.rglob("*"):
        if path.is_symlink() and (
            path.readlink().is_absolute() or not path.resolve().is_relative_to(inside)
        ):
            raise PackagingError(
                f"{path} cannot go into the image", f"it leads out of it, to {path.readlink()}"
            )


def _join(runtime: Path, tree: Path, part: Path, epoch: int) -> None:
    """What appimagetool would do: the runtime, and behind it the tree as a squashfs."""
    program = shutil.which("mksquashfs")
    if program is None:
        raise PackagingError(
            "The AppImage cannot be made",
            "mksquashfs is not on this computer",
            "Install it (apt install squashfs-tools), or give appimagetool with --tool.",
        )
    image = part.with_name("squashfs")
    options = ["-root-owned", "-noappend", "-comp", "zstd", "-no-xattrs", "-no-progress"]
    _run([program, str(tree), str(image), *options], epoch)
    with part.open("wb") as joined:
        for piece in (runtime, image):
            with piece.open("rb") as file:
                shutil.copyfileobj(file, joined, 1 << 20)


def _let_tool_join(tool: Path, runtime: Path, tree: Path, part: Path, epoch: int) -> None:
    options = ["--no-appstream", "--comp", "zstd", "--runtime-file", str(runtime)]
    _run([str(tool), *options, str(tree), str(part)], epoch)
    if not part.is_file():
        raise PackagingError("The AppImage was not made", "appimagetool left no file")


def _run(command: list[str], epoch: int) -> None:
    settings = {
        "SOURCE_DATE_EPOCH": str(epoch),
        "ARCH": platform.machine(),
        "APPIMAGE_EXTRACT_AND_RUN": "1",  # appimagetool is an AppImage; containers cannot mount it
    }
    run(command, settings)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Make the AppImage of a frozen folder.")
    parser.add_argument("frozen", type=Path, metavar="FROZEN", help="with both programs in it")
    parser.add_argument("--runtime-file", type=Path, required=True, metavar="FILE")
    parser.add_argument("--runtime-sha256", default="", metavar="HASH")
    parser.add_argument("--tool", type=Path, metavar="FILE", help="appimagetool")
    parser.add_argument("--tool-sha256", default="", metavar="HASH")
    parser.add_argument("--out", type=Path, default=Path("dist"), metavar="DIR")
    given = parser.parse_args(arguments)
    tools = Tools(
        Part(given.runtime_file, given.runtime_sha256),
        Part(given.tool, given.tool_sha256) if given.tool else None,
    )
    try:
        print(build(given.frozen, given.out, build_epoch(), tools))
    except FdiwnError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
