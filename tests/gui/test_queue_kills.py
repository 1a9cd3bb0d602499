"""The engine process is killed, with a real SIGKILL, at every moment that matters."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from app.queue.job import JobState
from app.queue.session import session_file
from app.settings.order import Order
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder, default_root
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states, wait_until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX systems")

ROOT = Path(__file__).parents[2]
ORDER = Order(UpscaleOptions(2))


def engines() -> list[psutil.Process]:
    """The engine that runs, if one does."""
    found = []
    for child in multiprocessing.active_children():
        with contextlib.suppress(psutil.Error):  # the one before, which has just gone
            found.append(psutil.Process(child.pid))
    return found


def kill_engine() -> None:
    """Waits for it: after a kill, what the job says may be of the engine before."""
    end = time.monotonic() + 20
    while not engines() and time.monotonic() < end:
        time.sleep(0.005)
    (engine,) = engines()
    os.kill(engine.pid, signal.SIGKILL)
    with contextlib.suppress(psutil.NoSuchProcess):
        while engine.is_running() and engine.status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.001)  # it is dead when this returns; who started it will know soon


def opened(window: MainWindow, qtbot: QtBot, *paths: Path) -> list[int]:
    drop(window, *paths)
    jobs = wait_for_states(qtbot, window, *[JobState.READY] * len(paths))
    wait_until(qtbot, window, lambda jobs: jobs[0].original is not None)
    return [job.id for job in jobs]


def test_killed_once_the_job_is_tried_again_and_the_next_runs(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    slow, other = fake_engine.draw(tmp_path / "slow.png"), fake_engine.draw(tmp_path / "b.png")
    ids = opened(window, qtbot, slow, other)
    window.queue.start(ids, ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 2)
    kill_engine()
    (job, _) = wait_until(qtbot, window, lambda jobs: jobs[0].again and jobs[0].done >= 2)
    assert job.state is JobState.RUNNING
    assert job.problem is not None
    assert "Retrying" in job.problem.todo
    assert "slow.png was not finished" in window.notice.text.text()
    assert window.isVisible()
    window.queue.cancel(ids[:1])
    wait_for_states(qtbot, window, JobState.CANCELLED, JobState.DONE)


def test_killed_twice_in_a_row_the_file_fails_and_the_queue_goes_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    slow, other = fake_engine.draw(tmp_path / "slow.png"), fake_engine.draw(tmp_path / "b.png")
    window.queue.start(opened(window, qtbot, slow, other), ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    kill_engine()
    wait_until(qtbot, window, lambda jobs: jobs[0].again and jobs[0].done >= 1)
    kill_engine()
    jobs = wait_for_states(qtbot, window, JobState.FAILED, JobState.DONE)
    assert jobs[0].problem is not None
    assert "memory" in jobs[0].problem.why
    assert jobs[0].retriable


def test_killed_while_opening(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    hangs = fake_engine.draw(tmp_path / "hangs.png")
    drop(window, hangs)
    here = hangs.with_name("hangs.png.here")
    qtbot.waitUntil(here.exists, timeout=PATIENCE)
    kill_engine()
    here.unlink()
    qtbot.waitUntil(here.exists, timeout=PATIENCE)  # it is tried again
    hangs.with_name("hangs.png.go").touch()
    wait_for_states(qtbot, window, JobState.READY)


def test_killed_twice_while_opening(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    hangs, other = fake_engine.draw(tmp_path / "hangs.png"), fake_engine.draw(tmp_path / "b.png")
    drop(window, hangs, other)
    here = hangs.with_name("hangs.png.here")
    for _ in range(2):
        qtbot.waitUntil(here.exists, timeout=PATIENCE)
        kill_engine()
        here.unlink()
    jobs = wait_for_states(qtbot, window, JobState.FAILED, JobState.READY)
    assert jobs[0].unreadable
    assert jobs[0].problem is not None


def test_killed_while_saving(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (first,) = opened(window, qtbot, fake_engine.draw(tmp_path / "a.png"))
    window.queue.start([first], ORDER)
    wait_for_states(qtbot, window, JobState.DONE)
    target = tmp_path / "hangs.png"
    here = tmp_path / "hangs.png.here"
    window.queue.save(first, target, overwrite=False)
    qtbot.waitUntil(here.exists, timeout=PATIENCE)
    kill_engine()
    here.unlink()
    qtbot.waitUntil(here.exists, timeout=PATIENCE)
    assert not target.exists()
    target.with_name("hangs.png.go").touch()
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].saved_to == target)
    assert job.problem is None
    assert target.exists()


def test_killed_while_paused(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    slow, other = fake_engine.draw(tmp_path / "slow.png"), fake_engine.draw(tmp_path / "b.png")
    ids = opened(window, qtbot, slow, other)
    window.queue.start(ids, ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    window.queue.pause()
    kill_engine()
    wait_for_states(qtbot, window, JobState.WAITING, JobState.WAITING)
    assert window.queue.paused
    window.queue.resume()
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    window.queue.cancel(ids[:1])
    wait_for_states(qtbot, window, JobState.CANCELLED, JobState.DONE)


def test_a_pause_holds_between_tiles_and_loses_none(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (first,) = opened(window, qtbot, fake_engine.draw(tmp_path / "slow.png"))
    window.queue.start([first], ORDER)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 2)
    window.queue.pause()
    # The engine has heard of it when it answers what was asked after it.
    drop(window, fake_engine.draw(tmp_path / "b.png"))
    jobs = wait_until(qtbot, window, lambda jobs: len(jobs) > 1 and bool(jobs[1].original))
    held = jobs[0].done
    window.queue.save(first, tmp_path / "x.png", overwrite=False)  # no result yet: passed over
    drop(window, fake_engine.draw(tmp_path / "c.png"))
    jobs = wait_until(qtbot, window, lambda jobs: len(jobs) > 2 and bool(jobs[2].original))
    assert jobs[0].done == held
    assert jobs[0].state is JobState.RUNNING
    window.queue.resume()
    jobs = wait_until(qtbot, window, lambda jobs: jobs[0].done > held)
    assert jobs[0].done <= held + 2  # it went on from where it was
    window.queue.pause()
    window.queue.cancel([first])
    wait_until(qtbot, window, lambda jobs: jobs[0].state is JobState.CANCELLED)


CRASH = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app import application, worker
from app.window import window
from app.queue.session import session_file
from app.queue.job import JobState
from app.settings.order import Order
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.engine_process import EngineProcess
from tests.gui import fake_engine

class Watched(window.MainWindow):
    def __init__(self, *args):
        super().__init__(*args)
        self.queue.updated.connect(self.look)

    def look(self):
        jobs = self.queue.jobs()
        if len(jobs) == 3 and all(job.state is JobState.READY for job in jobs):
            self.queue.start([job.id for job in jobs], Order(UpscaleOptions(2)))
        if len(jobs) == 3 and jobs[0].result and jobs[1].done > 1:
            self.queue_control.keeper.write()
            self.queue_control.keeper._finish()
            print("enough", flush=True)

application.MainWindow = Watched
application.EngineProcess = lambda: EngineProcess(fake_engine.run)
if __name__ == "__main__":
    sys.exit(application.run([Path(name) for name in sys.argv[1:]]))
"""


