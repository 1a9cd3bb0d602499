"""Windows to be drawn, the looks they are drawn in, and the camera."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.queue.session import session_file
from app.window.edit_task import EditTask
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder
from tests.benchmarks import shots_engine

PATIENCE = 300_000  # milliseconds; a first use of the network takes a while
SETTLE = 120  # milliseconds for the display to have drawn what Qt sent it
CORNER = (48, 48)
"""Of the window, on the screen."""


@dataclass(frozen=True)
class Look:
    theme: str
    size: tuple[int, int]

    @property
    def name(self) -> str:
        return f"{self.theme}-{self.size[0]}"


class Studio:
    """Makes windows that know nothing of each other, and keeps pictures of them.

    prefix: of the names of the pictures.
    """

    def __init__(self, out: Path, folder: Path, looks: tuple[Look, ...], prefix: str = "") -> None:
        self.out, self.folder, self.looks, self.prefix = out, folder, looks, prefix
        self.count = 0
        self._made = 0
        self.stage = folder / "stage"
        self.stage.mkdir(parents=True, exist_ok=True)
        os.environ[shots_engine.STAGE] = str(self.stage)

    @contextmanager
    def window(
        self, real: bool = False, task: EditTask | None = None, **settings: object
    ) -> Iterator[MainWindow]:
        """real: with the engine that a user gets. task: of another program. settings: other than
        the defaults."""
        self._made += 1
        home = self.folder / f"window-{self._made}"
        home.mkdir()
        path = home / "settings.json"
        path.write_text(json.dumps({"version": 2, **settings}))
        engine = EngineProcess() if real else EngineProcess(shots_engine.run)
        window = MainWindow(EngineThread(engine, SessionFolder(home / "scratch")), path, task)
        window.resize(*self.looks[0].size)
        window.move(*CORNER)
        window.show()
        window.activateWindow()
        try:
            yield window
        finally:
            self.let_go()
            window.close_unasked()
            window.deleteLater()
            QApplication.processEvents()
            shutil.rmtree(session_file.default_folder(), ignore_errors=True)

    # The engine's stops

    def hold(self, stop: str) -> None:
        (self.stage / stop).touch()

    def let_go(self) -> None:
        for stop in self.stage.iterdir():
            stop.unlink()

    # Time

    def until(self, reached: Callable[[], bool]) -> None:
        """Let the windows live until `reached`."""
        loop, timer, end = QEventLoop(), QTimer(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if reached() else None)
        timer.start(10)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        end.start(PATIENCE)
        loop.exec()
        timer.stop()
        if not reached():
            raise SystemExit("the window did not get there in time")

    def settle(self, milliseconds: int = SETTLE) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    # Pictures

    def keep(
        self,
        window: MainWindow,
        name: str,
        appear: Callable[[], object] | None = None,
        vanish: Callable[[], object] | None = None,
    ) -> None:
        """Draw the window in every look.

        appear, vanish: what lies over the window, as a menu, comes and goes with each look.
        """
        for look in self.looks:
            window.shell.appearance.choose(look.theme)
            window.resize(*look.size)
            self.settle(30)
            if appear is not None:
                appear()
            self.settle()
            self._take(window, f"{self.prefix}{name}-{look.name}")
            if vanish is not None:
                vanish()

    def keep_dialog(
        self, window: MainWindow, name: str, ask: Callable[[], object], settle: int = SETTLE
    ) -> None:
        """Draw a dialog that `ask` opens, and that may keep `ask` waiting until it is closed."""
        for look in self.looks:
            window.shell.appearance.choose(look.theme)
            window.resize(*look.size)
            self.settle(30)
            taken: list[str] = []

            def take(taken: list[str] = taken, look: Look = look) -> None:
                self.settle(settle)
                self._take(window, f"{self.prefix}{name}-{look.name}")
                dialog = QApplication.activeModalWidget()
                assert isinstance(dialog, QDialog)
                dialog.reject()
                taken.append(name)

            QTimer.singleShot(SETTLE, take)
            ask()
            self.until(lambda taken=taken: bool(taken))  # type: ignore[misc]  # this round's

    def _take(self, window: MainWindow, name: str) -> None:
        area = QRect(window.frameGeometry())
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                area = area.united(widget.frameGeometry())
        screen = window.screen()
        area = area.intersected(screen.geometry())
        shot = screen.grabWindow(0, area.x(), area.y(), area.width(), area.height())
        shot.save(str(self.out / f"{name}.png"))
        self.count += 1
