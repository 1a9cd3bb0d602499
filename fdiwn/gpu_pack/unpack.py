"""Unpacks wheels safely: nothing outside the folder, nothing replaced, limited in size."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from fdiwn.api.errors import Cancelled, GpuPackError
from fdiwn.api.progress import ShouldStop

_CHUNK = 1 << 20
_SCHEMES = ("purelib", "platlib")  # of a wheel's .data folder; the others are not for importing


def unpack(
    wheel: Path, into: Path, most: int, on_bytes: Callable[[int], None], should_stop: ShouldStop
) -> int:
    """Write what is in ``wheel`` into the folder ``into``, synced; returns the bytes written.

    most: bytes that may be written. on_bytes: called with the bytes of each piece. Raises
    GpuPackError for what no wheel may hold, Cancelled, OSError of the disk.
    """
    written = 0
    try:
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.infolist():
                target = _place(wheel, member, into)
                if target is None or member.is_dir():
                    continue
                for piece in _write(archive, member, target, wheel):
                    written += piece
                    if written > most:
                        raise _refused(wheel, "it is larger than the list says")
                    on_bytes(piece)
                    if should_stop():
                        raise Cancelled
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as exc:
        raise _refused(wheel, f"it is damaged ({exc})") from exc
    return written


def sync_folders(root: Path) -> None:
    """So that the names survive a power cut as well; Windows does that by itself."""
    for folder, _, _ in os.walk(root):
        sync_folder(Path(folder))


def sync_folder(folder: Path) -> None:
    """Of one folder, the names in it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _place(wheel: Path, member: zipfile.ZipInfo, into: Path) -> Path | None:
    """Where a member goes, None where it is not wanted. Raises GpuPackError if that is outside."""
    name = member.filename
    parts = PurePosixPath(name).parts
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _refused(wheel, f"{name!r} in it is a link")
    # A colon is a drive or a hidden stream on Windows, a backslash a way out of the folder there.
    if not parts or name.startswith("/") or ".." in parts or any(c in name for c in "\\:\0"):
        raise _refused(wheel, f"{name!r} in it would go elsewhere")
    if parts[0].endswith(".data"):
        if len(parts) < 3 or parts[1] not in _SCHEMES:
            return None
        parts = parts[2:]
    return into.joinpath(*parts)


def _write(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, wheel: Path
) -> Iterator[int]:
    """Yields the size of each piece. What is there already must be the same."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        if target.is_dir() or archive.read(member) != target.read_bytes():
            raise _refused(wheel, f"{member.filename!r} in it would replace another file")
        return
    with archive.open(member) as source, target.open("xb") as file:
        while piece := source.read(_CHUNK):
            file.write(piece)
            yield len(piece)
        file.flush()
        os.fsync(file.fileno())


def _refused(wheel: Path, why: str) -> GpuPackError:
    return GpuPackError(f"{wheel.name} cannot be unpacked", why, "Do not use this file.")
