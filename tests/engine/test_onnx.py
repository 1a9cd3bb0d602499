"""The folded network in ONNX Runtime, on its CPU provider, which computes on every machine."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from fdiwn.api.errors import Cancelled, DeviceFault, OutOfMemory
from fdiwn.api.resources import resource
from fdiwn.backends.choice import REFERENCE
from fdiwn.backends.contract import Backend
from fdiwn.backends.forms import Forms
from fdiwn.backends.graph_cache import GRAPHS, cache_folder
from fdiwn.backends.onnx_backend import OnnxBackend, OnnxGraphs
from fdiwn.backends.webgpu_convolutions import without_wrong_convolutions
from fdiwn.lab.training.initial import start_from_bicubic
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.models.weights import load_fdiwn
from fdiwn.network.config import FDIWNConfig
from fdiwn.network.network import FDIWN
from fdiwn.pixels.planes import Batch
from tests.engine.conftest import lively, smallest

LEVEL = 255e-5  # float32 itself rounds a noisy window by half of that
SIZES = [(8, 8), (8, 48), (33, 17), (48, 48)]


def noise(*shape: int) -> Batch:
    return np.random.default_rng(5).uniform(0, 255, shape).astype(np.float32)


def on_cpu(model: bytes, sizes: Mapping[str, int]) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    for axis, size in sizes.items():
        options.add_free_dimension_override_by_name(axis, size)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def opened(source: FDIWN | ModelFile, precision: str = "float32") -> OnnxBackend:
    if isinstance(source, ModelFile):
        forms = Forms(OnnxGraphs(), source.load, precision, source.sha256)
    else:
        forms = Forms(OnnxGraphs(), lambda: source, precision)
    return OnnxBackend(forms, on_cpu, "cpu", precision)


def bicubic(config: FDIWNConfig) -> FDIWN:
    network = FDIWN(config)
    start_from_bicubic(network)
    return network


def small_network() -> FDIWN:
    torch.manual_seed(2)
    return FDIWN(smallest(3))


@pytest.fixture(scope="module", params=["x2", "x3", "x4", "FDIWN-M"])
def network_at(request: pytest.FixtureRequest) -> tuple[Backend, Forms]:
    """The reference and the graphs of a network, at x4 of the published sizes."""
    if request.param == "FDIWN-M":
        network = bicubic(FDIWNConfig.for_scale(4, "FDIWN-M"))
    elif request.param == "x4":
        network = load_fdiwn(resource("weights/fdiwn-x4.safetensors"))
    else:
        network = lively(smallest(int(request.param[1])))
    return open_backend(network, REFERENCE), Forms(OnnxGraphs(), lambda: network, "float32")


def test_it_equals_torch(network_at: tuple[Backend, Forms]) -> None:
    reference, forms = network_at
    expected, gates = reference.measure(noise(2, 3, 20, 28), (2, 3))
    samples = {"x": noise(2, 3, 20, 28)}
    output, found = on_cpu(forms.measuring((2, 3)), {}).run(None, samples)
    assert np.abs(output - expected).max() < LEVEL
    assert np.abs(found - gates).max() < 1e-5
    session = on_cpu(forms.tiles.graph, {})
    for size in SIZES:
        window = noise(1, 3, *size)
        (output,) = session.run(None, {"x": window, "gates": gates})
        (expected,) = (np.array(each) for each in reference.run([(window, gates)]))
        assert np.abs(output - expected).max() < LEVEL


def test_no_operation_binds_more_tensors_than_every_device_can(
    network_at: tuple[Backend, Forms],
) -> None:
    for graph in (network_at[1].tiles.graph, network_at[1].measuring((2, 3))):
        for node in onnx.load_from_string(graph).graph.node:
            assert len(node.input) + len(node.output) <= 9, node.op_type  # 8, and sizes of a split


def test_the_back_end_gives_what_its_sessions_do() -> None:
    network = small_network()
    reference, tested = open_backend(network, REFERENCE), opened(network)
    _, gates = tested.measure(noise(1, 3, 16, 16))
    windows = [noise(1, 3, 16 + 4 * (n % 3), 20) + n for n in range(7)]
    passes = [(window, gates) for window in windows]
    outputs = [np.array(each) for each in tested.run(iter(passes))]
    for output, expected in zip(outputs, reference.run(passes), strict=True):
        assert np.abs(output - expected).max() < LEVEL


def test_its_trunk_computes_in_float16_and_nothing_else() -> None:
    network = small_network()
    model = onnx.load_from_string(opened(network, "float16")._forms.tiles.graph)
    types = {tensor.data_type for tensor in model.graph.initializer}
    assert types == {TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.INT64}
    exact, half, window = opened(network), opened(network, "float16"), noise(1, 3, 24, 24)
    output, gates = exact.measure(window)
    assert np.array_equal(half.measure(window)[1], gates)
    (rounded,) = (np.array(each) for each in half.run([(window, gates)]))
    assert 0 < np.abs(rounded - output).max() < 1


def test_graphs_are_kept(bicubic_models: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def results() -> list[Batch]:
        backend = opened(ModelFile(bicubic_models[2]))
        output, gates = backend.measure(noise(1, 3, 16, 16))
        return [output, *(np.array(each) for each in backend.run([(output[..., :9, :9], gates)]))]

    first = results()
    assert len(list(cache_folder("onnxruntime").glob(GRAPHS))) == 2
    monkeypatch.setattr(ModelFile, "load", lambda self: pytest.fail("it was made again"))
    assert all(map(np.array_equal, results(), first))


def test_a_stop_ends_a_pass_in_the_middle() -> None:
    backend, window = opened(small_network()), noise(1, 3, 300, 300)
    _, gates = backend.measure(window[..., :16, :16])
    with pytest.raises(Cancelled):
        list(backend.run([(window, gates)] * 3, lambda: True))
    with pytest.raises(Cancelled):
        backend.measure(window, should_stop=lambda: True)
    outputs = backend.run([(window[..., :16, :16], gates)] * 3)
    next(outputs)
    outputs.close()  # with two passes under way
    assert not [thread for thread in threading.enumerate() if "ThreadPool" in thread.name]
    backend.release()
    assert np.isfinite(next(backend.run([(window[..., :8, :8], gates)]))).all()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("VK_ERROR_OUT_OF_DEVICE_MEMORY", OutOfMemory),
        ("Failed to allocate memory for requested buffer", OutOfMemory),
        ("Device is lost", DeviceFault),
    ],
)
def test_what_the_device_says_is_understood(said: str, kind: type[Exception]) -> None:
    from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException

    backend, window = opened(small_network()), noise(1, 3, 8, 8)
    _, gates = backend.measure(window)

    class Failing:
        def run(self, *args: object) -> None:
            raise RuntimeException(said)

    backend._tiles[window.shape] = Failing()
    with pytest.raises(kind):
        list(backend.run([(window, gates)] * 3))


def convolution(channels: int, made: int, side: int) -> bytes:
    random = np.random.default_rng(3)
    weights = random.normal(0, 1, (made, channels, side, side)).astype(np.float32)
    node = helper.make_node("Conv", ["x", "w"], ["y"], pads=[side // 2] * 4)
    graph = helper.make_graph(
        [node], "one",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, channels, "H", "W"])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(weights, "w")],
    )  # fmt: skip
    opset = [helper.make_opsetid("", 18)]
    content: bytes = helper.make_model(
        graph, opset_imports=opset, ir_version=10
    ).SerializeToString()
    return content


@pytest.mark.parametrize("channels", [6, 9, 54])
def test_a_convolution_is_widened_to_the_same_result(channels: int) -> None:
    content, picture = convolution(channels, 12, 3), noise(1, channels, 9, 7)
    widened = without_wrong_convolutions(content)
    assert widened != content
    before, after = (on_cpu(each, {}).run(None, {"x": picture})[0] for each in (content, widened))
    assert np.abs(before - after).max() < 1e-5 * np.abs(before).max()


@pytest.mark.parametrize("shape", [(3, 12, 3), (12, 12, 3), (6, 10, 3), (6, 12, 1)])
def test_others_stay(shape: tuple[int, int, int]) -> None:
    content = convolution(*shape)
    assert without_wrong_convolutions(content) is content
