"""The networks that the paper compares: their sizes are the published ones, and they can learn."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import torch
from torch import fx, nn
from typer.testing import CliRunner

from fdiwn.cli.main import app
from fdiwn.lab.comparators import drcn
from fdiwn.lab.comparators.carn import CARN
from fdiwn.lab.comparators.ecbsr import ECBSR, EdgeBlock
from fdiwn.lab.comparators.lapar import LAPAR
from fdiwn.lab.comparators.registry import COMPARATORS, comparator
from fdiwn.lab.comparators.rfdn import ESA, RFDN
from fdiwn.lab.counting import count, parameters
from fdiwn.lab.evaluation.comparison import section
from fdiwn.lab.evaluation.networks import VARIANTS, Sizes, sizes, with_executed
from fdiwn.lab.evaluation.published import published
from fdiwn.network.units import live_statistics

pytestmark = pytest.mark.usefixtures("one_thread")

NAMES = [network.name for network in COMPARATORS]
# The reasons are in the registry's notes, and in tests below.
OTHER_PARAMETERS = {"FSRCNN": 0.07, "LapSRN": 0.073, "CARN": 0.31, "CARN-M": 0.29, "RFDN": 0.06}
OTHER_MULTIPLY_ADDS = {"LapSRN": 0.23}


@pytest.fixture(scope="module")
def counted() -> dict[tuple[str, int], Sizes]:
    return {(row.name, scale): row for scale in (3, 4) for row in sizes(scale)}


@pytest.mark.parametrize("scale", [3, 4])
@pytest.mark.parametrize("name", [*NAMES, *VARIANTS])
def test_the_sizes_are_the_published_ones(
    counted: dict[tuple[str, int], Sizes], name: str, scale: int
) -> None:
    row = counted[name, scale]
    if row.published_parameters is not None:
        off = OTHER_PARAMETERS.get(name, 0.01)
        assert row.parameters == pytest.approx(row.published_parameters, rel=off)
        assert off == 0.01 or row.note
    if row.published_multiply_adds is not None:
        off = OTHER_MULTIPLY_ADDS.get(name, 0.02)
        assert row.as_published == pytest.approx(row.published_multiply_adds, rel=off)
        assert off == 0.02 or row.note
    if row.as_published != pytest.approx(row.executed) and name != "MSFIN":
        assert row.note or name == "FSRCNN"


@pytest.mark.parametrize("scale", [3, 4])
def test_the_registry_has_every_figure_of_the_tables(scale: int) -> None:
    known = {network.name: network for network in COMPARATORS}
    for row in published(scale):
        name = row.model.partition(" (")[0]
        if name not in VARIANTS:
            assert 1000 * known.pop(name).parameters[scale] == row.parameters
            assert comparator(name).multiply_adds[scale] == row.multiply_adds
    missing = {"s-LWSR", "MSFIN"} | ({"LapSRN", "ECBSR"} if scale == 3 else set())
    assert set(known) == missing


@pytest.mark.parametrize("mobile", [False, True])
def test_carns_published_parameters_are_with_all_tails(mobile: bool) -> None:
    networks = [CARN(scale, mobile) for scale in (2, 3, 4)]
    tails = [parameters(network.enlarge) for network in networks]
    whole = parameters(networks[0]) - tails[0] + sum(tails)
    assert whole == pytest.approx(412_000 if mobile else 1_592_000, rel=0.01)


def test_rfdns_published_parameters_are_without_the_inside_of_its_attention() -> None:
    for scale, published_parameters in ((3, 541_000), (4, 550_000)):
        network = RFDN(scale)
        inside = sum(
            parameters(part)
            for esa in network.modules()
            if isinstance(esa, ESA)
            for part in (esa.skip, esa.step, esa.coarse)
        )
        assert round((parameters(network) - inside) / 1000) == published_parameters // 1000


def test_lapsrns_published_sizes_are_with_smaller_transposed_kernels() -> None:
    network = comparator("LapSRN").build(4)
    for layer in network.modules():
        if isinstance(layer, nn.ConvTranspose2d):
            weight = layer.weight.detach()[..., :3, :3]
            layer.weight = nn.Parameter(weight)
            layer.padding, layer.output_padding = (1, 1), (1, 1)
    counted = count(network, 4)
    assert counted.parameters == pytest.approx(813_000, rel=0.01)
    assert counted.at_output == pytest.approx(149.4, rel=0.01)


@pytest.mark.parametrize("scale", [2, 3, 4])
@pytest.mark.parametrize("name", NAMES)
def test_each_network_enlarges_and_learns(
    name: str, scale: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drcn, "WIDTH", 32)  # of 256: that takes many seconds
    torch.manual_seed(scale)
    network = comparator(name).build(scale)
    h, w = (8, 9) if scale == 2 else (8, 8)
    x, target = 255 * torch.rand(1, 3, h, w), 255 * torch.rand(1, 3, scale * h, scale * w)
    before = {key: value.detach().clone() for key, value in network.named_parameters()}
    output = network(x)
    assert output.shape == target.shape
    assert output.isfinite().all()
    (output - target).abs().mean().backward()
    torch.optim.SGD(network.parameters(), 1e-2).step()
    after = dict(network.named_parameters())
    assert all(value.grad is not None and value.isfinite().all() for value in after.values())
    assert any(not torch.equal(before[key], value) for key, value in after.items())


@pytest.mark.parametrize(("name", "looks"), [("IMDN", 6), ("MADNet", 12), ("MSFIN", 48)])
def test_every_look_at_the_whole_picture_is_found_by_tracing(name: str, looks: int) -> None:
    """Of these the picture's values are given to every tile."""
    network = comparator(name).build(2)
    graph = fx.Tracer(autowrap_functions=(live_statistics,)).trace(network)
    assert sum(node.target is live_statistics for node in graph.nodes) == looks
    assert not any(node.target in ("mean", torch.mean) for node in graph.nodes)


