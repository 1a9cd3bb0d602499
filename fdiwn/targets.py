"""Where a result goes: its name, what may be replaced, and the folder where it is made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from fdiwn.errors import OutputError
from fdiwn.formats import WRITABLE
from fdiwn.held_folder import work_folder
from fdiwn.sizing import TargetSize


def default_target(source: Path, size: int | TargetSize, directory: Path | None = None) -> Path:
    """``<stem>_<size><suffix>`` beside the source or in ``directory``; PNG where it must.

    size: a factor, as 4 for ``_4x``, or what is wanted, as ``_2.5x`` or ``_6000x4000``.
    """
    suffix = source.suffix if source.suffix.lower() in WRITABLE else ".png"
    label = f"{size}x" if isinstance(size, int) else size.label
    return (directory or source.parent) / f"{source.stem}_{label}{suffix}"


@contextmanager
def scratch_folder(target: Path) -> Iterator[Path]:
    """A hidden folder beside the target, gone afterwards."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(work_folder(target.parent))
        except OSError as exc:
            raise OutputError(
                f"{target} cannot be written", exc.strerror or str(exc), "Choose another folder."
            ) from exc
        yield folder


def refuse_existing(source: Path, target: Path, overwrite: bool) -> None:
    """Raises OutputError where something of the target's name exists and may not be replaced.

    That the target is the picture itself, by the same name, a link or a hard link, is said. With
    ``overwrite`` it may be: what has this name is replaced after the result is complete, and what
    has another name, at the other end of a link, is not touched.
    """
    if overwrite:
        return
    try:
        if not os.path.lexists(target):  # also true of a link that leads nowhere
            return
        same = source.exists() and target.exists() and source.samefile(target)
    except (OSError, ValueError):
        return  # not a name at all: reading or `check_target` says why
    what = f"{target} is the picture itself" if same else f"{target} exists already"
    raise OutputError(what, todo="Choose another name, or use --overwrite.")
