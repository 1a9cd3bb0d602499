"""The ratios of width and height that a crop can have."""

from __future__ import annotations

from app.look.translation import tr
from app.look.words import papers
from fdiwn.api.size_text import parse_paper

FREE, ORIGINAL = "free", "original"
_PLAIN = ("3:2", "4:3", "1:1", "16:9")


def known() -> list[tuple[str, str]]:
    """Each ratio as it is said, and by its name for `ratio_of`."""
    plain = [(name, name) for name in _PLAIN]
    return [(tr("Free"), FREE), (tr("Original"), ORIGINAL), *plain, *papers()]


def ratio_of(name: str, picture: tuple[int, int], portrait: bool) -> float | None:
    """Width divided by height, less than 1 if `portrait`; None if any is allowed.

    picture: its width and height.
    """
    if name == FREE:
        return None
    across, down = _sides(name, picture)
    longer, shorter = max(across, down), min(across, down)
    return shorter / longer if portrait else longer / shorter


def _sides(name: str, picture: tuple[int, int]) -> tuple[float, float]:
    if name == ORIGINAL:
        return picture
    if name in _PLAIN:
        across, _, down = name.partition(":")
        return int(across), int(down)
    paper = parse_paper(f"{name}@1")
    return float(paper.width), float(paper.height)
