"""Connects the queue to its list, its actions and its session file."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.look import theme
from app.look.actions import Actions
from app.look.question import ask
from app.look.translation import tr
from app.look.widgets import column
from app.look.words import duration
from app.queue.actions import make_queue_actions, row_menu
from app.queue.job import JobState
from app.queue.jobs import JobQueue
from app.queue.session.keeper import SessionKeeper
from app.queue.session.restore_bar import RestoreBar
from app.queue.view import QueueView
from app.settings.order import Order
from fdiwn.service.client.scratch import SessionFolder

LONG = 60.0
"""Seconds of work that a click must not discard without asking."""


class QueueControl(QObject):
    """Owned by the window.

    order: the current order of the options panel, None if it is impossible. kept_in: the folder of
    session files. column: the list.
    restore_bar: for the window to place.
    """

    told = Signal(str)
    """A message for the user."""

    def __init__(
        self,
        queue: JobQueue,
        rail: QueueView,
        order: Callable[[], Order | None],
        actions: Actions,
        session: SessionFolder,
        kept_in: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._queue, self._rail, self._order, self._shared = queue, rail, order, actions
        self._window = window
        self.actions = make_queue_actions(window, queue.edits.history)
        self.column = QWidget()
        column((rail, 1), parent=self.column, spacing=0)
        self.restore_bar = RestoreBar()
        self.keeper = SessionKeeper(queue, session, kept_in, lambda: rail.current, self)
        self._connect()
        self.restore_bar.offer(self.keeper.offered_jobs)
        self.refresh()

    def remove_selected(self) -> None:
        ids = self._rail.selected
        self._before_stop(ids, lambda: self._queue.remove(ids))

    def stop_all(self) -> None:
        self._before_stop(self._queue.order(), self._queue.cancel_all)

    def _stop_selected(self) -> None:
        ids = self._rail.selected
        self._before_stop(ids, lambda: self._queue.cancel(ids))

    def _before_stop(self, job_ids: list[int], do: Callable[[], None]) -> None:
        """Do it, which stops these jobs. If one has run for long, ask first, as its work is lost;
        it continues meanwhile."""
        jobs = (self._queue.job(job_id) for job_id in job_ids)
        job = next((job for job in jobs if job and job.state is JobState.RUNNING), None)
        lasted = time.monotonic() - job.pace.began if job is not None else 0.0
        if job is None or job.stopping or lasted < LONG:
            do()
            return
        text = tr("{0} has been worked on for {1}, and would begin anew. Stop it?")
        text = text.format(job.source.name, duration(lasted))
        ask(self._window, text, tr("Stop"), do, tr("Go On"))

    @property
    def kept(self) -> bool:
        """Whether the system is ending the session: nothing is lost, so nothing is asked."""
        return self.keeper.kept

    def close(self, keep: bool) -> None:
        """keep: keep unsaved results for the next start."""
        self.keeper.close(keep)

    def _connect(self) -> None:
        self._shared.remove.triggered.connect(self.remove_selected)
        self._shared.stop_all.triggered.connect(self.stop_all)
        queue, rail, actions = self._queue, self._rail, self.actions
        queue.updated.connect(self.refresh)
        rail.selected_changed.connect(self.refresh)
        rail.visible_changed.connect(queue.see)
        rail.moved.connect(queue.edits.move)
        rail.chosen.connect(self.keeper.note)
        queue.restored.connect(lambda ids: rail.choose(ids[0]))
        rail.customContextMenuRequested.connect(self._show_menu)
        for step in (actions.undo, actions.redo):
            step.triggered.connect(rail.choose_current)  # after the list has changed
        actions.select_all.triggered.connect(rail.selectAll)
        actions.upscale.triggered.connect(self._start_selected)
        actions.pause.triggered.connect(self._pause_or_resume)
        actions.stop.triggered.connect(self._stop_selected)
        actions.retry.triggered.connect(lambda: queue.retry(rail.selected))
        actions.retry_all.triggered.connect(lambda: queue.retry(queue.order()))
        actions.move_up.triggered.connect(lambda: queue.edits.move_by(rail.selected, -1))
        actions.move_down.triggered.connect(lambda: queue.edits.move_by(rail.selected, 1))
        actions.own.triggered.connect(lambda: queue.set_order(rail.selected, self._order()))
        actions.follow.triggered.connect(lambda: queue.set_order(rail.selected, None))
        actions.clear.triggered.connect(queue.edits.clear_finished)
        self.restore_bar.restore_wanted.connect(self._restore)
        self.restore_bar.discard_wanted.connect(self._discard)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.keeper.keep_all)

    def refresh(self) -> None:
        """Enable the actions that fit the selected rows and the list."""
        queue, actions = self._queue, self.actions
        jobs = queue.jobs()
        chosen = [job for i in self._rail.selected if (job := queue.job(i)) is not None]
        startable = any(not job.active and not job.unreadable for job in chosen)
        actions.upscale.setEnabled(startable and self._order() is not None)
        actions.stop.setEnabled(any(job.active and not job.stopping for job in chosen))
        actions.retry.setEnabled(any(job.retriable for job in chosen))
        actions.retry_all.setEnabled(any(job.retriable for job in jobs))
        for action in (actions.move_up, actions.move_down):
            action.setEnabled(bool(chosen) and len(jobs) > 1)
        actions.own.setEnabled(bool(chosen) and self._order() is not None)
        actions.follow.setEnabled(any(job.own_order is not None for job in chosen))
        actions.clear.setEnabled(bool(queue.edits.finished()))
        actions.select_all.setEnabled(bool(jobs))
        self._show_pause()

    def _show_pause(self) -> None:
        pause, paused = self.actions.pause, self._queue.paused
        pause.setEnabled(self._queue.working)
        text = tr("Resu&me") if paused else tr("&Pause")
        if pause.text() == text:
            return
        tip = tr("Go on enlarging") if paused else tr("Finish the present tile, then wait")
        pause.setText(text)
        pause.setToolTip(tip)
        pause.setStatusTip(tip)
        pause.setIcon(theme.icon("resume" if paused else "pause"))

    def _start_selected(self) -> None:
        order = self._order()
        if order is not None:
            self._queue.start(self._rail.selected, order)

    def _pause_or_resume(self) -> None:
        if self._queue.paused:
            self._queue.resume()
        else:
            self._queue.pause()

    def _show_menu(self, place: QPoint) -> None:
        menu = row_menu(self._rail, self.actions, self._shared)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._rail.viewport().mapToGlobal(place))

    def _restore(self) -> None:
        ids = self.keeper.restore()
        self.restore_bar.offer([])
        if ids:
            self._rail.choose(ids[0])

    def _discard(self) -> None:
        """Restore the list and remove it, so that undo brings it back, results with it."""
        ids = self.keeper.restore()
        self.restore_bar.offer([])
        self._queue.remove(ids)
        self.keeper.secure()
        self.told.emit(
            tr("Discarded. Undo in the menu Edit brings it back, until the window is closed.")
        )
