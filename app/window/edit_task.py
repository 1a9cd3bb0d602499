"""What ``fdiwn-upscaler --edit`` is asked for by another program. No Qt."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.errors import InputError
from fdiwn.api.formats import FORMAT_NAMES
from fdiwn.api.writable import cannot_write, check_place, format_of


@dataclass(frozen=True)
class EditTask:
    """source: the picture to enlarge. target: the file for the result; it may be the same."""

    source: Path
    target: Path

    @property
    def in_place(self) -> bool:
        return self.source == self.target

    @property
    def format(self) -> str:
        """That of the target, as in `fdiwn.api.options.FORMATS`."""
        return format_of(self.target).lower()


def edit_task(picture: Path, output: Path | None) -> EditTask:
    """The task, with absolute paths; without `output` the picture itself is replaced.

    Raises InputError if there is no such file, and OutputError if the result could not be written.
    """
    source, target = (Path(os.path.abspath(path)) for path in (picture, output or picture))  # noqa: PTH100 - resolve() would follow links
    _refuse_missing(source)
    if output is None and target.suffix.lower() not in FORMAT_NAMES:
        why = f"files ending in '{target.suffix}' are only read"
        raise cannot_write(target, why, "Give another name with --output.")
    format_of(target)
    check_place(target)
    return EditTask(source, target)


def _refuse_missing(source: Path) -> None:
    try:
        why = "it is not a file" if source.exists() else "there is no such file"
        if source.is_file():
            return
    except OSError as error:  # as for a name that is too long
        why = error.strerror or str(error)
    raise InputError(f"{source.name} cannot be opened", why, "Give the name of a picture.")
