"""The live preview through the real window: appears by itself, is the file's pixels, gives way."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.compare.display_pixels import DisplayPixels
from app.compare.preview.tiles import PreviewPixels, TileStore, read_tile
from app.compare.viewport import Viewport
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.pixels.picture import Metadata
from fdiwn.service.client.events import PreviewTile
from fdiwn.service.client.orders import Cancel
from fdiwn.service.client.requests import Preview
from fdiwn.service.server.display import write_display
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states, wait_until

Rgb = NDArray[np.uint8]


class Traffic:
    """What the preview asked for, and the tiles that came."""

    def __init__(self, window: MainWindow) -> None:
        self.asked: list[object] = []
        self.tiles: list[PreviewTile] = []
        window.preview.request.connect(self.asked.append)
        window._engine.worker.reported.connect(self._reported)

    def _reported(self, event: object) -> None:
        if isinstance(event, PreviewTile):
            self.tiles.append(event)

    @property
    def previews(self) -> list[Preview]:
        return [request for request in self.asked if isinstance(request, Preview)]


def area(window: MainWindow) -> int:
    """Output pixels of the present preview that are there."""
    view, key = window.view.viewport, window.preview._key
    if key is None:
        return 0
    found = window.preview.tiles.within(key, (0, 0, view.width, view.height))
    return sum((box[2] - box[0]) * (box[3] - box[1]) for box, _ in found)


def wait_for_preview(qtbot: QtBot, window: MainWindow) -> None:
    """Until all of the picture, which fits the view, has its preview."""
    view = window.view

    def complete() -> bool:
        return area(window) == view.viewport.width * view.viewport.height

    qtbot.waitUntil(complete, timeout=PATIENCE)


def painted(side: PreviewPixels, view: Viewport) -> Rgb:
    image = QImage(view.view_width, view.view_height, QImage.Format.Format_RGB888)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    side.paint(painter, view)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def test_it_appears_without_a_press_and_writes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = fake_engine.draw(tmp_path / "a.png", 40, 30)
    drop(window, source)
    wait_for_preview(qtbot, window)
    assert window.view.split.isVisible()
    (job,) = window.queue.jobs()
    assert job.state is JobState.READY
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.png"]
    scratch = window._engine.session.path
    qtbot.waitUntil(lambda: list((scratch / "preview").iterdir()) == [], timeout=PATIENCE)
    assert not list(scratch.glob("job-*/run-*"))
    qtbot.waitUntil(lambda: window.preview.hint.text() == "", timeout=PATIENCE)


def test_its_pixels_are_those_of_the_saved_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_preview(qtbot, window)
    side = window.view.right
    assert isinstance(side, PreviewPixels)
    before = painted(side, Viewport(160, 120, 160, 120).fitted())
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    assert isinstance(window.view.right, DisplayPixels)  # the result is shown
    window.commands.save_all(tmp_path / "home")
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    assert job.saved_to is not None
    saved = fake_engine.FakeEngine().read(job.saved_to).pixels
    assert np.abs(before.astype(int) - saved).max() <= 1


def test_panning_asks_only_for_what_is_missing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.compare.preview.live.MOST_PIXELS", 300_000)
    traffic = Traffic(window)
    drop(window, fake_engine.draw(tmp_path / "a.png", 400, 300))
    qtbot.waitUntil(lambda: len(traffic.previews) == 1 and _rests(window), timeout=PATIENCE)
    window.view.zoom_to(1.0)
    qtbot.waitUntil(lambda: len(traffic.previews) == 2 and _rests(window), timeout=PATIENCE)
    tiles = len(traffic.tiles)
    asked = len(traffic.previews)
    window.view.zoom_to(3.0)  # within the tiles that are there
    window.view.pan(-30, 20)
    qtbot.waitUntil(lambda: _rests(window), timeout=PATIENCE)
    assert len(traffic.previews) == asked
    window.view.zoom_to(1.0)
    window.view.pan(-600, 0)
    qtbot.waitUntil(lambda: len(traffic.previews) > asked and _rests(window), timeout=PATIENCE)
    assert all(layer.have for layer in traffic.previews[-1].layers)
    boxes = [(tile.box, tile.what) for tile in traffic.tiles]
    assert len(boxes) > tiles
    assert len(boxes) == len(set(boxes)), "a tile was computed twice"


def _rests(window: MainWindow) -> bool:
    return window.preview._asked is None and not window.preview._rest.isActive()


def test_the_nearest_to_the_middle_comes_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    traffic = Traffic(window)
    drop(window, fake_engine.draw(tmp_path / "a.png", 200, 150))
    wait_for_preview(qtbot, window)
    middle = np.array([400, 300])
    away = [
        np.hypot(*((np.array(t.box[:2]) + t.box[2:]) / 2 - middle))
        for t in traffic.tiles
        if t.job_id == traffic.previews[-1].job_id
    ]
    assert away == sorted(away)


def test_it_comes_before_a_running_job_is_done(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.actions_.live_preview.setChecked(False)
    drop(window, fake_engine.draw(tmp_path / "slow.png"))
    wait_for_states(qtbot, window, JobState.READY)
    window.options.primary.click()
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    window.actions_.live_preview.setChecked(True)
    drop(window, fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, JobState.RUNNING, JobState.READY)
    wait_for_preview(qtbot, window)
    running = window.queue.jobs()[0]
    assert running.state is JobState.RUNNING
    assert running.done < fake_engine.SLOW_TILES
    done = running.done
    wait_until(qtbot, window, lambda jobs: jobs[0].done > done)  # and goes on afterwards


def test_a_run_can_be_cancelled_while_a_preview_is_made(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """The preview gives way, the engine is not killed for being deaf, and it is done afterwards."""
    traffic = Traffic(window)
    window.actions_.live_preview.setChecked(False)
    slow, lazy = tmp_path / "slow.png", tmp_path / "lazy.png"
    drop(window, fake_engine.draw(slow), fake_engine.draw(lazy, 200, 150))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    window.rail.choose(window.queue.jobs()[1].id)
    order = window.options.order()
    assert order is not None
    window.queue.start([window.queue.jobs()[0].id], order)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1 and jobs[1].original is not None)
    pid = window._engine.worker._engine.pid
    window.actions_.live_preview.setChecked(True)
    qtbot.waitUntil(lambda: len(traffic.tiles) >= 2, timeout=PATIENCE)
    window.queue.cancel_all()
    wait_for_states(qtbot, window, JobState.CANCELLED, JobState.READY)
    wait_for_preview(qtbot, window)
    assert window._engine.worker._engine.pid == pid


def test_another_scale_takes_the_place_of_a_preview_under_way(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    traffic = Traffic(window)
    drop(window, fake_engine.draw(tmp_path / "lazy.png", 200, 150))
    qtbot.waitUntil(lambda: bool(traffic.tiles), timeout=PATIENCE)
    window.options.scales.button(2).click()
    assert any(isinstance(request, Cancel) for request in traffic.asked)
    wait_for_preview(qtbot, window)
    assert window.view.viewport.width == 400
    last = traffic.previews[-1]
    assert last.options.scale == 2
    older = [tile for tile in traffic.tiles if tile.job_id != last.job_id]
    assert len(older) < 13 * 10


def test_a_view_of_too_much_asks_to_zoom_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.compare.preview.live.MOST_PIXELS", 300_000)
    traffic = Traffic(window)
    drop(window, fake_engine.draw(tmp_path / "a.png", 400, 300))
    qtbot.waitUntil(lambda: bool(traffic.previews) and _rests(window), timeout=PATIENCE)
    assert traffic.previews[0].region is None
    assert not window.view.compares  # the preview of all this would be a claim
    assert window.view.labels == ("Original", "")
    assert 512 * 512 <= area(window) < 700 * 700  # the middle is there all the same
    window.view.zoom_to(1.0)
    qtbot.waitUntil(lambda: len(traffic.previews) > 1 and _rests(window), timeout=PATIENCE)
    assert traffic.previews[-1].region is not None
    assert window.view.labels == ("Bicubic", "FDIWN preview")


@pytest.mark.skipif(os.name == "nt", reason="signals kill processes on POSIX systems only")
def test_a_killed_engine_leaves_window_and_next_preview(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    traffic = Traffic(window)
    drop(window, fake_engine.draw(tmp_path / "lazy.png", 200, 150))
    qtbot.waitUntil(lambda: bool(traffic.tiles), timeout=PATIENCE)
    pid = window._engine.worker._engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.preview.hint.text() == "No preview", timeout=PATIENCE)
    assert window.isVisible()
    drop(window, fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    wait_for_preview(qtbot, window)


def test_a_first_start_says_why_it_takes_longer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    hint = window.preview.hint
    show = hint.setText

    def record(text: str) -> None:
        texts.append(text)
        show(text)

    monkeypatch.setattr(hint, "setText", record)
    drop(window, fake_engine.draw(tmp_path / "lazy.png", 64, 48))
    wait_for_preview(qtbot, window)
    qtbot.waitUntil(lambda: hint.text() == "", timeout=PATIENCE)
    preparing = texts.index("Preparing the network, at the first start only…")
    assert texts[preparing - 1 : preparing + 2 : 2] == ["Preview…", "Preview…"]


def test_what_has_no_preview_says_why(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(window, fake_engine.draw(tmp_path / "fault.png"))
    qtbot.waitUntil(lambda: window.preview.hint.text() == "No preview", timeout=PATIENCE)
    assert "of a fault" in window.preview.hint.toolTip()
    qtbot.waitUntil(lambda: not window.view.compares, timeout=PATIENCE)
    assert window.view.labels == ("Original", "")
    assert not window.notice.isVisible()


def test_it_can_be_switched_off_and_stays_off(
    make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    first = make_window()
    assert first.actions_.live_preview.isChecked()
    first.actions_.live_preview.trigger()
    first.close()
    second = make_window()
    assert not second.actions_.live_preview.isChecked()
    traffic = Traffic(second)
    drop(second, fake_engine.draw(tmp_path / "a.png"))
    wait_until(qtbot, second, lambda jobs: bool(jobs and jobs[0].original))
    assert not second.view.split.isVisible()
    assert traffic.asked == []


class TestTiles:
    def test_the_oldest_go_first(self) -> None:
        image = QImage(10, 10, QImage.Format.Format_RGB888)
        store = TileStore(3 * image.sizeInBytes())
        for n in range(3):
            store.put("k", (10 * n, 0, 10 * n + 10, 10), image)
        assert len(list(store.within("k", (0, 0, 10, 10)))) == 1  # used: now the youngest
        store.put("k", (30, 0, 40, 10), image)
        there, covered = store.there("k", (0, 0, 40, 10))
        assert sorted(box[0] for box in there) == [0, 20, 30]
        assert not covered
        assert store.there("k", (25, 0, 40, 10))[1]
        assert list(store.within("other", (0, 0, 100, 100))) == []

    @pytest.mark.parametrize("zoom", [0.37, 0.5, 1.0, 1.7, 3.0])
    def test_tiles_over_the_stand_in_leave_no_gap(self, tmp_path: Path, zoom: float) -> None:
        """Tiles and stand-in of one colour each: every pixel in view is one or the other."""
        stand_in = np.full((100, 140, 3), 200, np.uint8)
        with DisplayPixels(write_display(stand_in, Metadata(), tmp_path / "s")) as original:
            store = TileStore()
            for box in ((0, 0, 80, 80), (80, 0, 176, 80), (80, 80, 176, 160)):
                rows = np.full((box[3] - box[1], box[2] - box[0], 3), 50, np.uint8)
                store.put("k", box, read_tile(write_display(rows, Metadata(), tmp_path / "t")))
            side = PreviewPixels(store, "k", original, (280, 200))
            view = Viewport(280, 200, 240, 180).fitted().zoomed(zoom, 100.0, 90.0)
            shown = painted(side, view)[..., 0]
        left, top = view.origin()
        inside = shown[
            max(0, top) : top + round(200 * zoom), max(0, left) : left + round(280 * zoom)
        ]
        assert set(np.unique(inside)) <= {50, 200}
        assert 50 in inside
        assert not (tmp_path / "t").exists()
