"""Downloads and imports models, after showing the terms in a dialog."""

from __future__ import annotations

import itertools
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QWidget,
)

from app.look import theme
from app.look.model_words import licence_position, model_name
from app.look.translation import tr
from app.look.widgets import button, column, label, progress_bar, row
from app.look.words import megabytes
from app.queue.job import Problem
from fdiwn.api.catalog import ModelInfo
from fdiwn.service.client.events import Cancelled, Event, Failed, ModelReady, Progress
from fdiwn.service.client.orders import Cancel, Task
from fdiwn.service.client.requests import Fetch, ImportModel

log = logging.getLogger(__name__)


class ModelSetup(QObject):
    """Downloads or imports one model at a time."""

    request = Signal(object)
    progress = Signal(int, int)
    """Bytes so far, total bytes."""
    ready = Signal(object)
    """The path of a model that is now usable."""
    failed = Signal(object)
    """A `Problem`."""
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._current: tuple[int, Task] | None = None

    @property
    def busy(self) -> bool:
        return self._current is not None

    def fetch(self, info: ModelInfo) -> None:
        self._begin(Fetch(next(self._numbers), info.name))

    def import_file(self, source: Path) -> None:
        self._begin(ImportModel(next(self._numbers), source))

    def cancel(self) -> None:
        if self._current is not None:
            self.request.emit(Cancel(*self._current))

    def on_event(self, event: Event) -> None:
        """Handle the engine's events; events of other owners are ignored."""
        if isinstance(event, Progress) and (event.job_id, event.task) == self._current:
            self.progress.emit(event.done, event.total)
        elif isinstance(event, ModelReady):
            self._current = None
            self.ready.emit(event.path)
        elif isinstance(event, Failed | Cancelled) and event.task in (Task.FETCH, Task.IMPORT):
            self._current = None
            if isinstance(event, Failed):
                self.failed.emit(Problem.of(event))
            else:
                self.cancelled.emit()

    def _begin(self, work: Fetch | ImportModel) -> None:
        if self._current is None:
            self._current = (work.job_id, work.task)
            self.request.emit(work)


class FetchDialog(QDialog):
    """Shows what would be downloaded, from where and on which terms; downloads on request only."""

    def __init__(self, info: ModelInfo, setup: ModelSetup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info, self._setup = info, setup
        self.setWindowTitle(tr("Fetch a model"))
        self.setMinimumWidth(480)
        title = QLabel(model_name(info))
        title.setObjectName("headline")
        size = info.origin.bytes if info.origin else info.bytes
        facts = QFormLayout()
        facts.setHorizontalSpacing(2 * theme.UNIT)
        for name, value in (
            (tr("Download"), megabytes(size)),
            (tr("From"), info.source),
            (tr("Licence"), info.licence),
        ):
            said = QLabel(name)
            said.setObjectName("muted")
            facts.addRow(said, QLabel(value))
        terms = label(licence_position())
        self.progress = progress_bar(tr("Download"))
        room = self.progress.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # so that the layout does not move when it appears
        self.progress.setSizePolicy(room)
        self.progress.hide()
        self.message = label()
        self.message.hide()
        self.download = button(tr("Download"), do=self._begin)
        self.download.setObjectName("primary")
        self.download.setDefault(True)
        buttons = row(None, button(tr("Cancel"), do=self.reject), self.download)
        parts = (title, facts, terms, self.progress, self.message, buttons)
        column(*parts, parent=self, margin=3 * theme.UNIT, spacing=2 * theme.UNIT)
        setup.progress.connect(self._advance)
        setup.ready.connect(self.accept)
        setup.failed.connect(self._fail)
        setup.cancelled.connect(self._reset)

    def reject(self) -> None:
        """Stop the download; it can be resumed later."""
        self._setup.cancel()
        super().reject()

    def _begin(self) -> None:
        self.download.setEnabled(False)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.message.hide()
        self._setup.fetch(self._info)

    def _advance(self, done: int, total: int) -> None:
        # Qt's ranges end at 2^31, so use thousandths.
        self.progress.setRange(0, 1000 if total else 0)
        self.progress.setValue(done * 1000 // total if total else 0)

    def _fail(self, problem: Problem) -> None:
        self._reset()
        self.message.setObjectName("error")
        self.message.setText(problem.sentence())
        self.message.show()
        self.adjustSize()

    def _reset(self) -> None:
        self.progress.hide()
        self.download.setEnabled(True)
