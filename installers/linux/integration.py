"""What makes the program part of a Linux desktop: menu entry, icons, manuals, completions.

    python -m installers.linux.integration ROOT [--prefix usr/local]

writes it under ROOT and has the desktop's own tools check it.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from fdiwn.api.errors import FdiwnError
from fdiwn.api.names import APP_ID, COMMAND, WINDOW_COMMAND
from installers import icons
from installers.errors import PackagingError
from installers.linux import completions, desktop_file, man_pages, metainfo
from installers.linux.releases import releases
from installers.linux.staging import tool

APPLICATION = f"share/applications/{APP_ID}.desktop"
METAINFO = f"share/metainfo/{APP_ID}.metainfo.xml"
ICON = f"share/icons/hicolor/{{0}}x{{0}}/apps/{APP_ID}.png"
DRAWING = f"share/icons/hicolor/scalable/apps/{APP_ID}.svg"
MANUAL = "share/man/man1/{}.1.gz"


def write_integration(root: Path, prefix: str = "usr", epoch: int | None = None) -> None:
    """Write it into a staged tree. The same checkout and the same day make the same bytes.

    prefix: where ``share`` lies in the tree; empty for the tree itself. epoch: the build's day, in
    seconds since 1970, for a version without a day in the changelog; without it that of
    SOURCE_DATE_EPOCH, or today. Raises PackagingError.
    """
    _base(root, prefix)
    history = releases(epoch)
    day = history[0].day

    def text(content: str) -> Callable[[Path], object]:
        return lambda path: path.write_bytes(content.encode())

    parts: dict[str, Callable[[Path], object]] = {
        APPLICATION: text(desktop_file.desktop_file()),
        METAINFO: lambda path: path.write_bytes(metainfo.metainfo(history)),
        DRAWING: lambda path: shutil.copyfile(icons.DRAWING, path),
    }
    for size in icons.DESKTOP_SIZES:
        parts[ICON.format(size)] = lambda path, size=size: path.write_bytes(icons.png(size))  # type: ignore[misc]
    for name, page in (
        (COMMAND, man_pages.command_page(day)),
        (WINDOW_COMMAND, man_pages.window_page(day)),
    ):
        packed = gzip.compress(page.encode(), 9, mtime=0)
        parts[MANUAL.format(name)] = lambda path, packed=packed: path.write_bytes(packed)  # type: ignore[misc]
    for shell, place in completions.PLACES.items():
        parts[place] = text(completions.completion(shell))
    for place, write in parts.items():
        _put(root, PurePosixPath(prefix, place), write)


def validate(root: Path, prefix: str = "usr") -> None:
    """Have desktop-file-validate and appstreamcli check a tree of `write_integration`.

    Raises PackagingError with what they complain of, or where one of them is not installed.
    """
    base = _base(root, prefix)
    entry, story = base / APPLICATION, base / METAINFO
    # The one prints what it has against a file, hints included, and nothing else.
    said = _ask(["desktop-file-validate", str(entry)], "desktop-file-utils")
    if said.stdout or said.stderr or said.returncode:
        raise PackagingError(f"{entry.name} is not as it should be", _joined(said))
    command = ["appstreamcli", "validate", "--no-net", "--pedantic", "--explain", str(story)]
    said = _ask(command, "appstream")
    # The other remarks on matters of taste as well; it fails for errors and warnings alone.
    if said.returncode:
        raise PackagingError(f"{story.name} is not as it should be", _joined(said))


def _base(root: Path, prefix: str) -> Path:
    inside = PurePosixPath(prefix)
    if inside.is_absolute() or ".." in inside.parts:
        raise PackagingError(
            f"{prefix} is no place in the tree", "it leads out of it", "Give it as usr/local."
        )
    return root / inside


def _put(root: Path, place: PurePosixPath, write: Callable[[Path], object]) -> None:
    """With the rights that the files of a system have, whatever the umask is."""
    path = root / place
    try:
        for folder in reversed(place.parents):
            if not (root / folder).is_dir():
                (root / folder).mkdir(parents=True)
                (root / folder).chmod(0o755)
        write(path)
        path.chmod(0o644)
    except OSError as exc:
        raise PackagingError(f"{path} cannot be written", exc.strerror or str(exc)) from exc


def _ask(command: list[str], package: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tool(command[0], package), *command[1:]],
        env={"LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _joined(said: subprocess.CompletedProcess[str]) -> str:
    return (said.stdout + said.stderr).strip() or f"exit code {said.returncode}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Write what makes the program part of a desktop.")
    parser.add_argument("root", type=Path, metavar="ROOT", help="the tree of a package")
    parser.add_argument("--prefix", default="usr", help="where in it; usr if left out")
    wanted = parser.parse_args(arguments)
    try:
        write_integration(wanted.root, wanted.prefix)
        validate(wanted.root, wanted.prefix)
    except FdiwnError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
