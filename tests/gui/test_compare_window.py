"""Comparing in the real window: keys, left sides from the engine, the screen's colours, export."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import pyvips
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QColor, QColorSpace, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.compare.before_after import (
    LARGEST,
    LINE,
    before_after,
    sheet_of,
    visible_part,
    whole_picture,
)
from app.compare.choice import Against, Choice
from app.compare.display_pixels import DisplayPixels
from app.compare.panes import Pane
from app.compare.side import Mode
from app.compare.viewport import Viewport
from app.look import theme
from app.look.theme import scheme
from app.queue.job import Job, JobState
from app.window.menu_bar import actions_by_menu
from app.window.window import MainWindow
from fdiwn.service.server.display import write_interpolated
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states, wait_until
from tests.gui.test_compare_modes import ArraySide, as_array
from tests.gui.test_window import click

MODES = list(zip(range(1, 7), Mode, strict=True))


@pytest.fixture
def job(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Job:
    """A picture of 40 x 30, enlarged 4 times, in view."""
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_until(qtbot, window, lambda jobs: bool(jobs and jobs[0].original))
    click(window.options.primary)
    return wait_for_states(qtbot, window, JobState.DONE)[0]


def left_pixels(window: MainWindow) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The left side as the view has it, at its own size."""
    side = window.view.left
    assert isinstance(side, DisplayPixels)
    shape = (side.height, side.width, side.image.bytes_per_pixel)
    count = shape[0] * shape[1] * shape[2]
    return np.fromfile(side.image.path, np.uint8)[:count].reshape(shape)


def compare_with(window: MainWindow, qtbot: QtBot, choice: Choice, label: str) -> None:
    window.compare.compare_with(choice)
    qtbot.waitUntil(lambda: window.view.labels[0] == label, timeout=PATIENCE)


@pytest.mark.parametrize(("key", "mode"), MODES)
def test_keys_choose_the_view_and_it_is_remembered(
    make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path,
    key: int, mode: Mode,
) -> None:  # fmt: skip
    window = make_window()
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    click(window.options.primary)
    wait_for_states(qtbot, window, JobState.DONE)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + key))
    assert window.view.mode is mode
    assert window.compare.bar.modes[mode].isChecked()
    assert [m for m, action in window.compare.actions.modes.items() if action.isChecked()] == [mode]
    assert window.compare.bar.factor.isVisible() == (mode is Mode.DIFFERENCE)
    assert window.compare.bar.loupe.isVisible() == (mode is Mode.LOUPE)
    window.close_unasked(keep=False)
    assert make_window().view.mode is mode


def test_the_space_bar_works_from_the_list(window: MainWindow, job: Job) -> None:
    window.compare.set_mode(Mode.FLICKER)
    QTest.keyPress(window.rail, Qt.Key.Key_Space)
    assert window.view._held
    QTest.keyRelease(window.rail, Qt.Key.Key_Space)
    assert not window.view._held


def test_zoom_is_named_and_chosen_in_output_pixels(window: MainWindow, job: Job) -> None:
    bar, actions = window.compare.bar, window.compare.actions
    for action, text in (
        (window.actions_.one_to_one, "100 %"),
        (actions.zooms[2.0], "200 %"),
        (actions.zooms[4.0], "400 %"),
    ):
        action.trigger()
        assert bar.zoom.text() == text
        assert action in bar.zoom.menu().actions()
    ratio = window.view.devicePixelRatioF()
    assert window.view.viewport.zoom == 4
    actions.fill.trigger()
    view = window.view
    assert view.viewport.fills
    wanted = max(view.width() * ratio / 160, view.height() * ratio / 120)
    assert view.viewport.zoom == pytest.approx(wanted)


