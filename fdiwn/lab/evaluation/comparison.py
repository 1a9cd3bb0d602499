"""Compares published figures with measured ones: the rows of tables and plots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fdiwn.lab.evaluation.published import DATASETS, Published, known_name, published
from fdiwn.lab.evaluation.records import Result

AS_PUBLISHED = "published"


@dataclass(frozen=True)
class Row:
    """One method at one scale.

    protocol: of the measurement, or AS_PUBLISHED. source: of published figures. conditions, sha256:
    of measured ones; where it was computed, and of the model file. multiply_adds: in 1e9, as
    executed; paper_multiply_adds: by the paper's count. scores: PSNR in dB and SSIM by benchmark.
    """

    scale: int
    model: str
    protocol: str
    source: str
    conditions: str
    sha256: str
    parameters: int | None
    multiply_adds: float | None
    paper_multiply_adds: float | None
    scores: Mapping[str, tuple[float, float]]
    ablation: bool = False

    @property
    def measured(self) -> bool:
        return self.protocol != AS_PUBLISHED

    @property
    def short_name(self) -> str:
        """The model without its authors."""
        return self.model.partition(" (")[0]


@dataclass(frozen=True)
class Section:
    """One scale. datasets: all with a score in any row, the paper's first."""

    scale: int
    datasets: tuple[str, ...]
    rows: tuple[Row, ...]


def section(scale: int, results: Iterable[Result]) -> Section:
    """The published rows of a scale, followed by one for each way of measuring. If something was
    measured twice, the later one counts."""
    rows = [_published_row(row) for row in published(scale)]
    rows += _measured_rows([each for each in results if each.scale == scale])
    found = dict.fromkeys(name for row in rows for name in row.scores)
    others = [name for name in found if name not in DATASETS]
    return Section(scale, tuple([n for n in DATASETS if n in found] + others), tuple(rows))


def _published_row(row: Published) -> Row:
    return Row(
        row.scale,
        row.model,
        AS_PUBLISHED,
        row.source,
        "",
        "",
        row.parameters,
        None,
        row.multiply_adds,
        row.scores,
        row.ablation,
    )


def _measured_rows(results: Sequence[Result]) -> list[Row]:
    alike: dict[tuple[str, ...], list[Result]] = {}
    for each in results:
        hashed = each.model.sha256 if each.model else ""
        key = (each.method, hashed, each.protocol_name, each.conditions)
        alike.setdefault(key, []).append(each)
    return [_measured_row(group) for group in alike.values()]


def _measured_row(alike: Sequence[Result]) -> Row:
    """The row of all benchmarks that were measured in one way."""
    first = alike[0]
    facts = first.model
    return Row(
        first.scale,
        first.method,
        first.protocol_name,
        "",
        first.conditions,
        facts.sha256 if facts else "",
        facts.parameters if facts else None,
        facts.multiply_adds if facts else None,
        facts.paper_multiply_adds if facts else None,
        {known_name(each.dataset): (each.psnr, each.ssim) for each in alike},
    )
