"""The picture in view: which it is, and all that shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.compare.control import CompareControl
from app.compare.preview.live import LivePreview
from app.queue.job import Job
from app.queue.view import QueueView
from app.settings.order import Order
from app.window.shell import Shell, WindowParts
from fdiwn.api.names import APP_NAME


class InView(QObject):
    """Keeps the picture, its live preview, the status line and the title to the row in view."""

    def __init__(
        self,
        rail: QueueView,
        compare: CompareControl,
        preview: LivePreview,
        shell: Shell,
        parts: WindowParts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._rail, self._compare, self._preview, self._shell = rail, compare, preview, shell
        self._queue, self._options, self._status = parts.queue, parts.options, parts.status
        self._window = window

    def show(self) -> None:
        job = self._queue.job(self._rail.current)
        order = self._order_of(job)
        # A preview shows what would be made; the crop tool needs all of the picture.
        previewed = self._options.order_to_run() is not None and not self._compare.crop.active
        self._preview.follow(job, order if previewed else None)
        self._compare.show_job(job, order)
        self._status.show_job(job)
        self._shell.show_job(job)
        title = f"{job.source.name} — {APP_NAME}" if job is not None else APP_NAME
        self._window.setWindowTitle(title)

    def _order_of(self, job: Job | None) -> Order:
        return self._queue.wanted(job) if job is not None else self._options.general_order()
