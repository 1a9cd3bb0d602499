"""The authors' weights are offered beside the program's own, and fetched on request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.diagnostics.model_setup import FetchDialog
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS
from fdiwn.api.options import SCALES
from fdiwn.service.client.engine_process import EngineProcess
from tests.gui import fake_engine, fetching_engine
from tests.gui.conftest import PATIENCE, choose_scale
from tests.loopback import serving

LEFT = Qt.MouseButton.LeftButton
AUTHORS = {model.scale: model for model in MODELS if model.url}


def stand_in(folder: Path, scale: int) -> None:
    """A file that looks like the authors' model to the table of models."""
    folder.mkdir(exist_ok=True)
    fake_engine.stand_in_models(folder, scale)
    (folder / f"stand-in-x{scale}.safetensors").rename(folder / AUTHORS[scale].file)


def test_they_are_offered_while_they_are_not_there(
    make_window: Callable[..., MainWindow], own_models: Path, dialogs: list[FetchDialog]
) -> None:
    window = make_window()
    panel, action = window.options, window.actions_.fetch
    section = panel.model_
    for scale in SCALES:
        panel.size_.show_size(scale, None)
        panel.refresh_models()
        assert panel.model.currentText() == f"FDIWN {scale}x (included)"
        assert section.about_sharper.isVisible()
        assert "sharper" in section.about_sharper.text()
        QTest.mouseClick(section.get_sharper, LEFT)
        action.trigger()
        for dialog in dialogs[-2:]:
            said = " ".join(label.text() for label in dialog.findChildren(QLabel))
            assert f"FDIWN {scale}x (original authors)" in said
            assert AUTHORS[scale].licence in said
            assert "whether you may use them" in said
            dialog.close()
        stand_in(own_models, scale)
        panel.use_model(AUTHORS[scale].name)
        assert panel.model.currentText() == f"FDIWN {scale}x (original authors)"
        assert not section.about_sharper.isVisible()
        assert not section.get_sharper.isVisible()
        assert action.isEnabled() == (scale != SCALES[-1])
    assert len(dialogs) == 2 * len(SCALES)


def test_the_menu_gets_those_of_another_scale(
    make_window: Callable[..., MainWindow], own_models: Path, dialogs: list[FetchDialog]
) -> None:
    for scale in (2, 4):
        stand_in(own_models, scale)
    window = make_window()
    choose_scale(window, 4)
    window.actions_.fetch.trigger()
    assert dialogs[0]._info == AUTHORS[3]
    dialogs[0].close()
    # For another size each step has the best there is, without a choice
    window.options.scales.button(0).click()
    assert window.options.model_.about_sharper.isVisible()
    stand_in(own_models, 3)
    window.options.use_model(AUTHORS[3].name)
    order = window.options.order()
    assert order is not None
    assert order.upscale.model is None
    assert not window.options.model_.about_sharper.isVisible()


def test_they_are_fetched_and_chosen(
    make_window: Callable[..., MainWindow],
    own_models: Path,
    dialogs: list[FetchDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the real engine, from a server."""
    with serving() as files:
        files.content["model"] = fetching_engine.content()
        monkeypatch.setenv(fetching_engine.URL, f"{files.url}/model")
        window = make_window(EngineProcess(fetching_engine.run))
        choose_scale(window, 2)
        QTest.mouseClick(window.options.model_.get_sharper, LEFT)
        (dialog,) = dialogs
        assert files.asked == []  # before the user has seen the terms and said so
        with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE):
            QTest.mouseClick(dialog.download, LEFT)
        assert files.asked == ["model"]
    assert (own_models / AUTHORS[2].file).is_file()
    order = window.options.order()
    assert order is not None
    assert order.upscale.model == AUTHORS[2].name
    assert not window.options.model_.get_sharper.isVisible()
    assert "FDIWN 2x (original authors)" in window.notice.text.text()
