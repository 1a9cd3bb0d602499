"""What the live preview is compared with: what the button says, and marked where unfinished."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from app.compare.choice import Against, Choice
from app.compare.display_pixels import DisplayPixels
from app.compare.paint import mark_unfinished
from app.compare.preview.tiles import PreviewPixels
from app.compare.side import Mode
from app.compare.viewport import Viewport
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.service.client.requests import Method
from fdiwn.service.server.display import write_interpolated
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states
from tests.gui.test_compare_modes import as_array
from tests.gui.test_compare_view import Rgb
from tests.gui.test_preview import Traffic, painted, wait_for_preview

PLAIN = [Against.BICUBIC, Against.LANCZOS, Against.NEAREST]


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """A picture of 40 x 30 whose preview for 4x is there, on both sides."""
    drop(window, fake_engine.draw(path, 40, 30))
    wait_for_preview(qtbot, window)
    wait_for_left(qtbot, window)


def grab(window: MainWindow) -> Rgb:
    image = QImage(window.view.size(), QImage.Format.Format_RGB888)
    window.view.render(image)
    return as_array(image)


def wait_for_left(qtbot: QtBot, window: MainWindow) -> None:
    whole = Viewport(160, 120, 160, 120).fitted()

    def complete() -> bool:
        side = window.view.left
        return side is not None and side.unfinished(whole).isEmpty()

    qtbot.waitUntil(complete, timeout=PATIENCE)


@pytest.mark.parametrize("against", PLAIN)
def test_the_left_side_is_computed_before_anything_is_upscaled(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, against: Against
) -> None:
    opened(window, qtbot, tmp_path / "a.png")
    window.compare.actions.lefts[against].trigger()
    label = Choice(against).label()
    assert window.view.labels == (label, "FDIWN preview")
    assert label in window.compare.bar.left.text()
    wait_for_left(qtbot, window)
    side = window.view.left
    assert isinstance(side, PreviewPixels)
    picture = fake_engine.FakeEngine().read(tmp_path / "a.png")
    image = write_interpolated(picture, (160, 120), against.value, tmp_path / "reference")
    exact = np.fromfile(image.path, np.uint8)[: 160 * 120 * 3].reshape(120, 160, 3)
    seen = painted(side, Viewport(160, 120, 160, 120).fitted())
    assert np.abs(seen.astype(int) - exact).max() <= 1
    (job,) = window.queue.jobs()
    assert job.state is JobState.READY


def test_the_original_is_shown_as_its_pixels(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path / "a.png")
    window.compare.actions.lefts[Against.ORIGINAL].trigger()
    assert window.view.labels[0] == "Original pixels"
    side = window.view.left
    assert isinstance(side, DisplayPixels)
    window.compare.set_mode(Mode.SIDE)
    window.view.zoom_to(2.0)
    pixels = grab(window)[60:]  # without the labels
    pane = window.view.viewport.view_width
    # The fake engine repeats pixels, which is what squares of the original are.
    assert (pixels[:, 1 : pane - 1] == pixels[:, -pane + 1 : -1]).all()


def test_another_model_is_computed_for_what_is_in_view(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    traffic = Traffic(window)
    opened(window, qtbot, tmp_path / "a.png")
    other = models / "other-x4.safetensors"
    other.write_bytes((models / "stand-in-x4.safetensors").read_bytes())
    menu = window.compare.actions.models
    menu.aboutToShow.emit()
    used = window.options.order_to_run()
    assert used is not None
    (action,) = menu.actions()
    assert action.text() in ("stand-in-x4", "other-x4")
    assert action.text() != used.upscale.model
    action.trigger()
    assert window.view.labels == (action.text(), "FDIWN preview")
    wait_for_left(qtbot, window)
    layers = [getattr(layer.what, "model", None) for layer in traffic.previews[-1].layers]
    assert layers == [action.text(), used.upscale.model]
    # For another scale it does not exist: the button and the label say what is there instead.
    window.options.scales.button(2).click()
    assert window.view.labels[0] == "Bicubic"
    assert "Bicubic" in window.compare.bar.left.text()


def test_another_model_that_fails_says_why_and_bicubic_comes_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    opened(window, qtbot, tmp_path / "a.png")
    broken = models / "broken-x4.safetensors"
    broken.write_bytes((models / "stand-in-x4.safetensors").read_bytes())
    with qtbot.waitSignal(window.compare.told, timeout=PATIENCE):
        window.compare.compare_with(Choice(Against.MODEL, model="broken-x4"))
    assert window.view.labels == ("Bicubic", "FDIWN preview")


def test_panning_back_computes_nothing_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    traffic = Traffic(window)
    opened(window, qtbot, tmp_path / "a.png")
    window.compare.actions.lefts[Against.LANCZOS].trigger()
    wait_for_left(qtbot, window)
    window.compare.actions.lefts[Against.BICUBIC].trigger()
    assert window.view.labels[0] == "Bicubic"
    places = [(tile.box, isinstance(tile.what, Method)) for tile in traffic.tiles]
    right = [box for box, against in places if not against]
    left = [box for box, against in places if against]
    assert len(right) == len(set(right))  # another left side leaves the result's tiles alone
    assert len(left) == 2 * len(right)


def test_what_is_not_computed_yet_is_marked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "lazy.png", 400, 300))
    view = window.view
    qtbot.waitUntil(lambda: view.compares, timeout=PATIENCE)
    view.zoom_to(1.0)

    def partly() -> bool:
        boxes = list(window.preview.tiles.within(window.preview._key, (0, 0, 1600, 1200)))
        return len(boxes) > 2

    qtbot.waitUntil(partly, timeout=PATIENCE)
    window.preview._rest.stop()
    window.preview._stop()
    right = view.right
    assert right is not None
    missing = right.unfinished(view.viewport)
    stored = window.preview.tiles.within(window.preview._key, (0, 0, 1600, 1200))
    box = next(box for box, _ in stored)
    x, y = view.viewport.origin()
    assert not missing.contains(QPoint(x + box[0] + 8, y + box[1] + 8))
    assert not missing.isEmpty()
    marked = QImage(80, 80, QImage.Format.Format_RGB32)
    marked.fill(Qt.GlobalColor.gray)
    with QPainter(marked) as painter:
        mark_unfinished(painter, QRegion(0, 0, 40, 80))
    seen = as_array(marked.convertToFormat(QImage.Format.Format_RGB888))
    assert seen[:, :40, 0].std() > 5
    assert seen[:, 40:, 0].std() == 0
    # The stand-in of one side is no difference from the other.
    window.compare.actions.lefts[Against.ORIGINAL].trigger()
    window.compare.set_mode(Mode.DIFFERENCE)
    grab(window)
    assert view.largest_difference == 0


@pytest.fixture
def far(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """A picture too large for a preview of all of it, which fits the view."""
    monkeypatch.setattr("app.compare.preview.live.MOST_PIXELS", 300_000)
    drop(window, fake_engine.draw(tmp_path / "a.png", 400, 300))
    qtbot.waitUntil(lambda: window.preview.far and not window.view.compares, timeout=PATIENCE)
    return window


def test_from_far_the_badge_leads_to_the_preview(far: MainWindow, qtbot: QtBot) -> None:
    badge = far.compare.badge
    assert badge.isVisible()
    assert badge.zoom.text() == "Zoom In to Preview"
    assert far.view.labels == ("Original", "")
    badge.zoom.click()
    assert far.view.viewport.zoom == 1.0
    qtbot.waitUntil(lambda: far.view.compares, timeout=PATIENCE)
    assert far.view.labels == ("Bicubic", "FDIWN preview")
    assert not badge.isVisible()
    far.view.fit()
    qtbot.waitUntil(lambda: not far.view.compares, timeout=PATIENCE)
    assert badge.isVisible()


@pytest.mark.parametrize("mode", list(Mode))
def test_far_or_near_is_settled_in_every_mode(far: MainWindow, qtbot: QtBot, mode: Mode) -> None:
    """One pane in place of two changes the zoom, which must not change the answer."""
    far.compare.set_mode(mode)
    changes: list[bool] = []
    far.preview.changed.connect(lambda: changes.append(far.preview.far))
    far.view.zoom_to(1.0)
    qtbot.waitUntil(lambda: far.view.compares, timeout=PATIENCE)
    far.view.fit()
    qtbot.waitUntil(lambda: not far.view.compares, timeout=PATIENCE)
    assert changes == [False, True]


def test_without_a_preview_there_is_no_badge(far: MainWindow, qtbot: QtBot) -> None:
    far.actions_.live_preview.trigger()
    assert not far.compare.badge.isVisible()
    far.options.primary.click()
    wait_for_states(qtbot, far, JobState.DONE)
    assert not far.compare.badge.isVisible()
