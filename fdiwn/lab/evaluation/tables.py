"""Results and comparisons as tables: for the terminal, as Markdown, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from rich.table import Table
from rich.text import Text

from fdiwn.lab.evaluation.comparison import Row, Section
from fdiwn.lab.evaluation.records import Result

COUNTED = (
    "Multiply-adds in 1e9 for a result of 1280x720: as the published form executes them, and as "
    "the paper counts them."
)
SCORED = "PSNR in dB / SSIM, on luma."
COUNTS = ("parameters", "multiply-adds executed", "as the paper counts")


def by_benchmark(results: Sequence[Result]) -> list[list[Result]]:
    """All methods of each benchmark and scale."""
    sets = dict.fromkeys((each.dataset, each.scale) for each in results)
    return [[each for each in results if (each.dataset, each.scale) == key] for key in sets]


def result_table(methods: Sequence[Result]) -> Table:
    """One benchmark: a line for each picture, and the mean."""
    made = Table(title=Text(title(methods[0])), caption_justify="left")
    made.caption = Text("\n".join([SCORED, *(described(each) for each in methods if each.model)]))
    made.add_column("picture", no_wrap=True)
    for each in methods:
        made.add_column(Text(each.method), justify="right", min_width=15)
    for number, picture in enumerate(methods[0].pictures):
        scores = [figures(m.pictures[number].psnr, m.pictures[number].ssim) for m in methods]
        made.add_row(Text(picture.name), *scores)
    made.add_section()
    made.add_row("mean", *(figures(each.psnr, each.ssim) for each in methods), style="bold")
    return made


def title(result: Result) -> str:
    """Benchmark, scale and protocol in a line."""
    low = "" if result.low_resolution == "given" else ", low resolution made by bicubic reduction"
    return f"{result.dataset} x{result.scale}, protocol: {result.protocol_name}{low}"


def described(result: Result) -> str:
    """A line about how a model's result was measured."""
    return f"{result.method}: {result.conditions}, sha256 {result.short_hash}"


def figures(psnr: float, ssim: float) -> str:
    return f"{psnr:.3f} / {ssim:.4f}"


def columns(section: Section) -> list[str]:
    """The columns available beside model and protocol."""
    return [*COUNTS, *section.datasets]


def comparison_table(section: Section, columns: Sequence[str]) -> Table:
    """Published and measured rows of a scale, with some of the `columns`."""
    lines = [COUNTED, SCORED, *measured_in(section)]
    made = Table(title=f"x{section.scale}", caption_justify="left")
    made.caption = Text("\n".join(lines))
    made.add_column("model", min_width=24)
    made.add_column("protocol", min_width=11)
    for name in columns:
        made.add_column(Text(name), justify="right", min_width=9 if name in COUNTS else 14)
    before: Row | None = None
    for row in section.rows:
        if before and (before.measured, before.ablation) != (row.measured, row.ablation):
            made.add_section()
        style = "bold" if row.measured else None
        made.add_row(*map(Text, cells(row, columns)), style=style)
        before = row
    return made


def measured_in(section: Section) -> list[str]:
    """For each measured row with a model, a line about how it was measured."""
    return [
        f"{row.model}, {row.protocol}: {row.conditions}, sha256 {row.sha256[:12]}"
        for row in section.rows
        if row.sha256
    ]


def cells(row: Row, columns: Iterable[str]) -> list[str]:
    """The cells of a row in all tables: model, protocol, and the columns."""
    executed, counted = row.multiply_adds, row.paper_multiply_adds
    counts = (
        "" if row.parameters is None else f"{row.parameters / 1000:.0f}K",
        "" if executed is None else f"{executed:.1f}G",
        "" if counted is None else f"{counted:.6g}G",
    )
    known = dict(zip(COUNTS, counts, strict=True))
    shown = [known[name] if name in known else _score(row, name) for name in columns]
    return [row.model, row.protocol, *shown]


def _score(row: Row, dataset: str) -> str:
    if dataset not in row.scores:
        return ""
    psnr, ssim = row.scores[dataset]
    return f"{psnr:.2f} / {ssim:.4f}"


def to_markdown(sections: Iterable[Section]) -> str:
    """One table per scale."""
    lines = [f"{COUNTED} {SCORED}"]
    for section in sections:
        names = ["model", "protocol", *columns(section), "computed in", "sha256 of the model"]
        lines += ["", f"## x{section.scale}", "", _line(names)]
        lines += [_line(["---"] * 2 + ["---:"] * (len(names) - 4) + ["---"] * 2)]
        for row in section.rows:
            own = cells(row, columns(section))
            lines.append(_line([*own, row.conditions or row.source, row.sha256[:12]]))
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_safe, cells))} |"


def _safe(cell: str) -> str:
    """Escapes Markdown's special characters."""
    for sign in ("\\", "|", "<"):
        cell = cell.replace(sign, f"\\{sign}")
    return cell


def to_csv(sections: Sequence[Section]) -> str:
    """One row per method and scale, all as numbers."""
    datasets = dict.fromkeys(name for section in sections for name in section.datasets)
    out = StringIO()
    table = csv.writer(out)
    head = ["scale", "model", "protocol", "ablation", "parameters", "multiply_adds_executed_g"]
    head += ["multiply_adds_paper_g", "computed_in", "sha256", "source"]
    names = [_no_formula(name) for name in datasets]
    table.writerow(head + [f"{name} {what}" for name in names for what in ("PSNR", "SSIM")])
    for row in (row for section in sections for row in section.rows):
        table.writerow([*_facts(row), *_numbers(row, datasets)])
    return out.getvalue()


def _facts(row: Row) -> list[str | int | float | None]:
    return [
        row.scale,
        _no_formula(row.model),
        row.protocol,
        int(row.ablation),
        row.parameters,
        row.multiply_adds,
        row.paper_multiply_adds,
        row.conditions,
        row.sha256,
        row.source,
    ]


def _no_formula(text: str) -> str:
    """Escapes text that a spreadsheet would compute; a model file may have any name."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _numbers(row: Row, datasets: Iterable[str]) -> list[float | None]:
    scores = (row.scores.get(name, (None, None)) for name in datasets)
    return [None if value is None else round(value, 5) for score in scores for value in score]
