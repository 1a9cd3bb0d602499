"""The command line ``fdiwn``: its commands and options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer._completion_classes import completion_init

from fdiwn.api import naming
from fdiwn.api.names import APP_NAME, COMMAND, VERSION
from fdiwn.cli import options as cli_options
from fdiwn.cli import save as cli_save
from fdiwn.cli.batch import batch
from fdiwn.cli.bench import bench
from fdiwn.cli.evaluate import evaluate
from fdiwn.cli.inspect import inspect
from fdiwn.cli.models import models_app
from fdiwn.cli.output import lasting_output
from fdiwn.cli.report import report
from fdiwn.cli.self_test import run_gpu_trial, self_test
from fdiwn.cli.signals import ended_like_ctrl_c
from fdiwn.cli.target import Target
from fdiwn.cli.train import train
from fdiwn.cli.upscale import run_upscale

COMPLETION_VARIABLE = f"_{COMMAND.upper()}_COMPLETE"
"""The environment variable with which shells request completions."""

app = typer.Typer(
    name=COMMAND,
    help=f"{APP_NAME}: enlarges photographs and invents nothing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(models_app, name="models")
app.command()(train)
app.command()(bench)
app.command("eval")(evaluate)
app.command()(report)
app.command()(batch)
app.command()(inspect)
app.command("self-test")(self_test)
app.command(hidden=True)(run_gpu_trial)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{APP_NAME} {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options before the command."""


@app.command()
def upscale(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Pictures to enlarge.")],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|DIR",
            help="A file for one picture; a folder for several, or with a / at its end. "
            "Default: next to each picture, as NAME_4x.",
        ),
    ] = None,
    scale: cli_options.Scale = None,
    size: cli_options.Size = None,
    paper: cli_options.Print = None,
    model: cli_options.Model = None,
    device: cli_options.Device = "auto",
    backend: cli_options.Backend = "auto",
    precision: cli_options.Precision = "auto",
    quality: cli_options.Quality = "normal",
    strength: cli_options.Strength = 100,
    sharpen: cli_options.Sharpen = "none",
    crop: cli_options.CropTo = None,
    statistics: cli_options.Statistics = "sample",
    tile: cli_options.Tile = "auto",
    max_pixels: Annotated[
        str | None,
        typer.Option(metavar="N", help="Refuse larger pictures. Default: 500M (megapixels)."),
    ] = None,
    max_memory: cli_options.MaxMemory = None,
    damaged: cli_options.Damaged = False,
    output_format: cli_save.Format = None,
    output_quality: cli_save.OutputQuality = None,
    lossless: cli_save.Lossless = False,
    progressive: cli_save.Progressive = None,
    depth: cli_save.Depth = "auto",
    strip: cli_save.Strip = "none",
    no_provenance: cli_save.NoProvenance = False,
    background: cli_save.Background = None,
    convert: cli_save.Convert = None,
    name: cli_options.Name = naming.DEFAULT,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help="Replace files that have a result's name, but never one of the given pictures.",
        ),
    ] = False,
    keep_dates: cli_options.KeepDates = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per picture.")
    ] = False,
) -> None:
    """Enlarge pictures.

    Exit code: 0 all done, 1 failed, 2 wrong usage, 3 some pictures failed, 4 all done, but printing
    about it failed, 130 stopped.
    """
    options = cli_options.upscale_options(
        cli_options.wanted_size(scale, size, paper),
        model,
        device,
        backend,
        precision,
        quality,
        statistics,
        tile,
        cli_options.amount(max_pixels, "--max-pixels"),
        max_memory,
        damaged,
        cli_options.finish_of(strength, sharpen),
        cli_options.crop_of(crop),
    )
    save = cli_save.save_options(
        output_format,
        output_quality,
        lossless,
        progressive,
        depth,
        strip,
        no_provenance,
        background,
        convert,
    )
    target = Target(output, save, cli_options.template(name))
    raise typer.Exit(
        run_upscale(
            inputs,
            target,
            options,
            overwrite=overwrite,
            as_json=as_json,
            keep_dates=keep_dates,
        )
    )


def main() -> None:
    """The entry point of the command."""
    completion_init()  # the shells that Typer supports, without its two options to set them up
    with lasting_output(), ended_like_ctrl_c():
        app(complete_var=COMPLETION_VARIABLE)
