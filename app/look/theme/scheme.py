"""The colours of the two themes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """The colours of a theme. Greys have no tint, which would change how a picture looks.

    surround: behind a picture. on_surround: text on it.
    """

    surround: str
    on_surround: str
    window: str
    panel: str
    raised: str
    hovered: str
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_text: str
    focus: str
    error: str


DARK = Colours(
    surround="#2e2e2e",
    on_surround="#a8a8a8",
    window="#1f1f1f",
    panel="#262626",
    raised="#343434",
    hovered="#2c2c2c",
    border="#3d3d3d",
    text="#e8e8e8",
    muted="#a8a8a8",
    faint="#757575",
    accent="#2f74d0",
    accent_hover="#2868be",
    accent_text="#ffffff",
    focus="#6fa8ff",
    error="#f08a7c",
)


LIGHT = Colours(
    surround="#8c8c8c",
    on_surround="#1c1c1c",
    window="#e9e9e9",
    panel="#f6f6f6",
    raised="#ffffff",
    hovered="#ececec",
    border="#cdcdcd",
    text="#1e1e1e",
    muted="#585858",
    faint="#8a8a8a",
    accent="#2563b8",
    accent_hover="#1f57a5",
    accent_text="#ffffff",
    focus="#1b5fc4",
    error="#b3261e",
)
