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
EXAMPLE_PIXELS = (1500, 1000)
"""Of a picture that stands for any."""
LONGEST = 255
"""Most bytes of a file's name, its ending included, on usual file systems."""

_SCALE = "{scale}x"
_TOKEN = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = '/\\:*?"<>|'
"""Not allowed in names on Windows; refused everywhere, so that templates are portable."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """The values for a template's tokens.

    name: of the picture's file, without its ending. size: as ordered. result: width and height in
    pixels, None if unknown. factor: the enlargement, if a size in pixels or on paper was ordered.
    model: its name. date: of the run, such as 2026-05-31.
    """

    name: str
    size: TargetSize
    result: tuple[int, int] | None = None
    factor: Fraction | None = None
    model: str = ""
    date: str = ""


def tokens(template: str) -> frozenset[str]:
    """The tokens of a template. Raises NamingError if it is invalid."""
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

    ``{scale}x`` is the ordered size: 4x, 2.5x, 6000x4000; ``{scale}`` elsewhere is the number. A
    name that is too long loses the end of ``{name}``, and one that Windows reserves gets an
    underscore. Raises NamingError if the template is invalid, or lacks one of these facts.
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
    """Joins the three into one name. If it is too long for file systems, the stem is shortened."""
    too_long = len(os.fsencode(stem + mark + suffix)) - LONGEST
    return (_shortened(stem, too_long) if too_long > 0 else stem) + mark + suffix


def needs_size(template: str, wanted: TargetSize) -> bool:
    """Whether a name needs the size of the picture. Raises NamingError."""
    used = tokens(template)
    bare = "{scale}" in template.replace(_SCALE, "")
    return bool(used & {"width", "height"}) or (bare and not isinstance(wanted, Factor))


def example(
    template: str,
    size: TargetSize,
    model: str,
    date: str,
    name: str = "photo",
    pixels: tuple[int, int] = EXAMPLE_PIXELS,
    suffix: str = "",
) -> str:
    """The name for a picture called ``name`` of that width and height in pixels, with ``suffix``,
    its ending. Raises NamingError."""
    factor = size.factor(*pixels)
    result = (round(pixels[0] * factor), round(pixels[1] * factor))
    return expand(template, Facts(name, size, result, factor, model, date), suffix)


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
        wanted.discard("scale")  # it is only part of the label
    for token in sorted(wanted):
        if known[token] is None:
            why = f"{{{token}}} is not known before the picture is read"
            raise _refused(template, why, "Leave it out, or give the name yourself")
    return {token: known[token] or "" for token in wanted}


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda found: values[found[1]], template)


def _shortened(text: str, by: int) -> str:
    """Removes at least ``by`` bytes from the end, but keeps at least one letter."""
    wanted = len(os.fsencode(text)) - by
    while len(text) > 1 and len(os.fsencode(text)) > wanted:
        text = text[:-1]
    return text


def _refused(template: str, why: str, todo: str) -> NamingError:
    return NamingError(f"Results cannot be named {template!r}", why, todo)
