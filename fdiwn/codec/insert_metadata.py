"""Adds metadata to finished files: libvips writes pixels and profile, this module the rest.

libvips rewrites EXIF, puts XMP of PNG where few programs look for it, and pads its data; so the
chunks of each container are written here by its own rules.
"""

from __future__ import annotations

import struct
from pathlib import Path

from fdiwn.codec import heif_colour
from fdiwn.codec.metadata import boxes, jpeg, png, tiff, webp
from fdiwn.codec.metadata.container import MetadataError
from fdiwn.codec.metadata.result import WrittenMetadata


def with_beside(
    path: Path, name: str, written: WrittenMetadata, size: tuple[int, int], *, lossless: bool
) -> tuple[Path, tuple[str, ...]]:
    """Returns the file with the metadata: the same one, or a new one that replaces it.

    size: width and height in pixels. lossless: the pixels were written so. Notes report failures.
    Raises OSError.
    """
    whole, beside = path.with_stem("whole"), written.beside
    notes = _with_colours(path, written, lossless) if name == "AVIF" else ()
    try:
        if name == "TIFF":
            tiff.add(path, beside, written.extra)
            return path, ()
        if name == "AVIF":
            if beside.exif:
                boxes.place_exif(path, beside.exif)
            return path, notes
        if name == "JPEG":
            jpeg.write(path, whole, beside)
        elif name == "PNG":
            png.write(path, whole, beside, written.stated.png if written.stated else ())
        else:
            webp.write(path, whole, beside, size)
    except MetadataError:
        # Reading has checked the metadata; failures here are rare, such as a full TIFF, and a
        # picture without its camera's name is better than none.
        whole.unlink(missing_ok=True)
        return path, (*notes, f"Its metadata could not be put into the {name} file")
    path.unlink()
    return whole, ()


def _with_colours(path: Path, written: WrittenMetadata, lossless: bool) -> tuple[str, ...]:
    """Adds colours by number to an AVIF, beside the profile. Returns a note on failure."""
    if written.stated is None or written.stated.cicp is None:
        return ()
    try:
        heif_colour.add(path, written.stated.cicp, lossless=lossless)
    except (ValueError, KeyError, struct.error):
        return ("Its colours stand in the AVIF file as a profile only",)
    return ()
