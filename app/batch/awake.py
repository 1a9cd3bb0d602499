"""What the desktop learns of a batch: its progress, that the computer must stay awake, its end."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from app.batch.control import BatchControl, Phase
from app.batch.words import end_line
from app.run_watch import LONG, Guard, Progress
from fdiwn.batch.events import State
from fdiwn.names import APP_NAME


class BatchAwake(QObject):
    """Watches a batch and never changes it. While it only watches folders, the computer may sleep.

    unattended: whether the user looks elsewhere and wants to be told.
    """

    def __init__(
        self,
        control: BatchControl,
        taskbar: Progress,
        sleep: Guard,
        tell: Callable[[str, str], None],
        unattended: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._control, self._taskbar, self._sleep = control, taskbar, sleep
        self._tell, self._unattended = tell, unattended
        self._clock = time.monotonic
        self._began: float | None = None
        control.phase_changed.connect(self._look)
        control.told.connect(self._look)

    def close(self) -> None:
        """Let the computer sleep again, whatever still runs."""
        if self._began is not None:
            self._taskbar.show(None, 0)
            self._sleep.release()
            self._began = None

    def _look(self) -> None:
        count, running = self._control.count, self._control.phase is Phase.RUNNING
        if running and self._began is None:
            self._began = self._clock()
            self._sleep.hold(tr("Enlarging a batch of pictures"))
        if running:
            self._taskbar.show(count.fraction, count.total - count.ended)
        elif self._began is not None:
            seconds = self._clock() - self._began
            self.close()
            if seconds >= LONG and self._unattended():
                self._tell(APP_NAME, end_line(count, bool(count.number(State.NOT_REACHED))))


def tr(text: str) -> str:
    return QCoreApplication.translate("batch", text)
