"""Decides what the panes show of a job, and which pixels that needs. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.compare.choice import METHODS, Against, Choice
from app.look.model_words import name_of, used_model
from app.look.translation import tr
from app.look.words import pixels
from app.queue.job import Job
from app.settings.order import Order
from fdiwn.api.catalog import installed
from fdiwn.api.cropping import Crop
from fdiwn.api.display_image import DisplayImage
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.events import Finished
from fdiwn.service.client.requests import Method, Rendition


@dataclass(frozen=True)
class Wanted:
    """Pixels that the engine should make for the view.

    method: None for another model, which `options` name. result: the folder of the result beside
    them, so that pixels for an older result are not used. crop: the part of the source.
    """

    job_id: int
    source: Path
    method: Method | None
    size: tuple[int, int]
    result: Path | None = None
    options: UpscaleOptions | None = None
    screen: Path | None = None
    crop: Crop | None = None


@dataclass(frozen=True)
class Part:
    """One pane: its pixels, and whether to magnify them as squares.

    tiles: what a preview computes for it; the image stands in until its tiles are there. crop: the
    part of the image that is the picture.
    """

    image: DisplayImage
    label: str
    squares: bool = False
    tiles: Rendition | None = None
    crop: Crop | None = None


@dataclass(frozen=True)
class Plan:
    """What to show of a job: one part, or several beside each other. wants: pixels that are missing
    or in use.

    size: of the picture, in output pixels. crop: the part of the source that it shows.
    """

    parts: tuple[Part, ...]
    size: tuple[int, int]
    wants: tuple[Wanted, ...] = ()
    crop: Crop | None = None


@dataclass(frozen=True)
class Live:
    """What the live preview can do for the view.

    near: it computes tiles. far: it would if less of the picture were in view. over: it takes the
    place of the result.
    """

    near: bool = False
    far: bool = False
    over: bool = False


def whole_original(job: Job) -> Plan | None:
    """All of the source, pixel by pixel; None if it is not loaded."""
    if job.original is None or job.size is None:
        return None
    return Plan((Part(job.original, tr("Original")),), job.size)


def tiles_of(choice: Choice, options: UpscaleOptions) -> tuple[Choice, Rendition | None]:
    """What a preview of these options shows: the choice, or else bicubic, and what to compute.

    None: the original is magnified by the view itself.
    """
    if choice.against is Against.ORIGINAL:
        return choice, None
    if choice.against is Against.FDIWN:
        return choice, options
    if choice.against is Against.MODEL:
        fitting = installed(options.scale) if options.size is None else installed()
        if choice.model in {model.info.name for model in fitting}:
            return choice, replace(options, model=choice.model)
    if choice.against in (Against.MODEL, Against.FILE):
        choice = Choice()
    return choice, METHODS[choice.against]


def renditions(
    job: Job, choices: Sequence[Choice], order: Order, over: bool
) -> tuple[Rendition, ...]:
    """What the preview computes for these panes. over: as in `Live`.

    Beside a result, in more than two panes, only other models: there, nobody asked for a second
    enlargement of the whole picture.
    """
    found: list[Rendition | None] = []
    if job.result is None or over:
        found = [tiles_of(choice, order.upscale)[1] for choice in choices]
    elif by_tiles(choices):
        models = [choice.model for choice in choices if choice.against is Against.MODEL]
        found = [replace(job.result.options, model=model) for model in models]
    return tuple(dict.fromkeys(what for what in found if what is not None))


def by_tiles(choices: Sequence[Choice]) -> bool:
    """Whether other models are computed in tiles even beside a result."""
    return len(choices) > 2 and any(choice.against is Against.MODEL for choice in choices)


def plan(
    job: Job,
    choices: Sequence[Choice],
    order: Order,
    screen: Path | None,
    ready: Mapping[Wanted, DisplayImage],
    live: Live,
) -> Plan | None:
    """Choose what to show of `job` from the available pixels; None if there are none.

    choices: one for each pane. order: how the job would be enlarged. ready: pixels that the engine
    has made.
    """
    if job.result is not None and not live.over:
        return _of_result(job, job.result, choices, order, screen, ready, live)
    if job.original is None or job.size is None:
        return None
    size = order.result_size(*job.size)
    crop = order.upscale.crop
    whole = Part(job.original, tr("Original"), crop=crop)
    file = next((choice for choice in choices if choice.against is Against.FILE), None)
    if live.near and (live.over or file is None):
        named = by_tiles(choices)
        parts = [_of_preview(job.original, choice, order, named) for choice in choices]
        return Plan(tuple(parts), size, crop=crop)
    if file is not None and job.result is None:
        wanted = Wanted(job.id, file.file, Method.FILE, (0, 0), screen=screen)
        if wanted not in ready:
            return Plan((whole,), size, (wanted,), crop)
        own = order.enlarged_size(*job.size)
        left = Part(ready[wanted], file_label(file, ready[wanted], own), squares=True)
        return Plan((left, replace(whole, squares=True)), own, (wanted,), crop)
    return Plan((whole,), size, crop=crop)


def _of_preview(original: DisplayImage, choice: Choice, order: Order, named: bool) -> Part:
    """named: say which model's preview it is."""
    choice, what = tiles_of(choice, order.upscale)
    label = choice.label()
    if choice.against is Against.FDIWN:
        model = name_of(used_model(order.upscale))
        label = tr("{0}, preview").format(model) if named else tr("FDIWN preview")
    return Part(original, label, squares=what is None, tiles=what, crop=order.upscale.crop)


