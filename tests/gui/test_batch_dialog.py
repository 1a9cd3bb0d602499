"""The batch dialog: what is chosen, what is planned, and what of the plan can be changed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.batch.control import BatchControl, Phase
from app.batch.dialog import BatchDialog
from app.batch.table import ROW
from app.batch.table_model import RESULT, SIZE, SOURCE, STATE, TARGET
from app.options.section import choose
from app.window.window import MainWindow
from fdiwn.api.estimate import speed_key
from fdiwn.api.options import UpscaleOptions
from fdiwn.batch.records.plan import Action, BatchOptions, Entry
from fdiwn.service.client.batch_requests import PlanBatch
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, choose_scale
from tests.gui.test_accessibility import nameless, tab_chain

LEFT = Qt.MouseButton.LeftButton
DISPLAY, CHECK = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Three pictures, one of them deeper, and what is none."""
    folder = tmp_path / "photos"
    (folder / "deeper").mkdir(parents=True)
    fake_engine.draw(folder / "a.png", 40, 30)
    fake_engine.draw(folder / "b.png", 60, 50)
    fake_engine.draw(folder / "deeper" / "c.png", 20, 10)
    (folder / "notes.txt").touch()
    (folder / "Thumbs.db").touch()
    return folder


@pytest.fixture
def dialog(window: MainWindow, photos: Path, tmp_path: Path) -> BatchDialog:
    """With folders chosen."""
    dialog = window.batches.open()
    drop_folders(dialog, photos)
    dialog.form.output.edit.setText(str(tmp_path / "out"))
    return dialog


