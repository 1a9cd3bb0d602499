"""The forms of the paper's ablations: as large as they are said to be, trained, kept and run."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors import safe_open
from torch import nn
from typer.testing import CliRunner

from fdiwn.api.errors import WeightsError
from fdiwn.backends.choice import Place
from fdiwn.cli.main import app
from fdiwn.enlarge.tile_loop import Manner, enlarged
from fdiwn.lab.counting import parameters
from fdiwn.lab.evaluation import flops
from fdiwn.lab.evaluation.flops import multiply_adds, papers_multiply_adds
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.models.weights import import_checkpoint, load_network, save_network
from fdiwn.network.config import ABLATIONS, FDIWNConfig, Parts
from fdiwn.network.folding import fold
from fdiwn.network.network import FDIWN, WDIB, PlainFusion
from fdiwn.network.units import PlainResidual, ShuffleAttention, WideResidual
from tests.engine.conftest import lively, smallest

pytestmark = pytest.mark.usefixtures("one_thread")

# Parameters; multiply-adds in 1e9 as executed, and counted as the paper counts.
SIZES = {
    "group-baseline": (214_962, 47.5, 22.1),
    "group-bi": (225_330, 49.9, 24.4),
    "group-bi-wirw": (229_832, 50.9, 24.4),
    "units-plain": (152_408, 34.7, 34.7),
    "units-48": (96_264, 21.5, 12.0),
    "units-120": (124_344, 27.6, 12.0),
    "block-baseline": (61_880, 13.7, 8.4),
    "block-wr": (68_312, 15.1, 8.4),
    "block-scf": (81_096, 18.1, 10.8),
    "block-wr-dc": (73_496, 16.3, 9.6),
    "block-wr-dc-scf": (96_264, 21.5, 12.0),
}
each = pytest.mark.parametrize("name", ABLATIONS)


def shaken(config: FDIWNConfig) -> FDIWN:
    """Every parameter differs from its start: gates that start at 0 block what is behind them."""
    torch.manual_seed(2)
    network = FDIWN(config).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    return network


def small_network(name: str = "block-wr") -> FDIWN:
    return shaken(ABLATIONS[name].config(2))


@cache
def sizes(config: FDIWNConfig) -> tuple[int, float, float]:
    network = FDIWN(config)
    return parameters(network), multiply_adds(network), papers_multiply_adds(network)


@each
def test_a_form_is_as_large_as_its_row_says(name: str) -> None:
    counted = sizes(ABLATIONS[name].config(2))
    assert counted == pytest.approx(SIZES[name], rel=5e-3)
    assert counted[0] == SIZES[name][0]


@pytest.mark.parametrize("name", ["group-baseline", "group-bi", "group-bi-wirw"])
def test_the_groups_parts_are_those_of_the_paper(name: str) -> None:
    """That these counts agree is what tells which convolutions the paper's words mean."""
    row = ABLATIONS[name]
    learnt, _, counted = sizes(row.config(2))
    assert learnt == pytest.approx(1000 * row.papers_parameters, abs=500)
    assert counted == pytest.approx(row.papers_multiply_adds, abs=0.1)


@pytest.mark.parametrize(
    ("name", "scale"), [*((name, 2) for name in ABLATIONS), ("block-scf", 3), ("group-bi", 4)]
)
def test_a_form_enlarges_and_every_parameter_learns(name: str, scale: int) -> None:
    network = shaken(ABLATIONS[name].config(scale))
    output = network(torch.rand(2, 3, 7, 9) * 255)
    assert output.shape == (2, 3, 7 * scale, 9 * scale)
    output.square().mean().backward()
    unreached = [
        parameter_name
        for parameter_name, parameter in network.named_parameters()
        if parameter.grad is None or not parameter.grad.isfinite().all()
    ]
    assert unreached == []


def parts_of(config: FDIWNConfig) -> dict[str, int]:
    network = FDIWN(config)
    kinds = (WDIB, WideResidual, PlainResidual, PlainFusion, ShuffleAttention, nn.Conv2d)
    return {k.__name__: sum(type(m) is k for m in network.modules()) for k in kinds}


