"""Reads picture files as `Picture`: upright, 8 or 16 bits, grey or RGB, optional alpha."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyvips

from fdiwn.api.errors import DamagedInput
from fdiwn.api.options import DEFAULT_LIMITS, Limits
from fdiwn.codec import colour
from fdiwn.codec.decode_errors import damaged, is_harmless, refusal
from fdiwn.codec.heic_raw import load_heic, load_raw
from fdiwn.codec.icc import transfer_of
from fdiwn.codec.kind import HEIC, PILLOW, RAW, animated, cannot_read, picture_kind, refuse_hdr
from fdiwn.codec.metadata import exif, xmp
from fdiwn.codec.metadata.boxes import heif_facts
from fdiwn.codec.metadata.container import Found
from fdiwn.codec.open_image import LYING, Opened, open_with_vips
from fdiwn.codec.pillow import load_with_pillow
from fdiwn.codec.source_metadata import found_in, metadata_of
from fdiwn.codec.stated_colour import stated_colour
from fdiwn.codec.tiff import load_tiff
from fdiwn.codec.truncation import Ending, ending
from fdiwn.codec.vips import ICC, blob, forget_files, reason, set_blob
from fdiwn.pixels.picture import Picture, Pixels

LOADERS = {
    "jpeg": "jpegload",
    "png": "pngload",
    "tiff": "tiffload",
    "webp": "webpload",
    "avif": "heifload",
    "gif": "gifload",
}
_OTHERS = {PILLOW: load_with_pillow, HEIC: load_heic, RAW: load_raw, "tiff": load_tiff}
_LAB = frozenset({"lab", "labs", "labq", "lch", "xyz", "yxy"})
_STRICT = {"jpeg": "warning", "gif": "warning"}
"""Kinds whose decoders only warn of damage; the others fail, and warn of much else."""
_ROWS = 16  # decoded at a time when locating damage


def read_picture(path: Path, limits: Limits = DEFAULT_LIMITS, space: str = "srgb") -> Picture:
    """Decode a picture, turn it upright and keep its profile and metadata.

    CMYK and Lab are converted to ``space``, one of `fdiwn.api.options.SPACES`, with a note.
    Everything else keeps its colour space, depth and alpha; colours stated without a profile get
    one. Raises InputError if the file is missing, not a picture, incomplete, animated,
    floating-point, HDR, or beyond the limits. If the limits accept damage, a note describes it.
    """
    kind = picture_kind(path)
    try:
        end = ending(path, kind)
        try:
            if end.broken:
                raise damaged(path, end.broken)
            whole = replace(limits, damaged=False)
            return _decoded(path, kind, whole, space, _STRICT.get(kind, "error"), end)
        except DamagedInput as refused:
            if not limits.damaged:
                raise
            note = f"Read as far as it can be, for {refused.why}"
        return _decoded(path, kind, limits, space, "none", Ending(note))
    except OSError as exc:
        raise cannot_read(path, exc.strerror or str(exc)) from exc


def _decoded(
    path: Path, kind: str, limits: Limits, space: str, fail_on: str, end: Ending
) -> Picture:
    forget_files()
    try:
        opened = _open(path, kind, limits, fail_on, end.data)
        notes = [*opened.notes, *([end.note] if end.note else [])]
        found = found_in(path, kind, opened.image)
        image, others = _parted(opened)
        image = _straight(image, opened)
        if found.icc and not image.get_typeof(ICC):
            set_blob(image := image.copy(), ICC, found.icc)
        refuse_hdr(path, transfer_of(blob(image, ICC) or b""))
        orientation = orientation_of(opened, found)
        metadata = metadata_of(path, found, opened.undone or orientation)
        image = _in_known_colours(image, path, space, notes)
        # conversion may have changed the profile
        blobs = {**metadata.blobs, ICC: blob(image, ICC) or b""}
        blobs[ICC], stated = stated_colour(path, kind, blobs, grey=image.bands <= 2)
        pixels = image.numpy().reshape(image.height, image.width, image.bands)
        channels = tuple(upright(other.numpy()[..., None], orientation) for other in others)
    except MemoryError as exc:
        raise cannot_read(path, "not enough memory is free", "Close other programs.") from exc
    except pyvips.Error as exc:
        if fail_on == "warning" and is_harmless(exc):
            note = f"The decoder complains, but not about pixels: {reason(exc)}"
            return _decoded(path, kind, limits, space, "error", replace(end, note=note))
        raise refusal(path, kind, exc, _where(path, kind, limits, fail_on, end.data)) from exc
    except UnicodeDecodeError as exc:  # a decoder's message that quotes the file
        raise damaged(path, "the decoder's complaint cannot be read") from exc
    metadata = replace(
        metadata,
        blobs={name: content for name, content in blobs.items() if content},
        notes=(*notes, *metadata.notes),
        stated=stated,
        channels=channels,
    )
    return Picture(upright(pixels, orientation), metadata)


def upright_size(path: Path, kind: str, limits: Limits = DEFAULT_LIMITS) -> tuple[int, int]:
    """Width and height of a picture from `read_picture`, mostly read from the header only.

    Raises pyvips.Error, InputError and OSError.
    """
    forget_files()
    opened = _open(path, kind, limits, "error", None)
    size = opened.image.width, opened.image.height
    lying = orientation_of(opened, found_in(path, kind, opened.image)) in LYING
    return (size[1], size[0]) if lying else size


def _where(path: Path, kind: str, limits: Limits, fail_on: str, data: bytes | None) -> str:
    """The first row that cannot be decoded, in words; empty if unknown."""
    top = 0
    try:
        image = _open(path, kind, limits, fail_on, data).image
        region, height = pyvips.Region.new(image), image.height
        for top in range(0, height, _ROWS):
            region.fetch(0, top, image.width, min(_ROWS, height - top))
    except pyvips.Error:
        return f"from about row {top:,} of {height:,} on" if top else ""
    return ""


def _open(path: Path, kind: str, limits: Limits, fail_on: str, data: bytes | None) -> Opened:
    """Opens the picture; libvips has then read only its header."""
    if kind in _OTHERS:
        return _OTHERS[kind](path, limits)
    image = open_with_vips(path, LOADERS[kind], limits, fail_on=fail_on, data=data)
    pages = image.get("n-pages") if image.get_typeof("n-pages") else 1
    if kind != "avif":
        if pages > 1:
            raise animated(path)
        return Opened(image)
    if pages > 1:
        todo = "Save the one you want as a file of its own."
        raise cannot_read(path, f"it holds {pages} pictures", todo)
    facts = heif_facts(path)
    bits = int(image.get("bits-per-sample")) if image.format == "ushort" else None
    return Opened(image, 1 if facts.turned else None, facts.premultiplied, bits)


def _parted(opened: Opened) -> tuple[Any, list[Any]]:
    """Splits off the channels that are neither colour nor alpha."""
    if not opened.others:
        return opened.image, []
    image = opened.image.copy_memory()  # rows can be read only once, and are needed twice
    own = image.bands - opened.others
    known = image.extract_band(0, n=own).copy(interpretation=image.interpretation)
    return known, [image[number] for number in range(own, image.bands)]


def _straight(image: Any, opened: Opened) -> Any:
    """Expands the image to the full range of its depth, and undoes premultiplied alpha."""
    if opened.bits is not None:
        image = _full_range(image, opened.bits)
    if not opened.premultiplied or not image.hasalpha():
        return image
    top = 65535 if image.format == "ushort" else 255
    own = image.unpremultiply(max_alpha=top).rint().cast(image.format)
    return own.copy(interpretation=image.interpretation)


def _in_known_colours(image: Any, path: Path, space: str, notes: list[str]) -> Any:
    """Converts to grey or RGB, 8 or 16 bits, with optional alpha."""
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
    return image


def _in_words(form: str) -> str:
    if form in ("float", "double"):
        return "floating-point numbers (HDR)"
    return f"numbers of the type {form}"


def _full_range(image: Any, bits: int) -> Any:
    """Decoders put fewer than 16 bits in the upper ones, so that white is not quite white."""
    top = (1 << bits) - 1
    levels = (image >> (16 - bits)).linear(65535 / top, 0).rint().cast("ushort")
    return levels.copy(interpretation=image.interpretation)


KNOWN = range(1, 9)


def orientation_of(opened: Opened, found: Found) -> int:
    """The orientation, 1..8 as in EXIF. found: the file's metadata."""
    stated = (opened.orientation, exif.orientation(found.exif), xmp.orientation(found.xmp))
    return next((number for number in stated if number is not None and number in KNOWN), 1)


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turns and mirrors as an orientation 1..8 requires."""
    if orientation in LYING:
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)
