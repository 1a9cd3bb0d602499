"""Folders of packs: ``<data>/gpu``, one each, and beside it the result of the last test.

A pack is there when its folder has its final name, which it gets by one rename after everything in
it was written and synced. ``.partial``, ``.download`` and ``.removing`` folders are unfinished
work; whoever changes anything holds the lock. Imports nothing heavy.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from fdiwn.api.errors import GpuPackError
from fdiwn.api.files import write_whole
from fdiwn.api.names import DISTRIBUTION
from fdiwn.gpu_pack.lock import Pack, this_system

RECEIPT = "pack.json"
PARTIAL, DOWNLOAD, REMOVING = ".partial", ".download", ".removing"
_TEST, _UNWANTED = ".test.json", ".unwanted"
_LOCK = "in-use.lock"


@dataclass(frozen=True)
class Installed:
    """A complete pack on this computer; the fields as of `Pack`."""

    id: str
    torch: str
    cuda: str
    system: str
    machine: str
    python: str
    bytes: int

    @property
    def folder(self) -> Path:
        return home() / self.id

    @property
    def fits(self) -> bool:
        """Whether it is of this system, this Python and the program's own version of PyTorch."""
        here = (self.system, self.machine, self.python) == this_system()
        return here and self.torch == bundled_torch()


@dataclass(frozen=True)
class Outcome:
    """What a test of a pack found. driver: the CUDA that the driver knew then, as "12.8"."""

    passed: bool
    reason: str = ""
    gpu: str = ""
    driver: str = ""


def home() -> Path:
    """The folder of all packs; it may not exist yet."""
    return user_data_path(DISTRIBUTION, appauthor=False) / "gpu"


def bundled_torch() -> str:
    """Version of the program's own PyTorch without the part after "+", "" where there is none."""
    found = re.search(r"^__version__\s*=\s*['\"]([^'\"+]+)", _version_file(), re.MULTILINE)
    return found[1] if found else ""


def bundled_cuda() -> bool:
    """Whether the program's own PyTorch is made for CUDA."""
    return bool(re.search(r"^cuda\b[^=]*=\s*['\"]", _version_file(), re.MULTILINE))


@cache
def _version_file() -> str:
    """As importing it takes seconds. Asked first before a pack is on the path, and kept."""
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return ""
    try:
        return (Path(spec.origin).parent / "version.py").read_text(encoding="utf-8")
    except OSError:
        return ""


def installed() -> list[Installed]:
    """The complete packs, by id, also those that do not fit any more."""
    found = []
    for receipt in sorted(home().glob(f"*/{RECEIPT}")):
        name = receipt.parent.name
        if name.endswith((PARTIAL, DOWNLOAD, REMOVING)) or _beside(name, _UNWANTED).exists():
            continue
        try:
            pack = Installed(**json.loads(receipt.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            continue  # of a later version, or damaged: nothing that could be used
        if pack.id == name:
            found.append(pack)
    return found


def has_leftovers() -> bool:
    """Whether there is more than complete packs: downloads that are kept, or damaged packs."""
    complete = {pack.id for pack in installed()}
    try:
        return any(path.is_dir() and path.name not in complete for path in home().iterdir())
    except OSError:
        return False


def usable() -> Installed | None:
    """The pack that this program would use, tested or not."""
    fitting = [pack for pack in installed() if pack.fits]
    return max(fitting, key=lambda pack: _number(pack.cuda), default=None)


def write_receipt(pack: Pack, folder: Path, size: int) -> None:
    """The last file that a pack gets."""
    cuda = f"{pack.cuda[0]}.{pack.cuda[1]}"
    record = Installed(pack.id, pack.torch, cuda, pack.system, pack.machine, pack.python, size)
    write_synced(folder / RECEIPT, json.dumps(asdict(record), indent=1))


def write_synced(path: Path, text: str) -> None:
    """Under its name only when it is complete and on the disk."""
    write_whole(path, text.encode())


def last_test(pack: Installed) -> Outcome | None:
    """What the last test of this pack found; None where there was none."""
    try:
        return Outcome(**json.loads(_beside(pack.id, _TEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def keep_test(pack: Installed, outcome: Outcome) -> None:
    try:
        write_synced(_beside(pack.id, _TEST), json.dumps(asdict(outcome)))
    except OSError as exc:
        raise GpuPackError(
            "The result of the GPU pack's test cannot be kept", exc.strerror or str(exc)
        ) from exc


@contextmanager
def held() -> Iterator[Path]:
    """The folder of all packs, for this process alone. Raises GpuPackError."""
    folder = home()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=0).acquire()
    except Timeout as exc:
        raise GpuPackError(
            "The GPU pack is being changed by another program", "", "Wait for its end."
        ) from exc
    except OSError as exc:
        raise GpuPackError(
            f"The folder {folder} cannot be used", exc.strerror or str(exc), "Make it writable."
        ) from exc
    with lock:
        yield folder


def remove_all() -> bool:
    """Delete every pack, download and test. False where a pack is in use: the next start of the
    engine deletes it then. Raises GpuPackError."""
    if not home().is_dir():
        return True
    with held() as folder:
        gone = [_remove(path) for path in list(folder.iterdir()) if path.is_dir()]
        for path in folder.glob(f"*{_TEST}"):
            path.unlink(missing_ok=True)
    return all(gone)


def sweep() -> None:
    """Delete what could not be deleted while it was in use."""
    unwanted = list(home().glob(f"*{_UNWANTED}"))
    if not unwanted:
        return
    try:
        with held() as folder:
            for mark in unwanted:
                if _remove(folder / mark.name.removesuffix(_UNWANTED)):
                    mark.unlink(missing_ok=True)
    except GpuPackError:
        pass  # another process is at it


def _remove(path: Path) -> bool:
    """By one rename first, so that no half of a pack is ever found under its name."""
    if path.name.endswith((PARTIAL, DOWNLOAD, REMOVING)):
        shutil.rmtree(path, ignore_errors=True)
        return True
    going = path.with_name(path.name + REMOVING)
    shutil.rmtree(going, ignore_errors=True)
    try:
        path.rename(going)
    except FileNotFoundError:
        return True
    except OSError:  # on Windows, while a process has its libraries
        _beside(path.name, _UNWANTED).touch()
        return False
    shutil.rmtree(going, ignore_errors=True)
    return True


def _beside(name: str, ending: str) -> Path:
    return home() / f"{name}{ending}"


def _number(cuda: str) -> tuple[int, ...]:
    return tuple(int(part) for part in cuda.split(".") if part.isdecimal())
