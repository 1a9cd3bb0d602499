"""Enlarged pictures -> files, streamed from the raw file: memory does not grow with the picture."""

from __future__ import annotations

import mmap
import os
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyvips

from fdiwn import exif, exif_place
from fdiwn.codec_encode import encode, image_for, with_metadata
from fdiwn.codec_metadata import WrittenMetadata, metadata_for
from fdiwn.codec_vips import forget_files, reason
from fdiwn.errors import OutputError
from fdiwn.formats import FORMAT_NAMES, HOLDS_16_BITS, HOLDS_ALPHA, MAX_SIDE, WRITABLE
from fdiwn.iptc import bare
from fdiwn.options import AS_IT_IS, SaveOptions
from fdiwn.picture import StoredPicture

_LET_GO_ABOVE = 1 << 28  # bytes of a raw file
_LET_GO_EVERY = 0.1  # seconds
_ALMOST_FULL = 1 << 20  # bytes
_NO_ROOM = "Check that the disk has room and that the folder may be written to."


def check_target(
    path: Path, width: int, height: int, bands: int, save: SaveOptions = AS_IT_IS
) -> None:
    """Find out before any computing whether a picture could be written to ``path``.

    width, height: of the result in pixels. Raises OutputError for an unknown ending, a picture or
    a wish that the format cannot hold, and a folder that is missing or read-only.
    """
    name = _format(path)
    if max(width, height) > MAX_SIDE[name]:
        larger = [f for f in ("PNG", "TIFF") if max(width, height) <= MAX_SIDE[f]]
        raise _cannot_write(
            path,
            f"{name} ends at {MAX_SIDE[name]:,} pixels a side, and this is {width:,} x {height:,}",
            f"Choose {' or '.join(larger)}, or a smaller scale.",
        )
    _refuse_wish(path, name, bands, save)
    if path.is_dir():
        raise _cannot_write(path, "it is a folder", "Give the name of a file.")
    folder = path.parent
    if not folder.is_dir():
        raise _cannot_write(path, f"there is no folder {folder}", "Make the folder first.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _cannot_write(path, f"the folder {folder} is read-only", "Choose another folder.")


def _refuse_wish(path: Path, name: str, bands: int, save: SaveOptions) -> None:
    """Raise OutputError for what the format cannot do."""
    if save.format is not None and save.format != name.lower():
        raise _cannot_write(
            path,
            f"its ending says {name} and --format says {save.format}",
            "Leave one of them out.",
        )
    if save.depth == "16" and name not in HOLDS_16_BITS:
        why = f"{name} cannot hold 16 bits"
        raise _cannot_write(path, why, "Choose PNG or TIFF, or leave --depth out.")
    if save.lossless and name == "JPEG":
        todo = "Choose PNG, TIFF, WebP or AVIF, or leave --lossless out."
        raise _cannot_write(path, "JPEG is never lossless", todo)
    if bands in (1, 3):
        return
    if save.background is None and name not in HOLDS_ALPHA:
        raise _cannot_write(
            path,
            f"{name} cannot hold transparency",
            "Choose PNG, TIFF, WebP or AVIF, or a colour to lay under it with --background.",
        )
    if bands == 2 and save.background is not None and len(set(save.background)) > 1:
        why = "the picture is grey, and the background is not"
        raise _cannot_write(path, why, "Choose a grey --background.")


def write_picture(
    stored: StoredPicture, target: Path, save: SaveOptions = AS_IT_IS
) -> tuple[str, ...]:
    """Encode a stored picture as the ending of ``target`` says, complete or not at all.

    16 bits stay in PNG and TIFF, become 10 in AVIF and 8 in JPEG and WebP. Profile, EXIF, XMP,
    IPTC and density go along, as ``save`` says. Returns notes on metadata that had to be left out.
    Raises OutputError; then nothing is left behind and an older file of this name is untouched.
    """
    check_target(target, stored.width, stored.height, stored.bands, save)
    name = _format(target)
    temporary = target.with_name(f".{target.stem}.{secrets.token_hex(4)}.part{target.suffix}")
    written = metadata_for(stored, name, save)
    forget_files()
    try:
        with _rows(stored.path) as rows:
            image = with_metadata(image_for(stored, rows, name, save), written, name)
            encode(image, stored, name, save, temporary)
            del image
        notes = _add_metadata(temporary, name, written)
        _flush(temporary)
        temporary.replace(target)
    except pyvips.Error as exc:
        raise _cannot_write(target, _full_disk(target) or reason(exc), _NO_ROOM) from exc
    except OSError as exc:
        raise _cannot_write(target, exc.strerror or str(exc), _NO_ROOM) from exc
    finally:
        temporary.unlink(missing_ok=True)
    return (*written.notes, *notes)


def _format(path: Path) -> str:
    name = FORMAT_NAMES.get(path.suffix.lower())
    if name is None:
        why = f"files ending in '{path.suffix}' are not written"
        raise _cannot_write(path, why, f"Choose one of {', '.join(WRITABLE)}.")
    return name


@contextmanager
def _rows(path: Path) -> Iterator[mmap.mmap]:
    """The raw file mapped, with a thread that keeps little of a large one in memory."""
    with path.open("rb") as file:
        rows = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    done = threading.Event()
    thread = threading.Thread(target=_let_go, args=(rows, done), name="let go of rows")
    if len(rows) > _LET_GO_ABOVE and hasattr(mmap, "MADV_DONTNEED"):
        thread.start()
    try:
        yield rows
    finally:
        done.set()
        if thread.ident is not None:
            thread.join()
        with suppress(BufferError):  # after a failure the traceback still holds the image
            rows.close()


def _let_go(rows: mmap.mmap, done: threading.Event) -> None:
    """What was read would count as this process's memory until the end; it is on disk anyway."""
    while not done.wait(_LET_GO_EVERY):
        rows.madvise(mmap.MADV_DONTNEED)


def _add_metadata(path: Path, name: str, written: WrittenMetadata) -> tuple[str, ...]:
    """What libvips does not write, or not as it was. Returns a note where that failed."""
    try:
        if name == "TIFF":
            exif.add_to_tiff(path, written.exif, bare(written.iptc) or b"")
            return ()
        if exif_place.fill(path, written.exif):
            return ()
    except exif.MetadataError:
        # Reading has checked them; what fails here is, say, a TIFF that is full, and a picture
        # without its camera's name is better than none.
        pass
    return (f"Its EXIF data could not be put into the {name} file",)


def _full_disk(target: Path) -> str:
    """libvips does not say why it could not write; the unfinished file still takes its room."""
    free = shutil.disk_usage(target.parent).free
    return "the disk is full" if free < _ALMOST_FULL else ""


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _cannot_write(path: Path, why: str, todo: str) -> OutputError:
    return OutputError(f"{path.name} cannot be written", why, todo)
