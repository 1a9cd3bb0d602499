"""Installs a pack: fetch, check, unpack beside its place, rename.

The downloads stay until the pack is complete, so that whatever ends an installation, a cut
connection, a full disk or the process's death, the next one goes on from there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from fdiwn.api.errors import GpuPackError
from fdiwn.api.progress import ShouldStop
from fdiwn.gpu_pack.lock import Pack
from fdiwn.gpu_pack.store import DOWNLOAD, PARTIAL, held, installed, sweep, write_receipt
from fdiwn.gpu_pack.unpack import sync_folder, sync_folders, unpack
from fdiwn.models.download import transfer
from fdiwn.models.model_file import model_sha256

OnBytes = Callable[[int, int], None]
"""Called with (done, total): bytes fetched and unpacked."""


def install(
    pack: Pack,
    files: Sequence[Path] = (),
    on_progress: OnBytes | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Put ``pack`` into the data folder and return its folder; one that is there stays.

    files: its wheels, or folders with them, instead of a download; the network is not used then.
    Raises GpuPackError, DownloadError, WeightsError for a file that cannot be read, Cancelled.
    """
    report = on_progress or (lambda done, total: None)
    stop = should_stop or (lambda: False)
    sweep()
    with held() as home:
        if any(found.id == pack.id for found in installed()):
            return home / pack.id
        if (home / pack.id).exists():
            raise GpuPackError(
                "The GPU pack could not be installed",
                "one that was removed or is damaged is still in its place",
                f"Remove it first, or start the program anew; it is {home / pack.id}",
            )
        try:
            return _install(pack, _brought(pack, files) if files else None, home, report, stop)
        except OSError as exc:
            raise GpuPackError(
                "The GPU pack could not be installed",
                exc.strerror or str(exc),
                f"Make room in {home}, then install again; what was downloaded is kept",
            ) from exc


def space_needed(pack: Pack, home: Path) -> int:
    """Bytes that an installation still needs at once: the downloads and what they unpack to."""
    folder = home / f"{pack.id}{DOWNLOAD}"
    have = sum(path.stat().st_size for path in folder.glob("*")) if folder.is_dir() else 0
    return max(0, pack.download - have) + pack.unpacked


def free_space(folder: Path) -> int:
    """Bytes free where ``folder`` is or will be."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _install(
    pack: Pack, brought: list[Path] | None, home: Path, report: OnBytes, stop: ShouldStop
) -> Path:
    needed = pack.unpacked if brought else space_needed(pack, home)
    free = free_space(home)
    if free < needed:
        raise GpuPackError(
            "The GPU pack does not fit on the disk",
            f"it needs {needed / 1e9:.1f} GB in {home}, and {free / 1e9:.1f} GB are free",
            "Make room, or remove it",
        )
    total = pack.download + pack.unpacked
    download, partial = home / f"{pack.id}{DOWNLOAD}", home / f"{pack.id}{PARTIAL}"
    wheels = brought or _fetch(pack, download, lambda done: report(done, total), stop)
    shutil.rmtree(partial, ignore_errors=True)  # of one that was killed
    try:
        partial.mkdir()
        size = 0
        for wheel in wheels:
            done = pack.download + size
            counter = _Counter(done, total, report)
            size += unpack(wheel, partial, pack.unpacked - size, counter, stop)
        write_receipt(pack, partial, size)
        sync_folders(partial)
        partial.rename(home / pack.id)
        sync_folder(home)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    shutil.rmtree(download, ignore_errors=True)
    report(total, total)
    return home / pack.id


def _fetch(
    pack: Pack, folder: Path, on_bytes: Callable[[int], None], stop: ShouldStop
) -> list[Path]:
    folder.mkdir(exist_ok=True)
    counter = _Fetched(on_bytes)
    for wheel in pack.wheels:
        transfer(wheel.file, wheel.origin, folder / wheel.file, counter, stop)
        counter.before += wheel.origin.bytes
    return [folder / wheel.file for wheel in pack.wheels]


def _brought(pack: Pack, files: Sequence[Path]) -> list[Path]:
    """The pack's wheels among ``files``, each checked."""
    given = {path.name: path for path in _within(files)}
    missing = [wheel.file for wheel in pack.wheels if wheel.file not in given]
    if missing:
        raise GpuPackError(
            "The GPU pack cannot be installed from these files",
            f"missing are: {', '.join(missing)}",
            "Give all of them, or the folder that they are in",
        )
    for wheel in pack.wheels:
        digest = model_sha256(given[wheel.file])
        if digest != wheel.origin.sha256:
            raise GpuPackError(
                f"{given[wheel.file]} is not the file of the GPU pack",
                f"its SHA-256 is {digest}, not {wheel.origin.sha256}",
                "Download it again",
            )
    return [given[wheel.file] for wheel in pack.wheels]


def _within(files: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in files:
        found += sorted(path.glob("*.whl")) if path.is_dir() else [path]
    return found


class _Fetched:
    """Of one wheel after the other, the bytes of all."""

    def __init__(self, report: Callable[[int], None]) -> None:
        self.before, self._report = 0, report

    def __call__(self, done: int, total: int) -> None:
        self._report(self.before + done)


class _Counter:
    """Adds up the pieces of one wheel."""

    def __init__(self, done: int, total: int, report: OnBytes) -> None:
        self._done, self._total, self._report = done, total, report

    def __call__(self, piece: int) -> None:
        self._done += piece
        self._report(min(self._done, self._total), self._total)
