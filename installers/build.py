"""Makes the packages of this system, from a checkout to checked files with their sums.

    python -m installers.build [--target deb,portable] [--out dist] [--work build/installers]
                               [--with-paper-models] [--offline-dir DIR]

models -> environment -> PyInstaller -> checks -> self-test -> packages -> SHA256SUMS.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fdiwn.errors import FdiwnError
from installers import fetch_models, freeze
from installers.freeze import ROOT, BuildFailed
from installers.linux import deb, portable

Packager = Callable[[Path, Path, Path, int], Path]
TARGETS: dict[str, Packager] = {"deb": deb.build, "portable": portable.build}
DEB_LIMIT = 380_000_000
"""Bytes that the .deb may have."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the packages of this system.")
    parser.add_argument("--target", default=",".join(TARGETS), help="of: " + ", ".join(TARGETS))
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "installers")
    parser.add_argument("--with-paper-models", action="store_true")
    parser.add_argument("--offline-dir", type=Path, metavar="DIR", help="the authors' models")
    arguments = parser.parse_args()
    wanted = arguments.target.split(",")
    if unknown := sorted(set(wanted) - TARGETS.keys()):
        parser.error(f"no such target: {', '.join(unknown)}")
    try:
        build(
            wanted,
            arguments.out.resolve(),
            arguments.work.resolve(),
            arguments.with_paper_models,
            arguments.offline_dir,
        )
    except (BuildFailed, FdiwnError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    return 0


def build(
    wanted: list[str], out: Path, work: Path, with_paper_models: bool, offline: Path | None
) -> None:
    """Raises BuildFailed or FdiwnError; then nothing new is in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    print("Gathering the models ...", flush=True)
    models = work / "models"
    fetch_models.gather(models, with_paper_models, offline)
    print("Freezing; this takes minutes ...", flush=True)
    frozen = freeze.freeze(freeze.environment(work), models, work)
    print(freeze.table(frozen.folder))
    freeze.self_test(frozen.folder, work / "self-test.json")
    made = []
    for name in wanted:
        print(f"Packing: {name} ...", flush=True)
        made.append(TARGETS[name](frozen.folder, work, out, _epoch()))
        print(f"{made[-1]}: {made[-1].stat().st_size:,} bytes", flush=True)
    for path in made:
        if path.suffix == ".deb" and path.stat().st_size > DEB_LIMIT:
            raise BuildFailed(f"{path.name} is larger than {DEB_LIMIT:,} bytes.")
    write_sums(out)


def write_sums(folder: Path) -> None:
    """SHA256SUMS of everything in it, for ``sha256sum --check``."""
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != "SHA256SUMS":
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _epoch() -> int:
    """The date of the packages' content: of the last commit, unless it is given."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BuildFailed("This is no git checkout: say the date with SOURCE_DATE_EPOCH.")
    return int(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
