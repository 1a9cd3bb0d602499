"""Checks and removes installed models: hashes, verification, removal. Imports nothing heavy."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fdiwn.api.catalog import InstalledModel, ModelInfo, read_metadata
from fdiwn.api.errors import WeightsError
from fdiwn.api.files import file_sha256
from fdiwn.api.resources import resource

GET_AGAIN = "Fetch or import the model again."


def model_sha256(path: Path) -> str:
    """SHA-256 of a model's file in hexadecimal. Raises WeightsError if it cannot be read."""
    try:
        return file_sha256(path)
    except OSError as exc:
        raise cannot_read(path, exc) from exc


def cannot_read(path: Path, exc: OSError) -> WeightsError:
    """The error for a model file that cannot be read."""
    return WeightsError(f"The model {path} cannot be read", exc.strerror or str(exc))


def verify_model(info: ModelInfo, path: Path) -> None:
    """Raise WeightsError unless the file is intact, byte for byte.

    Models of the table are checked by their SHA-256, others by the hash of the payload in their own
    header.
    """
    if info.sha256:
        sound = model_sha256(path) == info.sha256
    else:
        expected = (read_metadata(path) or {}).get("payload_sha256")
        sound = expected == _payload_sha256(path)
    if not sound:
        raise WeightsError(f"The model {info.name} is damaged", f"{path} was changed", GET_AGAIN)


def removable(model: InstalledModel) -> bool:
    """Whether it was added by the user; models that come with the program stay."""
    return model.path.parent != resource("weights")


def remove_model(model: InstalledModel) -> None:
    """Delete the file of a model that was added. Raises WeightsError."""
    what = f"The model {model.info.name} was not removed"
    if not removable(model):
        raise WeightsError(what, "it is a part of this program")
    try:
        model.path.unlink(missing_ok=True)
    except OSError as exc:
        why = exc.strerror or str(exc)
        raise WeightsError(what, why, f"Delete {model.path} yourself.") from exc


def _payload_sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(8 + int.from_bytes(file.read(8), "little"))
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, OverflowError) as exc:
        raise WeightsError(f"The model {path} cannot be read", str(exc), GET_AGAIN) from exc
