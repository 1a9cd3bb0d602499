"""Live previews: computes the visible part of a result.

Uses the models, place and precision of the whole run, and the same fallbacks. Its back ends are its
own, as a preview is computed while a run has passes in progress.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import replace
from functools import cached_property

import numpy as np

from fdiwn.api.catalog import find_model
from fdiwn.api.errors import DeviceFault, EngineError, FaultyTile, OutOfMemory
from fdiwn.api.finishing import AS_MADE, Finish
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import ShouldStop, never
from fdiwn.api.sizing import SizePlan
from fdiwn.api.tiles import Box, Grid, lines
from fdiwn.backends.choice import choose
from fdiwn.backends.contract import Prepares
from fdiwn.backends.graph_cache import is_first_use
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.fallback import Attempt, next_attempt
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.preview.levels import (
    TILE,
    Given,
    Level,
    Reduced,
    Tiled,
    Windowed,
    measured,
    tile_window,
)
from fdiwn.enlarge.statistics import SAMPLE_CUT, SAMPLE_SIDE, SAMPLES, WHOLE_LIMIT
from fdiwn.enlarge.tile_loop import Known
from fdiwn.pixels.alpha import bled
from fdiwn.pixels.finish import finished_part
from fdiwn.pixels.picture import Picture, Pixels
from fdiwn.pixels.planes import planes_of

_REDUCED_TILE = 256  # output pixels; reducing is independent of the network's tiles
_KEPT_VIEWS = 2


class View:
    """One picture with one set of options: computes any part of its enlargement, before it is
    finished.

    notes: failed attempts, and other information. Raises SizeError or WeightsError, and EngineError
    if there is no preview.
    """

    def __init__(self, upscaler: Upscaler, picture: Picture, options: UpscaleOptions) -> None:
        self._upscaler = upscaler
        self._picture, self._options = picture, options
        self._plan = upscaler.plan(picture, options)
        _refuse(picture, self._plan, options)
        self._deep = not (self._plan.exact and len(self._plan.steps) == 1)
        self._attempt = Attempt(choose(options.device, options.backend, options.precision))
        self._level: Level | None = None
        self._not_kept: Known = {}
        self.grid = _grid(picture, self._plan)
        self.notes: tuple[str, ...] = ()

    @cached_property
    def bled(self) -> Pixels:
        """The picture, with colours under transparent parts replaced."""
        return bled(self._picture.pixels)

    @property
    def device(self) -> str:
        return self._attempt.place.device

    @property
    def precision(self) -> str:
        return self._attempt.place.precision

    def tile(self, box: Box, should_stop: ShouldStop = never) -> Pixels:
        """The enlargement's pixels in ``box``, (h, w, bands), in the depth of the picture.

        Raises Cancelled within one pass of the network, and EngineError if all attempts fail.
        """
        while True:
            try:
                if self._level is None:
                    self._level = self._built(should_stop)
                pixels = self._level.region(box, should_stop)
                break
            except (OutOfMemory, DeviceFault, FaultyTile) as error:
                attempt = next_attempt(self._attempt, error)
                if attempt is None:
                    raise
                self._attempt, self._level = attempt, None
                self.notes += (f"{error.what}: {error.why}; computed again in {attempt}",)
        if pixels.dtype == self._picture.pixels.dtype:
            return pixels
        return ((pixels.astype(np.uint32) + 128) // 257).astype(
            np.uint8
        )  # as `fdiwn.pixels.raw_file`

    def _built(self, should_stop: ShouldStop) -> Level:
        """Builds and measures all levels."""
        picture, plan = self._picture, self._plan
        planes = planes_of(picture.pixels)
        if self._deep and picture.has_alpha:
            picture = picture.in_16_bits()
        shown = self.bled if picture is self._picture else bled(picture.pixels)
        level: Level = Given(shown, self._deep)
        for number, scale in enumerate(plan.steps):
            path = find_model(self._options.model, scale)
            backend = self._upscaler.backend(path, self._attempt.place, scale)
            self.notes = tuple(dict.fromkeys((*self.notes, *backend.notes)))
            if self._options.quality == "best":
                level = Windowed(level, backend, planes)
                continue
            known: Known | None = {}
            if number == 0:
                depth = "uint16" if self._deep else picture.pixels.dtype.name
                known = self._upscaler.known(self._picture, depth, path, self._attempt.place)
            known = self._not_kept if known is None else known
            window = tile_window(level, backend)
            if window is not None and isinstance(backend, Prepares):
                backend.prepare(window)
            statistics = measured(level, backend, planes, known, should_stop)
            level = Tiled(level, backend, planes, statistics)
        if plan.exact:
            return level
        return Reduced(level, plan.width, plan.height, picture.pixels.dtype)


class FinishedView:
    """A view whose parts are finished, as by `fdiwn.pixels.finish`. Raises as `View` does.

    The network's pixels are those of ``view``, which other finishes share: a change of strength is
    seen at once.
    """

    def __init__(self, view: View, how: Finish) -> None:
        self._view, self._how = view, how
        self.grid = view.grid

    @property
    def device(self) -> str:
        return self._view.device

    @property
    def precision(self) -> str:
        return self._view.precision

    @property
    def notes(self) -> tuple[str, ...]:
        return self._view.notes

    def tile(self, box: Box, should_stop: ShouldStop = never) -> Pixels:
        """The result's pixels in ``box``; the rest as `View.tile`."""
        if not self._how.changes:
            return self._view.tile(box, should_stop)
        return finished_part(
            lambda part: self._view.tile(part, should_stop),
            self._view.bled,
            (self.grid.width, self.grid.height),
            self._how,
            box,
        )


