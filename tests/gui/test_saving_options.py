"""Options of file and metadata hold when a result is saved, whenever it was made.

In the real window, with real files; what was written is read by other programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.options.section import choose
from app.queue.job import Job, JobState
from app.settings.order import Destination, Order, Where
from app.window.window import MainWindow
from fdiwn.api.options import SaveOptions
from fdiwn.service.client.engine_process import EngineProcess
from tests.engine.stored import EXIFTOOL, tags
from tests.gui import saving_engine
from tests.gui.conftest import PATIENCE, choose_scale, drop, wait_for_states, wait_until
from tests.gui.saving_engine import HOLD, MADE_BY

pytestmark = pytest.mark.skipif(EXIFTOOL is None, reason="exiftool is not installed")

LEFT = Qt.MouseButton.LeftButton
NORTH = (12.0, 34.0, 56.78)
PLACE = "5678/100"
PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="12,34.946333N"/>'
    b"</rdf:RDF></x:xmpmeta>"
)


def photograph(path: Path, mode: str = "RGB", **options: object) -> Path:
    """A small picture with a camera and a place in EXIF and XMP."""
    y, x = np.mgrid[:24, :32]
    pixels = np.stack([y * 9, x * 7, x + y, 255 * (x > 8)], 2).astype(np.uint8)
    tag = Image.Exif()
    tag[272] = "A camera"
    tag.get_ifd(0x8825).update({1: "N", 2: NORTH})
    image = Image.fromarray(pixels[..., : len(mode)], mode)
    image.save(path, exif=tag, xmp=PACKET, dpi=(300, 300), **options)  # type: ignore[arg-type]
    return path


@pytest.fixture
def window(make_window: Callable[..., MainWindow], models: Path) -> Iterator[MainWindow]:
    made = make_window(EngineProcess(saving_engine.run))
    choose_scale(made, 2)
    for section in made.options.sections():
        section.set_open(section.name in ("file", "metadata", "destination"))
    yield made
    QGuiApplication.clipboard().clear()


class Dialogs:
    """The dialogs for names and folders: they take what was suggested, into one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.suggested, self.instead = folder, Path(), ""
        folder.mkdir()

    def file(self, parent: QWidget, title: str, name: str, filters: str) -> tuple[str, str]:
        self.suggested = Path(name)
        return str(self.folder / (self.instead or self.suggested.name)), ""

    def directory(self, *arguments: object) -> str:
        return str(self.folder)


@pytest.fixture
def dialogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    made = Dialogs(tmp_path / "out")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made.file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", made.directory)
    return made


def enlarged(window: MainWindow, qtbot: QtBot, *paths: Path) -> list[Job]:
    drop(window, *paths)
    wait_for_states(qtbot, window, *[JobState.READY] * len(paths))
    button = window.options.all if len(paths) > 1 else window.options.primary
    QTest.mouseClick(button, LEFT)
    return wait_for_states(qtbot, window, *[JobState.DONE] * len(paths))


def save(window: MainWindow, qtbot: QtBot, dialogs: Dialogs) -> Path:
    """By the button; each file gets a folder of its own, so that names can be the same."""
    before = window.queue.jobs()[0].saved_to
    dialogs.folder = dialogs.folder.parent / f"out-{len(list(dialogs.folder.parent.iterdir()))}"
    dialogs.folder.mkdir()
    assert window.options.save.isEnabled()
    QTest.mouseClick(window.options.save, LEFT)
    (job, *_) = wait_until(
        qtbot, window, lambda jobs: not jobs[0].saving and jobs[0].saved_to != before
    )
    assert job.problem is None
    assert job.saved_to is not None
    return job.saved_to


def places(path: Path) -> list[str]:
    """What tells where a picture was taken: tags, and bytes as EXIF and XMP have them."""
    content = path.read_bytes()
    raw = [(5678).to_bytes(4, order) for order in ("little", "big")]
    found = [name for name in tags(path) if "GPS" in name]
    return found + [str(part) for part in (*raw, b"GPSLatitude") if part in content]