@pytest.mark.parametrize("against", [Against.LANCZOS, Against.NEAREST, Against.BICUBIC])
def test_the_left_side_is_made_by_the_engine(
    window: MainWindow, job: Job, qtbot: QtBot, tmp_path: Path, against: Against
) -> None:
    place = window.view.viewport
    window.compare.actions.lefts[against].trigger()
    label = Choice(against).label()
    qtbot.waitUntil(lambda: window.view.labels[0] == label, timeout=PATIENCE)
    picture = fake_engine.FakeEngine().read(job.source)
    image = write_interpolated(picture, (160, 120), against.value, tmp_path / "reference")
    exact = np.fromfile(image.path, np.uint8)[: 160 * 120 * 3].reshape(120, 160, 3)
    assert (left_pixels(window) == exact).all()
    assert label in window.compare.bar.left.text()
    assert label in window.view.split.accessibleName()
    assert window.view.viewport == place


def test_the_left_side_says_that_it_is_being_made(
    window: MainWindow, job: Job, qtbot: QtBot
) -> None:
    window.compare.compare_with(Choice(Against.LANCZOS))
    assert window.view.labels[0] == "Bicubic (Lanczos is being made…)"
    qtbot.waitUntil(lambda: window.view.labels[0] == "Lanczos", timeout=PATIENCE)


def test_original_pixels_are_squares_at_the_same_place(
    window: MainWindow, job: Job, qtbot: QtBot
) -> None:
    compare_with(window, qtbot, Choice(Against.ORIGINAL), "Original pixels")
    window.compare.set_mode(Mode.SIDE)
    window.view.zoom_to(2.0)
    image = QImage(window.view.size(), QImage.Format.Format_RGB888)
    window.view.render(image)
    pane = window.view.viewport.view_width
    painted = as_array(image)[60:]  # without the labels
    # The fake engine repeats pixels, which is what squares of the original are.
    assert (painted[:, 1 : pane - 1] == painted[:, -pane + 1 : -1]).all()


def test_another_model_is_run_for_the_comparison(
    window: MainWindow, job: Job, qtbot: QtBot, models: Path
) -> None:
    other = models / "other-x4.safetensors"
    other.write_bytes((models / "stand-in-x4.safetensors").read_bytes())
    menu = window.compare.actions.models
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert names == ["other-x4"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.view.labels[0] == names[0], timeout=PATIENCE)
    (now,) = window.queue.jobs()
    assert now.state is JobState.DONE
    assert now.result == job.result


