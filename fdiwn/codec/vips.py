"""Helpers for libvips, shared by reading and writing."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

import pyvips
from pyvips import vips_lib

# pyvips passes libvips' warnings to logging, from libvips' own threads, and logging prints them if
# unhandled. Exceptions tell the same.
logging.getLogger("pyvips").setLevel(logging.CRITICAL)

ICC, EXIF, XMP, IPTC = "icc-profile-data", "exif-data", "xmp-data", "iptc-data"

UNKNOWN_DENSITY = (1.0, 1.0)  # libvips' value if a file states none


def vips_name(path: Path) -> str | bytes:
    """The name in libvips' encoding: UTF-8 on Windows, the system's bytes elsewhere."""
    return str(path) if sys.platform == "win32" else os.fsencode(path)


def forget_files() -> None:
    """Drop finished operations with their open files, and old error messages."""
    pyvips.cache_set_max(0)
    vips_lib.vips_error_clear()  # some calls succeed with a message, which the next would report


def blob(image: Any, name: str) -> bytes | None:
    """A metadata field of an image as bytes."""
    return bytes(image.get(name)) if image.get_typeof(name) else None


def set_blob(image: Any, name: str, content: bytes) -> None:
    """Attach metadata to an image that is not shared."""
    image.set_type(pyvips.GValue.blob_type, name, content)


def reason(error: pyvips.Error) -> str:
    """The last error message of libvips, in one line."""
    lines = [line.strip() for line in str(error.detail or error.message).splitlines()]
    said = [line for line in lines if any(letter.isalpha() for letter in line)]
    return said[-1] if said else "no reason given"
