"""The engine process gives memory back when nothing is asked for, and works on as before."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import torch

from fdiwn.api.options import PLAIN_READING, UpscaleOptions
from fdiwn.api.tiles import Box
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.backends.contract import NO_CUT, Backend, Releases
from fdiwn.backends.openvino_backend import OpenVINOBackend
from fdiwn.enlarge import cache
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.preview.previewer import Previewer
from fdiwn.models.opening import open_backend
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Picture
from fdiwn.pixels.planes import Batch
from fdiwn.service.client.events import Ready
from fdiwn.service.client.orders import Shutdown
from fdiwn.service.server import loop
from fdiwn.service.server.engine import PipelineEngine
from tests.engine.conftest import smallest
from tests.gui.fake_engine import FakeEngine, draw


@pytest.fixture(scope="module")
def backend() -> OpenVINOBackend:
    torch.manual_seed(7)
    network = FDIWN(smallest(2))
    opened = open_backend(network, Place("cpu", "openvino", "float32"))
    assert isinstance(opened, OpenVINOBackend)
    return opened


def noise(height: int, width: int) -> Batch:
    values = np.random.default_rng(height).uniform(0, 255, (1, 3, height, width))
    return values.astype(np.float32)


def test_of_the_graphs_the_last_of_tiles_stays_and_all_work_on(backend: OpenVINOBackend) -> None:
    assert isinstance(backend, Releases)
    outputs = []
    for batch in (noise(20, 24), noise(16, 12)):
        whole, gates = backend.measure(batch, NO_CUT)
        (tile,) = (output.copy() for output in backend.run([(batch, gates)]))
        outputs.append((batch, gates, whole, tile))
    assert len(backend._shapes) == 2
    backend.release()
    assert [shape[2:] for shape in backend._shapes] == [(16, 12)]
    assert not backend._measuring
    for batch, gates, whole, tile in outputs:
        np.testing.assert_allclose(backend.measure(batch, NO_CUT)[0], whole, atol=1e-3)
        (again,) = (output.copy() for output in backend.run([(batch, gates)]))
        np.testing.assert_allclose(again, tile, atol=1e-3)


def test_kept_pictures_have_a_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """At rest a smaller one. The last alone may be larger as long as somebody works with it."""
    monkeypatch.setattr(cache, "MOST_BYTES", 10_000)
    monkeypatch.setattr(cache, "RESTED_BYTES", 5_000)
    pictures = PictureCache()
    for n in range(4):
        pictures.keep(n, lambda: Picture(np.zeros((40, 40, 3), np.uint8)))
    assert [pictures.find(n) is not None for n in range(4)] == [False, False, True, True]
    pictures.shrink()
    assert [pictures.find(n) is not None for n in range(4)] == [False, False, False, True]
    pictures.keep("large", lambda: Picture(np.zeros((400, 400, 3), np.uint8)))
    assert pictures.find("large") is not None
    assert pictures.find(3) is None
    pictures.shrink()
    assert pictures.find("large") is None


def test_back_ends_of_other_scales_are_let_go(bicubic_models: dict[int, Path]) -> None:
    """Two stay, as the steps of one enlargement take turns; of those one after a rest."""
    upscaler = Upscaler(PictureCache())

    def opened(scale: int) -> Backend:
        return upscaler.backend(bicubic_models[scale], REFERENCE, scale)

    second, third = opened(2), opened(3)
    assert opened(2) is second
    fourth = opened(4)
    assert opened(2) is second
    assert opened(4) is fourth
    assert opened(3) is not third
    upscaler.release()
    assert opened(4) is not fourth


def test_the_graph_that_was_prepared_last_stays(backend: OpenVINOBackend) -> None:
    backend.prepare((1, 3, 17, 19))
    coming = backend._coming
    assert coming is not None
    coming[1].result()
    backend.release()
    assert [shape[2:] for shape in backend._shapes] == [(17, 19)]


def test_after_a_rest_the_next_picture_loads_what_its_preview_needs(
    bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    """While it is decoded, and only once."""
    source = draw(tmp_path / "a.png", 40, 30)
    options = UpscaleOptions(2, str(bicubic_models[2]), device="cpu", backend="openvino")
    engine = PipelineEngine()

    def keep() -> bool:
        """Whether anything was loaded for it."""
        before = engine._warming
        engine.keep(source, options, PLAIN_READING)
        loading = engine._warming
        if loading is not None:
            loading.join()
        return loading is not before

    assert engine.rest()
    assert not keep()  # nobody has said for what
    engine.warm(options)
    assert not keep()
    assert engine.rest()
    assert keep()
    assert not keep()
    assert engine._made is not None
    (backend,) = engine._made[1]._upscaler._backends.values()
    assert isinstance(backend, OpenVINOBackend)
    assert backend._measuring


def test_a_preview_goes_on_after_its_views_were_forgotten(
    bicubic_models: dict[int, Path],
) -> None:
    previewer = Previewer(PictureCache())
    picture = Picture(np.random.default_rng(0).integers(0, 256, (24, 30, 3), np.uint8))
    options = UpscaleOptions(2, str(bicubic_models[2]), device="cpu", backend="torch")
    box = Box(0, 0, 60, 48)
    before = previewer.view(picture, options)
    pixels = before.tile(box)
    previewer.release()
    after = previewer.view(picture, options)
    assert after is not before
    assert (after.tile(box) == pixels).all()


def test_an_engine_that_warms_up_rests_later() -> None:
    engine, done = PipelineEngine(), threading.Event()
    assert engine.rest()
    engine._warming = threading.Thread(target=done.wait)
    engine._warming.start()
    assert not engine.rest()
    done.set()
    engine._warming.join()
    assert engine.rest()


def test_the_loop_lets_the_engine_rest_once_nothing_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Again as long as it must wait, and no more after that until something was asked for."""
    answers, rested = iter([False, False, True]), threading.Event()

    class Resting(FakeEngine):
        def rest(self) -> bool:
            answer = next(answers)  # a fourth time there is none
            if answer:
                rested.set()
            return answer

    monkeypatch.setattr(loop, "IDLE_SECONDS", 0.0)
    ours, theirs = multiprocessing.Pipe()
    running = threading.Thread(target=loop._Loop(theirs, Resting()).run)
    running.start()
    try:
        assert isinstance(ours.recv(), Ready)
        assert rested.wait(60)
    finally:
        ours.send(Shutdown())
        running.join()
    assert list(answers) == []


_FREED = """
import psutil
from fdiwn.service.server.engine import frugal_heap, give_back_heap

def taken():
    return psutil.Process().memory_info().rss

frugal_heap()
before = taken()
blocks, pins = [], []
for _ in range(50):
    blocks.append(bytearray(b"x" * 3_000_000))
    pins.append(bytearray(b"x" * 1000))
full = taken()
del blocks
give_back_heap()
print(before, full, taken())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' heaps take no such advice")
def test_what_was_freed_goes_back_to_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", _FREED], capture_output=True, check=True)
    before, full, after = map(int, done.stdout.split())
    assert full - before > 140_000_000
    assert after - before < 20_000_000
