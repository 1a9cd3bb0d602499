"""Reads formats that libvips lacks through Pillow: BMP, JPEG 2000, TGA, PPM, and some TIFF."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from PIL import Image, ImageFile, TiffImagePlugin, UnidentifiedImageError

from fdiwn.api.errors import InputError
from fdiwn.api.options import Limits
from fdiwn.codec import netpbm
from fdiwn.codec.decode_errors import damaged
from fdiwn.codec.jpeg2000 import Jpeg2000, read_jpeg2000
from fdiwn.codec.kind import animated, cannot_read, not_a_picture
from fdiwn.codec.metadata.tiff_directories import TiffImage
from fdiwn.codec.open_image import Opened, refuse_too_large
from fdiwn.codec.psd import load_psd
from fdiwn.codec.vips import EXIF, ICC, XMP, set_blob

_BYTES_PER_PIXEL = 16
"""Four of Pillow's own, and up to three copies for libvips."""
_TILE_SIZE = (322, 323)  # width and height, in TIFF
_BMP_5, _BMP_5_LENGTH = struct.Struct("<14xI52x4s52xII"), 124
"""Header length, colour space, and the position and size of a profile."""
_MOST_PROFILE = 1 << 26
_FORMATS = ("BMP", "DIB", "JPEG2000", "PPM")
_VIPS_MODES = {  # mode of Pillow -> interpretation of libvips
    "L": "b-w", "LA": "b-w", "RGB": "srgb", "RGBA": "srgb", "CMYK": "cmyk", "I;16": "grey16",
}  # fmt: skip
_CONVERTED = {"1": "L", "RGBX": "RGB", "YCbCr": "RGB", "HSV": "RGB", "La": "LA", "RGBa": "RGBA"}


def load_with_pillow(path: Path, limits: Limits) -> Opened:
    """The picture as a pyvips image with its metadata. Raises InputError."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"8BPS"):
        return load_psd(path, limits)
    if netpbm.is_deep(path):
        pixels = netpbm.read(path, limits)
        return Opened(vips_image(pixels, "rgb16" if pixels.shape[2] == 3 else "grey16", {}))
    # TGA has no signature: Pillow would accept almost anything as one, so it comes last.
    formats = (*_FORMATS, "TGA") if path.suffix.lower() == ".tga" else _FORMATS
    with _pillow_errors(path, limits.damaged), Image.open(path, formats=formats) as opened:
        refuse_too_large(path, *opened.size, _BYTES_PER_PIXEL, limits)
        if getattr(opened, "n_frames", 1) > 1:
            raise animated(path)
        if opened.format == "JPEG2000":
            return _from_jpeg2000(path, opened)
        info = dict(opened.info)
        if opened.format == "BMP" and (profile := _profile_of_bmp(path)):
            info["icc_profile"] = profile
        image = _known_mode(path, opened, info)
        alpha = _alpha_of_tga(path) if opened.format == "TGA" else _ALPHA
    if alpha == _NO_ALPHA and image.bands in (2, 4):
        return Opened(image.extract_band(0, n=image.bands - 1))
    return Opened(image, premultiplied=alpha == _PREMULTIPLIED)


def load_tiff_with_pillow(path: Path, limits: Limits, main: TiffImage) -> Opened:
    """One picture of a TIFF file, which Pillow turns as its tag says. Raises InputError."""
    if main.sub is not None:
        raise cannot_read(
            path, "its main picture is of a kind that is not supported", "Save it as RGB."
        )
    with _pillow_errors(path, limits.damaged), Image.open(path, formats=("TIFF",)) as opened:
        opened.seek(main.page)
        refuse_too_large(path, *_decoded_size(opened), _BYTES_PER_PIXEL, limits)
        image = _known_mode(path, opened)
    if 12 not in main.bits:
        return Opened(image)
    return Opened((image << 4).copy(interpretation="grey16"), bits=12)


def _profile_of_bmp(path: Path) -> bytes:
    """The profile at the end of a version 5 BMP, which Pillow ignores."""
    with path.open("rb") as file:
        head = file.read(_BMP_5.size)
        if len(head) < _BMP_5.size:
            return b""
        length, space, start, size = _BMP_5.unpack(head)
        if length < _BMP_5_LENGTH or space != b"DEBM":
            return b""
        file.seek(14 + start)
        return file.read(min(size, _MOST_PROFILE))


@contextmanager
def _pillow_errors(path: Path, as_far_as_it_goes: bool) -> Iterator[None]:
    """Translates Pillow's errors to InputError. as_far_as_it_goes: accepts truncated files."""
    Image.MAX_IMAGE_PIXELS = None  # we have our own limit
    try:
        with warnings.catch_warnings(), _as_far_as_it_goes(as_far_as_it_goes):
            warnings.simplefilter("ignore")
            yield
    except InputError:
        raise
    except UnidentifiedImageError as exc:
        raise not_a_picture(path) from exc
    except MemoryError as exc:
        raise cannot_read(path, "not enough memory is free", "Close other programs.") from exc
    except Exception as exc:  # on damaged files Pillow raises whatever its parsers do
        raise damaged(path, str(exc) or type(exc).__name__) from exc


