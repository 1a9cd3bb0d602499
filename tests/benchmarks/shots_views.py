"""What is drawn with the engine that a user gets: the sample picture, compared in every way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF

from app.compare.choice import Against, Choice
from app.compare.side import Mode
from app.queue.job import JobState
from tests.benchmarks.shots_scenes import SAMPLE, photographs
from tests.benchmarks.shots_studio import Studio

ZOOMS = (("fit", 0.0), ("100", 1.0), ("400", 4.0))


def views(studio: Studio) -> None:
    with studio.window(real=True) as window:
        window.open([SAMPLE])
        studio.until(lambda: window.view.compares and not window.preview.hint.text())

        def rest() -> None:
            studio.settle()
            studio.until(lambda: not window.preview.hint.text())

        studio.keep(window, "preview-done", rest)
        window.options.primary.click()
        studio.until(lambda: window.queue.jobs()[0].state is JobState.DONE)
        studio.until(lambda: window.view.labels[1] != "")
        for mode in Mode:
            window.compare.set_mode(mode)
            for name, zoom in ZOOMS:
                if zoom:
                    window.view.zoom_to(zoom)
                if mode is Mode.LOUPE:
                    window.view.move_loupe(QPointF(260, 240))
                studio.keep(window, f"view-{mode.value}-{name}", None if zoom else window.view.fit)
        window.compare.set_mode(Mode.SPLIT)
        window.view.hold_left(True)
        studio.keep(window, "view-held", window.view.fit)
        window.view.hold_left(False)
        window.compare.compare_with(Choice(Against.FILE, file=SAMPLE))
        studio.until(lambda: window.view.labels[0].startswith(SAMPLE.name))
        studio.keep(window, "view-left-file")
        window.compare.compare_with(Choice(Against.ORIGINAL))
        studio.settle(300)
        window.view.split.setFocus()
        studio.keep(window, "view-handle-focus")


def readme(studio: Studio, path: Path) -> None:
    """The picture of the README: the sample compared, in a list of four, dark."""
    first, *_, third, fourth = photographs(studio, "readme")
    with studio.window(real=True) as window:
        window.open([SAMPLE, first, third, fourth])
        studio.until(
            lambda: len(window.queue.jobs()) == 4 and all(job.size for job in window.queue.jobs())
        )
        window.options.primary.click()
        studio.until(lambda: not window.queue.working)
        prints = studio.folder / "prints"
        prints.mkdir()
        for job in window.queue.jobs()[1:3]:
            window.queue.save(job.id, prints / job.source.name, overwrite=True)
        studio.until(lambda: not window.queue.saving)
        window.rail.choose(window.queue.order()[0])
        studio.until(lambda: window.view.labels[1] == "FDIWN")
        window.view.zoom_to(1.0)
        window.view.pan(620, -20)
        window.rail.setFocus()
        studio.settle(500)
        window.status.clearMessage()
        studio.settle()
        window.grab().save(str(path))
        studio.count += 1