def test_ecbsr_folds_to_plain_convolutions() -> None:
    torch.manual_seed(0)
    network = ECBSR(2)
    with torch.no_grad():
        for value in network.parameters():
            value.add_(torch.randn_like(value), alpha=0.02)
    plain = network.folded()
    assert not any(isinstance(layer, EdgeBlock) for layer in plain.modules())
    x = 255 * torch.rand(1, 3, 12, 10)
    with torch.inference_mode():
        expected, folded = network(x), plain(x)
        bicubic = network.bicubic(x)
    assert (expected - bicubic).abs().max() > 1  # it does something
    assert torch.allclose(folded / 255, expected / 255, atol=1e-4)


def test_lapars_dictionary_reaches_the_bicubic_enlargement() -> None:
    """Its Gaussians keep brightness, its differences take none."""
    filters = LAPAR(2).dictionary[:, :, 0, 0]
    assert filters.shape == (25, 72)
    sums = filters.sum(0)
    assert torch.allclose(sums, torch.tensor([1.0] * 24 + [0.0] * 48), atol=1e-6)
    assert torch.linalg.matrix_rank(filters) > 12


def test_other_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"LapSRN.*not 'lapsrn'"):
        comparator("lapsrn")


def test_the_registry_is_light() -> None:
    code = (
        "import sys, fdiwn.lab.comparators.registry; "
        "print([name for name in ('torch', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"


def test_plots_show_what_published_networks_execute(
    counted: dict[tuple[str, int], Sizes],
) -> None:
    rows = {row.short_name: row for row in with_executed(section(4, [])).rows if not row.ablation}
    assert rows["RFDN"].multiply_adds is None  # the published figure
    for name in ("FDIWN", "MAFFSRN", "IDN", "FSRCNN", "LapSRN"):
        assert rows[name].multiply_adds == pytest.approx(counted[name, 4].executed)


def test_the_command_shows_the_sizes(counted: dict[tuple[str, int], Sizes]) -> None:
    def shown(*options: str) -> str:
        done = CliRunner().invoke(app, ["models", "compare", "--scale", "3", *options])
        assert done.exit_code == 0, done.output
        return done.stdout

    records = json.loads(shown("--json"))
    assert [record["name"] for record in records] == [*NAMES, *VARIANTS]
    assert records[0]["parameters"] == counted["SRCNN", 3].parameters
    lines = shown("--markdown").splitlines()
    assert "| IDN | 2018 | 590,915 | 590,000 | 60.2 | 105.6 | 105.6 |" in lines
    assert any(line.startswith("- RFDN: ") for line in lines)
    assert "x3  MSFIN (2021)  parameters 780,487 (published -)" in shown()
    for wrong in (["--scale", "5"], ["--json", "--markdown"]):
        assert CliRunner().invoke(app, ["models", "compare", *wrong]).exit_code == 2
