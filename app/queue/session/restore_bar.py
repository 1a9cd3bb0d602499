"""A bar that offers to restore the list of the last session."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, label, row
from app.look.words import pictures
from app.queue.job import JobState
from app.queue.session.session_file import KeptJob


class RestoreBar(QFrame):
    restore_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.text = label(name=tr("Last session"))
        self.restore = button(
            tr("Restore"), tr("Put them into the list again"), self.restore_wanted
        )
        self.discard = button(
            tr("Discard"),
            tr("Forget the list; the files themselves stay"),
            self.discard_wanted,
        )
        layout = row((self.text, 1), self.restore, self.discard, parent=self)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, 2 * theme.UNIT, theme.UNIT)
        self.hide()

    def offer(self, jobs: list[KeptJob]) -> None:
        """Show what can be restored; hidden if there is nothing."""
        done = sum(job.state is JobState.DONE for job in jobs)
        text = tr("Restore your last session ({0})?").format(pictures(len(jobs)))
        if done:
            text += " " + tr("Enlarged, but not saved yet: {0}.").format(pictures(done))
        self.text.setText(text)
        self.setVisible(bool(jobs))