@contextmanager
def _as_far_as_it_goes(wanted: bool) -> Iterator[None]:
    """Within it, Pillow decodes what exists of a truncated file."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = wanted
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _decoded_size(opened: Image.Image) -> tuple[int, int]:
    """Width and height of the largest decoded unit: a TIFF's tile may exceed its picture."""
    if not isinstance(opened, TiffImagePlugin.TiffImageFile):
        return opened.size
    tile = (opened.tag_v2.get(tag, 0) for tag in _TILE_SIZE)
    width, height = (max(pair) for pair in zip(opened.size, tile, strict=True))
    return width, height


def _from_jpeg2000(path: Path, opened: Image.Image) -> Opened:
    """Pillow decodes colours to 8 bits, and other depths of grey into the upper bits."""
    facts: Jpeg2000 = read_jpeg2000(path)
    facts.refuse_unknown(path)
    info = {**opened.info, "icc_profile": facts.profile or opened.info.get("icc_profile")}
    if opened.mode in ("P", "PA"):
        return Opened(_known_mode(path, opened, info))
    image = _known_mode(path, opened, info)
    if facts.bits < 8:
        step = 1 << (8 - facts.bits)
        image = (image / step).floor().linear(255 / ((1 << facts.bits) - 1), 0).rint()
        image = image.cast("uchar").copy(interpretation=_VIPS_MODES[opened.mode])
    notes = []
    if image.bands in (2, 4) and facts.alpha is None and image.interpretation != "cmyk":
        image = image.extract_band(0, n=image.bands - 1)
        notes.append("It holds a channel beside colour and transparency, left out")
    bits = facts.bits if 8 < facts.bits < 16 else None
    return Opened(image, premultiplied=facts.alpha == "premultiplied", bits=bits, notes=notes)


def _known_mode(path: Path, opened: Image.Image, info: dict[Any, Any] | None = None) -> Any:
    info = opened.info if info is None else info
    picture: Image.Image = opened
    if opened.mode in ("P", "PA"):
        picture = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    elif opened.mode == "LAB":
        return _lab_image(np.asarray(opened), info)
    elif opened.mode in _CONVERTED:
        picture = opened.convert(_CONVERTED[opened.mode])
    pixels = np.asarray(picture)
    if picture.mode == "I" and opened.format == "PPM":
        pixels = pixels.astype(np.uint16)  # Pillow scales 16-bit PGM to 0..65535
    elif picture.mode not in _VIPS_MODES:
        if picture.mode.startswith("I;16"):
            pixels = pixels.astype(np.uint16)
        else:
            raise cannot_read(
                path, f"its pixels are of the kind {picture.mode}", "Save it with 8 or 16 bits."
            )
    interpretation = _VIPS_MODES.get(picture.mode, "grey16")
    return vips_image(pixels, interpretation, info)


def _lab_image(pixels: Any, info: dict[Any, Any]) -> Any:
    """Converts TIFF's 8-bit Lab: L of 255 is 100, a and b are signed."""
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


_NO_ALPHA, _ALPHA, _PREMULTIPLIED = "none", "alpha", "premultiplied"
_SIGNATURE = b"TRUEVISION-XFILE.\0"
_FOOTER = 26  # bytes
_KIND = 494  # in the extension area: the kind of alpha
_BY_KIND = {3: _ALPHA, 4: _PREMULTIPLIED}


def _alpha_of_tga(path: Path) -> str:
    """The kind of alpha. Version 2 states it at the end of the file, version 1 as a number of bits.

    Raises OSError.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(18)
        file.seek(max(0, size - _FOOTER))
        footer = file.read(_FOOTER)
        if len(footer) == _FOOTER and footer.endswith(_SIGNATURE):
            (extension,) = struct.unpack_from("<I", footer)
            file.seek(extension + _KIND)
            if extension and (kind := file.read(1)):
                return _BY_KIND.get(kind[0], _NO_ALPHA)
    return _ALPHA if len(head) == 18 and head[17] & 15 else _NO_ALPHA
