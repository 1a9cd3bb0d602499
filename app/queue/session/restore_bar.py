"""A calm strip that offers the list of the last session; it waits, and forces nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.look import theme
from app.look.words import pictures
from app.queue.job import JobState
from app.queue.session.codec import KeptJob


class RestoreBar(QFrame):
    restore_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setAccessibleName(self.tr("Pictures from last time"))
        self.restore = QPushButton(self.tr("Restore"))
        self.restore.setToolTip(self.tr("Put them into the list again"))
        self.discard = QPushButton(self.tr("Discard"))
        self.discard.setToolTip(self.tr("Forget the list; the files themselves stay"))
        self.restore.clicked.connect(self.restore_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, 2 * theme.UNIT, theme.UNIT)
        layout.setSpacing(theme.UNIT)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.restore)
        layout.addWidget(self.discard)
        self.hide()

    def offer(self, jobs: list[KeptJob]) -> None:
        """Show what there is; nothing hides it."""
        done = sum(job.state is JobState.DONE for job in jobs)
        text = self.tr("{0} from last time.").format(pictures(len(jobs)))
        if done:
            text += " " + self.tr("Enlarged, but not saved yet: {0}.").format(pictures(done))
        self.text.setText(text)
        self.setVisible(bool(jobs))
