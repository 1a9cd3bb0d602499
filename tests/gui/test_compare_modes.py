"""The five ways to compare, pixel by pixel and through keys, mouse and fingers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QRegion,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPinchGesture
from pytestqt.qtbot import QtBot

from app.compare.display_pixels import DisplayPixels
from app.compare.input import on_pinch
from app.compare.paint import LOUPE_SIDE, amplify, difference, largest
from app.compare.panes import Pane
from app.compare.side import Mode
from app.compare.split_handle import STEPS
from app.compare.viewport import Viewport
from fdiwn.api.display_image import DisplayImage, Level
from tests.gui.test_compare_view import RatioView, Rgb, grab, shown

RATIOS = [1.0, 1.25, 2.0]
WIDTH, HEIGHT = 1400, 1000


class ArraySide:
    """A side over an array, painted the plain way."""

    def __init__(self, pixels: Rgb) -> None:
        self.height, self.width = pixels.shape[:2]
        self.has_alpha = False
        self._kept = np.ascontiguousarray(pixels)
        self._image = QImage(
            self._kept.data, self.width, self.height, 3 * self.width, QImage.Format.Format_RGB888
        )

    def paint(self, painter: QPainter, view: Viewport) -> None:
        x, y = view.origin()
        painter.drawImage(
            QRectF(x, y, view.width * view.zoom, view.height * view.zoom), self._image
        )

    def unfinished(self, view: Viewport) -> QRegion:
        return QRegion()


@pytest.fixture
def noise() -> Rgb:
    return np.random.default_rng(3).integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)


@pytest.fixture
def other() -> Rgb:
    return np.random.default_rng(4).integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)


def comparing(
    qtbot: QtBot, left: Rgb, right: Rgb, mode: Mode = Mode.SPLIT, ratio: float = 1.0
) -> RatioView:
    """Two pictures at 100 %, somewhere in their middle, without labels."""
    view = shown(qtbot, ratio)
    view.set_mode(mode)
    view.set_factor(1)
    panes = [Pane(ArraySide(pixels), "") for pixels in (left, right)]
    view.show_panes(panes, (WIDTH, HEIGHT), keep=False)
    view.zoom_to(1.0)
    view.pan(-20, 30)
    return view


def seen(view: RatioView, pixels: Rgb) -> Rgb:
    """The part of `pixels` that one pane shows at 100 %."""
    left, top = view.viewport.origin()
    return pixels[-top:, -left:][: view.viewport.view_height, : view.viewport.view_width]


def key(view: RatioView, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, key)


class TestPixels:
    """At 100 %, each output pixel is one pixel of the screen in every mode, at any ratio."""

    @pytest.mark.parametrize("ratio", RATIOS)
    def test_split(self, qtbot: QtBot, noise: Rgb, other: Rgb, ratio: float) -> None:
        view = comparing(qtbot, noise, other, Mode.SPLIT, ratio)
        painted = grab(view)
        middle = painted.shape[1] // 2
        assert (painted[:, :middle] == seen(view, noise)[:, :middle]).all()
        assert (painted[:, middle:] == seen(view, other)[:, middle:]).all()

    @pytest.mark.parametrize("ratio", RATIOS)
    def test_side_by_side(self, qtbot: QtBot, noise: Rgb, other: Rgb, ratio: float) -> None:
        view = comparing(qtbot, noise, other, Mode.SIDE, ratio)
        painted = grab(view)
        pane = view.viewport.view_width
        assert painted.shape[1] - 2 * pane in (2, 3)
        assert (painted[:, :pane] == seen(view, noise)).all()
        assert (painted[:, -pane:] == seen(view, other)).all()

    @pytest.mark.parametrize("ratio", RATIOS)
    def test_flicker(self, qtbot: QtBot, noise: Rgb, other: Rgb, ratio: float) -> None:
        view = comparing(qtbot, noise, other, Mode.FLICKER, ratio)
        assert (grab(view) == seen(view, other)).all()
        view.hold_left(True)
        assert (grab(view) == seen(view, noise)).all()

    @pytest.mark.parametrize("ratio", RATIOS)
    def test_difference(self, qtbot: QtBot, noise: Rgb, other: Rgb, ratio: float) -> None:
        view = comparing(qtbot, noise, other, Mode.DIFFERENCE, ratio)
        exact = np.abs(seen(view, noise).astype(int) - seen(view, other))
        above = round(200 * ratio)  # below is the legend
        assert (grab(view)[:above] == exact[:above]).all()
        assert view.largest_difference == exact.max()
        view.set_factor(4)
        assert (grab(view)[:above] == np.minimum(255, 4 * exact[:above])).all()
        assert view.largest_difference == exact.max()

    @pytest.mark.parametrize("mode", list(Mode))
    def test_the_focus_is_a_frame_and_covers_nothing(
        self, qtbot: QtBot, noise: Rgb, other: Rgb, mode: Mode
    ) -> None:
        view = comparing(qtbot, noise, other, mode)
        view.clearFocus()
        without = grab(view)
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        focused = grab(view)
        assert (focused[1:-1, 1:-1] == without[1:-1, 1:-1]).all()
        assert (focused[0] != without[0]).any()

    @pytest.mark.parametrize("ratio", RATIOS)
    def test_loupe(self, qtbot: QtBot, noise: Rgb, other: Rgb, ratio: float) -> None:
        view = comparing(qtbot, noise, other, Mode.LOUPE, ratio)
        view.set_loupe_zoom(1)
        view.move_loupe(QPointF(200, 160))
        painted = grab(view)
        assert (painted[:40] == seen(view, other)[:40]).all()  # above the loupe
        side = round(LOUPE_SIDE * ratio)
        x, y = round(200 * ratio), round(160 * ratio)
        left, top = view.viewport.origin()
        for pixels, begin in ((noise, x - side), (other, x + 1)):
            part = painted[y - side // 2 :, begin:][:side, :side][side // 2 :]  # below its label
            at = (y - top - side // 2, x - left - side // 2)
            expected = pixels[at[0] :, at[1] :][:side, :side][side // 2 :]
            assert (part == expected).all()

    @pytest.mark.parametrize("zoom", [2, 4])
    def test_the_loupe_magnifies_into_squares(
        self, qtbot: QtBot, noise: Rgb, other: Rgb, zoom: int
    ) -> None:
        view = comparing(qtbot, noise, other, Mode.LOUPE)
        view.zoom_to(0.5)
        view.set_loupe_zoom(zoom)
        view.move_loupe(QPointF(200, 160))
        painted = grab(view)
        x, y = view.viewport.to_picture(200, 160)
        half = LOUPE_SIDE // 2
        for pixels, middle in ((noise, 200 - half), (other, 201 + half)):
            for step in range(-10, 10):
                exact = pixels[int(y + step), int(x + step)]
                found = painted[160 + step * zoom + zoom // 2, middle + step * zoom + zoom // 2]
                assert (found == exact).all()


class TestDifference:
    @pytest.mark.parametrize("size", [(1, 1), (64, 64), (65, 1), (1, 333), (517, 401)])
    def test_values_are_exact(self, size: tuple[int, int]) -> None:
        rng = np.random.default_rng(1)
        one, two = (rng.integers(0, 200, (size[1], size[0], 3), np.uint8) for _ in range(2))
        result = difference(as_image(one), as_image(two))
        exact = np.abs(one.astype(int) - two)
        assert (as_array(result) == exact).all()
        assert largest(result) == exact.max()
        for factor in (2, 4, 8, 16):
            stronger = result.copy()
            amplify(stronger, factor)
            assert (as_array(stronger) == np.minimum(255, factor * exact)).all()

    def test_the_largest_is_found_wherever_it_is(self) -> None:
        for x, y, channel in ((0, 0, 0), (298, 170, 1), (149, 85, 2), (150, 86, 0)):
            pixels = np.zeros((171, 299, 3), np.uint8)
            pixels[y, x, channel] = 7
            assert largest(as_image(pixels)) == 7


def as_image(pixels: Rgb) -> QImage:
    height, width = pixels.shape[:2]
    kept = np.ascontiguousarray(pixels)
    image = QImage(kept.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def as_array(image: QImage) -> NDArray[np.uint8]:
    rows = image.convertToFormat(QImage.Format.Format_RGB888)
    found = np.frombuffer(rows.constBits(), np.uint8).reshape(rows.height(), -1)
    return found[:, : 3 * rows.width()].reshape(rows.height(), rows.width(), 3).copy()


class TestOneViewport:
    def test_switching_modes_keeps_the_place(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, other)
        place = (view.viewport.centre_x, view.viewport.centre_y, view.viewport.zoom)
        for mode in (*Mode, Mode.SPLIT):
            view.set_mode(mode)
            now = (view.viewport.centre_x, view.viewport.centre_y, view.viewport.zoom)
            assert now == place

    def test_pan_and_zoom_in_one_pane_move_both(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, noise, Mode.SIDE)
        left, top = view.viewport.origin()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
        QTest.mouseMove(view, QPoint(270, 120))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(270, 120))
        assert view.viewport.origin() == (left - 30, top + 20)
        at = QPointF(330, 90)
        before = view.viewport.to_picture(*view.in_pane(at))
        view.zoom_by(3, at)
        assert view.viewport.to_picture(*view.in_pane(at)) == pytest.approx(before, abs=0.6)
        painted = grab(view)
        pane = view.viewport.view_width
        assert (painted[:, :pane] == painted[:, -pane:]).all()

    def test_another_ratio_fits_the_panes_anew(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, other)
        view.ratio = 2.0
        QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
        assert view.viewport.view_width == 800

    def test_fill_leaves_no_surround_and_follows_the_view(
        self, qtbot: QtBot, noise: Rgb, other: Rgb
    ) -> None:
        view = comparing(qtbot, noise, other)
        for width in (400, 700, 330):
            view.fill()
            view.resize(width, 320)
            left, top, right, bottom = view.viewport.visible()
            zoom = max(width / WIDTH, 320 / HEIGHT)
            assert view.viewport.zoom == pytest.approx(zoom)
            assert right - left == pytest.approx(width / zoom, abs=2)
            assert bottom - top == pytest.approx(320 / zoom, abs=2)


class TestHold:
    @pytest.mark.parametrize("mode", list(Mode))
    def test_the_space_bar_shows_the_left_side_as_long_as_it_is_held(
        self, qtbot: QtBot, noise: Rgb, other: Rgb, mode: Mode
    ) -> None:
        view = comparing(qtbot, noise, other, mode)
        before = grab(view)
        QTest.keyPress(view, Qt.Key.Key_Space)
        held = grab(view)
        if mode in (Mode.SIDE, Mode.FOUR):  # of two
            pane = view.viewport.view_width
            assert (held[:, :pane] == held[:, -pane:]).all()
            held = held[:, :pane]
        assert (held == seen(view, noise)).all()
        QTest.keyRelease(view, Qt.Key.Key_Space)
        assert (grab(view) == before).all()

    def test_it_ends_with_the_focus(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, other, Mode.FLICKER)
        QTest.keyPress(view, Qt.Key.Key_Space)
        assert (grab(view) == seen(view, noise)).all()
        QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut))
        assert (grab(view) == seen(view, other)).all()

    def test_the_handle_passes_it_on(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, other)
        view.split.setValue(STEPS)
        before = view.split.value()
        QTest.keyPress(view.split, Qt.Key.Key_Space)
        assert not view.split.isVisible()
        QTest.keyRelease(view, Qt.Key.Key_Space)
        assert view.split.value() == before


class TestInput:
    def test_the_loupe_follows_the_cursor(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, other, Mode.LOUPE)
        QTest.mouseMove(view, QPoint(120, 90))
        assert view.loupe_at == QPointF(120, 90)

    def test_the_loupe_follows_the_keys_and_then_the_picture_does(
        self, qtbot: QtBot, noise: Rgb, other: Rgb
    ) -> None:
        view = comparing(qtbot, noise, other, Mode.LOUPE)
        view.move_loupe(QPointF(380, 100))
        origin = view.viewport.origin()
        key(view, Qt.Key.Key_Right)
        assert view.loupe_at == QPointF(388, 100)
        assert view.viewport.origin() == origin
        key(view, Qt.Key.Key_Right, 3)
        assert view.loupe_at.x() == 399
        assert view.viewport.origin()[0] == origin[0] - (388 + 24 - 399)

    def test_home_and_end_show_the_corners(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, other)
        key(view, Qt.Key.Key_Home)
        assert view.viewport.origin() == (0, 0)
        key(view, Qt.Key.Key_End)
        assert view.viewport.origin() == (400 - WIDTH, 320 - HEIGHT)
        key(view, Qt.Key.Key_PageUp)
        assert view.viewport.origin()[1] == 320 - HEIGHT + 288

    def test_a_wheel_zooms_and_a_touch_pad_moves(
        self, qtbot: QtBot, noise: Rgb, other: Rgb
    ) -> None:
        view = comparing(qtbot, noise, other)
        origin = view.viewport.origin()
        scrolled, none = Qt.ScrollPhase.ScrollUpdate, Qt.ScrollPhase.NoScrollPhase
        plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        wheel(view, scrolled, plain, QPoint(-10, 15))
        assert view.viewport.origin() == pytest.approx((origin[0] - 10, origin[1] + 15), abs=1)
        assert view.viewport.zoom == 1
        wheel(view, none, shift)
        assert view.viewport.origin()[0] == origin[0] - 10 + 64
        wheel(view, scrolled, Qt.KeyboardModifier.ControlModifier, QPoint(0, 15))
        assert view.viewport.zoom == pytest.approx(2**0.25)
        wheel(view, none, plain)
        assert view.viewport.zoom == pytest.approx(2**0.5)

    def test_small_pinches_add_up(self, qtbot: QtBot, noise: Rgb, other: Rgb) -> None:
        view = comparing(qtbot, noise, other)
        at = QPointF(100, 80)
        before = view.viewport.to_picture(100, 80)
        for _ in range(10):
            pinch(view, at, 0.01)
        assert view.viewport.zoom == pytest.approx(1.01**10)
        assert view.viewport.to_picture(100, 80) == pytest.approx(before, abs=1)
        zooms = []
        for _ in range(10):
            pinch(view, at, -0.01)
            zooms.append(view.viewport.zoom)
        assert 1.0 in zooms  # on the way back it stops there for a moment

    def test_two_fingers_on_the_screen_zoom_and_move(
        self, qtbot: QtBot, noise: Rgb, other: Rgb
    ) -> None:
        view = comparing(qtbot, noise, other)
        gesture = QPinchGesture()
        gesture.setScaleFactor(1.5)
        gesture.setCenterPoint(QPointF(view.mapToGlobal(QPoint(100, 80))))
        gesture.setLastCenterPoint(QPointF(view.mapToGlobal(QPoint(90, 80))))
        x, y = view.viewport.to_picture(90, 80)
        on_pinch(view, gesture)
        assert view.viewport.zoom == 1.5
        assert view.viewport.to_picture(100, 80) == pytest.approx((x, y), abs=1)

    def test_double_click_goes_between_fit_and_100_percent(
        self, qtbot: QtBot, noise: Rgb, other: Rgb
    ) -> None:
        view = comparing(qtbot, noise, other)
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
        assert view.viewport.fits
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
        assert view.viewport.zoom == 1


def wheel(
    view: RatioView,
    phase: Qt.ScrollPhase,
    keys: Qt.KeyboardModifier,
    by: QPoint = QPoint(),  # noqa: B008 - never changed
) -> None:
    at = QPointF(200, 160)
    event = QWheelEvent(
        at, view.mapToGlobal(at), by, QPoint(0, 120), Qt.MouseButton.NoButton, keys, phase, False
    )
    QApplication.sendEvent(view, event)


def pinch(view: RatioView, at: QPointF, by: float) -> None:
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, QPointF(view.mapToGlobal(at.toPoint())), by, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view, event)


class TestUpdates:
    def test_a_changed_right_side_is_painted_again_where_it_changed(
        self, qtbot: QtBot, noise: Rgb, other: Rgb, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        areas: list[QRect] = []
        paint = RatioView.paintEvent

        def watched(self: RatioView, event: QPaintEvent) -> None:
            areas.append(event.rect())
            paint(self, event)

        monkeypatch.setattr(RatioView, "paintEvent", watched)
        view = comparing(qtbot, noise, other, Mode.FLICKER)
        view.repaint()
        QApplication.processEvents()
        areas.clear()
        left, top = view.viewport.origin()
        view.updated(QRectF(100 - left, 50 - top, 64, 32))
        qtbot.waitUntil(lambda: bool(areas))
        assert areas[0].contains(QRect(100, 50, 64, 32))
        assert areas[0].width() < 80
        areas.clear()
        view.set_mode(Mode.LOUPE)  # where there is no such shortcut
        view.updated(QRectF(100 - left, 50 - top, 64, 32))
        qtbot.waitUntil(lambda: bool(areas))
        assert areas[0].width() == 400


class TestHuge:
    """A gigapixel picture is a sparse file here; what is not zero was written where it belongs."""

    @pytest.mark.parametrize(
        ("width", "height", "alpha"), [(40_000, 30_000, False), (200_000, 12_000, True)]
    )
    def test_only_the_visible_part_is_touched(
        self, qtbot: QtBot, tmp_path: Path, width: int, height: int, alpha: bool,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        image = DisplayImage(tmp_path / "huge", width, height, alpha)
        size = image.bytes_per_pixel
        marks = np.random.default_rng(2).integers(1, 256, (200, 300, size), np.uint8)
        marks[..., 3:] = 255
        with image.path.open("wb") as file:
            file.truncate(image.total_bytes())
            for row in range(200):
                file.seek(((height - 200 + row) * width + width - 300) * size)
                file.write(marks[row].tobytes())
        asked: list[int] = []
        part = DisplayPixels._part

        def watched(
            self: DisplayPixels, level: Level, left: int, top: int, right: int, bottom: int
        ) -> QImage:
            asked.append((right - left) * (bottom - top))
            return part(self, level, left, top, right, bottom)

        monkeypatch.setattr(DisplayPixels, "_part", watched)
        view = shown(qtbot)
        with DisplayPixels(image) as pixels:
            view.show_panes([Pane(pixels, "")], (width, height), keep=False)
            grab(view)
            view.zoom_to(1.0)
            key(view, Qt.Key.Key_End)
            assert (grab(view)[-200:, -300:] == marks[..., :3]).all()
            view.zoom_to(8.0)
            key(view, Qt.Key.Key_End)
            painted = grab(view)
            assert (painted[-8:, -8:] == marks[-1, -1, :3]).all()
            for zoom in (0.03, 0.51, 0.74, 1.0, 3.0):
                view.zoom_to(zoom)
                grab(view)
            view.show_nothing()
        assert max(asked) < 5 * 400 * 320
