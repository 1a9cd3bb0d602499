"""Metadata into finished files: libvips writes pixels and profile, all else is put in here.

libvips takes EXIF apart and writes it anew, has XMP in PNG where few look for it, and pads what it
writes; so each container gets its chunks as its own rules say.
"""

from __future__ import annotations

from pathlib import Path

from fdiwn.metadata import boxes, jpeg, png, tiff, webp
from fdiwn.metadata.errors import MetadataError
from fdiwn.metadata.found import Found


def with_beside(
    path: Path, name: str, beside: Found, size: tuple[int, int]
) -> tuple[Path, tuple[str, ...]]:
    """The file with the metadata in it: this one, or one beside it, and then this one is gone.

    size: width and height in pixels. The notes say where it failed. Raises OSError.
    """
    whole = path.with_stem("whole")
    try:
        if name == "TIFF":
            tiff.add(path, beside)
            return path, ()
        if name == "AVIF":
            if beside.exif:
                boxes.place_exif(path, beside.exif)
            return path, ()
        if name == "JPEG":
            jpeg.write(path, whole, beside)
        elif name == "PNG":
            png.write(path, whole, beside)
        else:
            webp.write(path, whole, beside, size)
    except MetadataError:
        # Reading has checked them; what fails here is, say, a TIFF that is full, and a picture
        # without its camera's name is better than none.
        whole.unlink(missing_ok=True)
        return path, (f"Its metadata could not be put into the {name} file",)
    path.unlink()
    return whole, ()
