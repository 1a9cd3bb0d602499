"""Files of weights of networks that spandrel knows: opened, tiled, imported, or refused."""

from __future__ import annotations

import os
import pickle
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor
from typer.testing import CliRunner

from fdiwn.api.catalog import installed
from fdiwn.api.errors import WeightsError
from fdiwn.api.model_care import verify_model
from fdiwn.api.resources import resource
from fdiwn.api.tiles import MOST_MARGIN
from fdiwn.backends.choice import Place
from fdiwn.cli.main import app
from fdiwn.enlarge.tile_loop import enlarged
from fdiwn.models.foreign import spandrel_file
from fdiwn.models.foreign.backend import ForeignBackend
from fdiwn.models.foreign.files import SPANDREL, kind_of
from fdiwn.models.foreign.remote import RemoteNetwork
from fdiwn.models.foreign.spandrel_file import open_spandrel
from fdiwn.models.foreign.traits import find_traits
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.models.weights import import_checkpoint
from fdiwn.network.config import FDIWNConfig
from fdiwn.network.network import FDIWN
from tests.engine.foreign_networks import InThisProcess

pytestmark = [
    pytest.mark.usefixtures("one_thread"),
    pytest.mark.skipif(find_spec("spandrel") is None, reason="spandrel is not installed"),
]

State = dict[str, Tensor]
Save = Callable[[State, Path], Path]
GREY_BIAS = 0.5
"""In the last layer: its pictures must not be much darker than what they are enlarged from."""
NETWORKS: dict[str, dict[str, Any]] = {
    "SPAN": {"num_in_ch": 3, "num_out_ch": 3, "feature_channels": 8, "upscale": 2},
    "PLKSR": {"dim": 16, "n_blocks": 1, "kernel_size": 5, "upscaling_factor": 3},
    "SwinIR": {
        "embed_dim": 12, "depths": [2], "num_heads": [2], "window_size": 8, "img_size": 16,
        "mlp_ratio": 2.0, "upscale": 2, "upsampler": "pixelshuffledirect",
    },
    "OmniSR": {"num_feat": 16, "up_scale": 2, "window_size": 8},
    "ESRGAN": {"num_filters": 4, "num_blocks": 1, "scale": 4},
    "Compact": {"num_feat": 8, "num_conv": 2, "upscale": 4},
}  # fmt: skip
WIDE = ("SwinIR", "OmniSR")


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fdiwn.models.foreign.backend.RemoteNetwork", InThisProcess)


@pytest.fixture(scope="module")
def pixels() -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.random.default_rng(8).integers(90, 160, (24, 32, 3), np.uint8)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: tmp_path / "none")
    monkeypatch.setenv("FDIWN_MODELS_DIR", str(tmp_path / "models"))
    return tmp_path / "models"


def spandrel() -> ModuleType:
    return spandrel_file._library(Path("a.pth"))


