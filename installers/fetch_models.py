"""Gathers the models that go into a bundle, each checked against the lock.

    python -m installers.fetch_models FOLDER [--with-paper-models] [--offline-dir DIR]
    python -m installers.fetch_models --write-lock

``models.lock.json`` is written from `fdiwn.api.catalog`, the one source, for those who want to
see what a bundle holds without reading Python; a test holds the two against each other.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from fdiwn.api.catalog import MODELS, ModelInfo
from fdiwn.api.errors import DownloadError, FdiwnError, ModelNotFound
from fdiwn.api.model_care import model_sha256, verify_model
from fdiwn.models.download import fetch
from fdiwn.models.weights import import_checkpoint

HERE = Path(__file__).resolve().parent
LOCK = HERE / "models.lock.json"
OWN = HERE.parent / "resources" / "weights"
TERMS = "MODELS.txt"
"""Beside the models in a bundle: where each is from, and on which terms."""


def lock() -> list[dict[str, object]]:
    """What the lock says of every model, best first."""
    return [
        {
            "name": info.name,
            "file": info.file,
            "bytes": info.bytes,
            "sha256": info.sha256,
            "licence": info.licence,
            "origin": info.source,
            "download": info.origin
            and {
                "url": info.origin.url,
                "bytes": info.origin.bytes,
                "sha256": info.origin.sha256,
            },
        }
        for info in MODELS
    ]


def gather(folder: Path, with_paper_models: bool, offline: Path | None) -> list[Path]:
    """Puts the models into ``folder``, which is emptied, and the terms beside them.

    offline: a folder with the authors' files, under any name; then nothing is downloaded. Raises
    FdiwnError for what is missing or is not the file of the lock.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    chosen = [info for info in MODELS if info.origin is None or with_paper_models]
    files = [_gather_one(info, folder, offline) for info in chosen]
    (folder / TERMS).write_text(terms(chosen), encoding="utf-8")
    return files


def _gather_one(info: ModelInfo, folder: Path, offline: Path | None) -> Path:
    if info.origin is None:
        target = folder / info.file
        if not (OWN / info.file).is_file():
            raise ModelNotFound(f"{info.file} is not in {OWN}", "", "Take a complete checkout.")
        shutil.copyfile(OWN / info.file, target)
    elif offline is None:
        target = fetch(info, folder)
    else:
        target = import_checkpoint(_find(info, offline), folder)
    verify_model(info, target)
    return target


def _find(info: ModelInfo, offline: Path) -> Path:
    """The file that is the model's origin, by its size and hash."""
    assert info.origin is not None
    for path in sorted(offline.rglob("*")):
        if not path.is_file() or path.stat().st_size != info.origin.bytes:
            continue
        if model_sha256(path) == info.origin.sha256:
            return path
    why = f"no file there has the SHA-256 {info.origin.sha256}"
    raise DownloadError(f"{info.name} is not in {offline}", why, f"Get it from {info.origin.url}")


def terms(models: Sequence[ModelInfo]) -> str:
    """The text beside the models."""
    lines = ["The models in this folder, where they are from, and on which terms they come.", ""]
    for info in models:
        lines += [info.file, f"  {info.source}", f"  licence: {info.licence}"]
        lines += [f"  made from {info.origin.url}"] if info.origin else []
        lines += [f"  sha256 {info.sha256}", ""]
    if any(info.origin for info in models):
        lines += [
            "The authors of the paper have published their models without a licence. They are in",
            "this bundle because whoever built it asked for them, and may not be passed on without",
            "the authors' permission.",
            "",
        ]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--with-paper-models", action="store_true")
    parser.add_argument("--offline-dir", type=Path, metavar="DIR")
    parser.add_argument("--write-lock", action="store_true")
    arguments = parser.parse_args()
    if arguments.write_lock:
        LOCK.write_text(json.dumps(lock(), indent=2) + "\n", encoding="utf-8")
    if arguments.folder is not None:
        try:
            files = gather(arguments.folder, arguments.with_paper_models, arguments.offline_dir)
        except (FdiwnError, OSError) as error:
            print(f"Error: {error}", file=sys.stderr)
            return 1
        print("\n".join(str(file) for file in files))
    return 0


if __name__ == "__main__":
    sys.exit(main())
