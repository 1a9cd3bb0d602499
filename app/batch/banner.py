"""Offers to go on with a batch that the chosen folder has from an earlier time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from app.batch.words import unfinished_line
from app.look import theme
from app.look.translation import tr
from fdiwn.batch.records.items import Unfinished
from fdiwn.batch.records.plan import BatchOptions


class UnfinishedBanner(QFrame):
    resume_wanted = Signal(object)
    """The `BatchOptions` that the batch was begun with, None where they cannot be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("missing")
        self._options: BatchOptions | None = None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.resume = QPushButton(tr("Resume"))
        self.resume.setToolTip(tr("What is finished is checked and kept; the rest is made"))
        self.dismiss = QPushButton(tr("Not Now"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, theme.UNIT, theme.UNIT)
        layout.setSpacing(theme.UNIT)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.resume)
        layout.addWidget(self.dismiss)
        self.resume.clicked.connect(self._resume)
        self.dismiss.clicked.connect(self.hide)
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
