"""Layouts of benchmark folders, in their usual forms.

==================================  ===========================================================
high resolution                     low resolution at scale s
==================================  ===========================================================
``HR/name.png``                     ``LR_bicubic/X4/namex4.png``, or made
``GTmod12/name.png``                ``LRbicx4/name.png``
``original/name.png``               ``LRbicx4/name.png`` where there is no ``GTmod12``, or made
``image_SRF_4/name_SRF_4_HR.png``   ``image_SRF_4/name_SRF_4_LR.png``
``DIV2K_valid_HR/name.png``         ``DIV2K_valid_LR_bicubic/X4/namex4.png``, or made
``name.png``                        made
==================================  ===========================================================

"Made" ones are computed as by MATLAB, see `fdiwn.lab.evaluation.imresize`. Nothing is decoded here.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fdiwn.api.errors import InputError
from fdiwn.codec.target import upright_size
from fdiwn.lab.evaluation.records import shown

DATASETS_VARIABLE = "FDIWN_DATASETS_DIR"
_ENDINGS = (".png", ".bmp", ".tif", ".tiff", ".webp", ".jpg", ".jpeg")
_UNDERSTOOD = (
    "Give a folder of pictures, or one with HR, GTmod12, original, image_SRF_N or *_HR in it, "
    "as fdiwn/lab/evaluation/layouts.py lists them"
)


@dataclass(frozen=True)
class Entry:
    """One picture: the files of its high and, if given, of its low resolution."""

    name: str
    hr: Path
    lr: Path | None = None


@dataclass(frozen=True)
class Benchmark:
    """A set of pictures at one scale, sorted by name."""

    name: str
    scale: int
    entries: tuple[Entry, ...]


def find_dataset(name: str, folder: Path | None = None) -> Path:
    """Finds the folder of a benchmark.

    name: the path of a folder, or a folder's name, in any case, in ``folder`` or in
    FDIWN_DATASETS_DIR. Raises InputError.
    """
    path = Path(name).expanduser()
    if path.is_dir():
        return path
    stated = os.environ.get(DATASETS_VARIABLE)
    places = [folder] if folder else [Path(stated).expanduser()] if stated else []
    here: list[str] = []
    for place in places:
        try:
            folders = sorted(each for each in place.iterdir() if each.is_dir())
        except OSError as exc:
            raise InputError(
                f"The folder of benchmarks {place} cannot be read", exc.strerror or str(exc)
            ) from exc
        for same in (str, str.casefold):
            found = [each for each in folders if same(each.name) == same(name)]
            if found:
                return found[0]
        here = [each.name for each in folders]
    why = f"{places[0]} holds {', '.join(here) or 'no folders'}" if places else "no such folder"
    todo = f"Give a folder, or say with --datasets or {DATASETS_VARIABLE} where the benchmarks lie"
    raise InputError(f"There is no benchmark {name}", why, todo)


def benchmark(folder: Path, scale: int) -> Benchmark:
    """The contents of a folder, in any layout. Raises InputError if there is none of them, a file
    is missing or two sizes do not match."""
    for layout in (_hr_and_lr, _basicsr, _srf, _div2k, _plain):
        entries = layout(folder, scale)
        if entries:
            counts = Counter(entry.name for entry in entries)
            entries = [e if counts[e.name] == 1 else replace(e, name=e.hr.name) for e in entries]
            entries = [replace(entry, name=shown(entry.name)) for entry in entries]
            for entry in entries:
                _check_sizes(entry, scale)
            whole = folder.resolve()
            named = whole.parent if whole.name == f"image_SRF_{scale}" else whole
            return Benchmark(shown(named.name), scale, tuple(entries))
    raise InputError(f"There is no benchmark in {folder}", "no layout is known in it", _UNDERSTOOD)


def _pictures(folder: Path) -> list[Path]:
    """The picture files of a folder by name; empty if there is no such folder."""
    try:
        names = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as exc:
        raise InputError(f"{folder} cannot be read", exc.strerror or str(exc)) from exc
    return [
        each
        for each in names
        if each.suffix.lower() in _ENDINGS and not each.name.startswith(".") and each.is_file()
    ]


def _paired(hr: Path, lr: Path, low_name: Callable[[str], str]) -> list[Entry]:
    """All of ``hr``, with the files of matching names in ``lr`` if there is such a folder.

    Raises InputError if only some have one.
    """
    low = {each.stem: each for each in _pictures(lr)}
    entries = []
    for file in _pictures(hr):
        partner = low.get(low_name(file.stem))
        if lr.is_dir() and partner is None:
            raise InputError(
                f"{file} has no low resolution",
                f"there is no {low_name(file.stem)}.png in {lr}",
                "Complete that folder, or take it away: low resolution is made then",
            )
        entries.append(Entry(file.stem, file, partner))
    return entries


def _hr_and_lr(folder: Path, scale: int) -> list[Entry]:
    low = folder / "LR_bicubic" / f"X{scale}"
    return _paired(folder / "HR", low, lambda stem: f"{stem}x{scale}")


def _basicsr(folder: Path, scale: int) -> list[Entry]:
    low = folder / f"LRbicx{scale}"
    cropped = folder / "GTmod12"
    whole = cropped if low.is_dir() and cropped.is_dir() else folder / "original"
    return _paired(whole, low, str) or _paired(cropped, low, str)


def _srf(folder: Path, scale: int) -> list[Entry]:
    mark = f"_SRF_{scale}"
    inner = folder if folder.name == f"image{mark}" else folder / f"image{mark}"
    files = {each.stem: each for each in _pictures(inner)}
    entries = []
    for stem, file in files.items():
        name, _, kind = stem.rpartition("_")
        if kind != "HR":
            continue
        low = files.get(f"{name}_LR")
        if low is None:
            raise InputError(f"{file} has no low resolution", f"there is no {name}_LR beside it")
        entries.append(Entry(name.removesuffix(mark), file, low))
    return entries


def _div2k(folder: Path, scale: int) -> list[Entry]:
    ending = "_HR"
    if folder.name.endswith(ending):
        return _of_div2k(folder, scale)
    found = [each for each in sorted(folder.glob(f"*{ending}")) if each.is_dir()]
    if len(found) > 1:
        names = ", ".join(each.name for each in found)
        raise InputError(f"{folder} holds several benchmarks", names, "Give one of these folders")
    return _of_div2k(found[0], scale) if found else []


def _of_div2k(hr: Path, scale: int) -> list[Entry]:
    low = hr.with_name(f"{hr.name.removesuffix('_HR')}_LR_bicubic") / f"X{scale}"
    return _paired(hr, low, lambda stem: f"{stem}x{scale}")


def _plain(folder: Path, scale: int) -> list[Entry]:
    return [Entry(each.stem, each) for each in _pictures(folder)]


def _check_sizes(entry: Entry, scale: int) -> None:
    """Checks by headers: low resolution times the scale is high resolution, except for a
    remainder."""
    if entry.lr is None:
        return
    high, low = upright_size(entry.hr), upright_size(entry.lr)
    if high is None or low is None:
        return  # reading will report the error
    if any(not 0 <= h - scale * n < scale for h, n in zip(high, low, strict=True)):
        large, small = ("x".join(map(str, size)) for size in (high, low))
        raise InputError(
            f"{entry.lr} is not low resolution of {entry.hr}",
            f"{small} times {scale} is not {large}",
            f"Give files that were reduced by {scale}",
        )
