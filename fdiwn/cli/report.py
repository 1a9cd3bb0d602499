"""``fdiwn report``: writes an evaluation as an HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fdiwn.api.catalog import installed
from fdiwn.cli import options as cli_options
from fdiwn.cli.measuring import (
    Datasets,
    Grey,
    Models,
    Protocol,
    check_scale,
    measure,
    plain_errors,
    work_for,
)

# torch takes seconds to load, so modules that need it are imported late.

_ENDINGS = (".html", ".htm")


def report(
    dataset: Annotated[
        list[str], typer.Option(metavar="NAME|DIR", help="A benchmark; can be repeated.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The page; it is replaced.")
    ],
    datasets: Datasets = None,
    scale: Annotated[int, typer.Option(help="2, 3 or 4.")] = 4,
    model: Models = None,
    device: cli_options.Device = "auto",
    backend: cli_options.Backend = "auto",
    precision: cli_options.Precision = "auto",
    quality: cli_options.Quality = "normal",
    statistics: cli_options.Statistics = "sample",
    protocol: Protocol = "whole",
    grey: Grey = "grey",
) -> None:
    """Measure models and write a page about it.

    One HTML file that needs nothing beside itself: tables, plots, and of the pictures the parts
    in which the methods differ most, with PSNR and SSIM. Without --model: bicubic and all models
    of this scale that are on this computer. Exit code: 0 done, 1 failed, 2 wrong usage, 130
    stopped.
    """
    check_scale(scale)
    if output.suffix.lower() not in _ENDINGS:
        raise typer.BadParameter(f"a name that ends in .html, not {output.name!r}",
                                 param_hint="--output")  # fmt: skip
    with plain_errors():
        _check_output(output)
        work = work_for(
            dataset, datasets, scale, model or _at_hand(scale), device, backend, precision,
            quality, statistics, protocol, grey,
        )  # fmt: skip
        from fdiwn.lab.evaluation.comparison import section
        from fdiwn.lab.evaluation.crops import Crops
        from fdiwn.lab.evaluation.outputs import write_output
        from fdiwn.lab.evaluation.page import page

        crops = Crops(grey)
        results = measure(work, crops.add)
        text = page(results, section(scale, results), crops.kept())
        write_output(output, text.encode())
        typer.echo(f"Written: {output}")


def _at_hand(scale: int) -> list[str]:
    """The models of this scale, the best one last, as the tables of papers have them."""
    return [model.info.name for model in reversed(installed(scale))]


def _check_output(output: Path) -> None:
    from fdiwn.lab.evaluation.outputs import check_can_plot, refuse_unwritable

    check_can_plot()
    refuse_unwritable(output)
