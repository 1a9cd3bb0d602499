"""The trial of the GPU, with made-up GPUs: fast, slow, wrong, crashing, hanging, or none."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import psutil
import pytest

from fdiwn.api.errors import DeviceFault, EngineError
from fdiwn.api.json_records import to_plain
from fdiwn.api.reports import chosen
from fdiwn.backends import choice, gpu_trial, graphics_drivers, webgpu
from fdiwn.backends.choice import Place, choose
from fdiwn.backends.contract import Gates
from fdiwn.backends.gpu_trial import GpuTrial
from fdiwn.diagnostics import gpu_trial_child
from fdiwn.diagnostics.devices import devices
from fdiwn.pixels.planes import Batch

ROOT = Path(__file__).resolve().parents[2]

FAST = GpuTrial("Radeon 780M", 6.04, ("float16", "float32"))
SLOW = GpuTrial("UHD 605", 0.4, ("float32",))
WRONG = GpuTrial("Odd GPU", reason="it computes wrongly: off by 91 of 255 in float32")


@pytest.fixture(autouse=True)
def a_gpu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system names one, of which nothing is known yet; and neither CUDA nor MPS."""
    monkeypatch.setattr(gpu_trial, "graphics_drivers", lambda: ["0x1002 0x15bf amdgpu"])
    monkeypatch.setattr(choice, "cuda_is_there", lambda: False)
    monkeypatch.setattr(choice, "mps_is_there", lambda: False)
    gpu_trial._trial.cache_clear()
    yield
    gpu_trial._trial.cache_clear()


def child(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """The process that tries the GPU."""
    monkeypatch.setattr(gpu_trial, "own_command", lambda *words: [sys.executable, "-c", program])


def answers(monkeypatch: pytest.MonkeyPatch, trial: GpuTrial) -> None:
    child(monkeypatch, f"print({json.dumps(to_plain(trial))!r})")


def test_a_fast_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, FAST)
    assert choose("auto", "auto") == Place("webgpu", "onnxruntime", "float16")
    assert choose("gpu", "auto", "float32") == Place("webgpu", "onnxruntime", "float32")
    assert choose("auto", "openvino", "float32") == Place("cpu", "openvino", "float32")
    found = devices()
    first = chosen(found, "auto")
    assert first is not None
    assert (first.id, first.name, first.speed, first.fastest) == (
        "webgpu", "Radeon 780M", 6.04, "float16",
    )  # fmt: skip
    assert chosen(found, "gpu") == first
    with pytest.raises(EngineError, match="does not compute in bfloat16"):
        choose("webgpu", "auto", "bfloat16")
    with pytest.raises(EngineError, match="PyTorch does not compute on webgpu"):
        choose("webgpu", "torch")


def test_a_slow_one_is_taken_on_request_only(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, SLOW)
    assert choose("auto", "auto").device == "cpu"
    assert choose("webgpu", "auto") == Place("webgpu", "onnxruntime", "float32")
    assert choose("auto", "onnxruntime").device == "webgpu"
    found = devices()
    first = chosen(found, "auto")
    assert first is not None
    assert first.id == "cpu"


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (f"print({json.dumps(to_plain(WRONG))!r})", "it computes wrongly"),
        ("import os; os.abort()", "exit code"),
        ("print('no JSON')", "exit code 0"),
        ("import time; time.sleep(60)", "did not answer"),
    ],
)
def test_a_bad_one_is_ruled_out_and_says_why(
    program: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gpu_trial, "TIMEOUT", 1.0 if "sleep" in program else 30.0)
    child(monkeypatch, program)
    assert choose("auto", "auto").device == "cpu"
    for device in ("webgpu", "gpu"):
        with pytest.raises(EngineError) as caught:
            choose(device, "auto")
        assert reason in caught.value.why
    (found,) = (device for device in devices() if device.id == "webgpu")
    assert not found.present
    assert reason in found.problem


def test_it_is_tried_once_for_each_machine_and_driver(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runs = tmp_path / "runs"
    answer = json.dumps(to_plain(FAST))
    child(monkeypatch, f"open({str(runs)!r}, 'a').write('x'); print({answer!r})")
    for _ in range(2):
        trial = gpu_trial.gpu_trial()
        assert trial is not None
        assert trial.wins
        gpu_trial._trial.cache_clear()  # as another start of the program
    assert runs.read_text(encoding="utf-8") == "x"
    monkeypatch.setattr(gpu_trial, "graphics_drivers", lambda: ["0x1002 0x15bf amdgpu, newer"])
    assert gpu_trial.gpu_trial() is not None
    assert runs.read_text(encoding="utf-8") == "xx"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"speed": "fast"}'])
def test_a_damaged_answer_is_asked_for_again(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, FAST)
    assert gpu_trial.gpu_trial() is not None
    (file,) = (Path.home() / "cache").rglob("gpu.json")
    file.write_text(content)
    gpu_trial._trial.cache_clear()
    answers(monkeypatch, SLOW)
    trial = gpu_trial.gpu_trial()
    assert trial is not None
    assert trial.name == SLOW.name


def test_a_trial_that_takes_everything_down_is_made_twice_at_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def crash() -> GpuTrial:
        raise KeyboardInterrupt  # as if the computer went off

    monkeypatch.setattr(gpu_trial, "_run", crash)
    for _ in range(gpu_trial.MOST_UNFINISHED):
        with pytest.raises(KeyboardInterrupt):
            gpu_trial.gpu_trial()
    trial = gpu_trial.gpu_trial()
    assert trial is not None
    assert not trial.precisions
    assert "not finished" in trial.reason
    assert choose("auto", "auto").device == "cpu"


