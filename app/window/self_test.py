"""``fdiwn-upscaler --self-test``: tests the installed program without a user.

The window is built, inspected and closed; the engine process, started as usual, checks models, back
ends and files. No user data is read or written: settings and scratch are temporary.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.api.names import APP_ID, APP_NAME
from fdiwn.api.reports import VERSIONS, WINDOW, Check, CheckReport, line
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.events import Checked, Failed, SelfTested
from fdiwn.service.client.requests import SelfTest
from fdiwn.service.client.scratch import SessionFolder

PATIENCE = 600.0
"""Seconds to wait for the engine, even on a slow and busy computer."""
_HEAVY = ("torch", "openvino", "numpy")
_USER_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(report_file: Path | None) -> int:
    """Prints a line for each check; the exit code is 1 if one fails.

    report_file: the report as JSON; a program without a console has no other output.
    """
    if sys.platform == "linux" and not any(name in os.environ for name in _DISPLAYS):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = []
    with tempfile.TemporaryDirectory() as folder:
        # With these set, even a read-only home folder works.
        os.environ |= {name: str(Path(folder) / name) for name in _USER_FOLDERS}
        for check in _checks(Path(folder)):
            found.append(check)
            _say(line(check))
    report = CheckReport(tuple(found))
    _say("All is well." if report.passed else "Something failed.")
    if report_file is not None:
        try:
            report_file.write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            _say(f"Error: {report_file} cannot be written: {error.strerror}")
            return 1
    return 0 if report.passed else 1


def _checks(folder: Path) -> Iterator[Check]:
    began = time.monotonic()
    QGuiApplication.setDesktopFileName(APP_ID)
    application = QApplication([APP_NAME])
    yield Check(VERSIONS, "Qt", f"{qVersion()} ({application.platformName()})")
    yield from _window(folder, began)
    peak = 0
    for check, size in _engine(folder):
        peak = max(peak, size)
        yield check
    memory = f"{peak / 1e6:.0f} MB at most in both processes"
    yield Check(WINDOW, "cost", f"{time.monotonic() - began:.1f} s, {memory}")


def _window(folder: Path, began: float) -> Iterator[Check]:
    engine = EngineThread(EngineProcess(), SessionFolder(folder / "session"))
    try:
        window = MainWindow(engine, folder / "settings.ini")
        window.show()
        QCoreApplication.processEvents()
        seconds = time.monotonic() - began
        picture = window.grab().toImage()
        size = f"{picture.width()} x {picture.height()}"
        colours = len(_colours(picture))
        details = f"{size} pixels, {colours} colours, painted after {seconds:.1f} s"
        yield Check(WINDOW, "main window", details, passed=colours > 2)
        ended: list[bool] = []
        window.ended.connect(lambda: ended.append(True))
        window.close_unasked(keep=False)
        said = "closed" if ended else "did not close"
        yield Check(WINDOW, "closing", said, passed=bool(ended))
    finally:
        engine.stop()
    heavy = [name for name in _HEAVY if name in sys.modules]
    said = f"has loaded {', '.join(heavy)}" if heavy else f"without {', '.join(_HEAVY)}"
    yield Check(WINDOW, "its process", said, passed=not heavy)


def _colours(picture: QImage) -> set[int]:
    steps = range(0, picture.width(), 7), range(0, picture.height(), 7)
    return {picture.pixel(x, y) for x in steps[0] for y in steps[1]}


def _engine(folder: Path) -> Iterator[tuple[Check, int]]:
    """Each check, and the memory in bytes that all processes use at that time."""
    engine = EngineProcess()
    end = time.monotonic() + PATIENCE
    try:
        engine.send(SelfTest(1, folder))
        while True:
            for event in engine.events(timeout=0.5):
                match event:
                    case Checked(_, check):
                        yield check, _held()
                    case SelfTested():
                        return
                    case Failed(_, _, what, why):
                        said = f"{what}: {why}" if why else what
                        yield Check(WINDOW, "engine process", said, passed=False), _held()
                        return
                    case _:
                        pass
            if time.monotonic() > end:
                said = f"gave no answer within {PATIENCE:.0f} s"
                yield Check(WINDOW, "engine process", said, passed=False), _held()
                return
    finally:
        engine.shutdown()


def _held() -> int:
    this = psutil.Process()
    total = 0
    for process in [this, *this.children(recursive=True)]:
        try:
            total += process.memory_info().rss
        except psutil.Error:
            pass  # it has exited meanwhile
    return total


def _say(text: str) -> None:
    if sys.stdout is not None:  # a windowed program on Windows has no stdout
        print(text, flush=True)
