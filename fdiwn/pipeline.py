"""One picture from file to file: read, enlarge, write."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fdiwn.backends.choice import choose, open_backend
from fdiwn.codec import check_target, read_picture, write_picture
from fdiwn.engine import TileEngine, enlarge_rows, never
from fdiwn.errors import OutputError
from fdiwn.formats import WRITABLE
from fdiwn.models_table import find_model
from fdiwn.options import Progress, ShouldStop, UpscaleOptions
from fdiwn.picture import Picture, StoredPicture
from fdiwn.weights import load_network

ROWS = "enlarged.rows"


@dataclass(frozen=True)
class Enlargement:
    """An enlarged picture on disk, and how it was made."""

    stored: StoredPicture
    model: str
    device: str
    backend: str
    seconds: float


@dataclass(frozen=True)
class UpscaleResult:
    """One finished file, as the command line reports it. Sizes are (width, height)."""

    input: str
    output: str
    input_size: tuple[int, int]
    output_size: tuple[int, int]
    model: str
    scale: int
    device: str
    backend: str
    seconds: float
    megapixels_per_second: float
    notes: tuple[str, ...]


class Upscaler:
    """Enlarges pictures; keeps each network it has loaded, so that the next file finds it ready."""

    def __init__(self) -> None:
        self._engines: dict[tuple[Path, int, str, str], TileEngine] = {}

    def engine(self, path: Path, options: UpscaleOptions) -> TileEngine:
        """The engine of a model file; loaded again only if the file has changed.

        Raises WeightsError for a file that is no FDIWN, EngineError for a device not there.
        """
        device, backend = choose(options.device, options.backend)
        key = (path, path.stat().st_mtime_ns, device, backend)
        if key not in self._engines:
            self._engines[key] = TileEngine(open_backend(load_network(path), device, backend))
        return self._engines[key]

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress | None = None,
        should_stop: ShouldStop = never,
    ) -> Enlargement:
        """Enlarges into a file in the folder ``scratch``, which must exist.

        Raises WeightsError, EngineError, OutputError (disk full) or Cancelled; the file is then
        gone.
        """
        started = time.perf_counter()
        path = find_model(options.model, options.scale)
        engine = self.engine(path, options)
        rows = scratch / ROWS
        try:
            with rows.open("wb") as file:
                for strip in enlarge_rows(
                    engine, picture.pixels, options.tile, on_progress, should_stop
                ):
                    file.write(strip.tobytes())
        except OSError as exc:
            rows.unlink(missing_ok=True)
            raise OutputError(
                f"No room for the result in {scratch}",
                exc.strerror or str(exc),
                "Free some space on the disk, or choose another folder.",
            ) from exc
        except BaseException:
            rows.unlink(missing_ok=True)
            raise
        stored = StoredPicture(
            path=rows,
            width=picture.width * options.scale,
            height=picture.height * options.scale,
            bands=picture.bands,
            dtype=picture.pixels.dtype.name,
            metadata=picture.metadata,
        )
        seconds = time.perf_counter() - started
        backend = engine.backend
        return Enlargement(stored, path.stem, backend.device, backend.name, seconds)


def default_target(source: Path, scale: int, directory: Path | None = None) -> Path:
    """``<stem>_<scale>x<suffix>`` beside the source or in ``directory``; PNG where it must."""
    suffix = source.suffix if source.suffix.lower() in WRITABLE else ".png"
    return (directory or source.parent) / f"{source.stem}_{scale}x{suffix}"


@contextmanager
def _scratch_folder(target: Path) -> Iterator[Path]:
    """A hidden folder beside the target, gone afterwards."""
    try:
        folder = Path(
            tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        )
    except OSError as exc:
        raise OutputError(
            f"{target} cannot be written", exc.strerror or str(exc), "Choose another folder."
        ) from exc
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def refuse_existing(source: Path, target: Path, overwrite: bool) -> None:
    """Raises OutputError where the target is the source, or exists and may not be replaced."""
    if not target.exists():
        return
    if source.exists() and source.samefile(target):
        raise OutputError(
            f"{target} is the picture itself",
            "the original is never replaced",
            "Choose another name.",
        )
    if not overwrite:
        raise OutputError(
            f"{target} exists already", todo="Choose another name, or use --overwrite."
        )


def upscale_file(
    source: Path,
    target: Path,
    options: UpscaleOptions,
    *,
    upscaler: Upscaler,
    overwrite: bool = False,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> UpscaleResult:
    """Reads ``source``, enlarges it, and writes ``target`` in one go under its final name.

    Everything that can be refused is refused before computing. Raises the errors of
    `fdiwn.errors`; ``source`` is never touched and nothing unfinished stays.
    """
    started = time.perf_counter()
    refuse_existing(source, target, overwrite)
    picture = read_picture(source)
    size = (picture.width * options.scale, picture.height * options.scale)
    check_target(target, *size, picture.bands)
    with _scratch_folder(target) as scratch:
        done = upscaler.enlarge(picture, options, scratch, on_progress, should_stop)
        write_picture(done.stored, target)
    seconds = time.perf_counter() - started
    return UpscaleResult(
        input=str(source),
        output=str(target),
        input_size=(picture.width, picture.height),
        output_size=size,
        model=done.model,
        scale=options.scale,
        device=done.device,
        backend=done.backend,
        seconds=round(seconds, 3),
        megapixels_per_second=round(size[0] * size[1] / 1e6 / seconds, 4),
        notes=picture.metadata.notes,
    )
