"""The foot of the options panel: pre-flight findings, progress, Upscale, Stop and Save."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, column, label, muted, progress_bar, row
from app.look.words import about, pictures
from app.options.preflight.check import Preflight
from app.options.preflight.words import lines, shortened, summary
from app.queue.job import Job


class Foot(QFrame):
    """Pre-flight findings, progress of the run with Stop, Upscale, and Save.

    The primary button never moves and only starts; Stop is elsewhere, and nothing that appears
    during a run takes the place of another button.
    """

    start_wanted = Signal()
    stop_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.refused = label(style="error", name=tr("What cannot work"))
        self.warnings = label(style="muted", name=tr("What to know"))
        self.summary = label(style="muted", name=tr("What it takes"))
        self.progress = progress_bar(tr("Progress"))
        self.progress_line = muted()
        self.primary = button(tr("Upscale"), do=self.start_wanted)
        self.primary.setObjectName("primary")
        self.stop = button(tr("Stop"), tr("Stop enlarging"), self.stop_wanted)
        self.stop.hide()
        self.outdated = muted(tr("Saved before, with other options than these."))
        self.save = button(tr("Save…"), do=self.save_wanted)
        self._running = False
        run = row((self.progress_line, 1))
        run.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        said = (self.refused, self.warnings, self.summary)
        buttons = (self.primary, self.outdated, self.save)
        column(*said, run, self.progress, *buttons, parent=self, margin=2 * theme.UNIT)
        self.show_preflight(Preflight(), 0)
        self.show_progress(None, 0)

    def show_preflight(self, found: Preflight, total: int) -> None:
        """total: pictures that were checked."""
        several = total > 1
        for shown, findings in ((self.refused, found.refused), (self.warnings, found.warnings)):
            said = lines(findings, several)
            shown.setText(shortened(said))
            shown.setToolTip("\n".join(said))
            shown.setVisible(bool(said) and not self._running)
        self.summary.setText(summary(found))
        self.summary.setVisible(bool(self.summary.text()) and not self._running)

    def show_run(self, to_do: int, running: bool, can_start: bool) -> None:
        self._running = running
        self.stop.setVisible(running)
        many = tr("Upscale {0}").format(pictures(to_do))
        self.primary.setText(many if to_do > 1 and not running else tr("Upscale"))
        self.primary.setEnabled(can_start and to_do > 0 and not running)
        if running:
            for shown in (self.refused, self.warnings, self.summary):
                shown.hide()

    def show_progress(self, job: Job | None, waiting: int) -> None:
        """Show the running job's progress; None hides it."""
        self.progress.setVisible(job is not None)
        self.progress_line.setVisible(job is not None)
        stopping = job is not None and job.stopping
        self.stop.setText(tr("Stopping…") if stopping else tr("Stop"))
        self.stop.setEnabled(not stopping)
        if job is None:
            return
        self.progress.setRange(0, job.total)  # 0 to 0 means busy
        self.progress.setValue(job.done)
        left = job.seconds_left(time.monotonic())
        known = tr("Tile {0} of {1}").format(job.done, job.total)
        lines_ = [known if job.total else tr("Working…")]
        if left is not None:
            lines_[0] += ", " + about(left)
        if waiting:
            lines_.append(tr("{0} waiting").format(pictures(waiting)))
        self.progress_line.setText("\n".join(lines_))

    def show_saving(self, can_save: bool, outdated: bool) -> None:
        """outdated: the result is saved, but not with the current options."""
        self.save.setEnabled(can_save)
        self.outdated.setVisible(outdated)
