"""The engine process, driven through its real pipe with a fast engine inside."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from fdiwn.api.display_image import DisplayImage
from fdiwn.api.files import LOCK
from fdiwn.api.options import UpscaleOptions
from fdiwn.pixels.picture import Metadata
from fdiwn.service.client import engine_process as service
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.events import (
    Cancelled,
    Event,
    Failed,
    Finished,
    ModelReady,
    Opened,
    Progress,
    Ready,
    Saved,
)
from fdiwn.service.client.orders import Cancel, Forget, Task
from fdiwn.service.client.requests import Enlarge, Fetch, ImportModel, Open, Save
from fdiwn.service.client.scratch import SessionFolder
from fdiwn.service.server.display import write_display, write_thumbnail
from tests.forked import fork_engines
from tests.gui import fake_engine

DEADLINE = 60.0


@pytest.fixture(autouse=True)
def forked_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    fork_engines(monkeypatch)


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    process = EngineProcess(fake_engine.run)
    yield process
    process.shutdown()
    assert multiprocessing.active_children() == []


def until_closed(engine: EngineProcess, first: type | None = None) -> list[Event]:
    """Everything reported until nothing is unanswered (or a `first` has come)."""
    found: list[Event] = []
    end = time.monotonic() + DEADLINE
    while engine.busy and time.monotonic() < end:
        found += engine.events(timeout=0.2)
        if first is not None and any(isinstance(event, first) for event in found):
            return found
    assert not engine.busy, found
    return found


def test_open_gives_the_picture_for_the_screen(engine: EngineProcess, tmp_path: Path) -> None:
    source = fake_engine.draw(tmp_path / "a.png", 40, 30)
    engine.send(Open(1, source, tmp_path / "job"))
    opened = until_closed(engine)[-1]
    assert isinstance(opened, Opened)
    assert (opened.width, opened.height, opened.bands) == (40, 30, 3)
    raw = np.fromfile(opened.display.path, np.uint8)
    assert (raw.reshape(30, 40, 3) == fake_engine.FakeEngine().read(source).pixels).all()


def test_enlarge_then_save(engine: EngineProcess, tmp_path: Path) -> None:
    source = fake_engine.draw(tmp_path / "a.png", 40, 30)
    target = tmp_path / "a_3x.png"
    engine.send(Enlarge(1, source, UpscaleOptions(3), tmp_path / "job"))
    events = until_closed(engine)
    assert isinstance(events[0], Ready)
    steps = [event for event in events if isinstance(event, Progress)]
    assert [(s.done, s.total) for s in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert (finished.width, finished.height, finished.bits) == (120, 90, 8)
    assert (finished.kind, finished.source_size) == ("png", (40, 30))
    engine.send(Save(1, tmp_path / "job" / "run-1", target, overwrite=False))
    assert until_closed(engine) == [Saved(1, target)]
    before, after = (
        fake_engine.FakeEngine().read(source),
        fake_engine.FakeEngine().read(target),
    )
    assert (after.pixels == before.pixels.repeat(3, axis=0).repeat(3, axis=1)).all()


def test_save_never_overwrites_unasked(engine: EngineProcess, tmp_path: Path) -> None:
    source = fake_engine.draw(tmp_path / "a.png")
    target = tmp_path / "there.png"
    target.write_bytes(b"mine")
    engine.send(Enlarge(1, source, UpscaleOptions(2), tmp_path / "job"))
    until_closed(engine)
    engine.send(Save(1, tmp_path / "job" / "run-1", target, overwrite=False))
    failed = until_closed(engine)[-1]
    assert isinstance(failed, Failed)
    assert "exists already" in failed.why
    assert target.read_bytes() == b"mine"


def test_cancel_is_heard_between_tiles(engine: EngineProcess, tmp_path: Path) -> None:
    source = fake_engine.draw(tmp_path / "slow.png")
    engine.send(Enlarge(1, source, UpscaleOptions(2), tmp_path / "job"))
    until_closed(engine, first=Progress)
    engine.send(Cancel(1, Task.ENLARGE))
    events = until_closed(engine)
    assert events[-1] == Cancelled(1, Task.ENLARGE)
    assert sum(isinstance(event, Progress) for event in events) < fake_engine.SLOW_TILES // 4
    assert list((tmp_path / "job").iterdir()) == []


def test_a_waiting_enlargement_can_be_cancelled(engine: EngineProcess, tmp_path: Path) -> None:
    source = fake_engine.draw(tmp_path / "slow.png")
    engine.send(Enlarge(1, source, UpscaleOptions(2), tmp_path / "one"))
    engine.send(Enlarge(2, source, UpscaleOptions(2), tmp_path / "two"))
    until_closed(engine, first=Progress)
    engine.send(Cancel(2, Task.ENLARGE))
    assert Cancelled(2, Task.ENLARGE) in until_closed(engine, first=Cancelled)
    engine.send(Cancel(1, Task.ENLARGE))
    assert until_closed(engine)[-1] == Cancelled(1, Task.ENLARGE)


def test_pictures_open_while_another_is_enlarged(engine: EngineProcess, tmp_path: Path) -> None:
    slow, other = fake_engine.draw(tmp_path / "slow.png"), fake_engine.draw(tmp_path / "b.png")
    engine.send(Enlarge(1, slow, UpscaleOptions(2), tmp_path / "one"))
    until_closed(engine, first=Progress)
    engine.send(Open(2, other, tmp_path / "two", full=False))
    events = until_closed(engine, first=Opened)
    assert not any(isinstance(event, Finished) for event in events)
    engine.send(Cancel(1, Task.ENLARGE))
    until_closed(engine)


def test_a_deaf_engine_is_stopped_and_the_rest_is_done_by_the_next(
    engine: EngineProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CANCEL_PATIENCE", 0.2)
    deaf, other = fake_engine.draw(tmp_path / "deaf.png"), fake_engine.draw(tmp_path / "b.png")
    engine.send(Enlarge(1, deaf, UpscaleOptions(2), tmp_path / "one"))
    until_closed(engine, first=Ready)
    before = engine.pid
    engine.send(Open(2, other, tmp_path / "two"))
    engine.send(Cancel(1, Task.ENLARGE))
    events = until_closed(engine)
    assert Cancelled(1, Task.ENLARGE) in events
    assert isinstance(events[-1], Opened)
    assert engine.pid not in (before, None)


def test_errors_come_with_what_why_and_what_to_do(engine: EngineProcess, tmp_path: Path) -> None:
    engine.send(Open(1, tmp_path / "broken.png", tmp_path / "job"))
    assert until_closed(engine)[-1] == Failed(
        1, Task.OPEN, "broken.png cannot be opened", "it is damaged", "Try another file"
    )


def test_an_unforeseen_fault_fails_one_job_only(engine: EngineProcess, tmp_path: Path) -> None:
    engine.send(
        Enlarge(1, fake_engine.draw(tmp_path / "fault.png"), UpscaleOptions(2), tmp_path / "job")
    )
    failed = until_closed(engine)[-1]
    assert isinstance(failed, Failed)
    assert "nobody foresaw this" in failed.why
    assert "Traceback" in failed.details
    pid = engine.pid
    engine.send(Open(2, fake_engine.draw(tmp_path / "a.png"), tmp_path / "job2"))
    assert isinstance(until_closed(engine)[-1], Opened)
    assert engine.pid == pid


@pytest.mark.skipif(os.name == "nt", reason="signals kill processes on POSIX systems only")
def test_killed_engine_fails_the_job_and_starts_again(
    engine: EngineProcess, tmp_path: Path
) -> None:
    crash, good = fake_engine.draw(tmp_path / "crash.png"), fake_engine.draw(tmp_path / "a.png")
    engine.send(Enlarge(1, good, UpscaleOptions(2), tmp_path / "good"))
    until_closed(engine)
    engine.send(Enlarge(2, crash, UpscaleOptions(2), tmp_path / "crash"))
    failed = until_closed(engine)[-1]
    assert isinstance(failed, Failed)
    assert (failed.job_id, failed.task) == (2, Task.ENLARGE)
    assert "memory" in failed.why
    assert engine.pid is None
    # The next request starts a new process, which still knows what the first one made.
    engine.send(Save(1, tmp_path / "good" / "run-1", tmp_path / "a_2x.png", overwrite=False))
    assert isinstance(until_closed(engine)[-1], Saved)


def test_an_engine_that_cannot_start_says_so(tmp_path: Path) -> None:
    engine = EngineProcess(fake_engine.die_at_once)
    engine.send(Open(1, tmp_path / "a.png", tmp_path / "job"))
    failed = until_closed(engine)[-1]
    assert isinstance(failed, Failed)
    assert "exit code 3" in failed.why
    engine.shutdown()


def test_fetch_and_import(engine: EngineProcess, tmp_path: Path) -> None:
    engine.send(Fetch(7, "some-model"))
    assert until_closed(engine)[-1] == ModelReady(7, Task.FETCH, Path("some-model"))
    engine.send(Fetch(8, "slow-model"))
    until_closed(engine, first=Progress)
    engine.send(Cancel(8, Task.FETCH))
    assert until_closed(engine)[-1] == Cancelled(8, Task.FETCH)
    engine.send(ImportModel(9, tmp_path / "broken.pt"))
    assert isinstance(until_closed(engine)[-1], Failed)


def test_forget_removes_what_a_job_left(engine: EngineProcess, tmp_path: Path) -> None:
    source = fake_engine.draw(tmp_path / "a.png")
    engine.send(Enlarge(1, source, UpscaleOptions(2), tmp_path / "job"))
    until_closed(engine)
    assert (tmp_path / "job").is_dir()
    engine.send(Forget(1, tmp_path / "job"))
    engine.send(Open(2, source, tmp_path / "other"))
    until_closed(engine)
    assert not (tmp_path / "job").exists()


def test_a_second_enlargement_leaves_the_first_to_the_window(
    engine: EngineProcess, tmp_path: Path
) -> None:
    """What a killed process left goes, and each result can be saved from its own folder."""
    source = fake_engine.draw(tmp_path / "a.png")
    left = tmp_path / "job" / "run-1"
    left.mkdir(parents=True)
    (left / "result.raw").touch()
    for scale in (2, 3):
        engine.send(Enlarge(1, source, UpscaleOptions(scale), tmp_path / "job"))
        finished = until_closed(engine)[-1]
        assert isinstance(finished, Finished)
        assert finished.folder == tmp_path / "job" / f"run-{scale - 1}"
    for scale in (2, 3):
        target = tmp_path / f"a_{scale}x.png"
        engine.send(Save(1, tmp_path / "job" / f"run-{scale - 1}", target, overwrite=False))
        assert until_closed(engine) == [Saved(1, target)]
        assert fake_engine.FakeEngine().read(target).width == 40 * scale


def test_shutdown_ends_a_running_job(tmp_path: Path) -> None:
    engine = EngineProcess(fake_engine.run)
    engine.send(
        Enlarge(1, fake_engine.draw(tmp_path / "slow.png"), UpscaleOptions(2), tmp_path / "job")
    )
    until_closed(engine, first=Progress)
    started = time.monotonic()
    engine.shutdown(patience=DEADLINE)
    assert time.monotonic() - started < fake_engine.SLOW_TILES * fake_engine.SLOW_TILE_SECONDS / 2
    assert multiprocessing.active_children() == []


def test_the_window_side_loads_nothing_heavy() -> None:
    heavy = ("torch", "numpy", "cv2", "pyvips", "PySide6")
    module = "fdiwn.service.client.engine_process"
    code = f"import sys, {module}; sys.exit(any(m in sys.modules for m in {heavy}))"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


class TestSessionFolder:
    def test_is_removed_at_the_end(self, tmp_path: Path) -> None:
        session = SessionFolder(tmp_path / "root")
        assert session.path.is_dir()
        session.close()
        assert list((tmp_path / "root").iterdir()) == []

    def test_removes_what_a_crashed_session_left_and_nothing_else(self, tmp_path: Path) -> None:
        root = tmp_path / "root"
        alive = SessionFolder(root)
        dead = root / "session-dead"
        (dead / "job-1").mkdir(parents=True)
        (dead / LOCK).touch()
        for folder in (alive.path, dead):
            os.utime(folder, (0, 0))
        young = root / "session-young"
        young.mkdir()
        session = SessionFolder(root)
        assert {p.name for p in root.iterdir()} == {
            alive.path.name,
            session.path.name,
            young.name,
        }
        session.close()
        alive.close()


class TestDisplay:
    def test_levels_halve_and_follow_each_other(self) -> None:
        image = DisplayImage(Path("x"), 1001, 400, has_alpha=False)
        levels = image.levels()
        assert [(x.width, x.height) for x in levels] == [(1001, 400), (501, 200), (251, 100)]
        assert [x.offset for x in levels] == [0, 1001 * 400 * 3, (1001 * 400 + 501 * 200) * 3]
        assert image.total_bytes() == (1001 * 400 + 501 * 200 + 251 * 100) * 3

    @pytest.mark.parametrize("size", [(1300, 700), (701, 1301), (64, 2000), (1, 1)])
    def test_file_holds_every_level(self, tmp_path: Path, size: tuple[int, int]) -> None:
        width, height = size
        pixels = _smooth(width, height, 3)
        image = write_display(pixels, Metadata(), tmp_path / "x")
        assert image.path.stat().st_size == image.total_bytes()
        raw = np.fromfile(image.path, np.uint8)
        for level in image.levels():
            count = level.width * level.height * 3
            small = raw[level.offset : level.offset + count].reshape(level.height, level.width, 3)
            # A misplaced stripe or level would shift the gradient, and so the mean of a quarter.
            rows, columns = (level.height + 1) // 2, (level.width + 1) // 2
            expected = pixels[: (height + 1) // 2, : (width + 1) // 2].mean()
            assert small[:rows, :columns].mean() == pytest.approx(expected, abs=4)

    @pytest.mark.parametrize("bands", [1, 2, 3, 4])
    @pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
    def test_any_picture_becomes_8_bit_rgb(self, tmp_path: Path, bands: int, dtype: type) -> None:
        small = _smooth(20, 10, bands)
        pixels = small if dtype is np.uint8 else small.astype(np.uint16) * 257
        image = write_display(pixels, Metadata(), tmp_path / "x")
        raw = np.fromfile(image.path, np.uint8).reshape(10, 20, image.bytes_per_pixel)
        colour = small[..., :-1] if bands in {2, 4} else small
        assert (raw[..., :3] == colour).all()
        assert image.has_alpha == (bands in {2, 4})
        if image.has_alpha:
            assert (raw[..., 3] == small[..., -1]).all()

    def test_thumbnail_is_small(self, tmp_path: Path) -> None:
        image = write_thumbnail(_smooth(2000, 1000, 3), Metadata(), tmp_path / "x")
        assert (image.width, image.height) == (256, 128)

    def test_a_profile_is_applied(self, tmp_path: Path) -> None:
        import pyvips

        gamma_1_8 = pyvips.Image.profile_load("p3")
        metadata = Metadata({"icc-profile-data": bytes(gamma_1_8)})
        pixels = np.full((4, 4, 3), (200, 100, 50), np.uint8)
        image = write_display(pixels, metadata, tmp_path / "x")
        raw = np.fromfile(image.path, np.uint8).reshape(4, 4, 3)
        assert raw[0, 0, 0] > 205  # a P3 red is a stronger sRGB red

    def test_an_unreadable_profile_is_passed_over(self, tmp_path: Path) -> None:
        pixels = _smooth(20, 10, 3)
        metadata = Metadata({"icc-profile-data": b"nonsense"})
        image = write_display(pixels, metadata, tmp_path / "x")
        assert (np.fromfile(image.path, np.uint8) == pixels.ravel()).all()


def _smooth(width: int, height: int, bands: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    columns, rows = np.meshgrid(np.linspace(0, 200, width), np.linspace(0, 55, height))
    return (
        np.stack([columns + rows - band for band in range(bands)], axis=2)
        .clip(0, 255)
        .astype(np.uint8)
    )
