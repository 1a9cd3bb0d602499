"""Texts about a pre-flight, short enough for the foot of the options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.look.translation import counted, tr
from app.look.words import duration, file_size, megapixels
from app.options.preflight.check import Preflight
from app.options.preflight.items import Finding

MOST_LINES = 2
MOST_NAMES = 20


def lines(
    findings: Sequence[Finding], names: Mapping[int, str] | None = None, most: int = 1
) -> list[str]:
    """Each finding once, with the pictures it is about.

    names: by id; none are said if there is only one picture. most: how many names are said before
    the rest is counted.
    """
    about: dict[tuple[str, str, bool], list[str]] = {}
    for finding in findings:
        of = about.setdefault((finding.text, finding.todo, finding.blocks), [])
        if names and finding.id in names:
            of.append(names[finding.id])
    found = []
    for (text, todo, blocks), of in about.items():
        sentence = tr("{0}. {1}.").format(text, todo) if todo else tr("{0}.").format(text)
        if of and blocks:
            sentence = tr("Skipped: {0}. {1}").format(_together(of, most), sentence)
        elif of:
            sentence = f"{_together(of, most)}: {sentence}"
        found.append(sentence)
    return found


def _together(names: Sequence[str], most: int) -> str:
    said, rest = ", ".join(names[:most]), len(names) - most
    return counted("{0} and %n more", rest).format(said) if rest > 0 else said


def shortened(found: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    if len(found) <= MOST_LINES:
        return "\n".join(found)
    more = tr("… and {0} more").format(len(found) - MOST_LINES)
    return "\n".join([*found[:MOST_LINES], more])


def summary(preflight: Preflight, some_done: bool = False) -> str:
    """A summary of the run; for one picture the time only, as the rest is beside its size.

    some_done: pictures were enlarged before, so an unknown time is not worth a word.
    """
    if not preflight.cleared:
        return ""
    seconds = preflight.seconds
    if seconds is None:
        time = "" if some_done else tr("Time unknown until the first picture is done")
    else:
        time = tr("Takes about {0}").format(duration(_rounded(seconds)))
    if len(preflight.cleared) == 1:
        return time
    sizes = [preflight.estimates[number].size for number in preflight.cleared]
    pixels = sum(width * height for width, height in sizes)
    size = tr("about {0}").format(file_size(preflight.file_bytes))
    return f"{megapixels(pixels, 1)}  ·  {size}\n{time}".rstrip()


def _rounded(seconds: float) -> float:
    """A duration without false precision."""
    if seconds < 10:
        return max(1, round(seconds))
    return round(seconds, -1) if seconds < 600 else 60 * round(seconds / 60)
