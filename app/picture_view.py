"""What of the current job is in the compare view: its original, or its result."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication

from app.compare_view import CompareView
from app.display_pixels import DisplayPixels
from app.job import Job, JobState
from app.jobs import JobQueue
from app.preview import LivePreview
from fdiwn.display_image import DisplayImage

log = logging.getLogger(__name__)


class PictureView:
    """Owns the mapped pixels that a `CompareView` shows."""

    def __init__(self, view: CompareView, queue: JobQueue, preview: LivePreview) -> None:
        self._view, self._queue, self._preview = view, queue, preview
        self._job_id = 0
        self._mapped: list[DisplayPixels] = []

    def show_job(self, job: Job | None, scale: int) -> None:
        """Show what there is of `job`; keeps the place while the job is the same."""
        keep = job is not None and job.id == self._job_id and self._view.has_picture
        try:
            self._show(job, scale, keep)
        except OSError as error:
            log.error("The pixels of job %s cannot be shown: %s", job and job.id, error)
            self._change_to([])
            self._view.show_nothing(tr("The picture cannot be shown: its file is gone"))
        self._job_id = job.id if job is not None and self._view.has_picture else 0

    def close(self) -> None:
        """Let go of all pixels."""
        self._view.show_nothing()
        self._change_to([])

    def _show(self, job: Job | None, scale: int, keep: bool) -> None:
        if job is not None and job.result is not None:
            if self._change_to([job.result.bicubic, job.result.enlarged]):
                left, right = self._mapped
                self._view.show_two(left, right, (tr("Bicubic"), tr("FDIWN")), keep)
        elif job is not None and job.original is not None and job.size is not None:
            self._change_to([job.original])
            size = (job.size[0] * scale, job.size[1] * scale)
            original = self._mapped[0]
            preview = self._preview.side(original, size)
            if preview is None:
                self._view.show_one(original, size, tr("Original"), keep)
            else:
                labels = (tr("Original"), tr("FDIWN preview"))
                self._view.show_two(original, preview, labels, keep)
        else:
            self._view.show_nothing(_message(job))
            self._change_to([])

    def _change_to(self, images: list[DisplayImage]) -> bool:
        """Map these and let go of the others. Returns whether anything changed."""
        if [pixels.image for pixels in self._mapped] == images:
            return False
        old, self._mapped = self._mapped, []
        for image in images:
            self._mapped.append(DisplayPixels(image))
        for pixels in old:
            pixels.close()
        return True


def _message(job: Job | None) -> str:
    if job is None:
        return ""
    if job.state is JobState.FAILED and job.problem is not None:
        return job.problem.sentence()
    return tr("Opening…")


def tr(text: str) -> str:
    return QCoreApplication.translate("picture", text)
