"""The kinds of picture that the installed program offers itself for, on every system.

Offered, never taken: what opens pictures today goes on doing so. Camera raw and HEIC are left out,
as the frozen program comes without the extras that read them.
"""

from __future__ import annotations

from dataclasses import dataclass

from fdiwn.formats import RAW_ENDINGS, READABLE


@dataclass(frozen=True)
class FileType:
    """endings: lower case, with the dot. mime: as freedesktop's shared database has it. uti: as
    Apple's, "" where there is none."""

    name: str
    mime: str
    uti: str
    endings: tuple[str, ...]


FILE_TYPES = (
    FileType("JPEG", "image/jpeg", "public.jpeg", (".jpg", ".jpeg", ".jpe", ".jfif")),
    FileType("PNG", "image/png", "public.png", (".png",)),
    FileType("TIFF", "image/tiff", "public.tiff", (".tif", ".tiff")),
    FileType("WebP", "image/webp", "org.webmproject.webp", (".webp",)),
    FileType("AVIF", "image/avif", "public.avif", (".avif",)),
    FileType("GIF", "image/gif", "com.compuserve.gif", (".gif",)),
    FileType("BMP", "image/bmp", "com.microsoft.bmp", (".bmp", ".dib")),
    FileType("JPEG 2000", "image/jp2", "public.jpeg-2000", (".jp2", ".j2k", ".jpf")),
    FileType("Photoshop", "image/vnd.adobe.photoshop", "com.adobe.photoshop-image", (".psd",)),
    FileType("Targa", "image/x-tga", "com.truevision.tga-image", (".tga",)),
    FileType("Netpbm", "image/x-portable-anymap", "", (".ppm", ".pgm", ".pbm", ".pnm")),
)
"""In the order of `fdiwn.formats.READABLE`; a test holds the one against the other."""

NEEDS_EXTRAS = (".heic", ".heif", *RAW_ENDINGS)


def endings() -> tuple[str, ...]:
    """Every ending that is offered."""
    return tuple(ending for kind in FILE_TYPES for ending in kind.endings)


def missing_endings() -> set[str]:
    """What the program reads and no type here has; empty where both agree."""
    return set(READABLE) - set(endings()) - set(NEEDS_EXTRAS)
