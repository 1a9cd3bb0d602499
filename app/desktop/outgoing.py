"""Passes results to other programs, as a file or through the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QColorSpace, QGuiApplication

from app.look.images import read_image
from app.look.translation import tr
from app.queue.job import Job, Problem
from app.queue.jobs import JobQueue
from app.queue.save_options import options_for, outdated, suggested
from app.settings.order import Order
from app.worker import EngineThread
from fdiwn.api.errors import NamingError
from fdiwn.api.options import SaveOptions
from fdiwn.service.client.events import Event, Exported, Failed, Finished
from fdiwn.service.client.orders import Task
from fdiwn.service.client.requests import Export

FOLDER = "handed-over"
LARGEST_COPY = 100_000_000
"""Pixels. A clipboard holds pictures in memory, often several times."""

Made = tuple[Finished, SaveOptions]
"""The result that a file holds, and the options that it was saved with."""


class Exports(QObject):
    """Writes results to files for other programs, on first request.

    If a result is saved with its current options, that file is used. Others are written to the
    session's scratch folder under their usual name, and removed with it.
    """

    ready = Signal(int, object)
    """A job and the path of its file."""
    failed = Signal(object)
    """A `Problem`."""

    def __init__(self, engine: EngineThread, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._queue = engine, queue
        self._written: dict[int, tuple[Made, Path | None]] = {}  # None while being written
        self._runs = 0
        engine.worker.reported.connect(self.on_event)

    def file_of(self, job: Job) -> Path | None:
        """The file, None if it is not written yet."""
        wanted = self._queue.wanted(job)
        if (saved := saved_file(job, wanted)) is not None:
            return saved
        made, path = self._written.get(job.id, (None, None))
        return path if made == (job.result, wanted.save) else None

    def prepare(self, job: Job) -> None:
        """Write the file, unless it exists or is being written; then `ready` is emitted."""
        if job.result is None:
            return
        path = self.file_of(job)
        if path is not None:
            self.ready.emit(job.id, path)
            return
        wanted = self._queue.wanted(job)
        made = (job.result, wanted.save)
        if self._written.get(job.id, (None, None))[0] == made:
            return
        try:
            name = suggested(job, wanted)
        except NamingError as error:
            self.failed.emit(Problem.of(error))
            return
        self._written[job.id] = (made, None)
        self._runs += 1  # a new folder each time: an older file may still be read
        folder = self._engine.session.path / FOLDER / str(self._runs)
        target = folder / name
        options = options_for(job, wanted.save, target)
        self._engine.send(Export(job.id, job.result.folder, target, options))

    def on_event(self, event: Event) -> None:
        """Handle the engine's events; events of other owners are ignored."""
        if isinstance(event, Exported) and event.job_id in self._written:
            made, _ = self._written[event.job_id]
            self._written[event.job_id] = (made, event.target)
            self.ready.emit(event.job_id, event.target)
        elif isinstance(event, Failed) and event.task is Task.EXPORT:
            self._written.pop(event.job_id, None)
            self.failed.emit(Problem.of(event))


def saved_file(job: Job, wanted: Order) -> Path | None:
    """The file that the result was saved to, if it exists and matches the current options."""
    if job.saved_to is None or outdated(job, wanted) or not job.saved_to.is_file():
        return None
    return job.saved_to


def copy_result(job: Job, wanted: Order) -> str:
    """Copy the result to the clipboard, with its saved file if that matches the current options;
    returns a message for the user.

    The picture is the one on screen: 8 bits a channel, sRGB. A larger one is copied as a file only.
    """
    assert job.result is not None
    shown = job.result.enlarged
    data = QMimeData()
    saved = saved_file(job, wanted)
    if saved is not None:
        data.setUrls([QUrl.fromLocalFile(str(saved))])
    fits = shown.width * shown.height <= LARGEST_COPY
    if fits:
        image = read_image(shown)  # raises OSError if the pixels are gone
        image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        data.setImageData(image)
    elif saved is None:
        return tr(
            "The result is too large for the clipboard. Save it, then it can be copied as a file."
        )
    QGuiApplication.clipboard().setMimeData(data)
    if not fits:
        return tr("Copied as a file; as a picture it is too large for the clipboard.")
    return tr("Copied, as a picture and as a file.") if saved else tr("Copied as a picture.")
