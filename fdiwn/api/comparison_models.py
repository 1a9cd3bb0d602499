"""The networks of comparison that this project trained and ships: their files and figures.

Written by resources/weights/publish_comparison.py, which keeps everything above
`COMPARISON_MODELS`.
"""

from __future__ import annotations

from typing import NamedTuple


class ComparisonModel(NamedTuple):
    """network: its name in `fdiwn.lab.comparators.registry`; year: of its publication. The rest as
    in `fdiwn.api.own_models.OwnModel`."""

    network: str
    year: int
    scale: int
    bytes: int
    sha256: str
    psnr: dict[str, float]
    pixels: float
    hours: float

    @property
    def name(self) -> str:
        """Of the model, and of its file without ending."""
        return f"{self.network.lower()}-x{self.scale}"


COMPARISON_MODELS: tuple[ComparisonModel, ...] = ()
