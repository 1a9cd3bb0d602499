"""Shows, adds, tests and removes the pack; each call returns its state afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fdiwn.api.errors import GpuPackError
from fdiwn.api.gpu_pack import PackReport, State
from fdiwn.api.progress import ShouldStop
from fdiwn.gpu_pack import driver, store
from fdiwn.gpu_pack.activate import is_active, why_not
from fdiwn.gpu_pack.install import OnBytes, free_space, install, space_needed
from fdiwn.gpu_pack.lock import Pack, choose_pack, read_lock
from fdiwn.gpu_pack.probe import probe

_BUILT_IN = "the PyTorch of this installation is made for NVIDIA GPUs already"


def look() -> PackReport:
    """How it stands now. Nothing is changed, and the network is not used. Raises GpuPackError."""
    home, cuda = store.home(), driver.driver_cuda()
    outdated = tuple(pack.id for pack in store.installed() if not pack.fits)
    report = PackReport(
        State.NO_DRIVER,
        str(home),
        driver=driver.in_words(cuda) if cuda else "",
        free=free_space(home),
        outdated=outdated,
        leftover=store.has_leftovers(),
    )
    if (pack := store.usable()) is not None:
        return _of_installed(report, pack)
    if cuda is None:
        return replace(report, reason="no NVIDIA driver is found")
    if store.bundled_cuda():
        return replace(report, state=State.BUILT_IN, reason=_BUILT_IN)
    offer = choose_pack(read_lock(), store.bundled_torch(), cuda)
    if offer is None:
        return replace(report, state=State.NONE, reason=_why_none(cuda))
    return replace(
        report,
        state=State.OFFERED,
        id=offer.id,
        cuda=driver.in_words(offer.cuda),
        download=offer.download,
        needed=space_needed(offer, home),
    )


def add(
    files: Sequence[Path] = (),
    on_progress: OnBytes | None = None,
    should_stop: ShouldStop | None = None,
) -> PackReport:
    """Install the pack that fits, and test it. What it raises is of `install` and `probe`."""
    pack = _offered()
    install(pack, files, on_progress, should_stop)
    return retest(should_stop)


def retest(should_stop: ShouldStop | None = None) -> PackReport:
    """Test the installed pack anew. Raises GpuPackError, Cancelled."""
    pack = store.usable()
    if pack is None:
        raise GpuPackError("There is no GPU pack to test", "", "Install it first")
    if driver.driver_cuda() is None:
        raise GpuPackError("The GPU pack cannot be tested", "no NVIDIA driver is found")
    probe(pack, should_stop)
    return look()


def remove() -> PackReport:
    """Delete everything that belongs to packs. Raises GpuPackError."""
    gone = store.remove_all()
    return replace(look(), later=not gone)


def _offered() -> Pack:
    cuda = driver.driver_cuda()
    if cuda is None:
        raise GpuPackError(
            "The GPU pack is for computers with an NVIDIA GPU",
            "no NVIDIA driver is found",
            "Install NVIDIA's driver first, if there is such a GPU",
        )
    if store.bundled_cuda():
        raise GpuPackError("There is no need for the GPU pack", _BUILT_IN)
    pack = choose_pack(read_lock(), store.bundled_torch(), cuda)
    if pack is None:
        raise GpuPackError("There is no GPU pack for this computer", _why_none(cuda))
    return pack


def _of_installed(report: PackReport, pack: store.Installed) -> PackReport:
    reason, test = why_not(pack), store.last_test(pack)
    return replace(
        report,
        state=State.UNUSED if reason else State.GOOD,
        reason=reason,
        id=pack.id,
        cuda=pack.cuda,
        gpu=test.gpu if test else "",
        size=pack.bytes,
        active=is_active(pack),
    )


def _why_none(cuda: tuple[int, int]) -> str:
    torch = store.bundled_torch() or "none"
    return (
        "none is known for this system, this version of the program (PyTorch "
        f"{torch}) and a driver for CUDA {driver.in_words(cuda)}"
    )
