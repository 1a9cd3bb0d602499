"""Tiles cover a picture exactly once, and read enough around themselves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fdiwn.api.tiles import Tile, plan_by_area, plan_tiles

SIZES = st.integers(1, 700)
MARGINS = st.integers(0, 32)


def check(tiles: list[Tile], width: int, height: int, margin: int) -> None:
    """Every pixel once; equal windows inside the picture that hold the margin."""
    covered = np.zeros((height, width), np.int32)
    for t in tiles:
        covered[t.inner.top : t.inner.bottom, t.inner.left : t.inner.right] += 1
        assert 0 <= t.window.left <= max(0, t.inner.left - margin)
        assert 0 <= t.window.top <= max(0, t.inner.top - margin)
        assert min(width, t.inner.right + margin) <= t.window.right <= width
        assert min(height, t.inner.bottom + margin) <= t.window.bottom <= height
        assert t.inner_in_window.moved(t.window.left, t.window.top) == t.inner
    assert (covered == 1).all()
    assert len({(t.window.width, t.window.height) for t in tiles}) == 1


@given(SIZES, SIZES, st.integers(32, 300), MARGINS)
def test_tiles_by_side(width: int, height: int, tile: int, margin: int) -> None:
    tiles = plan_tiles(width, height, tile, margin)
    check(tiles, width, height, margin)
    window = tiles[0].window
    assert max(window.width, window.height) <= tile + 2 * margin


@given(SIZES, SIZES, st.integers(1, 300_000), MARGINS)
def test_tiles_by_area(width: int, height: int, area: int, margin: int) -> None:
    tiles = plan_by_area(width, height, area, margin)
    check(tiles, width, height, margin)
    smallest_worth_it = (2 * (2 * margin + 16) + 16) ** 2
    assert tiles[0].window.area <= max(area, smallest_worth_it)


def test_a_picture_within_the_area_is_one_tile() -> None:
    (tile,) = plan_by_area(600, 500, 300_000)
    assert (tile.inner.width, tile.inner.height) == (600, 500)


def test_margins_of_large_windows_cost_little() -> None:
    """The default on a 2-megapixel photograph: about a tenth."""
    tiles = plan_by_area(1632, 1224, 400_000)
    assert sum(t.window.area for t in tiles) < 1.12 * 1632 * 1224


@pytest.mark.parametrize("sizes", [(0, 5, 32), (5, 0, 32), (5, 5, 0)])
def test_nonsense_is_refused(sizes: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="cannot cut"):
        plan_tiles(*sizes)
    with pytest.raises(ValueError, match="cannot cut"):
        plan_by_area(*sizes)
