"""What lies over the picture: marks of unfinished tiles, offers, the navigator; and no panels."""

from __future__ import annotations

import shutil
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.compare.choice import Against, Choice
from app.compare.side import Mode
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.api.catalog import models_home
from fdiwn.api.resources import resource
from tests.benchmarks import shots_engine
from tests.benchmarks.shots_scenes import SAMPLE, photographs
from tests.benchmarks.shots_studio import Look, Studio

LAPTOP = tuple(Look(theme, (1366, 768)) for theme in ("dark", "light"))


def comparing(studio: Studio) -> None:
    laptop = Studio(studio.out, studio.folder / "comparing", LAPTOP, studio.prefix)
    _unfinished(laptop)
    _offers(laptop)
    studio.count += laptop.count


def four(studio: Studio) -> None:
    """Before a run, after it, and the menu of a pane; with the authors' model as the other one."""
    models_home().mkdir(parents=True, exist_ok=True)
    shutil.copy(
        resource("weights/fdiwn-x4.safetensors"), models_home() / "fdiwn-x4-paper.safetensors"
    )
    looks = studio.looks if studio.prefix else LAPTOP
    laptop = Studio(studio.out, studio.folder / "four", looks, studio.prefix)
    with laptop.window(compare_mode=Mode.FOUR.value) as window:
        window.open([SAMPLE])
        laptop.until(lambda: len(window.view.panes) == 4)
        window.view.zoom_to(1.0)
        laptop.until(lambda: _complete(window))
        laptop.keep(window, "four-preview")
        button = window.view.pane_buttons.buttons[2]

        def ask() -> None:
            button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

        laptop.keep(window, "four-menu", ask, button.menu().close)
        window.options.primary.click()
        laptop.until(lambda: window.queue.jobs()[0].state is JobState.DONE)
        laptop.until(lambda: _complete(window))
        laptop.keep(window, "four-result", lambda: window.view.zoom_to(4.0))
    shutil.rmtree(models_home())
    studio.count += laptop.count


def _complete(window: MainWindow) -> bool:
    view = window.view
    return all(pane.side.unfinished(view.viewport).isEmpty() for pane in view.panes)


def cropping(studio: Studio) -> None:
    """The crop tool: as it begins, with a rectangle, full screen; and the picture after it."""
    laptop = Studio(studio.out, studio.folder / "cropping", LAPTOP, studio.prefix)
    with laptop.window() as window:
        window.open([SAMPLE, *photographs(laptop, "cropping")])
        laptop.until(lambda: window.view.compares and window.queue.jobs()[0].original is not None)
        window.compare.actions.crop.trigger()
        tool = window.compare.crop
        laptop.keep(window, "crop-begun")
        tool.bar.ratio.setCurrentIndex(tool.bar.ratio.findData("3:2"))
        tool.bar.ratio.activated.emit(tool.bar.ratio.currentIndex())
        shown = tool.frame.shown()
        corner, inner = shown.topLeft(), (shown.topLeft() * 3 + shown.center()) / 4
        QTest.mousePress(tool.frame, Qt.MouseButton.LeftButton, pos=corner.toPoint())
        QTest.mouseMove(tool.frame, inner.toPoint())
        laptop.keep(window, "crop-dragged")
        QTest.mouseRelease(tool.frame, Qt.MouseButton.LeftButton, pos=inner.toPoint())
        tool.bar.finish.click()
        laptop.until(lambda: _finished(window))
        laptop.keep(window, "crop-done")
    studio.count += laptop.count


def _unfinished(studio: Studio) -> None:
    studio.hold(shots_engine.PREVIEWING)
    with studio.window() as window:
        window.open([SAMPLE])
        studio.until(lambda: window.view.compares)
        window.view.zoom_to(1.0)
        studio.settle(500)
        studio.keep(window, "compare-unfinished")


def _finished(window: MainWindow) -> bool:
    """Whether both sides of a preview are there, as far as they are in view."""
    view = window.view
    if view.left is None or view.right is None or view.labels[1] != "FDIWN preview":
        return False
    return all(side.unfinished(view.viewport).isEmpty() for side in (view.left, view.right))


def _offers(studio: Studio) -> None:
    first, *others = photographs(studio, "comparing")
    with studio.window() as window:
        window.open([SAMPLE, first, *others])
        studio.until(lambda: window.view.compares or window.preview.far)
        with patch("app.compare.preview.live.MOST_PIXELS", 100_000):
            window.view.zoom_to(1.0)
            window.view.fit()
            studio.until(lambda: not window.view.compares)
            studio.keep(window, "compare-far")
        window.compare.compare_with(Choice(Against.NEAREST))
        window.view.zoom_to(2.0)
        studio.until(lambda: _finished(window))
        studio.keep(window, "compare-nearest")
        window.compare.compare_with(Choice())
        order = window.options.order_to_run()
        assert order is not None
        window.queue.start([window.queue.order()[0]], order)
        studio.until(lambda: window.queue.jobs()[0].state is JobState.DONE)
        window.options.scales.button(2).click()
        studio.keep(window, "compare-changed")
        window.compare.badge.preview.click()
        studio.until(lambda: _finished(window))
        studio.keep(window, "compare-changed-preview")
        window.compare.badge.result.click()
        window.shell.actions.side_panels.trigger()
        studio.keep(window, "compare-panels-hidden")
        window.shell.actions.side_panels.trigger()
        window.shell.actions.full_screen.trigger()
        studio.settle(300)
        for look in studio.looks:
            window.shell.appearance.choose(look.theme)
            studio.settle(100)
            window.grab().save(str(studio.out / f"compare-full-screen-{look.name}.png"))
            studio.count += 1
