"""Reads sizes from text: factors, pixels, prints. Light and pure."""

from __future__ import annotations

import re
from fractions import Fraction

from fdiwn.api.sizing import MILLIMETRES, Edge, Factor, Frame, Megapixels, Paper, short_decimal

PAPERS = {"A5": "21x14.8cm", "A4": "29.7x21cm", "A3": "42x29.7cm", "A2": "59.4x42cm"}
"""Papers with names."""

_NUMBER = r"(\d{1,6}(?:[.,]\d{1,6})?)"
_FACTOR = re.compile(rf"{_NUMBER}x?")
_FRAME = re.compile(r"(\d{1,6})?x(\d{1,6})?")
_EDGE = re.compile(r"(\d{1,6})(long|short)")
_MEGAPIXELS = re.compile(rf"{_NUMBER}mp")
_PAPER = re.compile(rf"{_NUMBER}x{_NUMBER}(mm|cm|in)@{_NUMBER}(?:dpi|ppi)?")
_NAMED = re.compile(rf"(a\d)@({_NUMBER}(?:dpi|ppi)?)")


def parse_factor(text: str) -> Factor:
    """``4``, ``2.5``, ``2,5`` or ``2.5x``. Raises ValueError."""
    found = _FACTOR.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(f"a factor from 1.1 to 16, such as 4 or 2.5, not {text!r}")
    return Factor(_fraction(found[1]))


def _fraction(text: str) -> Fraction:
    """Parses a number with a decimal point or comma."""
    return Fraction(text.replace(",", "."))


def parse_frame(text: str) -> Frame:
    """``6000x``, ``x4000`` or ``6000x4000``. Raises ValueError."""
    found = _FRAME.fullmatch(text.strip().lower())
    sides = [int(side) if side else None for side in found.groups()] if found else []
    if not any(sides) or 0 in sides:
        raise ValueError(f"pixels such as 6000x, x4000 or 6000x4000, not {text!r}")
    return Frame(sides[0], sides[1])


def parse_size(text: str) -> Frame | Edge | Megapixels:
    """As `parse_frame`, and ``6000long`` or ``4000short`` for an edge, ``24mp`` for megapixels.

    Raises ValueError.
    """
    plain = "".join(text.lower().split())
    if (found := _EDGE.fullmatch(plain)) and int(found[1]):
        return Edge(int(found[1]), found[2] == "short")
    if (found := _MEGAPIXELS.fullmatch(plain)) and _fraction(found[1]):
        return Megapixels(_fraction(found[1]))
    try:
        return parse_frame(plain)
    except ValueError as exc:
        also = "an edge such as 6000long or 4000short, or megapixels such as 24mp"
        raise ValueError(f"{exc}; {also}") from exc


def parse_paper(text: str) -> Paper:
    """``60x40cm@300``, in mm, cm or in (inches), at pixels per inch; also ``29,7x21cm@300``, and
    ``A4@300`` for those of `PAPERS`.

    Raises ValueError.
    """
    plain = "".join(text.lower().split())
    if (named := _NAMED.fullmatch(plain)) and (name := named[1].upper()) in PAPERS:
        paper = parse_paper(f"{PAPERS[name]}@{named[2]}")
        return Paper(paper.width, paper.height, paper.per_inch, name)
    found = _PAPER.fullmatch(plain)
    numbers = [_fraction(found[n]) for n in (1, 2, 4)] if found else []
    if found is None or min(numbers) == 0:
        raise ValueError(f"a paper and its pixels per inch such as 60x40cm@300, not {text!r}")
    unit = MILLIMETRES[found[3]]
    width, height, per_inch = numbers
    written = f"{short_decimal(width)}x{short_decimal(height)}{found[3]}"
    return Paper(width * unit, height * unit, per_inch, written)
