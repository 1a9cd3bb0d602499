"""The command line, ``fdiwn``: what it takes and what it answers."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from fdiwn import cli_save, naming
from fdiwn.cli_bench import bench
from fdiwn.cli_models import models_app
from fdiwn.cli_self_test import self_test
from fdiwn.cli_train import train
from fdiwn.cli_upscale import Target, run_upscale
from fdiwn.errors import NamingError
from fdiwn.limits import MAX_PIXELS, Limits
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
from fdiwn.sizing import Factor, TargetSize, parse_factor, parse_frame, parse_paper

_UNITS = {"K": 10**3, "M": 10**6, "G": 10**9}

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
app.command("self-test")(self_test)


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


def _amount(text: str | None, option: str) -> int | None:
    """A whole number, also with K, M or G behind it."""
    if text is None:
        return None
    digits, unit = (text[:-1], text[-1:].upper()) if text[-1:].upper() in _UNITS else (text, "")
    if not (digits.isascii() and digits.isdecimal() and int(digits)):
        raise typer.BadParameter(f"a number like 8G or 500M, not {text!r}", param_hint=option)
    return int(digits) * _UNITS.get(unit, 1)


def _wanted(scale: str | None, size: str | None, paper: str | None) -> TargetSize:
    """The one of the three that is given."""
    given = [
        (option, text, parse)
        for option, text, parse in (
            ("--scale", scale, parse_factor),
            ("--size", size, parse_frame),
            ("--print", paper, parse_paper),
        )
        if text is not None
    ]
    if len(given) > 1:
        raise typer.BadParameter(f"not together with {given[1][0]}", param_hint=given[0][0])
    for option, text, parse in given:
        try:
            return parse(text)
        except ValueError as exc:
            raise typer.BadParameter(str(exc), param_hint=option) from exc
    return Factor(Fraction(4))


def _template(text: str) -> str:
    try:
        naming.tokens(text)
    except NamingError as exc:
        raise typer.BadParameter(f"{exc.why}. {exc.todo}", param_hint="--name") from exc
    return text


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
    scale: Annotated[
        str | None,
        typer.Option(metavar="FACTOR", help="How many times larger, 1.1 to 16; 4 if left out."),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option(metavar="WxH", help="Instead: to fit 6000x4000 pixels; also 6000x or x4000."),
    ] = None,
    paper: Annotated[
        str | None,
        typer.Option(
            "--print", metavar="WxHcm@PPI", help="Instead: to fit a print, as 60x40cm@300; mm, in."
        ),
    ] = None,
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
    max_pixels: Annotated[
        str | None,
        typer.Option(metavar="N", help="Refuse larger pictures; 500M (megapixels) if left out."),
    ] = None,
    max_memory: Annotated[
        str | None,
        typer.Option(metavar="BYTES", help="To read a picture, as 8G; what is free if left out."),
    ] = None,
    output_format: cli_save.Format = None,
    output_quality: cli_save.OutputQuality = None,
    lossless: cli_save.Lossless = False,
    progressive: cli_save.Progressive = None,
    depth: cli_save.Depth = "auto",
    strip: cli_save.Strip = "none",
    no_provenance: cli_save.NoProvenance = False,
    background: cli_save.Background = None,
    convert: cli_save.Convert = None,
    name: Annotated[
        str,
        typer.Option(
            "--name",
            metavar="TEMPLATE",
            help="Of the results, without ending, from {name}, {scale}, {width}, {height}, "
            "{model} and {date}.",
        ),
    ] = naming.DEFAULT,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace what has the result's name already.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per picture.")
    ] = False,
) -> None:
    """Enlarge pictures.

    Exit code: 0 all done, 1 failed, 2 wrong usage, 3 some pictures failed, 130 stopped.
    """
    wanted = _wanted(scale, size, paper)
    plain = next((n for n in SCALES if wanted == Factor(Fraction(n))), None)
    options = UpscaleOptions(
        scale=plain or max(SCALES),
        size=None if plain else wanted,
        model=model,
        device=cli_save.one_of(device, DEVICES, "--device"),
        tile=_tile(tile),
        backend=cli_save.one_of(backend, BACKENDS, "--backend"),
        precision=cli_save.one_of(precision, PRECISIONS, "--precision"),
        statistics=cli_save.one_of(statistics, STATISTICS, "--statistics"),
        quality=cli_save.one_of(quality, QUALITIES, "--quality"),
        limits=Limits(
            _amount(max_pixels, "--max-pixels") or MAX_PIXELS, _amount(max_memory, "--max-memory")
        ),
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
    target = Target(output, several=len(inputs) > 1, save=save, template=_template(name))
    raise typer.Exit(run_upscale(inputs, target, options, overwrite=overwrite, as_json=as_json))


def main() -> None:
    """The entry point of the command."""
    app()
