"""Puts a tested pack first on the path of imports. Runs before PyTorch is imported."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from pathlib import Path

from fdiwn.gpu_pack import driver, store

log = logging.getLogger(__name__)

_dll_folders: list[object] = []
"""Windows forgets a folder of libraries when what it was added by is gone."""


def activate() -> str:
    """Use the installed pack in this process, if it passed its test with this driver.

    Returns why an installed pack is not used; empty where one is, or none is installed. For the
    engine's process only: the window's never loads PyTorch.
    """
    if not store.home().is_dir():
        return ""
    store.sweep()
    pack = store.usable()
    if pack is None:
        if old := store.installed():
            return (
                f"it was made for another version of this program (PyTorch {old[0].torch}, here "
                f"{store.bundled_torch()}); remove it, and install the new one"
            )
        return ""
    reason = why_not(pack)
    if not reason and "torch" in sys.modules:
        reason = "PyTorch was loaded before it"
    if not reason:
        put_first(pack.folder)
    return reason


def why_not(pack: store.Installed) -> str:
    """Why a pack that fits is not used; empty where it is."""
    cuda = driver.driver_cuda()
    if cuda is None:
        return "no NVIDIA driver is found"
    test = store.last_test(pack)
    if test is None:
        return "it has not been tested yet"
    if not test.passed:
        return f"it failed its test: {test.reason}"
    if test.driver != driver.in_words(cuda):
        return "the NVIDIA driver has changed since it was tested; test it again"
    return ""


def is_active(pack: store.Installed) -> bool:
    """Whether this process computes with it."""
    return str(pack.folder) in sys.path


def put_first(folder: Path) -> None:
    """Let this process import from the pack in ``folder``, with its libraries."""
    sys.path.insert(0, str(folder))
    if sys.platform == "win32":
        for libraries in (folder / "torch" / "lib", *sorted(folder.glob("nvidia/*/bin"))):
            if libraries.is_dir():
                _dll_folders.append(os.add_dll_directory(str(libraries)))
    else:
        _preload(sorted(folder.glob("nvidia/*/lib/*.so*")))


def _preload(libraries: list[Path]) -> None:
    """By their full paths, so that none of the system's is taken in their place.

    They need each other in an order that no list says: what fails is tried again after the others.
    """
    waiting = libraries
    while waiting:
        failed = [library for library in waiting if not _loads(library)]
        if len(failed) == len(waiting):
            log.debug("not loaded in advance: %s", ", ".join(path.name for path in failed))
            return  # of those that PyTorch needs it says so itself
        waiting = failed


def _loads(library: Path) -> bool:
    try:
        ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True
