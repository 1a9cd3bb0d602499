"""Picture files -> `Picture`: upright, 8 or 16 bits, grey or RGB, with or without alpha."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyvips

from fdiwn import colour
from fdiwn.codec.endings import Ending, ending
from fdiwn.codec.extra import load_heic, load_raw
from fdiwn.codec.kind import HEIC, PILLOW, RAW, animated, cannot_read, picture_kind
from fdiwn.codec.limits import refuse_too_large
from fdiwn.codec.pillow import load_with_pillow
from fdiwn.codec.reasons import damaged, is_harmless, refusal
from fdiwn.codec.vips import (
    BLOBS,
    EXIF,
    ICC,
    IPTC,
    UNKNOWN_DENSITY,
    XMP,
    blob,
    forget_files,
    reason,
    vips_name,
)
from fdiwn.errors import DamagedInput, InputError
from fdiwn.limits import DEFAULT, Limits
from fdiwn.metadata import exif
from fdiwn.metadata.iptc import in_block
from fdiwn.picture import Metadata, Picture, Pixels

LOADERS = {
    "jpeg": "jpegload",
    "png": "pngload",
    "tiff": "tiffload",
    "webp": "webpload",
    "avif": "heifload",
    "gif": "gifload",
}
_OTHERS = {HEIC: load_heic, RAW: load_raw}
_SAMPLE_BYTES = {"uchar": 1, "char": 1, "ushort": 2, "short": 2, "uint": 4, "int": 4, "float": 4}
_COPIES = 3  # the decoder's own, the pixels, and the pixels turned
_LAB = frozenset({"lab", "labs", "labq", "lch", "xyz", "yxy"})
_NO_RAW_EXIF = "The EXIF data of this kind of raw file cannot be read and were left out"
_STRICT = {"jpeg": "warning", "gif": "warning"}
"""Whose decoders only warn of damage; those of the other kinds fail, and warn of much else."""
_ROWS = 16  # decoded at a time in search of damage


def read_picture(path: Path, limits: Limits = DEFAULT, space: str = "srgb") -> Picture:
    """Decode a picture, turn it upright and keep its profile and metadata.

    CMYK and Lab come into ``space``, one of `fdiwn.options.SPACES`, and a note says so.
    Everything else keeps its colour space, its depth and its alpha. Raises InputError if the file
    is missing, not a picture, incomplete, animated, floating-point, or beyond the limits. A note
    says what is wrong with a damaged one that the limits let pass.
    """
    kind = picture_kind(path)
    end = ending(path, kind)
    try:
        if end.broken:
            raise damaged(path, end.broken)
        return _decoded(path, kind, limits, space, _STRICT.get(kind, "error"), end)
    except DamagedInput as refused:
        if not limits.damaged:
            raise
        note = f"Read as far as it can be, for {refused.why}"
    return _decoded(path, kind, limits, space, "none", Ending(note))


def _decoded(
    path: Path, kind: str, limits: Limits, space: str, fail_on: str, end: Ending
) -> Picture:
    forget_files()
    try:
        image, notes = _open(path, kind, limits, fail_on, end.data)
        notes += [end.note] if end.note else []
        blobs = _blobs(image, path, kind, notes)
        orientation = int(image.get("orientation")) if image.get_typeof("orientation") else 1
        image = _in_known_colours(image, path, space, notes)
        blobs.pop(ICC, None)  # conversion may have brought another
        if profile := blob(image, ICC):
            blobs[ICC] = profile
        pixels = image.numpy().reshape(image.height, image.width, image.bands)
    except MemoryError as exc:
        raise cannot_read(path, "not enough memory is free", "Close other programs.") from exc
    except pyvips.Error as exc:
        if fail_on == "warning" and is_harmless(exc):
            note = f"The decoder complains, but not about pixels: {reason(exc)}"
            return _decoded(path, kind, limits, space, "error", replace(end, note=note))
        raise refusal(path, kind, exc, _where(path, kind, fail_on, end.data)) from exc
    metadata = Metadata(blobs, _density(image, blobs, orientation), tuple(notes))
    return Picture(_upright(pixels, orientation), metadata)


def _loaded(path: Path, kind: str, fail_on: str, data: bytes | None) -> Any:
    """By libvips, the header only. data: in the place of the file."""
    if data is None:
        load, source = getattr(pyvips.Image, LOADERS[kind]), vips_name(path)
    else:
        load, source = getattr(pyvips.Image, f"{LOADERS[kind]}_buffer"), data
    return load(source, access="sequential", fail_on=fail_on, revalidate=True)


def _where(path: Path, kind: str, fail_on: str, data: bytes | None) -> str:
    """From which row on a file cannot be decoded, in words; empty if that cannot be told."""
    top = 0
    try:
        image = _loaded(path, kind, fail_on, data)
        region, height = pyvips.Region.new(image), image.height
        for top in range(0, height, _ROWS):
            region.fetch(0, top, image.width, min(_ROWS, height - top))
    except pyvips.Error:
        return f"from about row {top:,} of {height:,} on" if top else ""
    return ""


def _open(
    path: Path, kind: str, limits: Limits, fail_on: str, data: bytes | None
) -> tuple[Any, list[str]]:
    """The picture with its header read, and by libvips its pixels not yet."""
    lenient = fail_on == "none"
    if kind == PILLOW:
        return load_with_pillow(path, limits, lenient)
    if kind in _OTHERS:
        return _OTHERS[kind](path, limits)
    try:
        image = _loaded(path, kind, fail_on, data)
    except pyvips.Error as exc:
        if kind == "tiff":  # 8-bit Lab, for one, which this libvips cannot open
            try:
                return load_with_pillow(path, limits, lenient)
            except InputError:
                raise refusal(path, kind, exc) from exc
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


def _blobs(image: Any, path: Path, kind: str, notes: list[str]) -> dict[str, bytes]:
    """The metadata, with EXIF set right. What is damaged is left out with a note."""
    found = {name: content for name in BLOBS if (content := blob(image, name))}
    if XMP in found:
        found[XMP] = found[XMP].rstrip(b"\0")  # a C string's end in some files, not in all
    try:
        if kind in ("tiff", RAW):
            found.pop(IPTC, None)  # libvips cuts it short
            found |= exif.read_tiff(path)
            if IPTC in found:
                found[IPTC] = in_block(found[IPTC])
        if EXIF in found:
            found[EXIF] = exif.upright(found[EXIF])
    except (exif.MetadataError, OSError):
        found.pop(EXIF, None)
        notes.append(_NO_RAW_EXIF if kind == RAW else "Its EXIF data is damaged and was left out")
    return found


def _density(image: Any, blobs: dict[str, bytes], orientation: int) -> tuple[float, float] | None:
    """As the file has it; WebP and AVIF say it in their EXIF only.

    Where a JPEG or PNG says nothing libvips says 72 dpi, as most programs do.
    """
    density: tuple[float, float] | None = (float(image.xres), float(image.yres))
    if density == UNKNOWN_DENSITY:
        density = exif.density(blobs[EXIF]) if EXIF in blobs else None
    if density and orientation >= 5:
        return density[1], density[0]
    return density


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turned and mirrored as EXIF's orientation 1..8 asks."""
    if orientation >= 5:
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)
