"""Each control of the options gives its part of the order, and shows it again."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.options.panel import OptionsPanel
from app.queue.job import JobState
from app.settings.order import Destination, Order, Where
from app.settings.preset_store import Presets
from app.window.window import MainWindow
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.api.reports import Device
from fdiwn.api.size_text import parse_paper
from fdiwn.api.sizing import Edge, Factor, Frame, Megapixels, Paper
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, answer, drop, wait_for_states, wait_until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path, models: Path) -> OptionsPanel:
    """With all sections open but the device's, and shown."""
    made = OptionsPanel(
        Order(UpscaleOptions()),
        Presets(tmp_path / "presets.json"),
        ("size", "model", "file", "metadata", "destination"),
    )
    qtbot.addWidget(made)
    made.resize(made.width(), 1600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(button: QAbstractButton) -> None:
    assert button.isEnabled()
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def pick(box: QComboBox, text: str) -> None:
    """With the keyboard, as a user without a mouse does."""
    assert box.isVisible()
    box.setFocus()
    for _ in range(box.count()):
        steps = box.findText(text) - box.currentIndex()
        if steps:
            QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.currentText() == text


def type_in(box: QLineEdit, text: str) -> None:
    assert box.isVisible()
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def order(panel: OptionsPanel) -> Order:
    found = panel.order()
    assert found is not None
    return found


def comes_back(panel: OptionsPanel) -> None:
    """The order can be shown elsewhere, and is the same there."""
    wanted = order(panel)
    panel.show_order(Order(UpscaleOptions(2)), "another")
    panel.show_order(wanted, "it")
    assert panel.order() == wanted
    panel.show_order(None)
    assert panel.order() == wanted


# Size


def test_the_scale(panel: OptionsPanel) -> None:
    click(panel.scales.button(2))
    assert order(panel).upscale == UpscaleOptions(2, "stand-in-x2")
    assert panel.scale == 2
    comes_back(panel)


def test_another_factor(panel: OptionsPanel) -> None:
    click(panel.scales.button(0))
    type_in(panel.size_.factor, "2.75")
    assert order(panel).upscale.size == Factor(Fraction(11, 4))
    assert order(panel).upscale.model is None
    comes_back(panel)
    type_in(panel.size_.factor, "2")
    assert order(panel).upscale.size is None
    assert order(panel).upscale.scale == 2


def test_a_size_in_pixels(panel: OptionsPanel) -> None:
    click(panel.scales.button(0))
    pick(panel.size_.kind, "To fit width and height")
    type_in(panel.size_.width_, "6000")
    type_in(panel.size_.height_, "4000")
    assert order(panel).upscale.size == Frame(6000, 4000)
    comes_back(panel)
    pick(panel.size_.kind, "To a width")
    assert not panel.size_.height_.isVisible()
    assert order(panel).upscale.size == Frame(6000)
    comes_back(panel)
    pick(panel.size_.kind, "To a height")
    assert order(panel).upscale.size == Frame(None, 4000)
    comes_back(panel)


@pytest.mark.parametrize(("unit", "written"), [("mm", "mm"), ("cm", "cm"), ("inch", "in")])
def test_a_print(panel: OptionsPanel, unit: str, written: str) -> None:
    click(panel.scales.button(0))
    pick(panel.size_.kind, "For a print")
    pick(panel.size_.paper, "Custom")
    type_in(panel.size_.print_width, "29.7")
    type_in(panel.size_.print_height, "21")
    pick(panel.size_.unit, unit)
    type_in(panel.size_.per_inch, "240")
    assert order(panel).upscale.size == parse_paper(f"29.7x21{written}@240")
    assert panel.destination.example.text() == f"photo_29.7x21{written}_240ppi.jpg"
    comes_back(panel)


@pytest.mark.parametrize(
    ("kind", "field", "text", "size"),
    [
        ("To a long edge", "edge", "6000", Edge(6000)),
        ("To a short edge", "edge", "4000", Edge(4000, shorter=True)),
        ("To megapixels", "megapixels", "24,5", Megapixels(Fraction(49, 2))),
    ],
)
def test_edges_and_megapixels(
    panel: OptionsPanel, kind: str, field: str, text: str, size: Edge | Megapixels
) -> None:
    click(panel.scales.button(0))
    pick(panel.size_.kind, kind)
    type_in(getattr(panel.size_, field), text)
    assert order(panel).upscale.size == size
    assert panel.destination.example.text() == f"photo_{size.label}.jpg"
    comes_back(panel)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("A4", "A4"), ("A3", "A3"), ("8 × 10 inch", "8x10in"),  # noqa: RUF001
        ("13 × 18 cm", "13x18cm"), ("20 × 30 cm", "20x30cm"),  # noqa: RUF001
    ],
)  # fmt: skip
def test_papers_are_chosen_by_name(panel: OptionsPanel, shown: str, text: str) -> None:
    click(panel.scales.button(0))
    pick(panel.size_.kind, "For a print")
    pick(panel.size_.paper, shown)
    assert not panel.size_.print_width.isVisible()
    type_in(panel.size_.per_inch, "240")
    wanted = parse_paper(f"{text}@240")
    assert order(panel).upscale.size == wanted
    assert panel.size_.summary() == shown
    comes_back(panel)
    # Custom goes on from there; the arrow keys would pass the papers between.
    panel.size_.paper.setCurrentIndex(panel.size_.paper.findText("Custom"))
    custom = order(panel).upscale.size
    assert isinstance(custom, Paper)
    assert (custom.width, custom.height) == (wanted.width, wanted.height)


