"""Whatever is dropped or pasted: files, pictures without a file, links; and the recent list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import incoming, recent
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.api.resources import resource
from tests.gui import fake_engine
from tests.gui.conftest import PATIENCE, answer, drop, wait_for_states


@pytest.fixture
def pasted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pictures without a file are kept in this test."""
    folder = tmp_path / "Pictures" / "Pasted"
    monkeypatch.setattr(incoming, "pasted_folder", lambda: folder)
    return folder


def picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 200, 30))
    return image


def encoded(kind: bytes) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(picture())
    return data


def put(data: QMimeData) -> None:
    QApplication.clipboard().setMimeData(data)


def enter(window: MainWindow, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_the_whole_window_lights_up_over_a_picture_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, fake_engine.draw(tmp_path / "a.png"))
    wait_for_states(qtbot, window, JobState.READY)
    frame = window.shell.drops.frame
    assert not frame.isVisible()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "b.png"))])
    before = window.grab().toImage()
    assert enter(window, data)
    assert frame.isVisible()
    assert frame.size() == window.size()
    assert window.grab().toImage() != before
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not frame.isVisible()


def test_text_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("hello")
    assert not enter(window, data)
    assert not window.shell.drops.frame.isVisible()


def test_a_dropped_picture_without_a_file_is_kept_and_opened(
    window: MainWindow, qtbot: QtBot, pasted: Path
) -> None:
    data = QMimeData()
    data.setImageData(picture())
    data.setUrls([QUrl("https://example.org/cat.jpg")])  # as browsers do
    assert enter(window, data)
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    (job,) = wait_for_states(qtbot, window, JobState.READY)
    assert job.source.parent == pasted
    assert job.source.suffix == ".png"
    assert QImage(str(job.source)).pixelColor(3, 3) == QColor(10, 200, 30)
    assert not window.notice.isVisible()  # nothing had to be fetched


def test_a_link_is_not_followed_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/cat.jpg")])
    assert enter(window, data)
    assert window.shell.incoming.take(data)
    assert "https://example.org/cat.jpg" in window.notice.text.text()
    assert "Save the picture in your browser" in window.notice.text.text()
    assert window.queue.jobs() == []


@pytest.mark.parametrize(
    ("kind", "name", "ending"), [("image/png", b"PNG", ".png"), ("image/jpeg", b"JPEG", ".jpg")]
)
def test_pasted_bytes_are_kept_as_they_are(
    window: MainWindow, qtbot: QtBot, pasted: Path, kind: str, name: bytes, ending: str
) -> None:
    data = QMimeData()
    data.setData(kind, encoded(name))
    put(data)
    window.shell.actions.paste.trigger()
    (job,) = wait_for_states(qtbot, window, JobState.READY)
    assert job.source.suffix == ending
    assert job.source.read_bytes() == encoded(name).data()


def test_two_pastes_in_one_second_are_two_pictures(
    window: MainWindow, qtbot: QtBot, pasted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.strftime", lambda _: "pasted-now")
    for _ in range(2):
        QApplication.clipboard().setImage(picture())
        window.shell.actions.paste.trigger()
        window.shell.incoming.close()
    jobs = wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    assert [job.source.name for job in jobs] == ["pasted-now.png", "pasted-now-2.png"]


def test_a_list_of_files_is_pasted(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [fake_engine.draw(tmp_path / name) for name in ("a b.png", "c.png")]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    put(data)
    window.shell.actions.paste.trigger()
    jobs = wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    assert [job.source for job in jobs] == paths


def test_paths_as_text_are_pasted(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = fake_engine.draw(tmp_path / "a.png")
    QApplication.clipboard().setText(f"{path}\n/no/such.png\n")
    window.shell.actions.paste.trigger()
    (job,) = wait_for_states(qtbot, window, JobState.READY)
    assert job.source == path


def test_nothing_to_paste_says_what_could_be(window: MainWindow) -> None:
    QApplication.clipboard().setText("hello")
    window.shell.actions.paste.trigger()
    assert "no picture to paste" in window.notice.text.text()


def test_a_paste_that_cannot_be_kept_says_why(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(incoming, "pasted_folder", lambda: tmp_path / "file")
    QApplication.clipboard().setImage(picture())
    with qtbot.waitSignal(window.shell.incoming.told, timeout=PATIENCE):
        window.shell.actions.paste.trigger()
    assert "could not be kept" in window.notice.text.text()
    assert window.queue.jobs() == []


def test_pictures_are_kept_among_the_users_own() -> None:
    assert incoming.pasted_folder().name == "FDIWN Upscaler"
    assert Path.home() in incoming.pasted_folder().parents


def test_recent_files_are_offered_latest_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = (fake_engine.draw(tmp_path / f"{name}.png") for name in "ab")
    drop(window, first)
    drop(window, second)
    window.open([resource("sample/sample.png")])  # the program's own is not the user's
    wait_for_states(qtbot, window, *[JobState.READY] * 3)
    menu = window.shell.recent
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()[:2]] == ["&1 b.png", "&2 a.png"]
    window.queue.remove([window.queue.jobs()[0].id])
    first.unlink()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()[:1]] == ["&1 b.png"]
    with qtbot.waitSignal(window.opener.opening):
        menu.actions()[0].trigger()
    menu.clear_list.trigger()
    answer(window, "Clear")
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()
    assert not menu.clear_list.isEnabled()


def test_recent_files_outlive_the_window(
    make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window()
    path = fake_engine.draw(tmp_path / "a.png")
    drop(window, path)
    wait_for_states(qtbot, window, JobState.READY)
    window.close()
    assert make_window().shell.recent.actions()[0].toolTip() == str(path)


def test_the_recent_list_ends() -> None:
    paths = [Path(f"/{number}") for number in range(20)]
    assert recent.remember(["/3"], paths) == [f"/{number}" for number in range(recent.MOST)]


def test_a_drag_of_the_windows_own_is_left_alone(window: MainWindow) -> None:
    event = QEvent(QEvent.Type.User)
    assert not window.shell.drops.eventFilter(window, event)
