"""The models: what is there, what each is good for, and looking after them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.diagnostics.model_setup import FetchDialog
from app.diagnostics.models_dialog import LICENCE, NAME, PURPOSE, SIZE, STATE, ModelsDialog
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, answer, choose_scale
from tests.gui.test_authors_weights import stand_in

LEFT = Qt.MouseButton.LeftButton
AUTHORS = next(model for model in MODELS if model.scale == 4 and model.url)


def rows(dialog: ModelsDialog) -> dict[str, list[str]]:
    items = dialog._items()
    return {item.text(NAME): [item.text(place) for place in range(5)] for item in items}


def choose(dialog: ModelsDialog, name: str) -> None:
    items = {item.text(NAME): item for item in dialog._items()}
    dialog.list.setCurrentItem(items[name])


def test_models_are_listed_with_what_a_photographer_asks(
    make_window: Callable[..., MainWindow], own_models: Path
) -> None:
    window = make_window()
    QTest.mouseClick(window.options.model_.manage, LEFT)
    (dialog,) = window.findChildren(ModelsDialog)
    assert dialog.isVisible()
    found = rows(dialog)
    included, authors = found["FDIWN 4x (included)"], found["FDIWN 4x (original authors)"]
    assert len(found) == 6
    assert (included[LICENCE], included[STATE]) == ("Apache-2.0", "Installed")
    assert (authors[LICENCE], authors[STATE]) == ("None given", "Not installed")
    assert included[PURPOSE] == "Sharp photographs"
    assert authors[PURPOSE] == "Sharp photographs, finest edges"
    assert authors[SIZE] == "3.0 MB"
    choose(dialog, "FDIWN 4x (included)")
    assert not dialog.get.isEnabled()
    assert not dialog.remove.isEnabled()  # it belongs to the program
    (item,) = dialog.list.selectedItems()
    assert "PSNR-Y" in item.toolTip(NAME)
    choose(dialog, "FDIWN 4x (original authors)")
    assert dialog.get.isEnabled()
    assert "whether you may use them" in dialog.about.text()
    dialog.close()


def test_the_panel_says_names_and_keeps_figures_for_the_tool_tip(
    make_window: Callable[..., MainWindow], own_models: Path
) -> None:
    window = make_window()
    section = window.options.model_
    choose_scale(window, 4)
    assert section.model.currentText() == "FDIWN 4x (included)"
    assert section.header.summary == "FDIWN 4x (included)"
    assert "dB" not in section.about_model.text()
    assert "PSNR-Y" in section.about_model.toolTip()
    assert "no licence" in section.about_sharper.text()
    assert section.how_many.text() == "3 models on this computer"
    order = window.options.order()
    assert order is not None
    assert order.upscale.model == "fdiwn-x4"  # which the command line knows it by


def test_get_shows_the_terms_of_the_chosen_model(
    make_window: Callable[..., MainWindow], own_models: Path, dialogs: list[FetchDialog]
) -> None:
    window = make_window()
    window.actions_.models.trigger()
    (dialog,) = window.findChildren(ModelsDialog)
    choose(dialog, "FDIWN 4x (original authors)")
    QTest.mouseClick(dialog.get, LEFT)
    assert dialogs[0]._info == AUTHORS
    dialogs[0].close()
    # What was fetched meanwhile is listed as soon as it is there
    stand_in(own_models, 4)
    window.setup.ready.emit(own_models / AUTHORS.file)
    assert rows(dialog)["FDIWN 4x (original authors)"][STATE] == "Installed"
    assert "FDIWN 4x (original authors) is ready" in window.notice.text.text()
    dialog.close()


def test_a_model_is_removed_after_a_question(
    make_window: Callable[..., MainWindow], own_models: Path
) -> None:
    stand_in(own_models, 4)
    window = make_window()
    choose_scale(window, 4)
    assert window.options.model.currentText() == "FDIWN 4x (original authors)"
    dialog = window.commands.show_models()
    choose(dialog, "FDIWN 4x (original authors)")
    QTest.mouseClick(dialog.remove, LEFT)
    assert "FDIWN 4x (original authors)" in answer(dialog, "Cancel")
    assert (own_models / AUTHORS.file).is_file()
    QTest.mouseClick(dialog.remove, LEFT)
    answer(dialog, "Remove")
    assert not (own_models / AUTHORS.file).exists()
    assert rows(dialog)["FDIWN 4x (original authors)"][STATE] == "Not installed"
    assert window.options.model.currentText() == "FDIWN 4x (included)"
    assert window.options.model_.get_sharper.isVisible()
    dialog.close()


def test_a_model_that_stays_says_why(
    make_window: Callable[..., MainWindow], own_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    stand_in(own_models, 4)
    dialog = make_window().commands.show_models()
    choose(dialog, "FDIWN 4x (original authors)")
    QTest.mouseClick(dialog.remove, LEFT)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        answer(dialog, "Remove")
    assert "was not removed: Permission denied" in dialog.message.text()
    dialog.close()


def test_every_file_is_verified(
    make_window: Callable[..., MainWindow], own_models: Path, qtbot: QtBot
) -> None:
    stand_in(own_models, 4)  # which is not what the authors published
    dialog = make_window().commands.show_models()
    QTest.mouseClick(dialog.verify, LEFT)
    qtbot.waitUntil(lambda: not dialog._to_verify, timeout=PATIENCE)
    found = {name: texts[STATE] for name, texts in rows(dialog).items()}
    assert found["FDIWN 2x (included)"] == found["FDIWN 4x (included)"] == "Intact"
    assert found["FDIWN 4x (original authors)"] == "Damaged"
    assert found["FDIWN 2x (original authors)"] == "Not installed"
    assert "is damaged" in dialog.message.text()
    dialog.close()


def test_a_file_is_imported_and_listed_by_its_own_name(
    make_window: Callable[..., MainWindow],
    own_models: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake_engine.stand_in_models(own_models, 3)  # as the engine will have put it there
    file = own_models / "stand-in-x3.safetensors"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window = make_window()
    dialog = window.commands.show_models()
    with qtbot.waitSignal(window.setup.ready, timeout=PATIENCE):
        QTest.mouseClick(dialog.import_, LEFT)
    assert rows(dialog)["stand-in-x3"][PURPOSE] == "Your own; its quality is not known here"
    choose(dialog, "stand-in-x3")
    assert dialog.remove.isEnabled()
    dialog.close()
