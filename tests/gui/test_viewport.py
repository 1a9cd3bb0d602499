"""The geometry of the view, without any view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.viewport import MAX_ZOOM, Viewport

sizes = st.integers(1, 20_000)
views = st.builds(Viewport, sizes, sizes, st.integers(50, 4000), st.integers(50, 4000))
points = st.floats(0, 1)


@given(views)
def test_fitted_shows_everything_unmagnified(view: Viewport) -> None:
    fitted = view.fitted()
    left, top, right, bottom = fitted.visible()
    slack = 1 / fitted.zoom + 1e-6  # the corner is on a whole device pixel
    assert left <= slack
    assert top <= slack
    assert right >= view.width - slack
    assert bottom >= view.height - slack
    assert fitted.zoom <= 1


@given(views, points, points, st.floats(1.05, 4))
def test_zooming_keeps_the_point_under_the_cursor(
    view: Viewport, across: float, down: float, factor: float
) -> None:
    near = view.fitted().zoomed(2.0, view.view_width / 2, view.view_height / 2)
    x, y = across * view.view_width, down * view.view_height
    before, zoomed = near.to_picture(x, y), near.zoomed(near.zoom * factor, x, y)
    after = zoomed.to_picture(x, y)
    # Unless the picture would leave empty space beside it.
    if zoomed.width * zoomed.zoom > 2 * view.view_width and 0.2 < before[0] / view.width < 0.8:
        assert after[0] == pytest.approx(before[0], abs=2)
    if zoomed.height * zoomed.zoom > 2 * view.view_height and 0.2 < before[1] / view.height < 0.8:
        assert after[1] == pytest.approx(before[1], abs=2)


def test_zooming_at_a_corner_of_the_view() -> None:
    view = Viewport(4000, 3000, 800, 600).fitted().zoomed(1.0, 400, 300)
    before = view.to_picture(100, 50)
    after = view.zoomed(2.0, 100, 50).to_picture(100, 50)
    assert after == pytest.approx(before, abs=1)


@given(views, st.lists(st.tuples(st.floats(-9999, 9999), st.floats(-9999, 9999)), max_size=5))
def test_panning_never_loses_the_picture(view: Viewport, moves: list[tuple[float, float]]) -> None:
    view = view.zoomed(2.0, 0, 0)
    for move in moves:
        view = view.panned(*move)
    left, top, right, bottom = view.visible()
    assert right - left >= min(view.width, view.view_width / view.zoom) - 1
    assert bottom - top >= min(view.height, view.view_height / view.zoom) - 1


def test_panning_follows_the_hand() -> None:
    view = Viewport(4000, 3000, 800, 600).fitted().zoomed(2.0, 400, 300)
    before = view.to_picture(10, 10)
    assert view.panned(100, -60).to_picture(110, -50) == pytest.approx(before, abs=1)


def test_zoom_has_ends_and_snaps_to_one() -> None:
    view = Viewport(4000, 3000, 800, 600).fitted()
    assert view.zoom == 0.2
    assert view.zoomed(0.01, 0, 0).zoom == 0.2
    assert view.zoomed(1000, 0, 0).zoom == MAX_ZOOM
    assert view.zoomed(1.02, 0, 0).zoom == 1.0
    assert view.zoomed(1.2, 0, 0).zoom == 1.2


def test_fit_follows_the_view_and_a_chosen_zoom_does_not() -> None:
    view = Viewport(4000, 3000, 800, 600).fitted()
    assert view.resized(400, 600).zoom == 0.1
    assert view.zoomed(1.0, 0, 0).resized(400, 600).zoom == 1.0


def test_a_larger_version_of_the_picture_is_seen_at_the_same_place() -> None:
    view = Viewport(2000, 1000, 500, 400).fitted().zoomed(1.0, 300, 100)
    larger = view.with_picture(4000, 2000)
    before, after = view.visible(), larger.visible()
    assert after == pytest.approx([2 * value for value in before], abs=2)
    assert larger.zoom == 0.5


@given(views, st.floats(0.1, 8))
def test_the_origin_is_on_whole_pixels(view: Viewport, zoom: float) -> None:
    origin = view.fitted().zoomed(zoom, 3.3, 7.7).origin()
    assert all(isinstance(value, int) for value in origin)
