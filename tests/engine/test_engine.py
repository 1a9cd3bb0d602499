"""Tiles, statistics and depth, on a small random FDIWN and random pictures."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from fdiwn.api.errors import Cancelled
from fdiwn.backends import contract
from fdiwn.backends.contract import Backend
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.enlarge import statistics
from fdiwn.enlarge.statistics import sample_boxes, sample_cut
from fdiwn.enlarge.tile_loop import NORMAL, Manner, enlarge, enlarged
from fdiwn.network.folding import fold
from fdiwn.network.network import FDIWN
from fdiwn.pixels.average import keep_average
from fdiwn.pixels.picture import Pixels
from fdiwn.pixels.planes import ALL_EIGHT, Orientation
from tests.engine.conftest import heed_statistics, smallest


def training_form() -> FDIWN:
    torch.manual_seed(7)
    network = FDIWN(smallest(2))
    heed_statistics(network)
    return network


@pytest.fixture(scope="module")
def engine() -> Backend:
    return TorchBackend(fold(training_form()), torch.device("cpu"), "float32")


@pytest.fixture(autouse=True)
def any_average(monkeypatch: pytest.MonkeyPatch) -> None:
    """A random network does not keep it."""
    monkeypatch.setattr(contract, "MOST_SHIFT", 255.0)


def picture(height: int, width: int, bands: int, dtype: type = np.uint8, seed: int = 0) -> Pixels:
    """Blobs, a gradient and noise, different in every band; no two places alike."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    planes = []
    for _ in range(bands):
        a, b, c = random.uniform(0.02, 0.3, 3)
        wave = np.sin(a * x + b * y) + np.cos(c * x) + x / width + random.normal(0, 0.3, x.shape)
        planes.append((wave - wave.min()) / np.ptp(wave))
    top = np.iinfo(dtype).max
    pixels: Pixels = np.rint(np.stack(planes, -1) * top).astype(dtype)
    return pixels


def run(engine: Backend, pixels: Pixels, tile: int | None) -> Pixels:
    return enlarged(engine, pixels, Manner(tile))


def test_a_small_picture_is_the_networks_own_output(engine: Backend) -> None:
    pixels = picture(60, 44, 3)
    batch = pixels.transpose(2, 0, 1)[None].astype(np.float32)
    with torch.no_grad():
        direct = training_form()(torch.from_numpy(batch)).numpy()
    kept = keep_average(batch, direct)[0].transpose(1, 2, 0)
    expected = np.rint(np.clip(kept, 0, 255)).astype(np.uint8)
    difference = np.abs(run(engine, pixels, None).astype(int) - expected)
    assert difference.max() <= 1
    assert (difference > 0).mean() < 1e-3


@pytest.mark.parametrize(("tile", "bands"), [(32, 3), (50, 1), (64, 4), (90, 2)])
def test_tiles_equal_the_whole_picture(engine: Backend, tile: int, bands: int) -> None:
    pixels = picture(120, 95, bands)
    whole, tiled = run(engine, pixels, None), run(engine, pixels, tile)
    assert whole.shape == (240, 190, bands)
    assert np.abs(whole.astype(int) - tiled).max() <= 1


def test_a_large_picture_is_sampled_and_its_tiles_agree(
    engine: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "WHOLE_LIMIT", 64 * 64)
    monkeypatch.setattr(statistics, "SAMPLE_SIDE", 48)
    pixels = picture(150, 170, 3)
    a, b = run(engine, pixels, 64), run(engine, pixels, 128)
    assert np.abs(a.astype(int) - b).max() <= 1


def test_frozen_statistics_matter(engine: Backend) -> None:
    """The check that the test above can fail: a tile with statistics of its own differs."""
    pixels = picture(96, 96, 3)
    pixels[:, 48:] //= 8
    whole = run(engine, pixels, None)
    alone = run(engine, np.ascontiguousarray(pixels[:, :48]), None)
    assert np.abs(whole[:, :40].astype(int) - alone[:, :40]).max() > 1


