"""Networks other than FDIWN: trained, stored, and run like it, in tiles that fit together."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional
from typer.testing import CliRunner

from fdiwn.api.catalog import installed, read_metadata
from fdiwn.api.errors import WeightsError
from fdiwn.backends import contract
from fdiwn.backends.choice import Place
from fdiwn.backends.contract import Backend
from fdiwn.backends.onnx_graph import tiles_model
from fdiwn.cli.main import app
from fdiwn.enlarge.tile_loop import Manner, enlarged
from fdiwn.lab.comparators import drcn, registry
from fdiwn.lab.comparators.luma import Bicubic
from fdiwn.lab.comparators.registry import Comparator, comparator
from fdiwn.lab.evaluation.imresize import imresize
from fdiwn.lab.evaluation.lab import model_facts
from fdiwn.models.comparators import other_network
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.models.weights import import_checkpoint, load_fdiwn, load_network, save_network
from fdiwn.network.folding import fold
from fdiwn.network.other import FoldedOther, OtherNetwork
from fdiwn.network.units import WNConv2d, live_statistics

PLACES = {
    "openvino": Place("cpu", "openvino", "float32"),
    "torch": Place("cpu", "torch", "float32"),
}
SHAKE = 0.05
FAR = {"RFDN", "MAFFSRN", "MSFIN"}
"""Networks with a coarse view: what it sees depends on where its grid begins, and reaches far."""
pytestmark = pytest.mark.usefixtures("one_thread")


class Pooled(nn.Module):
    """Looks at the whole picture in each of the ways in which networks do; x2."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.utils.parametrizations.weight_norm(nn.Conv2d(3, 8, 3, padding=1))
        self.wide = WNConv2d(8, 8, 3)
        self.gate1, self.gate2 = nn.Conv2d(8, 8, 1), nn.Conv2d(8, 8, 1)
        self.gate3 = nn.Conv2d(8, 8, 1)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.tail = nn.Conv2d(8, 12, 3, padding=1)
        self.bicubic = Bicubic(2)

    def forward(self, x: Tensor) -> Tensor:
        h = functional.relu(self.head(x))
        h = h * torch.sigmoid(0.1 * self.gate1(self.pool(h)))
        h = self.wide(h)
        h = h * torch.sigmoid(0.1 * self.gate2(h.mean((2, 3), keepdim=True)))
        mean, variance = live_statistics(h)
        h = h * torch.sigmoid(self.gate3((variance + 1e-5).sqrt() + 0.0 * mean))
        out: Tensor = self.bicubic(x) + functional.pixel_shuffle(9 * self.tail(h), 2)
        return out


class Plain(nn.Module):
    """What FDIWN has not, but many have: groups, distance, halves, and other activations; x2."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.LeakyReLU(0.2))
        self.far = nn.Conv2d(4, 8, 3, padding=2, dilation=2)
        self.groups = nn.Conv2d(8, 12, 3, padding=1, groups=2)
        self.tail = nn.Sequential(nn.PixelShuffle(2), nn.Sigmoid())

    def forward(self, x: Tensor) -> Tensor:
        h = self.head(x)
        one, three = torch.split(h[:, :4], [1, 3], 1)
        h = self.far(h[:, 4:]) + torch.cat((three, h[:, 4:], one), 1)
        out: Tensor = 255 * self.tail(0.1 * self.groups(torch.relu(h)))
        return out


class Unusual(nn.Module):
    """An operation that no graph is made of, and one that cannot be traced; x2."""

    def __init__(self) -> None:
        super().__init__()
        self.bicubic = Bicubic(2)

    def forward(self, x: Tensor) -> Tensor:
        if x.shape[-1] > 1000:
            return x
        out: Tensor = self.bicubic(torch.cumsum(x, 1).diff(dim=1, prepend=0 * x[:, :1]))
        return out


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The networks of this module are in the registry."""
    more = tuple(
        Comparator(network.__name__, 2026, "", lambda scale, network=network: network(), {}, {})  # type: ignore[misc]
        for network in (Pooled, Plain, Unusual)
    )
    monkeypatch.setattr(registry, "COMPARATORS", registry.COMPARATORS + more)


def shaken(name: str, scale: int) -> OtherNetwork:
    """As if trained a little: no layer is as it starts."""
    torch.manual_seed(5)
    network = other_network(name, scale)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(SHAKE * parameter.abs().mean() * torch.randn_like(parameter))
    return network.eval()


def noise(height: int, width: int) -> Tensor:
    """(1, 3, H, W), 0..255: brighter to the right, so that parts have other means."""
    grain = torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(2))
    return 60 * grain + torch.linspace(0, 190, width)