def built(name: str, **changed: Any) -> torch.nn.Module:
    """A small network with random weights."""
    spandrel()
    kind = getattr(import_module(f"spandrel.architectures.{name}"), name)
    torch.manual_seed(3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        network: torch.nn.Module = kind(**NETWORKS[name] | changed)
    if name in ("SPAN", "OmniSR", "ESRGAN"):
        last = [p for key, p in network.named_parameters() if key.endswith("bias")][-1]
        torch.nn.init.constant_(last, GREY_BIAS)
    return network.eval()


def as_pth(state: Any, path: Path) -> Path:
    torch.save(state, path)
    return path


def as_old_pth(state: Any, path: Path) -> Path:
    torch.save(state, path, _use_new_zipfile_serialization=False)
    return path


def as_trained(state: State, path: Path) -> Path:
    return as_pth({"params_ema": state, "iteration": 5}, path)


def as_safetensors(state: State, path: Path) -> Path:
    target = path.with_suffix(".safetensors")
    save_file({name: tensor.contiguous() for name, tensor in state.items()}, target)
    return target


def as_safetensors_of_torch(state: State, path: Path) -> Path:
    target = path.with_suffix(".safetensors")
    save_file({name: t.contiguous() for name, t in state.items()}, target, {"format": "pt"})
    return target


FORMS: dict[str, Save] = {
    "SPAN": as_pth,
    "PLKSR": as_old_pth,
    "SwinIR": as_trained,
    "OmniSR": as_safetensors,
    "ESRGAN": as_safetensors_of_torch,
    "Compact": as_trained,
}


def written(name: str, folder: Path, save: Save | None = None, **changed: Any) -> Path:
    state = built(name, **changed).state_dict()
    return (save or FORMS[name])(state, folder / f"{name}.pth")


def upscale(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["upscale", *map(str, arguments)])
    return result.exit_code, result.output


@pytest.mark.parametrize("name", NETWORKS)
def test_the_command_enlarges_with_it(name: str, tmp_path: Path, pixels: Any) -> None:
    model, network = written(name, tmp_path), built(name)
    assert kind_of(model) == SPANDREL
    source, target = tmp_path / "small.png", tmp_path / "large.png"
    Image.fromarray(pixels).save(source)
    backend = ForeignBackend(model, "cpu")
    scale = backend.scale
    code, output = upscale(source, "-o", target, "--model", model, "--scale", scale)
    assert code == 0, output
    assert f"{name} on cpu (torch, float32)" in output
    assert ("seams may show" in output) == (name in WIDE)
    with Image.open(target) as image:
        assert image.size == (32 * scale, 24 * scale)
    batch = np.ascontiguousarray(pixels.transpose(2, 0, 1)[None], np.float32)
    with torch.inference_mode():
        expected = 255 * network(torch.from_numpy(batch) / 255).clamp(0, 1).numpy()
    measured, _ = backend.measure(batch)
    assert np.abs(measured - expected).max() < 0.05


def test_a_header_of_strangers_says_nothing_of_the_scale(tmp_path: Path, pixels: Any) -> None:
    state, path = built("Compact").state_dict(), tmp_path / "a.safetensors"
    save_file(state, path, {"format": "pt", "scale": "x4"})
    Image.fromarray(pixels).save(tmp_path / "small.png")
    code, output = upscale(tmp_path / "small.png", "--model", path, "--scale", 4)
    assert code == 0, output


def test_windows_are_padded_to_its_sizes(tmp_path: Path) -> None:
    path = written("SwinIR", tmp_path)
    run = open_spandrel(path.read_bytes(), path, "cpu").run
    for height, width in ((1, 1), (5, 3), (9, 17)):
        assert run(np.full((1, 3, height, width), 0.5, np.float32)).shape[2:] == (
            2 * height,
            2 * width,
        )


def test_one_for_grey_pictures_enlarges_each_colour(tmp_path: Path, pixels: Any) -> None:
    path = written("Compact", tmp_path, num_in_ch=1, num_out_ch=1, upscale=2)
    backend = ForeignBackend(path, "cpu")
    assert (backend.scale, backend.traits.white) == (2, 1)
    batch = np.ascontiguousarray(pixels.transpose(2, 0, 1)[None], np.float32)
    output, _ = backend.measure(batch)
    red, _ = backend.measure(np.repeat(batch[:, :1], 3, 1))
    assert np.allclose(output[:, 0], red[:, 0], atol=1e-3)
    assert np.abs(output[:, 0] - output[:, 1]).max() > 1


def test_half_weights_are_computed_in_float32(tmp_path: Path) -> None:
    state = {name: tensor.half() for name, tensor in built("Compact").state_dict().items()}
    path = as_pth(state, tmp_path / "half.pth")
    run = open_spandrel(path.read_bytes(), path, "cpu").run
    assert run(np.full((1, 3, 6, 6), 0.5, np.float32)).dtype == np.float32


@pytest.mark.parametrize("name", ["SPAN", "OmniSR"])
def test_an_imported_one_is_a_model_like_any(
    name: str, tmp_path: Path, home: Path, pixels: Any
) -> None:
    source = written(name, tmp_path)
    path = import_checkpoint(source, home)
    assert path == home / f"{name}.safetensors"
    (model,) = installed()
    assert (model.info.name, model.info.network) == (name, SPANDREL)
    assert model.info.licence == "not stated"
    verify_model(model.info, path)
    place = Place("cpu", "openvino", "float32")
    ours, theirs = (open_backend(ModelFile(each), place) for each in (path, source))
    assert np.array_equal(enlarged(ours, pixels), enlarged(theirs, pixels))
    assert (ours.margin == MOST_MARGIN) == (name in WIDE)
    before = path.read_bytes()
    assert import_checkpoint(path, home / "again").read_bytes() == before


def test_windows_of_attention_are_no_margin(tmp_path: Path) -> None:
    """They are where the network puts them, and in tiles elsewhere than in the whole picture."""
    path = written("SwinIR", tmp_path)
    network = open_spandrel(path.read_bytes(), path, "cpu")
    assert not network.tiles
    assert not find_traits(network.run, path, white=1).local  # measured all the same


def test_its_process_computes_the_same(tmp_path: Path) -> None:
    """A new process, in which torchvision is not loaded yet."""
    path = written("SwinIR", tmp_path)
    batch = np.random.default_rng(2).uniform(0.2, 0.8, (1, 3, 9, 7)).astype(np.float32)
    expected = open_spandrel(path.read_bytes(), path, "cpu").run(batch)
    network = RemoteNetwork(SPANDREL, path, "cpu", lambda: False)
    try:
        assert np.allclose(network.run(batch, lambda: False), expected, atol=1e-5)
        assert not network.tiles
    finally:
        network.close()


@pytest.mark.parametrize(
    ("name", "changed", "words"),
    [
        ("Compact", {"upscale": 1}, "restores pictures in their size"),
        ("Compact", {"upscale": 8}, "enlarges by 8, and 2, 3 or 4 is wanted"),
        ("Compact", {"num_in_ch": 4, "num_out_ch": 4}, "takes 4 channels and makes 4"),
    ],
)
def test_what_does_not_enlarge_is_refused(
    name: str, changed: dict[str, Any], words: str, tmp_path: Path, home: Path
) -> None:
    path = written(name, tmp_path, **changed)
    with pytest.raises(WeightsError, match=f"{name} {words}") as caught:
        import_checkpoint(path, home)
    assert "Give weights of a network" in caught.value.todo
    assert not home.exists()


@pytest.mark.parametrize(
    ("kind", "purpose", "words"),
    [
        ("MaskedImageModelDescriptor", "Inpainting", "fills in what a mask covers"),
        ("ImageModelDescriptor", "FaceSR", "is for portraits"),
    ],
)
def test_purposes_of_large_networks_are_refused(
    kind: str, purpose: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real ones have hundreds of megabytes: a small one is described as such."""
    library, path = spandrel(), written("Compact", tmp_path)
    loaded = library.ModelLoader().load_from_state_dict(built("Compact").state_dict())
    stated: dict[str, Any] = {"scale": 4} if purpose == "FaceSR" else {}
    network = getattr(library, kind)(
        loaded.model,
        loaded.model.state_dict(),
        loaded.architecture,
        purpose,
        tags=[],
        supports_half=True,
        supports_bfloat16=True,
        input_channels=3,
        output_channels=3,
        **stated,
    )
    monkeypatch.setattr(library.ModelLoader, "load_from_state_dict", lambda *given: network)
    with pytest.raises(WeightsError, match=words):
        open_spandrel(path.read_bytes(), path, "cpu")


class Program:
    """Makes a folder when it is unpickled without care."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.folder),)


@pytest.mark.parametrize("save", [as_pth, as_old_pth])
def test_a_pickle_with_a_program_is_not_run(save: Save, tmp_path: Path, home: Path) -> None:
    trap = tmp_path / "trap"
    state = {**built("SPAN").state_dict(), "more": Program(trap)}
    path = save(state, tmp_path / "a.pth")
    assert kind_of(path) == SPANDREL
    with pytest.raises(WeightsError, match="more than weights, or is damaged; nothing in it was"):
        import_checkpoint(path, home)
    assert not trap.exists()


def test_a_bare_pickle_is_no_model(tmp_path: Path, home: Path) -> None:
    path, trap = tmp_path / "a.pth", tmp_path / "trap"
    path.write_bytes(pickle.dumps({"weight": Program(trap)}))
    with pytest.raises(WeightsError, match="is not a model"):
        import_checkpoint(path, home)
    assert not trap.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"layer.weight": torch.zeros(3)}, "of no network that spandrel knows"),
        ([torch.zeros(3)], "it holds no tensors with names"),
    ],
)
def test_other_weights_are_refused(content: object, words: str, tmp_path: Path, home: Path) -> None:
    path = as_pth(content, tmp_path / "a.ckpt")
    with pytest.raises(WeightsError, match=words):
        import_checkpoint(path, home)


