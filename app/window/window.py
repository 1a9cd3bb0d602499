"""The main window: makes the views and connects them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QIcon,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from app.batch.batches import Batches, BatchParts
from app.compare.control import CompareControl
from app.compare.preview.live import LivePreview
from app.compare.view import CompareView
from app.diagnostics.model_setup import ModelSetup
from app.look.actions import make_actions
from app.look.geometry import geometry_text, least_size, restore_geometry
from app.look.widgets import column
from app.options.control import OptionsControl
from app.options.own_orders import OwnOrders
from app.options.panel import OptionsPanel
from app.queue.control import QueueControl
from app.queue.jobs import JobQueue
from app.queue.list_model import JobListModel
from app.queue.session import session_file
from app.queue.view import QueueView
from app.settings import settings as settings_file
from app.settings.preset_store import Presets
from app.window.commands import Commands
from app.window.edit_task import EditTask
from app.window.empty_view import EmptyView
from app.window.hand_over import HandOver
from app.window.in_view import InView
from app.window.messages import Notice, StatusLine
from app.window.next_step import NextStep
from app.window.opening import PictureOpener
from app.window.panels import FullScreen, Panels
from app.window.quitting import Quitting
from app.window.shell import Shell, WindowParts
from app.window.telling import Telling
from app.worker import EngineThread
from fdiwn.api.names import APP_NAME
from fdiwn.api.resources import resource

SAMPLE = "sample/sample.png"
IDLE = 1500
"""Milliseconds after which a new window may preload for previews."""
SAVE_PATIENCE = 60.0
"""Seconds at exit for saving a file, or for stopping a batch."""


class MainWindow(QMainWindow):
    """The window with its queue and engine. Closing it stops both, and then emits `ended`."""

    ended = Signal()
    _stale = Signal()
    """The views are out of date. Qt calls each slot even if an earlier one failed, so that an error
    in one part does not keep the others from being updated."""

    def __init__(
        self, engine: EngineThread, settings_path: Path, task: EditTask | None = None
    ) -> None:
        """task: the one picture that another program has opened the window for."""
        super().__init__()
        self._engine = engine
        self._settings_path = settings_path
        self._settings = settings_file.load(settings_path)
        self._closed = False
        self.hand_over: HandOver | None = None
        self.queue = JobQueue(engine.session.path, self)
        self.setup = ModelSetup(self)
        self.opener = PictureOpener(self.queue, engine, self._settings, self)
        self.commands = Commands(self.queue, self.setup, self._settings, self)
        self.actions_ = make_actions(self)
        self.notice = Notice()
        self.empty = EmptyView()
        self.view = CompareView()
        self.rail = QueueView(JobListModel(self.queue, self))
        presets = Presets(settings_path.with_name("presets.json"))
        self.options = OptionsPanel(self._settings.order, presets, self._settings.sections)
        self.control = OptionsControl(self.options, self.queue, engine, self._settings, self)
        self.status = StatusLine()
        listed = (self.queue, self.rail, self.options.order_to_run, self.actions_)
        # The list of another program's picture goes with the pixels.
        kept_in = engine.session.path if task is not None else session_file.default_folder()
        self.queue_control = QueueControl(*listed, engine.session, kept_in, self)
        self.own_orders = OwnOrders(self.options, self.queue, self.rail, self)
        parts = (self.queue, self.rail, self.options, self.control, self.commands, self.actions_)
        self.next_step = NextStep(*parts, self)
        live = self._settings.live_preview
        self.preview = LivePreview(self.view, engine.session.path, live, self)
        self._lay_out()
        self.compare = CompareControl(
            self, self.view, self.queue, engine, self.actions_, self._settings, self.preview
        )
        self.full_screen = FullScreen(self, self.panels, self.compare.bar, self.status)
        self._middle.addWidget(self.compare.crop.bar)
        self._middle.addWidget(self.full_screen.place)
        shell_parts = self._parts()
        self.shell = Shell(self, engine, self._settings, shell_parts)
        self.in_view = InView(self.rail, self.compare, self.preview, self.shell, shell_parts, self)
        self.telling = Telling(self.queue, self.rail, self.notice, self.status, self)
        self.status.place_bar(self.compare.bar)
        shared = BatchParts(self.options, self.queue, presets, self.shell.notifier.tell)
        self.batches = Batches(self, engine, self._settings, shared)
        self.quitting = Quitting(
            self.queue, self.commands.ask_save_all, self.queue_control.keeper.secure, self
        )
        self._connect_engine()
        self._connect_views()
        self._connect_actions()
        if task is not None:
            self._serve(task)
        restore_geometry(self, self._settings.window)
        self._follow_options()
        QTimer.singleShot(IDLE, self, self.preview.warm)

    def open(self, paths: Iterable[Path]) -> None:
        """Open files and folders, as if they were dropped."""
        self.opener.open(paths)

    def close_unasked(self, keep: bool = True) -> None:
        """Close without asking, as when the system ends the session.

        keep: keep unsaved results on disk, to be offered at the next start.
        """
        if not self._closed:
            self._closed = True
            self._end(keep and self.hand_over is None)

    # Construction

    def _lay_out(self) -> None:
        self.setWindowTitle(APP_NAME)
        self.setWindowIcon(QIcon(str(resource("icons/application.svg"))))
        self.setMinimumSize(least_size(QSize(880, 560)))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        bars = (self.queue_control.restore_bar, self.notice)
        middle = QWidget()
        self._middle = column(*bars, (self.stack, 1), parent=middle, spacing=0)
        parts = (self.queue_control.column, middle, self.options)
        self.panels = Panels(*parts, self._settings)
        self.setCentralWidget(self.panels.splitter)
        self.options.pause.setDefaultAction(self.queue_control.actions.pause)
        self.setStatusBar(self.status)
        self.status.place_beside(self.preview.hint)

    def _parts(self) -> WindowParts:
        """The parts for the shell."""
        return WindowParts(
            queue=self.queue,
            options=self.options,
            opener=self.opener,
            notice=self.notice,
            status=self.status,
            actions=self.actions_,
            queue_actions=self.queue_control.actions,
            compare_actions=self.compare.actions,
        )

    def _serve(self, task: EditTask) -> None:
        """Make this a window for another program's picture."""
        self.hand_over = made = HandOver(task, self._parts(), self.control, self)
        made.leave_out(self.shell.actions, self.shell.drops)
        self.shell.recent.menuAction().setVisible(False)
        self._middle.insertWidget(0, made.bar)
        made.bar.cancel.clicked.connect(self.close)
        made.opened.connect(self.rail.choose)
        made.ended.connect(self.close_unasked)

    def _connect_engine(self) -> None:
        worker = self._engine.worker
        worker.reported.connect(self.queue.on_event)
        worker.reported.connect(self.setup.on_event)
        worker.reported.connect(self.preview.on_event)

        self.queue.request.connect(self._engine.send)
        self.setup.request.connect(self._engine.send)
        self.preview.request.connect(self._engine.send)
        self.preview.changed.connect(self._refresh)
        self.queue.relisted.connect(self.preview.warm)

    def _connect_views(self) -> None:
        self._stale.connect(self._show_stack)
        for part in (self.in_view.show, self.next_step.show_run, self.next_step.show_progress):
            self._stale.connect(part)
        self.queue.updated.connect(self._refresh)
        self.setup.ready.connect(self.notice.dismiss)
        self.setup.ready.connect(self.control.take_model)
        self.setup.failed.connect(self.telling.problem)
        self.telling.listen(self.commands, self.control, self.opener, self.options.presets)
        self.telling.listen(self.compare, self.quitting)
        self.opener.opened.connect(self.rail.choose)
        self.rail.chosen.connect(self._choose)
        self.rail.selected_changed.connect(self.next_step.show_run)
        self.options.changed.connect(self._follow_options)
        self.options.start_wanted.connect(self.next_step.take)
        self.options.start_all_wanted.connect(self.next_step.start_all)
        self.options.stop_wanted.connect(self.queue_control.stop_all)
        self.options.save_wanted.connect(self.next_step.save)
        self.options.fetch_wanted.connect(self.commands.ask_fetch)
        self.options.import_wanted.connect(self.commands.ask_import)
        self.options.models_wanted.connect(self.commands.show_models)
        self.commands.model_removed.connect(self.control.list_models)
        self.empty.open_wanted.connect(self.opener.ask_open)
        self.empty.sample_wanted.connect(lambda: self.open([resource(SAMPLE)]))
        self.compare.again_wanted.connect(lambda job_id: self.control.start([job_id]))
        self.compare.crop.switched.connect(self._refresh)
        self.compare.mentioned.connect(self.status.showMessage)
        self.quitting.needed.connect(self.notice.ask)
        self.queue_control.told.connect(self.status.mention)
        self.quitting.decided.connect(self.close_unasked)
        self.compare.forward_space(self.rail)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions.open.triggered.connect(self.opener.ask_open)
        actions.open_folder.triggered.connect(self.opener.ask_open_folder)
        actions.save_all.triggered.connect(self.commands.ask_save_all)
        actions.quit.triggered.connect(self.close)
        actions.models.triggered.connect(self.commands.show_models)
        actions.fetch.triggered.connect(self.options.fetch)
        actions.import_model.triggered.connect(self.commands.ask_import)
        actions.check_computer.triggered.connect(self.control.check_computer)
        actions.batch.triggered.connect(self.batches.open)
        self.batches.closed.connect(self.save_settings)
        self.shell.preferred.connect(self.save_settings)
        shell = self.shell.actions
        self.view.addAction(shell.side_panels)
        self.panels.obey(shell.side_panels, self.view)
        self.full_screen.obey(shell.full_screen)
        actions.live_preview.setChecked(self.preview.on)
        actions.live_preview.toggled.connect(self._switch_preview)

    # Updating the views

    def _choose(self, job_id: int) -> None:
        self.queue.show(job_id)
        self._refresh()

    def _refresh(self) -> None:
        """Update every view from the queue and the options."""
        self._stale.emit()

    def _follow_options(self) -> None:
        self.queue.follow(self.options.general_order())
        self._refresh()

    def _show_stack(self) -> None:
        """Show the list and the picture, or where to drop some."""
        filled = bool(self.queue.jobs())
        appears = filled and self.stack.currentWidget() is self.empty
        self.stack.setCurrentWidget(self.view if filled else self.empty)
        self.panels.show_list(filled and self.hand_over is None)
        if appears:
            self.rail.setFocus()

    def _switch_preview(self, on: bool) -> None:
        self._settings.live_preview = on
        self.preview.switch(on)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, as in dialogs."""
        focused = self.focusWidget()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._closed or self.queue_control.kept or self._may_quit()):
            event.ignore()
            return
        self.close_unasked()
        event.accept()

    def _may_quit(self) -> bool:
        if self.hand_over is not None:
            return self.hand_over.may_close()
        return self.batches.may_quit() and self.quitting.may_quit()

    def save_settings(self) -> None:
        if self.hand_over is not None:
            return  # the format and the destination are not the user's
        self.control.remember()
        self.compare.remember()
        self.batches.remember()
        self._settings.window = geometry_text(self)

        settings_file.save(self._settings, self._settings_path)

    def _end(self, keep: bool) -> None:
        self.save_settings()
        self.hide()
        self.preview.close()
        self.compare.close()
        self.queue_control.close(keep)
        self.batches.close()
        self.shell.close()
        self._engine.stop(SAVE_PATIENCE if self.queue.saving or self.batches.running else 3.0)
        self.ended.emit()

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)
