"""Every back end gives the reference's pixels, and the right one is chosen."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from fdiwn.api.errors import Cancelled, EngineError, OutOfMemory, WeightsError
from fdiwn.backends import openvino_backend
from fdiwn.backends.choice import REFERENCE, Place, choose
from fdiwn.backends.contract import Backend, Cut, Gates, Prepares, Shape
from fdiwn.backends.graph_cache import COMPILED, GRAPHS, cache_folder, is_first_use, keep_newest
from fdiwn.backends.openvino_backend import OpenVINOBackend
from fdiwn.backends.openvino_graph import to_openvino
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.models.weights import load_fdiwn
from fdiwn.network.network import FDIWN
from fdiwn.pixels.planes import Batch
from tests.engine.conftest import smallest

LEVEL = 0.01  # of 255


def noise(*shape: int) -> Batch:
    return np.random.default_rng(5).uniform(0, 255, shape).astype(np.float32)


def small_network() -> FDIWN:
    torch.manual_seed(2)
    return FDIWN(smallest(3))


OPENVINO = Place("cpu", "openvino", "float32")


def one(backend: Backend, window: Batch, gates: Gates) -> Batch:
    (output,) = (np.array(output) for output in backend.run([(window, gates)]))
    return output


def compare(network: FDIWN, cuts: list[Cut]) -> None:
    reference = open_backend(network, REFERENCE)
    tested = open_backend(network, OPENVINO)
    samples, window = noise(3, 3, 20, 28), noise(1, 3, 33, 24)
    _, gates = reference.measure(samples)
    for cut in cuts:
        expected, gates = reference.measure(samples, cut)
        output, measured = tested.measure(samples, cut)
        assert np.abs(output - expected).max() < LEVEL
        assert np.abs(measured - gates).max() < 1e-3 * max(1, np.abs(gates).max())
    assert np.abs(one(tested, window, gates) - one(reference, window, gates)).max() < LEVEL


def test_openvino_equals_torch() -> None:
    compare(small_network(), [(0, 0), (4, 4), (3, 0)])


def test_openvino_equals_torch_with_the_authors_weights(shared: Path) -> None:
    """A tile; that it measures as PyTorch does, test_bundled.py sees."""
    compare(load_fdiwn(shared / "weights" / "fdiwn_x4_authors.pt"), [])


def test_compiled_models_are_kept_and_a_spoilt_cache_does_no_harm() -> None:
    network, samples = small_network(), noise(1, 3, 16, 16)
    _, gates = open_backend(network, REFERENCE).measure(samples)
    assert is_first_use("openvino")
    first = one(open_backend(network, OPENVINO), samples, gates)
    assert not is_first_use("openvino")
    assert not is_first_use("torch")  # which never keeps anything
    kept = list(cache_folder("openvino").iterdir())
    assert kept
    for file in kept:
        file.write_bytes(b"spoilt" * 100)
    again = one(open_backend(network, OPENVINO), samples, gates)
    assert np.array_equal(first, again)


def through_openvino(model: Path, window: Batch) -> tuple[Batch, Batch]:
    """What measuring and one pass give, as a run of the program does it."""
    backend = open_backend(ModelFile(model), OPENVINO)
    output, gates = backend.measure(window, (2, 2))
    return output, one(backend, window, gates)


def spoil(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def not_a_graph(file: Path) -> None:
    """A sound file with a graph that OpenVINO cannot read."""
    content = b'{"scale": 2, "gates": 3}\n' + (4).to_bytes(8, "little") + b"<no>"
    file.write_bytes(hashlib.sha256(content).digest() + content)


def test_graphs_are_kept_and_a_spoilt_one_is_made_again(
    bicubic_models: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = noise(1, 3, 16, 16)
    first = through_openvino(bicubic_models[2], window)
    with monkeypatch.context() as patch:  # neither the weights nor PyTorch are asked for again
        patch.setattr(ModelFile, "load", lambda self: pytest.fail("the weights were read again"))
        again = through_openvino(bicubic_models[2], window)
    assert all(map(np.array_equal, again, first))
    kept = sorted(cache_folder("openvino").glob(GRAPHS))
    assert len(kept) == 2
    for damage in (
        spoil,
        lambda file: file.write_bytes(file.read_bytes()[:-9]),
        lambda file: file.write_bytes(b""),
        Path.unlink,
        not_a_graph,
    ):
        for file in kept:
            damage(file)
        mended = through_openvino(bicubic_models[2], window)
        assert all(map(np.array_equal, mended, first))
        assert sorted(cache_folder("openvino").glob(GRAPHS)) == kept


def test_another_file_under_the_same_name_is_another_network(
    bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    path, window = tmp_path / "model.safetensors", noise(1, 3, 16, 16)
    for scale in (2, 3):
        path.write_bytes(bicubic_models[scale].read_bytes())
        assert open_backend(ModelFile(path), OPENVINO).scale == scale
        assert through_openvino(path, window)[1].shape[2:] == (16 * scale, 16 * scale)


def test_weights_that_change_while_they_are_read_are_refused(
    bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(bicubic_models[2].read_bytes())
    model = ModelFile(path)
    path.write_bytes(bicubic_models[3].read_bytes())
    with pytest.raises(WeightsError, match="changed"):
        model.load()


def test_a_model_file_says_its_scale_without_being_loaded(
    bicubic_models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(ModelFile, "load", lambda self: pytest.fail("it was loaded"))
        assert [ModelFile(path).scale for path in bicubic_models.values()] == [2, 3, 4]
    other = tmp_path / "other.safetensors"
    other.write_bytes(b"nothing of the kind")
    with pytest.raises(WeightsError):
        assert ModelFile(other).scale


def test_what_was_prepared_is_used_and_gives_the_same_pixels() -> None:
    network, window = small_network(), noise(1, 3, 24, 20)
    backend, other = (open_backend(network, OPENVINO) for _ in range(2))
    assert isinstance(backend, OpenVINOBackend)
    assert isinstance(backend, Prepares)
    backend.load_measuring((2, 3, 16, 16), (2, 2))
    for _ in range(2):
        backend.prepare(window.shape)
    _, gates = other.measure(noise(2, 3, 16, 16), (2, 2))
    assert np.array_equal(one(backend, window, gates), one(other, window, gates))
    backend.prepare(window.shape)  # it is there
    backend.prepare((1, 3, 16, 16))  # and this is not asked for after all
    coming = backend._coming
    assert coming is not None
    assert np.array_equal(one(backend, window, gates), one(other, window, gates))
    coming[1].result()  # on a busy computer it may go on when the test is over


def test_what_goes_wrong_aside_is_raised_by_the_pass_that_needs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backend, window = open_backend(small_network(), OPENVINO), noise(1, 3, 16, 16)
    _, gates = backend.measure(window)
    assert isinstance(backend, OpenVINOBackend)

    def fail(shape: Shape) -> None:
        raise RuntimeError("bad_alloc")

    with monkeypatch.context() as patch:
        patch.setattr(backend, "_load", fail)
        backend.prepare(window.shape)
        with pytest.raises(OutOfMemory):
            one(backend, window, gates)
    assert np.isfinite(one(backend, window, gates)).all()


def test_a_cache_that_cannot_be_written_does_no_harm() -> None:
    cache_folder("openvino").parent.mkdir(parents=True)
    cache_folder("openvino").write_bytes(b"a file where the folder should be")
    backend, window = open_backend(small_network(), OPENVINO), noise(1, 3, 16, 16)
    output = one(backend, window, backend.measure(window)[1])
    assert np.isfinite(output).all()


def test_no_room_for_temporary_files_does_no_harm(
    bicubic_models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    output, _ = through_openvino(bicubic_models[2], noise(1, 3, 16, 16))
    assert np.isfinite(output).all()


def test_passes_of_several_shapes_come_back_in_order() -> None:
    network = small_network()
    reference, tested = open_backend(network, REFERENCE), open_backend(network, OPENVINO)
    windows = [noise(1, 3, 24 + 4 * (n % 3), 20) + n for n in range(7)]
    _, gates = reference.measure(windows[0])
    passes = [(window, gates + np.float32(0.001 * n)) for n, window in enumerate(windows)]
    outputs = [np.array(output) for output in tested.run(iter(passes))]
    for output, expected in zip(outputs, reference.run(passes), strict=True):
        assert output.shape == expected.shape
        assert np.abs(output - expected).max() < 10 * LEVEL


def test_a_stop_ends_a_pass_in_the_middle() -> None:
    backend, window = open_backend(small_network(), OPENVINO), noise(1, 3, 200, 200)
    gates = backend.measure(window[..., :16, :16])[1]
    asked: list[int] = []

    def soon() -> bool:
        asked.append(1)
        return True

    with pytest.raises(Cancelled):
        list(backend.run(iter([(window, gates)] * 3), soon))
    with pytest.raises(Cancelled):
        backend.measure(window, should_stop=soon)
    assert len(asked) == 2
    assert np.isfinite(one(backend, window[..., :20, :20].copy(), gates)).all()


def test_compiled_graphs_on_disk_are_few(tmp_path: Path) -> None:
    for n in range(5):
        file = tmp_path / f"{n}.blob"
        file.write_bytes(b"graph")
        os.utime(file, (1000 + n, 1000 + n))
    (tmp_path / "other.txt").write_bytes(b"not ours")
    keep_newest(tmp_path, COMPILED, 2)
    assert {file.name for file in tmp_path.glob("*.*")} == {"3.blob", "4.blob", "other.txt"}


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_sixteen_bits_in_torch_are_near_float32(precision: str) -> None:
    network, window = small_network(), noise(1, 3, 40, 40)
    reference = open_backend(network, REFERENCE)
    half = open_backend(network, Place("cpu", "torch", precision))
    expected, gates = reference.measure(window)
    assert np.array_equal(half.measure(window)[1], gates)  # statistics stay in float32
    difference = np.abs(one(half, window, gates) - expected)
    assert 0 < difference.mean() < 0.02 * np.abs(expected).mean()


def test_a_precision_that_openvino_does_not_have_is_never_claimed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    native = openvino_backend.native_precisions("cpu")
    assert choose("cpu", "openvino").precision == (
        "bfloat16" if "bfloat16" in native else "float32"
    )
    if "float16" not in native:
        with pytest.raises(EngineError, match="does not compute in float16"):
            choose("cpu", "openvino", "float16")
        backend = open_backend(small_network(), Place("cpu", "openvino", "float16"))
        gates = backend.measure(noise(1, 3, 16, 16))[1]
        with pytest.raises(EngineError, match="does not compute in float16"):
            one(backend, noise(1, 3, 16, 16), gates)
    monkeypatch.setattr(
        openvino_backend, "native_precisions", lambda device: frozenset({"float32", "bfloat16"})
    )
    assert choose("cpu", "auto") == Place("cpu", "openvino", "bfloat16")
    assert choose("cpu", "auto", "float32") == OPENVINO


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
    assert choose(*asked, "float32") == Place(*given, "float32")
    with pytest.raises(EngineError, match="no cuda"):
        choose("cuda", "auto")


def test_choice_with_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda: (7, 5))
    assert choose("auto", "auto") == Place("cuda", "torch", "float16")
    assert choose("cpu", "auto", "float32") == OPENVINO
    assert choose("auto", "openvino", "float32") == OPENVINO
    with pytest.raises(EngineError, match="OpenVINO"):
        choose("cuda", "openvino")
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda: (6, 1))
    assert choose("cuda", "auto") == Place("cuda", "torch", "float32")


def test_an_intel_gpu_is_used_only_where_openvino_finds_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(openvino_backend, "has_device", lambda device: False)
    with pytest.raises(EngineError, match="no intel-gpu"):
        choose("intel-gpu", "auto")
    monkeypatch.setattr(openvino_backend, "has_device", lambda device: True)
    monkeypatch.setattr(
        openvino_backend, "native_precisions", lambda device: frozenset({"float32", "float16"})
    )
    assert choose("intel-gpu", "auto") == Place("intel-gpu", "openvino", "float32")
    assert choose("intel-gpu", "auto", "float16").precision == "float16"
    with pytest.raises(EngineError, match="PyTorch does not compute"):
        choose("intel-gpu", "torch")


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
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "NETWORK" not in done.stderr
