"""The parts of the way from file to file, for those who go them one by one or several at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fdiwn.codec import check_target, read_picture
from fdiwn.options import Progress, SaveOptions, ShouldStop, UpscaleOptions
from fdiwn.picture import Picture
from fdiwn.results import Enlargement, UpscaleResult
from fdiwn.targets import note_on_format

if TYPE_CHECKING:
    from fdiwn.pipeline import Upscaler


@dataclass(frozen=True)
class Way:
    """From where to where, and how."""

    source: Path
    target: Path
    options: UpscaleOptions
    save: SaveOptions


@dataclass(frozen=True)
class SourceFacts:
    """What is still asked about a picture once its pixels are not needed any more."""

    size: tuple[int, int]
    notes: tuple[str, ...]


def facts_of(picture: Picture) -> SourceFacts:
    return SourceFacts((picture.width, picture.height), picture.metadata.notes)


def read_source(source: Path, options: UpscaleOptions, save: SaveOptions) -> Picture:
    """The picture as the network shall get it. Raises InputError."""
    picture = read_picture(source, options.limits, save.convert or "srgb")
    return picture.in_16_bits() if save.depth == "16" else picture


def enlarge_for(
    target: Path,
    picture: Picture,
    options: UpscaleOptions,
    save: SaveOptions,
    upscaler: Upscaler,
    scratch: Path,
    on_progress: Progress | None,
    should_stop: ShouldStop,
) -> Enlargement:
    """Enlarges into the folder ``scratch``, if the result can be written to ``target`` then.

    Raises what `Upscaler.enlarge` raises, and OutputError where it could not.
    """
    way = upscaler.plan(picture, options)
    check_target(target, way.width, way.height, picture.bands, save)
    return upscaler.enlarge(picture, options, scratch, on_progress, should_stop)


def result_of(
    way: Way, facts: SourceFacts, done: Enlargement, left_out: tuple[str, ...], seconds: float
) -> UpscaleResult:
    """What there is to say of a picture that has been written.

    left_out: what `fdiwn.codec.write_picture` has answered. seconds: of everything.
    """
    options, size = way.options, (done.stored.width, done.stored.height)
    return UpscaleResult(
        input=str(way.source),
        output=str(way.target),
        input_size=facts.size,
        output_size=size,
        model=done.model,
        scale=done.factor,
        steps=done.steps,
        device=done.device,
        backend=done.backend,
        precision=done.precision,
        statistics=options.statistics,
        quality=options.quality,
        seconds=round(seconds, 3),
        megapixels_per_second=round(size[0] * size[1] / 1e6 / seconds, 4),
        fidelity_psnr=done.fidelity_psnr,
        fidelity_max_difference=done.fidelity_max_difference,
        notes=(
            *facts.notes,
            *done.notes,
            *note_on_format(way.source, way.target, options.size or options.scale, way.save),
            *left_out,
        ),
    )
