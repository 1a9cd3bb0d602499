"""The media types that the program opens, as file managers know them.

The names are those of the shared-mime-info database and of IANA. That database knows no type for
the raw files of some cameras, nor .jfif, which it recognises as JPEG by its content.
"""

from __future__ import annotations

TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpe": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".dib": "image/bmp",
    ".jp2": "image/jp2",
    ".j2k": "image/x-jp2-codestream",
    ".jpf": "image/jpx",
    ".psd": "image/vnd.adobe.photoshop",
    ".tga": "image/x-tga",
    ".ppm": "image/x-portable-pixmap",
    ".pgm": "image/x-portable-graymap",
    ".pbm": "image/x-portable-bitmap",
    ".pnm": "image/x-portable-anymap",
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".arw": "image/x-sony-arw",
    ".cr2": "image/x-canon-cr2",
    ".cr3": "image/x-canon-cr3",
    ".crw": "image/x-canon-crw",
    ".dcr": "image/x-kodak-dcr",
    ".dng": "image/x-adobe-dng",
    ".kdc": "image/x-kodak-kdc",
    ".mrw": "image/x-minolta-mrw",
    ".nef": "image/x-nikon-nef",
    ".nrw": "image/x-nikon-nrw",
    ".orf": "image/x-olympus-orf",
    ".pef": "image/x-pentax-pef",
    ".raf": "image/x-fuji-raf",
    ".raw": "image/x-panasonic-rw",
    ".rw2": "image/x-panasonic-rw2",
    ".sr2": "image/x-sony-sr2",
    ".srf": "image/x-sony-srf",
    ".x3f": "image/x-sigma-x3f",
}
"""Of the endings of `fdiwn.api.formats.READABLE`."""

WITHOUT_TYPE = frozenset({".jfif", ".3fr", ".erf", ".iiq", ".mef", ".mos", ".rwl", ".srw"})
"""The rest of them: no standard type has these endings."""

MEDIA_TYPES: tuple[str, ...] = tuple(dict.fromkeys(TYPES.values()))
"""Each once, the most usual first."""
