"""Reads HEIC and camera raw, with optional packages."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np
import pyvips

from fdiwn.api.errors import InputError
from fdiwn.api.names import DISTRIBUTION
from fdiwn.api.options import Limits
from fdiwn.codec import colour
from fdiwn.codec.decode_errors import damaged
from fdiwn.codec.kind import cannot_read
from fdiwn.codec.metadata.boxes import heif_facts
from fdiwn.codec.open_image import Opened, refuse_too_large
from fdiwn.codec.pillow import vips_image
from fdiwn.codec.vips import ICC, set_blob

_HEIC_BYTES, _RAW_BYTES = 12, 40
"""Per pixel, at the peak of decoding and developing."""
_ADOBE_GAMMA = (563 / 256, 0)  # LibRaw's: exponent, and slope of the linear part near black
_SPACES = {
    "L": "b-w", "LA": "b-w", "La": "b-w", "RGB": "srgb", "RGBA": "srgb", "RGBa": "srgb",
    "I;16": "grey16", "L;16": "grey16", "LA;16": "grey16", "La;16": "grey16", "RGB;16": "rgb16",
    "RGBA;16": "rgb16", "RGBa;16": "rgb16",
}  # fmt: skip
"""libvips' interpretation for each mode of pillow-heif."""


def load_heic(path: Path, limits: Limits) -> Opened:
    """The picture of an HEIC file, turned as its container says. 10 and 12 bits become 16.

    Raises InputError, also if pillow-heif is not installed.
    """
    heif = _package("pillow_heif", "heic", "HEIC pictures", path)
    try:
        facts = heif_facts(path)
        opened = heif.open_heif(path, convert_hdr_to_8bit=False)
        width, height = opened.size
        refuse_too_large(path, width, height, _HEIC_BYTES, limits)
        pixels = np.asarray(opened)
        mode, bits = str(opened.mode), int(opened.info["bit_depth"])
        image = vips_image(pixels, _SPACES[mode], opened.info)
    except InputError:
        raise
    except Exception as exc:  # libheif raises several classes
        raise damaged(path, str(exc) or type(exc).__name__, whole=True) from exc
    notes = []
    if len(opened) > 1:
        notes.append(f"The file holds {len(opened)} pictures; only the main one was read")
    return Opened(
        image,
        1 if facts.turned else None,
        facts.premultiplied,
        bits if image.format == "ushort" else None,
        notes,
    )


def load_raw(path: Path, limits: Limits) -> Opened:
    """A camera's raw file developed to 16 bits, upright.

    With the camera's white balance and without brightening, in a wide colour space. Raises
    InputError, also if rawpy is not installed.
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
    except Exception as exc:  # LibRaw's errors, and whatever its Python side raises on odd files
        why = "it is damaged or incomplete, or of a kind that is not known yet"
        raise cannot_read(path, why, "Develop it to TIFF in another program.") from exc
    image = pyvips.Image.new_from_array(np.ascontiguousarray(pixels)).copy(interpretation="rgb16")
    set_blob(image, ICC, colour.profile_of("adobe"))
    space = colour.IN_WORDS["adobe"]
    note = f"Developed with the camera's white balance to 16 bits in {space}"
    return Opened(image, 1, notes=[note])


def _package(module: str, extra: str, what: str, path: Path) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as exc:
        raise cannot_read(
            path,
            f"{what} need a package that is not installed",
            f"Install it with: pip install '{DISTRIBUTION}[{extra}]'",
        ) from exc
