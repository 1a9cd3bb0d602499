"""The sizes of all networks of the paper's tables: published, and counted here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from fdiwn.lab.comparators.registry import COMPARATORS, Comparator, comparator
from fdiwn.lab.evaluation.comparison import Row, Section
from fdiwn.lab.evaluation.published import published_network

FDIWN_YEAR = 2022
FDIWN_PAPER = (
    "Gao, Li, Li, Wu, Lu, Yu: Feature Distillation Interaction Weighting Network for Lightweight "
    "Image Super-Resolution, AAAI 2022, arXiv 2112.08655"
)
FDIWN_NOTE = "The published multiply-adds leave out convolutions with weight normalisation."
VARIANTS = ("FDIWN-M", "FDIWN")
NORMALISED_UNCOUNTED = frozenset({"MAFFSRN"})
"""Other networks whose published multiply-adds leave out convolutions with weight normalisation;
those of AWSRN-M and LAPAR-A have them."""
SAME = 0.02
"""The largest relative difference of two counts of the same: sides are rounded to whole pixels."""


@dataclass(frozen=True)
class Sizes:
    """One network at one scale.

    parameters and published_parameters: of its form for enlarging. Multiply-adds in 1e9 for a
    result of 1280x720. executed: what it computes; as_published: counted as the published figure
    is. None: not published. note: why a published figure differs.
    """

    name: str
    year: int
    paper: str
    scale: int
    parameters: int
    published_parameters: int | None
    executed: float
    as_published: float
    published_multiply_adds: float | None
    note: str


def sizes(scale: int) -> list[Sizes]:
    """All networks at x2, x3 or x4, in the order of publication."""
    others = [_of_comparator(network, scale) for network in COMPARATORS]
    return others + [_of_fdiwn(variant, scale) for variant in VARIANTS]


def executed(model: str, scale: int) -> float | None:
    """Multiply-adds in 1e9 that a network of the tables computes; None for an unknown name."""
    if model in VARIANTS:
        return _fdiwn_counts(model, scale)[1]
    if model in {network.name for network in COMPARATORS}:
        return _counts(model, scale)[1]
    return None


def with_executed(section: Section) -> Section:
    """The section, in which published networks have the multiply-adds that they execute, where
    those are not the published ones."""
    return replace(section, rows=tuple(map(_with_executed, section.rows)))


def _with_executed(row: Row) -> Row:
    counted = row.paper_multiply_adds
    if row.measured or row.ablation or counted is None:
        return row
    own = executed(row.short_name, row.scale)
    if own is None or abs(own - counted) <= SAME * counted:
        return row
    return replace(row, multiply_adds=own)


def _of_comparator(network: Comparator, scale: int) -> Sizes:
    counted = _counts(network.name, scale)
    thousands = network.parameters.get(scale)
    return Sizes(
        network.name,
        network.year,
        network.paper,
        scale,
        counted[0],
        None if thousands is None else round(1000 * thousands),
        *counted[1:],
        network.multiply_adds.get(scale),
        network.note,
    )


def _of_fdiwn(variant: str, scale: int) -> Sizes:
    row = published_network(variant, scale)
    assert row is not None  # the paper has both at every scale
    counted = _fdiwn_counts(variant, scale)
    return Sizes(
        variant,
        FDIWN_YEAR,
        FDIWN_PAPER,
        scale,
        counted[0],
        row.parameters,
        *counted[1:],
        row.multiply_adds,
        FDIWN_NOTE,
    )


_Counts = tuple[int, float, float]
"""Parameters, multiply-adds executed, and counted as the published figure."""


@cache
def _counts(name: str, scale: int) -> _Counts:
    from fdiwn.lab.comparators.ecbsr import ECBSR
    from fdiwn.lab.counting import count

    built = comparator(name).build(scale)
    counted = count(built.folded() if isinstance(built, ECBSR) else built, scale)
    left_out = counted.normalised if name in NORMALISED_UNCOUNTED else 0.0
    return counted.parameters, counted.executed, counted.at_output - left_out


@cache
def _fdiwn_counts(variant: str, scale: int) -> _Counts:
    from fdiwn.lab.counting import parameters
    from fdiwn.lab.evaluation.flops import multiply_adds, papers_multiply_adds
    from fdiwn.network.config import FDIWNConfig
    from fdiwn.network.network import FDIWN

    network = FDIWN(FDIWNConfig.for_scale(scale, variant))
    return parameters(network), multiply_adds(network), papers_multiply_adds(network)
