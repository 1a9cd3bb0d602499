"""Detects the kind of a picture file by its content."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from fdiwn.api.errors import InputError
from fdiwn.api.formats import RAW_ENDINGS, READABLE
from fdiwn.codec.metadata.boxes import heif_facts
from fdiwn.codec.metadata.png import chunks_before_pixels

PILLOW = "pillow"
"""Not a format that libvips reads here; Pillow may."""

HEIC = "heic"
RAW = "raw"
"""Both are read by optional packages."""

_PICTURES = "Choose a JPEG, PNG, TIFF, WebP or AVIF picture."
_ANIMATED = "Save the frame you want as a picture of its own."
_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"GIF8", "gif"),
)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers in a JPEG
_NEVER_RAW = (b"\xff\xd8\xff", b"\x89PNG")
_PQ, _HLG = 16, 18
_HDR_CURVES = {_PQ: "PQ", _HLG: "HLG"}
_PQ_BY_NAME = b"ITUR_2100_PQ_FULL\0"  # name of a profile in PNG, from before cICP
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def picture_kind(path: Path) -> str:
    """jpeg, png, tiff, webp, avif, gif, HEIC, RAW or PILLOW.

    Raises InputError for unreadable files, and for kinds that are refused entirely.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise cannot_read(path, "it is a folder", "Choose the pictures in it.")
        if not stat.S_ISREG(mode):  # reading a pipe could block for ever
            raise cannot_read(path, "it is not a file", _PICTURES)
        with path.open("rb") as file:
            head = file.read(32)
            kind = _kind(path, head)
            if kind == "png":
                _refuse_odd_png(path, file)
            if kind == "jpeg":
                _refuse_deep_jpeg(path, file)
            if kind in ("avif", HEIC) and (nclx := heif_facts(path).nclx):
                refuse_hdr(path, nclx[1])
    except FileNotFoundError as exc:
        raise cannot_read(path, "there is no such file", "Check the name and the folder.") from exc
    except OSError as exc:
        raise cannot_read(path, exc.strerror or str(exc)) from exc
    except ValueError as exc:  # a zero byte in the name
        raise cannot_read(path, "this is not a file name") from exc
    return kind


def _kind(path: Path, head: bytes) -> str:
    if not head:
        raise cannot_read(path, "the file is empty", "Copy it again from where it came.")
    if path.suffix.lower() in RAW_ENDINGS and not head.startswith(_NEVER_RAW):
        return RAW  # most look like TIFF files with a thumbnail as the first picture
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _heif_kind(path, head)
    if path.suffix.lower() not in READABLE and head[:1] not in b"BP8\0\xff":
        raise not_a_picture(path)
    return PILLOW


def _heif_kind(path: Path, head: bytes) -> str:
    brand, compatible = head[8:12], {head[i : i + 4] for i in range(16, len(head), 4)}
    if brand == b"avis":
        raise animated(path)
    if brand == b"avif" or b"avif" in compatible:
        return "avif"
    return HEIC if brand in _HEIC_BRANDS else PILLOW


def refuse_hdr(path: Path, transfer: int) -> None:
    """Raise InputError for an HDR transfer function, a number of ITU-T H.273."""
    if curve := _HDR_CURVES.get(transfer):
        why = f"it is HDR, brighter than its white, with the curve {curve}, which is not supported"
        raise cannot_read(path, why, "Save it as an ordinary (SDR) picture with 16 bits.")


def _refuse_deep_jpeg(path: Path, file: BinaryIO) -> None:
    """The bits of a sample are in a JPEG's frame header, after its metadata."""
    position = 2
    while True:
        file.seek(position)
        head = file.read(5)  # marker, length, and the first byte of the content
        if len(head) < 5 or head[0] != 0xFF:
            return
        if head[1] in _FRAMES:
            if head[4] not in (0, 8):
                why = f"it is a JPEG with {head[4]} bits a sample, and only 8 are supported"
                raise cannot_read(path, why, "Save it as a TIFF or PNG with 16 bits.")
            return
        position += 1 if head[1] == 0xFF else 2 + int.from_bytes(head[2:4], "big")


def _refuse_odd_png(path: Path, file: BinaryIO) -> None:
    """A PNG says in chunks before the pixels whether it is animated or HDR."""
    chunks = chunks_before_pixels(file, frozenset({b"acTL", b"cICP", b"iCCP"}))
    if int.from_bytes(chunks.get(b"acTL", b"")[:4], "big") > 1:
        raise animated(path)
    cicp = chunks.get(b"cICP", b"")
    if len(cicp) == 4:
        refuse_hdr(path, cicp[1])
        if cicp[3] == 0:
            why = "its levels are video's narrow range (cICP), which is not supported"
            raise cannot_read(path, why, "Save it with the full range.")
    elif chunks.get(b"iCCP", b"").startswith(_PQ_BY_NAME):
        refuse_hdr(path, _PQ)


def cannot_read(path: Path, why: str, todo: str = "") -> InputError:
    """The error for a refused picture."""
    return InputError(f"{path.name or path} cannot be read", why, todo)


def animated(path: Path) -> InputError:
    """The error for an animated picture."""
    return cannot_read(path, "it is animated, and only single pictures are enlarged", _ANIMATED)


def not_a_picture(path: Path) -> InputError:
    """The error for files that are no pictures."""
    return cannot_read(path, "it is not a picture that this program knows", _PICTURES)