def test_each_part_can_be_left_out_of_the_whole_network() -> None:
    whole = FDIWNConfig.for_scale(2)
    count = parts_of(whole)
    assert (count["WDIB"], count["WideResidual"], count["PlainResidual"]) == (9, 66, 0)
    plain = parts_of(replace(whole, parts=Parts(units="plain")))
    assert (plain["WideResidual"], plain["PlainResidual"]) == (0, 66)
    assert plain["ShuffleAttention"] == 9  # that of the WDIBs themselves
    no_scf = parts_of(replace(whole, parts=Parts(scf=False)))
    assert (no_scf["PlainFusion"], no_scf["WideResidual"]) == (9, 57)
    no_wirw = parts_of(replace(whole, parts=Parts(wirw=False)))
    assert no_wirw["WideResidual"] == 63
    for parts, fewer in ((Parts(interaction=False), 9), (Parts(distillation=False), 18)):
        assert parts_of(replace(whole, parts=parts))["Conv2d"] == count["Conv2d"] - fewer
    narrow = FDIWN(replace(whole, parts=Parts(units="narrow")))
    assert {m.expand.weight_v.shape[:2] for m in narrow.modules() if type(m) is WideResidual} == {
        (24, 24),
        (12, 12),
        (48, 48),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"parts": Parts(), "n_wdib": 1},  # nothing to interact with
        {"n_fswg": 4},
        {"n_wdib": 2},
        {"n_channels": 24_000},
        {"width_fuse": 0},
        {"n_tail": 100_000},
    ],
)
def test_a_form_that_does_not_exist_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"FDIWN"):
        replace(FDIWNConfig.for_scale(2), **wrong)  # type: ignore[arg-type]  # ints and Parts
    with pytest.raises(ValueError, match="units"):
        Parts(units="wider")


@each
def test_the_folded_form_computes_the_same(name: str) -> None:
    network = small_network(name).double()
    image = torch.rand(1, 3, 14, 12, dtype=torch.float64) * 255
    with torch.inference_mode():
        expected = network(image)
        folded = fold(network)
        measured, gates = folded.measure(image)
        given = folded(image, gates)
    for output in (measured, given):
        assert float((output - expected).abs().max()) < 1e-6 * float(expected.abs().max())


def test_every_back_end_runs_every_kind_of_part(tmp_path: Path) -> None:
    """All that can be left out is, once; in tiles, so in 16 bits as well."""
    pixels = np.random.default_rng(4).integers(60, 200, (20, 64, 3), np.uint8)
    for number, name in enumerate(("block-baseline", "units-plain", "group-baseline")):
        path = tmp_path / f"{number}.safetensors"
        network = lively(replace(smallest(2), parts=ABLATIONS[name].parts))
        save_network(network, path, {})
        source = ModelFile(path)
        reference, *others = (
            enlarged(open_backend(source, Place("cpu", backend, precision)), pixels, Manner(16))
            for backend, precision in (
                ("torch", "float32"),
                ("openvino", "float32"),
                ("torch", "bfloat16"),
            )
        )
        for other in others:
            assert np.abs(reference.astype(int) - other.astype(int)).max() <= 2


@each
def test_a_model_file_knows_its_form(name: str, tmp_path: Path) -> None:
    network = FDIWN(ABLATIONS[name].config(3))
    save_network(network, tmp_path / "a.safetensors", {"source": "here"})
    loaded = load_network(tmp_path / "a.safetensors")
    assert loaded.config == network.config
    before, after = network.state_dict(), loaded.state_dict()
    assert all(torch.equal(before[key], after[key]) for key in before)
    with safe_open(tmp_path / "a.safetensors", "pt") as file:
        assert file.metadata()["variant"] == "FDIWN (ablation)"
    moved = import_checkpoint(tmp_path / "a.safetensors", tmp_path / "models")
    assert load_network(moved).config == network.config


