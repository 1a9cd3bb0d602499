"""What is written can be read, in both themes and while a dialog is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.diagnostics.model_setup import FetchDialog
from app.look import theme
from app.look.theme import scheme
from app.look.theme.scheme import Colours
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS
from tests.gui.conftest import PATIENCE

THEMES = {"dark": scheme.DARK, "light": scheme.LIGHT}


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it: 1 for equal colours, 21 for black on white."""

    def luminance(name: str) -> float:
        colour = QColor(name)
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear: list[float] = [
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("c", THEMES.values(), ids=THEMES)
def test_every_text_stands_out_from_what_is_behind_it(c: Colours) -> None:
    pairs = [(ink, ground) for ink in (c.text, c.muted) for ground in (c.window, c.panel, c.raised)]
    pairs += [
        (c.on_surround, c.surround),
        (c.accent_text, c.accent),
        (c.accent_text, c.accent_hover),
    ]
    pairs += [(c.error, c.panel), (c.error, c.window), (c.text, c.border), (c.muted, c.hovered)]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    for ground in (c.window, c.panel):
        assert contrast(c.focus, ground) >= 3, ground


@pytest.mark.parametrize("name", THEMES)
def test_the_icon_of_the_chosen_view_stands_out_from_the_accent(
    name: str, monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    monkeypatch.setattr(theme, "colours", lambda: THEMES[name])
    button = next(button for button in window.compare.bar.modes.values() if button.isChecked())
    image = button.icon().pixmap(QSize(32, 32), QIcon.Mode.Normal, QIcon.State.On).toImage()
    pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    inks = {pixel.name() for pixel in pixels if pixel.alpha() == 255}
    assert inks
    assert all(contrast(ink, THEMES[name].accent) >= 4.5 for ink in inks)


@pytest.mark.parametrize("name", THEMES)
def test_the_empty_window_is_as_light_as_its_theme(name: str, window: MainWindow) -> None:
    """Not in the grey behind pictures, of which there are none."""
    window.shell.appearance.choose(name)
    image = window.empty.grab().toImage()
    assert image.pixelColor(3, 3).name() == THEMES[name].window


@pytest.mark.parametrize("name", THEMES)
def test_a_disabled_main_button_has_an_edge(name: str, window: MainWindow) -> None:
    window.shell.appearance.choose(name)
    button = window.batches.open().buttons.run
    assert button.objectName() == "primary"
    assert not button.isEnabled()
    image = button.grab().toImage()
    middle = image.height() // 2
    edge, inside = image.pixelColor(0, middle).name(), image.pixelColor(4, middle).name()
    assert edge != inside
    assert inside not in (THEMES[name].raised, THEMES[name].accent)


# Said by the offscreen platform only.
@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("name", THEMES)
def test_the_chosen_entry_of_an_open_box_can_be_read(window: MainWindow, name: str) -> None:
    window.shell.appearance.choose(name)
    box = window.options.presets.box
    box.showPopup()
    entries = box.view()
    QApplication.processEvents()
    place = entries.visualRect(entries.model().index(box.currentIndex(), 0))
    image = entries.viewport().grab(place).toImage()
    shades = {
        image.pixelColor(x, y).lightness()
        for x in range(8, image.width() - 8)
        for y in range(4, image.height() - 4)
    }
    assert max(shades) - min(shades) > 100
    box.hidePopup()
    window.shell.appearance.choose("dark")


def test_an_open_check_follows_the_theme(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.control.inquiry.ended, timeout=PATIENCE):
        window.actions_.check_computer.trigger()
    dialog = window.control.dialog
    assert dialog is not None
    group = dialog.list.topLevelItem(0)
    assert group is not None
    row = group.child(0)
    assert row is not None
    for name, colours in THEMES.items():
        window.shell.appearance.choose(name)
        QApplication.processEvents()
        assert row.foreground(2).color() == QColor(colours.muted)
    window.shell.appearance.choose("dark")
    dialog.close()


def test_the_fetch_dialog_has_room_for_the_progress(window: MainWindow) -> None:
    dialog = FetchDialog(next(m for m in MODELS if m.url), window.setup, window)
    dialog.open()
    before = dialog.download.pos()
    dialog.progress.show()
    QApplication.processEvents()
    assert dialog.download.pos() == before
    dialog.close()
