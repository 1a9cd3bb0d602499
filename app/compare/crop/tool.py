"""Choosing the part of a picture that is enlarged."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.compare.crop import shape
from app.compare.crop.bar import CropBar
from app.compare.crop.frame import CropFrame
from app.compare.crop.ratios import FREE, ratio_of
from app.compare.view import CompareView
from app.queue.job import Job
from app.queue.jobs import JobQueue


class CropTool(QObject):
    """Connects the rectangle, its bar and the job in view. bar: for the window to place.

    While it is active, the view must show all of the source, one output pixel for one of its own.
    """

    switched = Signal()
    """It has become active, or ended: the view must show something else."""

    def __init__(
        self, view: CompareView, queue: JobQueue, action: QAction, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view, self._queue, self._action = view, queue, action
        self._job: Job | None = None
        self.active = False
        self.frame = CropFrame(view)
        self.bar = CropBar()
        action.triggered.connect(self.begin)
        self.frame.changed.connect(self._tell)
        self.bar.chosen.connect(self._choose)
        self.bar.cleared.connect(self._clear)
        for part in (self.frame, self.bar):
            part.done.connect(self.finish)
            part.cancelled.connect(self.cancel)

    def follow(self, job: Job | None) -> None:
        """``job`` is in view. Another one, or one that is not loaded, ends the tool."""
        other = self._job is None or job is None or job.id != self._job.id
        self._job = job
        loaded = job is not None and job.original is not None and job.size is not None
        if self.active and (other or not loaded):
            self._hide()
        self._action.setEnabled(loaded and not self.active)

    def begin(self) -> None:
        """Show all of the picture, with the present part."""
        job = self._job
        if self.active or job is None or job.size is None or job.original is None:
            return
        self.active = True
        self.switched.emit()
        self._view.fit()
        self._view.setFocusProxy(self.frame)
        self.frame.set_ratio(None)
        self.frame.begin(job.size, job.crop or shape.whole(job.size))
        self.bar.show()
        self._restore_ratio(job.size)
        self.frame.setFocus()

    def finish(self) -> None:
        """Enlarge only the chosen part from now on."""
        job, crop = self._job, self.frame.crop
        if not self.active or job is None:
            return
        self._hide()  # first: the queue reports the change at once
        self._queue.set_crop(job.id, None if crop.size == job.size else crop)
        self.switched.emit()

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._hide()
        self.switched.emit()

    def _hide(self) -> None:
        focused = QApplication.focusWidget()
        mine = focused is self.frame or (focused and self.bar.isAncestorOf(focused))
        self.active = False
        self._view.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs omit None
        self.frame.hide()
        self.bar.hide()
        if mine:
            self._view.setFocus()

    def _restore_ratio(self, size: tuple[int, int]) -> None:
        """Go on with the ratio of the last picture, unless this one's part has another."""
        crop = self.frame.crop
        self.bar.portrait = crop.height > crop.width
        ratio = self._ratio(size)
        if crop.size == size or (ratio is not None and shape.has_ratio(crop, ratio)):
            self.frame.set_ratio(ratio)
        else:
            self.bar.choose_free()

    def _ratio(self, size: tuple[int, int]) -> float | None:
        return ratio_of(self.bar.ratio_name, size, self.bar.portrait)

    def _choose(self) -> None:
        """The ratio or its direction was chosen."""
        if self._job is None or self._job.size is None:
            return
        crop, ratio = self.frame.crop, self._ratio(self._job.size)
        if ratio is None and (crop.height > crop.width) != self.bar.portrait:
            self.frame.set_ratio(crop.height / crop.width)  # turned, and then free again
        self.frame.set_ratio(ratio)
        self.frame.setFocus()

    def _clear(self) -> None:
        self.bar.choose_free()
        self.frame.set_ratio(None)
        self.frame.reset()
        self.frame.setFocus()

    def _tell(self) -> None:
        if self._job is None or self._job.size is None:
            return
        width, height = self.frame.crop.size
        if self.bar.ratio_name == FREE and width != height:
            self.bar.portrait = height > width  # for a ratio that is chosen next
        self.bar.tell((width, height), self._job.size)
