"""XMP files beside pictures: ``a.xmp`` or ``a.jpg.xmp`` of ``a.jpg``. Imports nothing heavy."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.final_name import give_name
from fdiwn.api.formats import RAW_ENDINGS

_ENDINGS = (".xmp", ".XMP")
_MOST = 1 << 26  # bytes


@dataclass(frozen=True)
class Sidecar:
    """An XMP file beside a picture. after_ending: ``a.jpg.xmp`` of ``a.jpg``, not ``a.xmp``."""

    after_ending: bool
    packet: bytes


def read_sidecars(source: Path) -> tuple[tuple[Sidecar, ...], tuple[str, ...]]:
    """The sidecars of a picture, and notes. ``a.xmp`` beside a raw file of that name belongs to the
    raw file."""
    found, notes = [], list[str]()
    for after_ending in (False, True):
        if not after_ending and _has_raw_twin(source):
            continue
        for path in (name_beside(source, after_ending, ending) for ending in _ENDINGS):
            try:
                # one whose name would be too long is not there
                if os.path.isfile(path) and path.stat().st_size <= _MOST:  # noqa: PTH113
                    found.append(Sidecar(after_ending, path.read_bytes()))
                    break
            except (OSError, ValueError) as exc:
                notes.append(f"{path.name} beside it could not be read ({exc})")
    return tuple(found), tuple(notes)


def name_beside(picture: Path, after_ending: bool, ending: str = ".xmp") -> Path:
    """The path of a picture's sidecar."""
    stem = picture.name if after_ending else picture.stem
    return picture.with_name(stem + ending)


def sidecars_of(picture: Path) -> list[Path]:
    """The paths of a result's sidecars."""
    return [name_beside(picture, after_ending) for after_ending in (False, True)]


def write_sidecars(folder: Path, target: Path, sidecars: Iterable[Sidecar]) -> tuple[str, ...]:
    """Writes them in ``folder`` and moves them beside ``target``. Returns notes.

    Existing files are left unchanged.
    """
    notes = []
    for sidecar in sidecars:
        path = name_beside(target, sidecar.after_ending)
        try:
            made = folder / "sidecar.xmp"
            made.write_bytes(sidecar.packet)
            give_name(made, path, replaces=False)
        except FileExistsError:
            if not _holds(path, sidecar.packet):
                notes.append(f"{path.name} exists already and was left as it is")
        except OSError as exc:
            notes.append(f"{path.name} cannot be written ({exc.strerror or exc})")
    return tuple(notes)


def publish_sidecars(staged: Path, target: Path) -> None:
    """Moves the sidecars of a staged result beside its target, if their names are free."""
    for made, path in zip(sidecars_of(staged), sidecars_of(target), strict=True):
        with suppress(OSError):  # there is none, or the name is taken
            give_name(made, path, replaces=False)


def names_taken(staged: Path, target: Path) -> tuple[str, ...]:
    """Notes on sidecars whose names beside the target are taken."""
    pairs = zip(sidecars_of(staged), sidecars_of(target), strict=True)
    return tuple(
        f"{path.name} exists already and was left as it is"
        for made, path in pairs
        if os.path.lexists(made) and os.path.lexists(path) and not _holds(path, made.read_bytes())
    )


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _has_raw_twin(source: Path) -> bool:
    if source.suffix.lower() in RAW_ENDINGS:
        return False
    endings = (ending for raw in RAW_ENDINGS for ending in (raw, raw.upper()))
    return any(os.path.lexists(source.with_name(source.stem + ending)) for ending in endings)
