"""A banner that offers to resume an unfinished batch of the chosen folder."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.batch.words import unfinished_line
from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, label, row
from fdiwn.batch.records.items import Unfinished
from fdiwn.batch.records.plan import BatchOptions


class UnfinishedBanner(QFrame):
    resume_wanted = Signal(object)
    """The `BatchOptions` that the batch was started with, None if they cannot be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("missing")
        self._options: BatchOptions | None = None
        self.text = label()
        tip = tr("What is finished is checked and kept; the rest is made")
        self.resume = button(tr("Resume"), tip, self._resume)
        self.dismiss = button(tr("Not Now"), do=self.hide)
        layout = row((self.text, 1), self.resume, self.dismiss, parent=self)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, theme.UNIT, theme.UNIT)
        self.hide()

    def offer(self, found: Unfinished | None) -> None:
        self._options = found.options if found is not None else None
        self.setVisible(found is not None)
        if found is not None:
            self.text.setText(unfinished_line(found))
            self.resume.setVisible(not found.in_use)

    def _resume(self) -> None:
        self.hide()
        self.resume_wanted.emit(self._options)