def test_sixteen_bits_go_through(engine: Backend) -> None:
    pixels = picture(64, 64, 3, np.uint16)
    out = run(engine, pixels, None)
    assert out.dtype == np.uint16
    assert len(np.unique(out)) > 5000
    eight = run(engine, (pixels // 257).astype(np.uint8), None)
    assert np.abs(out / 257.0 - eight).mean() < 2


def test_a_constant_alpha_is_kept_and_costs_no_pass(engine: Backend) -> None:
    pixels = picture(96, 80, 4)
    pixels[..., 3] = 200
    steps: list[tuple[int, int]] = []
    blocks = enlarge(engine, pixels, Manner(32), lambda done, total: steps.append((done, total)))
    assert all((block[..., 3] == 200).all() for _, block in blocks)
    assert len(steps) == 4  # the beginning, the statistics, and two tiles
    assert steps[-1][0] == steps[-1][1]


def test_progress_ends_at_the_total_in_one_pass(engine: Backend) -> None:
    steps: list[tuple[int, int]] = []
    blocks = enlarge(engine, picture(40, 40, 3), Manner(), lambda d, t: steps.append((d, t)))
    assert len(list(blocks)) == 1
    assert steps == [(0, 1600), (1600, 1600)]


def test_measuring_counts_by_its_pixels_and_not_like_a_tile(engine: Backend) -> None:
    pixels = picture(600, 600, 3)  # measured by samples, enlarged in one tile
    done: list[float] = []
    blocks = enlarge(engine, pixels, NORMAL, lambda part, total: done.append(part / total))
    assert len(list(blocks)) == 1
    assert done == [0, pytest.approx(0.1, abs=0.03), 1]


def test_stop_is_honoured_between_tiles(engine: Backend) -> None:
    seen: list[int] = []
    blocks = enlarge(
        engine,
        picture(160, 160, 3),
        Manner(32),
        lambda done, total: seen.append(done),
        lambda: len(seen) >= 5,
    )
    with pytest.raises(Cancelled):
        list(blocks)
    assert len(seen) == 5


def test_best_quality_averages_eight_orientations(engine: Backend) -> None:
    pixels = picture(40, 50, 3)
    expected = np.zeros((80, 100, 3), np.float32)
    for orientation in ALL_EIGHT:
        batch = pixels.transpose(2, 0, 1)[None].astype(np.float32)
        output, _ = engine.measure(orientation.apply(batch))
        kept = keep_average(batch, orientation.undo(output))
        expected += kept[0].transpose(1, 2, 0) / 8
    whole = enlarged(engine, pixels, Manner(orientations=ALL_EIGHT))
    assert np.abs(whole - np.clip(expected, 0, 255)).max() < 0.51
    tiled = enlarged(engine, pixels, Manner(32, orientations=ALL_EIGHT))
    assert np.abs(tiled.astype(int) - whole).max() <= 1
    turned = enlarged(engine, np.rot90(pixels).copy(), Manner(orientations=ALL_EIGHT))
    assert np.abs(np.rot90(whole).astype(int) - turned).max() <= 1


@pytest.mark.parametrize("orientation", ALL_EIGHT)
def test_orientations_are_undone(orientation: Orientation) -> None:
    batch = np.arange(2 * 3 * 4 * 5, dtype=np.float32).reshape(2, 3, 4, 5)
    turned = orientation.apply(batch)
    assert turned.flags.c_contiguous
    assert np.array_equal(orientation.undo(turned), batch)


def test_the_eight_orientations_differ() -> None:
    batch = np.arange(12, dtype=np.float32).reshape(1, 1, 3, 4)
    assert len({(o.apply(batch).shape, o.apply(batch).tobytes()) for o in ALL_EIGHT}) == 8


def test_a_large_picture_measured_whole_is_one_pass(
    engine: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = picture(60, 70, 3)
    whole = run(engine, pixels, None)
    monkeypatch.setattr(statistics, "WHOLE_LIMIT", 100)
    monkeypatch.setattr(statistics, "SAMPLE_SIDE", 24)
    assert not np.array_equal(run(engine, pixels, None), whole)
    assert np.array_equal(enlarged(engine, pixels, Manner(whole=True)), whole)


def test_samples_lie_inside_and_are_spread() -> None:
    boxes = sample_boxes(3000, 2000)
    assert len(boxes) == statistics.SAMPLES
    assert all(0 <= b.left < b.right <= 3000 and 0 <= b.top < b.bottom <= 2000 for b in boxes)
    quadrants = {(b.left > 1436, b.top > 936) for b in boxes}
    assert len(quadrants) == 4
    assert sample_boxes(3000, 2000) == boxes


def test_a_long_thin_picture_can_be_sampled() -> None:
    assert all(b.height == 20 and b.right <= 60000 for b in sample_boxes(60000, 20))
    assert sample_cut(60000, 20) == (0, statistics.SAMPLE_CUT)  # its height is sampled whole


def test_the_edges_of_samples_do_not_count(engine: Backend) -> None:
    """With the edges cut off, samples cut from a picture measure nearly what it is inside."""
    image = picture(80, 80, 3).transpose(2, 0, 1)[None].astype(np.float32)
    _, expected = engine.measure(image, (30, 30))
    sample = np.ascontiguousarray(image[..., 20:60, 20:60])
    near, far = (np.abs(engine.measure(sample, (n, n))[1] - expected).max() for n in (10, 0))
    assert near < far / 5


def test_given_gates_repeat_the_measurement(engine: Backend) -> None:
    image = picture(40, 36, 3).transpose(2, 0, 1)[None].astype(np.float32)
    output, gates = engine.measure(image)
    (again,) = engine.run([(image, gates)])
    assert np.abs(again - output).max() < 1e-3
