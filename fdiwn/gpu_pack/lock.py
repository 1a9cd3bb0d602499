"""The lock file of the GPU packs, which ships with the program. Imports nothing heavy.

``installers/gpu/make_lock.py`` writes it. Each wheel is named with its address, size and SHA-256,
so what is unpacked is what was looked at when the lock was made, or nothing.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fdiwn.api.catalog import Origin
from fdiwn.api.errors import GpuPackError
from fdiwn.api.resources import resource

FORMAT = 1
LOCK = "gpu_pack.lock.json"
_MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Wheel:
    file: str
    origin: Origin


@dataclass(frozen=True)
class Pack:
    """One pack. torch: its version without the part after "+". cuda: the CUDA line, as (12, 6); the
    driver must know that one or a newer one. system: as `sys.platform`. machine: "x86_64".
    python: "cp311". unpacked: bytes that it takes on the disk, at most.
    """

    id: str
    torch: str
    cuda: tuple[int, int]
    system: str
    machine: str
    python: str
    unpacked: int
    wheels: tuple[Wheel, ...]

    @property
    def download(self) -> int:
        """Bytes to fetch."""
        return sum(wheel.origin.bytes for wheel in self.wheels)


def this_system() -> tuple[str, str, str]:
    """System, machine and Python of this process, as `Pack` names them."""
    machine = platform.machine().lower()
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    return sys.platform, _MACHINES.get(machine, machine), python


def read_lock(path: Path | None = None) -> tuple[Pack, ...]:
    """The packs of the lock file; none where the program ships without one.

    Raises GpuPackError for a file that is not such a lock.
    """
    path = path or resource(LOCK)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except OSError as exc:
        raise _unreadable(path, exc.strerror or str(exc)) from exc
    try:
        record = json.loads(text)
        if record["format"] != FORMAT:
            raise ValueError(f"it has the format {record['format']}, not {FORMAT}")
        packs = tuple(_pack(entry) for entry in record["packs"])
    except (ValueError, KeyError, TypeError) as exc:
        raise _unreadable(path, f"{type(exc).__name__}: {exc}") from exc
    if len({pack.id for pack in packs}) != len(packs):
        raise _unreadable(path, "two packs have the same id")
    return packs


def choose_pack(packs: tuple[Pack, ...], torch: str, cuda: tuple[int, int]) -> Pack | None:
    """The newest pack for this system, that version of PyTorch and a driver that knows ``cuda``."""
    fitting = [
        pack
        for pack in packs
        if (pack.system, pack.machine, pack.python) == this_system()
        and pack.torch == torch
        and pack.cuda <= cuda
    ]
    return max(fitting, key=lambda pack: pack.cuda, default=None)


def _pack(entry: dict[str, Any]) -> Pack:
    major, minor = entry["cuda"].split(".")
    pack = Pack(
        _name(entry["id"]),
        str(entry["torch"]),
        (int(major), int(minor)),
        str(entry["system"]),
        str(entry["machine"]),
        str(entry["python"]),
        _bytes(entry["unpacked"]),
        tuple(_wheel(wheel) for wheel in entry["wheels"]),
    )
    if not pack.wheels or len({wheel.file for wheel in pack.wheels}) != len(pack.wheels):
        raise ValueError(f"the wheels of {pack.id} are none, or two have the same name")
    return pack


def _wheel(entry: dict[str, Any]) -> Wheel:
    file = _name(entry["file"])
    if not file.endswith(".whl"):
        raise ValueError(f"{file} is not a wheel")
    if not _HASH.fullmatch(entry["sha256"]):
        raise ValueError(f"{file} has no SHA-256")
    return Wheel(file, Origin(str(entry["url"]), _bytes(entry["bytes"]), entry["sha256"]))


def _name(value: str) -> str:
    """One that is safe as the name of a file or folder."""
    if not _NAME.fullmatch(value):
        raise ValueError(f"{value!r} is not a plain name")
    return value


def _bytes(value: object) -> int:
    if not isinstance(value, int) or value <= 0:
        raise ValueError(f"{value!r} is not a number of bytes")
    return value


def _unreadable(path: Path, why: str) -> GpuPackError:
    return GpuPackError(f"The list of GPU packs {path} cannot be read", why, "Install again.")
