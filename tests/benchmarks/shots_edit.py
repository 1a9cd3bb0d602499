"""The window for another program's picture, from the first look to the question at the end."""

from __future__ import annotations

import shutil

from app.queue.job import JobState
from app.window.edit_task import edit_task
from fdiwn.api.resources import resource
from tests.benchmarks import shots_engine
from tests.benchmarks.shots_scenes import close_popups, open_menu
from tests.benchmarks.shots_studio import Studio


def edit(studio: Studio) -> None:
    picture = studio.folder / "DSC01234-Edit.png"
    shutil.copy(resource("sample/sample.png"), picture)
    with studio.window(task=edit_task(picture, None)) as window:
        hand_over, queue = window.hand_over, window.queue
        assert hand_over is not None
        hand_over.open()
        studio.until(lambda: window.view.compares)
        studio.keep(window, "edit")
        top = window.menuBar().actions()[0]
        studio.keep(window, "edit-menu", lambda: open_menu(window, top), close_popups)
        studio.hold(shots_engine.ENLARGING)
        hand_over.finish()
        studio.until(lambda: queue.jobs()[0].done == shots_engine.TILES_BEFORE)
        studio.keep(window, "edit-finishing")
        queue.cancel_all()
        studio.let_go()
        studio.until(lambda: not queue.working)
        window.options.primary.click()
        studio.until(lambda: queue.jobs()[0].state is JobState.DONE)
        studio.keep(window, "edit-made")
        studio.keep_dialog(window, "edit-question", window.close)
