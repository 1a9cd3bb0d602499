"""Shows the current job in the compare view: its original, or its result beside what is chosen."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.compare.choice import PANES, RESULT, Against, Choice, for_pane, other_models
from app.compare.display_pixels import DisplayPixels
from app.compare.panes import Pane
from app.compare.plan import Part, Plan, by_tiles, plan, renditions, whole_original
from app.compare.preview.live import LivePreview
from app.compare.renderings import Renderings
from app.compare.side import Mode, Side
from app.compare.view import CompareView
from app.look.translation import tr
from app.queue.job import Job, JobState
from app.settings.order import Order
from fdiwn.api.options import UpscaleOptions

log = logging.getLogger(__name__)


class PictureView:
    """Owns the mapped pixels that a `CompareView` shows.

    left: what results are compared with. panes: what each of four shows. screen: the profile of the
    view's screen.
    """

    def __init__(self, view: CompareView, renderings: Renderings, preview: LivePreview) -> None:
        self._view, self._renderings, self._preview = view, renderings, preview
        self._live: object = None  # identifies the preview in view
        self._job_id = 0
        self._plan: Plan | None = None
        self._mapped: dict[Part, DisplayPixels] = {}
        self._closed = False
        self._failed: set[str] = set()  # other models, of the job in view
        self.left = Choice()
        self.panes = PANES
        self.screen: Path | None = None

    def show_job(self, job: Job | None, order: Order, whole: bool = False) -> None:
        """Show the available pixels of `job`; keeps the position if the same part of the same job
        is shown. whole: show all of its source instead, to choose a part."""
        if self._closed:
            return
        keep = job is not None and job.id == self._job_id and self._view.has_picture
        if not keep:
            self._failed.clear()
        wanted = None
        if job is not None and whole:
            wanted = whole_original(job)
        elif job is not None:
            choices = self.choices(job, order)
            self._preview.stay(by_tiles(choices))
            live = self._preview.live
            self._preview.compute(renditions(job, choices, order, live.over))
            wanted = plan(job, choices, order, self.screen, self._renderings.ready, live)
        before = self._plan
        keep = keep and wanted is not None and before is not None and wanted.crop == before.crop
        try:
            if wanted is None:
                self._view.show_nothing(_message(job))
                self._change_to(None)
            elif (wanted, self._preview.near) != (self._plan, self._live) or not keep:
                self._show(wanted, keep)
                self._live = self._preview.near
        except OSError as error:
            log.error("The pixels of job %s cannot be shown: %s", job and job.id, error)
            self._view.show_nothing(tr("The picture cannot be shown: its file is gone"))
            self._change_to(None)
        self._job_id = job.id if job is not None and self._view.has_picture else 0
        self._renderings.want(wanted.wants if wanted is not None else (), self._job_id)

    def choices(self, job: Job | None, order: Order) -> tuple[Choice, ...]:
        """What each pane should show; the result is the last of two."""
        if self._view.mode is not Mode.FOUR:
            return self.left, RESULT
        options = self._made_with(job, order)
        found = (for_pane(pane, options) for pane in self.panes)
        return tuple(Choice() if self._has_failed(choice) else choice for choice in found)

    def _has_failed(self, choice: Choice) -> bool:
        return choice.against is Against.MODEL and choice.model in self._failed

    def models(self, job: Job | None, order: Order) -> list[Choice]:
        """The models that `job` can be compared with."""
        names = other_models(self._made_with(job, order)) if job is not None else []
        return [Choice(Against.MODEL, name) for name in names]

    def _made_with(self, job: Job | None, order: Order) -> UpscaleOptions:
        """The options of what is compared: the result, or the preview in its place."""
        if job is None or job.result is None or self._preview.live.over:
            return order.upscale
        return job.result.options

    def give_up_left(self) -> None:
        """A rendering failed. Of four panes, those without one show bicubic already."""
        if self._view.mode is not Mode.FOUR:
            self.left = Choice()

    def give_up(self, models: Iterable[str | None]) -> None:
        """These failed: show what cannot fail in their place, until they are chosen again."""
        self._failed.update(model for model in models if model is not None)
        if self.left.model in self._failed:
            self.left = Choice()

    def choose_pane(self, number: int, choice: Choice) -> None:
        """number: of the pane, from 0, row by row."""
        self._failed.discard(choice.model)
        self.panes = tuple(
            choice if place == number else pane for place, pane in enumerate(self.panes)
        )

    def close(self) -> None:
        """Release all pixels; nothing is shown after that."""
        self._closed = True
        self._view.show_nothing()
        self._change_to(None)

    def _show(self, wanted: Plan, keep: bool) -> None:
        panes = [Pane(self._side(part, wanted.size), part.label) for part in wanted.parts]
        self._view.show_panes(panes, wanted.size, keep, self._pixels(wanted.parts[-1]))
        self._change_to(wanted)

    def _side(self, part: Part, size: tuple[int, int]) -> Side:
        pixels = self._pixels(part)
        return pixels if part.tiles is None else self._preview.side(part.tiles, pixels, size)

    def _pixels(self, part: Part) -> DisplayPixels:
        part = _mapped_as(part)
        if part not in self._mapped:
            self._mapped[part] = DisplayPixels(part.image, part.squares, part.crop)
        return self._mapped[part]

    def _change_to(self, shown: Plan | None) -> None:
        """Release all pixels except those of `shown`."""
        self._plan = shown
        parts = {_mapped_as(part) for part in shown.parts} if shown is not None else set()
        for part in [part for part in self._mapped if part not in parts]:
            self._mapped.pop(part).close()


def _mapped_as(part: Part) -> Part:
    """What parts of the same pixels have in common."""
    return replace(part, label="", tiles=None)


def _message(job: Job | None) -> str:
    if job is None:
        return ""
    if job.state is JobState.FAILED and job.problem is not None:
        return job.problem.sentence()
    return tr("Opening…")
