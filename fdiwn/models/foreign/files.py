"""Files of third-party networks, and their bytes. Loads neither PyTorch nor OpenVINO.

Such a file is used directly, or from the models folder, where its bytes are stored in a safetensors
file as one tensor, with the network's traits in the header, so that it is listed, checked and
chosen like any model.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from safetensors import SafetensorError, safe_open

from fdiwn.api.catalog import read_metadata
from fdiwn.api.errors import WeightsError
from fdiwn.api.model_care import cannot_read
from fdiwn.models.comparators import FORMAT as OWN_FORMAT

ONNX, TORCHSCRIPT, EXPORT, SPANDREL = "onnx", "torchscript", "torch.export", "spandrel"
"""The last is a file of weights alone, whose network the library of this name may know."""
KINDS = (ONNX, TORCHSCRIPT, EXPORT, SPANDREL)
FORMAT, KIND_ENTRY, TENSOR = "foreign", "network", "file"
_SIZE_LIMIT = 1 << 31  # bytes
_OWN_LAYERS = ("fswgs.", "up1.")
_AUTHORS_LAYER = b"Li1.MY1."
_OLD_WEIGHTS = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
"""What PyTorch before 1.6 writes first."""
_NAMES_WITHIN = 1 << 20  # bytes of a pickle
_UNREADABLE = (
    OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, SafetensorError,
)  # fmt: skip


def kind_of(path: Path) -> str | None:
    """One of KINDS, or None for anything else, including files of FDIWN, of its authors and of
    networks of comparison.

    Files are recognised by their contents, ONNX by its ending, as it has no signature.
    """
    header = stored_header(path)
    if header is not None:
        stated = header.get(KIND_ENTRY)
        return stated if stated in KINDS else None
    if path.suffix.lower() == ".onnx":
        return ONNX
    try:
        with path.open("rb") as file:
            beginning = file.read(_NAMES_WITHIN)
        if is_safetensors(beginning):
            return SPANDREL if _has_others_layers(path) else None
        if beginning.startswith(_OLD_WEIGHTS):
            return _kind_of_weights(beginning)
        with zipfile.ZipFile(path) as archive:
            return _kind_of_archive(archive)
    except _UNREADABLE:
        return None


def stored_header(path: Path) -> dict[str, str] | None:
    """The header of a third-party network in the models folder's form; None for any other file."""
    metadata = read_metadata(path)
    return metadata if metadata is not None and metadata.get("format") == FORMAT else None


def is_safetensors(content: bytes) -> bool:
    """Whether a file that begins so is meant as one."""
    return content[8:9] == b"{"  # a JSON header after 8 bytes of length


def _has_others_layers(path: Path) -> bool:
    if (read_metadata(path) or {}).get("format") == OWN_FORMAT:
        return False
    with safe_open(path, framework="numpy") as file:
        names = file.keys()
    return bool(names) and not any(name.startswith(_OWN_LAYERS) for name in names)


def _kind_of_archive(archive: zipfile.ZipFile) -> str | None:
    names = archive.namelist()
    inside = {name.partition("/")[2]: name for name in names}
    if "archive_format" in inside or "serialized_exported_program.json" in names:
        return EXPORT
    if "constants.pkl" in inside and any(name.startswith("code/") for name in inside):
        return TORCHSCRIPT
    if "data.pkl" not in inside:
        return None
    with archive.open(inside["data.pkl"]) as file:
        return _kind_of_weights(file.read(_NAMES_WITHIN))


def _kind_of_weights(pickled: bytes) -> str | None:
    return None if _AUTHORS_LAYER in pickled else SPANDREL


def network_bytes(path: Path) -> bytes:
    """The network's own file, from either place. Raises WeightsError."""
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            raise WeightsError(f"{path} is not used", f"it has {path.stat().st_size:,} bytes")
        if stored_header(path) is None:
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
