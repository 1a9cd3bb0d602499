"""Writes metadata into finished files: libvips writes pixels and profile, this all else.

libvips takes EXIF apart and writes it anew, has XMP in PNG where few look for it, and pads what it
writes; so each container gets its chunks as its own rules say.
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
    """The file with the metadata in it: this one, or one beside it, and then this one is gone.

    size: width and height in pixels. lossless: the pixels were written so. The notes say where it
    failed. Raises OSError.
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
        # Reading has checked them; what fails here is, say, a TIFF that is full, and a picture
        # without its camera's name is better than none.
        whole.unlink(missing_ok=True)
        return path, (*notes, f"Its metadata could not be put into the {name} file")
    path.unlink()
    return whole, ()


def _with_colours(path: Path, written: WrittenMetadata, lossless: bool) -> tuple[str, ...]:
    """Colours by number, beside the profile, into an AVIF. Returns a note where that failed."""
    if written.stated is None or written.stated.cicp is None:
        return ()
    try:
        heif_colour.add(path, written.stated.cicp, lossless=lossless)
    except (ValueError, KeyError, struct.error):
        return ("Its colours stand in the AVIF file as a profile only",)
    return ()
