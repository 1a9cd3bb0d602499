"""``fdiwn-upscaler --edit``, started and waited for as another program does it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
import pyvips
from pytestqt.qtbot import QtBot

from app.desktop.single_instance import SingleInstance
from app.main import main
from app.queue.session import session_file
from app.settings import settings
from fdiwn.service.client.scratch import default_root
from tests.gui import fake_engine
from tests.gui.edit_program import PLAN
from tests.gui.saving_engine import HOLD, HOLD_WRITING

ROOT = Path(__file__).parents[2]
PROGRAM = ["-m", "tests.gui.edit_program"]


@contextmanager
def started(plan: str, *arguments: object, **more: str) -> Iterator[subprocess.Popen[str]]:
    """The other program's side: starts it, and takes down what it says."""
    process = subprocess.Popen(
        [sys.executable, *PROGRAM, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), PLAN: plan, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ended(process: subprocess.Popen[str]) -> tuple[int, list[str]]:
    """The exit code, and what was said on stderr besides the log, whose lines begin with a date."""
    _, said = process.communicate(timeout=100)
    return process.returncode, [line for line in said.splitlines() if line[:2] != "20"]


def edit(plan: str, *arguments: object) -> tuple[int, list[str]]:
    with started(plan, *arguments) as process:
        return ended(process)


@pytest.fixture
def picture(tmp_path: Path, models: Path) -> Path:
    """In a folder of its own, with words in it that have to stay."""
    folder = tmp_path / "other program"
    folder.mkdir()
    path = folder / "photo é.jpg"
    image = pyvips.Image.new_from_file(str(fake_engine.draw(tmp_path / "drawn.png"))).copy()
    image.set_type(pyvips.GValue.gstr_type, "exif-ifd0-Artist", "Ada")
    image.write_to_file(str(path))
    return path


def width(path: Path) -> int:
    return int(pyvips.Image.new_from_file(str(path)).width)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def nothing_is_remembered() -> bool:
    """Of this picture: no settings, no session, no pixels."""
    kept = session_file.default_folder()
    return not (
        settings.default_path().exists() or (kept.is_dir() and names(kept)) or names(default_root())
    )


def test_done_replaces_the_picture_itself(picture: Path) -> None:
    assert edit("done", "--edit", picture) == (0, [])
    assert width(picture) == 160
    assert "Ada" in pyvips.Image.new_from_file(str(picture)).get("exif-ifd0-Artist")
    assert names(picture.parent) == [picture.name]
    assert nothing_is_remembered()


def test_while_another_window_runs_it_waits_for_its_own(
    picture: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """And the format is that of the name that was asked for."""
    first = SingleInstance()
    assert not first.hand_over([])
    target = tmp_path / "for the other.png"
    original = picture.read_bytes()
    try:
        with qtbot.assertNotEmitted(first.arrived):
            assert edit("done", "--edit", picture, "--output", target) == (0, [])
    finally:
        first.close()
    assert target.read_bytes().startswith(b"\x89PNG")
    assert width(target) == 160
    assert picture.read_bytes() == original


def test_cancelled_nothing_has_changed(picture: Path, tmp_path: Path) -> None:
    original = picture.read_bytes()
    assert edit("cancel", "--edit", picture, "--output", tmp_path / "no.jpg") == (1, [])
    assert picture.read_bytes() == original
    assert not (tmp_path / "no.jpg").exists()
    assert names(picture.parent) == [picture.name]
    assert nothing_is_remembered()


def test_cancelled_while_it_works(picture: Path, tmp_path: Path) -> None:
    hold = tmp_path / "hold"
    hold.touch()
    original = picture.read_bytes()
    with started("done cancel", "--edit", picture, **{HOLD: str(hold)}) as process:
        assert ended(process) == (1, [])
    assert picture.read_bytes() == original


def test_what_cannot_be_read_is_said(picture: Path) -> None:
    picture.write_bytes(b"not a picture")
    code, said = edit("cancel", "--edit", picture)
    assert code == 3
    assert picture.name in said[-1]
    assert not any("Traceback" in line for line in said)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX systems")
def test_killed_in_the_middle_the_picture_is_untouched(picture: Path, tmp_path: Path) -> None:
    hold = tmp_path / "hold"
    hold.touch()
    original = picture.read_bytes()
    with started("done", "--edit", picture, **{HOLD: str(hold)}) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "pressed done\n"
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
        assert process.wait(timeout=60) == -signal.SIGKILL
    assert psutil.wait_procs(children, timeout=20)[1] == []
    assert picture.read_bytes() == original
    assert names(picture.parent) == [picture.name]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX systems")
def test_killed_while_it_writes_the_picture_is_untouched(
    picture: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    sign = tmp_path / "written"
    original = picture.read_bytes()
    with started("done", "--edit", picture, **{HOLD_WRITING: str(sign)}) as process:
        qtbot.waitUntil(sign.exists, timeout=60_000)
        children = psutil.Process(process.pid).children(recursive=True)
        for one in (*children, process):
            one.kill()
        process.wait(timeout=60)
        assert psutil.wait_procs(children, timeout=20)[1] == []
    assert picture.read_bytes() == original


def test_wrong_usage_is_refused_at_the_start(picture: Path) -> None:
    """By the program as it is, without a window."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--edit", str(picture), "--output", "no/such/folder/a.png"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "there is no folder" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output", "a.png"], "--output is for --edit"),
        (["--edit", "PICTURE", "other.png"], "one picture"),
        (["--edit", "missing.png"], "no such file"),
        (["--edit", "FOLDER"], "not a file"),
        (["--edit", "x" * 300 + ".png"], "too long"),
        (["--edit", "PICTURE", "--output", "a.bmp"], "'.bmp' are not written"),
        (["--edit", "PICTURE", "--output", "FOLDER"], "cannot be written"),
        (["--edit", "RAW"], "--output"),
    ],
)
def test_what_makes_no_sense_has_a_message_and_code_2(
    picture: Path,
    arguments: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    raw = picture.with_suffix(".nef")
    raw.touch()
    words = {"PICTURE": str(picture), "FOLDER": str(picture.parent), "RAW": str(raw)}
    monkeypatch.setattr(sys, "argv", ["fdiwn-upscaler", *(words.get(a, a) for a in arguments)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert said in capsys.readouterr().err
