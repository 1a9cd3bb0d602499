"""What the buttons under the options do now: Upscale, Upscale All, Resume, Save."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.look.actions import Actions
from app.options.control import OptionsControl
from app.options.panel import OptionsPanel
from app.queue.job import Job, JobState
from app.queue.jobs import JobQueue
from app.queue.save_options import outdated, to_be_saved
from app.queue.view import QueueView
from app.window.commands import Commands

TICK = 500
"""Milliseconds between two looks at the progress; a large tile takes many seconds."""


class NextStep(QObject):
    """Shows and takes the next step for the pictures that are selected, and for the whole list."""

    def __init__(
        self,
        queue: JobQueue,
        rail: QueueView,
        options: OptionsPanel,
        control: OptionsControl,
        commands: Commands,
        actions: Actions,
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._queue, self._rail, self._options = queue, rail, options
        self._control, self._commands, self._actions = control, commands, actions
        actions.save.triggered.connect(self.save)
        actions.upscale.triggered.connect(self.start)
        actions.upscale_all.triggered.connect(self.start_all)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._show_run_progress)

    def show_run(self) -> None:
        """Show what Upscale and Upscale All would do; the pre-flight checks all of it."""
        working = self._queue.working
        chosen, everything = self._control.fit(self._chosen(), self._all())
        rest = [] if set(everything) <= set(chosen) else everything
        paused = working and self._queue.paused
        available = self._options.model_.available
        count, more = (len(chosen), len(rest)) if available else (0, 0)
        self._options.foot.show_run(count, more, working, paused)
        self._options.show_job(self._current())
        self._actions.upscale.setEnabled(count > 0 and not working)
        self._actions.upscale_all.setEnabled(bool(everything) and available and not working)

    def show_progress(self) -> None:
        self._show_run_progress()
        actions, current = self._actions, self._current()
        self._show_saving(current)
        actions.save.setEnabled(self._options.save.isEnabled())
        actions.save_all.setEnabled(bool(self._queue.to_be_saved()))
        actions.fetch.setEnabled(bool(self._options.model_.to_fetch))
        actions.remove.setEnabled(current is not None)
        actions.stop_all.setEnabled(self._queue.working)

    def _show_run_progress(self) -> None:
        running = [job for job in self._queue.jobs() if job.state is JobState.RUNNING]
        stopping = any(job.stopping for job in running)
        self._options.foot.show_progress(self._queue.progress(), stopping)
        if not running:
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()

    def take(self) -> None:
        """What the primary button says: Upscale or Resume."""
        if self._queue.working and self._queue.paused:
            self._queue.resume()
        else:
            self.start()

    def start(self) -> None:
        self._control.start(self._chosen())

    def start_all(self) -> None:
        self._control.start(self._all())

    def save(self) -> None:
        self._commands.ask_save(self._current())

    def _show_saving(self, job: Job | None) -> None:
        can_save = job is not None and job.result is not None and not job.saving
        wanted = self._queue.wanted(job) if job is not None else None
        unsaved = job is not None and wanted is not None and to_be_saved(job, wanted)
        old = job is not None and wanted is not None and outdated(job, wanted)
        self._options.foot.show_saving(can_save, unsaved, old)

    def _current(self) -> Job | None:
        return self._queue.job(self._rail.current)

    def _chosen(self) -> list[int]:
        """What Upscale would enlarge: of several selected pictures, or of the one in view."""
        selected = self._rail.selected
        chosen = selected if len(selected) > 1 else [self._rail.current]
        return self._commands.to_do(chosen, self._options.order_to_run())

    def _all(self) -> list[int]:
        return self._commands.all_to_do(self._options.order_to_run())
