"""Files of third-party networks, and their bytes. Loads neither PyTorch nor OpenVINO.

Such a file is used directly, or from the models folder, where its bytes are stored in a safetensors
file as one tensor, with the network's traits in the header, so that it is listed, checked and
chosen like any model.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from safetensors import SafetensorError, safe_open

from fdiwn.api.catalog import read_metadata
from fdiwn.api.errors import WeightsError
from fdiwn.api.model_care import cannot_read

ONNX, TORCHSCRIPT, EXPORT = "onnx", "torchscript", "torch.export"
KINDS = (ONNX, TORCHSCRIPT, EXPORT)
KIND_ENTRY, TENSOR = "network", "file"
_SIZE_LIMIT = 1 << 31  # bytes


def kind_of(path: Path) -> str | None:
    """One of KINDS, or None for anything else, including files of FDIWN.

    Archives are recognised by their contents, ONNX by its ending, as it has no signature.
    """
    metadata = read_metadata(path)
    if metadata is not None:
        stated = metadata.get(KIND_ENTRY)
        return stated if stated in KINDS else None
    if path.suffix.lower() == ".onnx":
        return ONNX
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    inside = {name.partition("/")[2] for name in names}
    if "archive_format" in inside or "serialized_exported_program.json" in names:
        return EXPORT
    if "constants.pkl" in inside and any(name.startswith("code/") for name in inside):
        return TORCHSCRIPT
    return None


def network_bytes(path: Path) -> bytes:
    """The network's own file, from either place. Raises WeightsError."""
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            raise WeightsError(f"{path} is not used", f"it has {path.stat().st_size:,} bytes")
        if read_metadata(path) is None:
            return path.read_bytes()
        with safe_open(path, framework="numpy") as file:
            content: bytes = file.get_tensor(TENSOR).tobytes()
    except OSError as exc:
        raise cannot_read(path, exc) from exc
    except SafetensorError as exc:
        raise WeightsError(
            f"{path} is not a model", "it is damaged", "Import the model again."
        ) from exc
    return content


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Raises ValueError for an archive that readers may interpret differently, or that unpacks to
    more than any network; zipfile's errors for files that are no archives.

    PyTorch's own reader ignores upper and lower case in names.
    """
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = [name.casefold() for name in archive.namelist()]
    if not names or len(set(names)) != len(names):
        raise ValueError("its archive holds nothing, or two files of one name")
    if sum(entry.file_size for entry in archive.infolist()) > _SIZE_LIMIT:
        raise ValueError("its archive holds too much")
    return archive
