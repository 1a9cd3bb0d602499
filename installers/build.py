"""Makes the packages of this system, from a checkout to checked files with their sums.

    python -m installers.build [--target deb,portable] [--out dist] [--work build/installers]
                               [--with-paper-models] [--offline-dir DIR] [--cuda]

models -> environment -> PyInstaller -> checks -> self-test -> packages -> SHA256SUMS.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fdiwn.api.errors import FdiwnError
from fdiwn.api.files import file_sha256
from installers import fetch_models, freeze
from installers.errors import PackagingError
from installers.freeze import ROOT
from installers.linux import deb, portable
from installers.linux.releases import build_epoch

Packager = Callable[[Path, Path, Path, int], Path]
TARGETS: dict[str, Packager] = {"deb": deb.build, "portable": portable.build}
CUDA_TARGETS: dict[str, Packager] = {"portable": partial(portable.build, variant="-cuda")}
"""With PyTorch for CUDA. No .deb: what NVIDIA's libraries need of Debian has not been looked at."""
DEB_LIMIT = 380_000_000
"""Bytes that the .deb may have."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the packages of this system.")
    parser.add_argument("--target", help="of: " + ", ".join(TARGETS) + "; all if left out")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "installers")
    parser.add_argument("--with-paper-models", action="store_true")
    parser.add_argument("--offline-dir", type=Path, metavar="DIR", help="the authors' models")
    parser.add_argument("--cuda", action="store_true", help="PyTorch for CUDA; portable alone")
    arguments = parser.parse_args()
    targets = CUDA_TARGETS if arguments.cuda else TARGETS
    wanted = arguments.target.split(",") if arguments.target else list(targets)
    if unknown := sorted(set(wanted) - targets.keys()):
        parser.error(f"no such target: {', '.join(unknown)}")
    work = arguments.work.resolve()
    try:
        build(
            wanted,
            arguments.out.resolve(),
            work / "cuda" if arguments.cuda else work,
            arguments.with_paper_models,
            arguments.offline_dir,
            arguments.cuda,
        )
    except FdiwnError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    return 0


def build(
    wanted: list[str],
    out: Path,
    work: Path,
    with_paper_models: bool,
    offline: Path | None,
    cuda: bool = False,
) -> None:
    """Raises FdiwnError; then nothing new is in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    print("Gathering the models ...", flush=True)
    models = work / "models"
    fetch_models.gather(models, with_paper_models, offline)
    print("Freezing; this takes minutes ...", flush=True)
    frozen = freeze.freeze(freeze.environment(work, cuda), models, work, cuda)
    print(freeze.table(frozen.folder))
    freeze.self_test(frozen.folder, work / "self-test.json")
    made, epoch = [], build_epoch()
    targets = CUDA_TARGETS if cuda else TARGETS
    for name in wanted:
        print(f"Packing: {name} ...", flush=True)
        made.append(targets[name](frozen.folder, work, out, epoch))
        print(f"{made[-1]}: {made[-1].stat().st_size:,} bytes", flush=True)
    for path in made:
        if path.suffix == ".deb" and path.stat().st_size > DEB_LIMIT:
            raise PackagingError(f"{path.name} is too large", f"{DEB_LIMIT:,} bytes are allowed")
    write_sums(out)


def write_sums(folder: Path) -> None:
    """SHA256SUMS of everything in it, for ``sha256sum --check``."""
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != "SHA256SUMS":
            lines.append(f"{file_sha256(path)}  {path.name}\n")
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