def kill_program(tmp_path: Path, pictures: list[Path], way: signal.Signals) -> None:
    """Start a whole program with these, and kill it when the first is enlarged, not the second."""
    script = tmp_path / "start.py"
    script.write_text(CRASH)
    process = subprocess.Popen(
        [sys.executable, str(script), *map(str, pictures)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "enough\n"
        children = psutil.Process(process.pid).children()
        process.send_signal(way)
        process.wait(timeout=30)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    assert psutil.wait_procs(children, timeout=10)[1] == []


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_what_was_enlarged_outlives_the_window(
    tmp_path: Path, qtbot: QtBot, models: Path, way: signal.Signals
) -> None:
    """A whole program is killed; the next one offers its list, and can save its result."""
    pictures = [fake_engine.draw(tmp_path / name) for name in ("a.png", "slow.png", "c.png")]
    kill_program(tmp_path, pictures, way)
    folder = session_file.default_folder()
    (left,) = default_root().glob("session-*")
    if way != signal.SIGKILL:
        parts = {path.name for path in left.glob("job-*/*")}
        assert parts == {"run-1"}, "nothing but the result stays"
    os.utime(left, (0, 0))  # long ago, so that it would be removed if it were not wanted
    session = SessionFolder(spare=session_file.sessions(folder))
    window = MainWindow(EngineThread(EngineProcess(fake_engine.run), session), tmp_path / "s.json")
    try:
        window.show()
        bar = window.queue_control.restore_bar
        assert bar.isVisible()
        assert bar.text.text().startswith("Restore your last session (3 pictures)?")
        bar.restore.click()
        assert not bar.isVisible()
        jobs = wait_until(qtbot, window, lambda jobs: len(jobs) == 3)
        assert [job.source for job in jobs] == pictures
        wanted = [JobState.DONE, JobState.WAITING, JobState.WAITING]
        assert [job.state for job in jobs] == wanted
        assert window.queue.paused
        window.queue.save(jobs[0].id, tmp_path / "saved.png", overwrite=False)
        wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
        read = fake_engine.FakeEngine().read
        expected = read(pictures[0]).pixels.repeat(2, axis=0).repeat(2, axis=1)
        assert (read(tmp_path / "saved.png").pixels == expected).all()
        assert window.view.has_picture
    finally:
        window.close_unasked()
        window.deleteLater()
    assert list(default_root().glob("*")) == []
    (kept,) = session_file.found(folder)  # what is saved needs nothing any more
    assert [job.source for job in kept.jobs] == pictures[1:]
