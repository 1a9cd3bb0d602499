"""Means, enlargement, blur and neighbours, against what their definitions say pixel by pixel."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from fdiwn.pixels import filters
from fdiwn.pixels.filters import Grid
from fdiwn.pixels.picture import Pixels


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that even small pictures are worked on in several."""
    monkeypatch.setattr(filters, "_BLOCK", 64)


def noise(*shape: int) -> Grid:
    return np.random.default_rng(3).random(shape, np.float32) * 255


@pytest.mark.parametrize(("n", "bands"), [(1, ()), (2, ()), (2, (4,)), (3, ()), (4, (2,))])
def test_the_mean_of_each_block(n: int, bands: tuple[int, ...]) -> None:
    values = noise(5 * n, 7 * n, *bands)
    before = values.copy()
    expected = values.astype(np.float64).reshape(5, n, 7, n, *bands).mean((1, 3))
    assert np.abs(filters.block_means(values, n) - expected).max() < 1e-4
    assert np.array_equal(values, before)


@pytest.mark.parametrize("n", [2, 3, 4])
@pytest.mark.parametrize("shape", [(1, 1), (1, 6), (9, 1), (20, 13), (6, 5, 4)])
def test_linear_enlargement(n: int, shape: tuple[int, ...]) -> None:
    small = noise(*shape)
    target = noise(n * shape[0], n * shape[1], *shape[2:])
    expected = target.astype(np.float64)
    for y, x in itertools.product(*map(range, target.shape[:2])):
        down = np.clip((y + 0.5) / n - 0.5, 0, shape[0] - 1)
        right = np.clip((x + 0.5) / n - 0.5, 0, shape[1] - 1)
        for row, column in itertools.product(range(shape[0]), range(shape[1])):
            share = max(0, 1 - abs(down - row)) * max(0, 1 - abs(right - column))
            expected[y, x] += share * small[row, column]
    filters.add_enlarged(target, small, n)
    assert np.abs(target - expected).max() < 1e-4


def test_linear_enlargement_of_four_pixels() -> None:
    """As OpenCV's resize with INTER_LINEAR gives them."""
    target = np.zeros((4, 4), np.float32)
    filters.add_enlarged(target, np.array([[0, 8], [16, 80]], np.float32), 2)
    expected = [[0, 2, 6, 8], [4, 9.5, 20.5, 26], [12, 24.5, 49.5, 62], [16, 32, 64, 80]]
    assert target.tolist() == expected


@pytest.mark.parametrize("side", [1, 3, 5, 9])
@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (20, 13), (2, 30)])
def test_box_blur_mirrors_at_the_edges(side: int, shape: tuple[int, int]) -> None:
    values = noise(*shape)
    padded = np.pad(values.astype(np.float64), side // 2, mode="symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (side, side))
    assert np.abs(filters.box_blurred(values, side) - windows.mean((2, 3))).max() < 1e-4


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (7, 1), (11, 8)])
def test_largest_and_least_around(shape: tuple[int, int], dtype: type) -> None:
    most = np.iinfo(dtype).max
    values: Pixels = np.random.default_rng(2).integers(0, most + 1, shape).astype(dtype)
    before = values.copy()
    largest, least = filters.largest_around(values), filters.least_around(values)
    for y, x in itertools.product(*map(range, shape)):
        around = values[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2]
        assert (largest[y, x], least[y, x]) == (around.max(), around.min())
    assert np.array_equal(values, before)


def covered(source: int, result: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """(result, source): how much of each position of the result each of the source is."""
    begin = np.arange(result)[:, None] * source / result
    places = np.arange(source)
    share = np.minimum(begin + source / result, places + 1) - np.maximum(begin, places)
    shares: np.ndarray[tuple[int, int], np.dtype[np.float64]] = share.clip(0)
    return shares * result / source


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ((8, 12, 3), (6, 4)),  # halved
        ((7, 13, 3), (7, 4)),  # halved as far as odd sides go
        ((1, 9, 1), (5, 1)),
        ((40, 29, 2), (5, 7)),
        ((5, 6, 4), (6, 5)),  # as it is
    ],
)
def test_areas_are_averaged(
    shape: tuple[int, int, int], size: tuple[int, int], dtype: type
) -> None:
    pixels: Pixels = noise(*shape).astype(dtype)
    if dtype == np.uint16:
        pixels = np.asarray(pixels * 257, np.uint16)
    down, right = covered(shape[0], size[1]), covered(shape[1], size[0])
    expected = np.einsum("yh,xw,hwc->yxc", down, right, pixels.astype(np.float64))
    small = filters.area_reduced(pixels, size)
    assert small.dtype == dtype
    assert small.shape == (size[1], size[0], shape[2])
    # rounded once, or the sums of floats
    assert np.abs(small - expected).max() <= (1e-4 if dtype == np.float32 else 0.51)


def test_halves_are_rounded_up() -> None:
    pixels = np.array([[[0], [0], [255], [255]], [[1], [1], [255], [255]]], np.uint8)
    assert filters.area_reduced(pixels, (2, 1)).tolist() == [[[1], [255]]]
