"""Explains why a file cannot be decoded: unsupported, or damaged."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pyvips
from PIL import TiffImagePlugin

from fdiwn.api.errors import DamagedInput, InputError
from fdiwn.codec.kind import cannot_read
from fdiwn.codec.vips import reason

_DAMAGED = "Copy it again from the camera or the card"
_INSIST = "the command fdiwn enlarges what there is of it with --damaged"
_ANOTHER = "Save it in another way: as a PNG, or a TIFF with LZW or without compression."
_UNSUPPORTED = re.compile(r"not configured|not implemented|unsupported|not supported", re.I)
_HARMLESS = re.compile(
    r"extraneous bytes|JFIF revision|Adobe color|progression sequence|SOS parameters"
)
"""Warnings of libjpeg that do not affect pixels."""
_COMPRESSIONS = {
    34661: "JBIG", 34712: "JPEG 2000", 33003: "JPEG 2000", 33004: "JPEG 2000", 33005: "JPEG 2000",
    34887: "LERC", 34925: "LZMA", 50000: "Zstandard", 50002: "JPEG XL",
    52546: "JPEG XL",
}  # fmt: skip
_COMPRESSION, _BITS, _SAMPLE_FORMAT = 259, 258, 339
_SAMPLES = {2: "whole numbers with a sign", 3: "floating-point numbers (HDR)",
            5: "complex numbers", 6: "complex numbers"}  # fmt: skip


def refusal(path: Path, kind: str, error: pyvips.Error, where: str = "") -> InputError:
    """The error for a file that libvips cannot decode. where: the damaged part, if known."""
    said = reason(error)
    if kind == "tiff" and (refused := tiff_refusal(path)) is not None:
        return refused
    if _UNSUPPORTED.search(said):
        return unsupported(path, said)
    return damaged(path, said, where)


def unsupported(path: Path, feature: str) -> InputError:
    """The error for an intact file of an unsupported kind."""
    return cannot_read(path, f"it is of a kind that is not supported ({feature})", _ANOTHER)


def damaged(path: Path, why: str, where: str = "", whole: bool = False) -> InputError:
    """The error for a damaged file. whole: nothing can be decoded."""
    place = f" {where}" if where else ""
    todo = f"{_DAMAGED}; if it stays so, the file is broken" + ("" if whole else f": {_INSIST}")
    what = f"{path.name or path} cannot be read"
    return DamagedInput(what, f"the file is damaged or incomplete{place} ({why})", f"{todo}.")


def is_harmless(error: pyvips.Error) -> bool:
    """Whether all warnings of the decoder leave the pixels intact."""
    lines = [line for line in str(error.detail or error.message).splitlines() if line.strip()]
    return bool(lines) and all(_HARMLESS.search(line) for line in lines)


def tiff_refusal(path: Path) -> InputError | None:
    """The reason against a TIFF from its first directory; None if there is none."""
    try:
        with path.open("rb") as file:
            directory = TiffImagePlugin.ImageFileDirectory_v2(file.read(8))
            file.seek(0, 2)
            size = file.tell()
            if not 8 <= directory.next <= size - 2:
                why = f"its directory should be at byte {directory.next:,} of {size:,}"
                return damaged(path, why, whole=True)
            file.seek(directory.next)
            directory.load(file)
    except Exception:  # for a damaged directory Pillow raises whatever its parser does
        return damaged(path, "its directory cannot be read", whole=True)
    compression, samples = _first(directory, _COMPRESSION), _first(directory, _SAMPLE_FORMAT)
    if compression in _COMPRESSIONS:
        return unsupported(path, f"TIFF with {_COMPRESSIONS[compression]} compression")
    if samples in _SAMPLES:
        bits = _first(directory, _BITS)
        return cannot_read(
            path,
            f"its pixels are {bits}-bit {_SAMPLES[samples]}, and only 8 and 16 bits are supported",
            "Save it as a TIFF or PNG with 16 bits.",
        )
    return None


def _first(directory: Any, tag: int) -> int | None:
    value = directory.get(tag)
    if isinstance(value, tuple):
        value = value[0] if value else None
    return value if isinstance(value, int) else None
