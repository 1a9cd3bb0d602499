"""The choices of the batch dialog as one record for the settings. No Qt."""

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
    """folders, output: paths, empty if none is chosen. include, exclude: patterns as typed,
    separated by commas. least, most: size limits in megapixels, 0 for no limit. preset: the name of
    the options, empty for the window's. watch: keep watching when all is done."""

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
        """Raises ValueError if something is missing or impossible, with the engine's reason;
        `app.batch.form` asks for missing choices before that."""
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
            resume=True,  # pictures that the journal proves done are skipped without asking
            min_pixels=round(self.least * MEGA) or None,
            max_pixels=round(self.most * MEGA) or None,
        )


def patterns(text: str) -> tuple[str, ...]:
    """``*.tif, raw/*`` as a tuple; spaces inside a pattern are kept."""
    return tuple(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())


def of_options(options: BatchOptions, before: BatchChoice) -> BatchChoice:
    """The choice that gives these options, except the picture options; the rest is unchanged."""
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
    """Reads each value by itself: a bad one keeps its default, with a log line."""
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