def test_a_published_networks_file_says_nothing_new(tmp_path: Path) -> None:
    save_network(FDIWN(FDIWNConfig.for_scale(2, "FDIWN-M")), tmp_path / "m.safetensors", {})
    with safe_open(tmp_path / "m.safetensors", "pt") as file:
        assert set(file.metadata()) == {"format", "scale", "variant", "payload_sha256"}


def test_a_header_that_lies_is_refused(tmp_path: Path) -> None:
    network = small_network()
    save_network(network, tmp_path / "sound.safetensors", {})
    content = (tmp_path / "sound.safetensors").read_bytes()
    stated = json.dumps(network.config.as_dict(), sort_keys=True)
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    assert header["__metadata__"]["form"] == stated
    whole = network.config.as_dict()
    for form in (
        "{",
        "[]",
        "7",
        json.dumps(whole | {"n_fswg": 2}),  # there are no tensors for it
        json.dumps(whole | {"n_channels": 10**9}),
        json.dumps(whole | {"n_tail": True}),
        json.dumps(whole | {"more": 1}),
        json.dumps(whole | {"parts": {}}),
        json.dumps(whole | {"parts": {**whole["parts"], "scf": 1}}),  # type: ignore[dict-item]
    ):
        header["__metadata__"]["form"] = form
        lying = json.dumps(header).encode()
        path = tmp_path / "lying.safetensors"
        path.write_bytes(len(lying).to_bytes(8, "little") + lying + content[8 + size :])
        with pytest.raises(WeightsError, match="not an FDIWN model"):
            load_network(path)


def test_the_command_lists_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each is counted once; the published networks are in test_network.py.
    known = {FDIWNConfig.for_scale(2): (270.9, 112.0)}
    for name in ABLATIONS:
        known[ABLATIONS[name].config(2)] = sizes(ABLATIONS[name].config(2))[1:]
    for n, counts in enumerate(("multiply_adds", "papers_multiply_adds")):
        monkeypatch.setattr(
            flops, counts, lambda network, n=n: known.get(network.config, (0, 0))[n]
        )
    rows = json.loads(CliRunner().invoke(app, ["models", "ablations", "--json"]).stdout)
    published = {"FDIWN-M": 429_504, "FDIWN": 629_176}
    assert {row["name"]: row["parameters"] for row in rows} == published | {
        name: size[0] for name, size in SIZES.items()
    }
    whole = rows[1]
    assert whole["multiply_adds_executed"] == pytest.approx(270.9, rel=1e-3)
    assert whole["multiply_adds_counted_as_the_paper"] == pytest.approx(112.0, abs=0.05)
    assert whole["papers_multiply_adds"] == 112.0
    text = CliRunner().invoke(app, ["models", "ablations"]).output
    assert "229,832 (paper 230,000)" in text
    assert CliRunner().invoke(app, ["models", "ablations", "--scale", "5"]).exit_code == 2


def test_a_form_is_trained_kept_and_gone_on_with(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    noise = np.random.default_rng(3).integers(0, 256, (64, 64, 3), np.uint8)
    Image.fromarray(noise).save(photos / "a.png")
    output = tmp_path / "run"
    base = ["train", str(photos), "-o", str(output), "--scale", "2", "--patch", "12"]
    base += ["--batch", "2", "--device", "cpu", "--steps"]
    named = ["--ablation", "block-wr-dc"]
    run = CliRunner().invoke
    result = run(app, [*base, "1", *named])
    assert result.exit_code == 0, result.output
    path = output / "fdiwn-block-wr-dc-x2.safetensors"
    assert load_network(path).config == ABLATIONS["block-wr-dc"].config(2)
    other = run(app, [*base, "2", "--resume", "--ablation", "block-wr"])
    assert other.exit_code == 1
    assert "--ablation block-wr-dc" in other.stderr
    resumed = run(app, [*base, "2", "--resume", *named, "--from", str(path)])
    assert resumed.exit_code == 0, resumed.output
    assert "2 steps" in resumed.output
    for wrong in (["--ablation", "nonsense"], [*named, "--network", "FDIWN-M"]):
        assert run(app, [*base, "1", *wrong]).exit_code == 2
