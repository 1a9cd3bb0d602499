"""Every back end gives the reference's pixels, and the right one is chosen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from fdiwn.backends.choice import choose, open_backend
from fdiwn.backends.contract import Batch
from fdiwn.backends.openvino_backend import cache_folder
from fdiwn.backends.openvino_graph import to_openvino
from fdiwn.errors import EngineError
from fdiwn.network import FDIWN, FDIWNConfig
from fdiwn.weights import load_network

LEVEL = 0.01  # of 255


def noise(*shape: int) -> Batch:
    return np.random.default_rng(5).uniform(0, 255, shape).astype(np.float32)


def small_network() -> FDIWN:
    torch.manual_seed(2)
    return FDIWN(FDIWNConfig(3, 12, 12, 24, n_tail=32, n_fswg=2, n_channels=12))


def compare(network: FDIWN) -> None:
    reference = open_backend(network, "cpu", "torch")
    tested = open_backend(network, "cpu", "openvino")
    samples, window = noise(3, 3, 20, 28), noise(1, 3, 33, 24)
    expected, gates = reference.measure(samples)
    output, measured = tested.measure(samples)
    assert np.abs(output - expected).max() < LEVEL
    assert np.abs(measured - gates).max() < 1e-3 * max(1, np.abs(gates).max())
    assert np.abs(tested.run(window, gates) - reference.run(window, gates)).max() < LEVEL


def test_openvino_equals_torch() -> None:
    compare(small_network())


def test_openvino_equals_torch_with_the_authors_weights(shared: Path) -> None:
    compare(load_network(shared / "weights" / "fdiwn_x4_authors.pt"))


def test_compiled_models_are_kept_and_a_spoilt_cache_does_no_harm() -> None:
    network, samples = small_network(), noise(1, 3, 16, 16)
    _, gates = open_backend(network, "cpu", "torch").measure(samples)
    first = open_backend(network, "cpu", "openvino").run(samples, gates)
    kept = list(cache_folder().iterdir())
    assert kept
    for file in kept:
        file.write_bytes(b"spoilt" * 100)
    again = open_backend(network, "cpu", "openvino").run(samples, gates)
    assert np.array_equal(first, again)


def test_a_cache_that_cannot_be_written_does_no_harm() -> None:
    cache_folder().parent.mkdir(parents=True)
    cache_folder().write_bytes(b"a file where the folder should be")
    backend, window = open_backend(small_network(), "cpu", "openvino"), noise(1, 3, 16, 16)
    output = backend.run(window, backend.measure(window)[1])
    assert np.isfinite(output).all()


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (("auto", "auto"), ("cpu", "openvino")),
        (("cpu", "auto"), ("cpu", "openvino")),
        (("auto", "torch"), ("cpu", "torch")),
        (("auto", "openvino"), ("cpu", "openvino")),
    ],
)
def test_choice_without_a_gpu(
    monkeypatch: pytest.MonkeyPatch, asked: tuple[str, str], given: tuple[str, str]
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose(*asked) == given
    with pytest.raises(EngineError, match="no cuda"):
        choose("cuda", "auto")


def test_choice_with_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose("auto", "auto") == ("cuda", "torch")
    assert choose("cpu", "auto") == ("cpu", "openvino")
    assert choose("auto", "openvino") == ("cpu", "openvino")
    with pytest.raises(EngineError, match="OpenVINO"):
        choose("cuda", "openvino")


class _Unknown(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x.cumsum(1)


def test_an_unknown_operation_is_refused() -> None:
    with pytest.raises(TypeError, match="cumsum"):
        to_openvino(_Unknown(), [[1, 3, 4, 4]])


def test_openvino_does_not_phone_home() -> None:
    """Left alone, importing it opens a connection to its makers from a thread of its own."""
    code = (
        "import socket, sys, threading\n"
        "def refuse(*a, **k): print('NETWORK', a, file=sys.stderr); raise OSError\n"
        "socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse\n"
        "import fdiwn.backends.openvino_backend\n"
        "assert 'openvino' in sys.modules\n"
        "assert sys.modules['openvino_telemetry'] is None\n"
        "assert threading.active_count() == 1, threading.enumerate()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "NETWORK" not in done.stderr
