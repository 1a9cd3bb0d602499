"""Lines of the report, from what was planned and what came of it. Imports nothing heavy."""

from __future__ import annotations

from fdiwn.batch.records.events import Record, State
from fdiwn.batch.records.plan import Entry
from fdiwn.batch.records.task import Made


def record_done(entry: Entry, made: Made, attempts: int) -> Record:
    """Of a picture that was made now."""
    return Record(
        key=entry.key,
        source=str(entry.source),
        state=State.DONE,
        target=str(entry.target),
        notes=tuple(dict.fromkeys((*entry.notes, *made.notes))),
        size=made.size,
        result=made.result,
        result_bytes=made.bytes,
        sha256=made.sha256,
        model=made.model,
        device=made.device,
        seconds=made.seconds,
        attempts=attempts,
        work=entry.work,
    )


def record_of(entry: Entry, state: State, reason: str, attempts: int) -> Record:
    """Of any other."""
    there = state in (State.DONE_BEFORE, State.SKIPPED)
    return Record(
        key=entry.key,
        source=str(entry.source),
        state=state,
        target=str(entry.target) if there else "",
        reason=reason,
        notes=entry.notes,
        size=entry.size,
        result=entry.result,
        attempts=attempts,
        work=entry.work,
    )
