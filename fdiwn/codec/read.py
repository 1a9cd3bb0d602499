"""Picture files -> `Picture`: upright, 8 or 16 bits, grey or RGB, with or without alpha."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyvips

from fdiwn import colour
from fdiwn.codec.carried import found_in, metadata_of
from fdiwn.codec.extra import load_heic, load_raw
from fdiwn.codec.kind import HEIC, PILLOW, RAW, animated, cannot_read, picture_kind
from fdiwn.codec.limits import refuse_too_large
from fdiwn.codec.pillow import load_with_pillow
from fdiwn.codec.vips import ICC, blob, forget_files, reason, set_blob, vips_name
from fdiwn.limits import DEFAULT, Limits
from fdiwn.metadata import exif
from fdiwn.metadata.found import Found
from fdiwn.picture import Picture, Pixels

LOADERS = {
    "jpeg": "jpegload",
    "png": "pngload",
    "tiff": "tiffload",
    "webp": "webpload",
    "avif": "heifload",
    "gif": "gifload",
}
_OTHERS = {PILLOW: load_with_pillow, HEIC: load_heic, RAW: load_raw}
_SAMPLE_BYTES = {"uchar": 1, "char": 1, "ushort": 2, "short": 2, "uint": 4, "int": 4, "float": 4}
_COPIES = 3  # the decoder's own, the pixels, and the pixels turned
_LAB = frozenset({"lab", "labs", "labq", "lch", "xyz", "yxy"})
_DAMAGED = "Copy it again from the camera or the card; if it stays so, the file is broken."


def read_picture(path: Path, limits: Limits = DEFAULT, space: str = "srgb") -> Picture:
    """Decode a picture, turn it upright and keep its profile and metadata.

    CMYK and Lab come into ``space``, one of `fdiwn.options.SPACES`, and a note says so.
    Everything else keeps its colour space, its depth and its alpha. Raises InputError if the file
    is missing, not a picture, incomplete, animated, floating-point, or beyond the limits.
    """
    kind = picture_kind(path)
    forget_files()
    try:
        image, notes = _open(path, kind, limits)
        found = found_in(path, kind, image)
        if found.icc and not image.get_typeof(ICC):
            set_blob(image := image.copy(), ICC, found.icc)
        orientation = _orientation(image, kind, found)
        metadata = metadata_of(path, found, orientation)
        image = _in_known_colours(image, path, space, notes)
        if profile := blob(image, ICC):
            metadata = replace(metadata, blobs={**metadata.blobs, ICC: profile})
        pixels = image.numpy().reshape(image.height, image.width, image.bands)
    except MemoryError as exc:
        raise cannot_read(path, "not enough memory is free", "Close other programs.") from exc
    except pyvips.Error as exc:
        why = f"the file is damaged or incomplete ({reason(exc)})"
        raise cannot_read(path, why, _DAMAGED) from exc
    metadata = replace(metadata, notes=(*notes, *metadata.notes))
    return Picture(_upright(pixels, orientation), metadata)


def _open(path: Path, kind: str, limits: Limits) -> tuple[Any, list[str]]:
    """The picture with its header read, and by libvips its pixels not yet."""
    if kind in _OTHERS:
        return _OTHERS[kind](path, limits)
    load = getattr(pyvips.Image, LOADERS[kind])
    try:
        image = load(vips_name(path), access="sequential", fail_on="error", revalidate=True)
    except pyvips.Error:
        if kind == "tiff":  # 8-bit Lab, for one, which this libvips cannot open
            return load_with_pillow(path, limits)
        raise
    sample = _SAMPLE_BYTES.get(image.format, 8)
    refuse_too_large(path, image.width, image.height, image.bands * sample * _COPIES, limits)
    pages = image.get("n-pages") if image.get_typeof("n-pages") else 1
    if pages == 1:
        return image, []
    if kind == "tiff":
        return image, [f"The file holds {pages} pages; only the first was read"]
    if kind == "avif":
        todo = "Save the one you want as a file of its own."
        raise cannot_read(path, f"it holds {pages} pictures", todo)
    raise animated(path)


def _in_known_colours(image: Any, path: Path, space: str, notes: list[str]) -> Any:
    """Grey or RGB, 8 or 16 bits, perhaps with alpha."""
    if image.interpretation == "cmyk":
        through = "its own profile" if image.get_typeof(ICC) else "a general CMYK profile"
        notes.append(f"Converted from CMYK to {colour.IN_WORDS[space]} through {through}")
        return colour.converted(image, space)
    if image.interpretation in _LAB:
        notes.append(f"Converted from Lab to {colour.IN_WORDS[space]}")
        return colour.from_lab(image, space)
    if image.format not in ("uchar", "ushort"):
        raise cannot_read(
            path,
            f"its pixels are {_in_words(image.format)}, and only 8 and 16 bits are supported",
            "Save it as a TIFF or PNG with 16 bits.",
        )
    if image.bands > 4:
        raise cannot_read(
            path, f"it has {image.bands} channels", "Flatten it to RGB, with alpha at most."
        )
    if image.get_typeof("heif-compression") and image.format == "ushort":
        return _full_range(image)
    return image


def _in_words(form: str) -> str:
    if form in ("float", "double"):
        return "floating-point numbers (HDR)"
    return f"numbers of the type {form}"


def _full_range(image: Any) -> Any:
    """libvips gives 10 and 12 bits in the upper bits of 16, so that white is not quite white."""
    bits = int(image.get("bits-per-sample"))
    top = ((1 << bits) - 1) << (16 - bits)
    return image.linear(65535 / top, 0).rint().cast("ushort")


def _orientation(image: Any, kind: str, found: Found) -> int:
    """EXIF's, 1 to 8; that of a PNG may stand where libvips does not look for it."""
    if image.get_typeof("orientation"):
        return int(image.get("orientation"))
    try:
        return exif.orientation(found.exif) if kind == "png" and found.exif else 1
    except exif.MetadataError:
        return 1


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turned and mirrored as EXIF's orientation 1..8 asks."""
    if orientation >= 5:
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)
