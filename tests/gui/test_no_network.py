"""No connection is made unless the user asks for one; in neither of the two processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from fdiwn.api.catalog import MODELS_DIR_VARIABLE
from fdiwn.lab.training.initial import start_from_bicubic
from fdiwn.models.weights import save_network
from fdiwn.network.network import FDIWN
from tests.engine.conftest import smallest
from tests.gui import fake_engine

ROOT = Path(__file__).parents[2]

PROGRAM = """
import os, socket, sys
from pathlib import Path

LOG = Path(os.environ["NETWORK_LOG"])

def watch(event, arguments):
    # `bind` to the local computer alone would be harmless, and there is none either.
    if event in ("socket.connect", "socket.sendto", "socket.bind"):
        if arguments[0].family in (socket.AF_INET, socket.AF_INET6):
            note(event, arguments[1])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        note(event, arguments[0])

def note(event, what):
    with LOG.open("a") as file:
        file.write(f"{os.getpid()} {event} {what}\\n")
    raise PermissionError(f"no network: {event} {what}")

def child(pipe):
    sys.addaudithook(watch)
    with LOG.with_suffix(".seen").open("a") as file:
        file.write("child ")
    if os.environ["ENGINE"] == "fake":
        from tests.gui import fake_engine
        fake_engine.run(pipe)
    else:
        from fdiwn.service.client.child import run_child
        run_child(pipe)

def main():
    sys.addaudithook(watch)
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication
    from app import application
    from app.window import window
    from app.queue.job import JobState
    from fdiwn.service.client.engine_process import EngineProcess

    class Driven(window.MainWindow):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            self.started = False
            self.queue.changed.connect(lambda _: QTimer.singleShot(0, self.go_on))

        def go_on(self):
            jobs = self.queue.jobs()
            if not jobs or self._closed:
                return
            job = jobs[0]
            if job.state is JobState.READY and not self.started:
                self.started = True
                for make in (self.shell.open_about, self.shell.open_shortcuts,
                             self.shell.open_preferences):
                    make().close()
                self.shell.actions.report.trigger()
                self.options.primary.click()
            elif job.state is JobState.DONE and job.saved_to is None and not job.saving:
                self.shell.actions.copy.trigger()
                self.shell.exports.prepare(job)
                self.queue.save(job.id, Path(sys.argv[2]), True)
            elif job.saved_to is not None or job.state is JobState.FAILED:
                print(job.state.value, flush=True)
                # The clipboard of the platform for tests outlives Python, and must hold nothing
                # of it then; those of real ones do not mind.
                QGuiApplication.clipboard().clear()
                self.close_unasked()

    application.MainWindow = Driven
    application.EngineProcess = lambda: EngineProcess(child)
    return application.run([Path(sys.argv[1])])

if __name__ == "__main__":
    sys.exit(main())
"""


def run(tmp_path: Path, engine: str, models: Path | None = None) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    picture, target = fake_engine.draw(tmp_path / "a.png"), tmp_path / "out.png"
    log = tmp_path / "network.log"
    done = subprocess.run(
        [sys.executable, str(script), str(picture), str(target)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        timeout=110,
        env={
            **os.environ,
            **({MODELS_DIR_VARIABLE: str(models)} if models else {}),
            "PYTHONPATH": str(ROOT),
            "NETWORK_LOG": str(log),
            "ENGINE": engine,
        },
    )
    assert done.stdout.split() == ["done"], done.stderr
    assert done.returncode == 0
    assert target.exists()
    assert "child" in log.with_suffix(".seen").read_text(encoding="utf-8")
    assert not log.exists(), log.read_text(encoding="utf-8")


def test_the_window_stays_off_the_network(tmp_path: Path) -> None:
    run(tmp_path, "fake")


def test_the_real_engine_stays_off_the_network(tmp_path: Path) -> None:
    """With a small model in the place of the one that comes with the program."""
    folder = tmp_path / "models"
    folder.mkdir()
    network = FDIWN(smallest(4))
    start_from_bicubic(network)
    save_network(network, folder / "fdiwn-x4.safetensors", {})
    run(tmp_path, "real", folder)
