"""The rectangle of the crop tool: inside the picture, of its ratio, anchored where it should."""

from __future__ import annotations

import random

import pytest

from app.compare.crop import shape
from app.compare.crop.ratios import known, ratio_of
from app.compare.crop.shape import HANDLES
from fdiwn.api.cropping import Crop

PICTURE = (120, 90)


def test_it_is_drawn_from_any_corner() -> None:
    for start, end in (((10, 20), (60, 50)), ((60, 50), (10, 20)), ((10, 50), (60, 20))):
        assert shape.spanned(start, end, None, PICTURE) == Crop(50, 30, 10, 20)
    assert shape.spanned((100, 80), (500, 500), None, PICTURE) == Crop(20, 10, 100, 80)


def test_a_drawn_one_has_the_ratio_and_stays_at_its_corner() -> None:
    assert shape.spanned((10, 20), (70, 30), 1.5, PICTURE) == Crop(60, 40, 10, 20)
    assert shape.spanned((70, 60), (10, 50), 1.5, PICTURE) == Crop(60, 40, 10, 20)
    # There is room for 30 rows only.
    assert shape.spanned((10, 60), (110, 90), 1.5, PICTURE) == Crop(45, 30, 10, 60)


def test_it_moves_as_far_as_the_picture() -> None:
    assert shape.moved(Crop(50, 30, 10, 20), 5, -7, PICTURE) == Crop(50, 30, 15, 13)
    assert shape.moved(Crop(50, 30, 10, 20), 999, 999, PICTURE) == Crop(50, 30, 70, 60)
    assert shape.moved(Crop(50, 30, 10, 20), -999, -999, PICTURE) == Crop(50, 30)


def test_the_side_across_from_a_handle_stays() -> None:
    crop = Crop(50, 30, 10, 20)
    assert shape.resized(crop, (1, 0), (80, 0), None, PICTURE) == Crop(70, 30, 10, 20)
    assert shape.resized(crop, (-1, -1), (0, 0), None, PICTURE) == Crop(60, 50)
    assert shape.resized(crop, (0, 1), (0, 80), None, PICTURE) == Crop(50, 60, 10, 20)
    square = shape.resized(Crop(30, 30, 10, 20), (1, 0), (50, 0), 1.0, PICTURE)
    assert square == Crop(40, 40, 10, 15)


def test_a_new_ratio_keeps_middle_and_area() -> None:
    assert shape.shaped(Crop(*PICTURE), 1.0, PICTURE) == Crop(90, 90, 15, 0)
    assert shape.shaped(Crop(20, 20, 40, 30), 4.0, PICTURE) == Crop(40, 10, 30, 35)


def test_the_keyboard_changes_its_size_with_the_ratio() -> None:
    assert shape.grown(Crop(50, 30, 10, 20), 1, 0, None, PICTURE) == Crop(51, 30, 10, 20)
    assert shape.grown(Crop(30, 20, 10, 20), 3, 0, 1.5, PICTURE) == Crop(33, 22, 10, 20)
    assert shape.grown(Crop(30, 20, 10, 20), 0, -2, 1.5, PICTURE) == Crop(27, 18, 10, 20)


@pytest.mark.parametrize("ratio", [None, 1.0, 1.5, 0.25, 16 / 9])
@pytest.mark.parametrize("picture", [PICTURE, (7, 5), (1, 1)])
def test_whatever_is_done_it_lies_inside(ratio: float | None, picture: tuple[int, int]) -> None:
    dice = random.Random(1)
    crop = shape.whole(picture)

    def place() -> tuple[int, int]:
        return dice.randint(-20, 150), dice.randint(-20, 120)

    for _ in range(400):
        step = dice.randint(0, 3)
        if step == 0:
            crop = shape.spanned(place(), place(), ratio, picture)
        elif step == 1:
            crop = shape.resized(crop, dice.choice(HANDLES), place(), ratio, picture)
        elif step == 2:
            crop = shape.grown(crop, dice.randint(-9, 9), dice.randint(-9, 9), ratio, picture)
        else:
            crop = shape.moved(crop, *place(), picture)
        crop.check(*picture)
        if ratio is not None and step != 3 and min(crop.size) > 8:
            assert shape.has_ratio(crop, ratio), (crop, step)


def test_every_ratio_stands_and_lies() -> None:
    names = [name for _, name in known()]
    assert len(names) == 11
    for name in names[1:]:
        lying, standing = (ratio_of(name, (40, 30), portrait) for portrait in (False, True))
        assert lying is not None
        assert standing is not None
        assert lying >= 1
        assert lying * standing == pytest.approx(1)
    assert ratio_of("A4", PICTURE, portrait=False) == pytest.approx(297 / 210)
    assert ratio_of("original", (30, 40), portrait=True) == pytest.approx(3 / 4)
    assert ratio_of("free", PICTURE, portrait=False) is None
