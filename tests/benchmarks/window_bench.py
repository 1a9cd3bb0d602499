"""How the window feels, in figures: its start, its event loop while the CPU works, its cancel.

    python -m tests.benchmarks.window_bench [PHOTO] [--rounds 5] [--json FILE]

On a display, a virtual one for instance (``xvfb-run -a``), with the real engine and the model that
a user gets. PHOTO: a picture of some megapixels; without one, the sample enlarged to 6 megapixels.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.look import theme
from app.queue.job import JobState
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.api.resources import resource
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder

PATIENCE = 300_000  # milliseconds
PROBE_MILLISECONDS = 5
BUSY_SECONDS = 20.0
START = """
import sys, tempfile, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from app.look import theme
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(time.monotonic(), "torch" in sys.modules, "numpy" in sys.modules, flush=True)
        QApplication.quit()
application = QApplication([])
theme.apply(application)
with tempfile.TemporaryDirectory() as folder:
    engine = EngineThread(EngineProcess(), SessionFolder(Path(folder) / "scratch"))
    window = MainWindow(engine, Path(folder) / "settings.json")
    watch = Watch()
    watch.seen = False
    window.centralWidget().installEventFilter(watch)
    window.empty.installEventFilter(watch)
    window.show()
    application.exec()
    window.close_unasked()
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photo", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    figures: dict[str, object] = {"start_seconds": starts(arguments.rounds)}
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        photo = arguments.photo or _large_sample(Path(folder))
        bench = Bench(Path(folder), photo)
        try:
            bench.open()
            figures["event_loop_idle_ms"] = bench.latency(5.0)
            figures |= bench.working()
            figures["cancel_seconds"] = [bench.cancel() for _ in range(arguments.rounds)]
        finally:
            bench.window.close_unasked()
    print(json.dumps(figures, indent=2))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2))
    return 0


def starts(rounds: int) -> dict[str, object]:
    """From the start of the program to the first paint of the window, in processes of their own."""
    seconds, loaded = [], False
    for _ in range(rounds):
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", START], capture_output=True, encoding="utf-8", check=True
        )
        at, torch, numpy = done.stdout.split()
        seconds.append(float(at) - begun)
        loaded = loaded or "True" in (torch, numpy)
    return {"median": statistics.median(seconds), "all": seconds, "torch_or_numpy_loaded": loaded}


class Bench:
    """One window with the real engine."""

    def __init__(self, folder: Path, photo: Path) -> None:
        self.photo = photo
        engine = EngineThread(EngineProcess(), SessionFolder(folder / "scratch"))
        self.window = MainWindow(engine, folder / "settings.json")
        self.window.resize(1400, 900)
        self.window.show()

    def open(self) -> None:
        self.window.open([self.photo])
        self.until(lambda: any(job.original for job in self.window.queue.jobs()))

    def working(self) -> dict[str, object]:
        """Latency while the engine enlarges and the user moves the picture."""
        queue, view = self.window.queue, self.window.view
        self.window.options.primary.click()
        self.until(lambda: queue.jobs()[0].done > 0)
        view.zoom_to(1.0)
        moving = QTimer()
        moving.timeout.connect(lambda: view.pan(-3, -2))
        moving.start(50)
        found = self.latency(BUSY_SECONDS)
        moving.stop()
        working = queue.jobs()[0].state is JobState.RUNNING
        queue.cancel_all()
        self.until(lambda: not queue.working)
        return {"event_loop_working_ms": found, "still_working_at_the_end": working}

    def cancel(self) -> float:
        """Seconds from Cancel, pressed amid a run, until the list says that it has stopped."""
        queue = self.window.queue
        self.window.options.primary.click()
        self.until(lambda: queue.jobs()[0].done > 1)
        begun = time.perf_counter()
        self.window.options.primary.click()
        self.until(lambda: not queue.working)
        return time.perf_counter() - begun

    def latency(self, seconds: float) -> dict[str, float]:
        """How late a timer is: what any key or click would have to wait."""
        late: list[float] = []
        due = [time.perf_counter() + PROBE_MILLISECONDS / 1000]
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)

        def probe() -> None:
            now = time.perf_counter()
            late.append(max(0.0, (now - due[0]) * 1000))
            due[0] = now + PROBE_MILLISECONDS / 1000

        timer.timeout.connect(probe)
        timer.start(PROBE_MILLISECONDS)
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)
        timer.stop()
        return quantiles(sorted(late))

    def until(self, reached: Callable[[], bool]) -> None:
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if reached() else None)
        timer.start(10)
        QTimer.singleShot(PATIENCE, loop.quit)
        loop.exec()
        timer.stop()
        if not reached():
            raise SystemExit("the window did not get there in time")


def quantiles(late: list[float]) -> dict[str, float]:
    """Of sorted values."""
    named = {"p50": 0.5, "p99": 0.99, "max": 1.0}
    last = len(late) - 1
    found = {name: round(late[min(last, int(q * len(late)))], 2) for name, q in named.items()}
    return {**found, "probes": len(late)}


def _large_sample(folder: Path) -> Path:
    from PIL import Image

    path = folder / "large.png"
    with Image.open(resource("sample/sample.png")) as sample:
        factor = (6e6 / (sample.width * sample.height)) ** 0.5
        size = (round(sample.width * factor), round(sample.height * factor))
        sample.resize(size, Image.Resampling.BILINEAR).save(path)
    return path


if __name__ == "__main__":
    sys.exit(main())
