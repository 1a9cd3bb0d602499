"""Enlarges one picture in memory into a raw file: models, back ends, steps, fallbacks."""

from __future__ import annotations

import time
from collections import OrderedDict
from contextlib import closing
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from fdiwn.api.catalog import find_model, wrong_scale
from fdiwn.api.errors import (
    DeviceFault,
    EngineError,
    FaultyTile,
    ModelNotFound,
    OutOfMemory,
    WeightsError,
)
from fdiwn.api.options import SCALES, UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.results import UpscaleResult
from fdiwn.api.sizing import Factor, SizePlan, plan
from fdiwn.backends.choice import Place, choose, place_of
from fdiwn.backends.contract import Backend, Prepares, Releases, Shape
from fdiwn.backends.faults import engine_errors
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.cascade import PARTS, bytes_needed, run_cascade
from fdiwn.enlarge.fallback import Attempt, manner_of, next_attempt
from fdiwn.enlarge.fidelity import Fidelity, compare, concerns
from fdiwn.enlarge.statistics import SAMPLE_CUT, SAMPLE_SIDE, SAMPLES
from fdiwn.enlarge.tile_loop import Known, enlarge
from fdiwn.models.model_file import provenance
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.pixels.finish import finish_stored
from fdiwn.pixels.picture import Enlargement, Picture, StoredPicture
from fdiwn.pixels.raw_file import mapped_pixels, open_canvas, refuse_without_room, stored_as

ROWS = "enlarged.rows"
_KEPT_BACKENDS = 2
"""As many as the steps of one enlargement use in turn; each holds some hundred MB of graphs."""


