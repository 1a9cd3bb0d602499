"""Writes enlarged pictures to files, streamed from the raw file to save memory."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyvips

from fdiwn.api.errors import NoRoom, OutputError
from fdiwn.api.files import work_folder
from fdiwn.api.final_name import give_name
from fdiwn.api.formats import HOLDS_16_BITS, HOLDS_ALPHA, MAX_SIDE
from fdiwn.api.options import AS_IT_IS, SaveOptions
from fdiwn.api.sidecars import write_sidecars
from fdiwn.api.writable import cannot_write, check_place, format_of
from fdiwn.codec.encode import encode, image_for, refuses_profile, with_metadata
from fdiwn.codec.insert_metadata import with_beside
from fdiwn.codec.metadata.result import WrittenMetadata, metadata_for
from fdiwn.codec.vips import forget_files, reason
from fdiwn.pixels.picture import StoredPicture
from fdiwn.pixels.raw_file import mapped_rows

_ALMOST_FULL = 1 << 20  # bytes
_NO_ROOM = "Check that the disk has room and that the folder may be written to."


def check_target(
    path: Path, width: int, height: int, bands: int, save: SaveOptions = AS_IT_IS
) -> None:
    """Check before any computing whether a picture could be written to ``path``.

    width, height: of the result in pixels. Raises OutputError for an unknown ending, a picture or
    option that the format does not support, a missing or read-only folder, and targets that may not
    be replaced: folders, devices, write-protected files.
    """
    name = format_of(path)
    if max(width, height) > MAX_SIDE[name]:
        larger = [f for f in ("PNG", "TIFF") if max(width, height) <= MAX_SIDE[f]]
        raise cannot_write(
            path,
            f"{name} ends at {MAX_SIDE[name]:,} pixels a side, and this is {width:,} x {height:,}",
            f"Choose {' or '.join(larger)}, or a smaller scale.",
        )
    _refuse_wish(path, name, bands, save)
    check_place(path)


def _refuse_wish(path: Path, name: str, bands: int, save: SaveOptions) -> None:
    """Raise OutputError for what the format does not support."""
    if save.format is not None and save.format != name.lower():
        raise cannot_write(
            path,
            f"its ending says {name} and --format says {save.format}",
            "Leave one of them out.",
        )
    if save.depth == "16" and name not in HOLDS_16_BITS:
        why = f"{name} cannot hold 16 bits"
        raise cannot_write(path, why, "Choose PNG or TIFF, or leave --depth out.")
    if save.lossless and name == "JPEG":
        todo = "Choose PNG, TIFF, WebP or AVIF, or leave --lossless out."
        raise cannot_write(path, "JPEG is never lossless", todo)
    if bands in (1, 3):
        return
    if save.background is None and name not in HOLDS_ALPHA:
        raise cannot_write(
            path,
            f"{name} cannot hold transparency",
            "Choose PNG, TIFF, WebP or AVIF, or a colour to lay under it with --background.",
        )
    if bands == 2 and save.background is not None and len(set(save.background)) > 1:
        why = "the picture is grey, and the background is not"
        raise cannot_write(path, why, "Choose a grey --background.")


def write_picture(
    stored: StoredPicture, target: Path, save: SaveOptions = AS_IT_IS, replaces: bool = True
) -> tuple[str, ...]:
    """Encode a stored picture atomically, in the format of ``target``'s ending.

    16 bits stay in PNG and TIFF, become 10 in AVIF and 8, dithered, in JPEG and WebP. Profile,
    EXIF, XMP, IPTC and density are kept, as ``save`` says, and XMP files beside the picture are
    written beside the result. Returns notes on metadata left out. replaces: an existing file may be
    replaced, a link itself and not its target, and its permissions stay. Raises OutputError; then
    nothing is left behind and an older file of this name is untouched.
    """
    check_target(target, stored.width, stored.height, stored.bands, save)
    name = format_of(target)
    written = _accepted(metadata_for(stored, name, save), stored, name)
    forget_files()
    try:
        with work_folder(target.parent) as folder:
            # Short: the target's name may be as long as the file system allows.
            temporary = folder / f"result{target.suffix.lower()}"
            with mapped_rows(stored.path) as rows:
                image = with_metadata(image_for(stored, rows, name, save), written, name)
                encode(image, stored, name, save, temporary)
                del image
            size = (stored.width, stored.height)
            temporary, notes = with_beside(temporary, name, written, size, lossless=save.lossless)
            _flush(temporary)
            give_name(temporary, target, replaces)
            notes += write_sidecars(folder, target, written.sidecars)
    except pyvips.Error as exc:
        if _disk_is_full(target):
            raise NoRoom(f"{target.name} cannot be written", "the disk is full", _NO_ROOM) from exc
        raise cannot_write(target, reason(exc), _NO_ROOM) from exc
    except FileExistsError as exc:
        raise exists_by_now(target) from exc
    except OSError as exc:
        raise cannot_write(target, exc.strerror or str(exc), _NO_ROOM) from exc
    return (*written.notes, *notes)


def exists_by_now(target: Path) -> OutputError:
    """The error for a name that was taken while the file was made."""
    why = "a file of this name has appeared meanwhile, and is kept"
    return cannot_write(target, why, "Choose another name, or use --overwrite.")


def _accepted(written: WrittenMetadata, stored: StoredPicture, name: str) -> WrittenMetadata:
    """The metadata without a profile that the format rejects, with a note.

    A damaged one would fail the whole picture, so it is tested on a tiny one first.
    """
    if written.profile and refuses_profile(stored, written.profile, name):
        note = f"Its colour profile does not fit into {name} or is damaged, and was left out"
        return written.without_profile(note)
    return written


def _disk_is_full(target: Path) -> bool:
    """libvips does not say why writing failed; the unfinished file still takes up space."""
    return shutil.disk_usage(target.parent).free < _ALMOST_FULL


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
