"""One picture from file to file: read, enlarge, write."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fdiwn.backends.choice import Place, choose, open_backend
from fdiwn.backends.contract import Backend, never
from fdiwn.backends.faults import engine_errors
from fdiwn.canvas import open_canvas, stored_as
from fdiwn.codec import check_target, read_picture, write_picture
from fdiwn.engine import Manner, enlarge
from fdiwn.errors import DeviceFault, EngineError, FaultyTile, OutOfMemory, OutputError
from fdiwn.formats import WRITABLE
from fdiwn.held_folder import work_folder
from fdiwn.ladder import Attempt, next_attempt
from fdiwn.memory import available_memory, pass_bytes, window_area
from fdiwn.models_table import find_model
from fdiwn.network import FDIWN
from fdiwn.options import MIN_TILE, Progress, ShouldStop, UpscaleOptions
from fdiwn.orientation import ALL_EIGHT
from fdiwn.picture import Picture, StoredPicture
from fdiwn.weights import load_network

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


def default_target(source: Path, scale: int, directory: Path | None = None) -> Path:
    """``<stem>_<scale>x<suffix>`` beside the source or in ``directory``; PNG where it must."""
    suffix = source.suffix if source.suffix.lower() in WRITABLE else ".png"
    return (directory or source.parent) / f"{source.stem}_{scale}x{suffix}"


@contextmanager
def _scratch_folder(target: Path) -> Iterator[Path]:
    """A hidden folder beside the target, gone afterwards."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(work_folder(target.parent))
        except OSError as exc:
            raise OutputError(
                f"{target} cannot be written", exc.strerror or str(exc), "Choose another folder."
            ) from exc
        yield folder


def refuse_existing(source: Path, target: Path, overwrite: bool) -> None:
    """Raises OutputError where something of the target's name exists and may not be replaced.

    That the target is the picture itself, by the same name, a link or a hard link, is said. With
    ``overwrite`` it may be: what has this name is replaced after the result is complete, and what
    has another name, at the other end of a link, is not touched.
    """
    if overwrite:
        return
    try:
        if not os.path.lexists(target):  # also true of a link that leads nowhere
            return
        same = source.exists() and target.exists() and source.samefile(target)
    except (OSError, ValueError):
        return  # not a name at all: reading or `check_target` says why
    what = f"{target} is the picture itself" if same else f"{target} exists already"
    raise OutputError(what, todo="Choose another name, or use --overwrite.")


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
    `fdiwn.errors`; nothing unfinished stays, and ``source`` is never touched. Only where it is the
    target as well, and ``overwrite`` is set, it is replaced once the result is complete.
    """
    started = time.perf_counter()
    refuse_existing(source, target, overwrite)
    picture = read_picture(source, options.limits)
    size = (picture.width * options.scale, picture.height * options.scale)
    check_target(target, *size, picture.bands)
    with _scratch_folder(target) as scratch:
        done = upscaler.enlarge(picture, options, scratch, on_progress, should_stop)
        left_out = write_picture(done.stored, target)
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
        notes=(*picture.metadata.notes, *done.notes, *left_out),
    )
