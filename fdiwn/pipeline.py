"""One picture from file to file: read, enlarge, write."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fdiwn.backends.choice import Place, choose, open_backend
from fdiwn.backends.contract import Backend, never
from fdiwn.backends.faults import engine_errors
from fdiwn.canvas import open_canvas, stored_as
from fdiwn.codec import check_target, read_picture, write_picture
from fdiwn.codec_target import DefaultFormat, default_format
from fdiwn.engine import Manner, enlarge
from fdiwn.errors import DeviceFault, EngineError, FaultyTile, OutOfMemory, OutputError
from fdiwn.ladder import Attempt, next_attempt
from fdiwn.memory import available_memory, pass_bytes, window_area
from fdiwn.models_table import find_model
from fdiwn.names import APP_NAME, VERSION
from fdiwn.network import FDIWN
from fdiwn.options import AS_IT_IS, MIN_TILE, Progress, SaveOptions, ShouldStop, UpscaleOptions
from fdiwn.orientation import ALL_EIGHT
from fdiwn.picture import Picture, StoredPicture
from fdiwn.weights import file_sha256, load_network

ROWS = "enlarged.rows"


@dataclass(frozen=True)
class Enlargement:
    """An enlarged picture on disk, and how it was made.

    device, backend, precision: where the network ran in the end. notes: what had to be tried
    before that worked, for the user.
    """

    stored: StoredPicture
    model: str
    device: str
    backend: str
    precision: str
    seconds: float
    notes: tuple[str, ...] = ()


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
    precision: str
    statistics: str
    quality: str
    seconds: float
    megapixels_per_second: float
    notes: tuple[str, ...]


class Upscaler:
    """Enlarges pictures; keeps each network it has loaded, so that the next file finds it ready."""

    def __init__(self) -> None:
        self._networks: dict[tuple[Path, int], FDIWN] = {}
        self._backends: dict[tuple[Path, int, Place], Backend] = {}

    def backend(self, path: Path, place: Place) -> Backend:
        """A model file at a place; loaded again only if the file has changed.

        Raises WeightsError for a file that is no FDIWN.
        """
        key = (path, path.stat().st_mtime_ns)
        if key not in self._networks:
            self._networks[key] = load_network(path)
        if (*key, place) not in self._backends:
            with engine_errors(place.device):
                self._backends[*key, place] = open_backend(self._networks[key], place)
        return self._backends[*key, place]

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress | None = None,
        should_stop: ShouldStop = never,
    ) -> Enlargement:
        """Enlarges into a file in the folder ``scratch``, which must exist.

        Where the network fails, `fdiwn.ladder` says what is tried next, from the start. Raises
        WeightsError, EngineError, OutputError (disk full) or Cancelled; the file is then gone.
        """
        started = time.perf_counter()
        path = find_model(options.model, options.scale)
        stored = stored_as(scratch / ROWS, picture, options.scale)
        made_by = provenance(path, options.scale)
        stored = replace(stored, metadata=replace(stored.metadata, provenance=made_by))
        attempt: Attempt | None = Attempt(
            choose(options.device, options.backend, options.precision)
        )
        notes: list[str] = []
        while attempt is not None:
            try:
                backend = self.backend(path, attempt.place)
                with engine_errors(attempt.place.device):
                    manner = manner_of(options, picture, attempt)
                blocks = enlarge(backend, picture.pixels, manner, on_progress, should_stop)
                with closing(blocks), open_canvas(stored) as canvas:
                    for box, block in blocks:
                        canvas.place(box, block)
                break
            except (OutOfMemory, DeviceFault, FaultyTile) as error:
                attempt = next_attempt(attempt, error)
                if attempt is None:
                    raise
                notes.append(f"{error.what}: {error.why}; computed again in {attempt}")
        seconds = time.perf_counter() - started
        return Enlargement(
            stored,
            path.stem,
            backend.device,
            backend.name,
            backend.precision,
            seconds,
            tuple(notes),
        )


def provenance(model: Path, scale: float) -> str:
    """What the metadata of a result say about how it was made."""
    digest = file_sha256(model)[:12]
    return f"{APP_NAME} {VERSION}, model {model.stem} (sha256 {digest}), x{scale:g}"


def manner_of(options: UpscaleOptions, picture: Picture, attempt: Attempt) -> Manner:
    """How to cut and measure. Raises EngineError where --statistics whole does not fit."""
    place, shrinks = attempt.place, attempt.shrinks
    cost = pass_bytes(place.backend, place.precision)
    whole = options.statistics == "whole"
    needed, free = picture.width * picture.height * cost, available_memory(place.device)
    if whole and needed > free:
        raise EngineError(
            "The picture is too large for --statistics whole",
            f"one pass takes {needed / 1e9:.0f} GB of memory, and {free / 1e9:.0f} are free",
            "Use --statistics sample",
        )
    tile = options.tile and max(MIN_TILE, options.tile >> shrinks)
    area = window_area(place.device, cost) // 4**shrinks
    if options.quality == "best":
        return Manner(tile, area, whole, ALL_EIGHT, windows=not whole)
    return Manner(tile, area, whole)


def default_target(
    source: Path, scale: int, directory: Path | None = None, save: SaveOptions = AS_IT_IS
) -> Path:
    """``<stem>_<scale>x<suffix>`` beside the source or in ``directory``.

    In the source's format, where that can hold the result.
    """
    suffix = _default_format(source, scale, save).suffix
    return (directory or source.parent) / f"{source.stem}_{scale}x{suffix}"


def _default_format(source: Path, scale: int, save: SaveOptions) -> DefaultFormat:
    return default_format(source, lambda width, height: (width * scale, height * scale), save)


def _note_on_format(source: Path, target: Path, scale: int, save: SaveOptions) -> str:
    """Why a target that has its name from `default_target` is not in the source's format."""
    chosen = _default_format(source, scale, save)
    return chosen.note if target.name == f"{source.stem}_{scale}x{chosen.suffix}" else ""


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
    save: SaveOptions = AS_IT_IS,
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
    picture = read_picture(source, save.convert or "srgb")
    if save.depth == "16":
        picture = picture.in_16_bits()
    size = (picture.width * options.scale, picture.height * options.scale)
    check_target(target, *size, picture.bands, save)
    format_note = _note_on_format(source, target, options.scale, save)
    with _scratch_folder(target) as scratch:
        done = upscaler.enlarge(picture, options, scratch, on_progress, should_stop)
        left_out = write_picture(done.stored, target, save)
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
        precision=done.precision,
        statistics=options.statistics,
        quality=options.quality,
        seconds=round(seconds, 3),
        megapixels_per_second=round(size[0] * size[1] / 1e6 / seconds, 4),
        notes=tuple(filter(None, (*picture.metadata.notes, *done.notes, format_note, *left_out))),
    )
