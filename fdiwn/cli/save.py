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
    typer.Option("--format", help="png, jpeg, tiff, webp or avif. Without it, the picture's own."),
]
OutputQuality = Annotated[
    int | None,
    typer.Option(min=1, max=100, help="Of JPEG, WebP (both 95 if left out) and AVIF (90)."),
]
Lossless = Annotated[bool, typer.Option("--lossless", help="WebP and AVIF without any loss.")]
Progressive = Annotated[
    bool | None,
    typer.Option(
        help="JPEG that appears coarse first; up to 40 megapixels if left out, "
        "for it takes 15 bytes of memory a pixel."
    ),
]
Depth = Annotated[
    str,
    typer.Option(help="auto, 8 or 16 bits. auto keeps 16 bits where the format can."),
]
Strip = Annotated[
    str,
    typer.Option(help="none, gps (where it was taken) or all but profile and density."),
]
NoProvenance = Annotated[
    bool,
    typer.Option("--no-provenance", help="Do not note program and model in the metadata."),
]
Background = Annotated[
    str | None,
    typer.Option(
        metavar="COLOUR",
        help="white, black or #RRGGBB, in the picture's own space, under what is transparent.",
    ),
]
Convert = Annotated[
    str | None,
    typer.Option(help="srgb, p3 or adobe: a colour space to convert to. The own one is kept."),
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
        raise typer.BadParameter(f"one of {', '.join(allowed)}, not {value!r}", param_hint=option)
    return value


def _colour(text: str | None) -> tuple[int, int, int] | None:
    if text is None:
        return None
    if text in _COLOURS:
        return _COLOURS[text]
    if match := re.fullmatch(r"#?([0-9a-fA-F]{6})", text):
        red, green, blue = bytes.fromhex(match[1])
        return red, green, blue
    raise typer.BadParameter(f"white, black or #RRGGBB, not {text!r}", param_hint="--background")
