"""Model files: atomic, reproducible writing, and the note about them in results."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from fdiwn.api.catalog import MODELS, ModelInfo
from fdiwn.api.errors import WeightsError
from fdiwn.api.files import write_whole
from fdiwn.api.finishing import AS_MADE, Finish
from fdiwn.api.model_care import model_sha256
from fdiwn.api.names import APP_NAME, VERSION

SCALES_BY_CHANNELS = {12: 2, 27: 3, 48: 4}
"""The scale from the output channels of the last layer, ``up1.weight``: 3 colours times scale^2."""


def provenance(models: list[Path], factor: float, finish: Finish = AS_MADE) -> str:
    """The note in the metadata of results: the models used, none for bicubic alone, and more."""
    named = (f"{path.stem} (sha256 {model_sha256(path)[:12]})" for path in dict.fromkeys(models))
    made_by = f"model {' + '.join(named)}" if models else "bicubic"
    return ", ".join((f"{APP_NAME} {VERSION}", made_by, f"x{factor:.4g}", *finish.notes))


Stored = tuple[str, list[int], bytes]
"""A tensor: type by safetensors' name, shape, and bytes in C order, little-endian."""


def serialise(tensors: Mapping[str, Stored], metadata: Mapping[str, str]) -> bytes:
    """The bytes of a safetensors file. The library's own writer puts the metadata in varying order,
    so that hashes of whole files would be useless."""
    entries: dict[str, object] = {}
    payload = bytearray()
    for name in sorted(tensors):
        dtype, shape, data = tensors[name]
        offsets = [len(payload), len(payload) + len(data)]
        entries[name] = {"dtype": dtype, "shape": shape, "data_offsets": offsets}
        payload += data
    hashed = {**metadata, "payload_sha256": hashlib.sha256(payload).hexdigest()}
    header = json.dumps({"__metadata__": dict(sorted(hashed.items())), **entries}).encode()
    header += b" " * (-len(header) % 8)  # the payload starts on a multiple of 8
    return len(header).to_bytes(8, "little") + header + payload


def write_atomically(path: Path, content: bytes, replaces: bool = True) -> None:
    """replaces: an existing file may be replaced. Raises WeightsError."""
    try:
        write_whole(path, content, replaces)
    except FileExistsError as exc:
        raise _not_imported(path, f"a model of this name has appeared meanwhile, {path}") from exc
    except OSError as exc:
        raise cannot_write(path, exc) from exc


def make_folder(target: Path) -> None:
    """The models folder, created if missing. Raises WeightsError."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise cannot_write(target, exc) from exc


def cannot_write(path: Path, exc: OSError) -> WeightsError:
    todo = "Make room, or choose a folder that you may write to with FDIWN_MODELS_DIR."
    return WeightsError(f"The model {path} cannot be written", exc.strerror or str(exc), todo)


def refuse_taken_name(info: ModelInfo | None, target: Path, same: tuple[str, ...]) -> None:
    """Refuses other content under a name of the table or of an existing model.

    same: the SHA-256 of files that may exist already. Raises WeightsError.
    """
    if info is not None:
        return
    if any(target.name == known.file for known in MODELS):
        why = "it has the name of a published model, but not its content"
    elif target.exists() and model_sha256(target) not in same:
        why = f"there is another model of this name, {target}"
    else:
        return
    raise _not_imported(target, why)


def _not_imported(target: Path, why: str) -> WeightsError:
    return WeightsError(f"The model {target.stem} was not imported", why, "Rename the file first.")
