"""Helpers around libvips that reading and writing share."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

import pyvips
from pyvips import vips_lib

# pyvips passes libvips' warnings to logging, from libvips' own threads, and logging prints them
# if nobody else takes them. They tell nothing that an exception does not tell as well.
logging.getLogger("pyvips").setLevel(logging.CRITICAL)

ICC, EXIF, XMP, IPTC = "icc-profile-data", "exif-data", "xmp-data", "iptc-data"

UNKNOWN_DENSITY = (1.0, 1.0)  # what libvips says where a file says nothing


def vips_name(path: Path) -> str | bytes:
    """The name as libvips takes it: UTF-8 on Windows, the bytes of the system elsewhere."""
    return str(path) if sys.platform == "win32" else os.fsencode(path)


def forget_files() -> None:
    """Keep no finished operation, and with it no open file, and no complaint for the next call."""
    pyvips.cache_set_max(0)
    vips_lib.vips_error_clear()  # some calls complain and succeed; the next would be blamed


def blob(image: Any, name: str) -> bytes | None:
    """A metadata field of an image as bytes."""
    return bytes(image.get(name)) if image.get_typeof(name) else None


def set_blob(image: Any, name: str, content: bytes) -> None:
    """Attach metadata to an image that nobody else holds."""
    image.set_type(pyvips.GValue.blob_type, name, content)


def reason(error: pyvips.Error) -> str:
    """The last thing that libvips says in words about an error, in one line."""
    lines = [line.strip() for line in str(error.detail or error.message).splitlines()]
    said = [line for line in lines if any(letter.isalpha() for letter in line)]
    return said[-1] if said else "no reason given"
