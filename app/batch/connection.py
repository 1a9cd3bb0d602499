"""Connects batches with the window: the dialog, what is kept, the desktop, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from app.batch import choice as batch_choice
from app.batch.awake import BatchAwake
from app.batch.control import BatchControl, Phase
from app.batch.dialog import BatchDialog
from app.desktop.file_manager import show_folder
from app.desktop.long_run import DesktopRun, is_unattended
from app.desktop.sleep import SleepGuard
from app.desktop.taskbar import TaskbarProgress
from app.options.panel import OptionsPanel
from app.queue.jobs import JobQueue
from app.settings.preset_store import Presets
from app.settings.settings import Settings
from app.worker import EngineThread
from fdiwn.api.errors import OutputError
from fdiwn.api.names import APP_NAME
from fdiwn.batch.records.report import Summary, write_report

REPORT = Path(".fdiwn-batch", "report.csv")
"""Below the folder of results, beside the journal."""


@dataclass(frozen=True)
class Beside:
    """What of the window's own batches need. tell: a title and a text, to the desktop."""

    options: OptionsPanel
    queue: JobQueue
    presets: Presets
    tell: Callable[[str, str], None]


class Batches(QObject):
    """Owned by the window. dialog: made when it is first wanted, and kept."""

    closed = Signal()
    """The dialog was closed: what it holds should be remembered."""

    def __init__(
        self, window: QWidget, engine: EngineThread, settings: Settings, beside: Beside
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._beside = window, settings, beside
        self.control = BatchControl(settings.speeds, self)
        self.control.request.connect(engine.send)
        engine.worker.reported.connect(self.control.on_event)
        self.dialog: BatchDialog | None = None
        self.awake = BatchAwake(
            self.control,
            DesktopRun(
                TaskbarProgress(window),
                SleepGuard(self),
                beside.tell,
                lambda: is_unattended(settings),
            ),
            self,
        )

    @property
    def running(self) -> bool:
        return self.control.phase is Phase.RUNNING

    def open(self) -> BatchDialog:
        """Show the dialog, as it was left."""
        if self.dialog is None:
            self.dialog = self._make()
        self.dialog.follow(self._beside.options.order_to_run())
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.look_for_unfinished()
        return self.dialog

    def may_quit(self) -> bool:
        """Ask if a batch would be stopped."""
        if not self.control.running:
            return True
        text = self.tr(
            "A batch is still running. What is finished is kept, and the rest can be done later. "
            "Stop it and quit?"
        )
        box = QMessageBox(QMessageBox.Icon.NoIcon, APP_NAME, text, parent=self._window)
        button = box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is button

    def remember(self) -> None:
        if self.dialog is not None:
            self._settings.batch = batch_choice.to_json(self.dialog.form.choice())

    def close(self) -> None:
        self.awake.close()
        if self.dialog is not None:
            self.dialog.hide()

    def _make(self) -> BatchDialog:
        dialog = BatchDialog(
            self.control,
            self._beside.presets,
            lambda: self._beside.queue.working,
            self._window,
        )
        choice = batch_choice.from_json(self._settings.batch)
        dialog.show_choice(choice, self._beside.options.order_to_run())
        dialog.form.sources.set_start(self._settings.open_folder)
        dialog.report_wanted.connect(self._open_report)
        dialog.folder_wanted.connect(self._show_folder)
        dialog.closed.connect(self.closed)
        self._beside.options.changed.connect(self._follow)
        return dialog

    def _follow(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.follow(self._beside.options.order_to_run())

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
