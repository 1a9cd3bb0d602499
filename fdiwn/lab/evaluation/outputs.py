"""Writes the files of an evaluation atomically."""

from __future__ import annotations

import importlib.util
import secrets
from pathlib import Path

from fdiwn.api.errors import OutputError
from fdiwn.api.files import write_whole
from fdiwn.api.names import DISTRIBUTION

_TODO = "Choose another place."


def write_output(path: Path, content: bytes) -> None:
    """Writes a file atomically, replacing an existing one. Raises OutputError."""
    try:
        write_whole(path, content)
    except (OSError, ValueError) as exc:
        raise _cannot_write(path, exc) from exc


def refuse_unwritable(path: Path) -> None:
    """Raises OutputError if `write_output` could not write; called before measuring."""
    if path.is_dir():
        raise OutputError(f"{path} cannot be written", "it is a folder", "Give a file's name.")
    trial = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        trial.touch()
    except OSError as exc:
        raise _cannot_write(path, exc) from exc
    trial.unlink()


def check_can_plot() -> None:
    """Raises OutputError without matplotlib; called before measuring."""
    if importlib.util.find_spec("matplotlib") is None:
        todo = f"pip install '{DISTRIBUTION}[plots]'"
        raise OutputError("The plot cannot be drawn", "matplotlib is not installed", todo)


def made_folder(path: Path) -> Path:
    """The folder, created if missing. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise OutputError(
            f"{path} cannot be used as a folder", exc.strerror or str(exc), _TODO
        ) from exc
    return path


def _cannot_write(path: Path, exc: OSError | ValueError) -> OutputError:
    reason = exc.strerror if isinstance(exc, OSError) and exc.strerror else str(exc)
    return OutputError(f"{path} cannot be written", reason, _TODO)
