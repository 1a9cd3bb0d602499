"""The networks that the paper compares FDIWN with: where they were published, how they are built.

A network is imported when it is built, so this table is light.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True)
class Comparator:
    """A published network. build: scale (2, 3 or 4) to a new network, with the tensor contract of
    `fdiwn.network.network`. parameters: published, thousands, by scale. multiply_adds: published,
    1e9 for a result of 1280x720, by scale. note: why ours differs from these, if it does."""

    name: str
    year: int
    paper: str
    build: Callable[[int], nn.Module]
    parameters: Mapping[int, float]
    multiply_adds: Mapping[int, float]
    note: str = ""


def _srcnn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.srcnn import SRCNN

    return SRCNN(scale)


def _fsrcnn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.fsrcnn import FSRCNN

    return FSRCNN(scale)


COMPARATORS: tuple[Comparator, ...] = (
    Comparator(
        "SRCNN",
        2014,
        "Dong, Loy, He, Tang: Learning a Deep Convolutional Network for Image Super-Resolution, "
        "ECCV 2014, arXiv 1501.00092",
        _srcnn,
        {2: 57, 3: 57, 4: 57},
        {2: 52.7, 3: 52.7, 4: 52.7},
    ),
    Comparator(
        "FSRCNN",
        2016,
        "Dong, Loy, Tang: Accelerating the Super-Resolution Convolutional Neural Network, "
        "ECCV 2016, arXiv 1608.00367",
        _fsrcnn,
        {2: 12, 3: 12, 4: 12},
        {2: 6.0, 3: 5.0, 4: 4.6},
    ),
)
"""In the order of publication."""


def comparator(name: str) -> Comparator:
    """The network of this name. Raises ValueError for any other name."""
    for known in COMPARATORS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in COMPARATORS)
    raise ValueError(f"the comparison networks are {names}, not {name!r}")