# Model, device


def test_model_and_quality(panel: OptionsPanel, models: Path) -> None:
    fake_engine.stand_in_models(models, 4)
    (models / "stand-in-x4.safetensors").rename(models / "other.safetensors")
    fake_engine.stand_in_models(models, 4)
    panel.refresh_models()
    pick(panel.model, "stand-in-x4")
    assert not panel.model_.cost.isVisible()
    click(panel.model_.quality.button(1))
    assert panel.model_.cost.isVisible()
    assert order(panel).upscale == UpscaleOptions(4, "stand-in-x4", quality="best")
    comes_back(panel)
    click(panel.scales.button(0))
    assert [panel.model.itemText(n) for n in range(panel.model.count())] == [
        "The best for each step", "stand-in-x2", "other", "stand-in-x4",
    ]  # fmt: skip


def test_device_and_precision(panel: OptionsPanel) -> None:
    panel.device.set_open(True)
    pick(panel.device.device, "Processor (CPU)")
    pick(panel.device.precision, "float32")
    assert order(panel).upscale.device == "cpu"
    assert order(panel).upscale.precision == "float32"
    comes_back(panel)


# File, metadata


@pytest.mark.parametrize(
    ("text", "name"),
    [("As the original", None), ("PNG", "png"), ("JPEG", "jpeg"), ("TIFF", "tiff")],
)
def test_the_format(panel: OptionsPanel, text: str, name: str | None) -> None:
    pick(panel.file.format, text)
    assert order(panel).save == SaveOptions(name)
    comes_back(panel)


def test_the_quality_of_a_file(panel: OptionsPanel) -> None:
    pick(panel.file.format, "AVIF")
    assert panel.file.quality.number.text() == "90"
    assert order(panel).save.quality is None
    panel.file.quality.slider.setFocus()
    QTest.keyClick(panel.file.quality.slider, Qt.Key.Key_Left)
    assert order(panel).save.quality == 89
    comes_back(panel)
    click(panel.file.lossless)
    assert not panel.file.quality.slider.isVisible()
    assert order(panel).save.lossless
    comes_back(panel)
    pick(panel.file.format, "JPEG")
    assert not panel.file.lossless.isVisible()
    assert order(panel).save == SaveOptions("jpeg", 89)
    pick(panel.file.format, "PNG")
    assert not panel.file.quality.slider.isVisible()
    assert order(panel).save == SaveOptions("png")


