"""What is drawn of the network is what the network computed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from typer.testing import CliRunner, Result

from fdiwn.api.resources import resource
from fdiwn.api.tiles import Box
from fdiwn.cli.main import app
from fdiwn.lab.inspection.features import middle, watch
from fdiwn.lab.inspection.sheet import stretched, strongest
from fdiwn.models.weights import load_fdiwn, save_network
from fdiwn.network.config import ABLATIONS
from fdiwn.network.network import FDIWN
from fdiwn.network.units import live_statistics

pytestmark = pytest.mark.usefixtures("one_thread")

MODEL = "weights/fdiwn-x2.safetensors"


@pytest.fixture(scope="module")
def piece() -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A piece of the sample picture, (1, 3, 40, 48)."""
    with Image.open(resource("sample/sample.png")) as image:
        sample = np.asarray(image.convert("RGB"))
    return np.ascontiguousarray(sample[110:150, 40:88].transpose(2, 0, 1)[None], np.float32)


def test_the_stages_are_the_networks_own(
    piece: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
) -> None:
    network = load_fdiwn(resource(MODEL))
    seen = watch(network, piece)
    stages = {stage.label: stage.maps for stage in seen.stages}
    uses = ["L1", "L1, again", "L2", "L3", "L2, again", "L3, again"]
    assert [label for label in stages if label.startswith("FSWG")] == [f"FSWG {n}" for n in uses]
    units = ["WIRW1", "WCRW1", "WIRW2", "WCRW2", "WIRW3", "WIRW4", "SCF"]
    for group in ("L1", "L2", "L3"):
        of_group = [label for label in stages if label.startswith(f"{group}, WDIB1 ")]
        assert of_group == [f"{group}, WDIB1 {unit}" for unit in units]
    x = torch.from_numpy(piece)
    with torch.inference_mode():
        shifted = network.sub_mean(x)
        head = network.head(shifted)
        first = network.get_submodule("fswgs.0")(head, live_statistics)
        wirw1 = network.get_submodule("fswgs.0.wdib1.wirw1")(head, live_statistics)
        output = network(x)
    for label, expected in (
        ("Head", head),
        ("FSWG L1", first),
        ("L1, WDIB1 WIRW1", wirw1),
        ("Output", output),
    ):
        assert np.array_equal(stages[label], expected[0].numpy()), label
    parts = stages["Tail: UP1, what the trunk adds"] + stages["Tail: UP2, the skip's part"]
    with torch.inference_mode():
        summed = network.add_mean(torch.from_numpy(parts[None]))
    assert torch.allclose(summed, output, atol=1e-3)
    assert not any(module._forward_hooks for module in network.modules())


def test_the_gains_are_those_that_were_used(
    piece: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
) -> None:
    network = load_fdiwn(resource(MODEL))
    gains = watch(network, piece).gains
    assert [use.label for use in gains][:3] == ["L1", "L1, again", "L2"]
    for use in gains:
        assert len(use.coefficients) == 12
        assert len(use.attention) == 25
        assert all(v.min() >= 0.5 and v.max() <= 1 for v in use.coefficients.values())
        assert all(v.min() > 0 and v.max() < 1 for v in use.attention.values())
    block = network.get_submodule("fswgs.0.wdib1")
    with torch.inference_mode():
        head = network.head(network.sub_mean(torch.from_numpy(piece)))
        of_x = block.get_submodule("coefficient_b1")(head, live_statistics)
        wide = block.get_submodule("wirw1")
        body = wide.get_submodule("extract")(
            wide.get_submodule("reduce")(wide.get_submodule("expand")(head).relu())
        )
        weight, bias = (wide.get_parameter(f"attention.channel_{n}") for n in ("weight", "bias"))
        first = torch.sigmoid(weight[0] * body[0, :2].mean((1, 2), keepdim=True) + bias[0])
    assert np.array_equal(gains[0].coefficients["WDIB1 CCL B1"], of_x[0].numpy())
    assert np.allclose(gains[0].attention["WDIB1 WIRW1"][:2], first.numpy(), atol=1e-5)


@pytest.mark.parametrize("name", ["units-plain", "block-baseline"])
def test_other_forms_can_be_looked_at_too(
    name: str, piece: np.ndarray[tuple[int, ...], np.dtype[np.float32]]
) -> None:
    seen = watch(FDIWN(ABLATIONS[name].config(2)).eval(), piece)
    assert [stage.label for stage in seen.stages][-1] == "Output"
    assert [len(use.coefficients) for use in seen.gains] == [4]
    count = 1 if name == "units-plain" else 8  # of the WDIB; of its WIRW and WCRW, and the FSWG's
    assert [len(use.attention) for use in seen.gains] == [count]


def test_only_the_middle_of_a_large_picture_is_shown() -> None:
    assert middle(100, 40, 256) == Box(0, 0, 100, 40)
    assert middle(1000, 301, 256) == Box(372, 22, 628, 278)


def test_maps_are_chosen_and_stretched() -> None:
    maps = np.zeros((9, 4, 4), np.float32)
    for channel, size in ((7, 3.0), (2, 2.0), (5, 1.0)):
        maps[channel, :2] = size
    assert strongest(maps, 3) == [2, 5, 7]
    assert (stretched(maps[0]) == 0.5).all()
    assert sorted(set(stretched(maps[7]).ravel().tolist())) == [0, 1]


@pytest.fixture(scope="module")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("models") / "small.safetensors"
    save_network(FDIWN(ABLATIONS["block-wr"].config(2)), path, {})
    return path


def inspect(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["inspect", *map(str, arguments)])


def test_the_command_draws_both_pictures(tmp_path: Path, small_model: Path) -> None:
    source = tmp_path / "a$1_b$ 漢\n.png"  # nothing of it is a formula
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (30, 70), np.uint8)).save(source)
    sheet = tmp_path / "sheet.png"
    done = inspect(source, "-o", sheet, "--model", small_model, "--side", 48)
    assert done.exit_code == 0, done.output
    assert "48 x 30 pixels in the middle of 70 x 30" in done.output
    for name in ("sheet.png", "sheet-gains.png"):
        with Image.open(tmp_path / name) as image:
            assert min(image.size) > 500
    assert {p.name for p in tmp_path.iterdir()} - {"home"} == {
        source.name,
        "sheet.png",
        "sheet-gains.png",
    }
    again = inspect(source, "-o", sheet, "--model", small_model)
    assert again.exit_code == 1
    assert "exists already" in again.stderr


def test_the_command_says_what_it_cannot_do(
    tmp_path: Path, small_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = resource("sample/sample.png")
    target = tmp_path / "a.png"
    assert inspect(sample, "-o", tmp_path / "a.jpg").exit_code == 2
    assert inspect(sample, "-o", target, "--scale", 5).exit_code == 2
    for arguments, words in (
        ((tmp_path / "none.png", "-o", target, "--model", small_model), "none.png"),
        ((sample, "-o", target, "--model", sample), "not a model"),
        ((sample, "-o", tmp_path / "no" / "a.png", "--model", small_model), "a.png"),
    ):
        failed = inspect(*arguments, "--side", 16)
        assert failed.exit_code == 1, failed.output
        assert words in failed.stderr
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    missing = inspect(sample, "-o", target, "--model", small_model)
    assert "pip install 'fdiwn-upscaler[plots]'" in missing.stderr
    assert not list(tmp_path.glob("*.png"))
    assert not list(tmp_path.glob(".*"))
