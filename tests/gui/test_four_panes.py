"""Four panes: the same place in each, what each shows before and after a run, and their labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.compare.before_after import LINE, sheet_of, visible_part
from app.compare.choice import PANES, Against, Choice, restored, stored
from app.compare.display_pixels import DisplayPixels
from app.compare.pane_buttons import on_two_lines
from app.compare.panes import Pane
from app.compare.preview.tiles import PreviewPixels
from app.compare.side import Mode
from app.compare.split_handle import STEPS
from app.compare.viewport import Viewport
from app.compare.words import LABEL_MARGIN, label_box
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.service.client.requests import Method
from fdiwn.service.server.display import write_interpolated
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states
from tests.gui.test_compare_modes import RATIOS, ArraySide, as_array, seen
from tests.gui.test_compare_view import RatioView, Rgb, grab, shown
from tests.gui.test_preview import Traffic, painted

WHOLE = Viewport(160, 120, 160, 120).fitted()
SIZE = (1400, 1000)


def four(qtbot: QtBot, ratio: float = 1.0) -> tuple[RatioView, list[Rgb]]:
    """Four pictures at 100 %, somewhere in their middle, with their buttons hidden."""
    rng = np.random.default_rng(7)
    pictures = [rng.integers(0, 256, (SIZE[1], SIZE[0], 3), np.uint8) for _ in range(4)]
    view = shown(qtbot, ratio)
    view.set_mode(Mode.FOUR)
    view.show_panes([Pane(ArraySide(picture), "") for picture in pictures], SIZE, keep=False)
    view.zoom_to(1.0)
    view.pan(-20, 30)
    for button in view.pane_buttons.buttons:
        button.hide()
    return view, pictures


def corners(view: RatioView, pixels: Rgb) -> list[Rgb]:
    """The panes in a grab of the view."""
    width, height = view.viewport.view_width, view.viewport.view_height
    rows = (pixels[:height], pixels[-height:])
    return [row[:, part] for row in rows for part in (slice(0, width), slice(-width, None))]


@pytest.mark.parametrize("ratio", RATIOS)
def test_each_pane_has_its_picture_at_the_same_place(qtbot: QtBot, ratio: float) -> None:
    view, pictures = four(qtbot, ratio)
    painted = grab(view)
    assert painted.shape[1] - 2 * view.viewport.view_width in (2, 3)
    assert painted.shape[0] - 2 * view.viewport.view_height in (2, 3)
    for pane, picture in zip(corners(view, painted), pictures, strict=True):
        assert (pane == seen(view, picture)).all()


def test_a_drag_or_the_wheel_in_one_pane_moves_all(qtbot: QtBot) -> None:
    view, pictures = four(qtbot)
    left, top = view.viewport.origin()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 250))
    QTest.mouseMove(view, QPoint(270, 270))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(270, 270))
    assert view.viewport.origin() == (left - 30, top + 20)
    for at in (QPointF(60, 40), QPointF(330, 40), QPointF(60, 280), QPointF(330, 280)):
        before = view.viewport.to_picture(*view.in_pane(at))
        view.zoom_by(2, at)
        assert view.viewport.to_picture(*view.in_pane(at)) == pytest.approx(before, abs=0.6)
    view.zoom_to(1.0)
    for pane, picture in zip(corners(view, grab(view)), pictures, strict=True):
        assert (pane == seen(view, picture)).all()


def test_the_space_bar_shows_the_first_in_all(qtbot: QtBot) -> None:
    view, pictures = four(qtbot)
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert all((pane == seen(view, pictures[0])).all() for pane in corners(view, grab(view)))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert (corners(view, grab(view))[3][60:] == seen(view, pictures[3])[60:]).all()


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """A picture of 40 x 30 in four panes."""
    drop(window, fake_engine.draw(path, 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    QTest.keyClick(window, Qt.Key.Key_6)
    assert window.view.mode is Mode.FOUR
    wait_for_panes(qtbot, window)


def wait_for_panes(qtbot: QtBot, window: MainWindow) -> None:
    """Until there are four, and nothing is left to compute."""

    def complete() -> bool:
        panes = window.view.panes
        return len(panes) == 4 and all(pane.side.unfinished(WHOLE).isEmpty() for pane in panes)

    qtbot.waitUntil(complete, timeout=PATIENCE)


def labels(window: MainWindow) -> list[str]:
    """What the buttons say."""
    return [button.text().replace("\n", " ") for button in window.view.pane_buttons.buttons]


def choose(window: MainWindow, pane: int, name: str) -> None:
    """As a click on a pane's label and on an entry of its menu."""
    menu = window.view.pane_buttons.buttons[pane].menu()
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text() == name]
    action.trigger()


