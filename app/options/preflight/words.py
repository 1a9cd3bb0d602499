"""Texts about a pre-flight, short enough for the foot of the options."""

from __future__ import annotations

from collections.abc import Sequence

from app.look.translation import tr
from app.look.words import duration, file_size, megapixels, pictures
from app.options.preflight.check import Preflight
from app.options.preflight.items import Finding

MOST_LINES = 2


def lines(findings: Sequence[Finding], of_several: bool) -> list[str]:
    """Each finding once, with the number of pictures."""
    about: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = (finding.text, finding.todo)
        about[key] = about.get(key, 0) + 1
    found = []
    for (text, todo), count in about.items():
        sentence = tr("{0}. {1}.").format(text, todo) if todo else tr("{0}.").format(text)
        found.append(f"{pictures(count)}: {sentence}" if of_several else sentence)
    return found


def shortened(found: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    if len(found) <= MOST_LINES:
        return "\n".join(found)
    more = tr("… and {0} more").format(len(found) - MOST_LINES)
    return "\n".join([*found[:MOST_LINES], more])


def summary(preflight: Preflight) -> str:
    """A summary of the run; for one picture the time only, as the rest is beside its size."""
    if not preflight.cleared:
        return ""
    seconds = preflight.seconds
    if seconds is None:
        time = tr("Time unknown until the first picture is done")
    else:
        time = tr("Takes about {0}").format(duration(_rounded(seconds)))
    if len(preflight.cleared) == 1:
        return time
    sizes = [preflight.estimates[number].size for number in preflight.cleared]
    pixels = sum(width * height for width, height in sizes)
    size = tr("about {0}").format(file_size(preflight.file_bytes))
    return f"{megapixels(pixels, 1)}  ·  {size}\n{time}"


def _rounded(seconds: float) -> float:
    """A duration without false precision."""
    if seconds < 10:
        return max(1, round(seconds))
    return round(seconds, -1) if seconds < 600 else 60 * round(seconds / 60)
