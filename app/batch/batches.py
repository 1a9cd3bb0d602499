"""Owns the batch dialog and its control, and connects them to window, settings and desktop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.batch import choice as batch_choice
from app.batch.control import BatchControl, Phase
from app.batch.dialog import BatchDialog
from app.batch.words import end_line
from app.desktop.file_manager import show_folder
from app.desktop.long_run import DesktopRun, is_unattended
from app.desktop.sleep import SleepGuard
from app.desktop.taskbar import TaskbarProgress
from app.look.question import Role, question_box
from app.look.translation import tr
from app.options.panel import OptionsPanel
from app.queue.jobs import JobQueue
from app.settings.preset_store import Presets
from app.settings.settings import Settings
from app.worker import EngineThread
from fdiwn.api.errors import OutputError
from fdiwn.api.json_records import to_plain
from fdiwn.batch.records.events import State
from fdiwn.batch.records.report import Summary, write_report

REPORT = Path(".fdiwn-batch", "report.csv")
"""Inside the output folder, beside the journal."""


@dataclass(frozen=True)
class BatchParts:
    """The parts of the window that batches need. tell: shows a notification with title and text."""

    options: OptionsPanel
    queue: JobQueue
    presets: Presets
    tell: Callable[[str, str], None]


class Batches(QObject):
    """Owned by the window. dialog: created when it is first opened."""

    closed = Signal()
    """The dialog was closed: remember its choices."""

    def __init__(
        self, window: QWidget, engine: EngineThread, settings: Settings, parts: BatchParts
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._parts = window, settings, parts
        self.control = BatchControl(settings.speeds, self)
        self.control.request.connect(engine.send)
        engine.worker.reported.connect(self.control.on_event)
        self.dialog: BatchDialog | None = None
        self.run_watch = BatchWatch(
            self.control,
            DesktopRun(
                TaskbarProgress(window),
                SleepGuard(self),
                parts.tell,
                lambda: is_unattended(settings),
            ),
            self,
        )

    @property
    def running(self) -> bool:
        return self.control.phase is Phase.RUNNING

    def open(self) -> BatchDialog:
        """Show the dialog as it was left."""
        if self.dialog is None:
            self.dialog = self._make()
        self.dialog.follow(self._parts.options.order_to_run())
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.look_for_unfinished()
        return self.dialog

    def may_quit(self) -> bool:
        """Ask, if closing would stop a batch."""
        if not self.control.running:
            return True
        text = tr(
            "A batch is still running. What is finished is kept, and the rest can be done later. "
            "Stop it and quit?"
        )
        box, (quits,) = question_box(self._window, text, [(tr("Quit"), Role.AcceptRole)])
        box.exec()
        return box.clickedButton() is quits

    def remember(self) -> None:
        if self.dialog is not None:
            self._settings.batch = to_plain(self.dialog.form.choice())

    def close(self) -> None:
        self.run_watch.close()
        if self.dialog is not None:
            self.dialog.hide()

    def _make(self) -> BatchDialog:
        dialog = BatchDialog(
            self.control,
            self._parts.presets,
            lambda: self._parts.queue.working,
            self._window,
        )
        choice = batch_choice.from_json(self._settings.batch)
        dialog.show_choice(choice, self._parts.options.order_to_run())
        dialog.form.sources.set_start(self._settings.open_folder)
        dialog.report_wanted.connect(self._open_report)
        dialog.folder_wanted.connect(self._show_folder)
        dialog.closed.connect(self.closed)
        self._parts.options.changed.connect(self._follow)
        return dialog

    def _follow(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.follow(self._parts.options.order_to_run())

    def _output(self) -> Path | None:
        return self.control.plan.options.output if self.control.plan is not None else None

    def _open_report(self) -> None:
        output = self._output()
        if output is None or self.dialog is None:
            return
        path = output / REPORT
        try:
            write_report(path, Summary(tuple(self.control.count.records.values())))
        except OutputError as error:
            self.dialog.progress.tell(str(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _show_folder(self) -> None:
        if (output := self._output()) is not None:
            show_folder(output)


class BatchWatch(QObject):
    """Shows a batch on the desktop. The computer may sleep while it only watches folders."""

    def __init__(
        self, control: BatchControl, desktop: DesktopRun, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._control, self._desktop = control, desktop
        control.phase_changed.connect(self._look)
        control.told.connect(self._look)

    def close(self) -> None:
        """Let the computer sleep again, even if a batch is still running."""
        self._desktop.close()

    def _look(self) -> None:
        count = self._control.count
        if self._control.phase is Phase.RUNNING:
            reason = tr("Enlarging a batch of pictures")
            self._desktop.show(count.fraction, count.total - count.ended, reason)
        elif self._desktop.under_way:
            self._desktop.end(end_line(count, bool(count.number(State.NOT_REACHED))))
