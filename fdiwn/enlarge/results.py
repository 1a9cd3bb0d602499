"""What an enlargement was, as the command line, the window and the file's metadata state it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.names import APP_NAME, VERSION
from fdiwn.models.model_file import model_sha256
from fdiwn.pixels.picture import StoredPicture


@dataclass(frozen=True)
class Enlargement:
    """An enlarged picture on disk, and how it was made.

    model: its name, or several joined by " + ". device, backend, precision: where the network ran
    in the end. steps: the scales it was run at, one after the other. factor: of the sides.
    fidelity_psnr (dB), fidelity_max_difference (of 255): see `fdiwn.enlarge.fidelity`. notes: what
    had to be tried before that worked, and what else the user should know.
    """

    stored: StoredPicture
    model: str
    device: str
    backend: str
    precision: str
    seconds: float
    steps: tuple[int, ...]
    factor: float
    fidelity_psnr: float
    fidelity_max_difference: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class UpscaleResult:
    """One finished file, as the command line reports it. Sizes are (width, height).

    scale: how many times larger the sides are. The rest as in `Enlargement`.
    """

    input: str
    output: str
    input_size: tuple[int, int]
    output_size: tuple[int, int]
    model: str
    scale: float
    steps: tuple[int, ...]
    device: str
    backend: str
    precision: str
    statistics: str
    quality: str
    seconds: float
    megapixels_per_second: float
    fidelity_psnr: float
    fidelity_max_difference: float
    notes: tuple[str, ...]


def provenance(models: list[Path], factor: float) -> str:
    """What the metadata of a result say about how it was made."""
    named = (f"{path.stem} (sha256 {model_sha256(path)[:12]})" for path in dict.fromkeys(models))
    return f"{APP_NAME} {VERSION}, model {' + '.join(named)}, x{factor:.4g}"
