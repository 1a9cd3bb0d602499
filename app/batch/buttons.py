"""The buttons of the batch dialog, and which of them are enabled."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from app.batch.control import BatchControl, Phase
from app.look.translation import tr
from app.look.widgets import button, column, row


class BatchButtons(QWidget):
    """The buttons keep their places. during: buttons that pause or stop the run; placed away from
    the others, so that no double click starts and stops a batch."""

    def __init__(self) -> None:
        super().__init__()
        self.report = button(tr("Open Report"), tr("What became of every file, as a table"))
        self.folder = button(tr("Show in Folder"))
        self.retry = button(tr("Retry Failed"))
        self.pause = button(tr("Pause"))
        self.cancel = button(tr("Cancel"))
        self.plan = button(
            tr("Preview"), tr("Look through the folders and show what would be done")
        )
        self.run = button(tr("Run"))
        self.run.setObjectName("primary")
        self.run.setDefault(True)
        self.close_ = button(tr("Close"))
        self.during = QWidget()
        row(self.pause, self.cancel, parent=self.during)
        looking = row(self.folder, self.report, None)
        column(looking, row(None, self.retry, self.close_, self.plan, self.run), parent=self)
        for each in (*self.during.findChildren(QPushButton), *self.findChildren(QPushButton)):
            each.setAutoDefault(each is self.run)

    def refresh(self, control: BatchControl, ready: bool) -> None:
        """ready: everything that a plan needs is chosen."""
        phase = control.phase
        ended = phase is Phase.ENDED
        self.report.setVisible(bool(control.count.records) and phase is not Phase.RUNNING)
        self.folder.setVisible(control.plan is not None)
        # After a crash only the journal knows what is left; the dialog offers to resume.
        self.retry.setVisible(ended and control.problem is None)
        left = control.count.to_retry
        self.retry.setEnabled(bool(left))
        unreached = any(key not in {r.key for r in control.count.failed} for key in left)
        self.retry.setText(tr("Go On") if unreached else tr("Retry Failed"))
        self.pause.setVisible(phase is Phase.RUNNING)
        self.pause.setEnabled(not control.stopping)
        self.pause.setText(tr("Resume") if control.paused else tr("Pause"))
        self.cancel.setVisible(control.busy)
        self.cancel.setEnabled(not control.stopping)
        self.cancel.setText(tr("Stop Watching") if phase is Phase.WATCHING else tr("Cancel"))
        self.plan.setEnabled(ready and not control.busy)
        wanted = bool(control.to_make()) or control.watch
        # Without a plan it makes one; after a run, what is left is for Retry Failed and Go On.
        self.run.setEnabled(wanted if phase is Phase.PLANNED else ready and phase is Phase.IDLE)