def picture(height: int, width: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return noise(height, width)[0].permute(1, 2, 0).numpy().astype(np.uint8)


@pytest.mark.parametrize("scale", [2, 3, 4])
@pytest.mark.parametrize("name", ["SRCNN", "FSRCNN"])
def test_networks_of_luma_leave_chroma_bicubic(name: str, scale: int) -> None:
    x = noise(9, 13)
    bicubic = imresize(x, Fraction(scale))
    with torch.no_grad():
        new = comparator(name).build(scale)(x)
        changed = shaken(name, scale)(x) - bicubic
    assert new.shape == bicubic.shape
    if name == "SRCNN":  # passes the bicubic enlargement on; FSRCNN's start is only near to it
        assert (new - bicubic).abs().max() < 1e-2
    assert (new - bicubic).abs().mean() < 25
    assert changed.abs().mean() > 0.1
    assert (changed - changed[:, :1]).abs().max() < 1e-3


@pytest.mark.usefixtures("known")
def test_means_over_the_picture_become_gates() -> None:
    network, x = shaken("Pooled", 2), noise(16, 40)
    folded = fold(network)
    assert isinstance(folded, FoldedOther)
    with torch.no_grad():
        whole, gates = folded.measure(x)
        assert torch.allclose(whole, network(x), atol=1e-3)
        assert gates.shape == (1, 8 + 8 + 16, 1, 1)
        assert torch.equal(folded(x, gates), whole)
        left = folded(x[..., :24], gates)[..., : 2 * (24 - folded.margin)]
        alone = network(x[..., :24])[..., : 2 * (24 - folded.margin)]
        wanted = whole[..., : 2 * (24 - folded.margin)]
        assert (left - wanted).abs().max() < 1e-3
        assert (alone - wanted).abs().max() > 1  # what the gates are for
        each, rows = folded.measure_each(torch.cat((x, x.flip(1))))
        assert torch.allclose(each[1:], network(x.flip(1)), atol=1e-3)
        assert torch.allclose(rows[:1], gates, atol=1e-4)


@pytest.mark.parametrize(
    ("name", "scale", "reach"),
    [("SRCNN", 2, 6), ("SRCNN", 4, 4), ("FSRCNN", 2, 8), ("FSRCNN", 4, 7)],
)
def test_the_margin_is_found(name: str, scale: int, reach: int) -> None:
    folded = fold(shaken(name, scale))
    assert isinstance(folded, FoldedOther)
    assert not folded.has_gates
    assert folded.reach == reach
    assert folded.margin in (12, 16)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("library", ["openvino", "torch"])
@pytest.mark.parametrize("name", ["SRCNN", "FSRCNN", "Pooled", "Plain"])
def test_tiles_are_the_whole_picture(name: str, library: str) -> None:
    network, pixels = shaken(name, 2), picture(34, 50)
    backend = open_backend(network, PLACES[library])
    assert (backend.name, backend.notes) == (library, ())
    whole = enlarged(backend, pixels).astype(int)
    tiles = enlarged(backend, pixels, Manner(tile=24)).astype(int)
    assert abs(whole - tiles).max() <= 1
    x = torch.from_numpy(pixels).permute(2, 0, 1)[None].float()
    output, _ = backend.measure(x.numpy())
    with torch.no_grad():
        assert abs(output - network(x).numpy()).max() < 1e-2


@pytest.mark.parametrize("name", [network.name for network in registry.COMPARATORS])
def test_each_network_is_stored_and_enlarges_in_tiles(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drcn, "WIDTH", 32)  # of 256: that takes many seconds
    monkeypatch.setattr(
        contract, "MOST_SHIFT", contract.MOST_BEYOND
    )  # untrained, they keep no average
    file, small, result = (tmp_path / n for n in ("model.safetensors", "a.png", "b.png"))
    save_network(shaken(name, 2), file, {})
    backend = open_backend(load_network(file), PLACES["torch"])
    pixels = picture(10, 2 * backend.margin + 24)
    Image.fromarray(pixels[:, :24]).save(small)
    command = ["upscale", str(small), "-o", str(result), "--model", str(file), "--scale", "2"]
    done = CliRunner().invoke(app, [*command, "--device", "cpu", "--backend", "torch"])
    assert done.exit_code == 0, done.output
    with Image.open(result) as image:
        assert image.size == (48, 20)
    whole = enlarged(backend, pixels).astype(int)
    tiles = enlarged(backend, pixels, Manner(tile=16)).astype(int)
    if name in FAR:
        assert "seams between tiles may show" in backend.notes[0]
    else:
        assert backend.notes == ()
        assert abs(whole - tiles).max() <= 1
    assert whole.std() > 1


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("name", ["FSRCNN", "Pooled", "Plain"])
def test_onnx_graphs_give_the_same(name: str) -> None:
    network, x = shaken(name, 2), noise(11, 17)
    folded = fold(network)
    session = onnxruntime.InferenceSession(
        tiles_model(folded, "float32").SerializeToString(), providers=["CPUExecutionProvider"]
    )
    with torch.no_grad():
        _, gates = folded.measure(x)
        (output,) = session.run(None, {"x": x.numpy(), "gates": gates.numpy()})
        assert abs(output - network(x).numpy()).max() < 1e-2


@pytest.mark.usefixtures("known")
def test_what_no_graph_is_made_of_runs_in_pytorch() -> None:
    backend: Backend = open_backend(shaken("Unusual", 2), Place("cpu", "openvino", "bfloat16"))
    assert (backend.name, backend.precision) == ("torch", "float32")
    pixels = picture(20, 30)
    whole = enlarged(backend, pixels, Manner(tile=16)).astype(int)
    expected = imresize(torch.from_numpy(pixels).permute(2, 0, 1)[None].double(), Fraction(2))
    assert abs(whole - expected[0].permute(1, 2, 0).clamp(0, 255).numpy()).max() <= 1


def test_the_arithmetic_of_a_model_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "fsrcnn-x2.safetensors"
    save_network(shaken("FSRCNN", 2), file, {})
    facts = model_facts(ModelFile(file), "mine")
    assert (facts.variant, facts.parameters) == ("FSRCNN", 12_809)
    assert facts.paper_multiply_adds == 6.0
    assert facts.multiply_adds == pytest.approx(2.954, abs=0.01)  # a tap per output pixel less


def test_a_file_names_its_network(tmp_path: Path) -> None:
    network, path = shaken("FSRCNN", 3), tmp_path / "mine.safetensors"
    save_network(network, path, {"licence": "CC0"})
    stated = read_metadata(path) or {}
    assert (stated["network"], stated["variant"], stated["scale"]) == ("FSRCNN", "FSRCNN", "3")
    loaded = load_network(path)
    assert isinstance(loaded, OtherNetwork)
    assert (loaded.name, loaded.scale, ModelFile(path).scale) == ("FSRCNN", 3, 3)
    with torch.no_grad():
        assert torch.equal(loaded(noise(8, 8)), network(noise(8, 8)))
    with pytest.raises(WeightsError, match="is of FSRCNN"):
        load_fdiwn(path)
    target = import_checkpoint(path, tmp_path / "home" / "models")
    assert target.read_bytes() != b""
    assert isinstance(load_network(target), OtherNetwork)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda n: setattr(n, "name", "SRCNN"), "not those of SRCNN x3"),
        (lambda n: setattr(n, "name", "NoNetwork"), "not 'NoNetwork'"),
        (lambda n: setattr(n, "scale", 4), "not those of FSRCNN x4"),
        (lambda n: next(n.parameters()).data.fill_(torch.inf), "infinite"),
    ],
)
def test_other_files_are_refused(
    change: Callable[[OtherNetwork], object], why: str, tmp_path: Path
) -> None:
    network = shaken("FSRCNN", 3)
    change(network)
    save_network(network, tmp_path / "wrong.safetensors", {})
    with pytest.raises(WeightsError, match=why):
        load_network(tmp_path / "wrong.safetensors")


