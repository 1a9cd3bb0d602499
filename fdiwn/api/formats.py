"""The picture formats that can be read and written. Imports nothing heavy."""

from __future__ import annotations

RAW_ENDINGS = (
    ".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".dng", ".erf", ".iiq", ".kdc", ".mef", ".mos",
    ".mrw", ".nef", ".nrw", ".orf", ".pef", ".raf", ".raw", ".rw2", ".rwl", ".sr2", ".srf", ".srw",
    ".x3f",
)  # fmt: skip
"""Endings of cameras' raw files."""

READABLE: tuple[str, ...] = (
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".avif", ".gif",
    ".bmp", ".dib", ".jp2", ".j2k", ".jpf", ".psd", ".tga", ".ppm", ".pgm", ".pbm", ".pnm",
    ".heic", ".heif", *RAW_ENDINGS,
)  # fmt: skip
"""Endings to offer in a file dialog. A file's real format is decided by its content."""

WRITABLE: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".avif")

FORMAT_NAMES = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".webp": "WebP",
    ".avif": "AVIF",
}

ONLY_READ_NAMES = {".jpe": "JPEG", ".jfif": "JPEG"}
"""Endings of these formats that results never get: they use the format's usual one."""

MAX_SIDE = {
    "PNG": 2**31 - 1,
    "JPEG": 65_500,  # the format allows 65,535, libjpeg a little less
    "TIFF": 2**31 - 1,
    "WebP": 16_383,
    "AVIF": 16_384,
}
"""Longest side in pixels that each format's encoder takes."""

SUFFIXES = {"png": ".png", "jpeg": ".jpg", "tiff": ".tif", "webp": ".webp", "avif": ".avif"}
"""The ending of each format in `fdiwn.api.options.FORMATS`."""

HOLDS_16_BITS = frozenset({"PNG", "TIFF"})
DEEP = HOLDS_16_BITS | {"AVIF"}
"""Formats with more than 8 bits."""
HOLDS_ALPHA = frozenset({"PNG", "TIFF", "WebP", "AVIF"})


def reason_against(name: str, size: tuple[int, int], depth: str, lossless: bool) -> str:
    """Why a result of this size cannot be saved in this format; empty if it can.

    name: as in FORMAT_NAMES. depth, lossless: as in `fdiwn.api.options.SaveOptions`.
    """
    if max(size) > MAX_SIDE[name]:
        return f"{name} ends at {MAX_SIDE[name]:,} pixels a side"
    if depth == "16" and name not in HOLDS_16_BITS:
        return f"{name} cannot hold 16 bits"
    if lossless and name == "JPEG":
        return "JPEG is never lossless"
    return ""
