"""Options of ``fdiwn upscale`` for how results are written."""

from __future__ import annotations

import re
from typing import Annotated, TypeVar

import typer

from fdiwn.api.options import DEPTHS, FORMATS, SPACES, STRIPS, SaveOptions

T = TypeVar("T", bound=str | None)
_COLOURS = {"white": (255, 255, 255), "black": (0, 0, 0)}

Format = Annotated[
    str | None,
    typer.Option("--format", help="png, jpeg, tiff, webp or avif. Default: that of the original."),
]
OutputQuality = Annotated[
    int | None,
    typer.Option(
        min=1, max=100, help="Quality of JPEG and WebP (default 95) and AVIF (default 90)."
    ),
]
Lossless = Annotated[bool, typer.Option("--lossless", help="Save WebP and AVIF without loss.")]
Progressive = Annotated[
    bool | None,
    typer.Option(
        help="JPEG that appears coarse first. Default: up to 40 megapixels, "
        "as it takes 15 bytes of memory per pixel."
    ),
]
Depth = Annotated[
    str,
    typer.Option(help="Bits per channel: auto, 8 or 16. auto keeps 16 where the format can."),
]
Strip = Annotated[
    str,
    typer.Option(
        help="Metadata to remove: none, gps (location), all (but colour profile and resolution)."
    ),
]
NoProvenance = Annotated[
    bool,
    typer.Option("--no-provenance", help="Do not record software and model in the metadata."),
]
Background = Annotated[
    str | None,
    typer.Option(
        metavar="COLOUR",
        help="Behind transparent parts: white, black or #RRGGBB, in the picture's colour space.",
    ),
]
Convert = Annotated[
    str | None,
    typer.Option(
        help="Convert colours to srgb, p3 or adobe. Default: the picture's colour space is kept."
    ),
]


def save_options(
    output_format: str | None,
    quality: int | None,
    lossless: bool,
    progressive: bool | None,
    depth: str,
    strip: str,
    no_provenance: bool,
    background: str | None,
    convert: str | None,
) -> SaveOptions:
    """The options as a record. Raises BadParameter."""
    return SaveOptions(
        format=one_of(output_format, FORMATS, "--format"),
        quality=quality,
        lossless=lossless,
        progressive=progressive,
        depth=one_of(depth, DEPTHS, "--depth") or "auto",
        strip=one_of(strip, STRIPS, "--strip") or "none",
        provenance=not no_provenance,
        background=_colour(background),
        convert=one_of(convert, SPACES, "--convert"),
    )


def one_of(value: T, allowed: tuple[str, ...], option: str) -> T:
    """``value``, if it is allowed, or None if it is optional. Raises BadParameter."""
    if value is not None and value not in allowed:
        raise typer.BadParameter(
            f"must be one of {', '.join(allowed)}, not {value!r}", param_hint=option
        )
    return value


def _colour(text: str | None) -> tuple[int, int, int] | None:
    if text is None:
        return None
    if text in _COLOURS:
        return _COLOURS[text]
    if match := re.fullmatch(r"#?([0-9a-fA-F]{6})", text):
        red, green, blue = bytes.fromhex(match[1])
        return red, green, blue
    raise typer.BadParameter(
        f"must be white, black or #RRGGBB, not {text!r}", param_hint="--background"
    )