def test_trained_stopped_resumed_and_used_by_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)  # drawing takes longer than all the rest
    folder, run = tmp_path / "photos", tmp_path / "run"
    folder.mkdir()
    Image.fromarray(picture(64, 64)).save(folder / "a.png")
    base = ["train", str(folder), "-o", str(run), "--network", "FSRCNN", "--scale", "2"]
    base += ["--patch", "12", "--batch", "2", "--device", "cpu", "--loss", "luma"]

    def command(*words: str) -> str:
        result = CliRunner().invoke(app, list(words))
        assert result.exit_code == 0, result.output
        return result.output

    command(*base, "--steps", "2")
    command(*base, "--steps", "4", "--resume")
    log = (run / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["step"] for line in log] == [2, 4]
    refused = CliRunner().invoke(app, [*base[:5], "SRCNN", *base[6:], "--steps", "5", "--resume"])
    assert refused.exit_code == 1
    assert "another network" in refused.output
    weights = run / "fsrcnn-x2.safetensors"

    monkeypatch.setenv("FDIWN_MODELS_DIR", str(tmp_path / "models"))
    assert "fsrcnn-x2" in command("models", "import", str(weights))
    assert next(m.info.network for m in installed(2) if m.info.name == "fsrcnn-x2") == "FSRCNN"
    small, result = tmp_path / "small.png", tmp_path / "result.png"
    Image.fromarray(picture(20, 30)).save(small)
    options = ["--model", "fsrcnn-x2", "--scale", "2", "--device", "cpu"]
    output = command("upscale", str(small), "-o", str(result), *options)
    assert "fsrcnn-x2" in output
    with Image.open(result) as image:
        assert image.size == (60, 40)


def test_a_warm_start_from_another_scale_takes_the_body_alone() -> None:
    from fdiwn.lab.training.initial import warm_start

    old, new = shaken("FSRCNN", 4), other_network("FSRCNN", 2)
    deconv = new.state_dict()["body.deconv.x2.weight"].clone()
    left_out = warm_start(new, old.state_dict())
    assert left_out == ["body.deconv.x2.weight", "body.deconv.x2.bias"]
    before, after = old.state_dict(), new.state_dict()
    assert torch.equal(after["body.body.0.weight"], before["body.body.0.weight"])
    assert torch.equal(after["body.deconv.x2.weight"], deconv)
