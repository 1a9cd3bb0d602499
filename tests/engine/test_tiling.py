"""Tiles cover a picture exactly once, and read enough around themselves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fdiwn.tiling import Tile, plan_by_area, plan_tiles

SIZES = st.integers(1, 700)
MARGINS = st.integers(0, 32).flatmap(lambda m: st.tuples(st.just(m), st.integers(0, m)))
"""With how far the picture is continued."""


def check(tiles: list[Tile], width: int, height: int, margin: int, edge: int) -> None:
    """Every pixel once; equal windows that hold the margin, and no more than the edge beyond."""
    right, bottom = width + edge, height + edge
    covered = np.zeros((height, width), np.int32)
    for t in tiles:
        covered[t.inner.top : t.inner.bottom, t.inner.left : t.inner.right] += 1
        assert -edge <= t.window.left <= max(-edge, t.inner.left - margin)
        assert -edge <= t.window.top <= max(-edge, t.inner.top - margin)
        assert min(right, t.inner.right + margin) <= t.window.right <= right
        assert min(bottom, t.inner.bottom + margin) <= t.window.bottom <= bottom
        assert t.inner == t.inner.within(width, height)
    assert (covered == 1).all()
    assert len({(t.window.width, t.window.height) for t in tiles}) == 1


@given(SIZES, SIZES, st.integers(32, 300), MARGINS)
def test_tiles_by_side(width: int, height: int, tile: int, margins: tuple[int, int]) -> None:
    tiles = plan_tiles(width, height, tile, *margins)
    check(tiles, width, height, *margins)
    window = tiles[0].window
    assert max(window.width, window.height) <= tile + 2 * margins[0]


@given(SIZES, SIZES, st.integers(1, 300_000), MARGINS)
def test_tiles_by_area(width: int, height: int, area: int, margins: tuple[int, int]) -> None:
    tiles = plan_by_area(width, height, area, *margins)
    check(tiles, width, height, *margins)
    smallest_worth_it = (2 * (2 * margins[0] + 16) + 16) ** 2
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
