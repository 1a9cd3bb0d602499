"""Enlarges from file to file: `upscale_file`, and its stages for separate use."""

from __future__ import annotations

import time
from concurrent.futures import wait
from dataclasses import replace
from pathlib import Path

from fdiwn.api.cropping import Crop
from fdiwn.api.options import AS_IT_IS, Reading, SaveOptions, UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.results import UpscaleResult
from fdiwn.backends.background import run_in_background
from fdiwn.codec import check_target, read_picture, write_picture
from fdiwn.codec.metadata.part import metadata_of_part
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.targets import note_on_format, refuse_existing, scratch_folder
from fdiwn.pixels.picture import Enlargement, Picture


def read_source(source: Path, options: UpscaleOptions, reading: Reading) -> Picture:
    """The picture, or the part of it to enlarge, as the network's input.

    Raises InputError, or CropError if that part is not inside it.
    """
    picture = part_of(read_picture(source, options.limits, reading.space), options.crop)
    return picture.in_16_bits() if reading.deep else picture


def part_of(picture: Picture, crop: Crop | None) -> Picture:
    """The part of a picture that is enlarged, with metadata that hold for it. Raises CropError."""
    if crop is None:
        return picture
    part = picture.cropped(crop)
    return replace(part, metadata=metadata_of_part(part.metadata))


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
    """Enlarges into the folder ``scratch``, if the result can later be written to ``target``.

    Raises what `Upscaler.enlarge` raises, and OutputError if it cannot.
    """
    way = upscaler.plan(picture, options)
    check_target(target, way.width, way.height, picture.bands, save)
    return upscaler.enlarge(picture, options, scratch, on_progress, should_stop)


def written(
    done: Enlargement,
    source: Path,
    target: Path,
    options: UpscaleOptions,
    save: SaveOptions,
    notes: tuple[str, ...],
    left_out: tuple[str, ...],
    seconds: float,
) -> UpscaleResult:
    """The record of a picture whose result was written to ``target``.

    notes: of the picture as it was read. left_out: returned by `fdiwn.codec.write_picture`.
    seconds: of everything.
    """
    size = options.size or options.scale
    on_format = note_on_format(source, target, size, save, options.crop)
    return replace(
        done.result,
        input=str(source),
        output=str(target),
        seconds=seconds,
        notes=(*notes, *done.result.notes, *on_format, *left_out),
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
    """Reads ``source``, enlarges it, and writes ``target`` atomically.

    The back end is opened while the picture is decoded, as both mostly release the GIL. All checks
    are made before computing. Raises the errors of `fdiwn.api.errors`; no unfinished files are
    left, and ``source`` is never changed: it cannot be the target, even with ``overwrite``.
    Without that no existing file is replaced, not even one created meanwhile.
    """
    started = time.perf_counter()
    refuse_existing(source, target, overwrite)
    opening = []
    # With a size the picture decides which model is first, and strength 0 needs none.
    if options.size is None and options.finish.strength:
        opening.append(run_in_background(lambda: upscaler.open(options), "open the back end"))
    try:
        picture = read_source(source, options, save.reading)
    finally:
        wait(opening)  # errors occur again below, and are raised there
    with scratch_folder(target) as scratch:
        done = enlarge_for(
            target, picture, options, save, upscaler, scratch, on_progress, should_stop
        )
        left_out = write_picture(done.stored, target, save, replaces=overwrite)
    notes, seconds = picture.metadata.notes, time.perf_counter() - started
    return written(done, source, target, options, save, notes, left_out, seconds)
