"""The main window: puts the views together and connects them."""

from __future__ import annotations

import binascii
import logging
from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QIcon,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import settings as settings_file
from app.actions import fill_menu_bar, make_actions
from app.commands import Commands
from app.compare_view import CompareView
from app.empty_view import EmptyView
from app.job import Job, JobState, Problem
from app.jobs import JobQueue
from app.model_setup import ModelSetup
from app.notice import Notice
from app.options_panel import OptionsPanel
from app.picture_view import PictureView
from app.preview import LivePreview
from app.queue_view import JobListModel, QueueView
from app.status_line import StatusLine
from app.worker import EngineThread
from fdiwn.names import APP_NAME
from fdiwn.resources import resource

log = logging.getLogger(__name__)

SAMPLE = "sample/sample.png"
SAVE_PATIENCE = 60.0
"""Seconds that a file being saved may take at exit."""


class MainWindow(QMainWindow):
    """One window, one queue, one engine. Closing it ends them all, and then says `ended`."""

    ended = Signal()

    def __init__(self, engine: EngineThread, settings_path: Path) -> None:
        super().__init__()
        self._engine = engine
        self._settings_path = settings_path
        self._settings = settings_file.load(settings_path)
        self._closed = False
        self.queue = JobQueue(engine.session.path, self)
        self.setup = ModelSetup(self)
        self.commands = Commands(self.queue, self.setup, self._settings, self)
        self.actions_ = make_actions(self)
        self.notice = Notice()
        self.empty = EmptyView()
        self.view = CompareView()
        self.rail = QueueView(JobListModel(self.queue, self))
        self.options = OptionsPanel(self._settings.scale, self._settings.model)
        self.status = StatusLine(self.actions_)
        live = self._settings.live_preview
        self.preview = LivePreview(self.view, engine.session.path, live, self)
        self.picture = PictureView(self.view, self.queue, self.preview)
        self._lay_out()
        self._connect_engine()
        self._connect_views()
        self._connect_actions()
        self._restore()
        self._refresh()

    def open(self, paths: Iterable[Path]) -> None:
        """Open files and folders, as if they had been dropped."""
        self.commands.open(paths)

    def close_unasked(self) -> None:
        """Close without a question, as when the system ends the session."""
        if not self._closed:
            self._closed = True
            self._end()

    # Making

    def _lay_out(self) -> None:
        self.setWindowTitle(APP_NAME)
        self.setWindowIcon(QIcon(str(resource("icons/application.svg"))))
        self.setAcceptDrops(True)
        self.setMinimumSize(880, 560)
        fill_menu_bar(self.menuBar(), self.actions_)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.notice)
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail.setFixedWidth(self.rail.sizeHint().width())
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        row.addWidget(self.options)
        central = QWidget()
        central.setLayout(row)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)
        self.status.insertPermanentWidget(1, self.preview.hint)

    def _connect_engine(self) -> None:
        worker = self._engine.worker
        worker.reported.connect(self.queue.on_event)
        worker.reported.connect(self.setup.on_event)
        worker.reported.connect(self.preview.on_event)
        worker.collected.connect(self.commands.take_in)
        self.queue.request.connect(self._engine.send)
        self.setup.request.connect(self._engine.send)
        self.preview.request.connect(self._engine.send)
        self.queue.added.connect(self.preview.warm)
        self.commands.collect.connect(self._engine.collect)

    def _connect_views(self) -> None:
        self.queue.changed.connect(self._refresh)
        self.queue.removed.connect(self._refresh)
        self.queue.saved.connect(self._tell_saved)
        self.queue.failed.connect(self._tell_failed)
        self.setup.ready.connect(self._model_ready)
        self.setup.failed.connect(self._tell_problem)
        self.commands.told.connect(self.notice.say)
        self.commands.opened.connect(self.rail.choose)
        self.rail.chosen.connect(self._choose)
        self.options.changed.connect(self._refresh)
        self.options.start_wanted.connect(self._start)
        self.options.cancel_wanted.connect(self.queue.cancel_all)
        self.options.save_wanted.connect(self._save)
        self.options.fetch_wanted.connect(lambda: self.commands.ask_fetch(self.options.scale))
        self.options.import_wanted.connect(self.commands.ask_import)
        self.empty.open_wanted.connect(self.commands.ask_open)
        self.empty.sample_wanted.connect(lambda: self.open([resource(SAMPLE)]))
        self.view.changed.connect(self._show_zoom)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions.open.triggered.connect(self.commands.ask_open)
        actions.open_folder.triggered.connect(self.commands.ask_open_folder)
        actions.save.triggered.connect(self._save)
        actions.save_all.triggered.connect(self.commands.ask_save_all)
        actions.remove.triggered.connect(lambda: self.commands.remove(self.rail.current))
        actions.quit.triggered.connect(self.close)
        actions.upscale.triggered.connect(self._start)
        actions.cancel.triggered.connect(self.queue.cancel_all)
        actions.fit.triggered.connect(self.view.fit)
        actions.one_to_one.triggered.connect(lambda: self.view.zoom_to(1.0))
        actions.zoom_in.triggered.connect(lambda: self.view.zoom_by(1))
        actions.zoom_out.triggered.connect(lambda: self.view.zoom_by(-1))
        actions.live_preview.setChecked(self.preview.on)
        actions.live_preview.toggled.connect(self._switch_preview)
        actions.about.triggered.connect(self.commands.about)

    # Keeping in step

    def _current(self) -> Job | None:
        return self.queue.job(self.rail.current)

    def _choose(self, job_id: int) -> None:
        self.queue.show(job_id)
        self._refresh()

    def _refresh(self) -> None:
        """Bring every view in line with the queue and the options."""
        current, jobs = self._current(), self.queue.jobs()
        options = self.options.options()
        to_do = self.commands.to_do(current, options)
        running = next((job for job in jobs if job.state is JobState.RUNNING), None)
        waiting = sum(job.state is JobState.WAITING for job in jobs)
        self._show_list(bool(jobs))
        self.preview.follow(current, options)
        self.picture.show_job(current, self.options.scale)
        self.options.show_job(current, len(to_do), self.queue.working)
        self.options.show_progress(running, waiting)
        self.status.show_job(current)
        self._show_zoom()
        title = f"{current.source.name} — {APP_NAME}" if current is not None else APP_NAME
        self.setWindowTitle(title)
        actions, shown = self.actions_, self.view.has_picture
        actions.save.setEnabled(
            current is not None and current.result is not None and not current.saving
        )
        actions.save_all.setEnabled(any(job.result and not job.saved_to for job in jobs))
        actions.remove.setEnabled(current is not None)
        actions.upscale.setEnabled(bool(to_do) and not self.queue.working)
        actions.cancel.setEnabled(self.queue.working)
        for action in (actions.fit, actions.one_to_one, actions.zoom_in, actions.zoom_out):
            action.setEnabled(shown)

    def _show_list(self, filled: bool) -> None:
        appears = filled and self.stack.currentWidget() is self.empty
        self.stack.setCurrentWidget(self.view if filled else self.empty)
        self.rail.setVisible(filled)
        if appears:
            self.rail.setFocus()

    def _show_zoom(self) -> None:
        self.status.show_zoom(self.view.viewport.zoom if self.view.has_picture else None)

    def _start(self) -> None:
        self.commands.start(self._current(), self.options.options())

    def _switch_preview(self, on: bool) -> None:
        self._settings.live_preview = on
        self.preview.switch(on)
        self._refresh()

    def _save(self) -> None:
        self.commands.ask_save(self._current())

    def _tell_saved(self, job_id: int) -> None:
        job = self.queue.job(job_id)
        if job is not None and job.saved_to is not None:
            self.status.showMessage(self.tr("Saved {0}").format(job.saved_to), 10_000)

    def _tell_failed(self, job_id: int) -> None:
        job = self.queue.job(job_id)
        # The view of a picture that cannot be opened says so itself.
        if (
            job is not None
            and job.problem is not None
            and not (job.size is None and job_id == self.rail.current)
        ):
            self._tell_problem(job.problem)

    def _tell_problem(self, problem: Problem) -> None:
        self.notice.say(problem.sentence())

    def _model_ready(self, path: Path) -> None:
        self.notice.dismiss()
        self.options.refresh_models()
        self.notice.say(self.tr("The model {0} is ready to use.").format(path.stem))

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_files(event.mimeData()):
            event.acceptProposedAction()
            self.empty.highlight(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.empty.highlight(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.empty.highlight(False)
        self.open(_local_files(event.mimeData()))
        event.acceptProposedAction()

    # Beginning and end

    def _restore(self) -> None:
        self.resize(1280, 800)
        if self._settings.window:
            try:
                self.restoreGeometry(b64decode(self._settings.window, validate=True))
            except binascii.Error:
                log.warning("The window's place makes no sense and is left out")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closed:
            if not self.commands.may_quit():
                event.ignore()
                return
            self._closed = True
            self._end()
        event.accept()

    def _end(self) -> None:
        self._settings.scale = self.options.scale
        self._settings.model = self.options.model.currentText()
        self._settings.window = b64encode(self.saveGeometry().data()).decode("ascii")
        settings_file.save(self._settings, self._settings_path)
        self.hide()
        self.preview.close()
        self.picture.close()
        self._engine.stop(SAVE_PATIENCE if self.queue.saving else 3.0)
        self.ended.emit()

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)


def _local_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
