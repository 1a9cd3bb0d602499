"""The main job with the real engine: dropped, enlarged, compared, saved; equal to the terminal.

The network is a small one, of which every part computes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import pyvips
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS_DIR_VARIABLE
from fdiwn.api.model_care import model_sha256
from fdiwn.models.weights import save_network
from fdiwn.service.client.engine_process import EngineProcess
from tests.engine.conftest import lively, smallest
from tests.gui.conftest import choose_scale, drop, wait_for_states, wait_until

ROOT = Path(__file__).parents[2]
SCALE = 2


@pytest.fixture
def small_model(tmp_path: Path, own_folders: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In the folder of models, where it goes before the one that ships."""
    path = tmp_path / "models" / "fdiwn-x2.safetensors"
    path.parent.mkdir()
    save_network(lively(smallest(SCALE)), path, {})
    monkeypatch.setenv(MODELS_DIR_VARIABLE, str(path.parent))
    return path


def command(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fdiwn", *arguments],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def photograph(shared: Path, path: Path) -> Path:
    """A piece of a photograph with its colours, small enough for a test."""
    source = pyvips.Image.new_from_file(str(shared / "photos" / "kodak_19.png"))
    source.crop(200, 300, 72, 56).write_to_file(str(path))
    return path


def test_window_and_command_line_make_the_same_file(
    make_window: Callable[..., MainWindow],
    small_model: Path,
    shared: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = photograph(shared, tmp_path / "photo.png")
    saved, expected = tmp_path / "window.png", tmp_path / "terminal.png"

    def choose(parent: QWidget, title: str, name: str, filters: str) -> tuple[str, str]:
        return str(saved), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window = make_window(EngineProcess())
    choose_scale(window, SCALE)
    drop(window, source)
    wait_for_states(qtbot, window, JobState.READY)
    QTest.mouseClick(window.options.primary, Qt.MouseButton.LeftButton)
    (job,) = wait_for_states(qtbot, window, JobState.DONE)
    assert job.result is not None
    assert (job.result.width, job.result.height) == (72 * SCALE, 56 * SCALE)

    split, quarter = window.view.split, window.view.width() // 4
    middle = split.rect().center()
    before = window.view.grab().toImage()
    QTest.mousePress(split, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(split, middle - QPoint(quarter, 0))
    QTest.mouseRelease(split, Qt.MouseButton.LeftButton, pos=middle)
    assert split.value() == pytest.approx(250, abs=5)
    assert window.view.grab().toImage() != before

    QTest.mouseClick(window.options.save, Qt.MouseButton.LeftButton)
    wait_until(qtbot, window, lambda jobs: jobs[0].saved_to == saved)
    command("upscale", str(source), "-o", str(expected), "--scale", str(SCALE))
    assert saved.read_bytes() == expected.read_bytes()
    assert model_sha256(small_model)[:12].encode() in saved.read_bytes()
    window.close_unasked()  # that nothing is left running is checked for every test


def test_a_crop_of_a_rotated_picture_is_the_command_lines(
    make_window: Callable[..., MainWindow],
    small_model: Path,
    shared: Path,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    lying = pyvips.Image.new_from_file(str(photograph(shared, tmp_path / "lying.png"))).copy()
    lying.set_type(pyvips.GValue.gint_type, "orientation", 6)
    source, expected = tmp_path / "photo.jpg", tmp_path / "terminal.png"
    lying.write_to_file(str(source), Q=95)
    window = make_window(EngineProcess())
    choose_scale(window, SCALE)
    window.actions_.live_preview.trigger()  # it has its own test, and costs time
    drop(window, source)
    (job,) = wait_until(qtbot, window, lambda jobs: bool(jobs and jobs[0].original))
    assert job.size == (56, 72)
    QTest.keyClick(window, Qt.Key.Key_C)
    tool = window.compare.crop
    start, end = (tool.frame.in_widget(*place).toPoint() for place in ((8, 20), (48, 60)))
    QTest.mousePress(tool.frame, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(tool.frame, end)
    QTest.mouseRelease(tool.frame, Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseClick(tool.bar.finish, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.options.primary, Qt.MouseButton.LeftButton)
    (job,) = wait_for_states(qtbot, window, JobState.DONE)
    assert job.result is not None
    assert (job.result.width, job.result.height) == (40 * SCALE, 40 * SCALE)
    window.queue.save(job.id, tmp_path / "window.png", overwrite=False)
    wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    part = ("--crop", "40x40+8+20", "--scale", str(SCALE))
    command("upscale", str(source), "-o", str(expected), *part)
    assert (tmp_path / "window.png").read_bytes() == expected.read_bytes()
