"""The buttons of the batch dialog, and which of them mean something at the moment."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.batch.control import BatchControl, Phase
from app.look import theme
from app.look.translation import tr


class BatchButtons(QWidget):
    """Each stays in its place whatever happens. during: those that hold or end what is under way,
    for another place than that of the others, so that no double click starts and ends a batch."""

    def __init__(self) -> None:
        super().__init__()
        self.report = QPushButton(tr("Open Report"))
        self.report.setToolTip(tr("What became of every file, as a table"))
        self.folder = QPushButton(tr("Show in Folder"))
        self.retry = QPushButton(tr("Retry Failed"))
        self.pause = QPushButton(tr("Pause"))
        self.cancel = QPushButton(tr("Cancel"))
        self.plan = QPushButton(tr("Dry Run"))
        self.plan.setToolTip(tr("Look through the folders and show what would be done"))
        self.run = QPushButton(tr("Run"))
        self.run.setObjectName("primary")
        self.run.setDefault(True)
        self.close_ = QPushButton(tr("Close"))
        self.during = QWidget()
        ending, both = QHBoxLayout(self.during), QVBoxLayout(self)
        looking, row = QHBoxLayout(), QHBoxLayout()
        layouts: tuple[QBoxLayout, ...] = (ending, both, looking, row)
        for layout in layouts:
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme.UNIT)
        both.addLayout(looking)
        both.addLayout(row)
        for button in (self.pause, self.cancel):
            ending.addWidget(button)
        for button in (self.folder, self.report):
            looking.addWidget(button)
        looking.addStretch()
        row.addStretch()
        for button in (self.retry, self.close_, self.plan, self.run):
            row.addWidget(button)
        for button in (*self.during.findChildren(QPushButton), *self.findChildren(QPushButton)):
            button.setAutoDefault(button is self.run)

    def refresh(self, control: BatchControl, ready: bool) -> None:
        """ready: all that a plan needs is chosen."""
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
        self.run.setEnabled(phase is Phase.PLANNED and wanted)