def test_the_depth_is_what_the_format_can(panel: OptionsPanel) -> None:
    pick(panel.file.format, "TIFF")
    sixteen = panel.file.bits.button(2)
    click(sixteen)
    assert order(panel).save == SaveOptions("tiff", depth="16")
    comes_back(panel)
    pick(panel.file.format, "WebP")
    assert not sixteen.isEnabled()
    assert "cannot hold 16 bits" in sixteen.toolTip()
    assert order(panel).save == SaveOptions("webp")
    pick(panel.file.format, "PNG")
    assert order(panel).save.depth == "16"
    click(panel.file.bits.button(1))
    assert order(panel).save.depth == "8"


def test_colours_and_background(panel: OptionsPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    pick(panel.file.space, "Display P3")
    assert not panel.file.background.isVisible()
    pick(panel.file.format, "JPEG")
    pick(panel.file.background, "White")
    assert order(panel).save == SaveOptions("jpeg", background=(255, 255, 255), convert="p3")
    comes_back(panel)
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor(10, 20, 30))
    click(panel.file.colour)
    assert order(panel).save.background == (10, 20, 30)
    assert panel.file.background.currentText() == "#0A141E"
    comes_back(panel)
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor())
    click(panel.file.colour)
    assert order(panel).save.background == (10, 20, 30)
    pick(panel.file.background, "Black")
    assert order(panel).save.background == (0, 0, 0)


def test_metadata(panel: OptionsPanel) -> None:
    pick(panel.metadata.strip, "Remove location (GPS)")
    click(panel.metadata.provenance)
    assert order(panel).save == SaveOptions(strip="gps", provenance=False)
    comes_back(panel)
    pick(panel.metadata.strip, "Keep only colour profile and resolution")
    assert not panel.metadata.provenance.isEnabled()
    assert order(panel).save.strip == "all"


# Destination


