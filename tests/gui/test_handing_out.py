"""Results for other programs: dragged as a file, copied, shown in their folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import outgoing
from app.queue.job import Job, JobState
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, drop, wait_for_states, wait_until

LEFT = Qt.MouseButton.LeftButton
FAR = QPoint(60, 60)


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Qt.DropAction]]:
    """The files that were dragged, and how; the drags end at once."""
    made: list[tuple[Path, Qt.DropAction]] = []

    def end(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        made.append((Path(drag.mimeData().urls()[0].toLocalFile()), action))
        return action

    monkeypatch.setattr(QDrag, "exec", end)
    return made


@pytest.fixture
def done(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Job:
    drop(window, fake_engine.draw(tmp_path / "a.png", 40, 30))
    wait_for_states(qtbot, window, JobState.READY)
    assert not window.shell.handle.isVisible()
    assert not window.shell.actions.copy.isEnabled()
    window.options.primary.click()
    (job,) = wait_for_states(qtbot, window, JobState.DONE)
    assert window.shell.handle.isVisible()
    return job


def test_a_result_is_dragged_as_a_file_written_for_it(
    window: MainWindow, qtbot: QtBot, done: Job, drags: list[tuple[Path, Qt.DropAction]]
) -> None:
    handle, exports = window.shell.handle, window.shell.exports
    assert exports.file_of(done) is None
    with qtbot.waitSignal(exports.ready, timeout=PATIENCE):
        QTest.mousePress(handle, LEFT)
        QTest.mouseMove(handle, FAR)
        assert drags == []  # not there yet; the drag waits for it
        assert "Preparing" in window.status.currentMessage()
    ((path, action),) = drags
    assert path.name == "a_4x.png"
    assert action == Qt.DropAction.CopyAction
    expected = fake_engine.FakeEngine().read(done.source).pixels.repeat(4, 0).repeat(4, 1)
    assert (fake_engine.FakeEngine().read(path).pixels == expected).all()
    job = window.queue.job(done.id)
    assert job is not None
    assert job.saved_to is None  # a file for others is not one of the user's
    QTest.mousePress(handle, LEFT)
    QTest.mouseMove(handle, FAR)
    assert [path for path, _ in drags] == [path, path]  # the same again, at once


def test_letting_go_too_early_drags_nothing(
    window: MainWindow, qtbot: QtBot, done: Job, drags: list[tuple[Path, Qt.DropAction]]
) -> None:
    handle = window.shell.handle
    with qtbot.waitSignal(window.shell.exports.ready, timeout=PATIENCE):
        QTest.mousePress(handle, LEFT)
        QTest.mouseMove(handle, FAR)
        QTest.mouseRelease(handle, LEFT)
    assert drags == []
    assert "Drag again" in window.status.currentMessage()


def test_a_saved_result_is_dragged_itself(
    window: MainWindow,
    qtbot: QtBot,
    done: Job,
    tmp_path: Path,
    drags: list[tuple[Path, Qt.DropAction]],
) -> None:
    window.queue.save(done.id, tmp_path / "mine.png", overwrite=False)
    wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    QTest.mousePress(window.shell.handle, LEFT)
    QTest.mouseMove(window.shell.handle, FAR)
    assert [path for path, _ in drags] == [tmp_path / "mine.png"]


def test_another_result_gets_a_file_of_its_own(window: MainWindow, qtbot: QtBot, done: Job) -> None:
    exports = window.shell.exports
    with qtbot.waitSignal(exports.ready, timeout=PATIENCE):
        exports.prepare(done)
    first = exports.file_of(done)
    window.options.scales.button(2).click()
    window.options.primary.click()
    (job,) = wait_until(
        qtbot, window, lambda jobs: bool(jobs[0].result and jobs[0].result.width == 80)
    )
    assert exports.file_of(job) is None
    with qtbot.waitSignal(exports.ready, timeout=PATIENCE):
        exports.prepare(job)
    second = exports.file_of(job)
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("a_4x.png", "a_2x.png")
    assert first.exists()


def test_a_file_that_cannot_be_written_says_why(
    window: MainWindow, qtbot: QtBot, done: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "FOLDER", "\0")
    with qtbot.waitSignal(window.shell.exports.failed, timeout=PATIENCE):
        window.shell.exports.prepare(done)
    assert "could not be handed over" in window.notice.text.text()


def test_copy_puts_the_picture_in_the_clipboard(
    window: MainWindow, qtbot: QtBot, done: Job, tmp_path: Path
) -> None:
    window.shell.actions.copy.trigger()
    data = QApplication.clipboard().mimeData()
    image = QApplication.clipboard().image()
    assert (image.width(), image.height()) == (160, 120)
    source = fake_engine.FakeEngine().read(done.source).pixels
    colour = image.pixelColor(41, 37)
    assert [colour.red(), colour.green(), colour.blue()] == source[37 // 4, 41 // 4].tolist()
    assert image.colorSpace().isValid()
    assert not data.hasUrls()
    window.queue.save(done.id, tmp_path / "mine.png", overwrite=False)
    wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    QTest.mouseClick(window.shell.handle, LEFT)  # for those who cannot drag
    data = QApplication.clipboard().mimeData()
    assert [Path(url.toLocalFile()) for url in data.urls()] == [tmp_path / "mine.png"]
    assert data.hasImage()


def test_a_result_too_large_for_the_clipboard_is_said(
    window: MainWindow, done: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().setText("before")
    monkeypatch.setattr(outgoing, "LARGEST_COPY", 100)
    window.shell.actions.copy.trigger()
    assert "Save it" in window.status.currentMessage()
    assert QApplication.clipboard().text() == "before"


def test_show_in_folder_shows_what_was_saved(
    window: MainWindow, qtbot: QtBot, done: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def show(path: Path, owner: QObject) -> None:
        shown.append(path)

    monkeypatch.setattr("app.window.shell.show_file", show)
    window.shell.actions.show_in_folder.trigger()
    window.queue.save(done.id, tmp_path / "mine.png", overwrite=False)
    wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    window.shell.actions.show_in_folder.trigger()
    assert shown == [done.source, tmp_path / "mine.png"]
