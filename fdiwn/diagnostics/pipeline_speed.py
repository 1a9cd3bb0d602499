"""The benchmark of the whole way: from file to file, beside the network alone.

Each round runs `upscale_file` unchanged, between two runs of the network for a few windows of the
same shape, so that a slow phase of the computer affects both. Then it times alone the steps that
can be: reading, measuring and writing. `fdiwn.diagnostics.pipeline_records` calculates the shares.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.errors import Cancelled
from fdiwn.api.options import AS_IT_IS, UpscaleOptions
from fdiwn.api.progress import ShouldStop, Steps, never
from fdiwn.api.results import UpscaleResult
from fdiwn.api.tiles import Box
from fdiwn.backends.choice import place_of
from fdiwn.backends.contract import Backend
from fdiwn.codec import write_picture
from fdiwn.diagnostics.pipeline_records import (
    PipelineReport,
    Round,
    Windows,
    shares_of,
    small_of,
)
from fdiwn.diagnostics.speed import OnStep
from fdiwn.diagnostics.speed_contestants import sample_picture
from fdiwn.diagnostics.speed_report import this_machine
from fdiwn.enlarge.fallback import Attempt, manner_of
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.stages import read_source, upscale_file
from fdiwn.enlarge.targets import default_target
from fdiwn.enlarge.tile_loop import NORMAL, FrozenPicture, Manner, enlarged, freeze
from fdiwn.pixels.picture import Picture, StoredPicture
from fdiwn.pixels.raw_file import open_canvas, stored_as

SMALL = (320, 180)
"""Width and height of the small picture, which is enlarged in one piece."""
_SMALL_RUNS = 3  # of each, in a round
_WINDOWS = 2  # of the network alone, before and after the whole
_WARM_UP = 2  # as many as a back end computes at a time
_BEFORE, _WHOLE = 0.05, 0.8  # of a round's time, roughly


def bench_pipeline(
    options: UpscaleOptions,
    source: Path | tuple[int, int],
    rounds: int,
    on_step: OnStep,
    should_stop: ShouldStop = never,
) -> PipelineReport:
    """Measures enlarging a file, at least one round; the first runs are not counted.

    options: with a scale, not a size, and of normal quality. source: the file, or the width and
    height of the bundled sample, which is then written as a PNG. Results are made in a temporary
    folder. Raises the errors of `upscale_file`.
    """
    upscaler = Upscaler(should_stop=should_stop)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        on_step(0.0, "opening")
        file = source if isinstance(source, Path) else _sample_file(source, folder)
        way = _Way(file, default_target(file, options.scale, folder), options, upscaler)
        bench = _prepared(way, folder, should_stop)
        runs = [bench.round(_part(on_step, number, rounds)) for number in range(rounds)]
    measured = tuple(each for each, _ in runs)
    _, result = runs[-1]
    place = place_of(bench.frozen.backend)
    return PipelineReport(
        machine=this_machine(),
        model=result.model,
        scale=options.scale,
        device=place.device,
        library=place.backend,
        precision=place.precision,
        picture=file.name if isinstance(source, Path) else "",
        target=way.target.name,
        windows=bench.windows,
        rounds=measured,
        shares=shares_of(measured, bench.windows),
        small=small_of(measured, SMALL),
        notes=result.notes,
    )


def _part(on_step: OnStep, number: int, rounds: int) -> OnStep:
    """Steps of one round, as steps of all."""
    return lambda share, text: on_step((number + share) / rounds, f"round {number + 1}: {text}")


@dataclass(frozen=True)
class _Way:
    """From file to file."""

    source: Path
    target: Path
    options: UpscaleOptions
    upscaler: Upscaler


@dataclass(frozen=True)
class _Bench:
    """All that a round needs, prepared. ``frozen`` and ``small`` have their statistics."""

    way: _Way
    folder: Path
    picture: Picture
    manner: Manner
    windows: Windows
    boxes: list[Box]
    frozen: FrozenPicture
    small: FrozenPicture
    should_stop: ShouldStop

    def round(self, on_step: OnStep) -> tuple[Round, UpscaleResult]:
        on_step(0.0, "the network alone")
        before = network_seconds(self.frozen, self.boxes, self.should_stop)
        total, result = self._whole(on_step)
        on_step(_BEFORE + _WHOLE, "the steps alone")
        after = network_seconds(self.frozen, self.boxes, self.should_stop)
        count = len(self.boxes)
        decode = seconds(lambda: read_source(self.way.source, self.way.options, AS_IT_IS.reading))
        measure = seconds(
            lambda: _measured(self.frozen.backend, self.picture, self.manner, self.should_stop)
        )
        encode = self._encode()
        small, alone = self._small()
        window = (before / count, after / count)
        return Round(total, window, decode, measure, encode, small, alone), result

    def _whole(self, on_step: OnStep) -> tuple[float, UpscaleResult]:
        def on_progress(done: int, total: int) -> None:
            on_step(_BEFORE + _WHOLE * done / total, "file to file")

        started = time.perf_counter()
        result = upscale_file(
            self.way.source,
            self.way.target,
            self.way.options,
            upscaler=self.way.upscaler,
            overwrite=True,
            on_progress=on_progress,
            should_stop=self.should_stop,
        )
        return time.perf_counter() - started, result

    def _encode(self) -> float:
        """Writes the result once more, from its pixels as they are read back."""
        _check(self.should_stop)
        result = read_source(self.way.target, self.way.options, AS_IT_IS.reading)
        stored = _stored(result, self.folder / "result.rows")
        target = self.folder / f"again{self.way.target.suffix}"
        try:
            return seconds(lambda: write_picture(stored, target))
        finally:
            stored.path.unlink()

    def _small(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Picture to picture, and the network alone, in turn."""
        small, alone = [], []
        backend, pixels = self.small.backend, self.small.pixels
        for _ in range(_SMALL_RUNS):
            _check(self.should_stop)
            alone.append(network_seconds(self.small, [Box(0, 0, *SMALL)], self.should_stop))
            small.append(seconds(lambda: enlarged(backend, pixels)))
        return tuple(small), tuple(alone)


