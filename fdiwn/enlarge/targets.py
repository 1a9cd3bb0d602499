"""Result targets: default names, checks before replacing, and the scratch folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from fdiwn.api import naming
from fdiwn.api.cropping import Crop
from fdiwn.api.errors import OutputError
from fdiwn.api.files import work_folder
from fdiwn.api.options import AS_IT_IS, SaveOptions
from fdiwn.api.sizing import Factor, TargetSize, result_size
from fdiwn.api.taken_names import TakenNames, folds_by_folder
from fdiwn.codec import read_picture
from fdiwn.codec.target import DefaultFormat, Look, default_format, look


def default_target(
    source: Path,
    size: int | TargetSize,
    directory: Path | None = None,
    save: SaveOptions = AS_IT_IS,
    template: str = naming.DEFAULT,
    model: str = "",
    crop: Crop | None = None,
) -> Path:
    """The default target: named by the template, beside the source or in ``directory``, in the
    source's format if that can hold the result.

    size: a factor, such as 4 for ``_4x``, or an ordered size, such as ``_2.5x`` or ``_6000x4000``.
    template: see `fdiwn.api.naming`. model: its name. crop: the part that is enlarged. Raises
    NamingError, or InputError as `result_name`.
    """
    wanted = Factor(Fraction(size)) if isinstance(size, int) else size
    name, _ = result_name(source, look(source).cropped(crop), wanted, save, template, model)
    return (directory or source.parent) / name


def result_name(
    source: Path, seen: Look, wanted: TargetSize, save: SaveOptions, template: str, model: str
) -> tuple[str, str]:
    """The name of a picture's result, and why its format is not the picture's, if so.

    seen: from the picture's header, or of its crop; if that lacks the size, and the name needs it,
    the picture is read. Raises NamingError or InputError.
    """
    chosen = _format(source, seen, wanted, save)
    facts = naming.Facts(source.stem, wanted, model=model, date=date.today().isoformat())
    size = seen.size
    if size is None and naming.needs_size(template, wanted):
        picture = read_picture(source)  # for formats whose header is not parsed
        size = (picture.width, picture.height)
    if size:
        facts = replace(facts, result=result_size(*size, wanted), factor=wanted.factor(*size))
    return naming.expand(template, facts, chosen.suffix), chosen.note


def note_on_format(
    source: Path, target: Path, size: int | TargetSize, save: SaveOptions, crop: Crop | None = None
) -> tuple[str, ...]:
    """Why a target from `default_target` is not in the source's format."""
    wanted = Factor(Fraction(size)) if isinstance(size, int) else size
    chosen = _format(source, look(source).cropped(crop), wanted, save)
    by_default = target.name == naming.expand(
        naming.DEFAULT, naming.Facts(source.stem, wanted), chosen.suffix
    )
    return (chosen.note,) if chosen.note and by_default else ()


def _format(source: Path, seen: Look, wanted: TargetSize, save: SaveOptions) -> DefaultFormat:
    return default_format(source, seen, lambda w, h: result_size(w, h, wanted), save)


@contextmanager
def scratch_folder(target: Path) -> Iterator[Path]:
    """A hidden temporary folder beside the target."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(work_folder(target.parent))
        except OSError as exc:
            raise OutputError(
                f"{target} cannot be written", exc.strerror or str(exc), "Choose another folder."
            ) from exc
        yield folder


def refuse_existing(source: Path, target: Path, overwrite: bool) -> None:
    """Raises OutputError if the target exists and may not be replaced.

    Reports a target that is the picture itself, by the same name, a link or a hard link. With
    ``overwrite`` an existing file is replaced once the result is complete, unless it is the picture
    by its own name; another name of the same file, at the other end of a link, is not affected.
    """
    try:
        if not os.path.lexists(target):  # also true for a broken link
            return
        same = source.exists() and target.exists() and source.samefile(target)
        own_name = same and TakenNames([source], folds_by_folder()).is_picture(target)
    except (OSError, ValueError):
        return  # an invalid name, which reading or `check_target` reports
    what = f"{target} is the picture itself"
    if own_name:
        raise OutputError(what, "a picture is never replaced", "Choose another name.")
    if not overwrite:
        what = what if same else f"{target} exists already"
        raise OutputError(what, todo="Choose another name, or use --overwrite.")
