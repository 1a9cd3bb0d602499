"""From what a user wants to steps of the network and an exact size."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fdiwn.api.errors import SizeError
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.size_text import parse_factor, parse_frame, parse_paper, parse_size
from fdiwn.api.sizing import Edge, Factor, Frame, Megapixels, plan, result_size

PRODUCTS = sorted({2**a * 3**b for a in range(5) for b in range(4)} - {1})


@pytest.mark.parametrize(
    ("factor", "steps"),
    [
        ("1.1", (2,)),
        ("2", (2,)),
        ("2.5", (3,)),
        ("4", (4,)),
        ("5", (2, 3)),
        ("6", (2, 3)),
        ("8", (2, 4)),
        ("9", (3, 3)),
        ("16", (2, 2, 4)),
    ],
)
def test_the_smallest_cascade_that_suffices(factor: str, steps: tuple[int, ...]) -> None:
    way = plan(100, 60, parse_factor(factor))
    assert math.prod(way.steps) == math.prod(steps)
    assert (way.width, way.height) == (round(100 * float(factor)), round(60 * float(factor)))
    assert way.exact == (float(factor) in PRODUCTS)


@given(
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.fractions(Fraction(11, 10), Fraction(16), max_denominator=100),
)
def test_a_cascade_is_never_too_small_and_never_longer_than_needed(
    width: int, height: int, factor: Fraction
) -> None:
    way = plan(width, height, Factor(factor))
    product = math.prod(way.steps)
    assert way.width <= width * product
    assert way.height <= height * product
    least = max(Fraction(way.width, width), Fraction(way.height, height))
    assert product == next(p for p in PRODUCTS if p >= least)


def test_a_model_of_one_scale_is_the_only_step() -> None:
    assert plan(100, 100, parse_factor("5"), (4,)).steps == (4, 4)


def test_a_frame_keeps_the_shape_of_the_picture() -> None:
    for text in ("600x", "x400", "600x400", "600x5000", "9000x400"):
        way = plan(300, 200, parse_frame(text))
        assert (way.width, way.height) == (600, 400), text


@pytest.mark.parametrize(
    ("text", "size", "label", "lying", "upright"),
    [
        ("600 long", Edge(600), "600long", (600, 400), (400, 600)),
        ("600short", Edge(600, shorter=True), "600short", (900, 600), (600, 900)),
        ("0,24MP", Megapixels(Fraction(6, 25)), "0.24MP", (600, 400), (400, 600)),
        ("x600", Frame(None, 600), "600high", (900, 600), (400, 600)),
    ],
)
def test_edges_and_megapixels_turn_with_the_picture(
    text: str,
    size: Edge | Megapixels | Frame,
    label: str,
    lying: tuple[int, int],
    upright: tuple[int, int],
) -> None:
    assert parse_size(text) == size
    assert size.label == label
    for (width, height), expected in (((300, 200), lying), ((200, 300), upright)):
        way = plan(width, height, size)
        assert (way.width, way.height) == expected
    assert from_plain(to_plain(UpscaleOptions(size=size)), UpscaleOptions).size == size


@given(st.integers(50, 5000), st.integers(50, 5000), st.fractions(1, 400, max_denominator=100))
def test_megapixels_are_met_as_nearly_as_sides_allow(
    width: int, height: int, millions: Fraction
) -> None:
    reached = result_size(width, height, Megapixels(millions))
    assert abs(reached[0] * reached[1] - millions * 1_000_000) <= sum(reached)


def test_papers_have_names() -> None:
    named, measured = parse_paper("a4 @ 300"), parse_paper("29.7x21cm@300")
    assert named.label == "A4_300ppi"
    for size in ((1500, 1000), (1000, 1500)):
        assert plan(*size, named).width == plan(*size, measured).width
    with pytest.raises(ValueError, match="such as"):
        parse_paper("A9@300")


@pytest.mark.parametrize("text", ["0long", "0mp", "long", "24", "-3short", "2x2long"])
def test_no_edge_and_no_megapixels(text: str) -> None:
    with pytest.raises(ValueError, match="6000long"):
        parse_size(text)


def test_a_paper_turns_with_the_picture_and_sets_the_density() -> None:
    lying, upright = (
        plan(*size, parse_paper("30x20cm@254")) for size in ((1200, 800), (800, 1200))
    )
    assert (lying.width, lying.height) == (3000, 2000)
    assert (upright.width, upright.height) == (2000, 3000)
    assert lying.density == pytest.approx(10)  # pixels per millimetre
    inches = plan(1200, 800, parse_paper("12 x 8 in @ 300 ppi"))
    assert (inches.width, inches.height) == (3600, 2400)


@pytest.mark.parametrize("text", ["", "x", "0x", "0", "-2", "17", "1.05", "1e1", "nan", "2x2x2"])
def test_nonsense_is_no_size(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_factor(text)
    with pytest.raises(ValueError, match=r"\w"):
        parse_frame(text)
    with pytest.raises(ValueError, match=r"\w"):
        parse_paper(text)


def test_too_small_and_too_large_name_the_way_out() -> None:
    with pytest.raises(SizeError, match=r"begins at 1\.1 times.*larger size"):
        plan(300, 200, Frame(310))
    with pytest.raises(SizeError, match="ends at 16 times, 4,800 x 3,200"):
        plan(300, 200, Frame(5000))


def test_beyond_four_times_the_user_is_told() -> None:
    assert plan(10, 10, parse_factor("4")).notes == ()
    (note,) = plan(10, 10, parse_factor("4.5")).notes
    assert "no detail can appear from nothing" in note
