"""Measures models on benchmarks, with the engine that users have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from fdiwn.api.catalog import find_model
from fdiwn.api.errors import InputError, WeightsError
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import ShouldStop
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.lab.comparators.registry import comparator
from fdiwn.lab.counting import parameters
from fdiwn.lab.evaluation.datasets import Pair, as_image8, as_tensor, read_pair
from fdiwn.lab.evaluation.flops import measured_whole, multiply_adds
from fdiwn.lab.evaluation.imresize import imresize_8bit
from fdiwn.lab.evaluation.layouts import Benchmark
from fdiwn.lab.evaluation.metrics import WINDOW, Image8, psnr_y, ssim_y
from fdiwn.lab.evaluation.networks import executed
from fdiwn.lab.evaluation.protocol import AS_RGB, enlarge_by, parts
from fdiwn.lab.evaluation.published import known_name, paper_multiply_adds
from fdiwn.lab.evaluation.records import BICUBIC, ModelFacts, PictureScore, Result, shown
from fdiwn.models.opening import ModelFile
from fdiwn.network.other import OtherNetwork
from fdiwn.pixels.picture import Picture, Pixels
from fdiwn.pixels.raw_file import mapped_pixels

OnStep = Callable[[float, str], object]
"""Called with the share done, 0..1, and the current step."""
OnPicture = Callable[[Benchmark, Pair, Mapping[str, Image8]], object]
"""Called with each picture and its enlargements by method, bicubic first."""


@dataclass(frozen=True)
class Work:
    """What to measure. models: names or paths, None for the best one. options: of the engine; their
    model is replaced by each of ``models``."""

    benchmarks: Sequence[Benchmark]
    models: Sequence[str | None]
    options: UpscaleOptions
    protocol: str
    grey: str


@dataclass(frozen=True)
class _Contestant:
    facts: ModelFacts
    options: UpscaleOptions


@dataclass(frozen=True)
class _Made:
    """An enlargement, the place of computing, and notes."""

    pixels: Image8
    places: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()


def evaluate(
    work: Work,
    scratch: Path,
    on_step: OnStep,
    should_stop: ShouldStop,
    on_picture: OnPicture = lambda *_: None,
) -> list[Result]:
    """Measures bicubic and all models on each benchmark, in this order.

    scratch: an existing folder for raw files. Raises InputError, WeightsError, EngineError,
    OutputError (disk full) or Cancelled.
    """
    upscaler = Upscaler(should_stop=should_stop)
    contestants = _contestants(upscaler, work)
    pictures = sum(len(each.entries) for each in work.benchmarks)
    progress = _Progress(on_step, pictures * len(contestants))
    results: list[Result] = []
    for benchmark in work.benchmarks:
        scores = _Scores(work, benchmark, contestants)
        for entry in benchmark.entries:
            pair = read_pair(entry, benchmark)
            _refuse_too_small(pair, benchmark.scale)
            images = {BICUBIC: bicubic(pair.lr, benchmark.scale)}
            scores.add(BICUBIC, pair, _Made(images[BICUBIC]))
            for each in contestants:
                report = progress.next(f"{benchmark.name} {pair.name}: {each.facts.name}")
                made = _enlarged(
                    upscaler, pair.lr, each, work.protocol, scratch, report, should_stop
                )
                images[each.facts.name] = made.pixels
                scores.add(each.facts.name, pair, made)
            on_picture(benchmark, pair, images)
        results += scores.results()
    return results


class _Progress:
    """Steps of equal weight, reported as one share."""

    def __init__(self, on_step: OnStep, total: int) -> None:
        self._on_step, self._total, self._begun = on_step, total, 0

    def next(self, text: str) -> Callable[[float], None]:
        """Begins the next step; the returned function takes the share of it that is done."""
        before = self._begun
        self._begun += 1

        def report(share: float) -> None:
            self._on_step((before + share) / self._total, text)

        report(0.0)
        return report


def bicubic(lr: Image8, scale: int) -> Image8:
    """MATLAB's imresize."""
    return as_image8(imresize_8bit(as_tensor(lr), Fraction(scale)))


def model_facts(model: ModelFile, name: str) -> ModelFacts:
    """The model; a third-party network has only a name. Raises WeightsError."""
    if model.foreign:
        return ModelFacts(name, model.sha256, "another network")
    network = model.load()
    if isinstance(network, OtherNetwork):
        papers = comparator(network.name).multiply_adds.get(network.scale)
        counted = executed(network.name, network.scale)
        return ModelFacts(
            name,
            model.sha256,
            network.name,
            parameters(network),
            None if counted is None else round(counted, 3),
            papers,
        )
    variant, ablation = network.config.variant, not network.config.is_published
    return ModelFacts(
        name,
        model.sha256,
        f"{variant} (ablation)" if ablation else variant,
        parameters(network),
        round(multiply_adds(network), 3),
        None if ablation else paper_multiply_adds(variant, network.scale),
    )


