"""HEIC and camera raw, through packages that are installed on demand."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pyvips

from fdiwn import colour
from fdiwn.codec.kind import cannot_read, refuse_hdr
from fdiwn.codec.limits import refuse_too_large
from fdiwn.codec.pillow import vips_image
from fdiwn.codec.reasons import damaged
from fdiwn.codec.vips import ICC, set_blob
from fdiwn.errors import InputError
from fdiwn.limits import Limits
from fdiwn.names import DISTRIBUTION

_HEIC_BYTES, _RAW_BYTES = 12, 40
"""A pixel, at the peak of decoding and developing."""
_ADOBE_GAMMA = (563 / 256, 0)  # LibRaw's: exponent, and slope of a straight part near black
_BANDS = {"L": "b-w", "LA": "b-w", "RGB": "srgb", "RGBA": "srgb"}
_DEEP_BANDS = {"L;16": "grey16", "LA;16": "grey16", "RGB;16": "rgb16", "RGBA;16": "rgb16"}


def load_heic(path: Path, limits: Limits) -> tuple[Any, list[str]]:
    """The picture of an HEIC file, as the phone meant it to be turned, and notes.

    10 and 12 bits become 16. Raises InputError, also where pillow-heif is not installed.
    """
    heif = _package("pillow_heif", "heic", "HEIC pictures", path)
    try:
        opened = heif.open_heif(path, convert_hdr_to_8bit=False)
        width, height = opened.size
        refuse_too_large(path, width, height, _HEIC_BYTES, limits)
        refuse_hdr(path, opened.info.get("nclx_profile", {}).get("transfer_characteristics", 0))
        pixels = np.asarray(opened)
    except InputError:
        raise
    except Exception as exc:  # libheif's errors arrive as several classes
        raise damaged(path, str(exc) or type(exc).__name__, whole=True) from exc
    notes = []
    if len(opened) > 1:
        notes.append(f"The file holds {len(opened)} pictures; only the main one was read")
    deep = opened.mode in _DEEP_BANDS
    if deep:
        pixels = _full_range(pixels, opened.info["bit_depth"])
    interpretation = (_DEEP_BANDS if deep else _BANDS)[opened.mode]
    return vips_image(pixels, interpretation, opened.info), notes


def _full_range(pixels: Any, bits: int) -> Any:
    """pillow-heif gives the bits in the upper ones of 16, so that white is not quite white."""
    levels = (pixels >> (16 - bits)).astype(np.uint32)
    top = (1 << bits) - 1
    return ((levels * 65535 + top // 2) // top).astype(np.uint16)


def load_raw(path: Path, limits: Limits) -> tuple[Any, list[str]]:
    """A camera's raw file developed to 16 bits, upright, and notes.

    With the camera's white balance and without brightening, in a colour space that is wide
    enough. Raises InputError, also where rawpy is not installed.
    """
    rawpy = _package("rawpy", "raw", "Camera raw files", path)
    try:
        with rawpy.imread(str(path)) as raw:
            refuse_too_large(path, raw.sizes.iwidth, raw.sizes.iheight, _RAW_BYTES, limits)
            pixels = raw.postprocess(
                use_camera_wb=True,
                no_auto_bright=True,
                output_bps=16,
                output_color=rawpy.ColorSpace.Adobe,
                gamma=_ADOBE_GAMMA,
            )
    except InputError:
        raise
    except Exception as exc:  # LibRaw's errors, and whatever its Python side does on odd files
        why = "it is damaged or incomplete, or of a kind that is not known yet"
        raise cannot_read(path, why, "Develop it to TIFF in another program.") from exc
    image = pyvips.Image.new_from_array(np.ascontiguousarray(pixels)).copy(interpretation="rgb16")
    set_blob(image, ICC, colour.profile_of("adobe"))
    space = colour.IN_WORDS["adobe"]
    return image, [f"Developed with the camera's white balance to 16 bits in {space}"]


def _package(module: str, extra: str, what: str, path: Path) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as exc:
        raise cannot_read(
            path,
            f"{what} need a package that is not installed",
            f"Install it with: pip install '{DISTRIBUTION}[{extra}]'",
        ) from exc
