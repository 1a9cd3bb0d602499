"""The crop tool in the real window: drawn, kept, undone, enlarged, marked, restored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.compare.choice import Against, Choice
from app.compare.crop.tool import CropTool
from app.compare.display_pixels import DisplayPixels
from app.compare.side import Side
from app.compare.viewport import Viewport
from app.queue.job import Job, JobState
from app.queue.list_model import sizes, tool_tip
from app.window.panels import PICTURE as PICTURE_WIDTH
from app.window.window import MainWindow
from fdiwn.api.cropping import Crop
from fdiwn.api.sizing import Edge
from fdiwn.pixels.picture import Metadata
from fdiwn.service.server.display import write_display, write_interpolated
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, choose_scale, drop, wait_for_states, wait_until
from tests.gui.test_compare_modes import as_array
from tests.gui.test_compare_window import left_pixels
from tests.gui.test_preview import Traffic, wait_for_preview
from tests.gui.test_window import click

PICTURE = (200, 150)
CROP = Crop(60, 40, 20, 30)
CROP_OF_LEVELS = Crop(104, 80, 16, 8)
"""Begins and ends on pixels of the reduced levels, too."""
KEYS = Qt.KeyboardModifier


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A picture of 200 x 150 in view, to be enlarged twice, without a live preview."""
    if window.preview.on:
        window.actions_.live_preview.trigger()
    choose_scale(window, 2)
    drop(window, fake_engine.draw(tmp_path / "a.png", *PICTURE))
    wait_until(qtbot, window, lambda jobs: bool(jobs and jobs[0].original))
    return window


def start(window: MainWindow) -> CropTool:
    """As a user does, by its key."""
    QTest.keyClick(window, Qt.Key.Key_C)
    assert window.compare.crop.active
    return window.compare.crop


def drag(tool: CropTool, start: tuple[int, int], end: tuple[int, int]) -> None:
    """With the mouse, from one place of the picture to another."""
    frame, left = tool.frame, Qt.MouseButton.LeftButton
    first, last = (_pixel(frame.in_widget(*place)) for place in (start, end))
    QTest.mousePress(frame, left, pos=first)
    QTest.mouseMove(frame, (first + last) / 2)
    QTest.mouseMove(frame, last)
    QTest.mouseRelease(frame, left, pos=last)


def _pixel(point: QPointF) -> QPoint:
    return point.toPoint()


def choose(tool: CropTool, name: str) -> None:
    index = tool.bar.ratio.findData(name)
    tool.bar.ratio.setCurrentIndex(index)
    tool.bar.ratio.activated.emit(index)


def crop(window: MainWindow, part: Crop = CROP) -> Job:
    """Draw it, and press Done."""
    tool = start(window)
    right, bottom = part.left + part.width, part.top + part.height
    drag(tool, (part.left, part.top), (right, bottom))
    assert tool.frame.crop == part
    click(tool.bar.finish)
    return window.queue.jobs()[0]


