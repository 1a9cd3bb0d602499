"""Sizes, times and counts as text."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

from app.look.translation import counted, tr

TIMES = "×"  # noqa: RUF001 - the sign for times


def pixels(width: int, height: int) -> str:
    return f"{width} {TIMES} {height}"


def papers() -> list[tuple[str, str]]:
    """What is printed most, as it is said and as `fdiwn.api.size_text.parse_paper` reads it."""
    return [
        ("A4", "A4"),
        ("A3", "A3"),
        (f"8 {TIMES} 10 " + tr("inch"), "8x10in"),
        (f"13 {TIMES} 18 " + tr("cm"), "13x18cm"),
        (f"20 {TIMES} 30 " + tr("cm"), "20x30cm"),
    ]


def pictures(count: int) -> str:
    return counted("%n pictures", count)


def whole(number: float) -> str:
    """A rounded number in the language's format."""
    return QLocale().toString(round(number))


def decimal(number: float, places: int) -> str:
    """A number with that many decimals in the language's format."""
    # Qt chooses the format by the type, and does not accept an integer here.
    return QLocale().toString(float(number), "f", places)


def rounded(number: float, digits: int) -> str:
    """A number with that many significant digits in the language's format."""
    return QLocale().toString(float(number), "g", digits)


def megapixels(width: int, height: int) -> str:
    millions = width * height / 1e6
    return decimal(millions, 1 if millions < 100 else 0) + " MP"


def megabytes(count: int) -> str:
    return decimal(count / 1e6, 1) + " MB"


def file_size(count: float) -> str:
    """In a fitting unit: 850 kB, 12.3 MB, 1.2 GB."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(round(count), 1 if count >= 1_000_000 else 0, form)


def unbroken(text: str) -> str:
    """The same with no-break spaces between numbers and what they count, for a few words."""
    return re.sub(r"(?<=\d) (?=\w|%)", "\N{NO-BREAK SPACE}", text)


def duration(seconds: float) -> str:
    """A duration as exact as is useful: 4.2 s, 48 s, 3 min 20 s, 1 h 5 min."""
    return unbroken(_duration(seconds))


def _duration(seconds: float) -> str:
    if round(seconds, 1) < 10:
        return decimal(seconds, 1) + " s"
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    if minutes < 60:
        return f"{minutes} min {rest} s" if minutes < 10 and rest else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def about(seconds: float) -> str:
    """A remaining time, without false precision."""
    if seconds < 10:
        return tr("a few seconds left")
    if seconds < 90:
        return unbroken(tr("about {0} s left").format(round(seconds / 10) * 10))
    return unbroken(tr("about {0} min left").format(max(2, round(seconds / 60))))