def _contestants(upscaler: Upscaler, work: Work) -> list[_Contestant]:
    """The models under unique names; opens a back end for each, so that missing ones are reported
    at once."""
    scale = work.options.scale
    paths = list(dict.fromkeys(find_model(name, scale) for name in work.models))
    found = []
    for path in paths:
        model = upscaler.model(path)
        if model.scale != scale:
            raise WeightsError(
                f"The model {path} does not fit scale {scale}",
                f"it enlarges by {model.scale}",
                f"Choose --scale {model.scale}, or another model",
            )
        alike = path.stem == BICUBIC or sum(other.stem == path.stem for other in paths) > 1
        name = shown(f"{path.stem}-{model.sha256[:8]}" if alike else path.stem)
        options = replace(work.options, model=str(path))
        upscaler.open(options)
        found.append(_Contestant(model_facts(model, name), options))
    names = [each.facts.name for each in found]
    return [each for n, each in enumerate(found) if each.facts.name not in names[:n]]


def _refuse_too_small(pair: Pair, scale: int) -> None:
    height, width = pair.hr.shape[:2]
    if min(height, width) < WINDOW + 2 * scale:
        raise InputError(
            f"{pair.name} cannot be scored",
            f"{width}x{height} pixels less a border of {scale} are smaller than SSIM's window",
            "Take it out of the benchmark",
        )


def _enlarged(
    upscaler: Upscaler,
    lr: Image8,
    contestant: _Contestant,
    protocol: str,
    scratch: Path,
    report: Callable[[float], None],
    should_stop: ShouldStop,
) -> _Made:
    """Enlarges as for a user's picture, with all fallbacks."""
    places: dict[tuple[str, str, str], None] = {}
    notes: dict[str, None] = {}
    count = len(parts(protocol, lr.shape[1], lr.shape[0]))
    numbers: Iterator[int] = iter(range(count))

    def enlarge(pixels: Pixels) -> Pixels:
        number = next(numbers)
        done = upscaler.enlarge(
            Picture(pixels),
            contestant.options,
            scratch,
            lambda part, of: report((number + part / max(1, of)) / count),
            should_stop,
        )
        precision = precision_of_pixels(
            done.result.precision, contestant.options, *pixels.shape[1::-1]
        )
        places[done.result.backend, done.result.device, precision] = None
        notes.update(dict.fromkeys(done.result.notes))
        try:
            with mapped_pixels(done.stored) as mapped:
                return mapped.copy()
        finally:
            done.stored.path.unlink(missing_ok=True)

    pixels = enlarge_by(protocol, lr, contestant.options.scale, enlarge)
    return _Made(pixels, tuple(places), tuple(notes))


def precision_of_pixels(stated: str, options: UpscaleOptions, width: int, height: int) -> str:
    """The precision of a picture's pixels if the back end's tiles are in ``stated``.

    Pictures measured in one piece, or window by window, are in float32 and need no tiles.
    """
    in_one_piece = options.statistics == "whole" or measured_whole(width, height)
    return "float32" if in_one_piece or options.quality == "best" else stated


class _Scores:
    """Collects the results on one benchmark, picture by picture."""

    def __init__(
        self, work: Work, benchmark: Benchmark, contestants: Sequence[_Contestant]
    ) -> None:
        self._work, self._benchmark = work, benchmark
        self._models = {each.facts.name: each.facts for each in contestants}
        self._pictures: dict[str, list[PictureScore]] = {n: [] for n in (BICUBIC, *self._models)}
        self._places: dict[str, dict[tuple[str, str, str], None]] = {n: {} for n in self._models}
        self._made = False

    def add(self, method: str, pair: Pair, made: _Made) -> None:
        result, truth, scale = made.pixels, pair.hr, self._benchmark.scale
        psnr, ssim = scored(result, truth, scale, self._work.grey)
        self._pictures[method].append(PictureScore(pair.name, psnr, ssim, made.notes))
        if method in self._places:
            self._places[method].update(dict.fromkeys(made.places))
        self._made |= pair.made

    def results(self) -> Iterator[Result]:
        options = self._work.options
        for method, pictures in self._pictures.items():
            result = Result(
                known_name(self._benchmark.name),
                self._benchmark.scale,
                self._work.protocol,
                self._work.grey,
                "made" if self._made else "given",
                method,
                tuple(pictures),
            )
            if method in self._models:
                backend, device, precision = _joined(self._places[method])
                result = replace(
                    result,
                    model=self._models[method],
                    backend=backend,
                    device=device,
                    precision=precision,
                    quality=options.quality,
                    statistics=options.statistics,
                )
            yield result


def _joined(places: Iterable[tuple[str, str, str]]) -> list[str]:
    """Back ends, devices and precisions, without repetitions."""
    return [" + ".join(dict.fromkeys(part)) for part in zip(*places, strict=True)]


def scored(result: Image8, truth: Image8, border: int, grey: str) -> tuple[float, float]:
    """PSNR in dB and SSIM on luma. grey: see `fdiwn.lab.evaluation.protocol`."""
    if grey == AS_RGB and truth.shape[2] == 1:
        result, truth = (np.repeat(image, 3, axis=2) for image in (result, truth))
    return psnr_y(result, truth, border), ssim_y(result, truth, border)
