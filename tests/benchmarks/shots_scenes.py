"""What is drawn with the staged engine: the states that come and go, and every dialog."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from app.diagnostics.faults import FaultSink, log_path
from app.diagnostics.model_setup import FetchDialog
from app.options.size import HIGH
from app.queue.job import JobState
from app.queue.session import session_file
from app.queue.session.session_file import KeptJob
from app.settings.json_file import write_file
from app.settings.order import Order, Where
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS
from fdiwn.api.finishing import AS_MADE
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.resources import resource
from tests.benchmarks import shots_engine
from tests.benchmarks.shots_studio import Studio
from tests.gui.conftest import choose_scale
from tests.gui.fake_engine import FAULT

SAMPLE = resource("sample/sample.png")
LONG = "harbour at dusk, second try, cropped for the calendar of next year.tif"


def empty(studio: Studio) -> None:
    with studio.window() as window:
        studio.keep(window, "empty")
        drops = window.shell.drops.frame
        studio.keep(window, "empty-drag", drops.appear, drops.hide)
        with patch("fdiwn.api.catalog.resource", lambda name: studio.folder / "none"):
            choose_scale(window, 3)
            studio.keep(window, "empty-no-model")
            dialog = FetchDialog(next(m for m in MODELS if m.url), window.setup, window)
            studio.keep(window, "dialog-fetch", dialog.open, dialog.close)
            studio.hold(shots_engine.FETCHING)
            dialog.open()
            dialog.download.click()
            studio.until(lambda: dialog.progress.value() > 0)
            studio.keep(window, "dialog-fetch-running")
            dialog.reject()


def restore(studio: Studio) -> None:
    pictures = photographs(studio, "restore")
    run = Order(UpscaleOptions(4)).run
    kept = partial(KeptJob, folder=studio.folder / "none", state=JobState.WAITING, run=run)
    jobs = [kept(source, size=(480, 320)) for source in pictures]
    folder = session_file.default_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = session_file.path_of(folder, "session-x")
    write_file(path, session_file.whole(map(session_file.entry, jobs), {"session-x"}, 0))
    with studio.window() as window:
        studio.keep(window, "restore")
        window.queue_control.restore_bar.restore.click()
        studio.until(lambda: bool(window.queue.jobs()) and window.view.has_picture)
        studio.keep(window, "restored")


def preview(studio: Studio) -> None:
    studio.hold(shots_engine.PREVIEWING)
    with studio.window() as window:
        window.open([SAMPLE])
        studio.until(lambda: window.view.compares)
        studio.keep(window, "preview-part")
        window.actions_.live_preview.trigger()
        studio.keep(window, "preview-off")


def queue(studio: Studio) -> None:
    with studio.window() as window:
        fill(studio, window)
        studio.keep(window, "list-states")
        place = window.rail.visualRect(window.rail.currentIndex()).center()
        studio.keep(
            window,
            "list-menu",
            lambda: window.rail.customContextMenuRequested.emit(place),
            close_popups,
        )
        window.queue.pause()
        window.notice.say(
            "Left out, not readable as pictures: notes.txt, minutes of the meeting.docx. "
            "Choose JPEG, PNG, TIFF, WebP or AVIF."
        )
        studio.keep(window, "list-paused-notice")
        window.notice.dismiss()
        studio.keep_dialog(window, "dialog-quit", window.close)
        for position, name in ((2, "failed"), (3, "unreadable"), (6, "own-order")):
            window.rail.choose(window.queue.order()[position])
            studio.settle()
            studio.keep(window, f"list-{name}")
        window.rail.selectAll()
        studio.keep(window, "list-all-selected")


def steps(studio: Studio) -> None:
    """The buttons under the options, from the first to the last step."""
    with studio.window() as window:
        queue, panel = window.queue, window.options
        window.open(photographs(studio, "steps"))
        states = (JobState.READY, JobState.FAILED)
        studio.until(
            lambda: len(queue.jobs()) == 8 and all(job.state in states for job in queue.jobs())
        )
        studio.keep(window, "step-upscale")
        panel.size_.scales.button(0).click()
        panel.size_.kind.setCurrentIndex(panel.size_.kind.findData(HIGH))
        panel.size_.height_.setValue(230)
        studio.keep(window, "step-skipped")
        panel.size_.scales.button(4).click()
        studio.hold(shots_engine.ENLARGING)
        panel.all.click()
        studio.until(lambda: queue.jobs()[0].done == shots_engine.TILES_BEFORE)
        studio.keep(window, "step-running")
        queue.pause()
        studio.keep(window, "step-paused")
        queue.cancel_all()
        studio.let_go()
        studio.until(lambda: not queue.working)
        panel.primary.click()
        studio.until(lambda: queue.jobs()[0].state is JobState.DONE)
        studio.keep(window, "step-save")


def menus(studio: Studio) -> None:
    with studio.window() as window:
        window.open([SAMPLE])
        studio.until(lambda: window.view.compares)
        window.options.primary.click()
        studio.until(lambda: window.queue.jobs()[0].state is JobState.DONE)
        names = ("file", "edit", "view", "queue", "models", "help")
        for name, top in zip(names, window.menuBar().actions(), strict=True):
            studio.keep(window, f"menu-{name}", partial(open_menu, window, top), close_popups)
            for number, inner in enumerate(submenus(top)):
                studio.keep(
                    window,
                    f"menu-{name}-{number}",
                    partial(open_menu, window, top, inner),
                    close_popups,
                )
        presets = window.options.presets
        studio.keep(window, "menu-presets", lambda: open_below(presets.menu_button), close_popups)
        studio.keep(window, "list-presets", presets.box.showPopup, presets.box.hidePopup)
        bar = window.compare.bar
        for name, button in (("left", bar.left), ("zoom", bar.zoom)):
            studio.keep(window, f"menu-bar-{name}", partial(open_below, button), close_popups)


def options(studio: Studio) -> None:
    with studio.window() as window:
        window.open([SAMPLE])
        studio.until(lambda: window.view.compares)
        panel = window.options
        for section in panel.sections():
            for other in panel.sections():
                other.set_open(other is section)
            if section.name == "device":
                studio.until(lambda: "i7" in panel.device.will_be.text())
            studio.keep(window, f"options-{section.name}")
        _sizes(studio, window)
        _details(studio, window)
        for section in panel.sections():
            section.set_open(True)
        studio.keep(window, "options-all-open")


def _sizes(studio: Studio, window: MainWindow) -> None:
    panel = window.options
    for section in panel.sections():
        section.set_open(section is panel.size_)
    panel.size_.scales.button(0).click()
    for number in range(panel.size_.kind.count()):
        panel.size_.kind.setCurrentIndex(number)
        studio.keep(window, f"options-size-{panel.size_.kind.currentData()}")
    panel.size_.paper.setCurrentIndex(panel.size_.paper.count() - 1)
    studio.keep(window, "options-size-custom")
    panel.size_.kind.setCurrentIndex(0)
    panel.size_.factor.setFocus()
    panel.size_.factor.setText("20")
    panel.size_.factor.editingFinished.emit()
    studio.keep(window, "options-size-wrong")
    panel.size_.factor.setValue(16)
    panel.size_.kind.setCurrentIndex(2)
    panel.size_.width_.setValue(300)
    studio.keep(window, "preflight-refused")
    panel.size_.scales.button(4).click()


def _details(studio: Studio, window: MainWindow) -> None:
    """Quality, a format with options, a folder that is not there."""
    panel = window.options
    panel.model_.set_open(True)
    panel.model_.quality.button(1).click()
    studio.keep(window, "options-best")
    panel.model_.quality.button(0).click()
    panel.model_.set_open(False)
    panel.finish.set_open(True)
    panel.finish.strength.slider.setValue(60)
    panel.finish.uses.button(2).click()
    studio.keep(window, "options-finish-print")
    panel.finish.show_choice(AS_MADE)
    panel.finish.set_open(False)
    panel.model_.set_open(True)
    target = studio.folder / "in" / "taken_4x.png"
    target.parent.mkdir(exist_ok=True)
    source = studio.folder / "in" / "taken.png"
    shutil.copy(SAMPLE, source)
    shutil.copy(SAMPLE, target)
    order = panel.general_order()
    panel._take(replace(order, destination=replace(order.destination, where=Where.BESIDE)))
    window.open([source])
    studio.until(lambda: len(window.queue.jobs()) == 2 and window.queue.jobs()[1].size is not None)
    studio.keep(window, "preflight-warning")


def dialogs(studio: Studio) -> None:
    with studio.window() as window:
        shell = window.shell
        studio.keep_dialog(window, "dialog-preferences", shell.open_preferences)
        studio.keep_dialog(window, "dialog-shortcuts", shell.open_shortcuts)
        for number in range(3):
            studio.keep_dialog(window, f"dialog-about-{number}", partial(_about, window, number))
        presets = window.options.presets
        presets.box.setCurrentIndex(1)
        presets.box.activated.emit(1)
        studio.keep(window, "options-preset")
        presets.undo.click()
        studio.keep_dialog(window, "dialog-models", window.commands.show_models)
        studio.keep_dialog(window, "dialog-preset-name", window.options.presets.ask_save)
        studio.keep_dialog(window, "dialog-open", window.opener.ask_open, 300)
        _batch(studio, window)
        studio.keep(window, "dialog-guide", shell.open_guide, lambda: shell.open_guide().close())
        studio.hold(shots_engine.CHECKING)
        window.control.check_computer()
        dialog = window.control.dialog
        assert dialog is not None
        studio.until(lambda: dialog.list.topLevelItemCount() == 4)
        studio.keep(window, "dialog-check-running")
        studio.let_go()
        studio.until(lambda: not dialog.progress.isVisible())
        studio.keep(window, "dialog-check-done")
        dialog.close()
        details = "Traceback (most recent call last):\n  …"
        # A sink shows the same error once.
        studio.keep_dialog(window, "dialog-fault", lambda: FaultSink(log_path())._show(details))


def _batch(studio: Studio, window: MainWindow) -> None:
    dialog, photos = window.batches.open(), photographs(studio, "batch")[0].parent
    dialog.form.add_sources([photos])
    dialog.buttons.plan.click()
    studio.until(lambda: dialog.model.rowCount() > 0 and dialog.model.editable)
    studio.keep(window, "dialog-batch", dialog.show, dialog.close)


def _about(window: MainWindow, tab: int) -> None:
    window.shell.open_about().tabs.setCurrentIndex(tab)


# What scenes need


def photographs(studio: Studio, name: str) -> list[Path]:
    """Eight parts of the sample picture, as files with names that people give."""
    folder = studio.folder / name
    folder.mkdir(exist_ok=True)
    names = (
        "IMG_4711.png", LONG, "scan_0042.tif", "holiday-1998.png", "DSC01234.png",
        "Großmutter 1954.png", "portrait.png", "DSC01235.png",
    )  # fmt: skip
    whole = QImage(str(SAMPLE))
    paths = []
    for number, file in enumerate(names):
        part = whole.copy(30 * number, 12 * number, 240, 160 + 10 * number)
        if file == "scan_0042.tif":
            part.setPixelColor(0, 0, QColor(*FAULT))
        path = folder / file
        if file == "holiday-1998.png":
            path.write_bytes(b"not a picture")
        else:
            part.save(str(path))
        paths.append(path)
    return paths


def fill(studio: Studio, window: MainWindow) -> None:
    """A list with a row in every state."""
    window.open(photographs(studio, "list"))
    states = JobState
    ready = (states.READY, states.FAILED)
    studio.until(
        lambda: (
            len(window.queue.jobs()) == 8 and all(job.state in ready for job in window.queue.jobs())
        )
    )
    queue, ids, order = window.queue, window.queue.order(), Order(UpscaleOptions(4))
    queue.start(ids[:3], order)
    studio.until(lambda: not queue.working)
    queue.save(ids[0], studio.folder / "list" / "IMG_4711_4x.png", overwrite=True)
    studio.until(lambda: queue.jobs()[0].saved_to is not None)
    queue.set_order([ids[6]], replace(order, upscale=UpscaleOptions(2)))
    studio.hold(shots_engine.ENLARGING)
    queue.start([ids[4]], order)
    studio.until(lambda: queue.jobs()[4].state is states.RUNNING)
    queue.cancel([ids[4]])
    studio.until(lambda: queue.jobs()[4].state is states.CANCELLED)
    queue.start([ids[5], ids[7]], order)
    studio.until(lambda: queue.jobs()[5].done == shots_engine.TILES_BEFORE)
    window.rail.choose(ids[1])
    studio.until(lambda: window.view.compares)


def open_menu(window: MainWindow, top: QAction, inner: QAction | None = None) -> None:
    window.menuBar().setActiveAction(top)
    menu = top.menu()
    assert isinstance(menu, QMenu)
    if inner is not None:
        menu.setActiveAction(inner)
        QTest.keyClick(menu, Qt.Key.Key_Right)


def open_below(button: QToolButton) -> None:
    """Or above, where there is no room below."""
    menu = button.menu()
    place = button.mapToGlobal(QPoint(0, button.height()))
    window = button.window().geometry()
    if place.y() + menu.sizeHint().height() > window.bottom():
        place = button.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
    menu.popup(place)


def submenus(top: QAction) -> list[QAction]:
    menu = top.menu()
    assert isinstance(menu, QMenu)
    return [action for action in menu.actions() if isinstance(action.menu(), QMenu)]


def close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        QApplication.processEvents()
