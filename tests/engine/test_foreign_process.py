"""Networks of others in processes of their own: the same pixels, limits, and stops are heard."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import onnx
import psutil
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from fdiwn.api.errors import Cancelled, DeviceFault, EngineError, WeightsError
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.models.foreign import frames, remote
from fdiwn.models.foreign.backend import ForeignBackend
from fdiwn.models.foreign.child import open_network
from fdiwn.models.foreign.files import ONNX, kind_of
from fdiwn.models.foreign.remote import RemoteNetwork
from fdiwn.models.weights import import_checkpoint
from tests.engine.batch_folder import ROOT, draw
from tests.engine.foreign_networks import Sharp, as_export, as_onnx, as_torchscript
from tests.forked_command import PRODUCT, Command

DEADLINE = 500.0  # the time limit of a test ends it earlier


def endless(path: Path, scale: int = 2) -> Path:
    """An ONNX file that counts for ever before it enlarges."""

    def value(name: str, kind: int, shape: list[int | str] | None) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    body = helper.make_graph(
        [
            helper.make_node("Identity", ["go"], ["go_on"]),
            helper.make_node("Identity", ["v"], ["w"]),
        ],
        "body",
        [value("n", TensorProto.INT64, []), value("go", TensorProto.BOOL, []),
         value("v", TensorProto.FLOAT, None)],
        [value("go_on", TensorProto.BOOL, []), value("w", TensorProto.FLOAT, None)],
    )  # fmt: skip
    graph = helper.make_graph(
        [
            helper.make_node("Loop", ["times", "true", "x"], ["z"], body=body),
            helper.make_node("Resize", ["z", "", "sizes"], ["y"], mode="nearest"),
        ],
        "endless",
        [value("x", TensorProto.FLOAT, [1, 3, "h", "w"])],
        [value("y", TensorProto.FLOAT, [1, 3, "H", "W"])],
        [
            numpy_helper.from_array(np.array([1, 1, scale, scale], np.float32), "sizes"),
            numpy_helper.from_array(np.array(2**40, np.int64), "times"),
            numpy_helper.from_array(np.array(True), "true"),
        ],
    )
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), path)
    return path


class Endless(nn.Module):
    """The same as a script."""

    def forward(self, x: Tensor) -> Tensor:
        y = x
        while bool(y.shape[0] > 0):
            y = y + 1.0
        return y


def endless_script(path: Path) -> Path:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.jit.script(Endless()).save(str(path))  # type: ignore[no-untyped-call]
    return path


class Presses:
    """Stops once the process is under way."""

    def __init__(self, seconds: float = 0.3) -> None:
        self._end = time.monotonic() + seconds

    def __call__(self) -> bool:
        return time.monotonic() > self._end


@pytest.mark.parametrize("kind", ["onnx", "torchscript", "torch.export"])
def test_the_pixels_are_the_same_as_in_this_process(kind: str, tmp_path: Path) -> None:
    path = {
        "onnx": lambda: as_onnx(tmp_path / "a.onnx"),
        "torchscript": lambda: as_torchscript(Sharp(), tmp_path / "a.pt"),
        "torch.export": lambda: as_export(Sharp(), tmp_path / "a.pt2"),
    }[kind]()
    assert kind_of(path) == kind
    batch = np.random.default_rng(1).random((1, 3, 9, 14), np.float32)
    network = RemoteNetwork(kind, path, "cpu", lambda: False)
    output = network.run(batch, lambda: False)
    network.close()
    assert output.shape == (1, 3, 18, 28)
    assert np.abs(output - open_network(kind, path, "cpu").run(batch)).max() < 1e-6


def networks() -> list[psutil.Process]:
    """The processes of networks; multiprocessing may have one of its own."""
    children = psutil.Process().children()
    return [child for child in children if "run-other" in child.cmdline()]


@pytest.mark.parametrize("make", [endless, endless_script])
def test_an_endless_network_hears_a_stop(make: object, tmp_path: Path) -> None:
    path = endless(tmp_path / "a.onnx") if make is endless else endless_script(tmp_path / "a.pt")
    network = RemoteNetwork(kind_of(path) or "", path, "cpu", lambda: False)
    batch = np.zeros((1, 3, 8, 8), np.float32)
    with pytest.raises(Cancelled):
        network.run(batch, Presses())
    assert networks() == []


def test_a_stop_is_heard_while_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        RemoteNetwork(ONNX, as_onnx(tmp_path / "a.onnx"), "cpu", lambda: True)


def test_after_a_stop_it_can_be_used_again(tmp_path: Path) -> None:
    network = RemoteNetwork(ONNX, as_onnx(tmp_path / "a.onnx"), "cpu", lambda: False)
    batch = np.zeros((1, 3, 8, 8), np.float32)
    with pytest.raises(Cancelled):
        network.run(batch, lambda: True)
    assert network.run(batch, lambda: False).shape == (1, 3, 16, 16)
    network.close()


def test_an_endless_network_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PASS", 0.5)
    monkeypatch.setattr(remote, "PER_PIXEL", 0.0)
    path = endless(tmp_path / "a.onnx")
    with pytest.raises(WeightsError, match="did not answer within") as caught:
        import_checkpoint(path, tmp_path / "models")
    assert "24" in caught.value.why or "40" in caught.value.why
    assert not (tmp_path / "models").exists()


def test_an_endless_pass_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PASS", 0.3)
    network = RemoteNetwork(ONNX, endless(tmp_path / "a.onnx"), "cpu", lambda: False)
    with pytest.raises(EngineError, match="did not answer") as caught:
        network.run(np.zeros((1, 3, 8, 8), np.float32), lambda: False)
    assert type(caught.value) is EngineError  # no other device is tried with it


def test_a_process_that_dies_is_a_fault(tmp_path: Path) -> None:
    network = RemoteNetwork(ONNX, endless(tmp_path / "a.onnx"), "cpu", lambda: False)

    def kill() -> bool:
        networks()[0].kill()
        return False

    with pytest.raises(DeviceFault, match="has ended"):
        network.run(np.zeros((1, 3, 8, 8), np.float32), kill)


def test_the_process_goes_with_the_network(tmp_path: Path) -> None:
    upscaler = Upscaler()
    backend = ForeignBackend(as_onnx(tmp_path / "a.onnx"), "cpu")
    assert backend.scale == 2
    assert len(networks()) == 1
    del backend, upscaler
    gc.collect()
    assert networks() == []


def command(*words: object, **environment: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    every = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    return Command(PRODUCT, list(map(str, words)), env=every, stdout=pipe, stderr=pipe)


def busy_child(process: subprocess.Popen[str]) -> psutil.Process:
    """The process of the network, once it computes."""
    parent, end = psutil.Process(process.pid), time.monotonic() + DEADLINE
    while time.monotonic() < end:
        assert process.poll() is None, process.communicate()
        for child in parent.children():
            with suppress(psutil.Error):  # it may not have begun
                if "run-other" in child.cmdline() and child.cpu_times().user > 0.5:
                    return child
        time.sleep(0.05)
    raise AssertionError("no process of a network")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("words", "number"),
    [(("models", "import"), signal.SIGTERM), (("upscale", "--model"), signal.SIGINT)],
)
def test_the_commands_hear_a_stop(
    words: tuple[str, str], number: signal.Signals, tmp_path: Path
) -> None:
    model, source = endless(tmp_path / "loop.onnx"), draw(tmp_path / "a.png", 1)
    more = [source, "-o", tmp_path / "b.png", "--scale", "2"] if words[0] == "upscale" else []
    process = command(*words, model, *more, FDIWN_MODELS_DIR=str(tmp_path / "models"))
    child = busy_child(process)
    process.send_signal(number)
    _, errors = process.communicate(timeout=DEADLINE)
    assert process.returncode == 130
    assert errors.startswith("Stopped.")
    assert not child.is_running()
    assert not (tmp_path / "b.png").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_it_ends_when_the_command_is_killed(tmp_path: Path) -> None:
    process = command("models", "import", endless(tmp_path / "loop.onnx"))
    child = busy_child(process)
    process.kill()
    process.communicate()
    psutil.wait_procs([child], timeout=DEADLINE)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_what_goes_between_them_is_numbers_and_text() -> None:
    read, write = os.pipe()
    batch = np.arange(24, dtype=np.float32).reshape(1, 2, 3, 4)
    error = WeightsError("a.onnx is no network", "it makes (1, 2)", "Give another")

    def tell() -> None:
        with os.fdopen(write, "wb") as pipe:
            frames.send(pipe, frames.BATCH, frames.packed(batch))
            frames.send(pipe, frames.FAILED, frames.packed_error(error))
            pipe.write(b"B\0\0")  # and then it dies

    teller = threading.Thread(target=tell)
    teller.start()
    with os.fdopen(read, "rb") as pipe:
        first, second, third = (frames.receive(pipe) for _ in range(3))
    teller.join()
    assert first is not None
    assert second is not None
    assert third is None
    assert np.array_equal(frames.unpacked(first[1]), batch)
    back = frames.unpacked_error(second[1])
    assert (type(back), str(back)) == (WeightsError, str(error))
    for wrong in (b'["SystemExit", "a"]', b'["os", "a"]', b"{}", b"\xff"):
        with pytest.raises(ValueError, match=r"error of ours|unpack|decode"):
            frames.unpacked_error(wrong)
