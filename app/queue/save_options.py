"""The name and the file options with which a result is saved. No Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from app.queue.job import Job
from app.settings.order import Destination, Order, Where
from fdiwn.api import naming
from fdiwn.api.estimate import likely_suffix
from fdiwn.api.formats import FORMAT_NAMES, HOLDS_16_BITS, HOLDS_ALPHA
from fdiwn.api.options import SaveOptions
from fdiwn.api.sizing import Factor


def suggested(job: Job, order: Order) -> str:
    """The name for a result, by the ordered template and format.

    Raises NamingError if the template gives no name for this picture.
    """
    result = job.result
    assert result is not None
    size = (result.width, result.height)
    wanted = result.options.size or Factor(Fraction(result.options.scale))
    source_size = result.source_size or job.enlarged_size
    facts = naming.Facts(
        job.source.stem,
        wanted,
        size,
        wanted.factor(*source_size) if source_size is not None else None,
        result.model,
        date.today().isoformat(),
    )
    suffix, _ = likely_suffix(job.source, size, order.save, result.kind)
    return naming.expand(order.destination.template, facts, suffix)


def folder_for(job: Job, destination: Destination) -> Path | None:
    """The folder for automatic saving; None if the user is asked."""
    if destination.where is Where.ASK:
        return None
    if destination.where is Where.BESIDE or destination.folder is None:
        return job.source.parent
    return destination.folder


def options_for(job: Job, wanted: SaveOptions, target: Path) -> SaveOptions:
    """The options for a file, without those that the format of its name cannot hold.

    With automatic depth, an 8-bit picture that was enlarged in 16 bits gets 8.
    """
    name = FORMAT_NAMES.get(target.suffix.lower(), "")
    depth = wanted.depth
    if depth == "16" and name not in HOLDS_16_BITS:
        depth = "auto"
    if depth == "auto" and job.size is not None and job.bits == 8:
        depth = "8"
    return replace(
        wanted,
        format=wanted.format if wanted.format == name.lower() else None,
        lossless=wanted.lossless and name != "JPEG",
        depth=depth,
        background=wanted.background if name not in HOLDS_ALPHA else None,
    )


def outdated(job: Job, order: Order) -> bool:
    """Whether the result was saved with other file options than the current ones."""
    return job.saved_to is not None and job.saved_with != order.save


def to_be_saved(job: Job, order: Order) -> bool:
    """Whether the result is neither saved with the current options nor being saved."""
    return job.unsaved or (job.result is not None and not job.saving and outdated(job, order))
