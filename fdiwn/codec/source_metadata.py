"""Reads the metadata of a picture file in any container, for the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from fdiwn.api.sidecars import read_sidecars
from fdiwn.codec.kind import HEIC, PILLOW, RAW
from fdiwn.codec.metadata import boxes, exif, gif, jpeg, photoshop, png, tiff, webp
from fdiwn.codec.metadata.container import INCH, MM, NONE, Found, MetadataError, Resolution
from fdiwn.codec.metadata.tiff_directories import main_image, read_images
from fdiwn.codec.open_image import LYING
from fdiwn.codec.vips import EXIF, IPTC, UNKNOWN_DENSITY, XMP, blob
from fdiwn.pixels.picture import Metadata

_DAMAGED = "Some of its metadata is damaged and was left out"
_NO_RAW_EXIF = "The EXIF data of this kind of raw file cannot be read and were left out"
_NO_EXIF = "Its EXIF data is damaged and was left out"
_NO_PATHS = "Its clipping paths were left out: they hold for the picture as it lies in its file"
_JP2, _PSD = b"\0\0\0\x0cjP  ", b"8BPS"


def found_in(path: Path, kind: str, image: Any) -> Found:
    """The metadata beside the pixels of ``image``. Damaged ones are left out with a note."""
    try:
        return _READERS[kind](path, image)
    except (MetadataError, OSError, ValueError, IndexError):
        note = _NO_RAW_EXIF if kind == RAW else _DAMAGED
        return replace(_of_image(path, image), notes=(note,))


def metadata_of(path: Path, found: Found, orientation: int) -> Metadata:
    """The metadata for the picture turned upright."""
    notes = list(found.notes)
    blobs = {XMP: found.xmp.rstrip(b"\0"), IPTC: found.photoshop}
    said = None
    try:
        if found.exif:
            said = exif.resolution(found.exif)
            blobs[EXIF] = exif.upright(found.exif)
    except MetadataError:
        notes.append(_NO_EXIF)
    if orientation != 1 and photoshop.has_paths(found.photoshop):
        blobs[IPTC] = photoshop.without_paths(found.photoshop)
        notes.append(_NO_PATHS)
    sidecars, more = read_sidecars(path)
    density, aspect = _sides(_chosen(found.resolution, said), turned=orientation in LYING)
    return Metadata(
        {name: content for name, content in blobs.items() if content},
        density,
        (*notes, *more),
        aspect=aspect,
        texts=found.texts,
        sidecars=sidecars,
        lossless=found.lossless,
    )


def _chosen(of_file: Resolution | None, of_exif: Resolution | None) -> Resolution | None:
    """The container's resolution overrides EXIF's, unless it is only the shape of square pixels."""
    if of_file and (of_file.unit != NONE or of_file.across != of_file.down):
        return of_file
    if of_exif and of_exif.unit != NONE:
        return of_exif
    shape = of_file or of_exif
    return shape if shape and (shape.across, shape.down) != (1, 1) else None


def _sides(
    said: Resolution | None, *, turned: bool
) -> tuple[tuple[float, float] | None, tuple[float, float] | None]:
    """Pixels per millimetre, and the shape of a pixel: at most one of them."""
    if said is None:
        return None, None
    sides = said.across / MM[said.unit], said.down / MM[said.unit]
    if turned:
        sides = sides[1], sides[0]
    return (None, sides) if said.unit == NONE else (sides, None)


def _of_image(_: Path, image: Any) -> Found:
    """What the decoder has found."""
    return Found(
        exif=blob(image, EXIF) or b"",
        xmp=blob(image, XMP) or b"",
        photoshop=blob(image, IPTC) or b"",
        resolution=_of_decoder(image),
    )


def _of_decoder(image: Any) -> Resolution | None:
    density = (float(image.xres), float(image.yres))
    if density == UNKNOWN_DENSITY:
        return None
    return Resolution(density[0] * MM[INCH], density[1] * MM[INCH], INCH)


def _of_heif(path: Path, image: Any) -> Found:
    return replace(_of_image(path, image), notes=boxes.notes_on_heif(path))


def _of_tiff(path: Path, _: Any) -> Found:
    """From the main picture, or from the first directory if missing there."""
    return tiff.read(path, main_image(read_images(path))[0].start)


def _of_others(path: Path, image: Any) -> Found:
    with path.open("rb") as file:
        head = file.read(8)
    of_image = _of_image(path, image)
    if head == _JP2:
        found = boxes.read_jpeg_2000(path)
    elif head.startswith(_PSD):
        found = photoshop.read_psd(path)
    else:
        return of_image
    return replace(found, resolution=found.resolution or of_image.resolution)


_READERS: dict[str, Callable[[Path, Any], Found]] = {
    "jpeg": lambda path, _: jpeg.read(path),
    "png": lambda path, _: png.read(path),
    "webp": lambda path, _: webp.read(path),
    "tiff": _of_tiff,
    "avif": _of_heif,
    "gif": lambda path, _: gif.read(path),
    HEIC: _of_heif,
    RAW: lambda path, _: tiff.read(path),
    PILLOW: _of_others,
}
