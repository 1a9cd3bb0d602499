"""Numbers are taken as they are typed, or refused aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.look.widgets import column, muted
from app.options.number_field import NumberField, parse_number, show_hints

LANGUAGES = ("en", "de", "fr", "es", "ja", "zh_CN")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., QLabel]]:
    """Shows fields in a window; returns the label of their hints."""
    windows = []

    def show(*fields: NumberField) -> QLabel:
        window, hint = QWidget(), muted()
        column(*fields, hint, parent=window)
        show_hints(fields, hint)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)
        return hint

    yield show
    windows.clear()


def type_in(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["2.5", "2,5", " 2,50 ", "2.5x"])
def test_comma_and_point_in_every_language(
    shown: Callable[..., QLabel], language: str, text: str
) -> None:
    field = NumberField(1.1, 16, 4, "Factor", "x")
    shown(field)
    type_in(field, text)
    assert field.value() == Fraction(5, 2)
    assert not field.wrong
    assert field.text() == f"2{QLocale().decimalPoint()}5x"


@pytest.mark.parametrize(
    ("text", "whole", "value"),
    [
        ("6000", True, "6000"),
        ("6,000", True, "6000"),
        ("6.000", True, "6000"),
        ("1 234 567", True, "1234567"),
        ("6'000", True, "6000"),
        ("6000.0", True, "6000"),
        ("6000.5", True, None),
        ("1,234.5", False, "1234.5"),
        ("1.234,5", False, "1234.5"),
        ("2.123456", False, "2.123456"),
        ("2.1234567", False, None),  # it would be rounded
        ("1.2.3", False, None),
        ("12,34.5", False, None),
        ("", False, None),
        ("-2", False, None),
        ("1e3", False, None),
        ("two", False, None),
        ("\uff12\uff0e\uff15", False, "2.5"),  # as a Japanese keyboard writes it
    ],
)
def test_what_is_a_number(text: str, whole: bool, value: str | None) -> None:
    assert parse_number(text, whole) == (None if value is None else Fraction(value))


@pytest.mark.parametrize("text", ["20", "1", "0", "abc", "2.1234567"])
def test_what_is_not_possible_stays_and_says_why(shown: Callable[..., QLabel], text: str) -> None:
    field, other = NumberField(1.1, 16, 4, "Factor", "x"), NumberField(1, 9, 3, "Other")
    hint = shown(field, other)
    changes: list[int] = []
    field.valueChanged.connect(lambda: changes.append(1))
    type_in(field, text)
    assert field.text() == text
    assert field.property("wrong")
    assert hint.text() == f"{text} is not possible here: from 1.1 to 16. 4x stays in force."
    assert hint.objectName() == "error"
    assert field.value() == Fraction(4)
    assert changes == []
    other.setFocus()  # leaving the field changes nothing either
    assert field.text() == text
    assert "not possible" in hint.text()
    type_in(field, "3")
    assert not field.property("wrong")
    assert field.value() == Fraction(3)
    assert changes == [1]


def test_the_range_is_shown_where_a_number_is_typed(
    shown: Callable[..., QLabel], qtbot: QtBot
) -> None:
    field = NumberField(1, 999_999, 100, "Width", " px", places=0)
    hint = shown(field)
    field.setFocus()
    qtbot.waitUntil(hint.isVisible)
    most = QLocale().toString(999_999.0, "g", 8)
    assert hint.text() == f"A whole number from 1 to {most}"
    assert most in field.toolTip()
    assert most in field.accessibleDescription()
    field.clearFocus()
    qtbot.waitUntil(lambda: not hint.isVisible())


def test_keys_step_and_bring_back(shown: Callable[..., QLabel]) -> None:
    field = NumberField(1.1, 16, 2.5, "Factor", "x", step=0.1)
    shown(field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == Fraction(13, 5)
    field.setValue(Fraction(11, 10))
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == Fraction(11, 10)
    type_in(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "1.1x"
    assert not field.wrong


def test_no_number_has_a_word(shown: Callable[..., QLabel]) -> None:
    field = NumberField(0, 100, 0, "Limit", " MP", nothing="no limit")
    shown(field)
    assert field.text() == "no limit"
    type_in(field, "0,5")
    assert (field.value(), field.text()) == (Fraction(1, 2), "0.5 MP")
    type_in(field, "no limit")
    assert field.value() == 0
