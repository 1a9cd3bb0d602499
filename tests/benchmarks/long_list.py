"""How the window bears a long list: what adding costs, and how late its event loop is.

Run it by hand; the engine is the fast fake one, so that the list is what is measured::

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.benchmarks.long_list --count 2000
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.look import theme
from app.settings.order import Order
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.api.catalog import MODELS_DIR_VARIABLE
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder
from tests.gui import fake_engine

TICK = 5  # milliseconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    count: int = parser.parse_args().count
    application = QApplication([])
    theme.apply(application)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        os.environ[MODELS_DIR_VARIABLE] = str(fake_engine.stand_in_models(folder / "models", 4))
        pictures = [fake_engine.draw(folder / f"{n:05}.png", 600, 400) for n in range(count)]
        engine = EngineThread(EngineProcess(fake_engine.run), SessionFolder(folder / "scratch"))
        window = MainWindow(engine, folder / "settings.json")
        window.show()
        try:
            measure(window, pictures)
        finally:
            window.close_unasked()


def measure(window: MainWindow, pictures: list[Path]) -> None:
    queue, edits = window.queue, window.queue.edits
    watch("idle", 1)
    took("add", lambda: queue.add(pictures))
    watch("while opening", 3)
    print(f"  opened so far: {sum(job.size is not None for job in queue.jobs())}")
    ids = queue.order()
    took("start", lambda: queue.start(ids, Order(UpscaleOptions(2))))
    watch("while enlarging", 5)
    bar = window.rail.verticalScrollBar()
    scroll = QTimer()
    scroll.timeout.connect(lambda: bar.setValue((bar.value() + 200) % max(1, bar.maximum())))
    scroll.start(16)
    watch("while enlarging and scrolling", 4)
    scroll.stop()
    took("cancel all", queue.cancel_all)
    took("move a quarter to the top", lambda: edits.move(ids[len(ids) // 2 :: 2], 0))
    took("select all", window.rail.selectAll)
    took("remove all", lambda: queue.remove(ids))
    took("undo", edits.history.undo)


def took(what: str, do: Callable[[], object]) -> None:
    start = time.perf_counter()
    do()
    print(f"{what}: {(time.perf_counter() - start) * 1000:.1f} ms")


def watch(what: str, seconds: float) -> None:
    """Print how much later than asked for a timer comes."""
    late: list[float] = []
    loop, timer = QEventLoop(), QTimer()
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, (now - last) * 1000 - TICK))
        last = now

    timer.timeout.connect(tick)
    timer.start(TICK)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    late.sort()
    middle, most = late[len(late) // 2], late[int(len(late) * 0.99)]
    print(f"{what}: late by {middle:.1f} ms (median), {most:.1f} (p99), {late[-1]:.1f} (most)")


if __name__ == "__main__":
    main()
