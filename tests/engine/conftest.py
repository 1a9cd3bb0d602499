"""Small models for the tests of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from fdiwn.lab.training.initial import start_from_bicubic
from fdiwn.models.weights import save_network
from fdiwn.network.network import FDIWN, FDIWNConfig


@pytest.fixture(scope="session")
def bicubic_models(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """An FDIWN-M at every scale that gives the bicubic enlargement, as a real model file."""
    folder = tmp_path_factory.mktemp("models")
    paths = {}
    for scale in (2, 3, 4):
        torch.manual_seed(scale)
        network = FDIWN(FDIWNConfig.for_scale(scale, "FDIWN-M"))
        start_from_bicubic(network)
        paths[scale] = folder / f"bicubic-x{scale}.safetensors"
        save_network(network, paths[scale], {})
    return paths


@pytest.fixture
def one_thread() -> Iterator[None]:
    """Pictures this small are slower on several threads, much slower on a busy computer."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