def test_a_layer_of_another_shape_is_refused(tmp_path: Path) -> None:
    state = built("SPAN").state_dict()
    state["conv_cat.weight"] = torch.zeros(2, 2)
    path = as_pth(state, tmp_path / "a.pth")
    with pytest.raises(WeightsError, match="its weights cannot be read: "):
        open_spandrel(path.read_bytes(), path, "cpu")


def test_a_cut_file_is_refused(tmp_path: Path, home: Path) -> None:
    for save in (as_pth, as_old_pth, as_safetensors):
        path = written("Compact", tmp_path, save)
        path.write_bytes(path.read_bytes()[:-3000])
        with pytest.raises(WeightsError):
            import_checkpoint(path, home)


def test_without_the_package_it_says_what_to_install(
    tmp_path: Path, pixels: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = written("SPAN", tmp_path)
    Image.fromarray(pixels).save(tmp_path / "small.png")
    monkeypatch.setitem(sys.modules, "spandrel", None)
    code, output = upscale(tmp_path / "small.png", "--model", model, "--scale", 2)
    assert code == 1
    assert "pip install 'fdiwn-upscaler[spandrel]'" in " ".join(output.split())


def test_a_torchvision_of_another_pytorch_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    missing, defined = ["nms", "qnms"], []

    def load(name: str) -> None:
        if missing:
            raise RuntimeError(f"operator torchvision::{missing[0]} does not exist")

    def define(name: str, schema: str) -> None:
        defined.append(name)
        missing.pop(0)

    monkeypatch.setattr(spandrel_file, "import_module", load)
    monkeypatch.setattr(torch.library, "define", define)
    spandrel_file._import_torchvision()
    assert defined == ["torchvision::nms", "torchvision::qnms"]
    missing.append("roi_align")
    with pytest.raises(RuntimeError, match="roi_align"):
        spandrel_file._import_torchvision()


def test_own_files_are_opened_as_before(tmp_path: Path) -> None:
    for path in resource("weights").glob("*.safetensors"):
        assert kind_of(path) is None, path
    own = FDIWN(FDIWNConfig.for_scale(2, "FDIWN-M")).state_dict()
    assert kind_of(as_safetensors(own, tmp_path / "a.pth")) is None
    for save in (as_pth, as_old_pth):
        authors = {"Li1.MY1.scale_x1.scale": torch.ones(1)}
        assert kind_of(save(authors, tmp_path / "b.pt")) is None
