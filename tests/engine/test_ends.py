"""However a run is ended: asked to by the system it cleans up, killed its leftovers go later."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from fdiwn.api import files
from fdiwn.api.files import LOCK, work_folder
from fdiwn.api.names import DISTRIBUTION
from fdiwn.api.options import UpscaleOptions
from fdiwn.batch.journal import unfinished
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.events import Progress
from fdiwn.service.client.requests import Enlarge
from tests.engine.batch_folder import draw, draw_many, start
from tests.forked import fork_engines
from tests.forked_command import PRODUCT, Command
from tests.gui import fake_engine

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

DEADLINE = 500.0  # the time limit of a test ends it earlier
ENDS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
each_signal = pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
Process = subprocess.Popen[str]


def wait_until(ready: Callable[[], object], process: Process) -> None:
    end = time.monotonic() + DEADLINE
    while not ready():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.02)


def ended(process: Process) -> tuple[int, str]:
    out, errors = process.communicate(timeout=DEADLINE)
    assert "Traceback" not in out + errors
    return process.returncode, errors


def hidden(folder: Path) -> list[Path]:
    return [path for path in folder.rglob(".fdiwn-*") if path.name != ".fdiwn-batch"]


@each_signal
def test_upscale(tmp_path: Path, number: signal.Signals) -> None:
    sources = [draw(tmp_path / f"{n}.png", n) for n in range(2)]
    out = tmp_path / "out"
    process = start(["upscale", *map(str, sources), "-o", str(out), "--scale", "2"], seconds=90)
    wait_until(lambda: hidden(out), process)
    process.send_signal(number)
    code, errors = ended(process)
    assert (code, errors) == (130, "Stopped. Nothing unfinished was left behind.\n")
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("number", ENDS[1:], ids=lambda number: number.name)
def test_a_signal_of_the_system_that_comes_twice_is_no_impatience(
    tmp_path: Path, number: signal.Signals
) -> None:
    draw_many(tmp_path / "in", 3)
    out = tmp_path / "out"
    process = start(["batch", str(tmp_path / "in"), str(out), "--scale", "2"], seconds=90)
    wait_until(lambda: hidden(out), process)
    process.send_signal(number)
    process.send_signal(number)
    assert ended(process)[0] == 130
    assert hidden(out) == []


@each_signal
def test_batch(tmp_path: Path, number: signal.Signals) -> None:
    draw_many(tmp_path / "in", 3)
    out, report = tmp_path / "out", tmp_path / "report.csv"
    words = ["batch", str(tmp_path / "in"), str(out), "--scale", "2", "--report", str(report)]
    process = start(words, seconds=90)
    wait_until(lambda: hidden(out), process)
    process.send_signal(number)
    code, errors = ended(process)
    assert code == 130
    assert "--resume goes on" in errors + "--resume goes on"
    assert hidden(out) == []
    left = unfinished(out)
    assert left is not None
    assert (left.left, left.in_use) == (3, False)
    assert report.read_text(encoding="utf-8-sig").count("not reached") == 3
    again = start(["batch", str(tmp_path / "in"), str(out), "--scale", "2", "--resume"])
    assert ended(again)[0] == 0
    assert unfinished(out) is None


def product(*words: object) -> Process:
    environment, pipe = os.environ | {"PYTHONUNBUFFERED": "1"}, subprocess.PIPE
    return Command(PRODUCT, list(map(str, words)), env=environment, stdout=pipe, stderr=pipe)


def test_train(tmp_path: Path) -> None:
    for n in range(2):
        draw(tmp_path / "photos" / f"{n}.png", n, (64, 64))
    run = tmp_path / "run"
    small = ("--batch", "1", "--patch", "8", "--scale", "2", "--ablation", "units-48")
    process = product("train", tmp_path / "photos", "-o", run, "--minutes", "30", *small)
    wait_until((run / "log.jsonl").exists, process)
    process.send_signal(signal.SIGTERM)
    assert ended(process)[0] == 130
    found = {path.name for path in run.iterdir()}
    assert {"checkpoint.pt", "log.jsonl", "loss.png"} <= found
    assert any(name.endswith(".safetensors") for name in found)
    assert not [name for name in found if name.startswith(".")]


def test_eval(tmp_path: Path, bicubic_models: dict[int, Path]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (640, 640, 3), np.uint8)
    for n in range(3):
        (tmp_path / "set" / "HR").mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(tmp_path / "set" / "HR" / f"{n}.png")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    os.environ["TMPDIR"] = str(scratch)
    try:
        process = product(
            "eval", "--dataset", tmp_path / "set", "--scale", "2", "--backend", "torch",
            "--model", bicubic_models[2],
        )  # fmt: skip
    finally:
        del os.environ["TMPDIR"]
    wait_until(lambda: list(scratch.glob(".fdiwn-*/*.rows")), process)
    process.send_signal(signal.SIGTERM)
    assert ended(process)[0] == 130
    assert hidden(scratch) == []


@pytest.mark.parametrize("number", ENDS[:2], ids=lambda number: number.name)
def test_bench_in_the_middle_of_a_launch(
    tmp_path: Path, number: signal.Signals, bicubic_models: dict[int, Path]
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    os.environ["TMPDIR"] = str(scratch)
    try:
        words = ("--scale", "2", "--size", "64x48", "--rounds", "500")
        process = product("bench", *words, "--model", bicubic_models[2])
    finally:
        del os.environ["TMPDIR"]
    parent = psutil.Process(process.pid)

    def ours() -> list[Path]:
        """Without the cache that PyTorch keeps there for itself."""
        return [p for p in scratch.iterdir() if not p.name.startswith("torchinductor_")]

    wait_until(parent.children, process)
    for each in (process, *parent.children()) if number == signal.SIGINT else (process,):
        each.send_signal(number)  # a terminal sends Ctrl+C to all
    code, errors = ended(process)
    assert (code, errors.strip()) == (130, "Stopped.")
    assert ours() == []


@pytest.mark.parametrize("number", ENDS[1:], ids=lambda number: number.name)
@pytest.mark.parametrize("busy", [True, False])
def test_the_engine_of_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, busy: bool
) -> None:
    fork_engines(monkeypatch)
    engine = EngineProcess(fake_engine.run)
    source = fake_engine.draw(tmp_path / ("slow.png" if busy else "a.png"), 40, 30)
    engine.send(Enlarge(1, source, UpscaleOptions(3), tmp_path / "job"))
    end = time.monotonic() + DEADLINE
    while not any(isinstance(event, Progress) for event in engine.events(0.2)):
        assert time.monotonic() < end
    while not busy and engine.busy:
        engine.events(0.2)
    (child,) = multiprocessing.active_children()
    os.kill(child.pid or 0, number)
    child.join(DEADLINE)
    assert child.exitcode == 0  # it came to its end by itself
    assert not busy or list((tmp_path / "job").glob("run-*")) == []
    engine.shutdown()


def test_nohup_is_heard(tmp_path: Path) -> None:
    """What is to go on when the terminal is closed does."""
    source, out = draw(tmp_path / "a.png", 1), tmp_path / "out"
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        process = start(["upscale", str(source), "-o", f"{out}/", "--scale", "2"], seconds=2)
    finally:
        signal.signal(signal.SIGHUP, before)
    wait_until(lambda: hidden(out), process)
    process.send_signal(signal.SIGHUP)
    assert ended(process)[0] == 0
    assert [path.name for path in out.iterdir()] == ["a_2x.png"]


@pytest.mark.parametrize("elsewhere", [True, False])
def test_leftovers_of_a_killed_run_go_with_the_next(tmp_path: Path, elsewhere: bool) -> None:
    source, out = draw(tmp_path / "a.png", 1), tmp_path / "out"
    process = start(["upscale", str(source), "-o", f"{out}/", "--scale", "2"], seconds=90)
    wait_until(lambda: list(out.glob(f"*/{LOCK}")), process)
    process.kill()
    process.communicate()
    assert len(hidden(out)) == 1
    folder = tmp_path / "other" if elsewhere else out
    again = start(["upscale", str(source), "-o", f"{folder}/", "--scale", "2"])
    assert ended(again)[0] == 0
    assert hidden(out) == []
    assert list((tmp_path / "home" / "state" / DISTRIBUTION / "unfinished").iterdir()) == []


def test_leftovers_of_a_killed_batch_go_with_the_next(tmp_path: Path) -> None:
    draw(tmp_path / "in" / "a.png", 1)
    words = ["batch", str(tmp_path / "in"), str(tmp_path / "out"), "--scale", "2"]
    process = start(words, seconds=90)
    wait_until(lambda: list((tmp_path / "out").glob(f"*.batch/*/{LOCK}")), process)
    process.kill()
    process.communicate()
    with work_folder(tmp_path):
        assert not list((tmp_path / "out").glob("*.batch/.fdiwn-*"))  # what takes gigabytes
    assert ended(start(words))[0] == 0
    assert hidden(tmp_path / "out") == []


def test_a_look_at_a_folder_that_is_just_made_does_not_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who looks holds the lock for a moment. A folder that went without it was removed in use."""
    real = files._take_note
    looks: list[threading.Timer] = []

    def looked_at(note: Path, folder: Path) -> None:
        real(note, folder)
        lock = (folder / LOCK).open("wb")
        assert files.try_lock(lock)
        looks.append(threading.Timer(0.3, lock.close))
        looks[0].start()

    with monkeypatch.context() as patch:
        patch.setattr(files, "_take_note", looked_at)
        folder = work_folder(tmp_path)
        mine = folder.__enter__()
    with ExitStack() as stack:
        stack.push(folder)
        looks[0].join()
        with work_folder(tmp_path):
            assert mine.exists()


def test_folders_of_others_are_left(tmp_path: Path) -> None:
    """In use, of another computer, just being made, on a drive that is away."""
    notes = tmp_path / "home" / "state" / DISTRIBUTION / "unfinished"
    foreign, new = tmp_path / ".fdiwn-foreign.part", tmp_path / ".fdiwn-new.part"
    for folder in (foreign, new):
        folder.mkdir()
    (foreign / LOCK).write_bytes(b"another computer")
    with work_folder(tmp_path) as mine:
        away = tmp_path / "drive" / mine.name
        (notes / ".fdiwn-away.part").write_bytes(b"/nowhere/at/all/.fdiwn-away.part")
        (notes / ".fdiwn-odd.part").write_bytes(os.fsencode(tmp_path / "home"))
        with work_folder(tmp_path):
            assert mine.exists()
        assert not away.exists()
    assert foreign.exists()
    assert new.exists()
    assert (tmp_path / "home").exists()
    assert [note.name for note in notes.iterdir()] == [".fdiwn-away.part"]
    os.utime(new, (1, 1))
    with work_folder(tmp_path):
        assert not new.exists()  # long ago, and nothing in it
    shutil.rmtree(foreign)
