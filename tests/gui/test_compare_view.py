"""What the compare view paints, pixel by pixel, at several device pixel ratios."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.compare.display_pixels import DisplayPixels
from app.compare.panes import Pane
from app.compare.split_handle import STEPS
from app.compare.view import CompareView
from fdiwn.pixels.picture import Metadata
from fdiwn.service.server.display import write_display

Rgb = NDArray[np.uint8]


class RatioView(CompareView):
    """A view on a screen of a chosen device pixel ratio."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


@pytest.fixture
def noise() -> Rgb:
    return np.random.default_rng(3).integers(0, 256, (500, 700, 3), np.uint8)


@pytest.fixture
def pixels(noise: Rgb, tmp_path: Path) -> Iterator[DisplayPixels]:
    with DisplayPixels(write_display(noise, Metadata(), tmp_path / "a")) as found:
        yield found


@pytest.fixture
def other(noise: Rgb, tmp_path: Path) -> Iterator[DisplayPixels]:
    with DisplayPixels(write_display(255 - noise, Metadata(), tmp_path / "b")) as found:
        yield found


def shown(qtbot: QtBot, ratio: float = 1.0) -> RatioView:
    view = RatioView()
    view.ratio = ratio
    qtbot.addWidget(view)
    view.resize(400, 320)
    view.show()
    return view


def grab(view: RatioView) -> Rgb:
    """What the view paints, in device pixels. (h, w, 3)"""
    ratio = view.ratio
    image = QImage(
        round(view.width() * ratio), round(view.height() * ratio), QImage.Format.Format_RGB888
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    view.split.hide()
    view.render(image)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_at_one_to_one_every_output_pixel_is_a_device_pixel(
    qtbot: QtBot, pixels: DisplayPixels, noise: Rgb, ratio: float
) -> None:
    view = shown(qtbot, ratio)
    view.show_panes([Pane(pixels, "")], (700, 500), keep=False)
    view.zoom_to(1.0)
    painted = grab(view)
    left, top = view.viewport.origin()
    if left >= 0:
        x0, width = left, 700
    else:
        x0, width = 0, painted.shape[1]
    y0, height = (top, 500) if top >= 0 else (0, painted.shape[0])
    expected = noise[max(0, -top) :, max(0, -left) :][:height, :width]
    assert (painted[y0 : y0 + height, x0 : x0 + width] == expected).all()


def test_two_pictures_meet_at_the_split(
    qtbot: QtBot, pixels: DisplayPixels, other: DisplayPixels, noise: Rgb
) -> None:
    view = shown(qtbot)
    view.show_panes([Pane(pixels, ""), Pane(other, "")], (700, 500), keep=False)
    view.zoom_to(1.0)
    view.split.setValue(STEPS // 4)
    painted = grab(view)
    left, top = view.viewport.origin()
    expected = noise[-top:, -left:][:320, :400]
    assert (painted[:, :100] == expected[:, :100]).all()
    assert (painted[:, 100:] == 255 - expected[:, 100:]).all()


def test_magnified_pixels_are_squares(qtbot: QtBot, pixels: DisplayPixels, noise: Rgb) -> None:
    view = shown(qtbot)
    view.show_panes([Pane(pixels, "")], (700, 500), keep=False)
    view.zoom_to(8.0)
    painted = grab(view)
    left, top = view.viewport.origin()
    for x, y in ((0, 0), (200, 160), (399, 319)):
        assert (painted[y, x] == noise[(y - top) // 8, (x - left) // 8]).all()


def test_reduced_pictures_are_averages(qtbot: QtBot, tmp_path: Path) -> None:
    """A reduction that skips pixels would show moire on a one-pixel checkerboard, not grey."""
    board = ((np.indices((1600, 2000)).sum(axis=0) % 2) * 255).astype(np.uint8)
    image = write_display(board[..., None], Metadata(), tmp_path / "c")
    with DisplayPixels(image) as found:
        view = shown(qtbot)
        view.show_panes([Pane(found, "")], (2000, 1600), keep=False)
        painted, zoom = grab(view), view.viewport.zoom
        view.show_nothing()  # before the pixels are gone
    assert zoom == pytest.approx(0.2)
    assert painted[20:300, 20:380].min() > 120
    assert painted[20:300, 20:380].max() < 136


def test_an_original_stands_in_for_its_enlargement(
    qtbot: QtBot, pixels: DisplayPixels, other: DisplayPixels
) -> None:
    view = shown(qtbot)
    view.show_panes([Pane(pixels, "Original")], (2800, 2000), keep=False)
    view.zoom_to(0.5, QPointF(10, 10))
    before = view.viewport.visible()
    view.show_panes([Pane(other, "Original")], (1400, 1000), keep=True)
    after = view.viewport.visible()
    assert after == pytest.approx([value / 2 for value in before], abs=2)


def test_wheel_zooms_at_the_cursor(qtbot: QtBot, pixels: DisplayPixels) -> None:
    view = shown(qtbot)
    view.show_panes([Pane(pixels, "")], (700, 500), keep=False)
    view.zoom_to(2.0)
    at = QPointF(120, 90)
    before = view.viewport.to_picture(at.x(), at.y())
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.changed):
        QApplication.sendEvent(view, event)
    assert view.viewport.zoom > 2.0
    assert view.viewport.to_picture(at.x(), at.y()) == pytest.approx(before, abs=0.6)


def test_drag_pans(qtbot: QtBot, pixels: DisplayPixels) -> None:
    view = shown(qtbot)
    view.show_panes([Pane(pixels, "")], (700, 500), keep=False)
    view.zoom_to(2.0)
    left, top = view.viewport.origin()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    QTest.mouseMove(view, QPoint(170, 120))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(170, 120))
    assert view.viewport.origin() == (left - 30, top + 20)


def test_keys_pan_and_zoom(qtbot: QtBot, pixels: DisplayPixels) -> None:
    view = shown(qtbot)
    view.show_panes([Pane(pixels, "")], (700, 500), keep=False)
    view.zoom_to(2.0)
    left = view.viewport.origin()[0]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.viewport.origin()[0] == left - 64
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.viewport.zoom < 2.0


def test_transparent_pictures_show_checkers(qtbot: QtBot, tmp_path: Path) -> None:
    clear = np.zeros((320, 400, 4), np.uint8)
    with DisplayPixels(write_display(clear, Metadata(), tmp_path / "t")) as found:
        view = shown(qtbot)
        view.show_panes([Pane(found, "")], (400, 320), keep=False)
        painted = grab(view)
        view.show_nothing()  # before the pixels are gone
    assert len(np.unique(painted)) == 2


def test_a_short_file_is_refused(tmp_path: Path, noise: Rgb) -> None:
    image = write_display(noise, Metadata(), tmp_path / "a")
    image.path.write_bytes(b"short")
    with pytest.raises(OSError, match="shorter"):
        DisplayPixels(image)