def drop_folders(dialog: BatchDialog, *paths: Path) -> bool:
    """Whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, action, keys = (
        QPoint(200, 200),
        Qt.DropAction.CopyAction,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(middle, action, data, LEFT, keys)
    enter.ignore()
    QApplication.sendEvent(dialog, enter)
    if enter.isAccepted():
        QApplication.sendEvent(dialog, QDropEvent(QPointF(middle), action, data, LEFT, keys))
    return enter.isAccepted()


def click(button: QAbstractButton) -> None:
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    QTest.mouseClick(button, LEFT)


def wait_for(qtbot: QtBot, dialog: BatchDialog, phase: Phase) -> None:
    qtbot.waitUntil(lambda: dialog._control.phase is phase, timeout=PATIENCE)


def planned(qtbot: QtBot, dialog: BatchDialog) -> None:
    click(dialog.buttons.plan)
    wait_for(qtbot, dialog, Phase.PLANNED)


def column(dialog: BatchDialog, number: int) -> list[str]:
    model = dialog.model
    return [model.index(row, number).data(DISPLAY) for row in range(model.rowCount())]


def row(dialog: BatchDialog, key: str) -> int:
    rows = range(dialog.model.rowCount())
    return next(row for row in rows if dialog.model.entry(row).key == key)


def test_it_says_what_is_missing(window: MainWindow, photos: Path) -> None:
    window.actions_.batch.trigger()
    dialog = window.batches.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert "Add a folder" in dialog.summary.text()
    assert not dialog.buttons.plan.isEnabled()
    assert not dialog.buttons.run.isEnabled()
    assert drop_folders(dialog, photos)
    assert dialog.buttons.run.isEnabled()
    assert dialog.form.output.folder() == f"{photos} enlarged"
    assert dialog.buttons.plan.isEnabled()
    dialog.form.output.edit.setText("")
    assert "for the results" in dialog.summary.text()
    dialog.form.output.edit.setText("results")
    assert "whole path" in dialog.summary.text()
    dialog.form.output.edit.setText("/results")
    dialog.form.filter.least.setValue(3)
    dialog.form.filter.most.setValue(2)
    assert "smallest" in dialog.summary.text()
    dialog.form.filter.most.setValue(4)
    dialog.form.name.edit.setText("{nme}")
    assert "cannot be named" in dialog.summary.text()
    assert "means nothing" in dialog.form.name.example.text()
    assert not dialog.buttons.plan.isEnabled()
    dialog.form.name.edit.setText("{name}")
    choose_scale(window, 3)  # for which there is no model
    assert "no model" in dialog.summary.text()


def test_every_control_counts(dialog: BatchDialog, photos: Path, tmp_path: Path) -> None:
    form = dialog.form
    plain = form.options()
    assert plain is not None
    assert plain.folders == (photos,)
    assert plain.output == tmp_path / "out"
    assert (plain.recursive, plain.include, plain.exclude) == (True, (), ())
    assert (plain.min_pixels, plain.max_pixels) == (None, None)
    assert (plain.template, plain.on_conflict, plain.upscale.scale) == (
        "{name}_{scale}x",
        "skip",
        4,
    )
    form.filter.recursive.click()
    form.filter.include.setText("*.tif, raw 1/*")
    form.filter.exclude.setText("draft*;*_old.*")
    form.filter.least.setValue(0.5)
    form.filter.most.setValue(24)
    form.name.edit.setText("{name}-{scale}x-large")
    choose(form.conflict, "rename")
    choose(form.options_.box, "Web")
    found = form.options()
    assert found is not None
    assert not found.recursive
    assert found.include == ("*.tif", "raw 1/*")
    assert found.exclude == ("draft*", "*_old.*")
    assert (found.min_pixels, found.max_pixels) == (500_000, 24_000_000)
    assert found.template == "{name}-{scale}x-large"
    assert form.name.example.text() == "photo.jpg becomes photo-2x-large.jpg"
    assert found.on_conflict == "rename"
    assert found.upscale.scale == 2
    assert (found.save.format, found.save.quality) == ("jpeg", 85)
    assert form.options_.line.text().startswith("2x")
    assert "JPEG" in form.options_.line.text()
    assert "without place" in form.options_.line.text()


def test_the_options_follow_the_window(window: MainWindow, dialog: BatchDialog) -> None:
    choose_scale(window, 2)
    found = dialog.form.options()
    assert found is not None
    assert found.upscale.scale == 2
    assert dialog.form.options_.line.text().startswith("2x")


def test_folders_come_and_go(
    dialog: BatchDialog, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    sources = dialog.form.sources
    click(sources.add)
    click(sources.add)
    assert sources.folders() == (str(photos), str(other))
    sources.list.setCurrentRow(0)
    sources.list.setFocus()
    QTest.keyClick(sources.list, Qt.Key.Key_Delete)
    assert sources.folders() == (str(other),)
    assert not drop_folders(dialog, other / "no.png")
    dialog.form.output.choose.click()
    assert dialog.form.output.folder() == str(other)


def test_a_dry_run_shows_what_would_be_done(
    dialog: BatchDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    planned(qtbot, dialog)
    assert column(dialog, SOURCE) == ["a.png", "b.png", "deeper/c.png"]
    assert column(dialog, TARGET) == ["a_4x.png", "b_4x.png", "deeper/c_4x.png"]
    assert column(dialog, SIZE)[0] == "40 × 30"  # noqa: RUF001 - the sign for by
    assert column(dialog, RESULT)[0] == "160 × 120"  # noqa: RUF001 - the same
    assert column(dialog, STATE) == ["Enlarge"] * 3
    assert dialog.summary.text().startswith("3 pictures")
    assert "free" in dialog.summary.text()
    assert dialog.rest.text() == "2 passed over."
    assert "Thumbs.db" in dialog.rest.toolTip()
    assert not (tmp_path / "out").exists()


def test_a_change_makes_the_plan_void(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    assert dialog.buttons.run.isEnabled()
    dialog.form.filter.include.setText("a*")
    assert dialog.model.rowCount() == 0
    planned(qtbot, dialog)
    assert column(dialog, SOURCE) == ["a.png"]


def test_columns_sort(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    dialog.table.selectRow(0)
    header = dialog.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(SIZE) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=place)
    by_size = column(dialog, SOURCE)
    assert by_size in (["deeper/c.png", "a.png", "b.png"], ["b.png", "a.png", "deeper/c.png"])
    QTest.mouseClick(header.viewport(), LEFT, pos=place)
    assert column(dialog, SOURCE) == by_size[::-1]
    (selected,) = dialog.table.selected_rows()
    assert dialog.model.entry(selected).key == "a.png"


def edit_target(dialog: BatchDialog, key: str, text: str) -> None:
    table, index = dialog.table, dialog.model.index(row(dialog, key), TARGET)
    table.scrollTo(index)
    middle = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=middle)
    QTest.mouseDClick(table.viewport(), LEFT, pos=middle)
    edit = table.indexWidget(index)
    assert isinstance(edit, QLineEdit)
    edit.setText(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()  # the table takes it in a moment later


def test_a_target_is_changed_by_a_double_click(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    edit_target(dialog, "b.png", "chosen/best.tif")
    assert column(dialog, TARGET)[1] == "chosen/best.tif"
    plan = dialog._control.plan
    assert plan is not None
    assert plan.by_key["b.png"].target == plan.options.output / "chosen" / "best.tif"
    edit_target(dialog, "deeper/c.png", "a_4x.png")
    assert "a.png has this name" in dialog.progress.note.text()
    assert column(dialog, TARGET)[2] == "deeper/c_4x.png"


def test_a_refused_name_keeps_what_was_typed(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    table, index = dialog.table, dialog.model.index(0, TARGET)
    edit_target(dialog, "a.png", "my holiday")
    edit = table.indexWidget(index)
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "my holiday"
    assert "it needs an extension such as .png" in dialog.progress.note.text()
    QTest.keyClicks(edit, ".png")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert column(dialog, TARGET)[0] == "my holiday.png"
    assert not dialog.progress.note.isVisible()


def test_a_refused_name_is_given_up_by_escape(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    index = dialog.model.index(0, TARGET)
    edit_target(dialog, "a.png", "my holiday")
    edit = dialog.table.indexWidget(index)
    assert edit is not None
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert dialog.model.data(index, Qt.ItemDataRole.EditRole) == "a_4x.png"
    assert dialog.isVisible()


def test_it_opens_tall_enough_for_its_results(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    room = dialog.screen().availableGeometry()
    assert room.height() - 100 <= dialog.height() <= room.height()
    assert dialog.width() <= room.width()
    dialog.resize(dialog.width(), 768 - 40)  # below its title on the smallest usual screen
    QApplication.processEvents()
    assert dialog.table.viewport().height() >= 15 * ROW


def test_rows_are_left_out_by_click_and_by_key(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    table, model = dialog.table, dialog.model
    table.selectRow(1)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.index(1, SOURCE).data(CHECK) == Qt.CheckState.Unchecked
    assert column(dialog, STATE) == ["Enlarge", "Left out", "Enlarge"]
    assert dialog.summary.text().startswith("2 pictures")
    box = QPoint(14, table.visualRect(model.index(0, SOURCE)).center().y())
    QTest.mouseClick(table.viewport(), LEFT, pos=box)
    assert column(dialog, STATE)[0] == "Left out"
    QTest.mouseClick(table.viewport(), LEFT, pos=box)
    assert column(dialog, STATE)[0] == "Enlarge"
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert dialog.summary.text().startswith("3 pictures")


def test_a_plan_is_stopped(dialog: BatchDialog, qtbot: QtBot) -> None:
    click(dialog.buttons.plan)
    click(dialog.buttons.cancel)
    assert dialog._control.phase is Phase.IDLE
    planned(qtbot, dialog)  # what comes of the first one does not disturb
    assert dialog.model.rowCount() == 3


def test_a_plan_that_cannot_be_made_says_why(
    dialog: BatchDialog, qtbot: QtBot, photos: Path
) -> None:
    photos.rename(photos.with_name("gone"))
    click(dialog.buttons.plan)
    wait_for(qtbot, dialog, Phase.IDLE)
    assert "photos" in dialog.summary.text()


def test_the_choice_is_kept(
    make_window: Callable[..., MainWindow], models: Path, photos: Path, tmp_path: Path
) -> None:
    first = make_window()
    dialog = first.batches.open()
    drop_folders(dialog, photos)
    dialog.form.filter.exclude.setText("draft*")
    dialog.form.filter.most.setValue(50)
    choose(dialog.form.conflict, "overwrite")
    choose(dialog.form.options_.box, "Print")
    dialog.form.watch.click()
    kept = dialog.form.choice()
    first.close_unasked()
    again = make_window().batches.open().form
    assert again.choice() == kept
    assert again.choice().preset == "Print"
    stored = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    stored["batch"] = {"folders": "nonsense", "least": -1, "template": "{x}", "watch": True}
    (tmp_path / "settings.json").write_text(json.dumps(stored))
    damaged = make_window().batches.open().form.choice()
    assert (damaged.folders, damaged.least, damaged.watch) == ((), 0, True)


def test_ten_thousand_rows_are_no_matter(
    dialog: BatchDialog, qtbot: QtBot, photos: Path, tmp_path: Path
) -> None:
    """Generous, as other programs may have the processor; a row a time would take minutes."""

    out = tmp_path / "out"
    entries = [
        Entry(
            f"{n:05}.png", photos / f"{n:05}.png", out / f"{n:05}.png", out / f"{n:05}.png",
            Action.ENLARGE, size=(n % 97 + 10, 30), result=(4 * (n % 97 + 10), 120), work=300,
        )
        for n in range(10_000)
    ]  # fmt: skip
    model = dialog.model
    model.begin(out)
    worst = 0.0
    for first in range(0, len(entries), 500):
        began = time.perf_counter()
        model.extend(entries[first : first + 500])
        QApplication.processEvents()
        worst = max(worst, time.perf_counter() - began)
    for number in (SIZE, SOURCE, TARGET):
        began = time.perf_counter()
        model.sort(number, Qt.SortOrder.DescendingOrder)
        QApplication.processEvents()
        worst = max(worst, time.perf_counter() - began)
    assert model.rowCount() == 10_000
    assert worst < 2


def test_removed_folders_come_back(dialog: BatchDialog, tmp_path: Path) -> None:
    sources = dialog.form.sources
    before = sources.folders()
    (tmp_path / "more").mkdir()
    sources.list.item(0).setSelected(True)
    QTest.keyClick(sources.list, Qt.Key.Key_Delete)
    assert sources.folders() == before[1:]
    sources.take([tmp_path / "more"])
    dialog.activateWindow()
    QApplication.processEvents()
    sources.list.setFocus()
    QTest.keyClick(sources.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sources.folders() == (*before, str(tmp_path / "more"))


def test_names_keys_and_targets(dialog: BatchDialog, qtbot: QtBot) -> None:
    planned(qtbot, dialog)
    assert nameless(dialog) == []
    chain = tab_chain(dialog, dialog)
    for widget in (
        dialog.form.sources.list, dialog.form.filter.include, dialog.form.output.edit,
        dialog.form.name.tokens, dialog.form.conflict, dialog.form.watch, dialog.table,
        dialog.buttons.plan, dialog.buttons.run,
    ):  # fmt: skip
        assert widget in chain, widget
    for each in chain:
        assert min(each.width(), each.height()) >= 22, (each, each.size())


@pytest.mark.parametrize("colours", ["dark", "light"])
def test_focus_can_be_seen(
    window: MainWindow, dialog: BatchDialog, qtbot: QtBot, colours: str
) -> None:
    window.shell.appearance.choose(colours)
    planned(qtbot, dialog)
    dialog.activateWindow()
    QApplication.processEvents()
    chain = [w for w in tab_chain(dialog, dialog) if w is not dialog]
    for widget in chain:
        other = chain[0] if widget is not chain[0] else chain[1]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.grab().toImage() != before, (widget, widget.accessibleName())


def test_the_time_is_estimated_for_the_model_that_will_be_used(
    models: Path, tmp_path: Path
) -> None:
    """The best one of the scale, if none is chosen."""
    (models / "worse-x2.safetensors").write_bytes((models / "stand-in-x2.safetensors").read_bytes())
    upscale = UpscaleOptions(2)
    speeds = {speed_key(upscale, "stand-in-x2"): 7.0, speed_key(upscale, "worse-x2"): 1.0}
    control, asked = BatchControl(speeds), list[PlanBatch]()
    control.request.connect(asked.append)
    control.make_plan(BatchOptions((tmp_path,), tmp_path / "out", upscale))
    assert asked[-1].speed == 7.0