def painted(side: Side, view: Viewport) -> QImage:
    image = QImage(view.view_width, view.view_height, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    with QPainter(image) as painter:
        painter.setClipRect(image.rect())
        side.paint(painter, view)
    return image


def test_it_is_drawn_moved_and_resized(opened: MainWindow) -> None:
    assert opened.compare.bar.crop.isVisible()
    tool = start(opened)
    assert not opened.compare.bar.isVisible()
    assert tool.bar.isVisible()
    assert not tool.bar.clear.isEnabled()
    assert opened.view.viewport.width == PICTURE[0]
    drag(tool, (20, 30), (80, 70))
    assert tool.frame.crop == CROP
    assert tool.bar.size_line.text() == "60 × 40 px"  # noqa: RUF001
    drag(tool, (50, 50), (70, 45))
    assert tool.frame.crop == Crop(60, 40, 40, 25)
    drag(tool, (100, 65), (120, 85))  # the lower right handle
    assert tool.frame.crop == Crop(80, 60, 40, 25)
    drag(tool, (40, 55), (10, 0))  # the one in the middle of the left side
    assert tool.frame.crop == Crop(110, 60, 10, 25)
    drag(tool, (150, 120), (150, 121))  # a click beside it is no rectangle
    assert tool.frame.crop == Crop(110, 60, 10, 25)


def test_the_surroundings_are_darker(opened: MainWindow) -> None:
    tool = start(opened)
    before = opened.view.grab().toImage()
    drag(tool, (20, 30), (80, 70))
    after = opened.view.grab().toImage()
    inside, outside = (_pixel(tool.frame.in_widget(x, 50)) for x in (50, 150))
    assert after.pixelColor(inside) == before.pixelColor(inside)
    assert after.pixelColor(outside).lightness() < before.pixelColor(outside).lightness() / 2


def test_the_keyboard_does_all_of_it(opened: MainWindow) -> None:
    tool = start(opened)
    assert tool.frame.hasFocus()
    QTest.keyClick(tool.frame, Qt.Key.Key_Left, KEYS.ShiftModifier | KEYS.ControlModifier)
    QTest.keyClick(tool.frame, Qt.Key.Key_Up, KEYS.ShiftModifier)
    assert tool.frame.crop == Crop(190, 149)
    QTest.keyClick(tool.frame, Qt.Key.Key_Right, KEYS.ControlModifier)
    QTest.keyClick(tool.frame, Qt.Key.Key_Down)
    assert tool.frame.crop == Crop(190, 149, 10, 1)
    assert "190 × 149 pixels, 10 from the left" in tool.frame.accessibleDescription()  # noqa: RUF001
    QTest.keyClick(tool.frame, Qt.Key.Key_Return)
    assert not tool.active
    assert opened.queue.jobs()[0].crop == Crop(190, 149, 10, 1)


def test_escape_leaves_it_and_nothing_else(opened: MainWindow) -> None:
    opened.shell.actions.full_screen.trigger()
    tool = start(opened)
    drag(tool, (20, 30), (80, 70))
    QTest.keyClick(tool.frame, Qt.Key.Key_Escape)
    assert not tool.active
    assert not tool.frame.isVisible()
    assert opened.queue.jobs()[0].crop is None
    assert opened.view.viewport.width == 2 * PICTURE[0]
    assert opened.shell.actions.full_screen.isChecked()
    assert opened.compare.actions.crop.isEnabled()


def test_a_ratio_is_kept_and_turned(opened: MainWindow) -> None:
    tool = start(opened)
    choose(tool, "1:1")
    assert tool.frame.crop == Crop(150, 150, 25, 0)
    choose(tool, "3:2")
    drag(tool, (40, 130), (100, 20))  # inside: it is moved, and keeps its size
    width, height = tool.frame.crop.size
    assert width == round(1.5 * height)
    left, top = tool.frame.crop.left, tool.frame.crop.top
    drag(tool, (left, top), (left + 60, top + 10))
    assert tool.frame.crop.width == pytest.approx(1.5 * tool.frame.crop.height, abs=1)
    click(tool.bar.turn)
    assert tool.frame.crop.height == pytest.approx(1.5 * tool.frame.crop.width, abs=1)
    choose(tool, "A4")
    assert tool.frame.crop.height == pytest.approx(297 / 210 * tool.frame.crop.width, abs=1)
    click(tool.bar.finish)
    # It is there again for the same picture.
    assert start(opened).bar.ratio_name == "A4"


def test_a_free_one_is_turned_and_leads_the_next_ratio(opened: MainWindow) -> None:
    tool = start(opened)
    drag(tool, (20, 30), (80, 70))
    click(tool.bar.turn)
    assert tool.frame.crop == Crop(40, 60, 30, 20)
    choose(tool, "16:9")
    assert tool.frame.crop.height == pytest.approx(16 / 9 * tool.frame.crop.width, abs=1)


def test_the_bar_fits_beside_both_panels(opened: MainWindow) -> None:
    """With room for longer languages."""
    assert start(opened).bar.minimumSizeHint().width() <= PICTURE_WIDTH - 50


def test_only_the_crop_is_previewed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    choose_scale(window, 2)
    traffic = Traffic(window)
    drop(window, fake_engine.draw(tmp_path / "a.png", *PICTURE))
    wait_for_preview(qtbot, window)
    tool = start(window)
    assert window.preview.near is None
    drag(tool, (20, 30), (80, 70))
    click(tool.bar.finish)
    wait_for_preview(qtbot, window)
    assert (window.view.viewport.width, window.view.viewport.height) == (120, 80)
    asked = traffic.previews[-1]
    assert asked.options.crop == CROP
    assert asked.region == (0, 0, 120, 80)
    # What is painted is that part, with the pixels of the file.
    source = fake_engine.FakeEngine().read(tmp_path / "a.png").pixels
    right = window.view.right
    assert right is not None
    shown = as_array(painted(right, Viewport(120, 80, 120, 80).fitted())).astype(int)
    exact = source[CROP.top : CROP.top + CROP.height, CROP.left : CROP.left + CROP.width]
    assert np.abs(shown - exact.repeat(2, axis=0).repeat(2, axis=1)).max() <= 1


def test_the_result_is_that_part(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    job = crop(opened)
    assert sizes(job)[0] == "Crop 60 × 40"  # noqa: RUF001
    assert "60 × 40 of 200 × 150" in tool_tip(job)  # noqa: RUF001
    assert "60 × 40 → 120 × 80" in opened.options.size_line.text()  # noqa: RUF001
    click(opened.options.primary)
    (job,) = wait_for_states(qtbot, opened, JobState.DONE)
    assert job.result is not None
    assert (job.result.width, job.result.height) == (120, 80)
    assert not opened.compare.badge.isVisible()
    opened.commands.save_all(tmp_path / "home")
    (job,) = wait_until(qtbot, opened, lambda jobs: jobs[0].saved_to is not None)
    assert job.saved_to is not None
    saved = fake_engine.FakeEngine().read(job.saved_to).pixels
    part = fake_engine.FakeEngine().read(job.source).cropped(CROP)
    assert (saved == part.pixels.repeat(2, axis=0).repeat(2, axis=1)).all()
    # And so is what it is compared with.
    opened.compare.compare_with(Choice(Against.LANCZOS))
    qtbot.waitUntil(lambda: opened.view.labels[0] == "Lanczos", timeout=PATIENCE)
    image = write_interpolated(part, (120, 80), "lanczos", tmp_path / "reference")
    exact = np.fromfile(image.path, np.uint8)[: 120 * 80 * 3].reshape(80, 120, 3)
    assert (left_pixels(opened) == exact).all()
    opened.compare.compare_with(Choice(Against.ORIGINAL))
    assert opened.view.left is not None
    assert (opened.view.left.width, opened.view.left.height) == CROP.size


def test_sizes_and_names_are_of_the_crop(opened: MainWindow) -> None:
    crop(opened)
    opened.options.size_.show_size(4, Edge(240))
    opened.options.changed.emit()
    assert "60 × 40 → 240 × 160" in opened.options.size_line.text()  # noqa: RUF001
    assert opened.options.primary.isEnabled()
    (item,) = opened.control._items(opened.queue.order(), opened.options.general_order())
    assert item.size == CROP.size
    assert item.order.upscale.crop == CROP


def test_another_crop_marks_the_result(opened: MainWindow, qtbot: QtBot) -> None:
    click(opened.options.primary)
    wait_for_states(qtbot, opened, JobState.DONE)
    crop(opened)
    badge = opened.compare.badge
    assert "settings have changed" in badge.text.text()
    assert opened.view.labels == ("Bicubic", "FDIWN, earlier settings")
    assert opened.view.viewport.width == 2 * PICTURE[0]
    tool = start(opened)
    assert not badge.isVisible()
    QTest.keyClick(tool.frame, Qt.Key.Key_Escape)
    click(badge.again)
    wait_until(qtbot, opened, lambda jobs: bool(jobs[0].result and jobs[0].result.width == 120))
    assert opened.view.labels == ("Bicubic", "FDIWN")
    assert not badge.isVisible()


def test_undo_clear_and_another_picture(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    job = crop(opened)
    undo, redo = opened.queue_control.actions.undo, opened.queue_control.actions.redo
    undo.trigger()
    assert opened.queue.jobs()[0].crop is None
    assert opened.view.viewport.width == 2 * PICTURE[0]
    redo.trigger()
    assert opened.queue.jobs()[0].crop == CROP
    assert opened.view.viewport.width == 120
    tool = start(opened)
    assert tool.frame.crop == CROP
    click(tool.bar.clear)
    click(tool.bar.finish)
    assert opened.queue.jobs()[0].crop is None
    undo.trigger()
    start(opened)
    drop(opened, fake_engine.draw(tmp_path / "b.png", 40, 30))
    second = wait_until(qtbot, opened, lambda jobs: len(jobs) == 2 and bool(jobs[1].original))[1]
    opened.rail.choose(second.id)
    assert not tool.active
    assert not tool.bar.isVisible()
    assert opened.view.viewport.width == 80
    opened.rail.choose(job.id)
    assert opened.view.viewport.width == 120


def test_it_is_kept_with_the_session(
    make_window: Callable[..., MainWindow], opened: MainWindow, qtbot: QtBot
) -> None:
    crop(opened)
    click(opened.options.primary)
    wait_for_states(qtbot, opened, JobState.DONE)
    opened.close_unasked()
    after = make_window()
    click(after.queue_control.restore_bar.restore)
    (job,) = wait_until(qtbot, after, lambda jobs: bool(jobs and jobs[0].original))
    assert job.crop == CROP
    assert after.view.viewport.width == 120
    assert not after.compare.badge.isVisible()


def test_a_crop_alone_is_kept_with_the_session(
    make_window: Callable[..., MainWindow], opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(opened, fake_engine.draw(tmp_path / "only looked at.png", 40, 30))
    job = crop(opened)
    opened.close_unasked()
    after = make_window()
    click(after.queue_control.restore_bar.restore)
    (again,) = wait_until(qtbot, after, lambda jobs: bool(jobs and jobs[0].original))
    choose_scale(after, 2)
    assert (again.source, again.crop, again.state) == (job.source, CROP, JobState.READY)
    assert after.view.viewport.width == 120


def test_a_crop_whose_result_is_saved_is_not_offered_again(
    make_window: Callable[..., MainWindow], opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    crop(opened)
    click(opened.options.primary)
    wait_for_states(qtbot, opened, JobState.DONE)
    opened.commands.save_all(tmp_path / "home")
    wait_until(qtbot, opened, lambda jobs: jobs[0].saved_to is not None)
    opened.close_unasked()
    assert not make_window().queue_control.restore_bar.isVisible()


def test_a_row_says_what_its_result_is_and_that_another_part_is_chosen(
    opened: MainWindow, qtbot: QtBot
) -> None:
    click(opened.options.primary)
    wait_for_states(qtbot, opened, JobState.DONE)
    job = crop(opened)
    assert sizes(job) == ["200 × 150", "400 × 300"]  # noqa: RUF001
    assert "part" not in tool_tip(job)
    assert "settings have changed" in tool_tip(job)
    click(opened.options.primary)
    (job,) = wait_until(qtbot, opened, lambda jobs: sizes(jobs[0])[-1] == "120 × 80")  # noqa: RUF001
    assert sizes(job) == ["Crop 60 × 40", "120 × 80"]  # noqa: RUF001
    assert "60 × 40 of 200 × 150" in tool_tip(job)  # noqa: RUF001
    assert "settings have changed" not in tool_tip(job)


@pytest.mark.parametrize("zoom", [1.0, 3.0, 0.5, 0.3])
def test_a_crop_is_painted_as_a_picture_of_its_own(tmp_path: Path, zoom: float) -> None:
    rows, columns = np.mgrid[0:97, 0:131]
    smooth = np.stack([rows * 2, columns, (rows + columns) // 2], axis=2).astype(np.uint8)
    part = smooth[8:88, 16:120]
    view = Viewport(104, 80, 90, 70, zoom, 50.0, 41.0, fits=False)
    whole = DisplayPixels(write_display(smooth, Metadata(), tmp_path / "a"), crop=CROP_OF_LEVELS)
    alone = DisplayPixels(write_display(part, Metadata(), tmp_path / "b"))
    with whole as cropped, alone as own:
        assert (cropped.width, cropped.height) == CROP_OF_LEVELS.size
        first, second = (as_array(painted(side, view)).astype(int) for side in (cropped, own))
    # A reduced pixel at the edge also holds what is beside the crop.
    assert np.abs(first - second).max() <= (0 if zoom >= 1 else 8)