def network_seconds(frozen: FrozenPicture, boxes: list[Box], should_stop: ShouldStop) -> float:
    """The seconds of the network alone for windows of the picture's first plane.

    Their values are prepared before. The only place here that knows how a back end runs.
    """
    plane, gates = frozen.planes[0], frozen.statistics.gates[0][0]
    passes = [(plane.batch(frozen.pixels, [box]), gates) for box in boxes]
    started = time.perf_counter()
    with closing(frozen.backend.run(passes, should_stop)) as outputs:
        for _ in outputs:
            pass
    return time.perf_counter() - started


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _prepared(way: _Way, folder: Path, should_stop: ShouldStop) -> _Bench:
    """Loads all graphs and runs everything but the whole once."""
    picture = read_source(way.source, way.options, AS_IT_IS.reading)
    backend = way.upscaler.open(way.options)
    manner = manner_of(way.options, picture, Attempt(place_of(backend)))
    # Twice, as the first picture of a size may be measured by a slower graph for any size.
    frozen, _ = (_measured(backend, picture, manner, should_stop) for _ in range(2))
    size = picture.width, picture.height
    in_one_piece = frozen.whole is not None and manner.tile is None
    boxes = [Box(0, 0, *size)]
    if not in_one_piece:
        boxes = [tile.window for tile in manner.tiles(*size, backend.margin)]
    one, some, planes = boxes[0], boxes[:_WINDOWS], len(frozen.planes)
    windows = Windows(*size, len(boxes), one.width, one.height, planes, in_one_piece)
    network_seconds(frozen, some[:_WARM_UP], should_stop)
    sample = Picture(sample_picture(*SMALL))
    small, _ = (_measured(backend, sample, NORMAL, should_stop) for _ in range(2))
    network_seconds(small, [Box(0, 0, *SMALL)], should_stop)
    return _Bench(way, folder, picture, manner, windows, some, frozen, small, should_stop)


def _measured(
    backend: Backend, picture: Picture, manner: Manner, should_stop: ShouldStop
) -> FrozenPicture:
    return freeze(backend, picture.pixels, manner, Steps(None, should_stop))


def _sample_file(size: tuple[int, int], folder: Path) -> Path:
    """The bundled sample as a PNG of this width and height."""
    target = folder / "sample.png"
    stored = _stored(Picture(sample_picture(*size)), folder / "sample.rows")
    write_picture(stored, target)
    stored.path.unlink()
    return target


def _stored(picture: Picture, path: Path) -> StoredPicture:
    """The picture in a raw file."""
    stored = stored_as(path, picture, (picture.width, picture.height))
    with open_canvas(stored) as canvas:
        canvas.place(Box(0, 0, picture.width, picture.height), picture.pixels)
    return stored


def _check(should_stop: ShouldStop) -> None:
    if should_stop():
        raise Cancelled
