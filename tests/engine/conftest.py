"""Small models for the tests of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fdiwn.lab.training.initial import start_from_bicubic
from fdiwn.models.weights import save_network
from fdiwn.network.config import FDIWNConfig, Parts
from fdiwn.network.network import FDIWN
from fdiwn.network.units import ShuffleAttention


def smallest(scale: int) -> FDIWNConfig:
    """Of one FSWG with one WDIB: compiled and run ten times as fast as FDIWN-M."""
    parts = Parts(interaction=False)
    published = FDIWNConfig.for_scale(scale)
    return replace(
        published, width_wirw=12, width_expand=12, width_fuse=24, n_channels=12, n_fswg=1,
        n_wdib=1, parts=parts,
    )  # fmt: skip


def heed_statistics(network: FDIWN) -> None:
    """Attention that starts without weight gets some, as in training: statistics matter."""
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, ShuffleAttention):
                module.channel_weight.normal_()
                module.spatial_weight.normal_()


def lively(config: FDIWNConfig) -> FDIWN:
    """Near the bicubic enlargement, but its trunk speaks, and heeds the picture's statistics."""
    torch.manual_seed(7)
    network = FDIWN(config)
    start_from_bicubic(network)
    heed_statistics(network)
    with torch.no_grad():
        for layer in (network.conv1, network.up1):
            layer.weight.add_(0.03 * torch.randn_like(layer.weight))
    return network


@pytest.fixture(scope="session")
def bicubic_models(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The smallest FDIWN at every scale, which gives the bicubic enlargement, as a model file."""
    folder = tmp_path_factory.mktemp("models")
    paths = {}
    for scale in (2, 3, 4):
        torch.manual_seed(scale)
        network = FDIWN(smallest(scale))
        start_from_bicubic(network)
        paths[scale] = folder / f"bicubic-x{scale}.safetensors"
        save_network(network, paths[scale], {})
    return paths


@pytest.fixture(scope="session")
def published_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An FDIWN-M for x2 that gives the bicubic enlargement, where the published form matters."""
    network = FDIWN(FDIWNConfig.for_scale(2, "FDIWN-M"))
    start_from_bicubic(network)
    path = tmp_path_factory.mktemp("published") / "bicubic-x2.safetensors"
    save_network(network, path, {})
    return path


@pytest.fixture
def one_thread() -> Iterator[None]:
    """Pictures this small are slower on several threads, much slower on a busy computer."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
