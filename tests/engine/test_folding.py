"""The inference form computes what the training form computes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.api.resources import resource
from fdiwn.models.weights import load_fdiwn
from fdiwn.network.folding import fold
from fdiwn.network.network import FDIWN, FDIWNConfig
from tests.engine.conftest import smallest

TOLERANCE = 1e-3  # of 255


@pytest.fixture(scope="module")
def image() -> Tensor:
    """A busy piece of the sample picture, (1, 3, 24, 32)."""
    with Image.open(resource("sample/sample.png")) as sample:
        piece = np.array(sample.convert("RGB").crop((40, 110, 72, 134)))
    return torch.from_numpy(piece).permute(2, 0, 1)[None].float()


def shaken(config: FDIWNConfig) -> FDIWN:
    """A network whose every parameter differs from its start, so that each fold shows."""
    torch.manual_seed(1)
    network = FDIWN(config).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(1 + 0.1 * torch.randn_like(parameter))
            parameter.add_(0.01 * torch.randn_like(parameter))
    return network


def largest_difference(network: FDIWN, image: Tensor) -> float:
    """Of the folded from the training form, measured and given gates alike, in levels of 255."""
    with torch.inference_mode():
        expected = network(image)
        folded = fold(network)
        measured, gates = folded.measure(image)
        given = folded(image, gates)
    return max(float((output - expected).abs().max()) for output in (measured, given))


@pytest.mark.parametrize(("scale", "variant"), [(2, "FDIWN-M"), (4, "FDIWN")])
def test_folded_equals_the_training_form(image: Tensor, scale: int, variant: str) -> None:
    network = shaken(FDIWNConfig.for_scale(scale, variant)).double()  # random ones amplify rounding
    assert largest_difference(network, image.double()) < 1e-6


@pytest.mark.parametrize("scale", [2, 4])
def test_folded_equals_the_training_form_with_the_authors_weights(
    shared: Path, image: Tensor, scale: int
) -> None:
    network = load_fdiwn(shared / "weights" / f"fdiwn_x{scale}_authors.pt")
    assert largest_difference(network, image) < TOLERANCE


def test_a_silent_branch_stays_silent(image: Tensor) -> None:
    network = shaken(smallest(2)).double()
    block = network.get_submodule("fswgs.0.wdib1.wirw1")
    with torch.no_grad():
        block.get_parameter("res_scale").zero_()
    assert largest_difference(network, image.double()) < 1e-6


def test_the_network_itself_is_left_as_it_was(image: Tensor) -> None:
    network = shaken(smallest(2))
    before = {name: value.clone() for name, value in network.state_dict().items()}
    folded: nn.Module = fold(network)
    folded.to(torch.float64)
    after = network.state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert all(p.requires_grad for p in network.parameters())


def test_gates_hold_the_whole_image_and_only_it(image: Tensor) -> None:
    """With given gates the network is local: far away from a change nothing changes."""
    folded = fold(shaken(smallest(2)))
    wide = torch.nn.functional.pad(image, (0, 100, 0, 0), mode="replicate")
    changed = wide.clone()
    changed[..., -4:] = 0
    with torch.inference_mode():
        _, gates = folded.measure(wide)
        difference = (folded(wide, gates) - folded(changed, gates)).abs()
    assert difference[..., -20:].max() > 1
    assert difference[..., :100].max() == 0


def test_a_trunk_in_16_bits_keeps_whole_levels() -> None:
    """Rounded to bfloat16 as a whole, the same network is off by several levels everywhere."""
    folded = fold(load_fdiwn(resource("weights/fdiwn-x2.safetensors")))
    pixels = np.random.default_rng(5).integers(0, 256, (1, 3, 28, 28)).astype(np.float32)
    x = torch.arange(-6, 7)
    bell = torch.exp(-0.5 * (x / 1.5) ** 2)
    bell /= bell.sum()
    kernel = (bell[:, None] * bell).expand(3, 1, 13, 13)
    padded = functional.pad(torch.from_numpy(pixels), [6] * 4, mode="reflect")
    window = functional.conv2d(padded, kernel, groups=3)
    with torch.inference_mode():
        exact, gates = folded.measure(window)
        mixed = folded.with_trunk(torch.bfloat16)(window, gates)
    assert mixed.dtype == torch.float32
    difference = (mixed - exact).abs()
    assert 0 < difference.max() < 1
    assert difference.mean() < 0.05
