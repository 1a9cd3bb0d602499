"""Asks what to do with unsaved results before the window closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from app.look.question import Role, question_box
from app.look.translation import tr
from app.look.words import pictures
from app.queue.job import Job, JobState
from app.queue.jobs import JobQueue


class Quitting(QObject):
    """Asks, and waits for files being saved; results are discarded only if the user says so.

    save_all: asks for a folder and starts saving; False if the user cancelled. secure: writes the
    list with its results; False if that failed. box: the question, while it is open.
    """

    decided = Signal(bool)
    """The window may close now; whether unsaved results are kept for the next start."""
    told = Signal(str)
    """A message for the user."""
    needed = Signal(str)
    """A message about something that the user has to do."""

    def __init__(
        self,
        queue: JobQueue,
        save_all: Callable[[], bool],
        secure: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._queue, self._save_all, self._secure = queue, save_all, secure
        self._window = window
        self._waits = False
        self.box: QMessageBox | None = None
        queue.updated.connect(self._follow)

    def may_quit(self) -> bool:
        """Whether the window may close at once; if not, `decided` follows unless the user stays."""
        if self.box is not None:
            self.box.raise_()
        elif self._queue.working or self._waits or any(job.unsaved for job in self._queue.jobs()):
            self._ask()
        elif self._queue.saving:
            self._wait()
        else:
            return True
        return False

    def _unsaved(self) -> list[Job]:
        """Includes results being saved, which may still fail."""
        return [job for job in self._queue.jobs() if job.result and job.saved_to is None]

    def _ask(self) -> None:
        self._waits = False
        if self._unsaved():
            answers = [
                (tr("Save All…"), Role.AcceptRole),
                (tr("Keep for Next Time"), Role.YesRole),
                (tr("Discard"), Role.DestructiveRole),
            ]
            steps = [self._save, self._keep, self._discard]
        else:
            answers, steps = [(tr("Quit"), Role.AcceptRole)], [self._keep]
        box, buttons = question_box(self._window, "", answers, first=True)
        actions: dict[QAbstractButton, Callable[[], None]] = dict(zip(buttons, steps, strict=True))
        box.finished.connect(lambda: self._answered(actions.get(box.clickedButton())))
        self.box = box
        self._say()
        box.open()

    def _say(self) -> None:
        if self.box is None:
            return
        unsaved = len(self._unsaved())
        lines = []
        if unsaved:
            lines.append(tr("Enlarged, but not saved yet: {0}.").format(pictures(unsaved)))
        if self._queue.working:
            running = any(job.state is JobState.RUNNING for job in self._queue.jobs())
            waiting = tr("The list is paused, and pictures wait.")
            lines.append(tr("Pictures are still being enlarged.") if running else waiting)
        self.box.setText(" ".join(lines))
        more = []
        if unsaved:
            more.append(tr("What you keep is offered at the next start, as it is."))
        if self._queue.working:
            more.append(tr("What is not finished begins anew at the next start."))
        self.box.setInformativeText(" ".join(more))

    def _answered(self, action: Callable[[], None] | None) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None
        if action is not None:
            action()

    def _save(self) -> None:
        if self._save_all():
            self._wait()

    def _keep(self) -> None:
        if self._secure():
            self.decided.emit(True)
        else:
            self.needed.emit(
                tr(
                    "The list could not be written down, so the window stays open. Save the "
                    "results, or make room on the disk, and quit again."
                )
            )

    def _discard(self) -> None:
        self.decided.emit(False)

    def _wait(self) -> None:
        self._waits = True
        self.told.emit(tr("The window closes when all is saved."))
        self._follow()

    def _follow(self) -> None:
        self._say()
        if not self._waits or self._queue.saving:
            return
        self._waits = False
        if not any(job.problem for job in self._unsaved()):
            self._keep()  # with results finished meanwhile
