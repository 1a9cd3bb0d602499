"""Chooses the targets of one call for all of its pictures, before any is made."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api import naming
from fdiwn.api.catalog import find_model
from fdiwn.api.errors import FdiwnError, OutputError
from fdiwn.api.formats import FORMAT_NAMES
from fdiwn.api.options import AS_IT_IS, SaveOptions, UpscaleOptions
from fdiwn.api.sizing import plan
from fdiwn.api.taken_names import TakenNames, folds_by_folder

_ENDS_OF_FOLDERS = tuple(filter(None, (os.sep, os.altsep)))


@dataclass(frozen=True)
class Target:
    """The ordered target: one file, or a folder for names made from the pictures' own; and how
    results are written. output: as typed. template: of the names, see `fdiwn.api.naming`."""

    output: str | None
    save: SaveOptions = AS_IT_IS
    template: str = naming.DEFAULT

    def is_folder(self, several: bool) -> bool:
        """Whether ``output`` is a folder, existing or to be created."""
        assert self.output is not None
        path = Path(self.output)
        typed_so = self.output.endswith(_ENDS_OF_FOLDERS) or not path.suffix
        return several or typed_so or path.is_dir()


@dataclass(frozen=True)
class Planned:
    """A picture and the target of its result, or an error. note: why the name is not that of the
    template."""

    source: Path
    target: Path
    note: str = ""
    error: FdiwnError | None = None


def plan_targets(
    inputs: Sequence[Path], target: Target, options: UpscaleOptions
) -> tuple[Planned, ...]:
    """Chooses a result for each picture, once even if it is named twice. Creates the folder if
    missing. No result gets the name of a picture of this call. Raises OutputError if several
    pictures would go into one file, or the folder cannot be created."""
    fold = folds_by_folder()
    once = {fold(Path(os.path.realpath(each.parent)) / each.name): each for each in inputs}
    pictures = tuple(once.values())
    names = TakenNames(pictures, fold)
    if target.output is not None and not target.is_folder(len(pictures) > 1):
        return (_single(pictures[0], Path(target.output), names),)
    folder = _folder(target)
    return tuple(_one(each, folder, target, options, names) for each in pictures)


def _single(source: Path, target: Path, names: TakenNames) -> Planned:
    if not names.is_picture(target):
        return Planned(source, target)
    error = OutputError(
        f"{target} is the picture itself", "a picture is never replaced", "Choose another name."
    )
    return Planned(source, target, error=error)


def _folder(target: Target) -> Path | None:
    if target.output is None:
        return None
    folder = Path(target.output)
    if (
        folder.suffix.lower() in FORMAT_NAMES
        and not target.output.endswith(_ENDS_OF_FOLDERS)
        and not folder.is_dir()
    ):
        why = "there are several pictures, and it is the name of a file"
        raise OutputError(f"{folder} is not used as a folder", why, "Give a folder with --output.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        what, todo = f"{folder} cannot be used as a folder", "Give another --output."
        raise OutputError(what, exc.strerror or str(exc), todo) from exc
    return folder


def _one(
    source: Path, folder: Path | None, target: Target, options: UpscaleOptions, names: TakenNames
) -> Planned:
    from fdiwn.enlarge.targets import default_target

    key = str(source)
    try:
        model = _models(source, options) if "model" in naming.tokens(target.template) else ""
        size = options.size or options.scale
        wished = default_target(
            source, size, folder, target.save, target.template, model, options.crop
        )
    except FdiwnError as error:
        return Planned(source, source, error=error)
    why = names.reason_against(wished, key)
    path = names.free(wished, key) if why else wished
    names.take(path, key)
    return Planned(source, path, f"Named {path.name}: {why}" if why else "")


def _models(source: Path, options: UpscaleOptions) -> str:
    """The names of the models that will enlarge a picture, as its result will state them."""
    from fdiwn.codec.target import upright_size

    if options.model is not None:
        return Path(options.model).stem if "." in options.model else options.model
    steps: tuple[int, ...] = (options.scale,)
    if options.size is not None:
        size = options.crop.size if options.crop else upright_size(source)
        steps = plan(*size, options.size).steps if size else ()
    return " + ".join(dict.fromkeys(find_model(None, step).stem for step in steps))
