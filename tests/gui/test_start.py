"""The program as a user starts it: a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.gui import fake_engine

ROOT = Path(__file__).parents[2]
HEAVY = ("torch", "numpy", "cv2", "pyvips", "PIL", "openvino", "onnxruntime")

SHOW = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder
application = QApplication([])
folder = Path(sys.argv[1])
engine = EngineThread(EngineProcess(), SessionFolder(folder / "scratch"))
window = MainWindow(engine, folder / "settings.json")
window.show()
application.processEvents()
loaded = [name for name in {HEAVY} if name in sys.modules]
visible = window.isVisible()
window.close_unasked()
print(visible, loaded)
"""

COUNT_DOWN = """
import sys
from PySide6.QtCore import QTimer
from app import application
from app.window import window
from app.queue.job import JobState

class Watched(window.MainWindow):
    def __init__(self, *args):
        super().__init__(*args)
        self.queue.changed.connect(self.look)

    def look(self, job_id):
        if self.queue.job(job_id).state is JobState.READY:
            print("ready", flush=True)
            if sys.argv[2] == "close":
                QTimer.singleShot(0, self.close)

application.MainWindow = Watched
if __name__ == "__main__":
    from pathlib import Path
    sys.exit(application.run([Path(sys.argv[1])]))
"""


def test_window_shows_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert done.stdout.strip() == "True []", done.stderr


def test_main_module_starts_without_qt() -> None:
    """The engine process imports it too, and there torch must come without Qt."""
    code = "import sys, app.main, app.__main__; print([m for m in sys.modules if 'PySide' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent to a process on POSIX systems only")
@pytest.mark.parametrize("way", ["close", "ctrl-c"])
def test_ending_the_program_leaves_nothing(tmp_path: Path, way: str) -> None:
    script = tmp_path / "start.py"
    script.write_text(COUNT_DOWN)
    picture = fake_engine.draw(tmp_path / "a.png")
    with (tmp_path / "errors").open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, str(script), str(picture), way],
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"},
        )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        children = _children(process.pid)
        if way == "ctrl-c":
            process.send_signal(signal.SIGINT)
        try:
            assert process.wait(timeout=60) == 0
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)  # it says where each of its threads is
            process.wait()
            pytest.fail((tmp_path / "errors").read_text(encoding="utf-8"))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
    cache = Path(os.environ["XDG_CACHE_HOME"])
    assert list(cache.glob("*/scratch/session-*")) == []
    assert list(Path(os.environ["XDG_CONFIG_HOME"]).glob("*/settings.json"))


def _children(pid: int) -> list[psutil.Process]:
    try:
        return list(psutil.Process(pid).children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def test_version_needs_no_window() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--version"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.startswith("FDIWN Upscaler ")
