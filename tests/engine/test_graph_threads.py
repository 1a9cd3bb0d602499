"""Graphs are traced in several threads: of previews, of batches, and beside both."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import torch

from fdiwn.backends.contract import NO_CUT
from fdiwn.backends.openvino_graph import measuring_graph, tiles_graph
from fdiwn.network.folding import fold
from fdiwn.network.network import FDIWN
from tests.engine.conftest import smallest

ROUNDS = 6


def test_tracing_in_two_threads_at_once() -> None:
    """torch.fx takes part in all calls of modules while it traces, in whatever thread they are."""
    torch.manual_seed(0)
    network = fold(FDIWN(smallest(3)))
    with ThreadPoolExecutor(2) as threads:
        jobs = []
        for _ in range(ROUNDS):
            jobs.append(threads.submit(measuring_graph, network, NO_CUT))
            jobs.append(threads.submit(tiles_graph, network, "float32"))
        sizes = {len(job.result().get_ops()) for job in jobs}
    assert len(sizes) == 2
