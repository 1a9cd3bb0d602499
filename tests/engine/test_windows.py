"""The best quality: windows with statistics of their own, faded into one another."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from fdiwn.api.errors import Cancelled
from fdiwn.api.tiles import Box
from fdiwn.backends.contract import Backend
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.enlarge import local_statistics
from fdiwn.enlarge.tile_loop import Manner, enlarge, enlarged
from fdiwn.network.folding import fold
from fdiwn.pixels.average import keep_average
from fdiwn.pixels.flat_edges import Edges
from fdiwn.pixels.picture import Pixels
from fdiwn.pixels.planes import ALL_EIGHT
from tests.engine.conftest import lively, smallest

BEST = Manner(orientations=ALL_EIGHT, windows=True)
ONCE = Manner(windows=True)


@pytest.fixture(scope="module")
def backend() -> Backend:
    return TorchBackend(fold(lively(smallest(2))), torch.device("cpu"), "float32")


def picture(height: int, width: int, bands: int, dtype: type = np.uint8) -> Pixels:
    """Noise that grows brighter and rougher to the lower right."""
    random = np.random.default_rng(1)
    y, x = np.mgrid[0:height, 0:width]
    slope = (x / width + y / height)[..., None] / 2
    values = slope * random.uniform(0.4, 1, (height, width, bands))
    pixels: Pixels = np.rint(values * np.iinfo(dtype).max).astype(dtype)
    return pixels


@given(st.integers(1, 2000), st.integers(2, 4))
def test_weights_sum_to_one_and_windows_overlap_by_half(length: int, scale: int) -> None:
    starts, total = local_statistics.starts(length), np.zeros(scale * length)
    for start, fade in zip(starts, local_statistics.fades(length, scale), strict=True):
        total[scale * start : scale * start + len(fade)] += fade
    assert np.abs(total - 1).max() < 1e-5
    assert starts[0] == 0
    assert starts[-1] == max(0, length - local_statistics.SIDE)
    assert all(0 < b - a <= local_statistics.SIDE // 2 for a, b in itertools.pairwise(starts))


def test_a_picture_of_one_window_is_measured_whole(backend: Backend) -> None:
    pixels = picture(60, 128, 3)
    whole = enlarged(backend, pixels, Manner(orientations=ALL_EIGHT))
    assert np.abs(enlarged(backend, pixels, BEST).astype(int) - whole).max() <= 1


def test_windows_are_blended_by_their_weights(backend: Backend) -> None:
    pixels = picture(150, 230, 3)
    expected = np.zeros((300, 460, 3), np.float32)
    down, across = local_statistics.fades(150, 2), local_statistics.fades(230, 2)
    for top, rows in zip(local_statistics.starts(150), down, strict=True):
        for left, columns in zip(local_statistics.starts(230), across, strict=True):
            window = pixels[top : top + 128, left : left + 128].transpose(2, 0, 1)[None]
            batch = np.ascontiguousarray(window, np.float32)
            edges = Edges.of(Box(left, top, left + 128, top + 128), 230, 150)
            output = keep_average(batch, backend.measure(batch)[0], [edges])
            place = expected[2 * top : 2 * top + 256, 2 * left : 2 * left + 256]
            place += np.outer(rows, columns)[..., None] * output[0].transpose(1, 2, 0)
    result = enlarged(backend, pixels, ONCE)
    assert np.abs(result.astype(int) - enlarged(backend, pixels)).max() > 2
    assert np.abs(result - np.clip(expected, 0, 255)).max() < 0.51


def test_strips_follow_each_other_and_progress_counts_the_passes(backend: Backend) -> None:
    seen: list[tuple[int, int]] = []
    blocks = enlarge(backend, picture(200, 130, 4), ONCE, lambda d, t: seen.append((d, t)))
    boxes = [box for box, _ in blocks]
    assert [box.top for box in boxes] == [0, *(box.bottom for box in boxes[:-1])]
    assert boxes[-1].bottom == 400
    assert seen == [(n, 3 * 2 * 2) for n in range(13)]  # 3 x 2 windows, colour and alpha


def test_sixteen_bits_and_a_constant_alpha(backend: Backend) -> None:
    pixels = picture(140, 130, 4, np.uint16)
    pixels[..., 3] = 40_000
    result = enlarged(backend, pixels, ONCE)
    assert result.dtype == np.uint16
    assert (result[..., 3] == 40_000).all()
    assert len(np.unique(result[..., 0])) > 5_000


def test_a_stop_is_honoured(backend: Backend) -> None:
    with pytest.raises(Cancelled):
        enlarged_until_stopped(backend)


def enlarged_until_stopped(backend: Backend) -> None:
    seen: list[int] = []
    blocks = enlarge(
        backend,
        picture(200, 200, 3),
        ONCE,
        lambda done, total: seen.append(done),
        lambda: len(seen) > 3,
    )
    list(blocks)