class Upscaler:
    """Enlarges pictures; the back ends used last stay open for the next picture.

    cache: measurements from a preview are reused. should_stop: polled while a third-party network
    is examined, which may never end. graphs_apart: see `fdiwn.models.opening.open_backend`.
    """

    def __init__(
        self,
        cache: PictureCache | None = None,
        should_stop: ShouldStop = never,
        graphs_apart: bool = False,
    ) -> None:
        self.cache = cache or PictureCache()
        self._should_stop, self._graphs_apart = should_stop, graphs_apart
        self._models: dict[tuple[Path, int], ModelFile] = {}
        self._backends: OrderedDict[tuple[Path, int, Place], Backend] = OrderedDict()

    def model(self, path: Path) -> ModelFile:
        """A model file; reread only if it has changed. Raises WeightsError."""
        key = (path, path.stat().st_mtime_ns)
        if key not in self._models:
            self._models[key] = ModelFile(path, self._should_stop)
        return self._models[key]

    def backend(self, path: Path, place: Place, scale: int | None = None) -> Backend:
        """Opens a model file at a place.

        scale: the ordered one; some files state theirs only when opened. Raises WeightsError for a
        file that is not a network, or made for another scale.
        """
        model, key = self.model(path), (path, path.stat().st_mtime_ns, place)
        if key not in self._backends:
            with engine_errors(place.device):
                self._backends[key] = open_backend(
                    model, place, self._should_stop, self._graphs_apart
                )
        self._backends.move_to_end(key)
        self._keep(_KEPT_BACKENDS)
        backend = self._backends[key]
        if scale is not None and backend.scale != scale:
            raise wrong_scale(path, scale, backend.scale)
        return backend

    def release(self) -> None:
        """Releases the memory that back ends hold between two pictures, and all but the last one;
        none may be running."""
        self._keep(1)
        for backend in self._backends.values():
            if isinstance(backend, Releases):
                backend.release()

    def _keep(self, most: int) -> None:
        while len(self._backends) > most:
            self._backends.popitem(last=False)

    def open(self, options: UpscaleOptions) -> Backend:
        """The back end for the first step with these options; for an ordered size, a guess without
        the picture. Raises WeightsError or EngineError."""
        place = choose(options.device, options.backend, options.precision)
        scale = options.scale if options.size is None else self._scales(options.model)[-1]
        return self.backend(find_model(options.model, scale), place, scale)

    def warm(self, options: UpscaleOptions, window: Shape | None = None) -> None:
        """Preloads what enlarging with these options starts with, without a picture.

        Loads the model and what measures the sample of a large picture, and, if their shape is
        known, what enlarges windows (1, 3, H, W). Takes seconds; may run on a background thread,
        but nobody else may use this object meanwhile. Raises WeightsError or EngineError.
        """
        backend = self.open(options)
        if isinstance(backend, Prepares):
            if window is not None:
                backend.prepare(window)
            backend.load_measuring((SAMPLES, 3, SAMPLE_SIDE, SAMPLE_SIDE), (SAMPLE_CUT, SAMPLE_CUT))

    def known(self, origin: Picture | None, depth: str, model: Path, place: Place) -> Known | None:
        """The measurements of a picture as it was read; None if none are kept.

        depth: "uint8" or "uint16", of the network's input.
        """
        if origin is None:
            return None
        return self.cache.known(origin, (depth, model, model.stat().st_mtime_ns, place))

    def plan(self, picture: Picture, options: UpscaleOptions) -> SizePlan:
        """Plans the result's size and steps. Raises SizeError or WeightsError."""
        return self.plan_for((picture.width, picture.height), options)

    def plan_for(self, size: tuple[int, int], options: UpscaleOptions) -> SizePlan:
        """The same for a width and a height in pixels."""
        if options.size is None:
            return plan(*size, Factor(Fraction(options.scale)), (options.scale,))
        return plan(*size, options.size, self._scales(options.model))

    def _scales(self, model: str | None) -> tuple[int, ...]:
        """The scales available for the steps: all, or that of the chosen model."""
        if model is None:
            return SCALES
        *others, last = SCALES
        for scale in others:
            try:
                return (self.model(find_model(model, scale)).scale,)
            except ModelNotFound:
                raise
            except WeightsError:
                continue  # made for another scale
        return (self.model(find_model(model, last)).scale,)

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress | None = None,
        should_stop: ShouldStop = never,
    ) -> Enlargement:
        """Enlarges into a file in the existing folder ``scratch``.

        If the network fails, `fdiwn.enlarge.fallback` chooses the next attempt, from the start of
        that step. Raises SizeError, WeightsError, EngineError, OutputError (disk full) or
        Cancelled; the files are then deleted.
        """
        started = time.perf_counter()
        way = self.plan(picture, options)
        refuse_without_room(scratch, bytes_needed(picture, way))
        stored = stored_as(scratch / ROWS, picture, (way.width, way.height))
        if way.density is not None:
            density = (way.density, way.density)
            stored = replace(stored, metadata=replace(stored.metadata, density=density))
        ran: list[Ran] = []

        def step(part: Picture, scale: int, to: StoredPicture, report: Progress | None) -> None:
            first = picture if not ran else None
            ran.append(self._step(part, options, scale, to, report, should_stop, first))

        how = options.finish
        if how.strength:
            report = _share(on_progress, 0, _BEFORE_FINISH) if how.changes else on_progress
            run_cascade(picture, way, stored, step, report, should_stop)
            fidelity = _fidelity(picture, stored, should_stop)
        if how.changes:
            report = _share(on_progress, _BEFORE_FINISH if how.strength else 0, PARTS)
            finish_stored(stored, picture.pixels, how, report, should_stop)
        if not how.strength:
            fidelity = _fidelity(picture, stored, should_stop)
        used = [find_model(options.model, n) for n in way.steps] if ran else []
        made_by = provenance(used, float(way.factor), how)
        stored = replace(stored, metadata=replace(stored.metadata, provenance=made_by))
        place, notes = ran[-1].place if ran else BICUBIC, [n for each in ran for n in each.notes]
        result = UpscaleResult(
            input_size=(picture.width, picture.height),
            output_size=(stored.width, stored.height),
            model=" + ".join(dict.fromkeys(each.model for each in ran)) or "bicubic",
            scale=round(float(way.factor), 4),
            steps=way.steps,
            device=place.device,
            backend=place.backend,
            precision=place.precision,
            statistics=options.statistics,
            quality=options.quality,
            seconds=time.perf_counter() - started,
            fidelity_psnr=fidelity.psnr,
            fidelity_max_difference=fidelity.max_difference,
            finish=how.notes,
            notes=(*dict.fromkeys(notes), *way.notes, *(concerns(fidelity) if ran else ())),
        )
        return Enlargement(stored, result)

    def _step(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scale: int,
        stored: StoredPicture,
        on_progress: Progress | None,
        should_stop: ShouldStop,
        origin: Picture | None,
    ) -> Ran:
        """One enlargement by a scale of the network, with as many attempts as needed.

        origin: the picture that was read, for the first step.
        """
        path = find_model(options.model, scale)
        attempt: Attempt | None = Attempt(
            choose(options.device, options.backend, options.precision)
        )
        notes: list[str] = []
        failure: EngineError | None = None
        while attempt is not None:
            try:
                backend = self.backend(path, attempt.place, scale)
                if failure is not None:
                    again = replace(attempt, place=place_of(backend))
                    notes.append(f"{failure.what}: {failure.why}; computed again in {again}")
                    failure = None
                with engine_errors(attempt.place.device):
                    manner = manner_of(options, picture, attempt)
                known = self.known(origin, picture.pixels.dtype.name, path, attempt.place)
                blocks = enlarge(backend, picture.pixels, manner, on_progress, should_stop, known)
                with closing(blocks), open_canvas(stored) as canvas:
                    for box, block in blocks:
                        canvas.place(box, block)
                break
            except (OutOfMemory, DeviceFault, FaultyTile) as error:
                attempt, failure = next_attempt(attempt, error), error
                if attempt is None:
                    raise
        return Ran(path.stem, place_of(backend), [*notes, *backend.notes])


@dataclass(frozen=True)
class Ran:
    """One finished step: its model, place, and failed attempts."""

    model: str
    place: Place
    notes: list[str]


BICUBIC = Place("cpu", "numpy", "float32")
"""Of a result without the network, at strength 0."""
_BEFORE_FINISH = 950
"""Of PARTS, for the steps of an enlargement that is finished afterwards."""


def _share(on_progress: Progress | None, first: int, last: int) -> Progress | None:
    """Reports a part of the whole, from ``first`` to ``last`` of PARTS."""
    if on_progress is None:
        return None
    return lambda done, total: on_progress(
        first + round((last - first) * done / max(1, total)), PARTS
    )


def _fidelity(picture: Picture, stored: StoredPicture, should_stop: ShouldStop) -> Fidelity:
    try:
        with mapped_pixels(stored) as pixels:
            return compare(picture.pixels, pixels, should_stop)
    except BaseException:
        stored.path.unlink(missing_ok=True)
        raise
