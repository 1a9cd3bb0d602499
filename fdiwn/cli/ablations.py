"""``fdiwn models ablations``: the sizes of the paper's ablations, beside its own figures."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from fdiwn.api.names import COMMAND
from fdiwn.api.options import SCALES
from fdiwn.network.config import ABLATIONS, FDIWNConfig

_SCALE = 2  # of the slides

Row = dict[str, object]


def ablations(
    scale: Annotated[int, typer.Option(help="2, 3 or 4; the paper's are at 2.")] = _SCALE,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """Show the networks of the paper and of its ablations: parameters and multiply-adds."""
    if scale not in SCALES:
        raise typer.BadParameter("2, 3 or 4", param_hint="--scale")
    rows = [_published(variant, scale) for variant in ("FDIWN-M", "FDIWN")]
    rows += [_ablation(name, scale) for name in ABLATIONS]
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
        return
    console = Console()
    table = Table(
        "Name", "Study", "Form", "Params", "paper", "GMACs run", "as the paper counts", "paper"
    )
    table.columns[0].no_wrap = True
    for column in table.columns[3:]:
        column.justify = "right"
    for row in rows:
        table.add_row(*_cells(row))
    if console.is_terminal:
        console.print(table)
    else:
        for row in rows:
            name, study, form, params, papers, executed, counted, printed = _cells(row)
            typer.echo(
                f"{name}  {study}: {form}  parameters {params} (paper {papers})  multiply-adds "
                f"{executed} executed, {counted} as the paper counts (paper {printed})"
            )
    typer.echo(
        "Multiply-adds in 1e9 for a result of 1280 x 720. The paper does not count convolutions "
        "with weight normalisation, which are executed all the same. Its ablations are at x2.\n"
        f"Train one with '{COMMAND} train FOLDER -o OUTPUT --scale {scale} --ablation NAME ...'.",
        err=True,
    )


def _published(variant: str, scale: int) -> Row:
    from fdiwn.lab.evaluation.published import published_network

    row = published_network(variant, scale)
    assert row is not None  # the paper has both at every scale
    sizes = _sizes(FDIWNConfig.for_scale(scale, variant), row.parameters, row.multiply_adds)
    return {"name": variant, "study": "published", "form": f"x{scale}", **sizes}


def _ablation(name: str, scale: int) -> Row:
    row = ABLATIONS[name]
    return {
        "name": name,
        "study": row.study,
        "form": row.form,
        **_sizes(row.config(scale), 1000 * row.papers_parameters, row.papers_multiply_adds),
        "papers_psnr": row.psnr,
        "papers_ssim": row.ssim,
    }


def _sizes(config: FDIWNConfig, papers_parameters: int, papers_count: float) -> Row:
    from fdiwn.lab.counting import parameters
    from fdiwn.lab.evaluation.flops import multiply_adds, papers_multiply_adds
    from fdiwn.network.network import FDIWN

    network = FDIWN(config)
    return {
        "scale": config.scale,
        "parameters": parameters(network),
        "papers_parameters": papers_parameters,
        "multiply_adds_executed": round(multiply_adds(network), 2),
        "multiply_adds_counted_as_the_paper": round(papers_multiply_adds(network), 2),
        "papers_multiply_adds": papers_count,
    }


def _cells(row: Row) -> list[str]:
    return [
        str(row["name"]),
        str(row["study"]),
        str(row["form"]),
        f"{row['parameters']:,}",
        f"{row['papers_parameters']:,}",
        f"{row['multiply_adds_executed']:.1f}",
        f"{row['multiply_adds_counted_as_the_paper']:.1f}",
        f"{row['papers_multiply_adds']:.1f}",
    ]
