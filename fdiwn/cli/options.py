"""Options that several commands share: their declarations and parsing."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

import typer

from fdiwn.api import naming
from fdiwn.api.cropping import Crop, parse_crop
from fdiwn.api.errors import NamingError
from fdiwn.api.finishing import AS_MADE, Finish, parse_sharpening
from fdiwn.api.options import (
    BACKENDS,
    DEVICES,
    MAX_PIXELS,
    MIN_TILE,
    PRECISIONS,
    QUALITIES,
    SCALES,
    STATISTICS,
    Limits,
    UpscaleOptions,
)
from fdiwn.api.size_text import parse_factor, parse_paper, parse_size
from fdiwn.api.sizing import Factor, TargetSize
from fdiwn.cli import save as cli_save

_UNITS = {"K": 10**3, "M": 10**6, "G": 10**9}

Scale = Annotated[
    str | None,
    typer.Option(metavar="FACTOR", help="How many times larger, 1.1 to 16. Default: 4."),
]
Size = Annotated[
    str | None,
    typer.Option(
        metavar="WxH",
        help="Instead of --scale: fit into 6000x4000 pixels; or 6000x, x4000, 6000long, 4000short, "
        "24mp.",
    ),
]
Print = Annotated[
    str | None,
    typer.Option(
        "--print",
        metavar="WxHcm@PPI",
        help="Instead of --scale: fit a print, such as 60x40cm@300 (also mm, in), or A4@300 (A5 to "
        "A2).",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME|PATH", help="Name or file of a model. Default: the best one."),
]
Device = Annotated[
    str, typer.Option(help="auto, cpu or gpu; or one kind of GPU: webgpu, cuda, mps, intel-gpu.")
]
Backend = Annotated[str, typer.Option(help="What computes: auto, torch, openvino or onnxruntime.")]
Precision = Annotated[
    str, typer.Option(help="Of the computation: auto, float32, bfloat16 or float16.")
]
Quality = Annotated[
    str, typer.Option(help="normal, or best: slightly cleaner, about 16 times slower.")
]
Statistics = Annotated[
    str,
    typer.Option(
        help="How large pictures are measured: by samples (sample), or in one piece (whole)."
    ),
]
Tile = Annotated[
    str, typer.Option(metavar="auto|N", help="Side of a tile, in pixels of the original.")
]
Strength = Annotated[
    int,
    typer.Option(min=0, max=100, help="In per cent, from bicubic (0) to the full network (100)."),
]
Sharpen = Annotated[
    str,
    typer.Option(
        metavar="none|screen|print[:PERCENT]",
        help="Sharpen the result for a screen or for print; print:150 sharpens more than usual.",
    ),
]
CropTo = Annotated[
    str | None,
    typer.Option(
        "--crop",
        metavar="WxH+X+Y",
        help="Enlarge only this part: width, height, left, top, in pixels of the upright picture.",
    ),
]
MaxMemory = Annotated[
    str | None,
    typer.Option(
        metavar="BYTES",
        help="The most memory for reading a picture, such as 8G. Default: what is free.",
    ),
]
KeepDates = Annotated[
    bool,
    typer.Option("--keep-dates", help="Give each result the modification date of its picture."),
]
Damaged = Annotated[
    bool,
    typer.Option("--damaged", help="Enlarge the readable part of a damaged file, with a note."),
]
Name = Annotated[
    str,
    typer.Option(
        "--name",
        metavar="TEMPLATE",
        help="Name of the results, without extension, from {name}, {scale}, {width}, {height}, "
        "{model} and {date}.",
    ),
]


def upscale_options(
    wanted: TargetSize,
    model: str | None,
    device: str,
    backend: str,
    precision: str,
    quality: str,
    statistics: str,
    tile: str,
    max_pixels: int | None,
    max_memory: str | None,
    damaged: bool = False,
    finish: Finish = AS_MADE,
    crop: Crop | None = None,
) -> UpscaleOptions:
    """The options as a record. Raises BadParameter."""
    plain = next((n for n in SCALES if wanted == Factor(Fraction(n))), None)
    return UpscaleOptions(
        scale=plain or max(SCALES),
        size=None if plain else wanted,
        model=model,
        device=cli_save.one_of(device, DEVICES, "--device"),
        tile=_tile(tile),
        backend=cli_save.one_of(backend, BACKENDS, "--backend"),
        precision=cli_save.one_of(precision, PRECISIONS, "--precision"),
        statistics=cli_save.one_of(statistics, STATISTICS, "--statistics"),
        quality=cli_save.one_of(quality, QUALITIES, "--quality"),
        limits=Limits(max_pixels or MAX_PIXELS, amount(max_memory, "--max-memory"), damaged),
        finish=finish,
        crop=crop,
    )


def finish_of(strength: int, sharpen: str) -> Finish:
    """The last step as a record. Raises BadParameter."""
    try:
        return Finish(strength, *parse_sharpening(sharpen))
    except ValueError as exc:
        raise typer.BadParameter(str(exc), param_hint="--sharpen") from exc


def crop_of(text: str | None) -> Crop | None:
    """The part of a picture that is enlarged. Raises BadParameter."""
    try:
        return None if text is None else parse_crop(text)
    except ValueError as exc:
        raise typer.BadParameter(str(exc), param_hint="--crop") from exc


def wanted_size(scale: str | None, size: str | None, paper: str | None) -> TargetSize:
    """The given one of the three; 4 times if none is given. Raises BadParameter."""
    given = [
        (option, text, parse)
        for option, text, parse in (
            ("--scale", scale, parse_factor),
            ("--size", size, parse_size),
            ("--print", paper, parse_paper),
        )
        if text is not None
    ]
    if len(given) > 1:
        raise typer.BadParameter(f"cannot be combined with {given[1][0]}", param_hint=given[0][0])
    for option, text, parse in given:
        try:
            return parse(text)
        except ValueError as exc:
            raise typer.BadParameter(str(exc), param_hint=option) from exc
    return Factor(Fraction(4))


def amount(text: str | None, option: str) -> int | None:
    """A whole number, optionally with K, M or G. Raises BadParameter."""
    if text is None:
        return None
    digits, unit = (text[:-1], text[-1:].upper()) if text[-1:].upper() in _UNITS else (text, "")
    if not (digits.isascii() and digits.isdecimal() and int(digits)):
        raise typer.BadParameter(
            f"must be a number such as 8G or 500M, not {text!r}", param_hint=option
        )
    return int(digits) * _UNITS.get(unit, 1)


def template(text: str) -> str:
    """A valid template. Raises BadParameter."""
    try:
        naming.tokens(text)
    except NamingError as exc:
        raise typer.BadParameter(f"{exc.why}. {exc.todo}", param_hint="--name") from exc
    return text


def _tile(text: str) -> int | None:
    if text == "auto":
        return None
    if not text.isdecimal() or int(text) < MIN_TILE:
        raise typer.BadParameter(
            f"must be auto or a number of pixels from {MIN_TILE}, not {text!r}"
        )
    return int(text)
