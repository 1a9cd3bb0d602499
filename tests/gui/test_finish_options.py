"""Strength and sharpening in the panel: in the order, in the preview, and in the result."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.batch.words import order_line
from app.compare.preview.tiles import PreviewPixels
from app.compare.viewport import Viewport
from app.options.panel import OptionsPanel
from app.queue.job import JobState
from app.settings import order_json
from app.settings.order import Order
from app.settings.preset_store import Presets, built_in
from app.window.window import MainWindow
from fdiwn.api.finishing import AS_MADE, Finish
from fdiwn.api.options import UpscaleOptions
from tests.gui import fake_engine
from tests.gui.conftest import drop, wait_for_states, wait_until
from tests.gui.test_options_panel import click, comes_back, order
from tests.gui.test_preview import Traffic, painted, wait_for_preview


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path, models: Path) -> OptionsPanel:
    made = OptionsPanel(Order(UpscaleOptions()), Presets(tmp_path / "presets.json"), ("finish",))
    qtbot.addWidget(made)
    made.resize(made.width(), 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def weaken(panel: OptionsPanel, pages: int) -> None:
    """By ten per cent a page, with the keyboard."""
    panel.finish.set_open(True)
    panel.finish.strength.slider.setFocus()
    for _ in range(pages):
        QTest.keyClick(panel.finish.strength.slider, Qt.Key.Key_PageDown)


def test_full_strength_and_no_sharpening_at_first(panel: OptionsPanel) -> None:
    assert order(panel).upscale.finish == AS_MADE
    assert panel.finish.header.summary == "100\N{NO-BREAK SPACE}%"
    assert not panel.finish.amount.slider.isVisible()


def test_strength(panel: OptionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.changed):
        weaken(panel, 4)
    assert order(panel).upscale.finish == Finish(60)
    assert panel.finish.strength.number.text() == "60\N{NO-BREAK SPACE}%"
    comes_back(panel)
    weaken(panel, 6)
    assert order(panel).upscale.finish == Finish(0)


def test_sharpening(panel: OptionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.changed):
        click(panel.finish.uses.button(2))
    assert order(panel).upscale.finish == Finish(sharpen="print")
    assert panel.finish.amount.slider.isVisible()
    panel.finish.amount.slider.setFocus()
    QTest.keyClick(panel.finish.amount.slider, Qt.Key.Key_PageUp)
    wanted = Finish(sharpen="print", amount=110)
    assert order(panel).upscale.finish == wanted
    assert panel.finish.header.summary == "100\N{NO-BREAK SPACE}%, Print"
    comes_back(panel)
    click(panel.finish.uses.button(0))
    assert order(panel).upscale.finish == AS_MADE
    assert not panel.finish.amount.slider.isVisible()


def test_it_is_kept_and_said() -> None:
    wanted = Order(UpscaleOptions(finish=Finish(60, "print", 150)))
    assert order_json.from_json(order_json.to_json(wanted)) == wanted
    line = order_line(wanted).replace("\N{NO-BREAK SPACE}", " ")
    assert "strength 60 %" in line
    assert "sharpened for print (150 %)" in line
    assert "strength" not in order_line(Order(UpscaleOptions()))
    assert all(preset.order.upscale.finish == AS_MADE for preset in built_in(wanted))


def test_the_preview_follows_and_is_the_saved_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    traffic = Traffic(window)
    busy = np.random.default_rng(2).integers(60, 190, (30, 40, 3), np.uint8)
    Image.fromarray(busy).save(tmp_path / "a.png")
    drop(window, tmp_path / "a.png")
    wait_for_preview(qtbot, window)
    plain = window.view.right
    assert isinstance(plain, PreviewPixels)
    before = painted(plain, whole := Viewport(160, 120, 160, 120).fitted())
    weaken(window.options, 7)
    click(window.options.finish.uses.button(2))
    wanted = Finish(30, "print")
    qtbot.waitUntil(lambda: traffic.previews[-1].options.finish == wanted)
    wait_for_preview(qtbot, window)
    side = window.view.right
    assert isinstance(side, PreviewPixels)
    after = painted(side, whole)
    assert np.abs(after.astype(int) - before).max() > 20
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    window.commands.save_all(tmp_path / "home")
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    assert job.saved_to is not None
    saved = fake_engine.FakeEngine().read(job.saved_to).pixels
    assert np.abs(after.astype(int) - saved).max() <= 1
