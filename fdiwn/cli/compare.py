"""``fdiwn models compare``: the networks that the paper compares, with their sizes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from fdiwn.api.options import SCALES
from fdiwn.cli.upscale import echo

if TYPE_CHECKING:
    from fdiwn.lab.evaluation.networks import Sizes

_HEAD = (
    "network",
    "year",
    "parameters",
    "published parameters",
    "G executed",
    "G counted as published",
    "G published",
)
_MEANING = (
    "Multiply-adds in 1e9 for a result of 1280 x 720: as the network executes them, and counted as "
    "the published figures are: transposed convolutions at every pixel of their output."
)


def compare(
    scale: Annotated[int, typer.Option(help="2, 3 or 4.")] = max(SCALES),
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """Show the networks that the paper compares: parameters and multiply-adds."""
    if scale not in SCALES:
        raise typer.BadParameter("2, 3 or 4", param_hint="--scale")
    if markdown and as_json:
        raise typer.BadParameter("not together with --markdown", param_hint="--json")
    from fdiwn.lab.evaluation.networks import sizes

    rows = sizes(scale)
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], indent=2))
    elif markdown:
        typer.echo("\n\n".join([_markdown(rows), _MEANING, "\n".join(_notes(rows, "- "))]))
    else:
        _show(rows)


def _show(rows: Sequence[Sizes]) -> None:
    console = Console()
    table = Table(*_HEAD, title=f"x{rows[0].scale}")
    for column in table.columns[1:]:
        column.justify = "right"
    for row in rows:
        name, year, *figures = _cells(row)
        table.add_row(name, year, *figures)
        if not console.is_terminal:
            parameters, papers, executed, counted, printed = (each or "-" for each in figures)
            echo(
                f"x{row.scale}  {name} ({year})  parameters {parameters} (published {papers})  "
                f"multiply-adds {executed} executed, {counted} counted as published "
                f"(published {printed})"
            )
    if console.is_terminal:
        console.print(table)
    typer.echo("\n".join([_MEANING, *_notes(rows, "")]), err=True)


def _cells(row: Sizes) -> list[str]:
    papers, printed = row.published_parameters, row.published_multiply_adds
    return [
        row.name,
        str(row.year),
        f"{row.parameters:,}",
        "" if papers is None else f"{papers:,}",
        f"{row.executed:.1f}",
        f"{row.as_published:.1f}",
        "" if printed is None else f"{printed:.1f}",
    ]


def _notes(rows: Iterable[Sizes], mark: str) -> list[str]:
    return [f"{mark}{row.name}: {row.note}" for row in rows if row.note]


def _markdown(rows: Sequence[Sizes]) -> str:
    lines = [f"## x{rows[0].scale}", "", _line(_HEAD), _line(["---", *["---:"] * (len(_HEAD) - 1)])]
    return "\n".join([*lines, *(_line(_cells(row)) for row in rows)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
