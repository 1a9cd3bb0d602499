"""The window that another program has opened for one picture: Done hands its result back.

The list has exactly this picture, and nothing is added, remembered or offered again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QMessageBox

from app.desktop.drop_target import DropTarget
from app.look import theme
from app.look.question import Role, question_box
from app.look.translation import tr
from app.look.widgets import button, label, row
from app.options.control import OptionsControl
from app.options.foot import accent
from app.queue.job import Job, Problem
from app.window.edit_task import EditTask
from app.window.menu_bar import ShellActions
from app.window.shell import WindowParts

DONE, CANCELLED, FAILED = 0, 1, 3
"""Exit codes. 2 is a command line that makes no sense."""


class HandOverBar(QFrame):
    """Says what is waited for, with Done and Cancel."""

    def __init__(self, task: EditTask) -> None:
        super().__init__()
        self.setObjectName("notice")
        replaces = tr("Another program is waiting. Done replaces {0} with the enlarged picture.")
        writes = tr("Another program is waiting. Done writes the enlarged picture to {0}.")
        text = replaces if task.in_place else writes
        self.text = label(text.format(task.target.name), name=tr("Another program is waiting"))
        self.text.setToolTip(str(task.target))
        self.cancel = button(tr("Cancel"), tr("Go back and change nothing"))
        self.done = button(tr("Done"), tr("Enlarge if necessary, write the file and go back"))
        # The place of Save, which this window does not have.
        self.done.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        layout = row((self.text, 1), self.cancel, self.done, parent=self, spacing=theme.UNIT)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, 2 * theme.UNIT, theme.UNIT)


class HandOver(QObject):
    """Enlarges and writes the picture when Done is pressed. box: the question, while it is open."""

    opened = Signal(int)
    """The job of the picture."""
    ended = Signal()
    """The result is written, or not wanted: the window may close."""

    def __init__(
        self, task: EditTask, parts: WindowParts, control: OptionsControl, window: QObject
    ) -> None:
        super().__init__(window)
        self._task, self._parts, self._control = task, parts, control
        self._queue, self._options = parts.queue, parts.options
        self._id = -1
        self._finishing = self._written = False
        self._before: object = None
        """The result that there was when Done was pressed."""
        self.bar = HandOverBar(task)
        self.box: QMessageBox | None = None
        self.bar.done.clicked.connect(self.finish)
        self._options.fix_format(task.format)
        self._options.foot.save.hide()
        parts.opener.refuses = tr(
            "This window is for one picture of another program. Open others in a window of their "
            "own."
        )
        # Queued: the queue is still settling, and this asks for more.
        self._queue.updated.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._queue.updated.connect(self.show_step)
        self._options.changed.connect(self.show_step)

    def leave_out(self, shell: ShellActions, drops: DropTarget) -> None:
        """Take away what is about several pictures, other names, or the normal window."""
        actions, queue = self._parts.actions, self._parts.queue_actions
        for action in (
            *(actions.open, actions.open_folder, actions.save, actions.save_all, actions.batch),
            *(actions.remove, actions.upscale_all, shell.paste, shell.preferences),
            *(queue.undo, queue.redo, queue.select_all, queue.upscale, queue.stop),
            *(queue.retry_all, queue.move_up, queue.move_down, queue.own, queue.follow),
            queue.clear,
        ):
            action.setVisible(False)
        drops.close()

    def open(self) -> None:
        """List the picture."""
        (self._id,) = self._queue.add([self._task.source])
        self.opened.emit(self._id)

    @property
    def code(self) -> int:
        """The exit code of the program, as it stands."""
        if self._written:
            return DONE
        return FAILED if self.problem is not None else CANCELLED

    @property
    def problem(self) -> Problem | None:
        """What went wrong last, unless it was mended."""
        job = self._queue.job(self._id)
        return job.problem if job is not None and not self._written else None

    def finish(self) -> None:
        """Done: write the result, and enlarge first if there is none with the present options."""
        job = self._queue.job(self._id)
        if job is None:
            return
        self._finishing = True
        self._before = job.result
        self._queue.resume()
        if not job.active:
            self._take(job)
        self.show_step()

    def may_close(self) -> bool:
        """Whether nothing would be lost; else asks, or waits until the file is written."""
        job = self._queue.job(self._id)
        if self._queue.saving:
            self._parts.notice.say(tr("The window closes when all is saved."))
        elif job is not None and job.unsaved:
            self._ask()
        else:
            return True
        return False

    def show_step(self) -> None:
        """Show whether Done can be pressed, and whether it is the next step."""
        job, bar = self._queue.job(self._id), self.bar
        possible = job is not None and not job.unreadable and self._options.order() is not None
        stopping = job is not None and job.stopping
        bar.done.setEnabled(possible and not self._finishing and not stopping)
        bar.done.setText(tr("Finishing…") if self._finishing else tr("Done"))
        bar.cancel.setEnabled(not self._queue.saving)
        made = job is not None and self._is_current(job)
        accent(bar.done, made and bar.done.isEnabled())

    def _go_on(self) -> None:
        """Take the next step after Done, when the queue has taken one."""
        job = self._queue.job(self._id)
        if not self._finishing or job is None:
            return
        if job.stopping:
            self._give_up()  # also if the last tile is faster than the stop
            return
        if job.active or job.saving:
            return
        if job.saved_to == self._task.target and job.problem is None:
            self._finishing, self._written = False, True
            self.ended.emit()
        elif job.problem is not None or job.result is self._before:
            self._give_up()  # it failed, or waited and was taken off
        else:
            self._before = job.result
            self._take(job)

    def _take(self, job: Job) -> None:
        if self._is_current(job):
            self._before = None  # so that the next report is not taken for a stop
            self._queue.save(job.id, self._task.target, overwrite=True)
            return
        self._control.start([job.id])
        started = self._queue.job(job.id)
        if started is None or not started.active:
            self._give_up()  # the options make it impossible, and the notice says why

    def _give_up(self) -> None:
        self._finishing = False
        self.show_step()

    def _is_current(self, job: Job) -> bool:
        """Whether there is a result with the present options."""
        run = self._queue.wanted(job).run
        return job.result is not None and not job.active and not job.made_otherwise(run)

    def _ask(self) -> None:
        if self.box is not None:
            self.box.raise_()
            return
        text = tr("The enlarged picture is not handed over yet.")
        answers = [(tr("Done"), Role.AcceptRole), (tr("Discard"), Role.DestructiveRole)]
        box, (done, discard) = question_box(self.bar, text, answers, first=True)

        def answered() -> None:
            self.box = None
            box.deleteLater()
            if box.clickedButton() is done:
                self.finish()
            elif box.clickedButton() is discard:
                self.ended.emit()

        box.finished.connect(answered)
        self.box = box
        box.open()
