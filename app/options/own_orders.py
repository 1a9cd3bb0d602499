"""Shows the own options of selected rows in the panel, and applies changes to them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.look.words import pictures
from app.options.panel import OptionsPanel
from app.queue.jobs import JobQueue
from app.queue.view import QueueView
from app.settings.order import Order


class OwnOrders(QObject):
    """Connects the options panel to the selected rows."""

    def __init__(
        self, panel: OptionsPanel, queue: JobQueue, rail: QueueView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._queue, self._rail = panel, queue, rail
        self._shown: tuple[list[int], Order] | None = None
        self._left: list[int] = []
        rail.selected_changed.connect(self._selected)
        queue.updated.connect(self._follow)
        panel.order_edited.connect(self._edited)
        panel.rows_left.connect(self._leave)

    def _selected(self) -> None:
        self._left = []
        self._follow()

    def _leave(self) -> None:
        """Return to the general options until the selection changes."""
        self._left, self._shown = list(self._rail.selected), None

    def _edited(self, order: Order) -> None:
        if self._shown is not None:
            ids, _ = self._shown
            self._shown = (ids, order)  # first: the queue reports the change at once
            self._queue.set_order(ids, order)

    def _follow(self) -> None:
        """Show the order that all selected rows share, if they have their own."""
        ids = list(self._rail.selected)
        jobs = [job for job_id in ids if (job := self._queue.job(job_id)) is not None]
        orders = {job.own_order for job in jobs}
        order = orders.pop() if len(orders) == 1 and ids != self._left else None
        shown = (ids, order) if order is not None else None
        if shown == self._shown:
            return
        self._shown = shown
        whose = jobs[0].source.name if len(jobs) == 1 else pictures(len(jobs))
        self._panel.show_order(order, whose)
