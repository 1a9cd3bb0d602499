"""The foot of the options panel: pre-flight findings, progress, Upscale, Stop and Save."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QToolButton

from app.look import theme
from app.look.translation import counted, tr
from app.look.widgets import button, column, label, muted, progress_bar, row
from app.look.words import about, decimal, pictures, unbroken
from app.options.preflight.check import Preflight
from app.options.preflight.words import MOST_NAMES, lines, shortened, summary
from app.queue.progress import QueueProgress

STEPS = 1000


class Foot(QFrame):
    """Pre-flight findings, progress of the run with Pause and Stop, Upscale, Upscale All, and Save.

    The next step alone has the accent. The primary button never moves, and only starts or resumes;
    Stop is elsewhere, and nothing that appears during a run takes the place of another button.
    """

    start_wanted = Signal()
    start_all_wanted = Signal()
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
        self.all = button(tr("Upscale All"), do=self.start_all_wanted)
        self.all.hide()
        self.pause = QToolButton()
        self.pause.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop = button(tr("Stop"), tr("Stop enlarging"), self.stop_wanted)
        self.outdated = muted(tr("Saved before, with other options than these."))
        self.save = button(tr("Save…"), do=self.save_wanted)
        self._running = self._unsaved = False
        self._lay_out()
        self.show_preflight(Preflight(), {})
        self.show_run(0, 0, running=False, paused=False)
        self.show_progress(None)

    def show_preflight(
        self, found: Preflight, names: Mapping[int, str], some_done: bool = False
    ) -> None:
        """names: of the pictures, by id; empty if there is only one. some_done: see `summary`."""
        for shown, findings in ((self.refused, found.refused), (self.warnings, found.warnings)):
            said = lines(findings, names)
            shown.setText(shortened(said))
            shown.setToolTip("\n".join(lines(findings, names, MOST_NAMES)))
            shown.setVisible(bool(said) and not self._running)
        self.summary.setText(summary(found, some_done))
        self.summary.setVisible(bool(self.summary.text()) and not self._running)

    def show_run(self, chosen: int, rest: int, running: bool, paused: bool) -> None:
        """chosen: how many pictures Upscale would enlarge. rest: how many Upscale All would, 0 if
        they are the same."""
        self._running = running
        self.stop.setVisible(running)
        self.pause.setVisible(running and not paused)
        if running:
            for shown in (self.refused, self.warnings, self.summary):
                shown.hide()
        many = chosen > 1 and not running
        start = tr("Upscale {0}").format(pictures(chosen)) if many else tr("Upscale")
        self.primary.setText(tr("Resume") if paused else start)
        self.primary.setEnabled(paused or (chosen > 0 and not running))
        self.all.setEnabled(rest > 0 and not running)
        if not running:  # else it stays as it is, so that nothing moves under the mouse
            self.all.setText(counted("Upscale All (%n)", rest))
            self.all.setVisible(rest > 0)
            self._place_all()
        self._show_next()

    def show_progress(self, progress: QueueProgress | None, stopping: bool = False) -> None:
        """Show how far everything that was started is; None hides it."""
        self.progress.setVisible(progress is not None)
        self.progress_line.setVisible(progress is not None)
        self.stop.setText(tr("Stopping…") if stopping else tr("Stop"))
        self.stop.setEnabled(not stopping)
        if progress is None:
            return
        begun = progress.fraction > 0 or progress.paused
        self.progress.setRange(0, STEPS if begun else 0)  # 0 to 0 means busy
        self.progress.setValue(int(progress.fraction * STEPS))
        self.progress_line.setText("\n".join(_progress_lines(progress)))
        self.progress_line.setToolTip(_counts(progress))

    def show_saving(self, can_save: bool, unsaved: bool, outdated: bool) -> None:
        """unsaved: there is a result that is not saved with the current options. outdated: it is
        saved with others."""
        self.save.setEnabled(can_save)
        self.outdated.setVisible(outdated)
        self._unsaved = can_save and unsaved
        self._show_next()

    def _show_next(self) -> None:
        """Give the accent to what comes next, if anything does."""
        steps = (
            (self.primary, self.primary.isEnabled()),
            (self.save, self._unsaved),
            (self.all, self.all.isEnabled()),
        )
        following = next((step for step, comes in steps if comes), None)
        for step, _ in steps:
            accent(step, step is following)

    def _lay_out(self) -> None:
        self._run = row((self.progress_line, 1))
        for each in (self.pause, self.stop):
            self._run.addWidget(each, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._starts = row((self.primary, 1), (self.all, 1))
        said = (self.refused, self.warnings, self.summary)
        buttons = (self._starts, self.outdated, self.save)
        column(*said, self._run, self.progress, *buttons, parent=self, margin=2 * theme.UNIT)

    def _place_all(self) -> None:
        """Beside Upscale if the words have room, else below it."""
        needed = self.primary.sizeHint().width() + self.all.sizeHint().width() + theme.UNIT
        beside = needed <= self.width() - 4 * theme.UNIT
        ways = QBoxLayout.Direction
        self._starts.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


def accent(step: QPushButton, wanted: bool) -> None:
    """Give a button the accent of the next step, or take it away."""
    name = "primary" if wanted else "step"
    if step.objectName() != name:
        step.setObjectName(name)
        step.style().unpolish(step)
        step.style().polish(step)


def _progress_lines(progress: QueueProgress) -> list[str]:
    percent = int(progress.fraction * 100)
    if progress.paused:
        said = tr("Paused at {0} %").format(percent)
    elif progress.seconds_left is not None:
        said = tr("{0} %, {1}").format(percent, about(progress.seconds_left))
    else:
        said = tr("{0} %").format(percent) if percent else tr("Preparing…")
    said = unbroken(said)
    if progress.total < 2:
        return [said]
    return [said, counted("{0} of %n pictures", progress.total).format(progress.done)]


def _counts(progress: QueueProgress) -> str:
    counts = tr("{0} of {1} pictures are done, {2} of them failed").format(
        progress.done, progress.total, progress.failed
    )
    millions = decimal(progress.megapixels, 0 if progress.megapixels >= 10 else 1)
    return f"{counts}\n" + tr("{0} MP in all").format(millions)