def test_destination(panel: OptionsPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not panel.destination.conflict.isVisible()
    pick(panel.destination.where, "Next to the original")
    pick(panel.destination.conflict, "Replace the file")
    assert order(panel).destination == Destination(Where.BESIDE, overwrite=True)
    comes_back(panel)
    pick(panel.destination.where, "Into a folder")
    assert order(panel).destination.folder is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    click(panel.destination.choose_folder)
    assert order(panel).destination == Destination(Where.FOLDER, tmp_path, overwrite=True)
    comes_back(panel)


def test_the_template_has_a_live_example(panel: OptionsPanel) -> None:
    line, example = panel.destination.template, panel.destination.example
    assert example.text() == "photo_4x.jpg"
    line.clear()
    QTest.keyClicks(line, "{name} {width}x{height}")
    assert example.text() == "photo 6000x4000.jpg"
    assert order(panel).destination.template == "{name} {width}x{height}"
    comes_back(panel)
    click(panel.scales.button(2))
    assert example.text() == "photo 3000x2000.jpg"
    QTest.keyClicks(line, "{nam}")
    assert "{nam} means nothing here" in example.text()
    assert example.objectName() == "error"
    # What cannot be used does not count.
    assert order(panel).destination.template == "{name} {width}x{height}"
    line.clear()
    model = panel.destination.tokens.menu().actions()[4]
    model.trigger()
    assert line.text() == "{model}"
    assert example.text() == "stand-in-x2.jpg"
    assert example.objectName() == "muted"


# All together


def test_the_order_of_rows_is_edited_apart(panel: OptionsPanel, qtbot: QtBot) -> None:
    click(panel.scales.button(2))
    rows = Order(UpscaleOptions(4, "stand-in-x4"), SaveOptions("tiff"))
    panel.show_order(rows, "b.png")
    assert panel.rows.isVisible()
    assert "b.png" in panel.rows_text.text()
    edited: list[Order] = []
    panel.order_edited.connect(edited.append)
    pick(panel.file.format, "PNG")
    assert edited[-1] == panel.order()
    assert order(panel).save.format == "png"
    assert panel.general_order().save.format is None
    with qtbot.waitSignal(panel.rows_left):
        click(panel.rows_back)
    assert not panel.rows.isVisible()
    assert order(panel) == Order(UpscaleOptions(2, "stand-in-x2"))


def test_sections_tell_in_short_what_they_hold(panel: OptionsPanel) -> None:
    pick(panel.file.format, "WebP")
    click(panel.file.header)
    assert not panel.file.body.isVisible()
    assert panel.file.header.summary == "WebP"
    assert panel.file.header.accessibleDescription() == "WebP"
    panel.file.header.setFocus()
    QTest.keyClick(panel.file.header, Qt.Key.Key_Space)
    assert panel.file.body.isVisible()


def test_the_wheel_scrolls_and_changes_nothing(panel: OptionsPanel) -> None:
    panel.primary.setFocus()
    for control in (panel.model, panel.file.format, panel.file.quality.slider):
        before = order(panel)
        wheel = QWheelEvent(
            QPointF(5, 5), control.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
            False,
        )  # fmt: skip
        QApplication.sendEvent(control, wheel)
        assert order(panel) == before


def test_a_low_window_scrolls_and_keeps_the_button(panel: OptionsPanel) -> None:
    panel.resize(panel.width(), 480)
    assert panel.scroll_area.verticalScrollBar().maximum() > 0
    assert panel.rect().contains(panel.primary.geometry().translated(panel.foot.pos()))


def test_everything_has_a_name_and_a_place_in_the_tab_order(panel: OptionsPanel) -> None:
    panel.device.set_open(True)
    click(panel.scales.button(0))
    kinds = (QAbstractButton, QComboBox, QLineEdit, type(panel.file.quality.slider))
    segments = [
        button
        for group in (panel.scales, panel.model_.quality, panel.file.bits)
        for button in group.buttons()
    ]
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, kinds) and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
            if widget not in segments:  # Tab goes to one of them, arrow keys to the others
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def test_an_opened_section_scrolls_into_view(panel: OptionsPanel, qtbot: QtBot) -> None:
    for section in panel.sections():
        section.set_open(section is panel.size_)
    panel.resize(panel.width(), 620)
    area = panel.scroll_area.viewport()

    def seen(part: QWidget) -> bool:
        return area.rect().contains(QRect(part.mapTo(area, QPoint(0, 0)), part.size()))

    for section in (panel.device, panel.destination):  # from below, then with one open below it
        panel.scroll_area.verticalScrollBar().setValue(0)
        section.header.setFocus()
        QTest.keyClick(section.header, Qt.Key.Key_Space)
        assert section.is_open
        qtbot.waitUntil(partial(seen, section))
    panel.resize(panel.width(), 460)
    panel.scroll_area.verticalScrollBar().setValue(0)
    panel.model_.header.click()  # higher than the room there is: it begins at the top
    qtbot.waitUntil(lambda: seen(panel.model_.header))


# Presets


def test_a_preset_is_undone(panel: OptionsPanel) -> None:
    bar = panel.presets
    click(panel.scales.button(3))
    pick(panel.file.space, "Display P3")
    mine = panel.general_order()
    assert not bar.undo.isVisible()
    pick(bar.box, "Web")
    assert bar.replaced.text() == "Web replaced your options."
    pick(bar.box, "Archive 16 bit")  # passing Print: Undo leads back to before all of them
    click(bar.undo)
    assert panel.general_order() == mine
    assert bar.box.currentText() == "Custom"
    assert not bar.undo.isVisible()
    pick(bar.box, "Web")
    pick(panel.file.space, "Keep")  # by hand, which Undo would take away
    assert not bar.undo.isVisible()


def test_all_options_are_reset_and_that_is_undone(panel: OptionsPanel) -> None:
    bar = panel.presets
    click(panel.scales.button(2))
    pick(panel.destination.where, "Next to the original")
    pick(panel.file.format, "TIFF")
    mine = panel.general_order()
    bar.reset_action.trigger()
    assert order(panel).save == SaveOptions()
    assert order(panel).upscale.scale == 4
    assert order(panel).destination == Destination()
    assert bar.replaced.text() == "All options were reset."
    click(bar.undo)
    assert panel.general_order() == mine


