"""``fdiwn inspect``: draws the network's feature maps and gains for a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fdiwn.api.errors import FdiwnError, ModelNotFound, WeightsError
from fdiwn.api.options import SCALES
from fdiwn.cli import options as cli_options
from fdiwn.cli.upscale import echo, printable

SIDE = 256
_LEAST, _MOST = 16, 1024


def inspect(
    image: Annotated[Path, typer.Argument(metavar="IMAGE", help="A picture.")],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The sheet, a PNG; NAME-gains.png goes with it."
        ),
    ],
    model: cli_options.Model = None,
    scale: Annotated[
        int | None, typer.Option(help="2, 3 or 4. Default: the model's, or 4.")
    ] = None,
    side: Annotated[
        int,
        typer.Option(
            min=_LEAST,
            max=_MOST,
            help="Of larger pictures only the middle, of this many pixels, is used.",
        ),
    ] = SIDE,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files that have these names.")
    ] = False,
) -> None:
    """Draw the feature maps, combination coefficients and attention gains of a picture.

    Exit code: 0 done, 1 failed, 2 wrong usage.
    """
    if scale not in (None, *SCALES):
        raise typer.BadParameter("2, 3 or 4", param_hint="--scale")
    if output.suffix.lower() != ".png":
        raise typer.BadParameter("the sheet is a PNG, call it NAME.png", param_hint="--output")
    try:
        for line in _draw(image, output, _model_file(model, scale), side, overwrite):
            echo(line)
    except FdiwnError as error:
        echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error


def _model_file(model: str | None, scale: int | None) -> Path:
    from fdiwn.api.catalog import find_model

    if model is None or scale is not None:
        return find_model(model, scale or max(SCALES))
    *others, last = SCALES
    for number in others:
        try:
            return find_model(model, number)
        except ModelNotFound:
            raise
        except WeightsError:
            continue  # made for another scale
    return find_model(model, last)


def _draw(image: Path, output: Path, model: Path, side: int, overwrite: bool) -> list[str]:
    """Draws the sheets; returns what to report."""
    from fdiwn.enlarge.targets import refuse_existing
    from fdiwn.lab.evaluation.outputs import check_can_plot
    from fdiwn.lab.inspection.sheet import gains_file, write_sheet

    check_can_plot()
    for target in (output, gains_file(output)):
        refuse_existing(image, target, overwrite)
    from fdiwn.codec import read_picture
    from fdiwn.lab.inspection.features import middle, watch
    from fdiwn.models.weights import load_fdiwn
    from fdiwn.pixels.alpha import bled
    from fdiwn.pixels.planes import planes_of

    network = load_fdiwn(model)
    picture = read_picture(image)
    box = middle(picture.width, picture.height, side)
    pixels = bled(picture.pixels[box.top : box.bottom, box.left : box.right])
    piece = planes_of(pixels)[0].batch(pixels, [box.moved(-box.left, -box.top)])
    title = printable(f"{model.stem} on {image.name}")
    whole = box.area == picture.width * picture.height
    note = f"The whole picture, {picture.width} x {picture.height} pixels."
    if not whole:
        note = (
            f"Only the {box.width} x {box.height} pixels in the middle of "
            f"{picture.width} x {picture.height}, with statistics of their own."
        )
    write_sheet(watch(network, piece), output, title, note, replaces=overwrite)
    return [f"{image}: {note}", f"Feature maps: {output}", f"Gains: {gains_file(output)}"]
