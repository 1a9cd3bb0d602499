"""What a file is, by its content: the name's ending is only asked where nothing else tells."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from fdiwn.errors import InputError
from fdiwn.formats import RAW_ENDINGS, READABLE

PILLOW = "pillow"
"""Not a format that libvips reads here; Pillow may know it."""

HEIC = "heic"
RAW = "raw"
"""Both are read by packages that are installed on demand."""

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
_NEVER_RAW = (b"\xff\xd8\xff", b"\x89PNG")
_HDR_TRANSFERS = frozenset({16, 18})  # PQ and HLG
_HEIF_HEAD = 1 << 16  # bytes in which a file of one picture says what its colours are
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def picture_kind(path: Path) -> str:
    """jpeg, png, tiff, webp, avif, gif, HEIC, RAW or PILLOW.

    Raises InputError for what is not a readable file, or of a kind that is refused as a whole.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise cannot_read(path, "it is a folder", "Choose the pictures in it.")
        if not stat.S_ISREG(mode):  # a pipe could keep us waiting for ever
            raise cannot_read(path, "it is not a file", _PICTURES)
        with path.open("rb") as file:
            head = file.read(32)
            kind = _kind(path, head)
            if kind == "png":
                _refuse_odd_png(path, file)
            if kind in ("avif", HEIC):
                _refuse_hdr_heif(path, head + file.read(_HEIF_HEAD))
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
        return RAW  # most are TIFF files by their content, with a thumbnail as the first picture
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
    """Raise InputError for a transfer function, a number of ITU-T H.273, of HDR."""
    if transfer in _HDR_TRANSFERS:
        todo = "Save it as an ordinary (SDR) picture with 16 bits."
        raise cannot_read(path, "it is HDR, brighter than its white, which is not supported", todo)


def _refuse_hdr_heif(path: Path, head: bytes) -> None:
    place = head.find(b"colrnclx")
    if 0 <= place <= len(head) - 12:
        refuse_hdr(path, int.from_bytes(head[place + 10 : place + 12], "big"))


def _refuse_odd_png(path: Path, file: BinaryIO) -> None:
    """A PNG says in chunks before the pixels that it is animated, or HDR."""
    position = 8
    while True:
        file.seek(position)
        header = file.read(16)  # length, name, and the start of the content
        name = header[4:8]
        if len(header) < 12 or name == b"IDAT":
            return
        if name == b"acTL" and int.from_bytes(header[8:12], "big") > 1:
            raise animated(path)
        if name == b"cICP":
            refuse_hdr(path, header[9])
        position += int.from_bytes(header[:4], "big") + 12


def cannot_read(path: Path, why: str, todo: str = "") -> InputError:
    """The error for a picture that is refused."""
    return InputError(f"{path.name or path} cannot be read", why, todo)


def animated(path: Path) -> InputError:
    """The error for a moving picture."""
    return cannot_read(path, "it is animated, and only single pictures are enlarged", _ANIMATED)


def not_a_picture(path: Path) -> InputError:
    """The error for anything else."""
    return cannot_read(path, "it is not a picture that this program knows", _PICTURES)