def test_presets_are_chosen_saved_renamed_and_deleted(
    panel: OptionsPanel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    bar = panel.presets
    assert bar.box.currentText() == "Custom"
    pick(panel.destination.where, "Next to the original")
    pick(bar.box, "Web")
    assert order(panel).save.format == "jpeg"
    assert order(panel).upscale.scale == 2
    assert order(panel).destination.where is Where.BESIDE
    assert bar.box.currentText() == "Web"
    assert not bar.delete_action.isEnabled()
    pick(panel.file.space, "Keep")
    assert bar.box.currentText() == "Custom"
    mine = order(panel)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Mine", True))
    bar.save_action.trigger()
    assert bar.box.currentText() == "Mine"
    pick(bar.box, "Archive 16 bit")
    assert order(panel).save == SaveOptions("tiff", depth="16")
    pick(bar.box, "Mine")
    assert panel.order() == mine
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Web", True))
    with qtbot.waitSignal(bar.told):
        bar.rename_action.trigger()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Ours", True))
    bar.rename_action.trigger()
    assert bar.box.currentText() == "Ours"
    kept = order(panel)
    pick(panel.file.space, "Adobe RGB")
    bar.save_action.trigger()
    assert answer(panel, "Cancel") == "There is a preset Ours. Replace it?"
    assert bar.box.currentText() == "Custom"
    bar.save_action.trigger()
    assert answer(panel, "Replace") == "There is a preset Ours. Replace it?"
    assert bar.box.currentText() == "Ours"
    assert order(panel) != kept
    bar.delete_action.trigger()
    assert answer(panel, "Cancel") == "Delete the preset Ours?"
    assert bar.box.currentText() == "Ours"
    bar.delete_action.trigger()
    assert answer(panel, "Delete") == "Delete the preset Ours?"
    assert bar.box.currentText() == "Custom"
    assert bar.box.findText("Ours") == -1
    pick(bar.box, "Print")
    assert order(panel).upscale.size == parse_paper("20x30cm@300")
    assert bar.box.currentText() == "Print"


# In the window


def test_everything_survives_a_restart(
    make_window: Callable[..., MainWindow], models: Path, tmp_path: Path
) -> None:
    first = make_window()
    wanted = Order(
        UpscaleOptions(
            4, "stand-in-x2", "cpu", precision="float32", quality="best", size=Frame(99)
        ),
        SaveOptions("avif", 70, strip="gps", provenance=False, convert="adobe"),
        Destination(Where.FOLDER, tmp_path, "{name}-{date}", overwrite=True),
    )
    first.options._take(wanted)
    assert first.options.order() == wanted
    first.options.file.set_open(True)
    first.options.size_.set_open(False)
    first.close()
    second = make_window()
    assert second.options.order() == wanted
    assert second.options.file.is_open
    assert not second.options.size_.is_open


def test_what_cannot_work_is_refused_as_it_happens(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = window.options
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    assert panel.primary.isEnabled()
    assert "40 × 30 → 160 × 120" in panel.size_line.text()  # noqa: RUF001
    assert panel.destination.example.text() == "a_4x.png"
    assert "about" in panel.size_line.text()
    click(panel.scales.button(0))
    pick(panel.size_.kind, "To a width")
    type_in(panel.size_.width_, "1000")
    assert "25 times as large" in panel.foot.refused.text()
    assert panel.foot.refused.isVisible()
    assert not panel.primary.isEnabled()
    assert not window.actions_.upscale.isEnabled()
    type_in(panel.size_.width_, "80")
    assert not panel.foot.refused.isVisible()
    assert panel.primary.isEnabled()


def test_the_rest_of_the_list_runs_without_what_is_refused(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    wide = fake_engine.draw(tmp_path / "wide.png", 5000, 2)
    drop(window, wide, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    panel = window.options
    assert (panel.primary.text(), panel.all.text()) == ("Upscale", "Upscale All (2)")
    panel.file.set_open(True)
    pick(panel.file.format, "WebP")
    assert not panel.primary.isEnabled(), "it is the wide one that is in view"
    assert (panel.all.text(), panel.all.objectName()) == ("Upscale All (1)", "primary")
    assert panel.foot.refused.text().startswith("Skipped: wide.png. WebP ends at")
    click(panel.all)
    wait_for_states(qtbot, window, JobState.READY, JobState.DONE)


def test_a_tiny_first_picture_says_nothing_about_the_next(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """It takes as long as the network to load."""
    for number, known in enumerate(({}, {"auto/auto/auto/normal/fake": 800.0})):
        drop(window, fake_engine.draw(tmp_path / f"{number}.png"))
        states = [JobState.DONE] * number
        wait_for_states(qtbot, window, *states, JobState.READY)
        click(window.options.primary)
        wait_for_states(qtbot, window, *states, JobState.DONE)
        assert window._settings.speeds == known


def test_the_time_is_known_after_the_first_picture(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.options.control.LEAST_PIXELS", 1)
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    assert "unknown until the first" in window.options.foot.summary.text()
    click(window.options.primary)
    wait_for_states(qtbot, window, JobState.DONE)
    drop(window, fake_engine.draw(tmp_path / "b.png"))
    wait_for_states(qtbot, window, JobState.DONE, JobState.READY)
    # The fake engine says 1.5 seconds for 40 x 30 pixels.
    assert window._settings.speeds == {"auto/auto/auto/normal/fake": 800.0}


# Device


def test_the_device_section_asks_the_engine_when_it_is_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    section = window.options.device
    for other in window.options.sections():
        other.set_open(False)
    assert section.header.summary == "Automatic"
    with qtbot.waitSignal(window.control.inquiry.found, timeout=PATIENCE):
        click(section.header)
        assert section.will_be.text() == "Checking…"
    assert section.will_be.text().startswith("Fake CPU, 2 threads, bfloat16.")
    assert "No faster GPU" in section.will_be.text()
    assert section.header.summary == "CPU, bfloat16"
    texts = [section.device.itemText(n) for n in range(section.device.count())]
    tips = {
        text: section.device.itemData(n, Qt.ItemDataRole.ToolTipRole)
        for n, text in enumerate(texts)
    }
    assert tips["NVIDIA GPU (CUDA)"] == "There is none in this computer"
    assert tips["Processor (CPU)"] is None
    section.device.setFocus()
    QTest.keyClick(section.device, Qt.Key.Key_End)  # skips what cannot be chosen
    assert section.device.currentText() == "Processor (CPU)"
    section.precision.setFocus()
    QTest.keyClick(section.precision, Qt.Key.Key_End)
    assert section.precision.currentText() == "bfloat16"


def test_a_gpu_that_was_tried_says_how_fast_it_is_or_why_it_is_not_used(
    window: MainWindow,
) -> None:
    section = window.options.device
    cpu = Device("cpu", "A CPU", True, "openvino", ("float32",), "float32")
    fast = Device("webgpu", "Radeon 780M", True, "onnxruntime", ("float32",), "float32", speed=6.04)
    section.show_devices((fast, cpu))
    assert section.header.summary == "Radeon 780M, float32"
    assert "6.0 times as fast as the processor" in section.will_be.text()
    section.show_choice("gpu", "auto")
    assert section.will_be.text().startswith("Radeon 780M")
    bad = Device("webgpu", "Odd GPU", problem="it computes wrongly: off by 91")
    section.show_devices((cpu, bad))
    for name in ("webgpu", "gpu"):
        tip = section.device.itemData(section.device.findData(name), Qt.ItemDataRole.ToolTipRole)
        assert (
            tip
            == {
                "webgpu": "It was tried, and is not used: it computes wrongly: off by 91",
                "gpu": "There is none in this computer",
            }[name]
        )


def test_the_devices_are_known_after_the_first_picture(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    assert window.control.inquiry.devices is None
    with qtbot.waitSignal(window.control.inquiry.found, timeout=PATIENCE):
        click(window.options.primary)
    assert window.options.device.header.summary == "CPU, bfloat16"


def test_this_computer_is_checked(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.control.inquiry.ended, timeout=PATIENCE):
        window.actions_.check_computer.trigger()
        dialog = window.control.dialog
        assert dialog is not None
        assert dialog.stop.isEnabled()
        QTest.mouseClick(dialog.again, Qt.MouseButton.LeftButton)  # as by a double click
        assert dialog.stop.isEnabled()
    assert dialog.verdict.text().startswith("Failed: 1.")
    assert dialog.list.topLevelItemCount() == 3
    failed = dialog.list.topLevelItem(2)
    assert failed is not None
    line = failed.child(0)
    assert line is not None
    assert (line.text(0), line.text(1)) == ("WebP", "failed")
    click(dialog.copy)
    text = QGuiApplication.clipboard().text()
    assert "stand-in-x2: as published - ok" in text
    assert "WebP: not as written, in ~ - FAILED" in text
    assert '"scale": 4' in text
    with qtbot.waitSignal(window.control.inquiry.ended, timeout=PATIENCE):
        click(dialog.again)
    assert dialog.list.topLevelItemCount() == 3
    click(dialog.close_)
    assert not dialog.isVisible()


def test_the_report_names_no_folder(window: MainWindow, tmp_path: Path) -> None:
    destination = Destination(Where.FOLDER, tmp_path)
    window.options._take(Order(UpscaleOptions(), destination=destination))
    assert str(tmp_path) not in window.control._about_settings()
    assert '"folder": "\\u2026"' in window.control._about_settings()


def test_the_check_can_be_stopped(window: MainWindow, qtbot: QtBot) -> None:
    (window._engine.session.path / "slow").touch()
    with qtbot.waitSignal(window.control.inquiry.checked, timeout=PATIENCE):
        window.actions_.check_computer.trigger()
    dialog = window.control.dialog
    assert dialog is not None
    with qtbot.waitSignal(window.control.inquiry.ended, timeout=PATIENCE):
        click(dialog.stop)
    assert dialog.verdict.text() == "Stopped."
    with qtbot.waitSignal(window.control.inquiry.checked, timeout=PATIENCE):
        click(dialog.again)
    with qtbot.waitSignal(window.control.inquiry.ended, timeout=PATIENCE):
        dialog.reject()


def test_a_dead_engine_ends_the_check_with_a_reason(
    make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot
) -> None:
    from fdiwn.service.client.engine_process import EngineProcess

    window = make_window(EngineProcess(fake_engine.die_at_once))
    with qtbot.waitSignal(window.control.inquiry.ended, timeout=PATIENCE):
        window.actions_.check_computer.trigger()
    assert window.control.dialog is not None
    assert "engine stopped" in window.control.dialog.verdict.text()
    with qtbot.waitSignal(window.control.inquiry.not_found, timeout=PATIENCE):
        click(window.options.device.header)
    assert "engine stopped" in window.options.device.will_be.text()


def test_many_pictures_are_looked_at_together(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.options.control.MANY", 1)
    drop(window, fake_engine.draw(tmp_path / "a.png"), fake_engine.draw(tmp_path / "b.png"))
    wait_until(qtbot, window, lambda jobs: len(jobs) == 2 and all(job.size for job in jobs))
    qtbot.waitUntil(lambda: len(window.control._all.found.cleared) == 2, timeout=PATIENCE)
    assert window.options.all.text() == "Upscale All (2)"


def test_a_first_run_of_a_session_hardly_counts(window: MainWindow) -> None:
    control, speeds = window.control, window._settings.speeds
    assert control._blended("k", 10.0) == 10.0  # nothing better is known
    speeds["k"] = 100.0
    assert control._blended("k", 10.0) == 100.0  # it compiled as well
    control._warm.add("k")
    assert control._blended("k", 50.0) == 75.0
    assert control._blended("k", 120.0) == 120.0
