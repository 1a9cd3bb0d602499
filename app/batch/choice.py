"""What was chosen in the batch dialog, as one record for the settings. No Qt."""

from __future__ import annotations

import logging
import re
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from app.settings.order import Order
from fdiwn.api import naming
from fdiwn.api.errors import NamingError
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


def to_json(choice: BatchChoice) -> dict[str, object]:
    return asdict(choice) | {"folders": list(choice.folders)}


def from_json(stored: object) -> BatchChoice:
    """Each value by itself: a bad one keeps its default, with a log line."""
    choice = BatchChoice()
    record = stored if isinstance(stored, dict) else {}
    for name in (field.name for field in fields(BatchChoice)):
        if name not in record:
            continue
        try:
            value = _read(name, record[name], getattr(choice, name))
            choice = replace(choice, **{name: value})  # type: ignore[arg-type]  # names of its own
        except (ValueError, NamingError):
            log.warning("The batch's %s=%r makes no sense and is left out", name, record[name])
    return choice


def _read(name: str, value: object, default: object) -> object:
    if name == "folders":
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ValueError(name)
        return tuple(value)
    if isinstance(default, float) and type(value) is int:
        value = float(value)
    if type(value) is not type(default):
        raise ValueError(name)
    if name == "on_conflict" and value not in CONFLICTS:
        raise ValueError(name)
    if isinstance(value, float) and not 0 <= value < MEGA:
        raise ValueError(name)
    if name == "template":
        naming.tokens(str(value))
    return value