def install(models: Path, name: str) -> str:
    file = models / f"{name}.safetensors"
    file.write_bytes((models / "stand-in-x4.safetensors").read_bytes())
    return name


def test_without_another_model_it_is_lanczos(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path / "a.png")
    assert labels(window) == ["Original pixels", "Bicubic", "Lanczos", "FDIWN preview"]
    picture = fake_engine.FakeEngine().read(tmp_path / "a.png")
    for pane, method in ((1, "bicubic"), (2, "lanczos")):
        image = write_interpolated(picture, (160, 120), method, tmp_path / method)
        exact = np.fromfile(image.path, np.uint8)[: 160 * 120 * 3].reshape(120, 160, 3)
        side = window.view.panes[pane].side
        assert isinstance(side, PreviewPixels)
        assert np.abs(painted(side, WHOLE).astype(int) - exact).max() <= 1
    result = window.view.panes[3].side
    assert isinstance(result, PreviewPixels)
    large = picture.pixels.repeat(4, 0).repeat(4, 1)
    assert np.abs(painted(result, WHOLE).astype(int) - large).max() <= 1


def test_another_model_is_computed_in_tiles_before_and_after_a_run(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    other = install(models, "tother-x4")
    traffic = Traffic(window)
    opened(window, qtbot, tmp_path / "a.png")
    assert labels(window) == ["Original pixels", "Bicubic", other, "stand-in-x4, preview"]
    came = [tile for tile in traffic.tiles if getattr(tile.what, "model", None) == other]
    assert came
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    wait_for_panes(qtbot, window)
    assert labels(window) == ["Original pixels", "Bicubic", other, "fake"]
    sides = [type(pane.side) for pane in window.view.panes]
    assert sides == [DisplayPixels, DisplayPixels, PreviewPixels, DisplayPixels]
    # The tiles from before the run still count, and the whole picture is not enlarged again.
    asked = len(traffic.previews)
    QTest.qWait(150)
    assert len(traffic.previews) == asked
    assert window.compare.renderings.making is None
    # A third model, chosen beside the result, is asked for by itself.
    third = install(models, "yet-another-x4")
    choose(window, 1, third)
    wait_for_panes(qtbot, window)
    assert labels(window)[1:3] == [third, other]
    last = traffic.previews[-1]
    assert {getattr(layer.what, "model", None) for layer in last.layers} == {third, other}


def test_each_pane_has_its_own_choice_and_all_is_remembered(
    make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window()
    other = install(models, "tother-x4")
    opened(window, qtbot, tmp_path / "a.png")
    choose(window, 0, "FDIWN")
    choose(window, 3, "Nearest pixel")
    choose(window, 1, other)
    wait_for_panes(qtbot, window)
    chosen = ["stand-in-x4, preview", other, other, "Nearest pixel"]
    assert labels(window) == chosen
    menu = window.view.pane_buttons.buttons[1].menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == [other]
    assert len(menu.actions()) == 6
    window.close_unasked(keep=False)
    again = make_window()
    drop(again, tmp_path / "a.png")
    wait_for_panes(qtbot, again)
    assert labels(again) == chosen
    assert not again.compare.bar.left.isVisible()  # which says nothing about four panes
    QTest.keyClick(again, Qt.Key.Key_1)
    assert again.view.labels == ("Bicubic", "FDIWN preview")
    assert not any(button.isVisible() for button in again.view.pane_buttons.buttons)


def test_a_model_that_fails_says_why_and_gives_way(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    install(models, "xbroken-x4")
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    with qtbot.waitSignal(window.compare.told, timeout=PATIENCE):
        window.compare.set_mode(Mode.FOUR)
    wait_for_panes(qtbot, window)
    assert labels(window) == ["Original pixels", "Bicubic", "Bicubic", "FDIWN preview"]
    assert window.compare.picture.panes == PANES  # another picture may succeed


def test_of_several_models_only_the_one_that_fails_gives_way(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    broken, other = install(models, "broken-x4"), install(models, "tother-x4")
    opened(window, qtbot, tmp_path / "a.png")
    choose(window, 0, other)
    preview = [other, "Bicubic", "Bicubic", "stand-in-x4, preview"]
    qtbot.waitUntil(lambda: labels(window) == preview, timeout=PATIENCE)
    wait_for_panes(qtbot, window)
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    with qtbot.waitSignal(window.compare.told, timeout=PATIENCE) as told:
        choose(window, 1, broken)
    assert broken in str(told.args)
    qtbot.waitUntil(lambda: labels(window)[1] == "Bicubic", timeout=PATIENCE)
    wait_for_panes(qtbot, window)
    assert labels(window) == [other, "Bicubic", "Bicubic", "fake"]
    # Also as the first of all, by which the preview is cut.
    choose(window, 1, other)
    with qtbot.waitSignal(window.compare.told, timeout=PATIENCE):
        choose(window, 0, broken)
    qtbot.waitUntil(lambda: labels(window)[0] == "Bicubic", timeout=PATIENCE)
    wait_for_panes(qtbot, window)
    assert labels(window) == ["Bicubic", other, "Bicubic", "fake"]


def test_without_live_previews_no_model_is_run_beside_a_result(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    other = install(models, "tother-x4")
    opened(window, qtbot, tmp_path / "a.png")
    window.actions_.live_preview.trigger()
    assert window.view.labels == ("Original", "")
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    qtbot.waitUntil(lambda: len(window.view.panes) == 4, timeout=PATIENCE)
    assert labels(window)[2] == f"{other}: no preview"
    assert window.compare.renderings.making is None


def test_a_result_too_large_for_tiles_says_so_and_the_badge_leads_near(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.compare.preview.live.MOST_PIXELS", 300_000)
    other = install(models, "tother-x4")
    window.compare.set_mode(Mode.FOUR)
    drop(window, fake_engine.draw(tmp_path / "a.png", 400, 300))
    wait_for_states(qtbot, window, JobState.READY)
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    qtbot.waitUntil(lambda: labels(window)[2] == f"{other}: zoom in to preview", timeout=PATIENCE)
    window.compare.badge.zoom.click()
    qtbot.waitUntil(lambda: labels(window)[2] == other, timeout=PATIENCE)
    pane = window.view.panes[2].side

    def computed() -> bool:
        return pane.unfinished(window.view.viewport).isEmpty()

    qtbot.waitUntil(computed, timeout=PATIENCE)


def test_the_labels_can_be_read_in_a_small_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    install(models, "tother-x4")
    opened(window, qtbot, tmp_path / "a.png")
    window.resize(1024, 700)
    QApplication.processEvents()
    view = window.view
    areas = [(0, 0), (view.width() // 2, 0), (0, view.height() // 2)]
    areas.append((view.width() // 2, view.height() // 2))
    for button, (x, y) in zip(view.pane_buttons.buttons, areas, strict=True):
        assert button.isVisible()
        assert "…" not in button.text()
        assert x <= button.x()
        assert button.geometry().right() < x + view.width() // 2
        assert y <= button.y() < y + 20


def test_a_long_name_goes_on_two_lines_and_loses_its_end(window: MainWindow) -> None:
    metrics = QFontMetrics(window.font())
    room = metrics.horizontalAdvance("FDIWN 4x (original")
    name = "FDIWN 4x (original authors)"
    assert on_two_lines(name, metrics, 1000) == name
    assert on_two_lines(name, metrics, room) == "FDIWN 4x (original\nauthors)"
    long = on_two_lines("my-model-that-has-a-name-without-end", metrics, room)
    assert long.startswith("my-model-that")
    assert long.endswith("…")
    for text in (long, on_two_lines(name, metrics, room)):
        assert all(metrics.horizontalAdvance(line) <= room for line in text.split("\n"))


def test_all_four_are_saved_as_one_picture(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path / "a.png")
    window.view.zoom_to(1.0)
    sheet = sheet_of(visible_part(window.view.viewport), 4)
    image = window.compare.before_after.image(whole=False)
    assert (image.width(), image.height()) == (2 * 160 + LINE, 2 * (120 + sheet.label))
    pixels = as_array(image)
    large = fake_engine.FakeEngine().read(tmp_path / "a.png").pixels.repeat(4, 0).repeat(4, 1)
    assert (pixels[-120:, -160:] == large).all()
    assert (pixels[sheet.label :, :160][:120] == large).all()  # the original, as squares


def test_what_makes_no_sense_in_the_settings_is_the_default() -> None:
    panes = (Choice(), Choice(Against.MODEL, "one:two"), *PANES[2:])
    assert restored(stored(panes)) == panes
    for texts in ([], ["bicubic"], ["bicubic", "file", "fdiwn", "model"], ["x"] * 4):
        assert restored(texts) == PANES


def test_methods_are_asked_for_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    traffic = Traffic(window)
    opened(window, qtbot, tmp_path / "a.png")
    choose(window, 2, "Bicubic")
    choose(window, 0, "Bicubic")
    wait_for_panes(qtbot, window)
    places = [(tile.what, tile.box) for tile in traffic.tiles]
    assert len(places) == len(set(places))
    methods = [layer.what for layer in traffic.previews[-1].layers]
    assert methods.count(Method.BICUBIC) <= 1


def test_texts_of_any_length_move_no_button_of_a_mode(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, models: Path
) -> None:
    window.resize(1024, 700)
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    qtbot.waitUntil(lambda: window.view.compares, timeout=PATIENCE)

    def places() -> list[int]:
        QApplication.processEvents()
        modes = window.compare.bar.modes.values()
        return [button.mapTo(window, QPoint(0, 0)).x() for button in modes]

    before = places()
    for mode in Mode:
        window.compare.set_mode(mode)
        assert places() == before, mode
    for text in ("Bikubisch, in einer längeren Sprache", "双三次", ""):
        window.compare.bar.show_left(text)
        window.preview.hint.setText(text)
        window.compare.bar.zoom.setText("3200 %")
        assert places() == before, text
    window.options.primary.click()  # which brings the handle to drag the result
    wait_for_states(qtbot, window, JobState.DONE)
    assert places() == before


def test_a_label_is_whole_or_not_there(qtbot: QtBot) -> None:
    view = shown(qtbot)
    plain = np.full((SIZE[1], SIZE[0], 3), 90, np.uint8)
    name = "FDIWN 4x (original authors)"
    view.show_panes([Pane(ArraySide(plain), text) for text in (name, "")], SIZE, keep=False)
    view.zoom_to(1.0)
    metrics = QFontMetrics(view.font())
    for room, lines in ((1000, 1), (metrics.horizontalAdvance("FDIWN 4x (original") + 1, 2)):
        box = label_box(name, QRect(0, 0, room + 2 * LABEL_MARGIN + 16, 300), metrics)
        assert box is not None
        assert round((box.height() - 8) / metrics.lineSpacing()) == lines
    assert label_box(name, QRect(0, 0, 90, 300), metrics) is None
    view.split.setValue(STEPS)
    assert (grab(view)[: 2 * LABEL_MARGIN, :200] != 90).any()
    view.split.setValue(STEPS // 5)
    assert (grab(view)[1:-1, :79] == 90).all()