@pytest.fixture
def saved(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> Iterator[Callable[[], tuple[Path, dict[str, Any]]]]:
    """Saves the result of a photograph and returns the file and its tags; there is one run."""
    (job,) = enlarged(window, qtbot, photograph(tmp_path / "a.jpg"))

    def once_more() -> tuple[Path, dict[str, Any]]:
        path = save(window, qtbot, dialogs)
        return path, tags(path)

    yield once_more
    assert window.queue.jobs()[0].result == job.result
    assert not window.options.primary.isEnabled()


def test_each_option_of_metadata_is_changed_after_the_result(
    window: MainWindow, saved: Callable[[], tuple[Path, dict[str, Any]]]
) -> None:
    panel = window.options
    for section in (panel.file, panel.metadata, panel.destination):
        assert section.when.isVisible()
        assert section.when.text().startswith("Applies when saved")
    path, known = saved()
    assert path.name == "a_2x.jpg"
    assert places(path)
    assert known["IFD0:Model"] == "A camera"
    assert MADE_BY in path.read_bytes().decode("latin-1")

    choose(panel.metadata.strip, "gps")
    path, known = saved()
    assert places(path) == []
    assert known["IFD0:Model"] == "A camera"
    assert (known["IFD0:XResolution"], known["IFD0:YResolution"]) == (300, 300)

    panel.metadata.provenance.setChecked(False)
    path, known = saved()
    assert MADE_BY not in path.read_bytes().decode("latin-1")
    choose(panel.metadata.strip, "all")
    path, known = saved()
    assert "IFD0:Model" not in known
    choose(panel.metadata.strip, "none")
    assert places(saved()[0])


def test_each_option_of_the_file_is_changed_after_the_result(
    window: MainWindow, saved: Callable[[], tuple[Path, dict[str, Any]]], tmp_path: Path
) -> None:
    panel = window.options
    first, _ = saved()
    panel.file.quality.slider.setValue(40)
    path, _ = saved()
    assert path.stat().st_size < first.stat().st_size
    with Image.open(path) as coarse, Image.open(first) as fine:
        assert sum(coarse.quantization[0]) > 3 * sum(fine.quantization[0])  # type: ignore[attr-defined]

    for name, kind, ending in (
        ("png", "PNG", ".png"), ("tiff", "TIFF", ".tif"), ("webp", "WEBP", ".webp"),
        ("avif", "AVIF", ".avif"),
    ):  # fmt: skip
        choose(panel.file.format, name)
        path, _ = saved()
        assert path.name == f"a_2x{ending}"
        with Image.open(path) as image:
            assert (image.format, image.size) == (kind, (64, 48))

    choose(panel.file.format, "webp")
    panel.file.lossless.setChecked(True)
    path, _ = saved()
    with Image.open(path) as image, Image.open(tmp_path / "a.jpg") as source:
        assert np.array_equal(np.asarray(image), np.asarray(source).repeat(2, 0).repeat(2, 1))

    choose(panel.file.format, None)
    choose(panel.file.space, "p3")
    assert "P3" in saved()[1]["ICC_Profile:ProfileDescription"]
    choose(panel.file.space, None)

    panel.destination.template.setText("{name}-{width}x{height}-{model}")
    assert saved()[0].name == "a-64x48-fake.jpg"
    # One that only a preset has
    order, (job,) = window.options.general_order(), window.queue.jobs()
    for progressive, process in ((True, 2), (False, 0)):
        own = replace(order, save=SaveOptions(progressive=progressive))
        window.queue.set_order([job.id], own)
        assert saved()[1]["File:EncodingProcess"] == process


def test_depth_of_a_result_in_8_and_in_16_bits(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    panel = window.options
    (job,) = enlarged(window, qtbot, photograph(tmp_path / "a.png"))
    assert not panel.primary.isEnabled()
    panel.file.bits.button(2).click()
    path = save(window, qtbot, dialogs)
    assert tags(path)["PNG:BitDepth"] == 16
    # Finer steps than 8 bits have come only with another run
    assert panel.primary.isEnabled()
    QTest.mouseClick(panel.primary, LEFT)
    wait_until(qtbot, window, lambda jobs: jobs[0].result is not job.result)
    (deep,) = wait_for_states(qtbot, window, JobState.DONE)
    assert deep.result is not None
    assert deep.result.bits == 16
    assert not panel.primary.isEnabled()
    panel.file.bits.button(0).click()  # as the original
    assert tags(save(window, qtbot, dialogs))["PNG:BitDepth"] == 8
    panel.file.bits.button(1).click()
    assert tags(save(window, qtbot, dialogs))["PNG:BitDepth"] == 8
    panel.file.bits.button(2).click()
    assert tags(save(window, qtbot, dialogs))["PNG:BitDepth"] == 16
    assert not panel.primary.isEnabled()


def test_a_background_is_laid_under_a_result(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    enlarged(window, qtbot, photograph(tmp_path / "a.png", "RGBA"))
    choose(window.options.file.format, "jpeg")
    QTest.mouseClick(window.options.save, LEFT)
    assert "a_2x.jpg: JPEG cannot hold transparency" in window.notice.text.text()
    assert not window.queue.saving
    choose(window.options.file.background, (255, 255, 255))
    path = save(window, qtbot, dialogs)
    with Image.open(path) as image:
        assert image.mode == "RGB"
        assert min(np.asarray(image)[:, :14].min(axis=(0, 1))) > 240


def test_an_ending_that_the_user_writes_counts_more_than_the_panel(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    enlarged(window, qtbot, photograph(tmp_path / "a.png"))
    choose(window.options.file.format, "webp")
    window.options.file.lossless.setChecked(True)
    dialogs.instead = "mine.jpg"
    path = save(window, qtbot, dialogs)
    assert dialogs.suggested.name == "a_2x.webp"
    with Image.open(path) as image:
        assert image.format == "JPEG"
    assert not window.actions_.save_all.isEnabled()  # it was saved as was wanted


def test_rows_with_options_of_their_own_and_all_others(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    sources = [photograph(tmp_path / name) for name in ("a.jpg", "b.jpg", "c.jpg")]
    jobs, queue = enlarged(window, qtbot, *sources), window.queue
    order = window.options.general_order()
    own = replace(order, save=SaveOptions("png", strip="all"))
    queue.set_order([jobs[1].id], own)
    choose(window.options.metadata.strip, "gps")  # while the first is in view
    window.actions_.save_all.trigger()
    wait_until(qtbot, window, lambda jobs: all(job.saved_to for job in jobs))
    first, second, third = (dialogs.folder / name for name in (
        "a_2x.jpg", "b_2x.png", "c_2x.jpg",
    ))  # fmt: skip
    assert places(first) == places(second) == places(third) == []
    assert tags(first)["IFD0:Model"] == "A camera"
    assert "IFD0:Model" not in tags(second)
    assert not window.actions_.save_all.isEnabled()
    assert window.options.foot.outdated.isHidden()

    # Saved with other options than are wanted now: to be saved again, beside the first file
    choose(window.options.metadata.strip, "all")
    assert window.options.foot.outdated.isVisible()
    assert [job.id for job in queue.to_be_saved()] == [jobs[0].id, jobs[2].id]
    assert window.actions_.save_all.isEnabled()
    window.actions_.save_all.trigger()
    wait_until(qtbot, window, lambda jobs: not any(job.saving for job in jobs))
    assert "IFD0:Model" not in tags(dialogs.folder / "a_2x-2.jpg")
    assert not (dialogs.folder / "b_2x-2.png").exists()
    choose(window.options.metadata.strip, "gps")
    queue.set_order([jobs[1].id], replace(own, save=SaveOptions("png", progressive=False)))
    assert len(queue.to_be_saved()) == 3


def test_what_is_saved_by_itself_has_the_options_of_its_end(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    hold, panel = tmp_path / "hold", window.options
    hold.touch()
    monkeypatch.setenv(HOLD, str(hold))
    window._engine.worker._engine.shutdown(1.0)  # the next request starts one that holds
    drop(window, photograph(tmp_path / "a.jpg"))
    wait_for_states(qtbot, window, JobState.READY)
    QTest.mouseClick(panel.primary, LEFT)
    wait_until(qtbot, window, lambda jobs: jobs[0].done >= 1)
    choose(panel.metadata.strip, "gps")
    choose(panel.file.format, "png")
    panel.destination.template.setText("late")
    choose(panel.destination.where, Where.BESIDE)
    hold.unlink()
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].saved_to is not None)
    assert job.saved_to == tmp_path / "late.png"
    assert places(job.saved_to) == []


def test_rows_of_the_last_session(
    window: MainWindow,
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
) -> None:
    deep = photograph(tmp_path / "b.png")
    Image.fromarray(np.arange(768, dtype=np.uint16).reshape(24, 32) * 85).save(deep)
    enlarged(window, qtbot, photograph(tmp_path / "a.jpg"), deep)
    window.close_unasked(keep=True)
    second = make_window(EngineProcess(saving_engine.run))
    second.queue_control.restore_bar.restore.click()
    wait_for_states(qtbot, second, JobState.DONE, JobState.DONE)
    choose(second.options.metadata.strip, "gps")
    second.actions_.save_all.trigger()
    wait_until(qtbot, second, lambda jobs: all(job.saved_to for job in jobs))
    assert places(dialogs.folder / "a_2x.jpg") == []
    assert tags(dialogs.folder / "b_2x.png")["PNG:BitDepth"] == 16


def test_what_other_programs_get_has_the_options_of_now(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    (job,) = enlarged(window, qtbot, photograph(tmp_path / "a.jpg"))
    exports, clipboard = window.shell.exports, QGuiApplication.clipboard()
    path = save(window, qtbot, dialogs)
    (job,) = window.queue.jobs()
    assert exports.file_of(job) == path
    window.shell.copy()
    assert [url.toLocalFile() for url in clipboard.mimeData().urls()] == [str(path)]
    choose(window.options.metadata.strip, "gps")
    assert exports.file_of(job) is None
    with qtbot.waitSignal(exports.ready, timeout=PATIENCE):
        exports.prepare(job)
    handed = exports.file_of(job)
    assert handed is not None
    assert handed.name == "a_2x.jpg"
    assert places(handed) == []
    window.shell.copy()
    assert clipboard.mimeData().urls() == []
    choose(window.options.file.format, "png")
    assert exports.file_of(job) is None


def test_a_name_that_cannot_be_is_said(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    (job,) = enlarged(window, qtbot, photograph(tmp_path / "a.jpg"))
    order = Order(job.result.options, SaveOptions(), Destination(Where.BESIDE, template="x" * 300))  # type: ignore[union-attr]
    window.queue.set_order([job.id], order)
    QTest.mouseClick(window.options.save, LEFT)
    assert "too long" in window.notice.text.text()
    window.queue.start([job.id], order)
    (job,) = wait_until(qtbot, window, lambda jobs: jobs[0].problem is not None)
    assert job.problem is not None
    assert "too long" in job.problem.why
    assert job.unsaved
    assert job.retriable
