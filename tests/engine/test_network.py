"""The network against the authors' own activations, and its parameter counts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.lab.counting import parameters
from fdiwn.lab.evaluation.flops import multiply_adds, papers_multiply_adds
from fdiwn.models.weights import load_network
from fdiwn.network.network import FDIWN, FDIWNConfig
from tests.engine.conftest import smallest

pytestmark = pytest.mark.usefixtures("one_thread")

# The authors' module names in the golden files, and ours.
MODULES = {
    "Sub_mean": "sub_mean",
    "head": "head",
    "Li1": "fswgs.0",
    "Li1__MY1": "fswgs.0.wdib1",
    "Li1__MY1__srb1": "fswgs.0.wdib1.wirw1",
    "Li1__MY1__rb1": "fswgs.0.wdib1.wcrw1",
    "Li1__MY1__A1_coffconv": "fswgs.0.wdib1.coefficient_a1",
    "Li1__MY1__fuse1": "fswgs.0.wdib1.scf.wcrw",
    "conv1": "conv1",
    "UP1": "up1",
    "UP2": "up2",
}
SHUFFLED = ("UP1", "UP2")  # theirs include the pixel shuffle


@pytest.fixture(params=(2, 3, 4), ids="x{}".format)
def golden_run(
    request: pytest.FixtureRequest, shared: Path
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """(expected, ours) by golden name, first call of each module and the output."""
    scale = request.param
    with np.load(shared / "golden" / f"fdiwn_x{scale}.npz") as file:
        expected = {name: torch.from_numpy(file[name]) for name in file.files}
    network = load_network(shared / "weights" / f"fdiwn_x{scale}_authors.pt")
    ours: dict[str, Tensor] = {}

    def remember(name: str) -> None:
        def hook(module: nn.Module, inputs: object, output: Tensor) -> None:
            ours.setdefault(name, output)

        network.get_submodule(MODULES[name]).register_forward_hook(hook)

    for name in MODULES:
        remember(name)
    with torch.no_grad():
        ours["output"] = network(expected.pop("input").float())
    for name in SHUFFLED:
        ours[name] = functional.pixel_shuffle(ours[name], scale)
    return expected, ours


def test_every_golden_activation_agrees(
    golden_run: tuple[dict[str, Tensor], dict[str, Tensor]],
) -> None:
    expected, ours = golden_run
    assert set(expected) == set(ours)
    for name, tensor in expected.items():
        error = (ours[name] - tensor).abs() - 2e-5 * tensor.abs()
        assert ours[name].shape == tensor.shape, name
        assert float(error.max()) <= 2e-3, name


# Scale, variant, parameters; multiply-adds in 1e9 for 1280 x 720: executed, as in the paper.
PUBLISHED = [
    (2, "FDIWN", 629_176, 270.9, 112.0),
    (3, "FDIWN", 646_486, 122.0, 51.5),
    (4, "FDIWN", 663_848, 71.2, 28.4),
    (2, "FDIWN-M", 429_504, 182.9, None),  # the authors' page has 433K and 73.6: another network
    (3, "FDIWN-M", 446_814, 82.9, 35.9),
    (4, "FDIWN-M", 454_648, 48.2, 19.6),
]


@pytest.mark.parametrize(("scale", "variant", "count", "executed", "papers"), PUBLISHED)
def test_a_network_is_as_large_as_in_the_paper(
    scale: int, variant: str, count: int, executed: float, papers: float | None
) -> None:
    network = FDIWN(FDIWNConfig.for_scale(scale, variant))
    assert parameters(network) == count
    assert multiply_adds(network) == pytest.approx(executed, rel=1e-3)
    if papers is not None:
        assert papers_multiply_adds(network) == pytest.approx(papers, abs=0.05)


def test_what_counting_hooks_into_is_left_as_it_was() -> None:
    network = FDIWN(smallest(4))
    papers_multiply_adds(network)
    assert not any(module._forward_hooks for module in network.modules())


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_the_output_has_the_scaled_size(scale: int) -> None:
    network = FDIWN(FDIWNConfig.for_scale(scale, "FDIWN-M")).eval()
    with torch.no_grad():
        assert network(torch.rand(2, 3, 9, 7) * 255).shape == (2, 3, 9 * scale, 7 * scale)


def test_gradients_reach_every_parameter() -> None:
    torch.manual_seed(0)
    network = FDIWN(FDIWNConfig.for_scale(4))
    with torch.no_grad():
        for parameter in network.parameters():  # gates that start at 0 block what is behind them
            parameter.add_(0.05 * torch.randn_like(parameter))
    network(torch.rand(1, 3, 8, 8) * 255).square().mean().backward()
    unreached = [
        name
        for name, parameter in network.named_parameters()
        if parameter.grad is None or not parameter.grad.isfinite().all()
    ]
    assert unreached == []


@pytest.mark.parametrize("shape", [(3, 8, 8), (1, 1, 8, 8), (1, 8, 8, 3)])
def test_another_layout_of_the_input_is_refused(shape: tuple[int, ...]) -> None:
    network = FDIWN(smallest(2))
    with pytest.raises(ValueError, match=r"takes \(N, 3, H, W\)"):
        network(torch.zeros(shape))


@pytest.mark.parametrize("keywords", [{"scale": 5}, {"scale": 2, "n_fswg": 4}])
def test_a_network_that_does_not_exist_is_refused(keywords: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="FDIWN"):
        FDIWNConfig(**keywords)  # type: ignore[arg-type]  # n_fswg and scale are the ints
