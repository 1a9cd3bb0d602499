"""Enlarged pictures -> files, streamed from the raw file: memory does not grow with the picture."""

from __future__ import annotations

import mmap
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyvips

from fdiwn import exif
from fdiwn.codec_vips import EXIF, ICC, IPTC, XMP, forget_files, reason, set_blob, vips_name
from fdiwn.dither import dithered
from fdiwn.errors import OutputError
from fdiwn.formats import FORMAT_NAMES, HOLDS_ALPHA, MAX_SIDE, WRITABLE
from fdiwn.held_folder import work_folder
from fdiwn.iptc import bare
from fdiwn.mapped import mapped_rows
from fdiwn.picture import Metadata, StoredPicture

_DEFAULT_DENSITY = 72 / 25.4  # pixels per mm; every format writes one
_CLASSIC_TIFF_LIMIT = 3_500_000_000  # bytes of pixels; beyond it offsets may need more than 32 bits
_AVIF_BITS = 10  # of a 16-bit picture; 12 bits many viewers cannot show
_OPTIONS: dict[str, dict[str, Any]] = {
    "PNG": {"compression": 6, "filter": "all"},
    "JPEG": {"Q": 95, "subsample_mode": "off"},  # optimize_coding would hold the whole picture
    "TIFF": {"compression": "deflate", "predictor": "horizontal", "resunit": "inch"},
    "WebP": {"Q": 95, "smart_subsample": True, "exact": True},
    "AVIF": {"compression": "av1", "Q": 90, "subsample_mode": "off", "effort": 3},
}
_SAVERS = {
    "PNG": "pngsave",
    "JPEG": "jpegsave",
    "TIFF": "tiffsave",
    "WebP": "webpsave",
    "AVIF": "heifsave",
}
_IN_WORDS = {ICC: "colour profile", EXIF: "EXIF data", XMP: "XMP data", IPTC: "IPTC data"}
_ANY_WRITE = 0o222
_ALMOST_FULL = 1 << 20  # bytes
_NO_ROOM = "Check that the disk has room and that the folder may be written to."


def check_target(path: Path, width: int, height: int, bands: int) -> None:
    """Find out before any computing whether a picture could be written to ``path``.

    width, height: of the result in pixels. Raises OutputError for an unknown ending, a picture
    that the format cannot hold, a folder that is missing or read-only, and what may not be
    replaced: folders, devices, write-protected files.
    """
    name = _format(path)
    if max(width, height) > MAX_SIDE[name]:
        larger = [f for f in ("PNG", "TIFF") if max(width, height) <= MAX_SIDE[f]]
        raise _cannot_write(
            path,
            f"{name} ends at {MAX_SIDE[name]:,} pixels a side, and this is {width:,} x {height:,}",
            f"Choose {' or '.join(larger)}, or a smaller scale.",
        )
    if bands in (2, 4) and name not in HOLDS_ALPHA:
        raise _cannot_write(
            path, f"{name} cannot hold transparency", "Choose PNG, TIFF, WebP or AVIF."
        )
    folder = path.parent
    try:
        if path.is_dir():
            raise _cannot_write(path, "it is a folder", "Give the name of a file.")
        if not folder.is_dir():
            raise _cannot_write(path, f"there is no folder {folder}", "Make the folder first.")
        _refuse_special(path)
    except (OSError, ValueError) as exc:  # longer than names may be; a zero byte
        why = getattr(exc, "strerror", None) or "this is not a file name"
        raise _cannot_write(path, why, "Give another name with --output.") from exc
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _cannot_write(path, f"the folder {folder} is read-only", "Choose another folder.")


def write_picture(stored: StoredPicture, target: Path) -> tuple[str, ...]:
    """Encode a stored picture as the ending of ``target`` says, complete or not at all.

    16 bits stay in PNG and TIFF, become 10 in AVIF and 8, dithered, in JPEG and WebP. Profile,
    EXIF, XMP and density go along. Raises OutputError; then nothing is left behind and an older
    file of this name is untouched. A link is replaced itself, and what it leads to is untouched.
    Returns notes on metadata that had to be left out.
    """
    check_target(target, stored.width, stored.height, stored.bands)
    name = _format(target)
    forget_files()
    stored, notes = _writable(stored, name)
    try:
        with work_folder(target.parent) as folder:
            # Short and plain: the target's name may be as long as the file system allows.
            temporary = folder / f"result{target.suffix.lower()}"
            with mapped_rows(stored.path) as rows:
                _save(_image(stored, rows, name), stored, name, temporary)
            if name == "TIFF":
                _add_metadata_to_tiff(stored, temporary)
            _flush(temporary)
            temporary.replace(target)
    except pyvips.Error as exc:
        raise _cannot_write(target, _full_disk(target) or reason(exc), _NO_ROOM) from exc
    except OSError as exc:
        raise _cannot_write(target, exc.strerror or str(exc), _NO_ROOM) from exc
    return notes


