"""The window for another program's picture: its bar, what it leaves out, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.options.presets import PresetBar
from app.queue.job import JobState
from app.queue.session import session_file
from app.settings import settings
from app.settings.order import Destination, Order, Where
from app.window.edit_task import EditTask, edit_task
from app.window.hand_over import HandOver
from app.window.window import MainWindow
from app.worker import EngineThread
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.scratch import SessionFolder
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, answer, answers, question, wait_for_states, wait_until

LEFT = Qt.MouseButton.LeftButton
ORDER = Order(
    UpscaleOptions(2), SaveOptions(format="jpeg"), Destination(Where.BESIDE, overwrite=True)
)
"""That of the normal window: each result is saved by itself as a JPEG."""


@pytest.fixture
def serve(qtbot: QtBot, tmp_path: Path, models: Path) -> Iterator[Callable[[EditTask], HandOver]]:
    made: list[MainWindow] = []
    path = tmp_path / "settings.json"
    settings.save(settings.Settings(ORDER, recent=["/old.png"]), path)
    before = path.read_bytes()

    def make(task: EditTask) -> HandOver:
        session = SessionFolder(tmp_path / "scratch")
        engine = EngineThread(EngineProcess(fake_engine.run), session)
        made.append(MainWindow(engine, path, task))
        with qtbot.waitExposed(made[-1]):
            made[-1].show()
        hand_over = made[-1].hand_over
        assert hand_over is not None
        hand_over.open()
        return hand_over

    yield make
    for window in made:
        window.close_unasked()
        window.deleteLater()
    assert path.read_bytes() == before, "the settings are those of the normal window"
    assert list((tmp_path / "scratch").glob("*")) == []
    assert not list(session_file.default_folder().glob("*"))


def window_of(hand_over: HandOver) -> MainWindow:
    window = hand_over.bar.window()
    assert isinstance(window, MainWindow)
    return window


def ready(hand_over: HandOver, qtbot: QtBot) -> MainWindow:
    window = window_of(hand_over)
    wait_for_states(qtbot, window, JobState.READY)
    return window


def press(hand_over: HandOver, name: str) -> None:
    QTest.mouseClick(getattr(hand_over.bar, name), LEFT)


Serve = Callable[[EditTask], HandOver]


def test_done_enlarges_first_and_writes_what_was_asked_for(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    source = fake_engine.draw(tmp_path / "in" / "a.png")
    target = tmp_path / "out.webp"
    hand_over = serve(edit_task(source, target))
    window = ready(hand_over, qtbot)
    assert "out.webp" in hand_over.bar.text.text()
    with qtbot.waitSignal(window.ended, timeout=PATIENCE):
        press(hand_over, "done")
        assert not hand_over.bar.done.isEnabled()
        assert window.options.progress.isVisible()
    assert hand_over.code == 0
    assert target.read_bytes()[8:12] == b"WEBP"
    assert [path.name for path in source.parent.iterdir()] == ["a.png"], "saved nowhere else"


def test_a_result_that_is_there_is_written_at_once(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    source = fake_engine.draw(tmp_path / "a.png")
    hand_over = serve(edit_task(source, None))
    window = ready(hand_over, qtbot)
    assert "replaces a.png" in hand_over.bar.text.text()
    assert hand_over.bar.done.objectName() == "step"
    QTest.mouseClick(window.options.primary, LEFT)
    (job,) = wait_for_states(qtbot, window, JobState.DONE)
    assert not job.saving
    assert hand_over.bar.done.objectName() == "primary", "the next step"
    with qtbot.waitSignal(window.ended, timeout=PATIENCE):
        press(hand_over, "done")
    (after,) = window.queue.jobs()
    assert after.result is job.result
    assert fake_engine.FakeEngine().read(source).width == 80


def test_other_settings_than_those_of_the_result_are_used(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.png"
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "a.png"), target))
    window = ready(hand_over, qtbot)
    QTest.mouseClick(window.options.primary, LEFT)
    wait_for_states(qtbot, window, JobState.DONE)
    window.options.scales.button(4).click()
    with qtbot.waitSignal(window.ended, timeout=PATIENCE):
        press(hand_over, "done")
    assert fake_engine.FakeEngine().read(target).width == 160


def test_cancel_while_it_works_ends_without_a_question(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.png"
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "slow.png"), target))
    window = ready(hand_over, qtbot)
    press(hand_over, "done")
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    press(hand_over, "cancel")
    assert not window.isVisible()
    assert hand_over.code == 1
    assert not target.exists()


def test_stop_takes_done_back(serve: Serve, qtbot: QtBot, tmp_path: Path) -> None:
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "slow.png"), tmp_path / "o.png"))
    window = ready(hand_over, qtbot)
    press(hand_over, "done")
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    QTest.mouseClick(window.options.stop, LEFT)
    wait_for_states(qtbot, window, JobState.CANCELLED)
    qtbot.waitUntil(hand_over.bar.done.isEnabled, timeout=PATIENCE)
    assert window.isVisible()
    assert not (tmp_path / "o.png").exists()
    assert window.close(), "there is nothing to lose"


def test_a_stop_that_comes_too_late_takes_done_back_as_well(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    """The engine of this picture hears nothing, and its result could come at any moment."""
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "deaf.png"), tmp_path / "o.png"))
    window = ready(hand_over, qtbot)
    press(hand_over, "done")
    wait_for_states(qtbot, window, JobState.RUNNING)
    QTest.mouseClick(window.options.stop, LEFT)
    qtbot.waitUntil(lambda: hand_over.bar.done.text() == "Done", timeout=PATIENCE)
    assert not hand_over.bar.done.isEnabled()
    assert window.queue.jobs()[0].stopping


def test_a_result_is_not_lost_without_a_question(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.png"
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "a.png"), target))
    window = ready(hand_over, qtbot)
    QTest.mouseClick(window.options.primary, LEFT)
    wait_for_states(qtbot, window, JobState.DONE)
    press(hand_over, "cancel")
    assert sorted(answers(question(window))) == ["Cancel", "Discard", "Done"]
    answer(window, "Cancel")
    assert window.isVisible()
    assert not window.close()
    answer(window, "Discard")
    assert not window.isVisible()
    assert hand_over.code == 1
    assert not target.exists()


def test_the_question_can_be_answered_with_done(serve: Serve, qtbot: QtBot, tmp_path: Path) -> None:
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "a.png"), tmp_path / "o.png"))
    window = ready(hand_over, qtbot)
    QTest.mouseClick(window.options.primary, LEFT)
    wait_for_states(qtbot, window, JobState.DONE)
    assert not window.close()
    with qtbot.waitSignal(window.ended, timeout=PATIENCE):
        answer(window, "Done")
    assert hand_over.code == 0
    assert (tmp_path / "o.png").exists()


def test_a_window_that_writes_is_waited_for(serve: Serve, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "hangs.png"
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "a.png"), target))
    window = ready(hand_over, qtbot)
    press(hand_over, "done")
    wait_until(qtbot, window, lambda jobs: jobs[0].saving)
    assert not window.close()
    assert not window.findChildren(QMessageBox)
    with qtbot.waitSignal(window.ended, timeout=PATIENCE):
        (tmp_path / "hangs.png.go").touch()
    assert hand_over.code == 0


def done_without_folder(serve: Serve, qtbot: QtBot, folder: Path) -> tuple[HandOver, MainWindow]:
    """After Done, when the folder for the result has gone."""
    folder.mkdir()
    picture = fake_engine.draw(folder.parent / "a.png")
    hand_over = serve(edit_task(picture, folder / "o.png"))
    window = ready(hand_over, qtbot)
    folder.rmdir()
    with qtbot.waitSignal(window.queue.failed, timeout=PATIENCE):
        press(hand_over, "done")
    qtbot.waitUntil(hand_over.bar.done.isEnabled, timeout=PATIENCE)
    return hand_over, window


def test_what_could_not_be_written_keeps_the_window_and_is_the_end_code(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "soon gone"
    hand_over, window = done_without_folder(serve, qtbot, folder)
    assert "the folder is gone" in window.notice.text.text()
    folder.mkdir()
    with qtbot.waitSignal(window.ended, timeout=PATIENCE):
        press(hand_over, "done")
    assert hand_over.code == 0


def test_a_picture_that_cannot_be_opened_cannot_be_done(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "broken.png"), None))
    window = window_of(hand_over)
    wait_for_states(qtbot, window, JobState.FAILED)
    assert not hand_over.bar.done.isEnabled()
    press(hand_over, "cancel")
    assert hand_over.code == 3
    assert hand_over.problem is not None
    assert "broken.png" in hand_over.problem.sentence()


def test_nothing_is_added_to_this_window(serve: Serve, qtbot: QtBot, tmp_path: Path) -> None:
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "a.png"), None))
    window = ready(hand_over, qtbot)
    other = fake_engine.draw(tmp_path / "other.png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, event)
    assert not window.acceptDrops()
    window.shell.come_forward([other])  # as the dock of macOS does
    assert "one picture" in window.notice.text.text()
    shown = [window.actions_.open, window.shell.actions.paste, window.actions_.save]
    for action in (*shown, window.actions_.remove, window.shell.actions.preferences):
        assert not action.isEnabled(), action.text()
    assert not window.queue_control.column.isVisible()
    assert not window.options.save.isVisible()
    assert len(window.queue.jobs()) == 1


def test_a_preset_changes_neither_format_nor_destination(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "a.png"), None))
    window = ready(hand_over, qtbot)
    presets: PresetBar = window.options.presets
    presets.chosen.emit(ORDER)
    order = window.options.general_order()
    assert order.save.format == "png"
    assert order.destination == Destination()
    assert not window.options.file.format.isEnabled()
    assert not window.options.destination.isVisible()


def test_what_could_not_be_written_is_the_end_code_of_a_window_that_is_closed(
    serve: Serve, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "soon gone"
    hand_over, window = done_without_folder(serve, qtbot, folder)
    assert not window.close()
    answer(window, "Discard")
    assert not window.isVisible()
    assert hand_over.code == 3


def test_a_report_after_the_end_shows_nothing(
    serve: Serve, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hand_over = serve(edit_task(fake_engine.draw(tmp_path / "slow.png"), tmp_path / "o.png"))
    window = ready(hand_over, qtbot)
    press(hand_over, "done")
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    press(hand_over, "cancel")
    window.queue.updated.emit()  # by a report that was on its way
    assert not window.view.has_picture
    assert "cannot be shown" not in caplog.text
