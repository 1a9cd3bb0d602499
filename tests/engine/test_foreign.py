"""Networks of others: found out about, tiled, imported, and refused for what they are."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional
from typer.testing import CliRunner

from fdiwn.api.catalog import find_model, installed, read_metadata
from fdiwn.api.errors import WeightsError
from fdiwn.api.model_care import verify_model
from fdiwn.api.resources import resource
from fdiwn.api.tiles import MOST_MARGIN
from fdiwn.backends import webgpu
from fdiwn.backends.choice import Place
from fdiwn.cli.main import app
from fdiwn.diagnostics.self_test import _model
from fdiwn.enlarge.tile_loop import Manner, enlarged
from fdiwn.models.foreign.backend import ForeignBackend, _device
from fdiwn.models.foreign.export_file import open_export
from fdiwn.models.foreign.files import KINDS, ONNX, kind_of
from fdiwn.models.foreign.onnx_file import open_onnx
from fdiwn.models.foreign.torchscript_file import open_torchscript
from fdiwn.models.foreign.traits import Run, Traits
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.models.weights import import_checkpoint, load_network
from fdiwn.pixels.picture import Pixels
from tests.engine.foreign_networks import (
    InThisProcess,
    Sharp,
    Wide,
    as_export,
    as_onnx,
    as_torchscript,
)

pytestmark = pytest.mark.usefixtures("one_thread")

MAKERS: dict[str, Callable[[Path, int, float | None], Path]] = {
    "onnx": lambda folder, scale, white: as_onnx(folder / "a.onnx", scale, white=white),
    "torchscript": lambda folder, scale, white: as_torchscript(
        Sharp(scale, white), folder / "a.pt"
    ),
    "torch.export": lambda folder, scale, white: as_export(Sharp(scale, white), folder / "a.pt2"),
}


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fdiwn.models.foreign.backend.RemoteNetwork", InThisProcess)


each_kind = pytest.mark.parametrize("kind", MAKERS)
CPU = Place("cpu", "openvino", "float32")


@pytest.fixture(scope="module")
def pixels() -> Pixels:
    return np.random.default_rng(8).integers(40, 216, (70, 90, 3), np.uint8)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: tmp_path / "none")
    monkeypatch.setenv("FDIWN_MODELS_DIR", str(tmp_path / "models"))
    return tmp_path / "models"


@each_kind
@pytest.mark.parametrize(("scale", "white"), [(2, None), (3, 1.0), (4, 255.0)])
def test_a_network_is_found_out_about(
    kind: str, scale: int, white: float | None, tmp_path: Path
) -> None:
    path = MAKERS[kind](tmp_path, scale, white)
    assert kind_of(path) == kind
    assert ForeignBackend(path, "cpu").traits == Traits(scale, 1 if white == 1 else 255, 8, True)
    assert ModelFile(path).scale == scale


@each_kind
def test_its_pixels_are_its_own_and_tiles_fit(kind: str, tmp_path: Path, pixels: Pixels) -> None:
    """White is 1 to this one."""
    backend = open_backend(ModelFile(MAKERS[kind](tmp_path, 2, 1.0)), CPU)
    assert backend.name == ("openvino" if kind == "onnx" else "torch")
    batch = np.ascontiguousarray(pixels.transpose(2, 0, 1)[None], np.float32)
    with torch.inference_mode():
        expected = 255 * Sharp(2, 1.0)(torch.from_numpy(batch) / 255).numpy()
    output, gates = backend.measure(batch)
    assert np.abs(output - expected).max() < 0.01
    assert gates.shape == (1, 0, 1, 1)
    whole = enlarged(backend, pixels)
    tiled = enlarged(backend, pixels, Manner(tile=32))
    assert whole.shape == (140, 180, 3)
    assert np.abs(whole.astype(int) - tiled).max() <= 1
    assert "each tile is enlarged for itself, with 8 pixels more" in backend.notes[0]
    assert len(backend.notes) == 1


def test_a_network_that_looks_at_everything_is_said_to(tmp_path: Path, pixels: Pixels) -> None:
    backend = ForeignBackend(as_torchscript(Wide(), tmp_path / "wide.pt"), "cpu")
    assert backend.traits == Traits(2, 255, MOST_MARGIN, local=False)
    assert "seams may show" in backend.notes[1]
    assert enlarged(backend, pixels, Manner(tile=32)).shape == (140, 180, 3)


def test_a_file_that_runs_elsewhere_says_so(tmp_path: Path) -> None:
    backend = ForeignBackend(as_onnx(tmp_path / "a.onnx"), "cuda")
    assert backend.device == "cpu"
    assert backend.notes[-1] == "An ONNX file is computed on cpu"


def test_a_fixed_size_is_no_matter_where_the_network_takes_any(tmp_path: Path) -> None:
    path = as_onnx(tmp_path / "fixed.onnx", shape=(1, 3, 64, 64))
    assert ForeignBackend(path, "cpu").scale == 2


class Stubborn(nn.Module):
    """Its sizes are written into its graph."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.interpolate(x.reshape(1, 3, 12, 14), scale_factor=2.0)


