"""Tiles cover a picture exactly once, and read enough around themselves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fdiwn.tiling import plan_tiles, split_evenly

SIZES = st.integers(1, 700)


@given(SIZES, st.integers(1, 300))
def test_parts_are_even_and_as_few_as_possible(length: int, at_most: int) -> None:
    parts = split_evenly(length, at_most)
    sizes = [stop - start for start, stop in parts]
    assert sum(sizes) == length
    assert max(sizes) <= at_most
    assert max(sizes) - min(sizes) <= 1
    assert len(parts) == -(-length // at_most)


@given(SIZES, SIZES, st.integers(32, 300), st.integers(0, 32))
def test_tiles_cover_every_pixel_once(width: int, height: int, tile: int, margin: int) -> None:
    covered = np.zeros((height, width), np.int32)
    for row in plan_tiles(width, height, tile, margin):
        for part in row:
            box = part.inner
            covered[box.top : box.bottom, box.left : box.right] += 1
    assert (covered == 1).all()


@given(SIZES, SIZES, st.integers(32, 300), st.integers(0, 32))
def test_windows_are_equal_lie_inside_and_hold_the_margin(
    width: int, height: int, tile: int, margin: int
) -> None:
    tiles = [part for row in plan_tiles(width, height, tile, margin) for part in row]
    assert len({(t.window.width, t.window.height) for t in tiles}) == 1
    for t in tiles:
        assert 0 <= t.window.left <= max(0, t.inner.left - margin)
        assert 0 <= t.window.top <= max(0, t.inner.top - margin)
        assert min(width, t.inner.right + margin) <= t.window.right <= width
        assert min(height, t.inner.bottom + margin) <= t.window.bottom <= height
        seen = t.inner_in_window.moved(t.window.left, t.window.top)
        assert seen == t.inner


@pytest.mark.parametrize("sizes", [(0, 5, 32), (5, 0, 32), (5, 5, 0)])
def test_nonsense_is_refused(sizes: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="cannot cut"):
        plan_tiles(*sizes)
