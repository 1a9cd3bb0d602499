"""Draws the real window in every state, at two sizes, into PNG files for a person to look at.

Run it on a display, a virtual one for instance::

    xvfb-run -s "-screen 0 1920x1200x24" .venv/bin/python -m tests.benchmarks.screenshots OUT

Needs an installed model for 4x (FDIWN_MODELS_DIR is honoured); without one a fake engine and an
empty stand-in model are used, and the pictures say so in the status line.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app import theme
from app.compare_side import Mode
from app.job import JobState
from app.model_setup import FetchDialog
from app.window import MainWindow
from app.worker import EngineThread
from fdiwn.models_table import MODELS, MODELS_DIR_VARIABLE, installed
from fdiwn.resources import resource
from fdiwn.service import EngineProcess
from fdiwn.service_scratch import SessionFolder
from tests.gui import fake_engine

SIZES = ((1024, 680), (1680, 1050))
PATIENCE = 300_000  # milliseconds
SINGLE_PASS = 8.0  # seconds without a tile after which the picture is taken to be done in one


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--picture", type=Path, default=resource("sample/sample.png"))
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="further rows of the list")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            session = _Session(Path(folder), arguments.out, size)
            try:
                session.shoot(arguments.picture, arguments.more)
            finally:
                session.window.close_unasked()
    return 0


class _Session:
    """One window at one size, from empty to finished."""

    def __init__(self, folder: Path, out: Path, size: tuple[int, int]) -> None:
        self.folder, self.out, self.size = folder, out, size
        real = bool(installed(4))
        if not real:
            os.environ[MODELS_DIR_VARIABLE] = str(fake_engine.stand_in_models(folder / "models", 4))
        engine = EngineProcess() if real else EngineProcess(fake_engine.run)
        self.engine = EngineThread(engine, SessionFolder(folder / "scratch"))
        self.window = MainWindow(self.engine, folder / "settings.json")
        self.window.resize(*size)
        self.window.show()

    def shoot(self, picture: Path, more: list[Path]) -> None:
        window = self.window
        self.keep("empty")
        self.without_models()
        window.open([picture])
        self.until(lambda: window.view.has_picture)
        self.keep("opened")
        unreadable = self.folder / "holiday-1998.jpg"
        unreadable.write_bytes(b"not a picture")
        window.open([*more, unreadable, self.folder / "notes.txt"])
        self.until(lambda: all(j.state is not JobState.OPENING for j in window.queue.jobs()))
        self.keep("list-and-notice")
        window.notice.dismiss()
        window.options.primary.click()
        first = window.queue.jobs()[0].id
        window.rail.choose(first)
        self.until(lambda: not window.queue.working or self.under_way(first))
        self.keep("running")
        self.until(lambda: not window.queue.working)
        window.rail.choose(first)
        self.keep("finished")
        window.view.zoom_to(1.0)
        window.view.split.setFocus()
        self.keep("finished-1to1")
        window.view.zoom_to(4.0)
        self.keep("finished-400")
        for mode in Mode:
            window.compare.set_mode(mode)
            for name, zoom in (("fit", 0.0), ("100", 1.0)):
                window.view.zoom_to(zoom)
                self.keep(f"view-{mode.value}-{name}")

    def without_models(self) -> None:
        before = os.environ.get(MODELS_DIR_VARIABLE)
        os.environ[MODELS_DIR_VARIABLE] = str(self.folder / "nothing")
        self.window.options.set_scale(3)
        self.keep("no-model")
        info = next(model for model in MODELS if model.url)
        dialog = FetchDialog(info, self.window.setup, self.window)
        dialog.open()
        self.keep("fetch", dialog)
        dialog.close()
        if before is None:
            del os.environ[MODELS_DIR_VARIABLE]
        else:
            os.environ[MODELS_DIR_VARIABLE] = before
        self.window.options.set_scale(4)

    def under_way(self, job_id: int) -> bool:
        """Whether tiles are counted; where one pass does it all, whether that has begun."""
        job = self.window.queue.job(job_id)
        if job is None or job.state is not JobState.RUNNING:
            return False
        return job.done > 0 or time.monotonic() - job.started > SINGLE_PASS

    def until(self, reached: Callable[[], bool]) -> None:
        """Let the window live until `reached`."""
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if reached() else None)
        timer.start(20)
        QTimer.singleShot(PATIENCE, loop.quit)
        loop.exec()
        timer.stop()
        if not reached():
            raise SystemExit("the window did not get there in time")

    def keep(self, name: str, what: QWidget | QDialog | None = None) -> None:
        loop = QEventLoop()
        QTimer.singleShot(250, loop.quit)  # for the display to have drawn what Qt sent it
        loop.exec()
        widget = what or self.window
        shot: QPixmap = widget.screen().grabWindow(widget.winId())
        path = self.out / f"{name}-{self.size[0]}.png"
        shot.save(str(path))
        print(path)


if __name__ == "__main__":
    sys.exit(main())
