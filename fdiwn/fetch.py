"""Downloading a model of the table, checked against its size and SHA-256.

The transfer goes to ``<name>.part`` in the models folder (`fdiwn.transfer` says when that stays).
Under the model's own name only a complete, checked file ever appears.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from fdiwn.errors import DownloadError, WeightsError
from fdiwn.models_table import ModelInfo
from fdiwn.options import ShouldStop
from fdiwn.transfer import OnBytes, transfer
from fdiwn.weights import import_checkpoint, verify_model


def fetch(
    info: ModelInfo,
    directory: Path,
    on_progress: OnBytes | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Download a model into ``directory`` and return its file there.

    A model that is already there and sound is not downloaded again. Raises DownloadError,
    WeightsError if the model cannot be stored, or Cancelled.
    """
    if info.origin is None:
        raise DownloadError(f"{info.name} cannot be downloaded", "it comes with the program")
    target = directory / info.file
    if _is_sound(info, target):
        return target
    part = directory / f"{info.name}.part"
    report = on_progress or (lambda done, total: None)
    stop = should_stop or (lambda: False)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        transfer(info.name, info.origin, part, report, stop)
        stored = import_checkpoint(part, directory)
    except OSError as exc:  # of this computer; those of the network are translated already
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise DownloadError(
            f"{info.name} could not be downloaded",
            exc.strerror or str(exc),
            f"Make room in {directory}, or make it writable.",
        ) from exc
    except WeightsError:
        part.unlink(missing_ok=True)
        raise
    part.unlink(missing_ok=True)
    return stored


def _is_sound(info: ModelInfo, target: Path) -> bool:
    if not target.is_file():
        return False
    try:
        verify_model(info, target)
    except WeightsError:
        return False
    return True
