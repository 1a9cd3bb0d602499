"""A field for a number that keeps what was typed, and says what is possible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy

from app.look.translation import tr
from app.look.words import rounded

PLACES = 6
"""The most decimals that can be typed."""
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_PLAIN = re.compile(rf"\d+(?:[.,]\d{{1,{PLACES}}})?")
_BETWEEN = re.compile(r"[\s'\N{RIGHT SINGLE QUOTATION MARK}]")


class NumberField(QLineEdit):
    """A number with a unit, from `least` to `most`, with a decimal comma or point.

    What is out of range stays as it was typed, marked as wrong, and the last possible number stays
    in force; `hinted` says so. Esc brings that number back; Up and Down change it by `step`.
    places: decimals, 0 for whole numbers. nothing: a text for `least`, if that means no number.
    """

    valueChanged = Signal()
    hinted = Signal(str, bool)
    """What is possible, empty for nothing to say; whether what was typed is not."""

    def __init__(
        self,
        least: float,
        most: float,
        value: float,
        name: str,
        suffix: str = "",
        places: int = PLACES,
        step: float = 1,
        nothing: str = "",
    ) -> None:
        super().__init__()
        self._least, self._most, self._step = map(_exact, (least, most, step))
        self._suffix, self._places, self._nothing = suffix, places, nothing
        self._value, self.wrong = _exact(value), False
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.range_text())
        self.setToolTip(f"{name}: {self.range_text()}")
        self.setMinimumWidth(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._edit)

    def value(self) -> Fraction:
        """The last possible number."""
        return self._value

    def setValue(self, value: float | Fraction) -> None:
        changed = _exact(value) != self._value
        self._value = _exact(value)
        self._mark(wrong=False)
        self._show()
        if changed:
            self.valueChanged.emit()

    def cleanText(self) -> str:
        """The number in force in the language's format, without its unit."""
        return _number_text(self._value)

    def setSuffix(self, suffix: str) -> None:
        self._suffix = suffix
        self._show()

    def range_text(self) -> str:
        least, most = (rounded(float(n), 8) for n in (self._least, self._most))
        whole = tr("a whole number from {0} to {1}") if not self._places else tr("from {0} to {1}")
        return whole.format(least, most)

    def _edit(self) -> None:
        """While typing, only what becomes possible is told; half a number is no mistake yet."""
        if self.wrong and self._possible() is not None:
            self._mark(wrong=False)
            self.hinted.emit(self.range_text(), False)

    def _take(self) -> None:
        if self.text() == self._shown():
            return
        value = self._possible()
        if value is not None:
            self.setValue(value)
            self.hinted.emit("", False)
            return
        self._mark(wrong=True)
        text = tr("{0} is not possible here: {1}. {2} stays in force.")
        self.hinted.emit(text.format(self.text(), self.range_text(), self._shown()), True)

    def _possible(self) -> Fraction | None:
        text = self.text().strip()
        if self._nothing and text in ("", self._nothing):
            return self._least
        value = parse_number(text.removesuffix(self._suffix.strip()), whole=not self._places)
        return value if value is not None and self._least <= value <= self._most else None

    def _shown(self) -> str:
        if self._nothing and self._value == self._least:
            return self._nothing
        return self.cleanText() + self._suffix

    def _show(self) -> None:
        self.setText(self._shown())

    def _mark(self, wrong: bool) -> None:
        if wrong != self.wrong:
            self.wrong = wrong
            self.setProperty("wrong", wrong)
            self.style().polish(self)  # the style sheet looks at the property

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.wrong:
            self.hinted.emit(self.range_text(), False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.wrong:
            self.hinted.emit("", False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.text() != self._shown():
            self._mark(wrong=False)
            self._show()
            self.hinted.emit(self.range_text(), False)
        elif key in steps:
            value = self._possible() or self._value
            self.setValue(min(max(value + steps[key], self._least), self._most))
        else:
            super().keyPressEvent(event)


def show_hints(fields: Iterable[NumberField], label: QLabel) -> None:
    """Show in `label` what the fields have to say; a mistake stays until it is put right."""
    all_ = list(fields)

    def show(text: str, wrong: bool) -> None:
        if not wrong and any(field.wrong and field.isVisible() for field in all_):
            return
        label.setText(text if wrong else text[:1].upper() + text[1:])
        label.setObjectName("error" if wrong else "muted")
        label.style().polish(label)
        label.setVisible(bool(text))

    for field in all_:
        field.hinted.connect(show)
    label.hide()


def parse_number(text: str, whole: bool) -> Fraction | None:
    """A number with a decimal comma or point, whatever the language; None for anything else.

    Spaces and apostrophes may group digits. Where both signs occur the last one is the decimal one,
    and the others group thousands, as both do in whole numbers.
    """
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    last = max(plain.rfind("."), plain.rfind(","))
    if whole and _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", "")
    elif last >= 0 and (grouped := plain[:last]) and not grouped.isdigit():
        other = "," if plain[last] == "." else "."
        if not (_GROUPED.fullmatch(grouped) and other in grouped):
            return None
        plain = grouped.replace(other, "") + plain[last:]
    if not (_PLAIN.fullmatch(plain) and plain.isascii()):
        return None
    value = Fraction(plain.replace(",", "."))
    return None if whole and value.denominator != 1 else value


def _exact(value: float | Fraction) -> Fraction:
    """The decimal number that was meant, not the binary one beside it."""
    return value if isinstance(value, Fraction) else Fraction(str(value))


def _number_text(value: Fraction) -> str:
    text = f"{float(value):.{PLACES}f}".rstrip("0").rstrip(".")
    return text.replace(".", QLocale().decimalPoint())
