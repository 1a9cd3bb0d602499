"""Cuts a folder of pictures into tar files small enough to be moved one by one, and joins them.

    python tests/benchmarks/split_data.py split PHOTOS PARTS --megabytes 55
    python tests/benchmarks/split_data.py join PARTS PHOTOS

The parts are named part-1-of-3.tar and so on, so that a missing one is noticed.
"""

from __future__ import annotations

import argparse
import tarfile
from collections.abc import Sequence
from pathlib import Path

MEGABYTE = 1_000_000
_ENTRY = 1024  # bytes a file may need in a tar beside its content: header and padding
_END = 10_240  # bytes a tar may be padded with at its end


def split(folder: Path, parts: Path, limit: int) -> list[Path]:
    """Packs the files of ``folder`` into tars of at most ``limit`` bytes; returns their paths.

    Exits where there is no file, where one is too large, or where ``parts`` holds parts already.
    """
    bundles: list[list[Path]] = []
    room = 0
    for file in sorted(p for p in folder.iterdir() if p.is_file()):
        need = file.stat().st_size + _ENTRY
        if need > limit - _END:
            raise SystemExit(f"{file} alone is larger than a part may be")
        if need > room:
            bundles.append([])
            room = limit - _END
        bundles[-1].append(file)
        room -= need
    if not bundles:
        raise SystemExit(f"there is no file in {folder}")
    parts.mkdir(parents=True, exist_ok=True)
    if any(parts.glob("part-*.tar")):
        raise SystemExit(f"there are parts in {parts} already")
    written = []
    for number, bundle in enumerate(bundles, 1):
        target = parts / f"part-{number}-of-{len(bundles)}.tar"
        with tarfile.open(target, "w", format=tarfile.USTAR_FORMAT) as tar:
            for file in bundle:
                tar.add(file, arcname=file.name)
        written.append(target)
    return written


def join(parts: Path, folder: Path) -> int:
    """Unpacks all parts into ``folder``; returns the number of files. Exits if one is missing."""
    found = sorted(parts.glob("part-*-of-*.tar"))
    counts = {path.stem.rpartition("-")[2] for path in found}
    if len(counts) != 1:
        raise SystemExit(f"{parts} holds {'parts of several sets' if counts else 'no parts'}")
    count = int(counts.pop())
    missing = [n for n in range(1, count + 1) if parts / f"part-{n}-of-{count}.tar" not in found]
    if missing:
        raise SystemExit(f"of {count} parts in {parts} these are missing: {missing}")
    folder.mkdir(parents=True, exist_ok=True)
    files = 0
    for part in found:
        with tarfile.open(part) as tar:
            for member in tar:
                content = tar.extractfile(member)
                if content is None or Path(member.name).name != member.name:
                    raise SystemExit(f"{part} holds more than plain files: {member.name}")
                (folder / member.name).write_bytes(content.read())
                files += 1
    return files


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("split", "join"):
        command = commands.add_parser(name)
        command.add_argument("source", type=Path)
        command.add_argument("target", type=Path)
    commands.choices["split"].add_argument("--megabytes", type=float, default=55.0)
    given = parser.parse_args(arguments)
    if given.command == "join":
        print(f"{join(given.source, given.target)} files in {given.target}")
        return
    for part in split(given.source, given.target, int(given.megabytes * MEGABYTE)):
        print(f"{part}: {part.stat().st_size / MEGABYTE:.1f} MB")


if __name__ == "__main__":
    main()