class Previewer:
    """Keeps the last views with their computed pixels for reuse."""

    def __init__(self, cache: PictureCache) -> None:
        # Separate ones: a preview is made during a run, whose passes use the other's back ends.
        self._upscaler = Upscaler(cache, graphs_apart=True)
        self._views: OrderedDict[UpscaleOptions, tuple[Picture, View]] = OrderedDict()

    def view(self, picture: Picture, options: UpscaleOptions) -> FinishedView:
        """Raises as `View` does."""
        how, options = options.finish, replace(options, finish=AS_MADE)
        there = self._views.get(options)
        if there is None or there[0] is not picture:
            self._views[options] = (picture, View(self._upscaler, picture, options))
        self._views.move_to_end(options)
        while len(self._views) > _KEPT_VIEWS:
            self._views.popitem(last=False)
        return FinishedView(self._views[options][1], how)

    def release(self) -> None:
        """Drops the views, whose tiles the viewer already has, and the back ends' memory."""
        self._views.clear()
        self._upscaler.release()

    def is_first_use(self, options: UpscaleOptions) -> bool:
        """Whether no start before has kept what these options need. Raises EngineError."""
        place = choose(options.device, options.backend, options.precision)
        return is_first_use(place.backend)

    def warm(self, options: UpscaleOptions, should_stop: ShouldStop) -> None:
        """Loads in advance what the first tile needs; what cannot be loaded is run once.

        Raises EngineError, WeightsError, or Cancelled as soon as another request waits.
        """
        backend = self._upscaler.open(options)
        side = TILE[backend.scale] + 2 * backend.margin
        window = np.zeros((1, 3, side, side), np.float32)
        samples = np.zeros((SAMPLES, 3, SAMPLE_SIDE, SAMPLE_SIDE), np.float32)
        if isinstance(backend, Prepares):
            backend.prepare(window.shape)
            backend.load_measuring(samples.shape, (SAMPLE_CUT, SAMPLE_CUT))
            return
        _, gates = backend.measure(samples, (SAMPLE_CUT, SAMPLE_CUT), should_stop)
        for _ in backend.run([(window, gates)], should_stop):
            pass


def _refuse(picture: Picture, plan: SizePlan, options: UpscaleOptions) -> None:
    """Raises EngineError if the result cannot be computed in parts."""
    what = "There is no live preview of this"
    todo = "Upscale the picture to see it"
    if options.statistics == "whole" and picture.width * picture.height > WHOLE_LIMIT:
        raise EngineError(what, "the whole picture is measured in one pass, as it was asked", todo)
    if len(plan.steps) > 1 and picture.has_alpha and len(planes_of(picture.pixels)) > 1:
        raise EngineError(
            what,
            f"with transparency, {len(plan.steps)} steps of enlargement need the whole picture",
            f"{todo}, or choose a size of {max(TILE)} times at most",
        )


def _grid(picture: Picture, plan: SizePlan) -> Grid:
    if not plan.exact:
        columns, rows = (lines(side, _REDUCED_TILE) for side in (plan.width, plan.height))
        return Grid(plan.width, plan.height, columns, rows)
    *before, scale = plan.steps
    sides = (side * math.prod(before) for side in (picture.width, picture.height))
    columns, rows = (tuple(scale * n for n in lines(side, TILE[scale])) for side in sides)
    return Grid(plan.width, plan.height, columns, rows)
