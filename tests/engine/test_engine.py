"""Tiles, statistics and depth, on a small random FDIWN and random pictures."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from fdiwn import statistics
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.engine import TileEngine, enlarge_rows
from fdiwn.errors import Cancelled
from fdiwn.folding import fold
from fdiwn.network import FDIWN, FDIWNConfig
from fdiwn.picture import Pixels
from fdiwn.statistics import sample_boxes


def training_form() -> FDIWN:
    torch.manual_seed(7)
    return FDIWN(FDIWNConfig(2, 12, 12, 24, n_tail=32, n_fswg=2, n_channels=12))


@pytest.fixture(scope="module")
def engine() -> TileEngine:
    return TileEngine(TorchBackend(fold(training_form()), torch.device("cpu")))


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


def run(engine: TileEngine, pixels: Pixels, tile: int | None) -> Pixels:
    return np.concatenate(list(enlarge_rows(engine, pixels, tile)))


def test_a_small_picture_is_the_networks_own_output(engine: TileEngine) -> None:
    pixels = picture(60, 44, 3)
    with torch.no_grad():
        direct = training_form()(torch.from_numpy(pixels).permute(2, 0, 1)[None].float())[0]
    expected = direct.clamp(0, 255).round().byte().permute(1, 2, 0).numpy()
    difference = np.abs(run(engine, pixels, None).astype(int) - expected)
    assert difference.max() <= 1
    assert (difference > 0).mean() < 1e-3


@pytest.mark.parametrize(("tile", "bands"), [(32, 3), (50, 1), (64, 4), (90, 2)])
def test_tiles_equal_the_whole_picture(engine: TileEngine, tile: int, bands: int) -> None:
    pixels = picture(120, 95, bands)
    whole, tiled = run(engine, pixels, None), run(engine, pixels, tile)
    assert whole.shape == (240, 190, bands)
    assert np.abs(whole.astype(int) - tiled).max() <= 1


def test_a_large_picture_is_sampled_and_its_tiles_agree(
    engine: TileEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "WHOLE_LIMIT", 64 * 64)
    monkeypatch.setattr(statistics, "SAMPLE_SIDE", 48)
    pixels = picture(150, 170, 3)
    a, b = run(engine, pixels, 64), run(engine, pixels, 128)
    assert np.abs(a.astype(int) - b).max() <= 1


def test_frozen_statistics_matter(engine: TileEngine) -> None:
    """The check that the test above can fail: a tile with statistics of its own differs."""
    pixels = picture(96, 96, 3)
    pixels[:, 48:] //= 8
    whole = run(engine, pixels, None)
    alone = run(engine, np.ascontiguousarray(pixels[:, :48]), None)
    assert np.abs(whole[:, :40].astype(int) - alone[:, :40]).max() > 1


def test_sixteen_bits_go_through(engine: TileEngine) -> None:
    pixels = picture(64, 64, 3, np.uint16)
    out = run(engine, pixels, None)
    assert out.dtype == np.uint16
    assert len(np.unique(out)) > 5000
    eight = run(engine, (pixels // 257).astype(np.uint8), None)
    assert np.abs(out / 257.0 - eight).mean() < 2


def test_a_constant_alpha_is_kept_and_costs_no_pass(engine: TileEngine) -> None:
    pixels = picture(64, 48, 4)
    pixels[..., 3] = 200
    steps: list[tuple[int, int]] = []
    rows = enlarge_rows(engine, pixels, 32, lambda done, total: steps.append((done, total)))
    out = np.concatenate(list(rows))
    assert (out[..., 3] == 200).all()
    assert steps == [(n, 5) for n in range(6)]  # the statistics and four tiles


def test_progress_ends_at_the_total_in_one_pass(engine: TileEngine) -> None:
    steps: list[tuple[int, int]] = []
    rows = enlarge_rows(engine, picture(40, 40, 3), None, lambda d, t: steps.append((d, t)))
    assert len(list(rows)) == 1
    assert steps[-1][0] == steps[-1][1]


def test_stop_is_honoured_between_tiles(engine: TileEngine) -> None:
    seen: list[int] = []
    rows = enlarge_rows(
        engine,
        picture(96, 96, 3),
        32,
        lambda done, total: seen.append(done),
        lambda: len(seen) >= 5,
    )
    with pytest.raises(Cancelled):
        list(rows)
    assert seen == [0, 1, 2, 3, 4]


def test_samples_lie_inside_and_are_spread() -> None:
    boxes = sample_boxes(3000, 2000)
    assert len(boxes) == statistics.SAMPLES
    assert all(0 <= b.left < b.right <= 3000 and 0 <= b.top < b.bottom <= 2000 for b in boxes)
    quadrants = {(b.left > 1436, b.top > 936) for b in boxes}
    assert len(quadrants) == 4
    assert sample_boxes(3000, 2000) == boxes


def test_a_long_thin_picture_can_be_sampled() -> None:
    assert all(b.height == 20 and b.right <= 60000 for b in sample_boxes(60000, 20))


def test_given_gates_repeat_the_measurement(engine: TileEngine) -> None:
    image = picture(40, 36, 3).transpose(2, 0, 1)[None].astype(np.float32)
    output, gates = engine.backend.measure(image)
    assert np.abs(engine.backend.run(image, gates) - output).max() < 1e-3
