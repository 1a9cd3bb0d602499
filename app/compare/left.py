"""Decides what a job is compared with, and which pixels that needs. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from app.look.model_words import name_of
from app.look.translation import tr
from app.look.words import pixels
from app.queue.job import Job
from app.settings.order import Order
from fdiwn.api.catalog import installed
from fdiwn.api.cropping import Crop
from fdiwn.api.display_image import DisplayImage
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.events import Finished
from fdiwn.service.client.requests import Method, Rivals


class Against(Enum):
    BICUBIC = "bicubic"
    LANCZOS = "lanczos"
    NEAREST = "nearest"
    ORIGINAL = "original"
    MODEL = "model"
    FILE = "file"


METHODS = {
    Against.BICUBIC: Method.BICUBIC,
    Against.LANCZOS: Method.LANCZOS,
    Against.NEAREST: Method.NEAREST,
    Against.FILE: Method.FILE,
}


@dataclass(frozen=True)
class LeftChoice:
    """model, file: for MODEL and FILE."""

    against: Against = Against.BICUBIC
    model: str = ""
    file: Path = Path()

    def label(self) -> str:
        return {
            Against.BICUBIC: tr("Bicubic"),
            Against.LANCZOS: tr("Lanczos"),
            Against.NEAREST: tr("Nearest pixel"),
            Against.ORIGINAL: tr("Original pixels"),
            Against.MODEL: name_of(self.model),
            Against.FILE: self.file.name,
        }[self.against]


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
    """One side: its pixels, and whether to magnify them as squares. crop: the part of them that is
    the picture."""

    image: DisplayImage
    label: str
    squares: bool = False
    crop: Crop | None = None


@dataclass(frozen=True)
class Plan:
    """What to show of a job: one part, or left and right. wants: pixels that are missing or in use.

    size: of the picture, in output pixels. crop: the part of the source that it shows.
    """

    parts: tuple[Part, ...]
    size: tuple[int, int]
    wants: tuple[Wanted, ...] = ()
    crop: Crop | None = None


def whole_original(job: Job) -> Plan | None:
    """All of the source, pixel by pixel; None if it is not loaded."""
    if job.original is None or job.size is None:
        return None
    return Plan((Part(job.original, tr("Original")),), job.size)


def beside_preview(choice: LeftChoice, order: Order) -> tuple[LeftChoice, Rivals | None]:
    """What a preview is compared with: the choice, or else bicubic, and what to compute for it.

    None: the original is magnified by the view itself.
    """
    if choice.against is Against.ORIGINAL:
        return choice, None
    if choice.against is Against.MODEL:
        options = order.upscale
        fitting = installed(options.scale) if options.size is None else installed()
        if choice.model in {model.info.name for model in fitting}:
            return choice, replace(options, model=choice.model)
    if choice.against in (Against.MODEL, Against.FILE):
        choice = LeftChoice()
    return choice, METHODS[choice.against]


def plan(
    job: Job,
    choice: LeftChoice,
    order: Order,
    screen: Path | None,
    ready: Mapping[Wanted, DisplayImage],
    preview: LeftChoice | None = None,
) -> Plan | None:
    """Choose what to show of `job` from the available pixels; None if there are none.

    order: how the job would be enlarged. ready: pixels that the engine has made. preview: what a
    preview is compared with, which is shown in place of a result; the one part is then its left.
    """
    if job.result is not None and preview is None:
        return _of_result(job, job.result, choice, order, screen, ready)
    if job.original is None or job.size is None:
        return None
    crop = order.upscale.crop
    right = Part(job.original, tr("Original"), crop=crop)
    size = order.result_size(*job.size)
    if preview is not None and (job.result is not None or choice.against is not Against.FILE):
        squares = preview.against is Against.ORIGINAL
        return Plan((Part(job.original, preview.label(), squares, crop),), size, crop=crop)
    if choice.against is Against.FILE:
        wanted = Wanted(job.id, choice.file, Method.FILE, (0, 0), screen=screen)
        if wanted in ready:
            own = order.enlarged_size(*job.size)
            left = Part(ready[wanted], file_label(choice, ready[wanted], own), squares=True)
            return Plan((left, replace(right, squares=True)), own, (wanted,), crop)
        return Plan((right,), size, (wanted,), crop)
    return Plan((right,), size, crop=crop)


def _of_result(
    job: Job,
    result: Finished,
    choice: LeftChoice,
    order: Order,
    screen: Path | None,
    ready: Mapping[Wanted, DisplayImage],
) -> Plan:
    size, wants, crop = (result.width, result.height), [], result.options.crop
    changed = job.made_otherwise(order.run) and not job.active
    name = tr("FDIWN, earlier settings") if changed else tr("FDIWN")
    base = Wanted(
        job.id, job.source, Method.RESULT, size, result.enlarged.path, screen=screen, crop=crop
    )
    right = Part(result.enlarged, name)
    if result.enlarged.screen != screen:
        wants.append(base)
        right = replace(right, image=ready.get(base, result.enlarged))
    wanted = _left_wanted(base, result, choice)
    bicubic = Part(result.bicubic, LeftChoice().label())
    if choice.against is Against.ORIGINAL:
        left = bicubic
        if job.original is not None:
            left = Part(job.original, choice.label(), squares=True, crop=crop)
    elif choice.against is Against.BICUBIC and result.bicubic.screen == screen:
        left = bicubic
    else:
        wants.append(wanted)
        image = ready.get(wanted)
        if image is not None:
            label = choice.label()
            if choice.against is Against.FILE:
                label = file_label(choice, image, size)
            left = Part(image, label)
        elif choice.against is Against.BICUBIC:
            left = bicubic
        else:
            waiting = tr("{0} ({1} is being made…)").format(bicubic.label, choice.label())
            left = replace(bicubic, label=waiting)
    return Plan((left, right), size, tuple(wants), crop)


def _left_wanted(base: Wanted, result: Finished, choice: LeftChoice) -> Wanted:
    if choice.against is Against.MODEL:
        return replace(base, method=None, options=replace(result.options, model=choice.model))
    if choice.against is Against.FILE:
        file = replace(base, source=choice.file, method=Method.FILE, size=(0, 0), result=None)
        return replace(file, crop=None)
    return replace(base, method=METHODS.get(choice.against))


def file_label(choice: LeftChoice, image: DisplayImage, size: tuple[int, int]) -> str:
    """Note in the label if the file is stretched to the other side's size."""
    if (image.width, image.height) == size:
        return choice.label()
    own = pixels(image.width, image.height)
    return tr("{0} ({1}, stretched)").format(choice.label(), own)
