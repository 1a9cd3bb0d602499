"""Shows the current job in the compare view: its original, or its result and the left side."""

from __future__ import annotations

import logging
from pathlib import Path

from app.compare.display_pixels import DisplayPixels
from app.compare.left import LeftChoice, Part, Plan, beside_preview, plan, whole_original
from app.compare.preview.live import LivePreview
from app.compare.renderings import Renderings
from app.compare.view import CompareView
from app.look.translation import tr
from app.queue.job import Job, JobState
from app.settings.order import Order

log = logging.getLogger(__name__)


class PictureView:
    """Owns the mapped pixels that a `CompareView` shows.

    left: what results are compared with. screen: the profile of the view's screen.
    """

    def __init__(self, view: CompareView, renderings: Renderings, preview: LivePreview) -> None:
        self._view, self._renderings, self._preview = view, renderings, preview
        self._live: object = None  # identifies the preview in view
        self._job_id = 0
        self._plan: Plan | None = None
        self._mapped: dict[Part, DisplayPixels] = {}
        self.left = LeftChoice()
        self.screen: Path | None = None

    def show_job(self, job: Job | None, order: Order, whole: bool = False) -> None:
        """Show the available pixels of `job`; keeps the position if the same part of the same job
        is shown. whole: show all of its source instead, to choose a part."""
        keep = job is not None and job.id == self._job_id and self._view.has_picture
        wanted = None
        if job is not None and whole:
            wanted = whole_original(job)
        elif job is not None:
            beside, against = beside_preview(self.left, order)
            self._preview.compare_with(against)
            instead = self._preview.shown is not None or self._preview.over_result
            live = beside if instead else None
            wanted = plan(job, self.left, order, self.screen, self._renderings.ready, live)
        before = self._plan
        keep = keep and wanted is not None and before is not None and wanted.crop == before.crop
        try:
            if wanted is None:
                self._view.show_nothing(_message(job))
                self._change_to(None)
            elif (wanted, self._preview.shown) != (self._plan, self._live) or not keep:
                self._show(wanted, keep)
                self._live = self._preview.shown
        except OSError as error:
            log.error("The pixels of job %s cannot be shown: %s", job and job.id, error)
            self._view.show_nothing(tr("The picture cannot be shown: its file is gone"))
            self._change_to(None)
        self._job_id = job.id if job is not None and self._view.has_picture else 0
        self._renderings.want(wanted.wants if wanted is not None else (), self._job_id)

    def close(self) -> None:
        """Release all pixels."""
        self._view.show_nothing()
        self._change_to(None)

    def _show(self, wanted: Plan, keep: bool) -> None:
        for part in wanted.parts:
            if part not in self._mapped:
                self._mapped[part] = DisplayPixels(part.image, part.squares, part.crop)
        sides = [self._mapped[part] for part in wanted.parts]
        labels = [part.label for part in wanted.parts]
        live = self._preview.side(sides[0], wanted.size) if len(sides) == 1 else None
        if live is not None:
            both = (labels[0], tr("FDIWN preview"))
            left = self._preview.left(sides[0], wanted.size)
            self._view.show_two(left, live, both, keep, wanted.size, sides[0])
        elif len(sides) == 1:
            self._view.show_one(sides[0], wanted.size, tr("Original"), keep)
        else:
            self._view.show_two(sides[0], sides[1], (labels[0], labels[1]), keep, wanted.size)
        self._change_to(wanted)

    def _change_to(self, shown: Plan | None) -> None:
        """Release all pixels except those of `shown`."""
        self._plan = shown
        parts = shown.parts if shown is not None else ()
        for part in [part for part in self._mapped if part not in parts]:
            self._mapped.pop(part).close()


def _message(job: Job | None) -> str:
    if job is None:
        return ""
    if job.state is JobState.FAILED and job.problem is not None:
        return job.problem.sentence()
    return tr("Opening…")