def test_a_trial_that_was_cut_short_once_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(gpu_trial, "_run", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            gpu_trial.gpu_trial()
    answers(monkeypatch, FAST)
    trial = gpu_trial.gpu_trial()
    assert trial is not None
    assert trial.wins
    gpu_trial._trial.cache_clear()
    child(monkeypatch, "raise SystemExit('it was tried again')")
    again = gpu_trial.gpu_trial()
    assert again == trial


@pytest.mark.skipif(sys.platform == "win32", reason="a killed parent of POSIX")
def test_the_child_ends_with_the_one_that_asks(tmp_path: Path) -> None:
    program = (
        "import subprocess, sys\n"
        "from fdiwn.backends import gpu_trial\n"
        "endless = 'from fdiwn.diagnostics.gpu_trial_child import end_with_parent as end; '\n"
        "endless += 'import os, time; end(); open(sys.argv[1], \"w\").write(str(os.getpid())); '\n"
        "endless = 'import sys; ' + endless + 'time.sleep(60)'\n"
        "gpu_trial.own_command = lambda name: [sys.executable, '-c', endless, sys.argv[1]]\n"
        "gpu_trial._run()\n"
    )
    note = tmp_path / "pid"
    parent = subprocess.Popen([sys.executable, "-c", program, str(note)], cwd=ROOT)
    end = time.monotonic() + 60
    while not (note.exists() and note.read_text(encoding="utf-8")):
        assert time.monotonic() < end
        time.sleep(0.05)
    process = psutil.Process(int(note.read_text(encoding="utf-8")))
    parent.kill()
    parent.wait()
    psutil.wait_procs([process], timeout=30)
    assert not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_without_a_gpu_nothing_is_tried_or_loaded(tmp_path: Path) -> None:
    """In a process of its own, as the whole of the program does it."""
    program = (
        "import sys\n"
        "from fdiwn.backends import gpu_trial\n"
        "from fdiwn.backends.choice import choose\n"
        "gpu_trial.graphics_drivers = list\n"
        "gpu_trial._run = None\n"
        "print(choose('auto', 'auto').device, 'onnxruntime' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert done.stdout.split() == ["cpu", "False"], done.stderr


def test_the_drivers_of_linux_are_listed(tmp_path: Path) -> None:
    assert graphics_drivers._of_linux(tmp_path) == []
    node = tmp_path / "sys/class/drm/renderD128/device"
    node.mkdir(parents=True)
    (node / "vendor").write_text("0x1002\n")
    (node / "device").write_text("0x15bf\n")
    release = tmp_path / "proc/sys/kernel/osrelease"
    release.parent.mkdir(parents=True)
    release.write_text("6.1.0\n")
    before = graphics_drivers._of_linux(tmp_path)
    assert before[0].startswith("0x1002 0x15bf")
    assert "6.1.0" in before
    driver = tmp_path / "usr/share/vulkan/icd.d/radeon_icd.json"
    driver.parent.mkdir(parents=True)
    driver.write_text("{}")
    assert graphics_drivers._of_linux(tmp_path) != before


class MadeUp:
    """A back end that is off by so much."""

    def __init__(self, off: float) -> None:
        self.off = off

    def _enlarged(self, window: Batch) -> Batch:
        output: Batch = window.repeat(2, 2).repeat(2, 3) + np.float32(self.off)
        return output

    def measure(self, samples: Batch) -> tuple[Batch, Gates]:
        return self._enlarged(samples), np.zeros((1, 1, 1, 1), np.float32)

    def run(self, passes: Any) -> Iterator[Batch]:
        for window, _ in passes:
            yield self._enlarged(window)


@pytest.mark.parametrize(
    ("off", "precisions", "reason"),
    [
        ({"float16": 0.1, "float32": 0.0}, ("float16", "float32"), ""),
        ({"float16": 0.6, "float32": 0.0}, ("float32",), ""),
        ({"float16": 9.0, "float32": 0.0}, ("float32",), ""),
        ({"float16": 0.1, "float32": 91.0}, (), "off by 91"),
        ({"float16": 0.1, "float32": float("nan")}, (), "off by nan"),
        ({"float16": 0.1, "float32": DeviceFault("It failed", "lost")}, (), "lost"),
        ({"float16": DeviceFault("It failed", "no f16"), "float32": 0.0}, ("float32",), ""),
    ],
)
def test_the_child_compares_with_the_processor(
    off: dict[str, Any], precisions: tuple[str, ...], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(source: object, place: Place) -> MadeUp:
        amount = off[place.precision] if place.device == "webgpu" else 0.0
        if isinstance(amount, Exception):
            raise amount
        return MadeUp(amount)

    adapter = SimpleNamespace(name="made up")
    monkeypatch.setattr(webgpu, "adapters", lambda: [adapter])
    monkeypatch.setattr(webgpu, "adapter_name", lambda found: found.name)
    monkeypatch.setattr(gpu_trial_child, "open_backend", opened)
    found = gpu_trial_child.examine()
    assert (found.name, found.precisions) == ("made up", precisions)
    assert reason in found.reason
    assert bool(found.reason) is bool(reason)
    assert (found.speed > 0) is bool(precisions)


def test_the_child_without_a_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webgpu, "adapters", list)
    assert "no driver" in gpu_trial_child.examine().reason

    def broken() -> list[object]:
        raise ImportError("libdawn")

    monkeypatch.setattr(webgpu, "adapters", broken)
    assert "libdawn" in gpu_trial_child.examine().reason
