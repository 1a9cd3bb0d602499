"""What was chosen in the batch dialog, as one record for the settings. No Qt."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from pathlib import Path

from app.settings.order import Order
from fdiwn.api import naming
from fdiwn.api.errors import NamingError
from fdiwn.api.json_records import with_sense
from fdiwn.batch.records.plan import CONFLICTS, BatchOptions

log = logging.getLogger(__name__)

MEGA = 1_000_000


@dataclass(frozen=True)
class BatchChoice:
    """folders, output: paths, empty where there is none yet. include, exclude: patterns, as typed,
    with commas between them. least, most: of the pictures, in megapixels, 0 for no limit. preset:
    the name of the options, empty for those of the window. watch: go on when all is done.
    """

    folders: tuple[str, ...] = ()
    output: str = ""
    recursive: bool = True
    include: str = ""
    exclude: str = ""
    least: float = 0.0
    most: float = 0.0
    template: str = naming.DEFAULT
    on_conflict: str = "skip"
    preset: str = ""
    watch: bool = False

    def options(self, order: Order) -> BatchOptions:
        """Raises ValueError where something is missing or cannot be, with the reason in words of
        the engine; `app.batch.form` asks for what is missing before that."""
        return BatchOptions(
            folders=tuple(Path(folder) for folder in self.folders),
            output=Path(self.output),
            upscale=order.upscale,
            save=order.save,
            recursive=self.recursive,
            include=patterns(self.include),
            exclude=patterns(self.exclude),
            template=self.template,
            on_conflict=self.on_conflict,
            resume=True,  # what the journal proves to be done is not asked for again
            min_pixels=round(self.least * MEGA) or None,
            max_pixels=round(self.most * MEGA) or None,
        )


def patterns(text: str) -> tuple[str, ...]:
    """``*.tif, raw/*`` as a tuple; spaces within a pattern are its own."""
    return tuple(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())


def of_options(options: BatchOptions, before: BatchChoice) -> BatchChoice:
    """The choice that gives these options, but for those of the pictures; the rest as before."""
    return replace(
        before,
        folders=tuple(str(folder) for folder in options.folders),
        output=str(options.output),
        recursive=options.recursive,
        include=", ".join(options.include),
        exclude=", ".join(options.exclude),
        least=(options.min_pixels or 0) / MEGA,
        most=(options.max_pixels or 0) / MEGA,
        template=options.template,
        on_conflict=options.on_conflict,
    )


def from_json(stored: object) -> BatchChoice:
    """Each value by itself: a bad one keeps its default, with a log line."""
    choice = with_sense(stored, BatchChoice())
    sane = {
        "least": 0 <= choice.least < MEGA,
        "most": 0 <= choice.most < MEGA,
        "on_conflict": choice.on_conflict in CONFLICTS,
        "template": _is_template(choice.template),
    }
    for name in (name for name, sound in sane.items() if not sound):
        log.warning("The batch's %s=%r makes no sense and is left out", name, getattr(choice, name))
        choice = replace(choice, **{name: getattr(BatchChoice, name)})
    return choice


def _is_template(text: str) -> bool:
    try:
        naming.tokens(text)
    except NamingError:
        return False
    return True