def _writable(stored: StoredPicture, name: str) -> tuple[StoredPicture, tuple[str, ...]]:
    """The picture with the metadata that the format takes, and notes of what it does not.

    One damaged profile would fail the whole picture, so each field is tried on a tiny one first.
    """
    # libvips crashes over an empty XMP
    blobs = {field: content for field, content in stored.metadata.blobs.items() if content}
    notes = []
    for field, content in list(blobs.items()):
        tiny = replace(stored, width=8, height=8, metadata=Metadata({field: content}))
        image = _image(tiny, bytes(64 * tiny.pixel_bytes), name)
        try:
            getattr(image, f"{_SAVERS[name]}_buffer")(**_options(tiny, name))
        except pyvips.Error:
            del blobs[field]
            words = _IN_WORDS.get(field, field)
            notes.append(f"Its {words} does not fit into {name} or is damaged, and was left out")
    return replace(stored, metadata=replace(stored.metadata, blobs=blobs)), tuple(notes)


def _refuse_special(path: Path) -> None:
    """Raise OutputError where something stands that is not ours to replace."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        return
    if not stat.S_ISREG(mode):
        raise _cannot_write(path, "it is a device or a pipe", "Give the name of a file.")
    if not mode & _ANY_WRITE:
        raise _cannot_write(path, "it is write-protected", "Give another name with --output.")


def _format(path: Path) -> str:
    name = FORMAT_NAMES.get(path.suffix.lower())
    if name is None:
        why = f"files ending in '{path.suffix}' are not written"
        raise _cannot_write(path, why, f"Choose one of {', '.join(WRITABLE)}.")
    return name


def _image(stored: StoredPicture, rows: mmap.mmap | bytes, name: str) -> Any:
    """The raw file as a lazy image with its metadata, in a depth that the format holds."""
    deep = stored.dtype == "uint16"
    grey = stored.bands <= 2
    form = "ushort" if deep else "uchar"
    image = pyvips.Image.new_from_memory(rows, stored.width, stored.height, stored.bands, form)
    space = ("grey16" if grey else "rgb16") if deep else ("b-w" if grey else "srgb")
    image = image.copy(interpretation=space)
    if deep and name in ("JPEG", "WebP"):
        image = dithered(image)
    elif deep and name == "AVIF":  # libvips cuts the lower bits off: round first
        top = (1 << _AVIF_BITS) - 1
        image = (image * (top / 65535)).rint() * (1 << (16 - _AVIF_BITS))
        image = image.cast("ushort").copy(interpretation="rgb16")
    metadata = stored.metadata
    xres, yres = metadata.density or (_DEFAULT_DENSITY, _DEFAULT_DENSITY)
    image = image.copy(xres=xres, yres=yres)
    for field, content in metadata.blobs.items():
        if name != "TIFF" or field not in (EXIF, IPTC):  # libvips spoils these in TIFF
            set_blob(image, field, content)
    return image


def _save(image: Any, stored: StoredPicture, name: str, temporary: Path) -> None:
    getattr(image, _SAVERS[name])(vips_name(temporary), **_options(stored, name))


def _options(stored: StoredPicture, name: str) -> dict[str, Any]:
    options = dict(_OPTIONS[name])
    size = stored.width * stored.height * stored.pixel_bytes
    if name == "TIFF":
        options["bigtiff"] = size > _CLASSIC_TIFF_LIMIT
    if name == "AVIF":
        options["bitdepth"] = _AVIF_BITS if stored.dtype == "uint16" else 8
    return options


def _add_metadata_to_tiff(stored: StoredPicture, path: Path) -> None:
    """EXIF and IPTC, which libvips does not write into TIFF. Damaged ones are left out."""
    blobs = {name: stored.metadata.blobs[name] for name in (EXIF,) if name in stored.metadata.blobs}
    if records := bare(stored.metadata.blobs.get(IPTC, b"")):
        blobs[IPTC] = records
    if not blobs:
        return
    try:
        exif.add_to_tiff(path, blobs)
    except exif.MetadataError:
        # Reading has checked the blobs; what fails here was changed in between, and a picture
        # without its camera's name is better than none.
        return


def _full_disk(target: Path) -> str:
    """libvips does not say why it could not write; the unfinished file still takes its room."""
    free = shutil.disk_usage(target.parent).free
    return "the disk is full" if free < _ALMOST_FULL else ""


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _cannot_write(path: Path, why: str, todo: str) -> OutputError:
    return OutputError(f"{path.name} cannot be written", why, todo)