class Odd(nn.Module):
    def __init__(self, size: float) -> None:
        super().__init__()
        self.size = size

    def forward(self, x: Tensor) -> Tensor:
        return functional.interpolate(x, scale_factor=self.size)


class Grey(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return functional.interpolate(x.mean(1, keepdim=True), scale_factor=2.0)


class Pair(nn.Module):
    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return x, x


def script(module: nn.Module) -> Callable[[Path], Path]:
    return lambda folder: as_torchscript(module, folder / "a.pt")


def bytes_in(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return write


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (script(Stubborn()), "failed on a picture of"),
        (script(Odd(1.5)), "no whole scale"),
        (script(Odd(8.0)), "enlarges by 8"),
        (script(Odd(1.0)), "enlarges by 1"),
        (script(Grey()), r"it makes \(1, 1, 48, 80\)"),
        (script(Pair()), "something else than one tensor"),
        (script(Sharp(bias=150)), "off by 1"),
        (lambda p: as_onnx(p / "a.onnx", channels=1, shape=(1, 1, "h", "w")), "takes 1 channels"),
        (lambda p: as_onnx(p / "a.onnx", shape=(4, 3, 8)), "it takes|no sound ONNX"),
        (bytes_in("a.onnx", b""), "no sound ONNX"),
        (bytes_in("a.onnx", b"no network"), "no sound ONNX"),
    ],
)
def test_what_is_no_such_network_is_refused(
    make: Callable[[Path], Path], words: str, tmp_path: Path, home: Path
) -> None:
    path = make(tmp_path)
    with pytest.raises(WeightsError, match=words) as caught:
        import_checkpoint(path, home)
    assert path.name in caught.value.what
    assert "(1, 3, sH, sW)" in caught.value.todo
    assert not home.exists()


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-200])
    return path


