"""Formats that this libvips lacks, through Pillow: BMP, JPEG 2000, PSD, TGA, PPM and Lab TIFF."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from PIL import Image, ImageFile, TiffImagePlugin, UnidentifiedImageError

from fdiwn.codec.kind import animated, cannot_read, not_a_picture
from fdiwn.codec.limits import refuse_too_large
from fdiwn.codec.reasons import damaged
from fdiwn.codec.vips import EXIF, ICC, XMP, set_blob
from fdiwn.errors import InputError
from fdiwn.limits import Limits

_BYTES_PER_PIXEL = 16
"""Four of Pillow's own, and up to three copies on the way to libvips."""
_TILE_SIZE = (322, 323)  # width and height, in TIFF
_FORMATS = ("BMP", "DIB", "JPEG2000", "PSD", "PPM", "TIFF")
_VIPS_MODES = {  # mode of Pillow -> interpretation of libvips
    "L": "b-w", "LA": "b-w", "RGB": "srgb", "RGBA": "srgb", "CMYK": "cmyk", "I;16": "grey16",
}  # fmt: skip
_CONVERTED = {"1": "L", "RGBX": "RGB", "YCbCr": "RGB", "HSV": "RGB", "La": "LA", "RGBa": "RGBA"}


def load_with_pillow(
    path: Path, limits: Limits, as_far_as_it_goes: bool = False
) -> tuple[Any, list[str]]:
    """The picture as a pyvips image with its metadata, and notes for the user.

    as_far_as_it_goes: also of a file that ends too early. Raises InputError.
    """
    # TGA has no signature: Pillow would take almost anything for one, so it comes last.
    formats = (*_FORMATS, "TGA") if path.suffix.lower() == ".tga" else _FORMATS
    Image.MAX_IMAGE_PIXELS = None  # we have our own limit
    try:
        with warnings.catch_warnings(), _as_far_as_it_goes(as_far_as_it_goes):
            warnings.simplefilter("ignore")
            with Image.open(path, formats=formats) as opened:
                refuse_too_large(path, *_decoded_size(opened), _BYTES_PER_PIXEL, limits)
                if opened.format not in ("PSD", "TIFF") and getattr(opened, "n_frames", 1) > 1:
                    raise animated(path)  # a PSD's "frames" are its layers
                picture, notes = _known_mode(path, opened)
    except InputError:
        raise
    except UnidentifiedImageError as exc:
        raise not_a_picture(path) from exc
    except MemoryError as exc:
        raise cannot_read(path, "not enough memory is free", "Close other programs.") from exc
    except Exception as exc:  # on damaged files Pillow raises whatever its parsers do
        raise damaged(path, str(exc) or type(exc).__name__) from exc
    return picture, notes


@contextmanager
def _as_far_as_it_goes(wanted: bool) -> Iterator[None]:
    """While open, Pillow decodes what there is of a file that ends too early."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = wanted
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _decoded_size(opened: Image.Image) -> tuple[int, int]:
    """Width and height of what is decoded in one piece: a TIFF's tile may exceed its picture."""
    if not isinstance(opened, TiffImagePlugin.TiffImageFile):
        return opened.size
    tile = (opened.tag_v2.get(tag, 0) for tag in _TILE_SIZE)
    width, height = (max(pair) for pair in zip(opened.size, tile, strict=True))
    return width, height


def _known_mode(path: Path, opened: Image.Image) -> tuple[Any, list[str]]:
    notes = [] if opened.format != "PSD" else ["Read the flattened picture, without its layers"]
    picture: Image.Image = opened
    if opened.mode in ("P", "PA"):
        picture = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    elif opened.mode == "LAB":
        return _lab_image(np.asarray(opened), opened.info), notes
    elif opened.mode in _CONVERTED:
        picture = opened.convert(_CONVERTED[opened.mode])
    pixels = np.asarray(picture)
    if picture.mode == "I" and opened.format == "PPM":
        pixels = pixels.astype(np.uint16)  # Pillow brings 16-bit PGM to 0..65535
    elif picture.mode not in _VIPS_MODES:
        if picture.mode.startswith("I;16"):
            pixels = pixels.astype(np.uint16)
        else:
            raise cannot_read(
                path, f"its pixels are of the kind {picture.mode}", "Save it with 8 or 16 bits."
            )
    interpretation = _VIPS_MODES.get(picture.mode, "grey16")
    return vips_image(pixels, interpretation, opened.info), notes


def _lab_image(pixels: Any, info: dict[Any, Any]) -> Any:
    """8-bit Lab as a TIFF has it: L of 255 is 100, a and b have signs."""
    lightness, signed = pixels[..., :1] * (100 / 255), pixels[..., 1:].view(np.int8)
    lab = np.concatenate([lightness, signed], axis=2)
    return vips_image(lab.astype(np.float32), "lab", info)


def vips_image(pixels: Any, interpretation: str, info: dict[Any, Any]) -> Any:
    """Pixels (H, W) or (H, W, C) with the density, profile, EXIF and XMP of Pillow's info."""
    height, width = pixels.shape[:2]
    bands = pixels.shape[2] if pixels.ndim == 3 else 1
    form = {"uint8": "uchar", "uint16": "ushort"}.get(pixels.dtype.name, "float")
    data = np.ascontiguousarray(pixels).tobytes()
    image = pyvips.Image.new_from_memory(data, width, height, bands, form)
    fields: dict[str, Any] = {"interpretation": interpretation}
    if (dpi := info.get("dpi")) and min(dpi) > 1:
        fields |= {"xres": float(dpi[0]) / 25.4, "yres": float(dpi[1]) / 25.4}
    image = image.copy(**fields)
    for key, name in (("icc_profile", ICC), ("exif", EXIF), ("xmp", XMP)):
        if isinstance(content := info.get(key), bytes) and content:
            set_blob(image, name, content)
    return image
