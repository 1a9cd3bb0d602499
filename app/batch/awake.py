"""A batch, told to the desktop."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.batch.control import BatchControl, Phase
from app.batch.words import end_line
from app.desktop.long_run import DesktopRun
from app.look.translation import tr
from fdiwn.batch.records.events import State


class BatchAwake(QObject):
    """Watches a batch and never changes it. While it only watches folders, the computer may
    sleep."""

    def __init__(
        self, control: BatchControl, desktop: DesktopRun, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._control, self._desktop = control, desktop
        control.phase_changed.connect(self._look)
        control.told.connect(self._look)

    def close(self) -> None:
        """Let the computer sleep again, whatever still runs."""
        self._desktop.close()

    def _look(self) -> None:
        count = self._control.count
        if self._control.phase is Phase.RUNNING:
            reason = tr("Enlarging a batch of pictures")
            self._desktop.show(count.fraction, count.total - count.ended, reason)
        elif self._desktop.under_way:
            self._desktop.end(end_line(count, bool(count.number(State.NOT_REACHED))))