@each_kind
def test_a_cut_file_is_refused(kind: str, tmp_path: Path, home: Path) -> None:
    with pytest.raises(WeightsError):
        import_checkpoint(cut(MAKERS[kind](tmp_path, 2, None)), home)


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The archive again, with some of its files changed."""
    content = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return path


@pytest.mark.parametrize(
    "call", [b"torch.save([x], '/tmp/x')", b"ops.aten.from_file('x')", b"ops.mylib.run(x)"]
)
def test_a_script_that_reaches_out_is_not_loaded(call: bytes, tmp_path: Path) -> None:
    def spoil(name: str, content: bytes) -> bytes:
        return content + b"\n  _0 = " + call + b"\n" if name.endswith(".py") else content

    path = rewritten(as_torchscript(Sharp(), tmp_path / "a.pt"), spoil)
    with pytest.raises(WeightsError, match="does more than compute"):
        ForeignBackend(path, "cpu")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("torch.ops.aten.pixel_shuffle.default", "torch.os.system"),
        ("torch.ops.aten.pixel_shuffle.default", "torch.ops.aten.from_file.default"),
        ("torch.ops.aten.pixel_shuffle.default", "_operator.methodcaller"),
        ("torch.ops.aten.pixel_shuffle.default", "torch.ops.aten.pixel_shuffle.__class__"),
        ('"use_pickle": false', '"use_pickle": true'),
        ('"path_name": "weight_0"', '"path_name": "../../weight_0"'),
    ],
)
def test_an_export_that_reaches_out_is_not_loaded(old: str, new: str, tmp_path: Path) -> None:
    changed = []

    def spoil(name: str, content: bytes) -> bytes:
        if name.endswith(".json") and old.encode() in content:
            changed.append(name)
            return content.replace(old.encode(), new.encode())
        return content

    path = rewritten(as_export(Sharp(), tmp_path / "a.pt2"), spoil)
    assert changed
    with pytest.raises(WeightsError, match=r"torch\.export file"):
        ForeignBackend(path, "cpu")


class Parts(nn.Module):
    """Many kinds of arguments: lists of tensors, numbers from sizes, several results."""

    factor: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("factor", torch.tensor([0.25, 0.75]).view(1, 2, 1, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        height, width = x.shape[2], x.shape[3]
        halves = torch.stack((x, functional.leaky_relu(x, 0.1)), 1) * self.factor
        first, second = torch.split(halves, 1, 1)
        padded = functional.pad((first + second).squeeze(1), (1, 1, 1, 1), mode="replicate")
        same = padded[:, :, 1 : height + 1, 1 : width + 1]
        large = functional.interpolate(same, size=(2 * height, 2 * width), mode="bilinear")
        return torch.cat((large[:, :1], large[:, 1:]), 1).to(torch.float32)


def test_an_export_computes_what_the_network_computes(tmp_path: Path) -> None:
    module = Parts()
    path = as_export(module, tmp_path / "parts.pt2")
    run = open_export(path.read_bytes(), path, "cpu")
    for height, width in ((9, 15), (20, 6)):
        batch = np.random.default_rng(height).random((1, 3, height, width)).astype(np.float32)
        with torch.inference_mode():
            expected = module(torch.from_numpy(batch)).numpy()
        assert np.allclose(run(batch), expected, atol=1e-6)
    assert ForeignBackend(path, "cpu").scale == 2


@each_kind
def test_an_imported_network_is_a_model_like_any(
    kind: str, tmp_path: Path, home: Path, pixels: Pixels
) -> None:
    source = MAKERS[kind](tmp_path, 3, 1.0)
    path = import_checkpoint(source, home)
    assert path == home / "a.safetensors"
    (model,) = installed(3)
    assert (model.info.name, model.info.network) == ("a", kind)
    assert find_model("a", 3) == path
    verify_model(model.info, path)
    assert kind_of(path) == kind
    ours, theirs = (open_backend(ModelFile(each), CPU) for each in (path, source))
    assert np.array_equal(enlarged(ours, pixels), enlarged(theirs, pixels))
    before = path.read_bytes()
    assert import_checkpoint(source, home).read_bytes() == before
    assert import_checkpoint(path, home / "again").read_bytes() == before
    with pytest.raises(WeightsError, match="not an FDIWN model"):
        load_network(path)
    path.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    with pytest.raises(WeightsError, match="damaged"):
        verify_model(model.info, path)


def test_a_header_that_lies_about_a_network_is_refused(tmp_path: Path, home: Path) -> None:
    path = import_checkpoint(as_onnx(tmp_path / "a.onnx"), home)
    content = path.read_bytes()
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    assert (read_metadata(path) or {})["margin"] == "8"
    for entry, value in (("scale", "7"), ("margin", "-1"), ("white", "x"), ("margin", "9999")):
        lies = {**header, "__metadata__": {**header["__metadata__"], entry: value}}
        lying = json.dumps(lies).encode()
        path.write_bytes(len(lying).to_bytes(8, "little") + lying + content[8 + size :])
        with pytest.raises(WeightsError, match="damaged"):
            _ = ForeignBackend(path, "cpu").scale


def upscale(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["upscale", *map(str, arguments)])
    return result.exit_code, result.output


def test_the_command_enlarges_with_any_network(tmp_path: Path, pixels: Pixels) -> None:
    source, target = tmp_path / "small.png", tmp_path / "large.png"
    Image.fromarray(pixels).save(source)
    model = as_onnx(tmp_path / "other.onnx", 2)
    code, output = upscale(source, "-o", target, "--model", model, "--scale", 2)
    assert code == 0, output
    assert "other on cpu (openvino, float32)" in output
    assert output.count("note: other is not FDIWN") == 1
    with Image.open(target) as image:
        assert image.size == (180, 140)
    code, output = upscale(source, "-o", tmp_path / "no.png", "--model", model, "--scale", 4)
    assert code == 1
    assert "it enlarges by 2" in output
    exact = tmp_path / "exact.png"
    code, output = upscale(source, "-o", exact, "--model", model, "--scale", 3, "--tile", 32)
    assert code == 1  # 3 is plain: the model is for 2
    code, output = upscale(source, "-o", exact, "--model", model, "--scale", 2.5)
    assert code == 0, output
    with Image.open(exact) as image:
        assert image.size == (225, 175)
    assert output.count("note: other is not FDIWN") == 1


def test_an_authors_file_of_another_scale_is_refused_too(
    shared: Path, tmp_path: Path, pixels: Pixels
) -> None:
    """Its file does not state the scale: it shows once the model is opened."""
    Image.fromarray(pixels[:20, :20]).save(tmp_path / "small.png")
    weights = shared / "weights" / "fdiwn_x4_authors.pt"
    assert kind_of(weights) is None
    code, output = upscale(tmp_path / "small.png", "--model", weights, "--scale", 2)
    assert code == 1
    assert "it enlarges by 4" in output


@pytest.mark.parametrize("open_file", [open_torchscript, open_export])
def test_an_archive_with_a_name_twice_is_refused(
    open_file: Callable[[bytes, Path, str], Run], tmp_path: Path
) -> None:
    """Readers differ in which of both they take: one could be looked at, the other be run."""
    made = as_torchscript if open_file is open_torchscript else as_export
    path = made(Sharp(), tmp_path / "a.pt")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(archive.namelist()[0].upper(), b"")
    with pytest.raises(WeightsError, match="two files of one name"):
        open_file(path.read_bytes(), path, "cpu")


def test_the_self_test_runs_it(tmp_path: Path, home: Path) -> None:
    import_checkpoint(as_onnx(tmp_path / "a.onnx"), home)
    (model,) = installed(2)
    assert _model(model).passed
    model.path.write_bytes(model.path.read_bytes()[:-50])
    assert not _model(model).passed


@pytest.mark.parametrize("command", [["inspect", "-o", "x.png"], ["bench"]])
def test_what_needs_fdiwn_says_so(command: list[str], tmp_path: Path, home: Path) -> None:
    path = import_checkpoint(as_onnx(tmp_path / "a.onnx"), home)
    sample = [str(resource("sample/sample.png"))] if command[0] == "inspect" else []
    arguments = [*command, *sample, "--model", str(path), "--scale", "2"]
    failed = CliRunner().invoke(app, arguments)
    assert failed.exit_code == 1
    assert "not an FDIWN model" in failed.stderr


@pytest.mark.parametrize("off", [0.0, 0.1])
def test_on_webgpu_it_is_held_against_the_processor(
    off: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On ONNX Runtime's CPU provider, which may be off by so much."""
    path = as_onnx(tmp_path / "a.onnx")
    content = path.read_bytes()
    real = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])

    class Session:
        def run(self, names: None, given: dict[str, Any]) -> list[Any]:
            return [output + np.float32(off) for output in real.run(names, given)]

    monkeypatch.setattr(webgpu, "session", lambda model, sizes: Session())
    if off:
        with pytest.raises(WeightsError, match="WebGPU computes it wrongly"):
            open_onnx(content, path, "webgpu")
        return
    batch = np.random.default_rng(2).uniform(0, 1, (1, 3, 9, 7)).astype(np.float32)
    expected = open_onnx(content, path, "cpu")(batch)
    assert np.abs(open_onnx(content, path, "webgpu")(batch) - expected).max() < 1e-4


def test_the_device_gpu_is_meant_for_onnx_files() -> None:
    assert [_device(kind, "webgpu") for kind in KINDS] == [
        "webgpu" if kind == ONNX else "cpu" for kind in KINDS
    ]