def test_any_file_can_be_held_against_the_result(
    window: MainWindow, job: Job, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = fake_engine.draw(tmp_path / "other.png", 77, 50)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    window.compare.actions.file.trigger()
    text = "other.png (77 × 50, stretched)"  # noqa: RUF001 - the sign for by
    qtbot.waitUntil(lambda: window.view.labels[0] == text, timeout=PATIENCE)
    assert (left_pixels(window) == fake_engine.FakeEngine().read(other).pixels).all()
    assert (window.view.viewport.width, window.view.viewport.height) == (160, 120)
    fitting = fake_engine.draw(tmp_path / "fitting.png", 160, 120)
    compare_with(window, qtbot, Choice(Against.FILE, file=fitting), "fitting.png")


def test_two_files_are_compared_without_enlarging(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_until(qtbot, window, lambda jobs: bool(jobs and jobs[0].original))
    other = fake_engine.draw(tmp_path / "b.png", 40, 30)
    compare_with(window, qtbot, Choice(Against.FILE, file=other), "b.png")
    assert window.view.compares
    assert window.view.labels[1] == "Original"


def test_a_file_that_cannot_be_read_says_why_and_bicubic_comes_back(
    window: MainWindow, job: Job, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = Choice(Against.FILE, file=tmp_path / "broken.png")
    with qtbot.waitSignal(window.compare.told, timeout=PATIENCE):
        window.compare.compare_with(broken)
    assert "broken.png cannot be opened" in window.notice.text.text()
    assert window.view.labels[0] == "Bicubic"
    assert window.compare.actions.lefts[Against.BICUBIC].isChecked()


def test_what_is_no_longer_compared_leaves_the_disk(
    window: MainWindow, job: Job, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(5):
        file = fake_engine.draw(tmp_path / f"other-{number}.png", 160, 120)
        compare_with(window, qtbot, Choice(Against.FILE, file=file), file.name)
    views = window._engine.session.job(job.id) / "views"
    qtbot.waitUntil(lambda: len(list(views.iterdir())) == 3, timeout=PATIENCE)


def test_a_change_of_mind_stops_what_is_being_made(
    window: MainWindow, job: Job, qtbot: QtBot, tmp_path: Path
) -> None:
    first, last = (fake_engine.draw(tmp_path / f"{n}.png", 160, 120) for n in ("first", "last"))
    for file in (first, last):
        window.compare.compare_with(Choice(Against.FILE, file=file))
    qtbot.waitUntil(lambda: window.view.labels[0] == "last.png", timeout=PATIENCE)
    assert all(wanted.source != first for wanted in window.compare.renderings.ready)


class TestScreen:
    @pytest.fixture
    def p3(self, tmp_path: Path) -> Path:
        path = tmp_path / "p3.icc"
        path.write_bytes(bytes(pyvips.Image.profile_load("p3")))
        return path

    def test_everything_in_view_is_made_for_another_screen(
        self, window: MainWindow, job: Job, qtbot: QtBot, p3: Path
    ) -> None:
        before = left_pixels(window)
        window.compare.screen.choose(str(p3))

        def ready() -> bool:
            sides = (window.view.left, window.view.right)
            return all(isinstance(s, DisplayPixels) and s.image.screen == p3 for s in sides)

        qtbot.waitUntil(ready, timeout=PATIENCE)
        after = left_pixels(window)
        assert (before != after).any()
        wait_until(
            qtbot, window, lambda jobs: bool(jobs[0].original and jobs[0].original.screen == p3)
        )
        # And back again, where the first pixels are still there.
        window.compare.screen.choose("")
        assert (left_pixels(window) == before).all()

    def test_the_choice_is_remembered(
        self, make_window: Callable[..., MainWindow], models: Path, p3: Path
    ) -> None:
        window = make_window()
        window.compare.screen.choose(str(p3))
        window.close_unasked()
        again = make_window()
        assert again.compare.screen.profile == p3
        assert again.compare.picture.screen == p3

    @pytest.mark.parametrize("content", [b"", b"nonsense" * 30])
    def test_a_damaged_profile_is_srgb_with_a_note(
        self, window: MainWindow, tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
    ) -> None:
        damaged = tmp_path / "damaged.icc"
        damaged.write_bytes(content)
        window.compare.screen.choose(str(damaged))
        assert window.compare.screen.profile is None
        assert "sRGB instead" in caplog.text


class TestBeforeAfter:
    def test_what_is_in_view_is_saved_with_labels(
        self, window: MainWindow, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        offered = []

        def choose(parent: QWidget, title: str, name: str, filters: str) -> tuple[str, str]:
            offered.append(name)
            return str(tmp_path / "both"), filters.partition(";;")[0]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        window.view.zoom_to(1.0)
        window.compare.actions.export_visible.trigger()
        assert offered == [str(tmp_path / "a_before-after.png")]
        image = QImage(str(tmp_path / "both.png"))
        assert image.colorSpace() == QColorSpace(QColorSpace.NamedColorSpace.SRgb)
        sheet = sheet_of(visible_part(window.view.viewport))
        assert image.size() == sheet.size
        assert (image.width(), image.height()) == (2 * 160 + LINE, 120 + sheet.label)
        painted = as_array(image)
        left = painted[sheet.label :, :160]
        right = painted[sheet.label :, 160 + LINE :]
        assert (left == left_pixels(window)).all()
        exact = fake_engine.FakeEngine().read(job.source).pixels
        assert (right == exact.repeat(4, axis=0).repeat(4, axis=1)).all()
        plain = [int(scheme.DARK.window[place : place + 2], 16) for place in (1, 3, 5)]
        for part in (painted[: sheet.label, :160], painted[: sheet.label, 160 + LINE :]):
            assert (part != plain).any()  # there is a label
            assert (part[0] == plain).all()  # and it is not cut off
        assert (painted[:, 160 : 160 + LINE] == plain).all()

    def test_jpeg_is_written_by_its_ending(
        self, window: MainWindow, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "both.jpg"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        window.compare.actions.export_whole.trigger()
        assert target.read_bytes()[:2] == b"\xff\xd8"

    @pytest.mark.skipif(os.name == "nt", reason="folders have no such permission there")
    def test_what_cannot_be_written_says_why(
        self, window: MainWindow, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "gone" / "both.png"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        window.compare.actions.export_whole.trigger()
        assert "both.png was not saved" in window.notice.text.text()

    def test_copy_puts_both_sides_into_the_clipboard(self, window: MainWindow, job: Job) -> None:
        QGuiApplication.clipboard().setMimeData(QMimeData())
        window.compare.actions.copy_whole.trigger()
        image = QGuiApplication.clipboard().image()
        assert image.width() == 2 * 160 + LINE

    def test_the_screens_colours_become_srgb(self, tmp_path: Path) -> None:
        screen = tmp_path / "p3.icc"
        screen.write_bytes(bytes(pyvips.Image.profile_load("p3")))
        side = ArraySide(np.full((60, 80, 3), (188, 105, 62), np.uint8))
        view = Viewport(80, 60, 80, 60).fitted()
        image = before_after([Pane(side, "")] * 2, view, screen)
        seen = image.pixelColor(10, sheet_of(view).label + 10)
        assert (seen.red(), seen.green(), seen.blue()) == pytest.approx((200, 100, 50), abs=2)
        screen.unlink()
        assert not before_after([Pane(side, "")] * 2, view, screen).isNull()

    def test_a_large_picture_is_reduced(self) -> None:
        view = Viewport(40_000, 30_000, 800, 600).fitted()
        part = whole_picture(view)
        assert (part.view_width, part.view_height) == (LARGEST, LARGEST * 3 // 4)
        assert part.origin() == (0, 0)

    def test_surround_is_left_out(self) -> None:
        view = Viewport(400, 300, 800, 200).fitted().zoomed(1.0, 400, 100)
        part = visible_part(view)
        assert (part.view_width, part.view_height) == (400, 200)
        assert part.visible() == view.visible()


def test_nothing_can_be_exported_while_nothing_is_compared(window: MainWindow) -> None:
    assert not any(action.isEnabled() for action in window.compare.actions.of_two())
    assert not window.compare.bar.isVisible()


def test_the_menu_has_every_view(window: MainWindow) -> None:
    menus = dict(actions_by_menu(window.menuBar()))
    for action in window.compare.actions.modes.values():
        assert action in menus["View"]
        assert action.isCheckable()
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("colours", [scheme.DARK, scheme.LIGHT])
def test_the_bar_is_drawn_in_the_colours_of_the_theme(
    window: MainWindow, job: Job, qtbot: QtBot, colours: scheme.Colours
) -> None:
    application = QGuiApplication.instance()
    theme.apply(application, colours)  # type: ignore[arg-type]  # a QApplication
    button = window.compare.bar.modes[Mode.SIDE]
    icon = button.icon().pixmap(18, 18).toImage()
    colours_seen = [icon.pixelColor(x, y) for x in range(18) for y in range(18)]
    ink = [colour.lightness() for colour in colours_seen if colour.alpha() > 200]
    assert ink
    assert max(ink) - min(ink) < 8
    assert ink[0] == pytest.approx(QColor(colours.text).lightness(), abs=8)
    theme.apply(application, scheme.DARK)  # type: ignore[arg-type]
