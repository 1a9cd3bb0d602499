"""The real program with a user in it, who acts by the file that ``FDIWN_TEST_PLAN`` names.

``done`` and ``cancel`` press these buttons as soon as the picture is there; ``pressed`` is said on
stdout then. The engine reads and writes real files, and only doubles the pixels.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import application
from app.main import main
from app.queue.job import JobState
from app.window.edit_task import EditTask
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.service.client.engine_process import EngineProcess
from tests.gui import saving_engine

PLAN = "FDIWN_TEST_PLAN"


class Attended(MainWindow):
    def __init__(
        self, engine: EngineThread, settings_path: Path, task: EditTask | None = None
    ) -> None:
        super().__init__(engine, settings_path, task)
        self._plan = os.environ[PLAN].split()
        queued = Qt.ConnectionType.QueuedConnection
        self.queue.updated.connect(self._act, queued)

    def _act(self) -> None:
        hand_over, jobs = self.hand_over, self.queue.jobs()
        if hand_over is None or not jobs or not self._plan:
            return
        (job,) = jobs
        if job.state is JobState.OPENING:
            return
        word = self._plan.pop(0)
        button = {"done": hand_over.bar.done, "cancel": hand_over.bar.cancel}[word]
        assert button.isEnabled()
        print("pressed", word, flush=True)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def fake_engine() -> EngineProcess:
    return EngineProcess(saving_engine.run)


if __name__ == "__main__":
    with patch.multiple(application, MainWindow=Attended, EngineProcess=fake_engine):
        sys.exit(main())