def _of_result(
    job: Job,
    result: Finished,
    choices: Sequence[Choice],
    order: Order,
    screen: Path | None,
    ready: Mapping[Wanted, DisplayImage],
    live: Live,
) -> Plan:
    size, crop = (result.width, result.height), result.options.crop
    changed = job.stale(order.run)
    tiled = by_tiles(choices)
    model = name_of(result.model) if tiled else tr("FDIWN")
    name = tr("{0}, earlier settings").format(model) if changed else model
    base = Wanted(
        job.id, job.source, Method.RESULT, size, result.enlarged.path, screen=screen, crop=crop
    )
    bicubic = Part(result.bicubic, Choice().label())
    parts: list[Part] = []
    wants: list[Wanted] = []
    for choice in choices:
        if choice.against is Against.FDIWN:
            part = Part(result.enlarged, name)
            if result.enlarged.screen != screen:
                wants.append(base)
                part = replace(part, image=ready.get(base, result.enlarged))
        elif choice.against is Against.ORIGINAL:
            part = bicubic
            if job.original is not None:
                part = Part(job.original, choice.label(), squares=True, crop=crop)
        elif choice.against is Against.MODEL and tiled:
            part = _model_beside_result(result, choice, bicubic, live)
        elif choice.against is Against.BICUBIC and result.bicubic.screen == screen:
            part = bicubic
        else:
            wanted = _wanted(base, result, choice)
            wants.append(wanted)
            part = _when_ready(choice, ready.get(wanted), bicubic, size)
        parts.append(part)
    return Plan(tuple(parts), size, tuple(dict.fromkeys(wants)), crop)


def _model_beside_result(result: Finished, choice: Choice, bicubic: Part, live: Live) -> Part:
    if live.near:
        options = replace(result.options, model=choice.model)
        return replace(bicubic, label=choice.label(), tiles=options)
    why = tr("{0}: zoom in to preview") if live.far else tr("{0}: no preview")
    return replace(bicubic, label=why.format(choice.label()))


def _when_ready(
    choice: Choice, image: DisplayImage | None, bicubic: Part, size: tuple[int, int]
) -> Part:
    if image is not None:
        stretched = choice.against is Against.FILE
        return Part(image, file_label(choice, image, size) if stretched else choice.label())
    if choice.against is Against.BICUBIC:
        return bicubic
    waiting = tr("{0} ({1} is being made…)").format(bicubic.label, choice.label())
    return replace(bicubic, label=waiting)


def _wanted(base: Wanted, result: Finished, choice: Choice) -> Wanted:
    if choice.against is Against.MODEL:
        return replace(base, method=None, options=replace(result.options, model=choice.model))
    if choice.against is Against.FILE:
        file = replace(base, source=choice.file, method=Method.FILE, size=(0, 0), result=None)
        return replace(file, crop=None)
    return replace(base, method=METHODS.get(choice.against))


def file_label(choice: Choice, image: DisplayImage, size: tuple[int, int]) -> str:
    """Note in the label if the file is stretched to the other side's size."""
    if (image.width, image.height) == size:
        return choice.label()
    own = pixels(image.width, image.height)
    return tr("{0} ({1}, stretched)").format(choice.label(), own)
