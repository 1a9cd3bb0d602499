"""The kinds of picture that the installed program offers itself for, on Windows and macOS.

Offered, never taken: what opens pictures today goes on doing so. All that
`fdiwn.api.formats.READABLE` has, as the frozen program comes with the extras; Linux goes by media
types, which are finer, see `installers.linux.media_types`.
"""

from __future__ import annotations

from dataclasses import dataclass

from fdiwn.api.formats import RAW_ENDINGS


@dataclass(frozen=True)
class FileType:
    """endings: lower case, with the dot. uti: Apple's name of it, "" where there is none."""

    name: str
    uti: str
    endings: tuple[str, ...]


FILE_TYPES = (
    FileType("JPEG", "public.jpeg", (".jpg", ".jpeg", ".jpe", ".jfif")),
    FileType("PNG", "public.png", (".png",)),
    FileType("TIFF", "public.tiff", (".tif", ".tiff")),
    FileType("WebP", "org.webmproject.webp", (".webp",)),
    FileType("AVIF", "public.avif", (".avif",)),
    FileType("GIF", "com.compuserve.gif", (".gif",)),
    FileType("BMP", "com.microsoft.bmp", (".bmp", ".dib")),
    FileType("JPEG 2000", "public.jpeg-2000", (".jp2", ".j2k", ".jpf")),
    FileType("Photoshop", "com.adobe.photoshop-image", (".psd",)),
    FileType("Targa", "com.truevision.tga-image", (".tga",)),
    FileType("Netpbm", "", (".ppm", ".pgm", ".pbm", ".pnm")),
    FileType("HEIC", "public.heic", (".heic", ".heif")),
    FileType("Camera raw", "public.camera-raw-image", RAW_ENDINGS),
)


def endings() -> tuple[str, ...]:
    """Every ending that is offered."""
    return tuple(ending for kind in FILE_TYPES for ending in kind.endings)
