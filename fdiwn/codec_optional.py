"""Formats that take a package installed on demand: HEIC of phones, and the raw files of cameras."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pyvips

from fdiwn.codec_kind import cannot_read
from fdiwn.codec_limits import refuse_too_large
from fdiwn.codec_vips import EXIF, ICC, XMP, set_blob
from fdiwn.errors import InputError
from fdiwn.limits import Limits
from fdiwn.names import DISTRIBUTION

_HEIC_BYTES, _RAW_BYTES = 12, 40
"""A pixel, at the peak of decoding and developing."""
_DAMAGED = "Copy it again from the camera or the card; if it stays so, the file is broken."


def load_heic(path: Path, limits: Limits) -> tuple[Any, list[str]]:
    """The first picture of a HEIC file, upright, with 8 bits or 10 and 12 as 16; and notes.

    Raises InputError, also where the package is missing.
    """
    _require("pillow_heif", "heic", "HEIC pictures", path)
    import pillow_heif

    try:
        opened = pillow_heif.open_heif(path, convert_hdr_to_8bit=False)
        width, height = opened.size
        refuse_too_large(path, width, height, _HEIC_BYTES, limits)
        pixels, info = np.asarray(opened), dict(opened.info)
    except InputError:
        raise
    except Exception as exc:  # the package raises whatever its parsers do
        raise cannot_read(path, "it is damaged or incomplete", _DAMAGED) from exc
    fields = {ICC: info.get("icc_profile"), EXIF: info.get("exif"), XMP: info.get("xmp")}
    return _vips(pixels, fields), []


def load_raw(path: Path, limits: Limits) -> tuple[Any, list[str]]:
    """A camera's raw file developed to 16-bit sRGB with the camera's white balance; and notes.

    Raises InputError, also where the package is missing.
    """
    _require("rawpy", "raw", "Camera raw files", path)
    import rawpy

    try:
        with rawpy.imread(str(path)) as raw:
            refuse_too_large(path, raw.sizes.width, raw.sizes.height, _RAW_BYTES, limits)
            pixels = raw.postprocess(use_camera_wb=True, no_auto_bright=True, output_bps=16)
    except InputError:
        raise
    except Exception as exc:  # the package raises whatever its parsers do
        why = "it is damaged, incomplete, or of a camera that is not known"
        raise cannot_read(path, why, _DAMAGED) from exc
    note = "Developed from camera raw to 16-bit sRGB with the camera's white balance"
    return _vips(pixels, {}), [note]


def _require(package: str, extra: str, what: str, path: Path) -> None:
    if find_spec(package) is None:
        raise cannot_read(
            path,
            f"{what} take a package that is not installed",
            f"Install it with: pip install '{DISTRIBUTION}[{extra}]'",
        )


def _vips(pixels: Any, fields: dict[str, bytes | None]) -> Any:
    height, width = pixels.shape[:2]
    bands = pixels.shape[2] if pixels.ndim == 3 else 1
    deep = pixels.dtype == np.uint16
    data = np.ascontiguousarray(pixels).tobytes()
    image = pyvips.Image.new_from_memory(data, width, height, bands, "ushort" if deep else "uchar")
    spaces = ("grey16", "rgb16") if deep else ("b-w", "srgb")
    image = image.copy(interpretation=spaces[bands > 2])
    for name, content in fields.items():
        if content:
            set_blob(image, name, content)
    return image
