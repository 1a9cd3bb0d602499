"""Names of results, from a template such as ``{name}_{scale}x``. Imports nothing heavy."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from fdiwn.api.errors import NamingError
from fdiwn.api.sizing import Factor, TargetSize

DEFAULT = "{name}_{scale}x"
TOKENS = ("name", "scale", "width", "height", "model", "date")
LONGEST = 255
"""Bytes of a file's name, its ending included, that file systems take."""

_SCALE = "{scale}x"
_TOKEN = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = '/\\:*?"<>|'
"""In no name on Windows; refused everywhere, so that a template works everywhere."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """What a template may speak of.

    name: of the picture's file, without its ending. size: what was wanted. result: width and
    height in pixels, None while they are not known. factor: how many times larger, where a size in
    pixels or on paper was wanted. model: its name. date: of the run, as 2026-05-31.
    """

    name: str
    size: TargetSize
    result: tuple[int, int] | None = None
    factor: Fraction | None = None
    model: str = ""
    date: str = ""


def tokens(template: str) -> frozenset[str]:
    """The tokens of a template that can be used. Raises NamingError for one that cannot."""
    rest = _TOKEN.sub("", template)
    used = frozenset(_TOKEN.findall(template))
    offered = ", ".join(f"{{{token}}}" for token in TOKENS)
    if unknown := sorted(used - set(TOKENS)):
        raise _refused(template, f"{{{unknown[0]}}} means nothing here", f"There are {offered}")
    if "{" in rest or "}" in rest:
        raise _refused(template, "a bracket stands alone", f"There are {offered}")
    if wrong := [letter for letter in rest if letter in _FORBIDDEN or not letter.isprintable()]:
        why = f"{wrong[0]!r} may not stand in the name of a file"
        raise _refused(template, why, "Leave it out; the folder is chosen by itself")
    if not used and not rest.strip(" ."):
        raise _refused(template, "it gives an empty name", f"There are {offered}")
    return used


def expand(template: str, facts: Facts, suffix: str = "") -> str:
    """The name of a result, with ``suffix``, its ending.

    ``{scale}x`` says what was wanted: 4x, 2.5x, 6000x4000; ``{scale}`` elsewhere is the number. A
    name that is too long loses the end of ``{name}``, and one that Windows keeps for itself gets an
    underscore. Raises NamingError for a template that cannot be used, or not with these facts.
    """
    used = tokens(template)
    values = _values(template, used, facts)
    plain = template.replace(_SCALE, "{label}")
    stem = _filled(plain, values)
    mark = "_" if _RESERVED.fullmatch(stem.partition(".")[0].rstrip()) else ""
    too_long = len(os.fsencode(mark + stem + suffix)) - LONGEST
    if too_long > 0 and "name" in values:
        values["name"] = _shortened(values["name"], too_long)
        stem = _filled(plain, values)
    if not stem.strip(" ."):
        raise _refused(template, "it gives an empty name", "Add something, such as {name}")
    if len(os.fsencode(mark + stem + suffix)) > LONGEST:
        raise _refused(template, "it gives a name that is too long", "Make it shorter")
    return mark + stem + suffix


def numbered(stem: str, number: int, suffix: str = "") -> str:
    """``stem`` and ``suffix``, its ending; from 2 on with `` (2)`` between them. See `marked`."""
    return marked(stem, "" if number == 1 else f" ({number})", suffix)


def marked(stem: str, mark: str, suffix: str) -> str:
    """All three as one name. A stem that would make it too long for file systems loses its end."""
    too_long = len(os.fsencode(stem + mark + suffix)) - LONGEST
    return (_shortened(stem, too_long) if too_long > 0 else stem) + mark + suffix


def needs_size(template: str, wanted: TargetSize) -> bool:
    """Whether a name cannot be made without the size of the picture. Raises NamingError."""
    used = tokens(template)
    bare = "{scale}" in template.replace(_SCALE, "")
    return bool(used & {"width", "height"}) or (bare and not isinstance(wanted, Factor))


def example(template: str, size: TargetSize, model: str, date: str) -> str:
    """What a template gives for a picture of 1500 x 1000 pixels. Raises NamingError."""
    factor = size.factor(1500, 1000)
    result = (round(1500 * factor), round(1000 * factor))
    return expand(template, Facts("photo", size, result, factor, model, date))


def _values(template: str, used: frozenset[str], facts: Facts) -> dict[str, str]:
    number = facts.size.value if isinstance(facts.size, Factor) else facts.factor
    known: Mapping[str, str | None] = {
        "name": facts.name,
        "label": facts.size.label,
        "scale": f"{float(number):.4g}" if number is not None else None,
        "width": str(facts.result[0]) if facts.result else None,
        "height": str(facts.result[1]) if facts.result else None,
        "model": Path(facts.model).name.replace(" ", "") or "model",
        "date": facts.date,
    }
    wanted = set(used) | {"label"}
    if "{scale}" not in template.replace(_SCALE, ""):
        wanted.discard("scale")  # it only stands where the label does
    for token in sorted(wanted):
        if known[token] is None:
            why = f"{{{token}}} is not known before the picture is read"
            raise _refused(template, why, "Leave it out, or give the name yourself")
    return {token: known[token] or "" for token in wanted}


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda found: values[found[1]], template)


def _shortened(text: str, by: int) -> str:
    """Without at least ``by`` bytes at its end, and with at least one letter."""
    wanted = len(os.fsencode(text)) - by
    while len(text) > 1 and len(os.fsencode(text)) > wanted:
        text = text[:-1]
    return text


def _refused(template: str, why: str, todo: str) -> NamingError:
    return NamingError(f"Results cannot be named {template!r}", why, todo)
