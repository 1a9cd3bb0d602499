"""The command line, ``fdiwn``: what it takes and what it answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fdiwn import cli_save
from fdiwn.cli_bench import bench
from fdiwn.cli_models import models_app
from fdiwn.cli_train import train
from fdiwn.cli_upscale import Target, run_upscale
from fdiwn.names import APP_NAME, COMMAND, VERSION
from fdiwn.options import (
    BACKENDS,
    DEVICES,
    MIN_TILE,
    PRECISIONS,
    QUALITIES,
    SCALES,
    STATISTICS,
    UpscaleOptions,
)

app = typer.Typer(
    name=COMMAND,
    help=f"{APP_NAME}: enlarges photographs two, three and four times, and invents nothing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(models_app, name="models")
app.command()(train)
app.command()(bench)


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
    """Options that stand before the command."""


def _tile(text: str) -> int | None:
    if text == "auto":
        return None
    if not text.isdecimal() or int(text) < MIN_TILE:
        raise typer.BadParameter(f"'auto' or a number of pixels from {MIN_TILE}, not {text!r}")
    return int(text)


def _one_of(value: str, allowed: tuple[str, ...], option: str) -> str:
    if value not in allowed:
        raise typer.BadParameter(f"one of {', '.join(allowed)}, not {value!r}", param_hint=option)
    return value


@app.command()
def upscale(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Pictures to enlarge.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|DIR",
            help="Where to: a file for one picture, a folder for several. "
            "Without it, beside each picture as NAME_4x.",
        ),
    ] = None,
    scale: Annotated[int, typer.Option(help="2, 3 or 4.")] = 4,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME|PATH", help="A model's name or file; the best one if left out."),
    ] = None,
    device: Annotated[str, typer.Option(help="auto, cpu, cuda, mps or intel-gpu.")] = "auto",
    backend: Annotated[str, typer.Option(help="auto, torch or openvino: what computes.")] = "auto",
    precision: Annotated[
        str, typer.Option(help="auto, float32, bfloat16 or float16: of the tiles.")
    ] = "auto",
    quality: Annotated[
        str, typer.Option(help="normal, or best: a little better, 16 times slower.")
    ] = "normal",
    statistics: Annotated[
        str,
        typer.Option(help="sample, or whole: measure even a large picture in one piece."),
    ] = "sample",
    tile: Annotated[
        str, typer.Option(metavar="auto|N", help="Side of a tile in pixels of the input.")
    ] = "auto",
    output_format: cli_save.Format = None,
    output_quality: cli_save.OutputQuality = None,
    lossless: cli_save.Lossless = False,
    progressive: cli_save.Progressive = None,
    depth: cli_save.Depth = "auto",
    strip: cli_save.Strip = "none",
    no_provenance: cli_save.NoProvenance = False,
    background: cli_save.Background = None,
    convert: cli_save.Convert = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace results that exist already.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per picture.")
    ] = False,
) -> None:
    """Enlarge pictures.

    Exit code: 0 all done, 1 failed, 2 wrong usage, 3 some pictures failed, 130 stopped.
    """
    if scale not in SCALES:
        raise typer.BadParameter(f"2, 3 or 4, not {scale}", param_hint="--scale")
    options = UpscaleOptions(
        scale=scale,
        model=model,
        device=_one_of(device, DEVICES, "--device"),
        tile=_tile(tile),
        backend=_one_of(backend, BACKENDS, "--backend"),
        precision=_one_of(precision, PRECISIONS, "--precision"),
        statistics=_one_of(statistics, STATISTICS, "--statistics"),
        quality=_one_of(quality, QUALITIES, "--quality"),
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
    target = Target(output, several=len(inputs) > 1, save=save)
    raise typer.Exit(run_upscale(inputs, target, options, overwrite=overwrite, as_json=as_json))


def main() -> None:
    """The entry point of the command."""
    app()
